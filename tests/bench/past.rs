//! What past posts cost, by their number: reading one into the index, the index itself, and a review that knows it.

use crate::{drafts, events, judge, read, text_of, times};
use nunchi::claims::{Entry, Ledger};
use nunchi::engine::{Draft, Locale};
use std::hint::black_box;
use std::time::Instant;

const COUNTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

pub fn growth() {
    println!("\npast posts                  µs a post   index, KB   review p50, µs   added");
    let posts = texts();
    let draft = Draft { text: text_of(&drafts("en"), 280), ..Draft::default() };
    let alone = judge(&events(1));
    let (without, _) = times(280, || alone.review(black_box(&draft), "x", Locale::En));
    let mut ledger = Ledger::default();
    let mut known = 0;
    for count in COUNTS {
        let begin = Instant::now();
        for at in known..count {
            let date = format!("{}-{:02}-{:02}", 2010 + at / 336 % 16, at / 28 % 12 + 1, at % 28 + 1);
            let entry = Entry { text: posts[at % posts.len()].clone(), date, ..Entry::default() };
            ledger.add(alone.targets(), &entry);
        }
        let each = begin.elapsed().as_secs_f64() * 1e6 / (count - known) as f64;
        known = count;
        let size = serde_json::to_string(&ledger).map_or(0, |text| text.len());
        let judge = judge(&events(1)).with_past(&ledger);
        let (with, _) = times(280, || judge.review(black_box(&draft), "x", Locale::En));
        println!("{count:>9} {each:>26.1} {:>11.1} {with:>16.1} {:>+7.1}", size as f64 / 1024.0, with - without);
    }
}

/// Texts that take sides and texts that do not, as an archive has them.
fn texts() -> Vec<String> {
    let mut all: Vec<String> = drafts("en").into_iter().chain(drafts("ko")).collect();
    for file in ["en-1", "en-2", "ko-1", "ko-2"] {
        let table: toml::Table =
            toml::from_str(&read(&format!("tests/claims/{file}.toml"))).expect("a table of claims");
        for target in table.get("target").and_then(|list| list.as_array()).into_iter().flatten() {
            let lists = ["favor", "against", "unsure"].iter().filter_map(|side| target.get(side)?.as_str());
            let rows = lists.flat_map(|list| list.lines()).filter_map(|line| line.split_once(" | "));
            all.extend(rows.map(|(_, text)| text.to_string()));
        }
    }
    all
}
