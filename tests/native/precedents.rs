//! The cases of failed posts: each is whole, and each of its terms and tags brings it up, and no other case before it.

use nunchi::engine::{Draft, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

#[derive(Deserialize)]
struct File {
    source: Option<String>,
    group: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    year: Option<u16>,
    source: Option<String>,
    meaning: Option<BTreeMap<String, String>>,
    #[serde(default)]
    terms: String,
    #[serde(default)]
    tags: String,
}

/// Every case of every file, those that only list how people speak of cases left out, with the source that it shows.
fn cases() -> Vec<(String, Case)> {
    let mut all = Vec::new();
    let mut paths: Vec<_> =
        fs::read_dir("src/data/cases").expect("cases").map(|one| one.expect("a file").path()).collect();
    paths.retain(|path| !path.ends_with("fields.toml"));
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for case in file.group.into_iter().filter(|case| case.meaning.is_some()) {
            let source = case.source.clone().or(file.source.clone()).unwrap_or_default();
            all.push((source, case));
        }
    }
    all
}

#[test]
fn every_case_is_told_whole_and_once() {
    let mut names = BTreeSet::new();
    for (source, case) in cases() {
        let name = &case.name;
        assert!(names.insert(name.clone()), "{name} twice");
        assert!(source.len() > 8, "{name}: no source");
        assert!(case.year.is_some_and(|year| (1980..=2026).contains(&year)), "{name}: what year?");
        let told = case.meaning.as_ref().expect("cases have one");
        assert!(told["en"].len() > 30 && told["ko"].chars().count() > 15, "{name}: what happened?");
        assert!(!case.terms.is_empty() || !case.tags.is_empty(), "{name}: nothing to be known by");
    }
}

#[test]
fn no_term_is_so_short_that_anyone_writes_it() {
    let mut short = Vec::new();
    for (_, case) in cases() {
        let terms = case.terms.split(['\n', ',']).map(str::trim).filter(|term| !term.is_empty());
        let letters = |term: &str| term.chars().filter(|c| c.is_alphanumeric()).count();
        // One syllable of Korean, Chinese or Japanese says as much as two letters of English.
        let weak = |term: &&str| letters(term) < if term.is_ascii() { 6 } else { 3 } && !term.contains("9/11");
        short.extend(terms.filter(weak).map(|term| format!("{}: {term}", case.name)));
    }
    assert!(short.is_empty(), "{} terms:\n{}", short.len(), short.join("\n"));
}

#[test]
fn every_term_and_tag_of_a_case_brings_it_up() {
    let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &[], "");
    let mut wrong = Vec::new();
    for (_, case) in cases() {
        let split = |list: &str| -> Vec<String> {
            list.split(['\n', ',']).map(|one| one.trim().to_string()).filter(|one| !one.is_empty()).collect()
        };
        let tags = split(&case.tags).into_iter().map(|tag| format!("#{tag}"));
        let told = case.meaning.as_ref().expect("cases have one");
        for term in split(&case.terms).into_iter().chain(tags) {
            let plain = term.trim_matches(['*', '~', '$']);
            let draft = Draft { text: format!("{plain}, friends of the sofa"), ..Draft::default() };
            let verdict = judge.review(&draft, "x", Locale::En);
            let mut found = verdict.findings.iter().filter(|one| one.check == "repeated-failure");
            let shown = found.any(|one| one.level >= Level::Hint && one.evidence[0].text == told["en"]);
            if !shown {
                wrong.push(format!("{}: {term}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} terms:\n{}", wrong.len(), wrong.join("\n"));
}
