//! The calendar against dates that were published.

use nunchi::context::{Day, observances, on};
use std::collections::{BTreeMap, BTreeSet};

fn falls(id: &str, date: &str) -> bool {
    let day = Day::parse(date).unwrap_or_else(|| panic!("{date}"));
    observances().iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id}")).falls_on(day)
}

/// (id, the days it falls on).
const DATES: &[(&str, &[&str])] = &[
    ("kr-518", &["1981-05-18", "2026-05-18"]),
    ("kr-seollal", &["2025-01-28", "2025-01-29", "2025-01-30", "2026-02-16", "2026-02-17", "2026-02-18", "2027-02-07"]),
    ("kr-chuseok", &["2025-10-05", "2025-10-06", "2025-10-07", "2026-09-25", "2024-09-17"]),
    ("kr-buddha", &["2024-05-15", "2025-05-05", "2026-05-24"]),
    ("kr-west-sea", &["2025-03-28", "2026-03-27"]),
    ("kr-csat", &["2024-11-14", "2025-11-13", "2026-11-19"]),
    ("us-mlk", &["2025-01-20", "2026-01-19"]),
    ("us-memorial", &["2024-05-27", "2025-05-26", "2026-05-25"]),
    ("us-thanksgiving", &["2025-11-27", "2026-11-26"]),
    ("us-election", &["2024-11-05", "2026-11-03"]),
    ("us-kwanzaa", &["2025-12-31", "2026-01-01"]),
    ("gb-mothering", &["2025-03-30", "2026-03-15"]),
    ("gb-remembrance-sunday", &["2025-11-09", "2026-11-08"]),
    ("rel-easter", &["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"]),
    ("rel-good-friday", &["2025-04-18", "2026-04-03"]),
    ("rel-orthodox-easter", &["2024-05-05", "2025-04-20", "2026-04-12"]),
    ("rel-lunar-new-year", &["2025-01-29", "2026-02-17"]),
    ("rel-ramadan", &["2025-03-01", "2025-03-20", "2026-02-18"]),
    ("rel-eid-fitr", &["2025-03-30", "2026-03-20"]),
    ("rel-eid-adha", &["2025-06-06", "2026-05-27"]),
    ("rel-passover", &["2025-04-13", "2026-04-02"]),
    ("rel-rosh-hashanah", &["2025-09-23", "2026-09-12"]),
    ("rel-yom-kippur", &["2025-10-02", "2026-09-21"]),
    ("rel-hanukkah", &["2025-12-15", "2025-12-22"]),
    ("rel-yom-hashoah", &["2025-04-24", "2026-04-14"]),
    ("rel-yom-hazikaron", &["2025-04-30", "2026-04-21"]),
    ("rel-tisha-bav", &["2025-08-03", "2026-07-23"]),
    ("rel-diwali", &["2026-11-08"]),
];

#[test]
fn movable_days_fall_where_they_were_published() {
    for (id, dates) in DATES {
        for date in *dates {
            assert!(falls(id, date), "{id} does not fall on {date}");
        }
    }
}

/// (id, days before, days after): what lasts longer than its day.
const SPANS: &[(&str, i32, i32)] =
    &[("kr-seollal", 1, 1), ("kr-chuseok", 1, 1), ("rel-hanukkah", 0, 7), ("rel-ramadan", 0, 28)];

const ISLAMIC: [&str; 4] = ["rel-ashura", "rel-eid-adha", "rel-eid-fitr", "rel-ramadan"];

/// Eleven years against tables that others keep: `tests/calendar/README.md` says which.
#[test]
fn movable_days_fall_on_the_days_of_independent_tables_and_on_no_other() {
    let table = include_str!("../calendar/movable-2025-2035.tsv");
    let mut wanted: BTreeMap<&str, BTreeSet<i32>> = BTreeMap::new();
    for line in table.lines() {
        let mut cells = line.split('\t');
        let (id, date) = (cells.next().expect("an id"), cells.next().expect("a date"));
        wanted.entry(id).or_default().insert(Day::parse(date).unwrap_or_else(|| panic!("{line}")).count());
    }
    assert!(wanted.len() >= 36, "{} observances", wanted.len());
    let day = |text| Day::parse(text).expect("a day");
    let (first, last) = (day("2025-01-01"), day("2035-12-31"));
    for (id, starts) in wanted {
        let one = observances().iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id}"));
        let (before, after) = SPANS.iter().find(|span| span.0 == id).map_or((0, 0), |span| (span.1, span.2));
        let mut found = BTreeSet::new();
        for at in (0..=last.count() - first.count()).map(|by| first.plus(by)) {
            if one.falls_on(at) && !one.falls_on(at.plus(-1)) {
                found.insert(at.count() + before);
                let run = (1..60).find(|by| !one.falls_on(at.plus(*by))).expect("it ends");
                assert_eq!(run, 1 + before + after, "{id} from {at:?}");
            }
        }
        // From the middle of 1451 on the two editions of the Umm al-Qura tables differ by a day in some months.
        let editions = day("2029-06-01").count();
        let moved = |start: i32| {
            let later = ISLAMIC.contains(&id) && start >= editions && found.contains(&(start + 1));
            if later { start + 1 } else { start }
        };
        let starts: BTreeSet<i32> = starts.into_iter().map(moved).collect();
        assert_eq!(found, starts, "{id}");
    }
}

#[test]
fn and_not_on_other_days() {
    let wrong = [
        ("kr-518", "1979-05-18"),
        ("kr-518", "2026-05-19"),
        ("kr-seollal", "2026-02-19"),
        ("us-election", "2025-11-04"),
        ("us-memorial", "2026-05-18"),
        ("rel-easter", "2026-04-12"),
        ("rel-hanukkah", "2025-12-23"),
        ("rel-yom-hashoah", "2025-04-25"),
        ("us-kwanzaa", "2026-01-02"),
        ("rel-diwali", "2026-11-09"),
    ];
    for (id, date) in wrong {
        assert!(!falls(id, date), "{id} falls on {date}");
    }
}

#[test]
fn every_rule_comes_round_once_in_four_years_at_least() {
    let first = Day::parse("2025-01-01").expect("a day");
    for one in observances() {
        let days = (0..1461).filter(|by| one.falls_on(first.plus(*by))).count();
        assert!(days >= 1, "{} never falls", one.id);
    }
}

#[test]
fn days_count_and_read_as_the_calendar_does() {
    for bad in
        ["", "2025", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "20250101", "२०२५-०१-०१", "2025-01-32"]
    {
        assert_eq!(Day::parse(bad), None, "{bad}");
    }
    let day = Day::parse("2024-02-28").expect("a day");
    assert_eq!(day.plus(2), Day::parse("2024-03-01").expect("a day"));
    assert_eq!(day.plus(-59), Day::parse("2023-12-31").expect("a day"));
    assert_eq!(day.weekday(), 3, "28 February 2024 was a Wednesday");
}

#[test]
fn regions_decide_what_is_shown() {
    let day = Day::parse("2026-05-18").expect("a day");
    let of = |regions: &[&str]| {
        let regions: BTreeSet<String> = regions.iter().map(|region| region.to_string()).collect();
        on(day, &regions).iter().any(|event| event.id == "kr-518")
    };
    assert!(of(&["KR"]) && of(&[]));
    assert!(!of(&["US"]));
}
