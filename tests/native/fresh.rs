//! Offence by function in sentences of another hand: those that the rules were improved with, and those nobody read.
//!
//! `cargo test fresh -- --nocapture` prints every function; `tests/offence/README.md` has the first figures.

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
    #[serde(default)]
    hateful: Vec<String>,
    #[serde(default)]
    harmless: Vec<String>,
}

/// Shares at caution or above: of the hateful, and of the harmless.
fn measure(name: &str) -> (f64, f64) {
    let path = format!("tests/offence/fresh/{name}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let suite: Suite = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    let settings = Settings::default();
    let judge = Judge::of("", "", Vec::new(), &settings, BTreeSet::new(), &[], "");
    let warned = |text: &String| {
        let draft = Draft { text: text.clone(), ..Draft::default() };
        judge.review(&draft, "x", Locale::En).level >= Level::Caution
    };
    let (mut seen, mut hateful, mut accused, mut harmless) = (0, 0, 0, 0);
    for function in &suite.function {
        let bad = function.hateful.iter().filter(|text| warned(text)).count();
        let good = function.harmless.iter().filter(|text| warned(text)).count();
        println!(
            "{name} {:20} {bad:3}/{:<3} {good:3}/{}",
            function.id,
            function.hateful.len(),
            function.harmless.len()
        );
        (seen, hateful) = (seen + bad, hateful + function.hateful.len());
        (accused, harmless) = (accused + good, harmless + function.harmless.len());
    }
    assert!(hateful > 100 && harmless > 60, "{name}: {hateful} hateful, {harmless} harmless");
    (seen as f64 / hateful as f64, accused as f64 / harmless as f64)
}

/// What was reached when the gates were set; they may only rise.
fn gate(name: &str, seen: f64, accused: f64) {
    let (warned, flagged) = measure(name);
    println!("{name}: hateful seen {warned:.3}, harmless flagged {flagged:.3}");
    assert!(warned >= seen, "{name}: hateful at a caution or above {warned:.3}");
    assert!(flagged <= accused, "{name}: harmless at a caution or above {flagged:.3}");
}

#[test]
fn sentences_that_were_learnt_from_stay_seen() {
    gate("en-a", 0.88, 0.02);
    gate("ko-a", 0.90, 0.06);
}

#[test]
fn sentences_that_nobody_read_are_seen_as_often_as_when_they_were_measured() {
    gate("en-b", 0.66, 0.08);
    gate("ko-b", 0.66, 0.07);
}
