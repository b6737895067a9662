//! Any text, any events: no panic, spans on character boundaries, no hold without evidence from outside.

use nunchi::engine::{Draft, Event, EvidenceKind, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::{Sensitivity, Settings};
use std::collections::BTreeSet;

/// SplitMix64 (Steele, Lea, Flood 2014): the same texts on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn text(&mut self) -> String {
        const PIECES: &[&str] = &[
            "killer deals",
            "50% off",
            "#",
            "#NeverForget",
            "#JeSuisCharlie",
            "오싹한 할인",
            "폭탄",
            "참사",
            "세월호",
            "ㅋㅋㅋㅋㅋ",
            "saaaaale",
            "🔥",
            "👨‍👩‍👧‍👦",
            "👍🏽",
            "🇰🇷",
            "e\u{301}",
            "\u{200B}",
            "\u{202E}",
            "ﷺ",
            "ﬁre",
            "ＳＡＬＥ",
            "𝐬𝐚𝐥𝐞",
            "가",
            "\u{1100}\u{1161}\u{11A8}",
            "\n",
            " ",
            "\t",
            "'",
            "’",
            "9/11",
            "$9.11",
            "5·18",
            "9,900원",
            "地震",
            "セール",
            "İ",
            "ß",
            "s@le",
            "f*ck",
            "*",
            "%",
            "_",
            "--",
            "RIP",
            "@x",
            "https://a.b/c?d=#e",
            "no",
            "없이",
            "\u{FFFF}",
            "\u{10FFFF}",
            "a\u{0300}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}\u{0307}\u{0308}",
        ];
        let count = self.below(24);
        (0..count)
            .map(|_| match self.below(8) {
                0 => char::from_u32(self.next() as u32 % 0x11_0000).unwrap_or('x').to_string(),
                _ => PIECES[self.below(PIECES.len())].to_string(),
            })
            .collect()
    }
}

fn boundaries(text: &str) -> BTreeSet<u32> {
    let mut at = 0;
    let mut all: BTreeSet<u32> = [0].into();
    for c in text.chars() {
        at += c.len_utf16() as u32;
        all.insert(at);
    }
    all
}

#[test]
fn any_text_and_any_events_are_judged_without_harm() {
    let mut random = Random(42);
    for round in 0..1500 {
        let events: Vec<Event> = (0..random.below(5)).map(|_| Event::trend(&random.text())).collect();
        let stances: Vec<String> = (0..random.below(3)).map(|_| random.text()).collect();
        let settings = Settings { hold_everything: round % 50 == 0, ..Settings::default() };
        let lines = nunchi::brand::plain(&stances);
        let judge = Judge::of("b", &random.text(), lines, &settings, BTreeSet::new(), &events, "2026-05-18");
        let draft = Draft {
            text: random.text(),
            media: vec![random.text()],
            reply_to: random.text(),
            date: random.text(),
            ..Draft::default()
        };
        let verdict = judge.review(&draft, "x", if round % 2 == 0 { Locale::En } else { Locale::Ko });
        let good = boundaries(&draft.text);
        for finding in &verdict.findings {
            assert!(finding.start <= finding.end, "{finding:?} in {:?}", draft.text);
            assert!(good.contains(&finding.start) && good.contains(&finding.end), "{finding:?} in {:?}", draft.text);
            let outside = finding.evidence.iter().any(|evidence| evidence.kind != EvidenceKind::Words);
            assert!(finding.level < Level::Hold || outside, "{finding:?}");
            assert!(!finding.evidence.is_empty());
        }
        assert_eq!(verdict.level, verdict.findings.iter().map(|f| f.level).max().unwrap_or_default());
        assert_eq!(verdict, judge.review(&draft, "x", if round % 2 == 0 { Locale::En } else { Locale::Ko }));
    }
}

#[test]
fn an_ordinary_trend_changes_no_verdict() {
    let noise = [
        "#TacoTuesday",
        "transfer window",
        "season finale",
        "새 앨범",
        "수능 한파",
        "friday night",
        "payday",
        "Hurricanes win Stanley Cup",
        "Crash Bandicoot",
    ];
    let drafts = [
        ("Killer deals all weekend! Up to 40% off laptops", vec!["mall shooting"]),
        ("Fresh bread from seven every morning", vec![]),
        ("오싹한 핼러윈 특가", vec!["이태원 참사"]),
    ];
    for (text, events) in drafts {
        let judge = |extra: &[&str]| {
            let all: Vec<Event> = events.iter().copied().chain(extra.iter().copied()).map(Event::trend).collect();
            let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &all, "");
            judge.review(&Draft { text: text.into(), ..Draft::default() }, "", Locale::En)
        };
        assert_eq!(judge(&[]).level, judge(&noise).level, "{text}");
    }
}

#[test]
fn settings_are_honoured() {
    let events = [Event::trend("mall shooting")];
    let draft = Draft { text: "Killer deals all weekend! Up to 40% off laptops".into(), ..Draft::default() };
    let judge = |settings: &Settings, site: &str| {
        Judge::of("", "", Vec::new(), settings, BTreeSet::new(), &events, "").review(&draft, site, Locale::En)
    };
    let mut settings = Settings::default();
    assert_eq!(judge(&settings, "x").level, Level::Hold);
    for finding in judge(&settings, "x").findings {
        let change = nunchi::settings::Change::Check { check: finding.check, site: "x".into(), on: false };
        settings.apply(change, 1.0);
    }
    assert_eq!(judge(&settings, "x").level, Level::Clear);
    assert_eq!(judge(&settings, "bluesky").level, Level::Hold, "silenced on one site only");

    let calm = Settings { sensitivity: Sensitivity::Calm, ..Settings::default() };
    assert!(judge(&calm, "x").findings.iter().all(|finding| finding.level >= Level::Caution));
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let settings = Settings::default();
    let judge = Judge::of("", "", Vec::new(), &settings, BTreeSet::new(), &[Event::trend("flood")], "");
    // The same amount of text, in sixteen drafts or in one: as long, or growth is not linear.
    let time = |drafts: usize, repeats: usize| {
        let text = "불타는 할인 killer sale #NeverForget 50% off drowning ".repeat(repeats);
        let draft = Draft { text, ..Draft::default() };
        let once = || {
            let start = std::time::Instant::now();
            for _ in 0..drafts {
                std::hint::black_box(judge.review(&draft, "", Locale::En));
            }
            start.elapsed().as_secs_f64()
        };
        (0..6).map(|_| once()).fold(f64::MAX, f64::min)
    };
    time(1, 10);
    let (many, one) = (time(16, 100), time(1, 1600));
    assert!(one < many * 6.0, "one long text took {:.1} times as long as sixteen short ones", one / many);
}
