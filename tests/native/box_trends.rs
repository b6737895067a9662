//! The box of trends of a page: which of its lines are names, and that no such name alone makes a crisis.

use nunchi::context::{box_events, box_names, box_tone};
use nunchi::engine::{Draft, Level, Locale, Tone};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use std::collections::BTreeSet;

fn names(entries: &[&str]) -> Vec<String> {
    box_names(&entries.iter().map(|entry| entry.to_string()).collect::<Vec<_>>())
}

#[test]
fn names_are_told_from_the_lines_around_them() {
    let cases = [
        ("Trending\n#Monday", "#Monday"),
        ("1\n·\nTrending\nKettle recall\n12.3K posts", "Kettle recall"),
        ("Politics · Trending\nThe vote\n3,456 posts", "The vote"),
        ("Trending in South Korea\n#이태원참사", "#이태원참사"),
        ("대한민국에서 트렌드 중\n쇼핑몰 화재\n게시물 3,456개", "쇼핑몰 화재"),
        ("스포츠 · 실시간 트렌드\n한국시리즈", "한국시리즈"),
        ("Only a name", "Only a name"),
        ("#트렌드코리아2027\n게시물 1.2만개", "#트렌드코리아2027"),
    ];
    for (entry, name) in cases {
        assert_eq!(names(&[entry]), [name], "{entry:?}");
    }
    assert_eq!(
        names(&["#BuyNow\nPromoted by Acme", "#사세요\n프로모션 중인 트렌드", "", "\n \n", "Trending", "x"]),
        [""; 0]
    );
    assert_eq!(names(&["a b\n1 posts", "a b"]), ["a b"], "once");
    let many: Vec<String> = (0..50).map(|n| format!("name {n}")).collect();
    assert_eq!(box_names(&many).len(), 30);
    assert_eq!(names(&[&"가".repeat(500)])[0].chars().count(), 100);
}

#[test]
fn what_a_page_shows_never_holds_a_post_by_itself() {
    let grave =
        ["mall shooting", "이태원 참사", "plane crash", "#PrayForLahaina", "Kim Minsu dies", "지진"].map(String::from);
    let events = box_events(&grave, "X");
    assert!(events.iter().all(|event| event.gravity == 1 && event.source == "X"));
    let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &events, "2026-03-11");
    let none = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &[], "2026-03-11");
    for text in [
        "Killer deals all weekend! Up to 40% off laptops",
        "오늘만 전 품목 50% 할인! 총알 배송",
        "Happy Friday everyone, party time 🎉",
        "Our earth-shaking sale starts now, shop today",
    ] {
        let review =
            |judge: &Judge| judge.review(&Draft { text: text.into(), ..Draft::default() }, "", Locale::En).level;
        assert!(review(&judge) < Level::Hold || review(&none) == Level::Hold, "{text}: {:?}", review(&judge));
    }
}

#[test]
fn light_and_grave_are_told_apart_for_the_eye() {
    for light in ["#Monday", "한국시리즈", "New phone"] {
        assert_eq!(box_tone(light), Tone::Celebratory, "{light}");
    }
    for grave in ["mall shooting", "쇼핑몰 화재"] {
        assert_eq!(box_tone(grave), Tone::Unknown, "{grave}");
    }
}
