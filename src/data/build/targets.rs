//! Targets of claims, and the words by which a position is taken: every file of `targets` and `stance` as tables.

use crate::{lay::lay, term, text};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
    fs,
    path::Path,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Targets {
    source: String,
    target: Vec<Target>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    id: String,
    name: Name,
    /// The ids of targets that it is opposed to: who is for one of the two is against the other.
    #[serde(default)]
    against: Vec<String>,
    /// Names of the target and of what it wants.
    #[serde(default)]
    wants: String,
    /// Those who are for it, in the plural, as others call them.
    #[serde(default)]
    people: String,
    /// The evil that gives it its name, by which people also call the target itself: climate change.
    #[serde(default)]
    issues: String,
    /// What it is up against.
    #[serde(default)]
    fights: String,
    /// What those of the other side hold dear: who only names it, and says nothing ill of it, is mostly one of them.
    #[serde(default)]
    dear: String,
    /// Those whom it is about; what is said of them only leans to a side.
    #[serde(default)]
    near: String,
    /// Words that one side uses and the other hardly does.
    #[serde(default)]
    leans_for: String,
    #[serde(default)]
    leans_against: String,
    /// Sentences and slogans that take a side by being said.
    #[serde(default)]
    said_for: String,
    #[serde(default)]
    said_against: String,
    /// What is done, told of oneself: it takes a side; denied, the other.
    #[serde(default)]
    acts_for: String,
    #[serde(default)]
    acts_against: String,
    /// Hashtags without the sign.
    #[serde(default)]
    tags_for: String,
    #[serde(default)]
    tags_against: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    en: String,
    ko: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// For the reader of the file: whose description of the language it follows.
    #[serde(rename = "source")]
    _source: String,
    word: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    role: String,
    terms: String,
}

fn files(folder: &str) -> Vec<(String, String)> {
    println!("cargo:rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        println!("cargo:rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        (path.display().to_string(), text)
    };
    paths.iter().map(read).collect()
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split(['\n', ',']).map(str::trim).filter(|term| !term.is_empty())
}

/// `fights` to `Fights`, `not-after` to `NotAfter`: an unknown role stops the compiler with its name.
fn camel(name: &str) -> String {
    let upper = |part: &str| part[..1].to_ascii_uppercase() + &part[1..];
    name.split('-').map(upper).collect()
}

/// As it stands in a hashtag: folded, in one word.
fn squeezed(term: &str) -> String {
    text::fold(term.trim_matches(['~', '*', '$'])).text.replace(' ', "")
}

/// What the words mean, each once, and the words with the place of their meaning.
#[derive(Default)]
struct Marks {
    code: Vec<String>,
    places: HashMap<String, u16>,
    terms: Vec<(String, term::Entry)>,
}

impl Marks {
    fn add(&mut self, term: &str, mark: String) {
        let next = self.code.len() as u16;
        let place = *self.places.entry(mark.clone()).or_insert(next);
        if place == next {
            self.code.push(mark);
        }
        self.terms.extend(term::read(term, place));
    }
}

/// Rows of `(folded, value)`, sorted; those of one word stay in the order of the files.
#[derive(Default)]
struct Rows(Vec<(String, String)>);

impl Rows {
    fn add(&mut self, term: &str, value: String) {
        self.0.push((squeezed(term), value));
    }

    /// The static: a line a row, its value as one character behind the word.
    fn code(mut self, name: &str, kind: &str) -> String {
        self.0.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.0.dedup();
        let mut values: Vec<&str> = Vec::new();
        let mut lines = String::new();
        for (term, value) in &self.0 {
            let at = values.iter().position(|known| known == value).unwrap_or(values.len());
            if at == values.len() {
                values.push(value);
            }
            let sign = char::from_u32(0x100 + at as u32).expect("fewer values than there are characters");
            writeln!(lines, "{term}{sign}").expect("writing to a string");
        }
        format!("static {name}: Rows<{kind}> = Rows {{ lines: {lines:?}, values: &[{}] }};\n", values.join(", "))
    }
}

/// The targets as code, each with the places of those that it is opposed to, whichever of the two says so.
fn opposed(targets: &[(String, String, Vec<String>)]) -> String {
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (number, (id, _, against)) in targets.iter().enumerate() {
        for other in against {
            let place = targets.iter().position(|(known, _, _)| known == other);
            let place = place.filter(|place| *place != number).unwrap_or_else(|| panic!("{id}: against {other}?"));
            pairs.extend([(number, place), (place, number)]);
        }
    }
    let mut code = String::new();
    for (number, (_, told, _)) in targets.iter().enumerate() {
        let others: Vec<usize> = pairs.iter().filter(|(one, _)| *one == number).map(|(_, other)| *other).collect();
        writeln!(code, "Target {{ {told}, against: &{others:?} }},").expect("writing to a string");
    }
    code
}

