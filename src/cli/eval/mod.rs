//! `nunchi eval`: a corpus with answers, judged without seeing them, and the tables of results.

mod noise;
mod ordinary;
mod reliability;
mod table;

use super::review::each;
use super::row::Row;
use crate::engine::{Level, Verdict};
use serde::Deserialize;

pub use noise::{Change, Silent, by_trends, days, without_events};
pub use reliability::{bins, distance};

/// The answers of a row.
#[derive(Deserialize)]
struct Answer {
    label: Level,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    constructed: bool,
    #[serde(default)]
    label_confidence: String,
    #[serde(default)]
    pair: Option<String>,
}

/// One row with its answers and the verdict on it.
pub struct Judged {
    pub id: String,
    row: Row,
    answer: Answer,
    verdict: Verdict,
}

impl Judged {
    /// The level that the answers ask for.
    pub fn label(&self) -> Level {
        self.answer.label
    }

    pub fn level(&self) -> Level {
        self.verdict.level
    }

    pub fn lang(&self) -> &str {
        &self.answer.lang
    }
}

pub fn run(args: &[String]) -> Result<(), String> {
    let given = |option: &str| args.iter().any(|arg| arg == option);
    let path = args.iter().find(|arg| !arg.starts_with("--")).ok_or("eval needs a file")?;
    if given("--ordinary") {
        return ordinary::run(path, given("--texts"));
    }
    let rows = judge(path)?;
    print!("{}", table::table(&rows));
    print!("{}", reliability::table(&rows));
    print!("{}", noise::table(&rows));
    if given("--rows") {
        println!("\nlabel\tverdict\tid\tfindings");
        for row in &rows {
            println!("{:?}\t{:?}\t{}\t{}", row.label(), row.level(), row.id, checks(&row.verdict));
        }
    }
    Ok(())
}

/// `woken-idiom:hold stereotype:hint`.
fn checks(verdict: &Verdict) -> String {
    let list: Vec<String> = verdict.findings.iter().map(|f| format!("{}:{:?}", f.check, f.level)).collect();
    list.join(" ").to_lowercase()
}

/// Judges every row of a corpus file.
pub fn judge(path: &str) -> Result<Vec<Judged>, String> {
    let mut rows = Vec::new();
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let mut answers = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str::<Answer>(line).map_err(|e| e.to_string()));
    each(text.as_bytes(), |number, row: Result<Row, String>| {
        let broken = |e: String| format!("{path}: row {number}: {e}");
        let row = row.map_err(broken)?;
        let answer = answers.next().ok_or_else(|| broken("no answer".into()))?.map_err(broken)?;
        let verdict = row.verdict_with(&[]);
        let id = row.id.as_str().map_or_else(|| number.to_string(), str::to_string);
        rows.push(Judged { id, row, answer, verdict });
        Ok(())
    })?;
    Ok(rows)
}
