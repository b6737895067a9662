//! The knowledge files, language by language and group by group: sentences in which each must fire and in which it must
//! not, and every grave English headline and every English idiom by itself.

use nunchi::engine::{Draft, Event, Level, Locale, fold};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use nunchi::{brand, knowledge};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What is heard and judged as its readers would.
struct Language {
    /// The folder of its cases.
    folder: &'static str,
    locale: Locale,
    regions: &'static [&'static str],
    /// Files that this language answers for.
    files: &'static [&'static str],
    /// Groups that it answers for in files of several languages.
    groups: &'static [(&'static str, &'static [&'static str])],
    /// How many sentences of each kind a group has at least.
    each: usize,
}

const LANGUAGES: [Language; 2] = [
    Language {
        folder: "en",
        locale: Locale::En,
        regions: &["US", "GB", "CA", "AU", "IE", "NZ"],
        files: &ENGLISH,
        groups: &[],
        each: 1,
    },
    Language { folder: "ko", locale: Locale::Ko, regions: &["KR"], files: &KOREAN, groups: &KOREAN_GROUPS, each: 3 },
];

/// The English files; those of other owners have tables of their own.
const ENGLISH: [&str; 23] = [
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
const KOREAN: [&str; 9] = [
    "allusions/korean",
    "causes/frictions-korea",
    "idioms/korean",
    "lexicons/ko/care",
    "lexicons/ko/cheer",
    "lexicons/ko/goods",
    "lexicons/ko/plight",
    "lexicons/ko/promotion",
    "topics/korean",
];
/// Korean groups in files of several languages.
const KOREAN_GROUPS: [(&str, &[&str]); 4] = [
    ("allusions/codes", &["code-ilbe", "code-gender", "code-empire"]),
    ("causes/causes", &["friction-colonial"]),
    ("causes/washing", &["green-claim-korean"]),
    ("hashtags/slogans", &["korean-disasters", "korean-mourning", "korean-days"]),
];

#[derive(Deserialize)]
struct Named {
    group: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

/// One sentence. For topics and tags the headlines are listened to as well. `least`: the verdict is at least this; `most`: at most this.
#[derive(Default, Deserialize)]
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

/// Every group of the language's files by its name, with its number in the engine's table.
fn groups(language: &Language) -> BTreeMap<String, u16> {
    let mut all = BTreeMap::new();
    let shared = language.groups.iter().map(|(file, only)| (*file, Some(*only)));
    for (file, only) in language.files.iter().map(|file| (*file, None)).chain(shared) {
        let table = knowledge::get().groups.iter().enumerate().filter(|(_, group)| group.file == file);
        let numbers: Vec<u16> = table.map(|(number, _)| number as u16).collect();
        let names = names(file);
        assert_eq!(numbers.len(), names.len(), "{file}");
        for (name, number) in names.into_iter().zip(numbers) {
            if only.is_some_and(|only| !only.contains(&name.as_str())) || foreign(language, &name) {
                continue;
            }
            assert!(!name.is_empty(), "{file}: a group without a name");
            assert!(all.insert(name.clone(), number).is_none(), "{file}: {name} twice");
        }
    }
    all
}

/// Whether another language answers for this group by its name.
fn foreign(language: &Language, name: &str) -> bool {
    let others = LANGUAGES.iter().filter(|other| other.folder != language.folder);
    others.flat_map(|other| other.groups).any(|(_, only)| only.contains(&name))
}

fn cases(language: &Language) -> Vec<Case> {
    let mut all = Vec::new();
    for entry in fs::read_dir(format!("tests/knowledge/{}", language.folder)).expect("the folder of cases") {
        let path = entry.expect("a readable folder").path();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        all.extend(toml::from_str::<Table>(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display())).case);
    }
    all
}

fn level(language: &Language, case: &Case) -> Level {
    let events: Vec<Event> = case.events.iter().map(|line| Event::trend(line)).collect();
    let regions: BTreeSet<String> = language.regions.iter().map(|region| region.to_string()).collect();
    let lines = brand::plain(&case.stance);
    let judge = Judge::of("", &case.sector, lines, &Settings::default(), regions, &events, &case.date);
    judge.review(&Draft { text: case.draft.clone(), ..Draft::default() }, "x", language.locale).level
}

/// Whether words of a group stand in a text or are one of its tags.
fn heard(text: &str, group: u16) -> bool {
    let (folded, knowledge) = (fold(text), knowledge::get());
    knowledge.scan(&folded).iter().any(|hit| hit.group == group)
        || folded.tags.iter().any(|tag| knowledge.tag(&tag.name).any(|known| known == group))
}

/// What is wrong with a case, in words.
fn misjudged(language: &Language, groups: &BTreeMap<String, u16>, case: &Case) -> Option<String> {
    let number = *groups.get(&case.group).unwrap_or_else(|| panic!("no group {}", case.group));
    let group = knowledge::get().group(number);
    let news = group.file.starts_with("topics") || group.file.starts_with("hashtags");
    let headlines = case.events.iter().filter(|_| news);
    // What goes against a cause is looked for in the draft alone.
    let stance = case.stance.iter().filter(|_| !group.betrays);
    let texts = [&case.draft, &case.sector].into_iter().chain(stance).chain(headlines);
    let hit = texts.map(String::as_str).any(|text| heard(text, number));
    let found = level(language, case);
    assert!(case.least.is_some() || case.most.is_some(), "{}: nothing expected: {}", case.group, case.draft);
    let fits = case.least.is_none_or(|least| found >= least) && case.most.is_none_or(|most| found <= most);
    let wanted = (case.hit, case.least, case.most);
    let said = || format!("{} gave {hit} {found:?}, wanted {wanted:?}: {} {:?}", case.group, case.draft, case.events);
    (hit != case.hit || !fits).then(said)
}

#[test]
fn every_sentence_is_judged_as_a_reader_would() {
    let mut wrong = Vec::new();
    for language in &LANGUAGES {
        let groups = groups(language);
        wrong.extend(cases(language).iter().filter_map(|case| misjudged(language, &groups, case)));
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_group_has_sentences_of_each_kind() {
    let mut missing = Vec::new();
    for language in &LANGUAGES {
        let cases = cases(language);
        for name in groups(language).into_keys() {
            let of: Vec<&Case> = cases.iter().filter(|case| case.group == name).collect();
            let fires = of.iter().filter(|case| case.hit).count();
            // It fires where its words stand; it is quiet where they do not stand, or stand in another sense.
            let ceiling = |case: &Case| case.most.unwrap_or(Level::Hold);
            let loudest = of.iter().filter(|case| case.hit).map(|case| ceiling(case)).max();
            let quiet = of.iter().filter(|case| !case.hit || Some(ceiling(case)) < loudest).count();
            if fires < language.each || quiet < language.each {
                missing.push(format!("{name}: fires {fires} times, is quiet {quiet} times"));
            }
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
    let (groups, quiet) = (groups(&LANGUAGES[0]), judge(&[]));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in ENGLISH.iter().filter(|file| file.starts_with("idioms/english")) {
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
    let groups = groups(&LANGUAGES[0]);
    let mut wrong = Vec::new();
    for file in ENGLISH.iter().filter(|file| file.starts_with("topics/english")) {
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
    let of = |draft: &str| {
        let case = Case { draft: draft.to_string(), events: events.to_vec(), ..Case::default() };
        level(&LANGUAGES[0], &case)
    };
    assert_eq!(of("Fresh sourdough in our store, $6"), Level::Caution, "a sale on that day, no more");
    assert_eq!(of("Ohio, our sourdough is $6 today"), Level::Hold);
}
