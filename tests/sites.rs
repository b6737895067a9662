//! The site records against their folder, against themselves and against the frozen pages that stand for each site.

use nunchi::sites::{self, Composer, Keys, Kind, Site, Submit};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn routes() -> Value {
    let text = std::fs::read_to_string(root().join("tests/browser/sites/routes.json")).expect("routes.json is there");
    serde_json::from_str(&text).expect("routes.json is JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn site_of(page: &Value) -> Option<&'static Site> {
    sites::find(text(page, "site"))
}

/// The records of a site that a composer of a page may be known by.
fn records(site: &'static Site, composer: &Value, path: &str) -> Vec<&'static Composer> {
    let fits = |record: &&'static Composer| record.id == text(composer, "id") && path.contains(record.path);
    site.composers.iter().filter(fits).collect()
}

#[test]
fn every_record_stands_in_the_file_that_has_its_name() {
    let files: BTreeSet<String> = std::fs::read_dir(root().join("src/sites"))
        .expect("src/sites is there")
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.replace('_', "-")))
        .filter(|name| name != "mod")
        .collect();
    let ids: BTreeSet<String> = sites::all().map(|site| site.id.to_string()).collect();
    assert_eq!(ids, files);
    assert_eq!(ids.len(), sites::all().count(), "an id is there twice");
}

#[test]
fn no_host_belongs_to_two_sites_and_a_site_without_hosts_says_how_it_is_known() {
    let mut hosts = HashSet::new();
    for site in sites::all() {
        let hosted = sites::HOSTED.iter().any(|it| std::ptr::eq(*it, site));
        assert_eq!(hosted, !site.hosts.is_empty(), "{}", site.id);
        assert!(hosted || !site.detect.is_empty(), "{}", site.id);
        for host in site.hosts {
            assert!(hosts.insert(*host), "{host} twice");
            assert_eq!(*host, host.to_lowercase());
            assert!(std::ptr::eq(sites::by_host(host).expect("known"), site));
        }
    }
    assert!(sites::by_host("example.org").is_none());
}

