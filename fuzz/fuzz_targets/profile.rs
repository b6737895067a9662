//! Any profile file: read or refused with words, never a panic; what is read judges without one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::engine::{Draft, Locale};
use nunchi::judge::Judge;
use nunchi::profile;
use nunchi::settings::Settings;

fuzz_target!(|text: &str| {
    match profile::json::parse(text) {
        Ok(profile) => {
            let judge = Judge::new(&profile, &Settings::default(), &[], "2026-05-18");
            let draft = Draft { text: text.chars().take(2000).collect(), ..Draft::default() };
            judge.review(&draft, "", Locale::En);
        }
        Err(problem) => assert!(!problem.message(Locale::Ko).is_empty()),
    }
});
