//! Any text on a day with a tragedy: no panic, spans on character boundaries, no hold on words alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::engine::{Draft, Event, EvidenceKind, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static JUDGE: LazyLock<Judge> = LazyLock::new(|| {
    let events = [Event::trend("mall shooting"), Event::trend("이태원 참사"), Event::trend("#PrayForUs")];
    Judge::of("b", "bakery", Vec::new(), &Settings::default(), BTreeSet::new(), &events, "2026-05-18")
});

fuzz_target!(|text: &str| {
    let draft = Draft { text: text.to_string(), ..Draft::default() };
    let verdict = JUDGE.review(&draft, "x", Locale::Ko);
    let units: Vec<u16> = text.encode_utf16().collect();
    for finding in &verdict.findings {
        let (start, end) = (finding.start as usize, finding.end as usize);
        assert!(start <= end && end <= units.len());
        for at in [start, end] {
            // A low surrogate continues a character: nothing may begin or end before it.
            assert!(units.get(at).is_none_or(|unit| !(0xDC00..0xE000).contains(unit)));
        }
        let outside = finding.evidence.iter().any(|evidence| evidence.kind != EvidenceKind::Words);
        assert!(finding.level < Level::Hold || outside);
    }
});
