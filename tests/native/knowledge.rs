//! The English knowledge files, group by group: a sentence in which each must fire and one in which it must not, and
//! every grave headline and every idiom by itself.

use nunchi::engine::{Draft, Event, Level, Locale, fold};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use nunchi::{brand, knowledge};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The files that this table answers for; those of other languages and other owners have tables of their own.
const FILES: [&str; 23] = [
    "allusions/world",
    "causes/causes",
    "causes/english",
    "hashtags/slogans",
    "hashtags/world",
    "idioms/english/accidents",
    "idioms/english/nature",
    "idioms/english/people",
    "idioms/english/violence",
    "idioms/wares",
    "lexicons/en/care",
    "lexicons/en/cheer",
    "lexicons/en/goods",
    "lexicons/en/promotion",
    "lexicons/emoji",
    "topics/english/accidents",
    "topics/english/instances",
    "topics/english/memory",
    "topics/english/nature",
    "topics/english/ordinary",
    "topics/english/society",
    "topics/english/violence",
    "topics/leisure",
];
/// Groups of those files that are Korean.
const KOREAN: [&str; 3] = ["korean-disasters", "korean-days", "friction-colonial"];

#[derive(Deserialize)]
struct Named {
    group: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

/// One sentence. For topics and tags the headlines are listened to as well. `least`: the verdict is at least this; `most`: at most this.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    group: String,
    /// Whether words of the group stand in the sentence (or its events, sector or stance).
    #[serde(default)]
    hit: bool,
    draft: String,
    #[serde(default)]
    events: Vec<String>,
    #[serde(default)]
    sector: String,
    #[serde(default)]
    stance: Vec<String>,
    #[serde(default)]
    date: String,
    least: Option<Level>,
    most: Option<Level>,
}

fn names(file: &str) -> Vec<String> {
    let path = format!("src/data/{file}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let named: Named = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    named.group.into_iter().map(|group| group.name).collect()
}

/// Every group of the files by its name, with its number in the engine's table.
fn groups() -> BTreeMap<String, u16> {
    let mut all = BTreeMap::new();
    for file in FILES {
        let table = knowledge::get().groups.iter().enumerate().filter(|(_, group)| group.file == file);
        let numbers: Vec<u16> = table.map(|(number, _)| number as u16).collect();
        let names = names(file);
        assert_eq!(numbers.len(), names.len(), "{file}");
        for (name, number) in names.into_iter().zip(numbers) {
            assert!(all.insert(name.clone(), number).is_none(), "{file}: {name} twice");
        }
    }
    all
}

fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for entry in fs::read_dir("tests/knowledge/en").expect("the folder of cases") {
        let path = entry.expect("a readable folder").path();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        all.extend(toml::from_str::<Table>(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display())).case);
    }
    all
}

fn level(draft: &str, events: &[String], sector: &str, stance: &[String], date: &str) -> Level {
    let events: Vec<Event> = events.iter().map(|line| Event::trend(line)).collect();
    let regions: BTreeSet<String> = ["US", "GB", "CA", "AU", "IE", "NZ"].map(str::to_string).into();
    let lines = brand::plain(stance);
    let judge = Judge::of("", sector, lines, &Settings::default(), regions, &events, date);
    judge.review(&Draft { text: draft.to_string(), ..Draft::default() }, "x", Locale::En).level
}

/// Whether words of a group stand in a text or are one of its tags.
fn heard(text: &str, group: u16) -> bool {
    let (folded, knowledge) = (fold(text), knowledge::get());
    knowledge.scan(&folded).iter().any(|hit| hit.group == group)
        || folded.tags.iter().any(|tag| knowledge.tag(&tag.name).any(|known| known == group))
}