/// What the browser cannot tell us: it takes a broken selector for one that matches nothing.
fn check_selector(selector: &str) -> Result<(), String> {
    let (mut open, mut quote) = (Vec::new(), None);
    for letter in selector.chars() {
        match (quote, letter) {
            (Some(end), _) if end == letter => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(' | '[') => open.push(letter),
            (None, ')') if open.pop() != Some('(') => return Err(format!("a ) too much in {selector}")),
            (None, ']') if open.pop() != Some('[') => return Err(format!("a ] too much in {selector}")),
            _ => {}
        }
    }
    let whole = selector.split(',').all(|part| !part.trim().is_empty());
    if quote.is_some() || !open.is_empty() || !whole || selector.contains("  ") {
        return Err(format!("not a selector list: {selector}"));
    }
    // Labels are translated.
    for label in ["[aria-label=", "[aria-label^=", "[aria-label*=", "[placeholder", "[title", "[alt="] {
        if selector.contains(label) {
            return Err(format!("{selector} hangs on {label}"));
        }
    }
    Ok(())
}

#[test]
fn selectors_are_whole_and_hang_on_no_words_of_a_language() {
    for site in sites::all() {
        for record in site.composers {
            let submit = if let Submit::Css(css) = record.submit { css } else { "" };
            assert!(!record.editor.is_empty(), "{} {}", site.id, record.id);
            let all = [record.editor, record.within, record.root, submit, record.parts, record.about, record.media];
            for selector in all.into_iter().chain([site.detect, site.never]).filter(|it| !it.is_empty()) {
                check_selector(selector).unwrap_or_else(|why| panic!("{} {}: {why}", site.id, record.id));
            }
            // `within` and `root` are asked of ancestors, which cross shadow roots by themselves.
            assert!(!record.within.contains(">>>") && !record.root.contains(">>>"), "{} {}", site.id, record.id);
        }
    }
}

#[test]
fn a_broken_selector_is_seen() {
    for broken in ["a[b", "a)", "a,,b", "a, ", "[x='1]", "[aria-label='Post']"] {
        assert!(check_selector(broken).is_err(), "{broken}");
    }
    assert!(check_selector("a:has(> b[c='d,e']), f >>> g").is_ok());
}

#[test]
fn every_site_has_frozen_pages_and_every_record_a_composer_on_one() {
    let routes = routes();
    let pages = list(&routes, "pages");
    for site in sites::all() {
        let own: Vec<&Value> = pages.iter().filter(|page| text(page, "site") == site.id).collect();
        assert!(!own.is_empty(), "{} has no page", site.id);
        for record in site.composers {
            let shown = own.iter().any(|page| {
                let path = text(page, "path");
                list(page, "composers")
                    .iter()
                    .any(|it| records(site, it, path).iter().any(|found| std::ptr::eq(*found, record)))
            });
            assert!(shown, "{} {} is on no page", site.id, record.id);
        }
    }
}

#[test]
fn pages_stand_where_their_site_is_served_and_their_files_are_there() {
    let routes = routes();
    let folder = root().join("tests/browser/sites");
    let mut places = HashSet::new();
    for page in list(&routes, "pages") {
        let (name, host) = (text(page, "page"), text(page, "host"));
        assert!(places.insert((host.to_string(), text(page, "path").to_string())), "{name} stands where another does");
        assert!(routes["csp"].get(text(page, "csp")).is_some(), "{name} has no policy");
        for file in ["index.html", "page.jsx"] {
            assert!(folder.join(name).join(file).is_file(), "{name}/{file}");
        }
        let site = site_of(page).unwrap_or_else(|| panic!("{name} is of no site"));
        let own = site.hosts.contains(&host);
        assert_eq!(page["server"] == true, !own, "{name}");
        assert!(own || !site.detect.is_empty(), "{host} is not of {}", site.id);
    }
}

#[test]
fn what_a_page_does_is_what_its_record_says() {
    let routes = routes();
    for page in list(&routes, "pages") {
        let site = site_of(page).expect("checked above");
        for composer in list(page, "composers") {
            let name = format!("{} {}", text(page, "page"), text(composer, "id"));
            let fitting = records(site, composer, text(page, "path"));
            let kind = match text(composer, "kind") {
                "post" => Kind::Post,
                "reply" => Kind::Reply,
                "comment" => Kind::Comment,
                other => panic!("{name}: {other} is no kind"),
            };
            assert!(fitting.iter().any(|record| record.kind == kind), "{name}: no record of this kind");
            let sends = |keys: fn(&Keys) -> bool| fitting.iter().any(|record| keys(&record.keys));
            for way in list(composer, "ways").iter().filter_map(Value::as_str) {
                match way {
                    "enter" => assert!(sends(|keys| keys.enter), "{name}: Enter sends there"),
                    "ctrl-enter" => assert!(sends(|keys| keys.ctrl_enter), "{name}: Ctrl+Enter sends there"),
                    "schedule" => assert!(!list(composer, "schedule").is_empty(), "{name}: schedules how?"),
                    "mouse" | "touch" | "enter-on-button" | "space-on-button" => {
                        assert!(!text(composer, "submit").is_empty(), "{name}: which button?");
                    }
                    other => panic!("{name}: {other} is no way"),
                }
            }
            assert!(!list(composer, "boxes").is_empty() <= fitting.iter().any(|record| record.thread), "{name}: boxes");
            let parts = !list(composer, "parts").is_empty();
            assert!(!parts || fitting.iter().any(|record| !record.parts.is_empty()), "{name}: parts");
            let about = !text(composer, "about").is_empty();
            assert!(!about || fitting.iter().any(|record| !record.about.is_empty()), "{name}: about");
        }
    }
}

#[test]
fn no_page_folder_is_forgotten() {
    let routes = routes();
    let known: BTreeSet<&str> = list(&routes, "pages").iter().map(|page| text(page, "page")).collect();
    let folder = root().join("tests/browser/sites");
    let mut found = BTreeSet::new();
    collect(&folder, &folder, &mut found);
    assert_eq!(found, known.iter().map(|it| it.to_string()).collect());
}

fn collect(base: &Path, at: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(at).expect("readable").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            collect(base, &path, found);
        } else if path.file_name().is_some_and(|name| name == "page.jsx") {
            let page = at.strip_prefix(base).expect("below").to_string_lossy();
            found.insert(page.replace('\\', "/"));
        }
    }
}
