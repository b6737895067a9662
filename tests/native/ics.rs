//! Calendar files of a brand: what is read, what is refused and where, back again, and what the days do to a draft.

use nunchi::brand::days::{falls_on, on, tone_of};
use nunchi::brand::ics::{MAX_BYTES, Read, Unread, Why, Wrong, read, write};
use nunchi::context::Day;
use nunchi::engine::{Draft, EvidenceKind, Level, Locale};
use nunchi::judge::Judge;
use nunchi::profile::{BrandDate, DayTone, MAX_DATES, Profile};
use nunchi::settings::Settings;

const SEOUL: i32 = 540;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/ics/{name}")).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn told(read: &Read) -> Vec<(&str, &str, &str, bool)> {
    read.dates.iter().map(|(d, _)| (d.name.as_str(), d.date.as_str(), d.until.as_str(), d.yearly)).collect()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_calendar_as_programs_export_it() {
    let read = read(&file("company.ics"), SEOUL).expect("a calendar");
    assert_eq!(read.unread, []);
    assert_eq!(
        told(&read),
        [
            ("Memorial of the Hwaseong plant fire", "2019-04-16", "", true),
            ("Founding day, party at noon", "1998-06-01", "", true),
            ("Safety week", "2026-04-20", "2026-04-24", false),
            // Half past three in the afternoon in UTC is the next day in Seoul.
            ("Night shift remembers", "2026-06-01", "", false),
        ]
    );
    assert_eq!(read.dates[3].1, Some(DayTone::Solemn));
    assert_eq!(read.dates[0].1, None);
}

#[test]
fn a_fold_may_cut_a_syllable() {
    let read = read(&file("korean.ics"), SEOUL).expect("a calendar");
    let names: Vec<&str> = told(&read).iter().map(|one| one.0).collect();
    let long = "협력업체 직원 세 분이 숨진 평택 물류센터 화재 추모의 날입니다, 모두 함께 기억합니다";
    assert_eq!(names, [long, "창립기념일 축하"]);
}

#[test]
fn what_is_not_read_is_told_with_its_line() {
    let read = read(&file("rules.ics"), 0).expect("a calendar");
    assert_eq!(told(&read), [("Good all the same", "2026-03-05", "", false)]);
    let unread = |line, name: &str, why| Unread { line, name: name.into(), why };
    assert_eq!(
        read.unread,
        [
            unread(5, "Weekly meeting", Why::Repeats),
            unread(10, "Last Monday of May", Why::Repeats),
            unread(15, "Three times", Why::Repeats),
            unread(21, "With an exception", Why::Repeats),
            unread(25, "No such day", Why::NoDay),
            unread(28, "No day at all", Why::NoDay),
            unread(31, "", Why::NoName),
            unread(36, "Called off", Why::Cancelled),
            unread(43, "Cut by the next", Why::Unfinished),
            unread(46, "Cut by the end", Why::Unfinished),
        ]
    );
    for one in &read.unread {
        for locale in [Locale::En, Locale::Ko] {
            assert!(!one.why.words().get(locale).is_empty());
        }
    }
}

#[test]
fn hostile_files_are_refused_or_disarmed() {
    let of = |name: &str| read(&file(&format!("hostile/{name}")), 0);
    assert_eq!(of("page.ics"), Err(Wrong::NotCalendar));
    let euc = of("euc-kr.ics").expect("a calendar");
    assert_eq!((euc.dates.len(), euc.unread[0].why, euc.unread[0].line), (0, Why::NotText, 4));
    let signs = of("signs.ics").expect("a calendar");
    let names: Vec<&str> = told(&signs).iter().map(|one| one.0).collect();
    assert_eq!(names, ["yad x <b>bold</b>\\ ; , end", "Quoted"]);

    assert_eq!(read(&vec![b' '; MAX_BYTES + 1], 0), Err(Wrong::TooBig));
    assert_eq!(read(b"", 0), Err(Wrong::NotCalendar));
    let event = |n: usize| format!("BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:{n}\nEND:VEVENT\n");
    let many: String = (0..MAX_DATES + 7).map(event).collect();
    let many = read(format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR").as_bytes(), 0).expect("a calendar");
    assert_eq!((many.dates.len(), many.over), (MAX_DATES, 7));
    // The same day of one name is one day; numbers that overflow are no span; nesting has no end.
    let twice = format!("BEGIN:VCALENDAR\n{}{}", event(1), event(1));
    assert_eq!(read(twice.as_bytes(), 0).expect("a calendar").dates.len(), 1);
    let wild =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99991231T235959Z\nDURATION:P999999999999999999W\nSUMMARY:a\nEND:VEVENT";
    assert_eq!(read(wild.as_bytes(), SEOUL).expect("a calendar").unread[0].why, Why::NoDay);
    let deep = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}SUMMARY:inside\n", "BEGIN:X\n".repeat(100_000));
    assert_eq!(read(deep.as_bytes(), 0).expect("a calendar").unread[0].name, "");
}

