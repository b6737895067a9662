//! What one review costs, native: by length, language and number of events, cold and warm, beside a bare scan.
//!
//! `cargo bench --no-default-features --features cli -- OUT.json`; OUT.json gets the figures and the texts, so that
//! other tools can be measured on the same texts in the same run (`beside.mjs`). Times are in µs.

mod past;

use aho_corasick::AhoCorasick;
use nunchi::engine::{Draft, Event, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use serde_json::{Value, json};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// UTF-16 units of the texts: a post on X, a long post on LinkedIn, an article.
const LENGTHS: [usize; 4] = [280, 1000, 3000, 25_000];
const EVENTS: [usize; 3] = [1, 50, 1000];
const COLD_STARTS: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == "--cold") {
        return println!("{}", cold());
    }
    let (english, korean) = (drafts("en"), drafts("ko"));
    let mut rows = Vec::new();
    println!("one review, native, µs            p50      p99   bare scan   times the scan");
    let scan = bare();
    for (lang, drafts) in [("en", &english), ("ko", &korean)] {
        for length in LENGTHS {
            let text = text_of(drafts, length);
            let (p50, p99) = reviews(&text, &events(1));
            let (floor, _) = times(length, || scan.find_overlapping_iter(black_box(text.as_str())).count());
            println!("{lang} {length:>6} characters      {p50:>10.1} {p99:>8.1} {floor:>11.1} {:>16.1}", p50 / floor);
            rows.push(json!({ "lang": lang, "length": length, "p50": p50, "p99": p99, "scan": floor, "text": text }));
        }
    }
    println!("\n280 characters with events        p50      p99");
    let mut by_events = Vec::new();
    for (lang, drafts) in [("en", &english), ("ko", &korean)] {
        for count in EVENTS {
            let (p50, p99) = reviews(&text_of(drafts, 280), &events(count));
            println!("{lang} {count:>6} events          {p50:>10.1} {p99:>8.1}");
            by_events.push(json!({ "lang": lang, "events": count, "p50": p50, "p99": p99 }));
        }
    }
    past::growth();
    let begin = cold_starts();
    println!("\nstart to first verdict, a process of its own: {:.1} ms", begin / 1000.0);
    if let Some(kib) = resident() {
        println!("memory at most, texts and tables of this bench included: {:.1} MiB", kib as f64 / 1024.0);
    }
    if let Some(out) = arguments.first() {
        let all = json!({ "reviews": rows, "events": by_events, "cold": begin });
        std::fs::write(out, all.to_string()).unwrap_or_else(|e| panic!("{out}: {e}"));
    }
}

/// The drafts of the development corpus in one language: what people post.
fn drafts(lang: &str) -> Vec<String> {
    let rows = read("tests/corpus/dev.jsonl");
    let rows = rows.lines().map(|row| serde_json::from_str::<Value>(row).expect("a row of the corpus"));
    rows.filter(|row| row["lang"] == lang).filter_map(|row| row["draft"].as_str().map(str::to_string)).collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Drafts one after another until the text has `length` UTF-16 units.
fn text_of(drafts: &[String], length: usize) -> String {
    let mut text = String::new();
    let mut units = 0;
    for c in drafts.iter().cycle().flat_map(|draft| draft.chars().chain(['\n'])) {
        units += c.len_utf16();
        if units > length {
            break;
        }
        text.push(c);
    }
    text
}

/// Headlines as a feed shows them; every fifth is grave and near.
fn events(count: usize) -> Vec<Event> {
    let trends = read("src/cli/eval/trends.txt");
    let lines: Vec<&str> = trends.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    let grave = ["house fire kills family in", "flood warning for", "shooting reported in", "train derails near"];
    (0..count)
        .map(|at| match at % 5 {
            0 => format!("{} district {at}", grave[at / 5 % grave.len()]),
            _ => format!("{} {}", lines[at % lines.len()], at / lines.len()),
        })
        .map(|line| Event::trend(&line))
        .collect()
}

fn judge(events: &[Event]) -> Judge {
    let regions = ["US", "GB", "KR"].iter().map(|region| region.to_string()).collect();
    Judge::of("Moonrise Bakery", "bakery", Vec::new(), &Settings::default(), regions, events, "2026-06-09")
}

fn reviews(text: &str, events: &[Event]) -> (f64, f64) {
    let judge = judge(events);
    let draft = Draft { text: text.to_string(), ..Draft::default() };
    times(text.len(), || judge.review(black_box(&draft), "x", Locale::En))
}

/// Median and 99th percentile of many runs, after some to warm up.
fn times<T>(length: usize, mut run: impl FnMut() -> T) -> (f64, f64) {
    let count = (2_000_000 / length.max(1)).clamp(200, 4000);
    let mut all: Vec<f64> = (0..count + count / 5)
        .map(|_| {
            let begin = Instant::now();
            black_box(run());
            begin.elapsed().as_secs_f64() * 1e6
        })
        .skip(count / 5)
        .collect();
    all.sort_by(f64::total_cmp);
    (all[all.len() / 2], all[all.len() * 99 / 100])
}

/// In a process that has judged nothing yet: judge made and first draft reviewed, in µs.
fn cold() -> f64 {
    let (events, text) = (events(50), text_of(&drafts("en"), 280));
    let begin = Instant::now();
    black_box(judge(&events).review(&Draft { text, ..Draft::default() }, "x", Locale::En));
    begin.elapsed().as_secs_f64() * 1e6
}

fn cold_starts() -> f64 {
    let me = std::env::current_exe().expect("the bench knows its own file");
    let start = || {
        let output = std::process::Command::new(&me).arg("--cold").output().expect("the bench starts itself");
        String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().expect("a number of µs")
    };
    let mut all: Vec<f64> = (0..COLD_STARTS).map(|_| start()).collect();
    all.sort_by(f64::total_cmp);
    all[COLD_STARTS / 2]
}

/// Every term of the knowledge files in one automaton and nothing else: what any list of words must cost.
fn bare() -> AhoCorasick {
    let (mut terms, mut folders) = (Vec::new(), vec![Path::new("src/data").to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "toml") {
                let file: toml::Table = toml::from_str(&read(&path.to_string_lossy())).expect("a knowledge file");
                for group in file.get("group").and_then(|groups| groups.as_array()).into_iter().flatten() {
                    let list = group.get("terms").and_then(|terms| terms.as_str()).unwrap_or_default();
                    terms.extend(
                        list.split(['\n', ',']).map(|term| term.trim_matches([' ', '~', '*', '$']).to_string()),
                    );
                }
            }
        }
    }
    terms.retain(|term| !term.is_empty());
    AhoCorasick::new(&terms).expect("a list of words fits an automaton")
}

/// The most memory this process ever held, in KiB; Linux tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
