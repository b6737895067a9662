//! Our own suite of offence by function: pairs of a hateful sentence and its nearest harmless neighbour.
//!
//! The sentences were written before the rules, by kinds of harm. The rules were then improved by reading what they
//! missed, so that other people's sentences will fare somewhat worse.
//! `cargo test offence -- --nocapture` prints every function; `OFFENCE=1` also lists what was judged wrongly.

use nunchi::engine::{Draft, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suite {
    function: Vec<Function>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Function {
    id: String,
    /// A hateful sentence, and one that is not.
    pairs: Vec<(String, String)>,
}

fn suite(lang: &str) -> Vec<Function> {
    let folder = format!("tests/offence/{lang}");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|e| panic!("{folder}: {e}"))
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(text.lines().count() <= 400, "{}: over 400 lines", path.display());
        all.extend(toml::from_str::<Suite>(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display())).function);
    }
    all
}

/// Of how many, how many.
#[derive(Clone, Copy, Default)]
struct Share(usize, usize);

impl Share {
    fn count(&mut self, yes: bool) {
        self.0 += usize::from(yes);
        self.1 += 1;
    }

    fn of(self) -> f64 {
        self.0 as f64 / self.1.max(1) as f64
    }
}

#[derive(Default)]
struct Score {
    /// Hateful: at hint or above, at caution or above, held.
    seen: Share,
    warned: Share,
    held: Share,
    /// Harmless: at caution or above, held.
    accused: Share,
    stopped: Share,
}

impl Score {
    fn count(&mut self, hateful: Level, harmless: Level) {
        self.seen.count(hateful >= Level::Hint);
        self.warned.count(hateful >= Level::Caution);
        self.held.count(hateful >= Level::Hold);
        self.accused.count(harmless >= Level::Caution);
        self.stopped.count(harmless >= Level::Hold);
    }
}

fn measure(lang: &str) -> Score {
    let settings = Settings::default();
    let judge = Judge::of("", "", Vec::new(), &settings, BTreeSet::new(), &[], "");
    let told = std::env::var_os("OFFENCE").is_some();
    let level = |text: &str| {
        let draft = Draft { text: text.to_string(), ..Draft::default() };
        judge.review(&draft, "x", Locale::En).level
    };
    let mut whole = Score::default();
    println!("{lang:22} pairs   seen warned   held  accused");
    for function in suite(lang) {
        let mut score = Score::default();
        for (hateful, harmless) in &function.pairs {
            let (bad, good) = (level(hateful), level(harmless));
            if told && bad < Level::Caution {
                println!("  missed {bad:?}: {hateful}");
            }
            if told && good >= Level::Caution {
                println!("  accused {good:?}: {harmless}");
            }
            score.count(bad, good);
            whole.count(bad, good);
        }
        line(&function.id, &score);
    }
    line("all", &whole);
    whole
}

fn line(name: &str, score: &Score) {
    println!(
        "{name:22} {:5} {:6.2} {:6.2} {:6.2} {:8.2}",
        score.seen.1,
        score.seen.of(),
        score.warned.of(),
        score.held.of(),
        score.accused.of()
    );
}

/// What was reached when the gates were set; they may only rise.
fn gate(lang: &str, seen: f64, warned: f64, accused: f64) {
    let score = measure(lang);
    assert!(score.seen.1 >= 300, "{lang}: {} pairs", score.seen.1);
    assert!(score.seen.of() >= seen, "{lang}: hateful at a hint or above {:.3}", score.seen.of());
    assert!(score.warned.of() >= warned, "{lang}: hateful at a caution or above {:.3}", score.warned.of());
    assert!(score.accused.of() <= accused, "{lang}: harmless at a caution or above {:.3}", score.accused.of());
    assert!(score.stopped.0 == 0, "{lang}: {} harmless held", score.stopped.0);
}

#[test]
fn english_hate_is_seen_and_its_neighbours_are_left_alone() {
    gate("en", 0.95, 0.95, 0.015);
}

#[test]
fn korean_hate_is_seen_and_its_neighbours_are_left_alone() {
    gate("ko", 0.94, 0.93, 0.015);
}

#[test]
fn no_sentence_stands_twice() {
    for lang in ["en", "ko"] {
        let mut seen = BTreeSet::new();
        for (hateful, harmless) in suite(lang).into_iter().flat_map(|function| function.pairs) {
            assert!(seen.insert(hateful.clone()), "twice: {hateful}");
            assert!(seen.insert(harmless.clone()), "twice: {harmless}");
        }
    }
}