/// Files with bytes changed, cut, doubled and swapped: whatever is read makes a sound profile and survives writing.
#[test]
fn any_bytes_are_read_or_refused() {
    let mut random = fastrand::Rng::with_seed(5545);
    let names = ["company.ics", "korean.ics", "rules.ics", "hostile/signs.ics", "hostile/euc-kr.ics"];
    let mut days = 0;
    for _ in 0..3000 {
        let mut bytes = file(names[random.usize(..names.len())]);
        for _ in 0..random.usize(1..12) {
            let (at, to) = (random.usize(..bytes.len()), random.usize(..bytes.len()));
            let (from, until) = (at.min(to), at.max(to));
            match random.u8(..5) {
                0 => bytes[at] = random.u8(..),
                1 => bytes.insert(at, *random.choice(b"\n\r :;\\\"TZ-=").unwrap_or(&b' ')),
                2 => drop(bytes.drain(from..until.min(from + 9))),
                3 => bytes.extend_from_within(from..until),
                _ => bytes[from..until].rotate_left((until - from) / 2),
            }
            if bytes.is_empty() {
                bytes.push(b'B');
            }
        }
        let Ok(read) = read(&bytes, random.i32(-2000..2000)) else { continue };
        let dates: Vec<BrandDate> = read.dates.into_iter().map(|(date, _)| date).collect();
        days += dates.len();
        assert_eq!(Profile { dates: dates.clone(), ..Profile::default() }.problem(), None);
        let again = self::read(write(&dates).as_bytes(), -300).expect("our own file").dates;
        let again: Vec<BrandDate> = again.into_iter().map(|(date, _)| date).collect();
        assert_eq!(again, dates, "{}", String::from_utf8_lossy(&bytes));
    }
    assert!(days > 2000, "nearly nothing was read: {days}");
}

#[test]
fn what_is_written_reads_back_the_same() {
    let date = |name: &str, date: &str, until: &str, yearly, tone| BrandDate {
        name: name.into(),
        date: date.into(),
        until: until.into(),
        yearly,
        tone,
    };
    let dates = [
        date(
            "추모: 사고, 그날; \\ 우리가 함께 일하던 동료들을 기억하는 날입니다 잊지 않겠습니다",
            "2019-12-31",
            "",
            true,
            DayTone::Solemn,
        ),
        date("Week", "2026-12-28", "2027-01-03", false, DayTone::Awareness),
        date("Founded", "1998-06-01", "", true, DayTone::Celebratory),
    ];
    let text = write(&dates);
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    let back = read(text.as_bytes(), -300).expect("a calendar");
    let back: Vec<(BrandDate, Option<DayTone>)> = back.dates;
    let same: Vec<(BrandDate, Option<DayTone>)> = dates.iter().map(|date| (date.clone(), Some(date.tone))).collect();
    assert_eq!(back, same);
    assert_eq!(write(&[date("x", "no day", "", false, DayTone::Solemn)]).matches("VEVENT").count(), 0);
}

#[test]
fn days_fall_as_calendars_let_them() {
    let of = |date: &str, until: &str, yearly| BrandDate {
        name: "x".into(),
        date: date.into(),
        until: until.into(),
        yearly,
        ..BrandDate::default()
    };
    let cases = [
        (of("2019-04-16", "", true), "2026-04-16", true),
        (of("2019-04-16", "", true), "2018-04-16", false),
        (of("2019-04-16", "", true), "2026-04-17", false),
        (of("2019-04-16", "", false), "2026-04-16", false),
        (of("2026-12-30", "2027-01-02", true), "2029-01-02", true),
        (of("2026-12-30", "2027-01-02", true), "2029-01-03", false),
        (of("2026-12-30", "2027-01-02", true), "2026-01-01", false),
        (of("2024-02-29", "", true), "2026-03-01", false),
        (of("2024-02-29", "", true), "2028-02-29", true),
        (of("2026-01-01", "2029-01-01", false), "2026-05-01", false),
        (of("2026-05-01", "2026-04-01", false), "2026-05-01", true),
    ];
    for (date, on, falls) in cases {
        assert_eq!(falls_on(&date, day(on)), falls, "{date:?} on {on}");
    }
}

