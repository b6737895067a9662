//! `nunchi eval --ordinary FILE`: posts that are nobody's scandal, without events. Whatever is flagged is read by hand.

use super::checks;
use crate::cli::score::wilson;
use crate::engine::{Draft, Level, Locale, Verdict};
use crate::judge::Judge;
use crate::settings::Settings;
use std::collections::BTreeSet;

/// One post of the list that is flagged at caution or above.
struct Flag<'a> {
    id: &'a str,
    text: &'a str,
    verdict: Verdict,
}

/// A line is `id<TAB>text`, or the text alone, which then has its line number for an id. `texts` prints the texts too:
/// for reading, not for committing, where a licence forbids it.
pub fn run(path: &str, texts: bool) -> Result<(), String> {
    let list = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &[], "");
    let (mut posts, mut hints, mut flags) = (0u32, 0u32, Vec::new());
    for (at, line) in list.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (id, text) = line.split_once('\t').unwrap_or(("", line));
        let verdict = judge.review(&Draft { text: text.to_string(), ..Draft::default() }, "", Locale::En);
        posts += 1;
        hints += u32::from(verdict.level == Level::Hint);
        if verdict.level >= Level::Caution {
            flags.push((at + 1, Flag { id, text, verdict }));
        }
    }
    println!("flagged at caution or above          {}", share(flags.len() as u32, posts));
    println!("held                                 {}", share(held(&flags), posts));
    println!("hints                                {}", share(hints, posts));
    for (line, flag) in &flags {
        let id = if flag.id.is_empty() { line.to_string() } else { flag.id.to_string() };
        let text = if texts { flag.text } else { "" };
        println!("{id}\t{}\t{text}", checks(&flag.verdict));
    }
    Ok(())
}

/// `0.38 % [0.24–0.59] of 5000`: shares so small want two places.
fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "–".to_string();
    }
    let (low, high) = wilson(part, whole);
    let of = f64::from(part) / f64::from(whole);
    format!("{:.2} % [{:.2}–{:.2}] of {whole}", of * 100.0, low * 100.0, high * 100.0)
}

fn held(flags: &[(usize, Flag)]) -> u32 {
    flags.iter().filter(|(_, flag)| flag.verdict.level == Level::Hold).count() as u32
}
