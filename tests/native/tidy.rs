//! The house rules, as tests.

use nunchi::{checks, words};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        for entry in entries {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == extension) {
                all.push(path);
            }
        }
    }
    all.sort();
    all
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn every_file_begins_with_its_sentence_and_stays_short() {
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let text = read(&path);
        assert!(text.starts_with("//! "), "{}: begin with a //! sentence", path.display());
        assert!(text.lines().count() <= 400, "{}: over 400 lines", path.display());
    }
}

#[test]
fn pure_folders_know_no_browser_and_no_clock() {
    let web = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo_",
        "std::time",
        "std::fs",
        "std::net",
        "Instant::now",
        "SystemTime",
    ];
    let pure =
        ["archive", "engine", "checks", "claims", "languages", "offence", "brand", "context", "sites", "sources"];
    for folder in pure.map(|name| format!("src/{name}")) {
        for path in files(&folder, "rs") {
            let text = read(&path);
            for word in web {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
    for path in files("src/engine", "rs") {
        assert!(!read(&path).contains("crate::"), "{}: the engine knows no other part", path.display());
    }
}

#[test]
fn lists_are_complete_and_ids_are_file_names() {
    let listed: BTreeSet<String> = checks::ALL.iter().map(|check| check.id.replace('-', "_")).collect();
    let found: BTreeSet<String> = files("src/checks", "rs")
        .iter()
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().to_string()))
        .filter(|stem| stem != "mod")
        .collect();
    assert_eq!(listed, found);
    let ids: Vec<&str> = checks::ALL.iter().map(|check| check.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "checks are in the order of their ids: {ids:?}");
    let tables: BTreeSet<String> = files("tests/checks", "toml")
        .iter()
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().replace('-', "_")))
        .collect();
    assert_eq!(tables, listed, "one table of cases a check");
}

#[test]
fn every_check_has_its_words() {
    for check in checks::ALL {
        for part in ["name", "what", "why", "todo"] {
            let key = format!("check_{}_{part}", check.id.replace('-', "_"));
            let text = words::find(&key).unwrap_or_else(|| panic!("no words {key}"));
            assert!(!text.en.is_empty() && !text.ko.is_empty(), "{key} is empty");
        }
    }
}

#[test]
fn knowledge_has_sources_and_no_term_twice_in_a_group() {
    for folder in ["lexicons", "topics", "idioms", "hashtags", "allusions", "causes", "cases"] {
        for path in files(&format!("src/data/{folder}"), "toml") {
            let file: toml::Table = toml::from_str(&read(&path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let whole = file.get("source").and_then(|source| source.as_str()).is_some_and(|source| source.len() > 20);
            for (number, group) in file["group"].as_array().expect("groups").iter().enumerate() {
                let place = format!("{} group {}", path.display(), number + 1);
                assert!(whole || group.get("source").is_some(), "{place}: no source");
                for key in ["terms", "tags"] {
                    let list = group.get(key).and_then(|value| value.as_str()).unwrap_or_default();
                    let terms = list.split(['\n', ',']).map(str::trim).filter(|term| !term.is_empty());
                    let mut seen = BTreeSet::new();
                    for term in terms {
                        assert!(seen.insert(term), "{place}: {term} twice");
                    }
                }
            }
        }
    }
}

#[test]
fn observances_are_sorted_unique_and_sourced() {
    let mut ids = BTreeSet::new();
    for path in files("src/data/observances", "json") {
        let file: serde_json::Value =
            serde_json::from_str(&read(&path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(file["source"].as_str().is_some_and(|source| source.len() > 20), "{}: no source", path.display());
        let list = file["observances"].as_array().expect("a list");
        let here: Vec<&str> = list.iter().map(|one| one["id"].as_str().expect("an id")).collect();
        assert!(here.windows(2).all(|pair| pair[0] < pair[1]), "{}: not sorted", path.display());
        for id in here {
            assert!(ids.insert(id.to_string()), "{id} twice");
        }
        for one in list {
            for field in ["name", "meaning"] {
                for locale in ["en", "ko"] {
                    assert!(one[field][locale].as_str().is_some_and(|text| !text.is_empty()), "{}: {field}", one["id"]);
                }
            }
        }
    }
    assert!(ids.len() >= 260, "{} days", ids.len());
}

#[test]
fn places_are_sourced_and_name_no_place_twice() {
    let path = "src/data/places/places.toml";
    let file: toml::Table = toml::from_str(&read(Path::new(path))).unwrap_or_else(|e| panic!("{path}: {e}"));
    assert!(file["source"].as_str().is_some_and(|source| source.len() > 20), "no source");
    let (mut regions, mut names) = (BTreeSet::new(), BTreeSet::new());
    for place in file["place"].as_array().expect("places") {
        let region = place["region"].as_str().expect("a region");
        assert!(regions.insert(region), "{region} twice");
        assert!(region == "world" || region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase()), "{region}");
        let terms = place["terms"].as_str().expect("terms");
        for name in terms.split(['\n', ',']).map(str::trim).filter(|name| !name.is_empty()) {
            assert!(names.insert(name.to_lowercase()), "{region}: {name} twice");
        }
    }
}

#[test]
fn only_one_file_asks_the_network() {
    let ways = ["\"fetch\"", "fetch_with", "XmlHttpRequest", "WebSocket", "EventSource", "send_beacon", "RequestInit"];
    for path in files("src", "rs") {
        let ours = path == Path::new("src/browser/fetch.rs");
        // Tasks and test drivers are no part of the extension.
        if ours || path.starts_with("src/bin/xtask") || path.starts_with("src/drive") {
            continue;
        }
        let text = read(&path);
        for way in ways {
            assert!(!text.contains(way), "{} names {way}", path.display());
        }
    }
    assert!(read(Path::new("src/browser/fetch.rs")).contains("RequestCredentials::Omit"));
}

#[test]
fn moods_are_sourced_and_no_word_shows_two() {
    let path = "src/data/moods/moods.toml";
    let file: toml::Table = toml::from_str(&read(Path::new(path))).unwrap_or_else(|e| panic!("{path}: {e}"));
    assert!(file["source"].as_str().is_some_and(|source| source.len() > 20), "no source");
    let mut words = BTreeSet::new();
    for mood in file["mood"].as_array().expect("moods") {
        let terms = mood["terms"].as_str().expect("terms");
        for word in terms.split(['\n', ',']).map(str::trim).filter(|word| !word.is_empty()) {
            assert!(words.insert(word.to_lowercase()), "{}: {word} twice", mood["feeling"]);
        }
    }
    assert!(words.len() > 400, "{} words", words.len());
}