pub fn make(out: &Path) {
    let mut plain = String::new();
    // Id, names and source as code, and what it is opposed to.
    let mut targets: Vec<(String, String, Vec<String>)> = Vec::new();
    let (mut marks, mut names, mut acts, mut heads) =
        (Marks::default(), Rows::default(), Rows::default(), Rows::default());
    let mut tags: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    let mut several: Vec<(String, usize, String)> = Vec::new();
    let mut ids = BTreeSet::new();
    for (path, text) in files("src/data/targets") {
        let file: Targets = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for target in &file.target {
            let number = ids.len();
            assert!(ids.insert(target.id.clone()), "{path}: {} twice", target.id);
            let (en, ko) = (&target.name.en, &target.name.ko);
            let code = format!("id: {:?}, name: ({en:?}, {ko:?}), source: {:?}", target.id, file.source);
            targets.push((target.id.clone(), code, target.against.clone()));
            let lists = [
                ("Wants", &target.wants),
                ("People", &target.people),
                ("Issue", &target.issues),
                ("Fights", &target.fights),
                ("Dear", &target.dear),
                ("Near", &target.near),
                ("LeansFor", &target.leans_for),
                ("LeansAgainst", &target.leans_against),
                ("SaidFor", &target.said_for),
                ("SaidAgainst", &target.said_against),
                ("ActsFor", &target.acts_for),
                ("ActsAgainst", &target.acts_against),
            ];
            for (part, list) in lists {
                let value = format!("({number}, Part::{part})");
                let mark = format!("Mark::Mention({number}, Part::{part})");
                let mut add = |term: &str| {
                    marks.add(term, mark.clone());
                    names.add(term, value.clone());
                    if term.is_ascii() && term.contains(' ') {
                        several.push((squeezed(term), number, mark.clone()));
                    }
                };
                for term in split(list) {
                    add(term);
                    // 아니다 and 아닙니다 share no written beginning.
                    if let Some(stem) = term.strip_suffix("아니") {
                        add(&format!("{stem}아닙"));
                    }
                }
            }
            for (part, list) in [("SaidFor", &target.tags_for), ("SaidAgainst", &target.tags_against)] {
                for tag in split(list) {
                    let mark = format!("Mark::Mention({number}, Part::{part})");
                    tags.entry(squeezed(tag)).or_default().push((number, mark));
                }
            }
        }
    }
    let targets = opposed(&targets);
    // Names of several words are written as one in hashtags: #genderequality.
    for (name, number, mark) in several {
        let known = tags.entry(name).or_default();
        if !known.iter().any(|(same, _)| *same == number) {
            known.push((number, mark));
        }
    }
    for (path, text) in files("src/data/stance") {
        let file: Words = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for word in &file.word {
            for term in split(&word.terms) {
                match word.role.as_str() {
                    "plain" => write!(plain, "{term:?}, ").expect("writing to a string"),
                    "tag-for" => heads.add(term, "1".into()),
                    "tag-against" => heads.add(term, "-1".into()),
                    role => {
                        let role = format!("Role::{}", camel(role));
                        marks.add(term, format!("Mark::Word({role})"));
                        // Asked for a word of a hashtag only.
                        if !term.trim().contains(' ') {
                            acts.add(term, role);
                        }
                    }
                }
            }
        }
    }
    let mut tagged = Rows::default();
    for (name, marks) in tags {
        let marks: Vec<String> = marks.into_iter().map(|(_, mark)| mark).collect();
        tagged.0.push((name, format!("&[{}]", marks.join(", "))));
    }
    let code = format!(
        "pub static TARGETS: &[Target] = &[\n{targets}];\n\
         static MARKS: &[Mark] = &[{}];\n{}{}{}{}\
         pub static PLAIN: &[&str] = &[{plain}];\n{}",
        marks.code.join(", "),
        tagged.code("TAGS", "&[Mark]"),
        names.code("NAMES", "(u16, Part)"),
        acts.code("ACTS", "Role"),
        heads.code("HEADS", "i8"),
        lay("CLAIM_TERMS", marks.terms, out),
    );
    fs::write(out.join("targets.rs"), code).expect("OUT_DIR is writable");
}