#[test]
fn names_suggest_a_tone() {
    let cases = [
        ("Memorial of the Hwaseong plant fire", DayTone::Solemn),
        ("Remembering the victims of the 2019 accident", DayTone::Solemn),
        ("평택 물류센터 화재 추모의 날", DayTone::Solemn),
        ("고 김민수 님 기일, 추모", DayTone::Solemn),
        ("Happy birthday to us", DayTone::Celebratory),
        ("창립기념일 축하", DayTone::Celebratory),
        ("Safety week", DayTone::Awareness),
        ("정기 점검의 날", DayTone::Awareness),
    ];
    for (name, tone) in cases {
        assert_eq!(tone_of(name), tone, "{name}");
    }
}

fn judge(today: &str) -> Judge {
    let date = |name: &str, date: &str, tone| BrandDate {
        name: name.into(),
        date: date.into(),
        yearly: true,
        tone,
        ..BrandDate::default()
    };
    let dates = vec![
        date("Memorial of our plant fire", "2019-03-10", DayTone::Solemn),
        date("창립일", "1998-03-12", DayTone::Celebratory),
    ];
    let profile = Profile { name: "Moon".into(), dates, ..Profile::default() };
    Judge::new(&profile, &Settings::default(), &[], today)
}

fn review(judge: &Judge, text: &str, date: &str, locale: Locale) -> (Level, Vec<String>) {
    let draft = Draft { text: text.into(), date: date.into(), ..Draft::default() };
    let verdict = judge.review(&draft, "", locale);
    let own = verdict.findings.iter().flat_map(|finding| &finding.evidence);
    let own =
        own.filter(|one| one.kind == EvidenceKind::Observance).map(|one| format!("{} / {}", one.text, one.source));
    (verdict.level, own.collect())
}

#[test]
fn a_solemn_day_of_the_brand_questions_what_sells_and_jokes_on_it() {
    let sale = "50% off all lamps today, order now!";
    let held = judge("2026-03-10");
    let (level, own) = review(&held, sale, "", Locale::En);
    assert!(level >= Level::Caution, "{level:?}");
    assert_eq!(own, ["Memorial of our plant fire / What your brand declared"]);
    let (level, own) = review(&held, "오늘만 전 품목 50% 할인, 지금 주문하세요!", "", Locale::Ko);
    assert!(level >= Level::Caution, "{level:?}");
    assert_eq!(own, ["Memorial of our plant fire / 우리 브랜드가 밝힌 입장"]);
    // What the day remembers wakes words that are harmless on others.
    assert!(review(&held, "Our new lamps are on fire! 50% off", "", Locale::En).0 >= Level::Caution);
    for fine in ["Today we remember our four colleagues.", "The shop opens at nine."] {
        assert_eq!(review(&held, fine, "", Locale::En).0, Level::Clear, "{fine}");
    }
}

#[test]
fn other_days_are_quiet_and_a_scheduled_post_meets_its_own() {
    let sale = "50% off all lamps today, order now!";
    for today in ["2026-03-09", "2026-03-11", "2026-03-12"] {
        assert_eq!(review(&judge(today), sale, "", Locale::En).1, Vec::<String>::new(), "{today}");
    }
    let before = judge("2026-03-09");
    assert!(review(&before, sale, "2027-03-10", Locale::En).0 >= Level::Caution);
    let on_it = judge("2026-03-10");
    assert_eq!(review(&on_it, sale, "2026-03-11", Locale::En).1, Vec::<String>::new());
    let listed = on_it.today(Locale::Ko);
    let own = listed.iter().find(|item| item.name == "Memorial of our plant fire").expect("listed");
    assert_eq!((own.tone.as_str(), own.source.as_str()), ("solemn", "우리 브랜드가 밝힌 입장"));
    assert_eq!(on(&[], day("2026-03-10")), []);
}
