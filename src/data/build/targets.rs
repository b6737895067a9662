//! Targets of claims, and the words by which a position is taken: every file of `targets` and `stance` as tables.

use serde::Deserialize;
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

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

pub fn make(out: &Path) {
    let (mut targets, mut terms, mut tags, mut words) = (String::new(), String::new(), String::new(), String::new());
    let (mut plain, mut heads) = (String::new(), String::new());
    let mut ids = BTreeSet::new();
    for (path, text) in files("src/data/targets") {
        let file: Targets = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for target in &file.target {
            let number = ids.len();
            assert!(ids.insert(target.id.clone()), "{path}: {} twice", target.id);
            let (en, ko) = (&target.name.en, &target.name.ko);
            writeln!(targets, "Target {{ id: {:?}, name: ({en:?}, {ko:?}), source: {:?} }},", target.id, file.source)
                .expect("writing to a string");
            let lists = [
                ("Wants", &target.wants),
                ("People", &target.people),
                ("Issue", &target.issues),
                ("Fights", &target.fights),
                ("Near", &target.near),
                ("LeansFor", &target.leans_for),
                ("LeansAgainst", &target.leans_against),
                ("SaidFor", &target.said_for),
                ("SaidAgainst", &target.said_against),
                ("ActsFor", &target.acts_for),
                ("ActsAgainst", &target.acts_against),
            ];
            for (part, list) in lists {
                for term in split(list) {
                    writeln!(terms, "({term:?}, {number}, Part::{part}),").expect("writing to a string");
                    // 아니다 and 아닙니다 share no written beginning.
                    if let Some(stem) = term.strip_suffix("아니") {
                        writeln!(terms, "({:?}, {number}, Part::{part}),", format!("{stem}아닙"))
                            .expect("writing to a string");
                    }
                }
            }
            for (part, list) in [("SaidFor", &target.tags_for), ("SaidAgainst", &target.tags_against)] {
                for tag in split(list) {
                    writeln!(tags, "({tag:?}, {number}, Part::{part}),").expect("writing to a string");
                }
            }
        }
    }
    for (path, text) in files("src/data/stance") {
        let file: Words = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for word in &file.word {
            for term in split(&word.terms) {
                match word.role.as_str() {
                    "plain" => write!(plain, "{term:?}, "),
                    "tag-for" => writeln!(heads, "({term:?}, 1),"),
                    "tag-against" => writeln!(heads, "({term:?}, -1),"),
                    role => writeln!(words, "({term:?}, Role::{}),", camel(role)),
                }
                .expect("writing to a string");
            }
        }
    }
    let code = format!(
        "pub static TARGETS: &[Target] = &[\n{targets}];\n\
         static TERMS: &[(&str, u16, Part)] = &[\n{terms}];\n\
         static TAGS: &[(&str, u16, Part)] = &[\n{tags}];\n\
         static WORDS: &[(&str, Role)] = &[\n{words}];\n\
         static TAG_WORDS: &[(&str, i8)] = &[\n{heads}];\n\
         pub static PLAIN: &[&str] = &[{plain}];\n"
    );
    fs::write(out.join("targets.rs"), code).expect("OUT_DIR is writable");
}
