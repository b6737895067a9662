//! What must not matter, and what must: unrelated trends added to every row, and every row's own events taken away.

use super::{Judged, checks};
use crate::cli::score::share;
use crate::engine::{Event, EvidenceKind, Level, Verdict};
use std::collections::BTreeSet;

/// Days of a trend feed that have nothing to do with the rows.
const TRENDS: &str = include_str!("trends.txt");

/// A row whose verdict is another one than before.
pub struct Change {
    pub id: String,
    /// Which day of unrelated trends it was, counted from 1.
    pub day: usize,
    pub before: Level,
    pub after: Verdict,
}

/// The unrelated trends, day by day, twenty each.
pub fn days() -> Vec<Vec<Event>> {
    TRENDS
        .split("\n\n")
        .map(|day| day.lines().filter(|line| !is_comment(line)).map(Event::trend).collect::<Vec<_>>())
        .filter(|day| !day.is_empty())
        .collect()
}

/// A comment has a space after its sign; a hashtag has none.
fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with("# ")
}

/// Every change of level that a day of unrelated trends makes, over all days.
pub fn by_trends(rows: &[Judged]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, day) in days().iter().enumerate() {
        for row in rows {
            let after = row.row.verdict_with(day);
            if after.level != row.level() {
                changes.push(Change { id: row.id.clone(), day: at + 1, before: row.level(), after });
            }
        }
    }
    changes
}

/// A bad row that only its events make bad, judged without them.
pub struct Silent {
    pub id: String,
    pub after: Verdict,
}

/// The rows that only the event makes bad: the same text stands in the corpus as clear on another day, or the row's kind
/// says that the post was merely scheduled into a crisis. Each is judged with its events removed; the calendar stays.
pub fn without_events(rows: &[Judged]) -> Vec<Silent> {
    rows.iter()
        .filter(|row| row.label() >= Level::Caution && row.row.has_events() && (twin(row, rows) || scheduled(row)))
        .map(|row| Silent { id: row.id.clone(), after: row.row.without_events().verdict_with(&[]) })
        .collect()
}

fn twin(row: &Judged, rows: &[Judged]) -> bool {
    let same = |other: &&Judged| other.answer.pair == row.answer.pair && other.row.draft == row.row.draft;
    row.answer.pair.is_some() && rows.iter().filter(same).any(|other| other.label() == Level::Clear)
}

fn scheduled(row: &Judged) -> bool {
    let timing = ["scheduled-post-during-crisis", "celebration-during-crisis"];
    !row.answer.kinds.is_empty() && row.answer.kinds.iter().all(|kind| timing.contains(&kind.as_str()))
}

pub fn table(rows: &[Judged]) -> String {
    let days = days().len();
    let changes = by_trends(rows);
    let mut out = format!(
        "\nnoise: {days} days of twenty unrelated trends added to each row: {} of {} verdicts changed\n",
        changes.len(),
        days * rows.len()
    );
    for Change { id, day, before, after } in &changes {
        let reasons = after.findings.iter().flat_map(|finding| &finding.evidence);
        let events: BTreeSet<&str> =
            reasons.filter(|one| one.kind == EvidenceKind::Event).map(|one| one.text.as_str()).collect();
        out += &format!("  day {day:<3} {id:<34} {before:?} → {:?}  {} {events:?}\n", after.level, checks(after));
    }
    let silent = without_events(rows);
    let quiet = silent.iter().filter(|row| row.after.level <= Level::Hint).count();
    out += &format!(
        "\nevents removed: {} rows that only the event makes bad become clear or hint\n",
        share(quiet as u32, silent.len() as u32)
    );
    for row in silent.iter().filter(|row| row.after.level > Level::Hint) {
        out += &format!("  {:<34} {:?}  {}\n", row.id, row.after.level, checks(&row.after));
    }
    out
}
