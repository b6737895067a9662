//! Knowledge files: every `[[group]]` of every TOML file becomes one row of a table, every term another.
//!
//! A mistake in a file stops the build with the file's name and the place. The program reads nothing at run time.

use crate::{lay::lay, term, term::Entry, text};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

const FOLDERS: [&str; 8] = ["lexicons", "topics", "idioms", "hashtags", "allusions", "causes", "scenes", "cases"];

/// Groups whose words people mask, and which are undone letter by letter: these are kept as written too.
const MASKED: [&str; 8] = ["slur", "vile", "epithet", "loathe", "harm", "people", "person", "trait"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Who says so, for every group that does not say itself.
    source: Option<String>,
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(default)]
    does: Vec<String>,
    #[serde(default)]
    about: Vec<String>,
    #[serde(default)]
    gravity: u8,
    #[serde(default)]
    wakes: Vec<String>,
    cause: Option<String>,
    #[serde(default)]
    betrays: bool,
    #[serde(default)]
    boasts: bool,
    #[serde(default)]
    picture: bool,
    meaning: Option<Meaning>,
    source: Option<String>,
    /// For what happened once: when.
    #[serde(default)]
    year: u16,
    /// What its cases under `tests/knowledge/` call it; for the reader and the tests only.
    #[serde(rename = "name")]
    _name: Option<String>,
    /// For the reader of the file only.
    #[serde(rename = "note")]
    _note: Option<String>,
    /// One term a line, or several with commas.
    #[serde(default)]
    terms: String,
    /// Hashtags without the sign.
    #[serde(default)]
    tags: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meaning {
    en: String,
    ko: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Atlas {
    /// Who says so; read by people and by the test of the house rules.
    #[serde(rename = "source")]
    _source: String,
    place: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    region: String,
    terms: String,
}

/// The regions, and their names laid down.
fn places(out: &Path) -> String {
    let path = "src/data/places/places.toml";
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let atlas: Atlas = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    // A Korean name is a whole word, or the word and a particle: 파리에서, but not 파리바게뜨.
    let exact = |term: &str| if term.ends_with(text::is_dense) { format!("{term}$") } else { term.to_string() };
    let mut terms = Vec::new();
    for (place, at) in atlas.place.iter().zip(0u16..) {
        terms.extend(split(&place.terms).filter_map(|term| term::read(&exact(term), at)));
    }
    let regions: Vec<&str> = atlas.place.iter().map(|place| place.region.as_str()).collect();
    format!(
        "{}pub static ATLAS: Atlas = Atlas {{ regions: &{regions:?}, names: PLACES }};\n",
        lay("PLACES", terms, out)
    )
}

pub fn make(out: &Path) {
    let mut paths = Vec::new();
    for folder in FOLDERS {
        collect(&Path::new("src/data").join(folder), &mut paths);
    }
    paths.sort();
    let mut groups = String::new();
    let mut terms: Vec<(String, Entry)> = Vec::new();
    let mut tags: Vec<(String, u16)> = Vec::new();
    let mut written: Vec<(u16, String)> = Vec::new();
    let mut causes: BTreeMap<String, u16> = BTreeMap::new();
    let mut count = 0u16;
    for path in &paths {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.strip_prefix("src/data").expect("collected there").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        for group in &file.group {
            let source = group.source.as_ref().or(file.source.as_ref());
            let source = source.unwrap_or_else(|| panic!("{name}: a group without a source"));
            let next = causes.len() as u16 + 1;
            let cause = group.cause.as_ref().map_or(0, |cause| *causes.entry(cause.clone()).or_insert(next));
            let meaning = group.meaning.as_ref().map_or(("", ""), |m| (m.en.as_str(), m.ko.as_str()));
            writeln!(
                groups,
                "Group {{ file: {name:?}, does: {}, about: {}, gravity: {}, wakes: {}, cause: {cause}, betrays: {}, \
                 boasts: {}, picture: {}, \
                 meaning: {meaning:?}, source: {source:?}, year: {} }},",
                set("Sense", &group.does, &name),
                set("Topic", &group.about, &name),
                group.gravity,
                set("Topic", &group.wakes, &name),
                group.betrays,
                group.boasts,
                group.picture,
                group.year,
            )
            .expect("writing to a string");
            if group.does.iter().any(|does| MASKED.contains(&does.as_str())) {
                // "faggot*" stands for its plural too.
                let open = split(&group.terms).filter_map(|term| term.strip_suffix('*'));
                let plural = open.map(|stem| format!("{stem}s"));
                let all: Vec<String> = split(&group.terms).map(String::from).chain(plural).collect();
                written.push((count, all.join("\n")));
            }
            terms.extend(split(&group.terms).filter_map(|term| term::read(term, count)));
            tags.extend(split(&group.tags).map(|tag| (text::fold(tag).text.replace(' ', ""), count)));
            count += 1;
        }
    }
    tags.sort_unstable();
    let code = format!(
        "pub static GROUPS: &[Group] = &[\n{groups}];\n{}\
         pub static WRITTEN: &[(u16, &str)] = &{written:?};\n\
         pub static TAGS: &[(&str, u16)] = &{tags:?};\n{}",
        lay("TERMS", terms, out),
        places(out)
    );
    fs::write(out.join("knowledge.rs"), code).expect("OUT_DIR is writable");
}

fn collect(folder: &Path, paths: &mut Vec<std::path::PathBuf>) {
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ext| ext == "toml") {
            println!("cargo:rerun-if-changed={}", path.display());
            paths.push(path);
        }
    }
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split(['\n', ',']).map(str::trim).filter(|term| !term.is_empty())
}

/// `Senses::of(&[Sense::Offer])`: an unknown name stops the compiler with the name itself.
fn set(kind: &str, names: &[String], file: &str) -> String {
    let many = if kind == "Sense" { "Senses" } else { "Topics" };
    let list: Vec<String> = names
        .iter()
        .map(|name| {
            let mut letters = name.chars();
            let first = letters.next().unwrap_or_else(|| panic!("{file}: an empty name"));
            format!("{kind}::{}{}", first.to_ascii_uppercase(), letters.as_str())
        })
        .collect();
    format!("{many}::of(&[{}])", list.join(", "))
}