#[test]
fn every_sentence_is_judged_as_a_reader_would() {
    let groups = groups();
    let mut wrong = Vec::new();
    for case in cases() {
        let number = *groups.get(&case.group).unwrap_or_else(|| panic!("no group {}", case.group));
        let group = knowledge::get().group(number);
        let news = group.file.starts_with("topics") || group.file.starts_with("hashtags");
        let headlines = case.events.iter().filter(|_| news);
        // What goes against a cause is looked for in the draft alone.
        let stance = case.stance.iter().filter(|_| !group.betrays);
        let texts = [&case.draft, &case.sector].into_iter().chain(stance).chain(headlines);
        let hit = texts.map(String::as_str).any(|text| heard(text, number));
        let found = level(&case.draft, &case.events, &case.sector, &case.stance, &case.date);
        assert!(case.least.is_some() || case.most.is_some(), "{}: nothing expected: {}", case.group, case.draft);
        let fits = case.least.is_none_or(|least| found >= least) && case.most.is_none_or(|most| found <= most);
        if hit != case.hit || !fits {
            let wanted = (case.hit, case.least, case.most);
            wrong.push(format!("{} gave {hit} {found:?}, wanted {wanted:?}: {}", case.group, case.draft));
        }
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_group_has_a_sentence_of_each_kind() {
    let cases = cases();
    let mut missing = Vec::new();
    for name in groups().into_keys().filter(|name| !KOREAN.contains(&name.as_str())) {
        let mut of = cases.iter().filter(|case| case.group == name);
        // It fires where its words stand; it is quiet where they do not stand, or stand in another sense.
        let fires = of.clone().find(|case| case.hit);
        let opposite = |case: &Case, fires: &Case| {
            !case.hit || case.least.is_some() && fires.most.is_some() || case.most.is_some() && fires.least.is_some()
        };
        let quiet = fires.is_some_and(|fires| of.any(|case| opposite(case, fires)));
        if fires.is_none() || !quiet {
            missing.push(format!("{name}: {}", if fires.is_none() { "never fires" } else { "is never quiet" }));
        }
    }
    assert!(missing.is_empty(), "{} groups:\n{}", missing.len(), missing.join("\n"));
}

#[derive(Deserialize)]
struct Terms {
    group: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    #[serde(default)]
    terms: String,
}

/// The English terms of a file, with the name of their group, written as a person would write them.
fn terms(file: &str) -> Vec<(String, String)> {
    let path = format!("src/data/{file}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let listed: Terms = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    let of = |group: Listed| {
        let split: Vec<String> = group.terms.split(['\n', ',']).map(|term| term.trim().to_string()).collect();
        let plain = |term: &String| !term.is_empty() && !term.starts_with('~') && term.is_ascii();
        split.into_iter().filter(plain).map(move |term| (group.name.clone(), term.trim_end_matches('*').to_string()))
    };
    listed.group.into_iter().flat_map(of).collect()
}

fn judge(events: &[Event]) -> Judge {
    Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), events, "")
}

#[test]
fn every_idiom_is_woken_by_its_event_and_sleeps_without_it() {
    let (groups, quiet) = (groups(), judge(&[]));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in FILES.iter().filter(|file| file.starts_with("idioms/english")) {
        for (name, term) in terms(file) {
            count += 1;
            let group = knowledge::get().group(groups[&name]);
            let topic = nunchi::engine::Topic::ALL.iter().find(|topic| group.wakes.has(**topic)).expect("wakes");
            let event = Event {
                name: "the event".into(),
                topics: vec![topic.name().into()],
                gravity: 3,
                tone: nunchi::engine::Tone::Grave,
                ..Event::default()
            };
            let draft = Draft { text: format!("{term}! Sofas half price"), ..Draft::default() };
            let least = if group.gravity == 0 { Level::Hold } else { Level::Caution };
            let (woken, asleep) =
                (judge(&[event]).review(&draft, "x", Locale::En), quiet.review(&draft, "x", Locale::En));
            let level =
                woken.findings.iter().filter(|found| found.check == "woken-idiom").map(|found| found.level).max();
            if level.unwrap_or_default() < least {
                wrong.push(format!("{name}: {term} gave {level:?} beside its event"));
            }
            // Some are also words of history or insults, which other tables answer for.
            if asleep.findings.iter().any(|finding| finding.check == "woken-idiom") {
                wrong.push(format!("{name}: {term} is awake on an ordinary day"));
            }
        }
    }
    assert!(count > 4000, "only {count}");
    assert!(wrong.is_empty(), "{} idioms:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_grave_word_makes_its_headline_weigh() {
    let groups = groups();
    let mut wrong = Vec::new();
    for file in FILES.iter().filter(|file| file.starts_with("topics/english")) {
        for (name, term) in terms(file) {
            let group = knowledge::get().group(groups[&name]);
            if group.gravity == 0 {
                continue;
            }
            let read = judge(&[Event::trend(&term)]);
            let weighs = read.today(Locale::En).len() == 1;
            if !weighs {
                wrong.push(format!("{name}: {term}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} words:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_headline_in_capitals_names_its_place_and_not_its_every_word() {
    let events = ["Gunman Opens Fire At Grocery Store In Ohio".to_string()];
    let of = |draft: &str| level(draft, &events, "", &[], "");
    assert_eq!(of("Fresh sourdough in our store, $6"), Level::Caution, "a sale on that day, no more");
    assert_eq!(of("Ohio, our sourdough is $6 today"), Level::Hold);
}
