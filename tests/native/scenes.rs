//! Scenes and headlines in pieces: what no list of phrases names, told by where it plays and what happened to whom.

use nunchi::engine::{Draft, Event, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use std::collections::BTreeSet;

fn level(draft: &str, sector: &str, lines: &[&str], day: &str) -> Level {
    let events: Vec<Event> = lines.iter().map(|line| Event::trend(line)).collect();
    let judge = Judge::of("", sector, Vec::new(), &Settings::default(), BTreeSet::new(), &events, day);
    judge.review(&Draft { text: draft.into(), ..Draft::default() }, "", Locale::En).level
}

#[test]
fn a_post_that_plays_in_the_scene_of_an_event_asks_for_a_look() {
    for (draft, sector, lines) in [
        (
            "All aboard! Four nights at sea, you won't want to come back",
            "cruise line",
            &["ferry capsizes off the coast"][..],
        ),
        ("Sail away with us this weekend", "travel", &["boat overturns", "nine confirmed dead"]),
        (
            "Hit the road, pedal to the metal! Winter tyres fitted while you wait",
            "tyres",
            &["coach and lorries", "nine confirmed dead"],
        ),
        ("깊은 바다로 풍덩! 오늘도 출항합니다", "여행", &["낚싯배 전복", "3명 숨져"]),
    ] {
        assert!(level(draft, sector, lines, "2026-03-03") >= Level::Caution, "{draft}");
        assert!(level(draft, sector, &[], "2026-03-03") <= Level::Hint, "{draft}, on a quiet day");
    }
}

#[test]
fn care_news_and_help_are_no_business_as_usual() {
    for (draft, sector, lines) in [
        (
            "Our harbour office is closed because of the storm. Refunds are on their way.",
            "cruise line",
            &["ferry capsizes"][..],
        ),
        (
            "We are thinking of everyone on board and their families.",
            "ferry operator",
            &["ferry capsizes", "nine confirmed dead"],
        ),
        ("단수로 불편을 겪고 계신 주민께 매장 화장실을 엽니다.", "마트", &["상수도관 파열로 단수"]),
        ("Reading list for autumn: five quiet novels", "bookshop", &["bus plunges into ravine", "nine confirmed dead"]),
    ] {
        assert!(level(draft, sector, lines, "2026-03-03") <= Level::Hint, "{draft}");
    }
}

#[test]
fn a_headline_is_read_by_what_happened_to_whom() {
    let sale = "Everything must go: 50% off all sofas";
    for line in [
        "train derails near Leeds",
        "boy drowns in quarry",
        "hikers fall into ravine, three dead",
        "관광버스 추락, 5명 숨져",
    ] {
        assert!(level(sale, "furniture", &[line], "2026-03-03") >= Level::Caution, "{line}");
    }
    for line in
        ["team bus parade", "new train timetable", "boat show opens", "shares plunge on Wall Street", "버스 노선 개편"]
    {
        assert!(level(sale, "furniture", &[line], "2026-03-03") <= Level::Hint, "{line}");
    }
}

#[test]
fn a_name_on_its_day_of_remembrance_is_no_news() {
    let sale = "Everything must go: 50% off all sofas";
    assert!(level(sale, "furniture", &["Sandy Hook"], "2026-12-14") < Level::Hold);
    assert!(level(sale, "furniture", &["Sandy Hook school shooting, 26 dead"], "2012-12-14") >= Level::Caution);
}

#[test]
fn a_brand_that_swears_or_snaps_at_its_customers_has_mistaken_the_account() {
    assert!(level("No one here knows how to f**king drive", "cars", &[], "") >= Level::Caution);
    assert!(level("No one here knows how to f**king drive", "", &[], "") <= Level::Hint);
    assert!(level("Dear customers, learn to read the terms", "retail", &[], "") >= Level::Caution);
    assert!(level("Dear customers, thank you for waiting", "retail", &[], "") <= Level::Hint);
}
