//! Every check against its table under `tests/checks/`: what it must catch, and what it must leave alone.

use nunchi::claims::{Entry, Ledger};
use nunchi::engine::{Draft, Event, EvidenceKind, Level, Locale};
use nunchi::judge::Judge;
use nunchi::profile::{Profile, Stance};
use nunchi::settings::Settings;
use nunchi::{brand, checks};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub lang: String,
    pub draft: String,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    stance: Vec<String>,
    /// Stance records, as in a profile.
    #[serde(default)]
    record: Vec<Stance>,
    /// Earlier posts, with their days.
    #[serde(default)]
    past: Vec<(String, String)>,
    #[serde(default)]
    sector: String,
    #[serde(default)]
    date: String,
    media: Option<String>,
    #[serde(default)]
    reply_to: String,
    #[serde(default)]
    scheduled: bool,
    #[serde(default)]
    paused: bool,
    pub least: Option<Level>,
    /// Nothing above a hint.
    #[serde(default)]
    pub quiet: bool,
    /// Nothing at all.
    #[serde(default)]
    pub silent: bool,
}

pub fn cases(id: &str) -> Vec<Case> {
    let path = format!("tests/checks/{id}.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    toml::from_str::<Table>(&text).unwrap_or_else(|e| panic!("{path}: {e}")).case
}

#[test]
fn each_check_catches_its_cases_and_leaves_the_others_alone() {
    let mut wrong = Vec::new();
    for check in checks::ALL {
        for case in cases(check.id) {
            let wanted = [case.quiet, case.silent, case.least.is_some()];
            assert!(wanted.iter().filter(|one| **one).count() == 1, "{}: {}: which?", check.id, case.draft);
            let events: Vec<Event> = case.events.iter().map(|line| Event::trend(line)).collect();
            let settings = Settings { hold_everything: case.paused, ..Settings::default() };
            let regions: BTreeSet<String> = [if case.lang == "ko" { "KR" } else { "US" }.to_string()].into();
            let profile = Profile { stances: case.record.clone(), ..Profile::default() };
            let mut lines = brand::lines(&profile);
            lines.extend(brand::plain(&case.stance));
            let judge = Judge::of("", &case.sector, lines, &settings, regions, &events, &case.date);
            let mut ledger = Ledger::default();
            for (text, date) in &case.past {
                let entry = Entry { text: text.clone(), date: date.clone(), site: "x".into(), ..Entry::default() };
                ledger.add(judge.targets(), &entry);
            }
            let judge = judge.with_past(&ledger);
            let draft = Draft {
                text: case.draft.clone(),
                media: case.media.clone().into_iter().collect(),
                reply_to: case.reply_to.clone(),
                scheduled: case.scheduled,
                ..Draft::default()
            };
            for locale in [Locale::En, Locale::Ko] {
                let verdict = judge.review(&draft, "x", locale);
                let mine = verdict.findings.iter().filter(|f| f.check == check.id).map(|f| f.level).max();
                let mine = mine.unwrap_or(Level::Clear);
                let right = match case.least {
                    Some(least) => mine >= least,
                    None if case.silent => mine == Level::Clear,
                    None => mine <= Level::Hint,
                };
                if !right {
                    wrong.push(format!("{} gave {mine:?}, wanted {:?}: {}", check.id, case.least, case.draft));
                    break;
                }
                for finding in &verdict.findings {
                    assert!(!finding.evidence.is_empty(), "{}: a finding without evidence", finding.check);
                    assert!(finding.evidence.iter().all(|e| !e.source.is_empty()), "{}: no source", finding.check);
                    let outside = finding.evidence.iter().any(|e| e.kind != EvidenceKind::Words);
                    assert!(finding.level < Level::Hold || outside, "{}: held by words alone", finding.check);
                    for sentence in [&finding.what, &finding.why, &finding.todo] {
                        assert!(!sentence.contains('{'), "{}: an unfilled place: {sentence}", finding.check);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_check_has_both_kinds_of_cases_in_both_languages() {
    for check in checks::ALL {
        let cases = cases(check.id);
        for lang in ["en", "ko"] {
            for quiet in [true, false] {
                let some = cases.iter().any(|case| case.lang == lang && case.least.is_none() == quiet);
                assert!(some, "{}: no {} case in {lang}", check.id, if quiet { "quiet" } else { "caught" });
            }
        }
    }
}
