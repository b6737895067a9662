//! Strings of the interface: one constant a key; a key missing in one language stops the build.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

type Messages = BTreeMap<String, String>;

fn read(locale: &str) -> Messages {
    let path = format!("extension/_locales/{locale}/messages.json");
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    let object = json.as_object().unwrap_or_else(|| panic!("{path}: not an object"));
    object
        .iter()
        .map(|(key, value)| {
            let message = value["message"].as_str().unwrap_or_else(|| panic!("{path}: {key} has no message"));
            (key.clone(), message.to_string())
        })
        .collect()
}

fn places(message: &str) -> Vec<&str> {
    let mut names: Vec<&str> = message.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

pub fn make(out: &Path) {
    let (en, ko) = (read("en"), read("ko"));
    let mut code = String::new();
    let mut all = String::new();
    for (key, english) in &en {
        let korean = ko.get(key).unwrap_or_else(|| panic!("_locales/ko has no {key}"));
        assert_eq!(places(english), places(korean), "{key}: the two languages fill different places");
        let name = key.to_uppercase();
        writeln!(code, "pub const {name}: Text = Text {{ key: {key:?}, en: {english:?}, ko: {korean:?} }};")
            .expect("writing to a string");
        write!(all, "&{name}, ").expect("writing to a string");
    }
    if let Some(extra) = ko.keys().find(|key| !en.contains_key(*key)) {
        panic!("_locales/en has no {extra}");
    }
    writeln!(code, "pub static ALL: &[&Text] = &[{all}];").expect("writing to a string");
    fs::write(out.join("words.rs"), code).expect("OUT_DIR is writable");
}
