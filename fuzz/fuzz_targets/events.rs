//! Any list of events, as lines of a feed and as records, against drafts that touch much: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::engine::{Draft, Event, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;

const DRAFTS: [&str; 2] = [
    "Killer deals! 50% off, dying to see you in Boston #NeverForget RIP 🔥",
    "폭탄 세일! 오싹한 특가 🎉 5월 18일 하루만, 부산 매장으로 오세요 ㅋㅋ",
];

fuzz_target!(|text: &str| {
    let mut events: Vec<Event> = text.lines().map(Event::trend).collect();
    if let Ok(records) = serde_json::from_str::<Vec<Event>>(text) {
        events.extend(records);
    }
    let regions = ["KR", "US"].iter().map(|region| region.to_string()).collect();
    let judge = Judge::of("Moon", "bakery", Vec::new(), &Settings::default(), regions, &events, "2026-05-18");
    for text in DRAFTS {
        judge.review(&Draft { text: text.to_string(), ..Draft::default() }, "", Locale::En);
    }
    judge.today(Locale::Ko);
});
