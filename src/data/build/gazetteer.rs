//! Places: one line a place, one table.

use serde::Deserialize;
use std::{fmt::Write, fs, path::Path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// For the reader of the file; a file without one does not build.
    source: String,
    places: String,
}

pub fn make(out: &Path) {
    let path = Path::new("src/data/gazetteer/gazetteer.toml");
    println!("cargo:rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(file.source.len() > 20, "{}: no source", path.display());
    let mut code = String::from("pub static PLACES: &[Place] = &[\n");
    for line in file.places.lines().filter(|line| !line.trim().is_empty()) {
        let (id, names) = line.split_once(": ").unwrap_or_else(|| panic!("gazetteer: {line}"));
        let country = id.split('.').next().unwrap_or_default();
        assert!(country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase()), "gazetteer: {line}");
        let (english, korean) = names.split_once(" | ").unwrap_or_else(|| panic!("gazetteer: {line}"));
        let list = |names: &str| -> Vec<String> { names.split(", ").map(str::to_string).collect() };
        let all: Vec<String> = list(english).into_iter().chain(list(korean)).collect();
        let country_only = id.len() == 2;
        writeln!(code, "Place {{ id: {id:?}, country: {country:?}, whole: {country_only}, names: &{all:?} }},")
            .expect("writing to a string");
    }
    code.push_str("];\n");
    fs::write(out.join("gazetteer.rs"), code).expect("OUT_DIR is writable");
}
