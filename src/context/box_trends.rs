//! The box of trends that a site shows beside its own page: its lines, as names that people look at now.
//!
//! One family for itself, and a weak one: what a page shows may be chosen for this one person, or paid for. So such a
//! name is at most something to be aware of; it never makes a crisis.

use crate::engine::{Event, Known, Tone};
use crate::knowledge;

/// Most names, and the longest, in characters.
const MAX_NAMES: usize = 30;
const MAX_NAME: usize = 100;

/// The names out of the lines of each entry: without "Trending in Korea", "12.3K posts", and without what is paid for.
pub fn names(entries: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for entry in entries.iter().take(MAX_NAMES) {
        let lines = || entry.lines().map(str::trim).filter(|line| !line.is_empty());
        if lines().any(is_paid) {
            continue;
        }
        let name: String = lines().find(|line| !is_head(line)).unwrap_or_default().chars().take(MAX_NAME).collect();
        if name.chars().count() > 1 && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn is_paid(line: &str) -> bool {
    let line = line.to_lowercase();
    line.starts_with("promoted") || line.contains("프로모션") || line.starts_with("광고")
}

/// "1", "·", "Trending", "Politics · Trending", "대한민국에서 트렌드 중", "실시간 트렌드", "12.3K posts", "게시물 3,456개".
fn is_head(line: &str) -> bool {
    let lower = line.to_lowercase();
    let figures = lower.chars().any(|c| c.is_ascii_digit());
    let tag = line.starts_with(['#', '＃']);
    !tag && (lower.chars().all(|c| !c.is_alphabetic())
        || lower.starts_with("trending")
        || lower.ends_with("trending")
        || lower.contains(" · ")
        || lower.contains("트렌드")
        || figures && (lower.ends_with("posts") || lower.starts_with("게시물")))
}

/// The same for the judge. `source`: who says so, in the reader's words.
pub fn events(names: &[String], source: &str) -> Vec<Event> {
    let event = |(number, name): (usize, &String)| Event {
        id: format!("page-{number}"),
        name: name.clone(),
        tone: tone(name),
        gravity: 1,
        source: source.into(),
        ..Event::default()
    };
    names.iter().take(MAX_NAMES).enumerate().map(event).collect()
}

/// Light, or not told: a grave word in a name alone proves nothing.
pub fn tone(name: &str) -> Tone {
    let known = Known::read(knowledge::get(), &Event::trend(name));
    if known.gravity == 0 { Tone::Celebratory } else { Tone::Unknown }
}
