//! The table of feelings: what shows them in a post, one row a feeling and language.

use serde::Deserialize;
use std::{fs, path::Path};

const FEELINGS: [&str; 5] = ["mourning", "anger", "solidarity", "jokes", "celebration"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Who says so; read by people and by the test of the house rules.
    #[serde(rename = "source")]
    _source: String,
    mood: Vec<Mood>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mood {
    feeling: String,
    #[serde(rename = "language")]
    _language: String,
    terms: String,
}

pub fn make(out: &Path) {
    let path = "src/data/moods/moods.toml";
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut code = String::from("static TERMS: &[(&str, Feeling)] = &[\n");
    for mood in &file.mood {
        assert!(FEELINGS.contains(&mood.feeling.as_str()), "{path}: no feeling {}", mood.feeling);
        let (first, rest) = mood.feeling.split_at(1);
        let feeling = format!("{}{rest}", first.to_uppercase());
        for term in mood.terms.split([',', '\n']).map(str::trim).filter(|term| !term.is_empty()) {
            code.push_str(&format!("({term:?}, Feeling::{feeling}),\n"));
        }
    }
    code.push_str("];\n");
    fs::write(out.join("moods.rs"), code).expect("writing to OUT_DIR");
}
