//! The brand as the engine compares it: declared lines out of a profile or out of plain strings.

mod about;
pub mod days;
pub mod ics;
mod ics_line;
pub mod outline;
pub mod promise;
pub mod review;
pub mod sample;
pub mod silence;

use crate::engine::Line;
use crate::profile::{Position, Profile, Stance};

/// Most lines that are compared; a profile's limits keep it below in practice.
const MAX_LINES: usize = 2000;

/// Every stance and statement of a profile as one line.
pub fn lines(profile: &Profile) -> Vec<Line> {
    let mut lines = Vec::new();
    for stance in &profile.stances {
        let mut names = vec![stance.target.clone()];
        names.extend(stance.aliases.iter().cloned());
        names.extend(stance.hashtags.iter().map(|tag| tag.trim_start_matches('#').to_string()));
        let base = Line {
            text: stance.target.clone(),
            date: String::new(),
            url: String::new(),
            against: stance.position == Position::Against,
            silent: stance.position == Position::NoComment,
            names,
            red_lines: stance.red_lines.clone(),
            sides: Vec::new(),
            overdue: false,
            due: None,
            turned: turned(stance),
        };
        if stance.statements.is_empty() {
            lines.push(base.clone());
        }
        for (at, statement) in stance.statements.iter().enumerate() {
            lines.push(Line {
                text: statement.text.clone(),
                date: statement.date.clone(),
                url: statement.url.clone(),
                red_lines: if at == 0 { base.red_lines.clone() } else { Vec::new() },
                ..base.clone()
            });
        }
        for promise in &stance.commitments {
            let by = if promise.until.is_empty() { String::new() } else { format!(" ({})", promise.until) };
            // What can be shown to be kept is no longer due.
            let due = if promise.receipts.is_empty() { promise.until.clone() } else { String::new() };
            let (text, due) = (format!("{}{by}", promise.what), Some(due));
            lines.push(Line { text, due, red_lines: Vec::new(), ..base.clone() });
        }
    }
    lines.truncate(MAX_LINES);
    lines
}

/// What a stance said before its position was turned round, and the day on which that was done.
fn turned(stance: &Stance) -> Option<(String, String)> {
    let change = stance.changes.iter().rfind(|change| change.position != stance.position)?;
    let old = change.statements.first().unwrap_or(&stance.target);
    Some((old.clone(), change.date.clone()))
}

/// Plain strings, as a person jots them down, as statements without a date.
pub fn plain(strings: &[String]) -> Vec<Line> {
    strings
        .iter()
        .take(MAX_LINES)
        .map(|text| Line { text: text.chars().take(2000).collect(), ..Line::default() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Commitment, Stance};

    #[test]
    fn a_promise_is_a_line_of_its_own_and_due_until_it_is_shown_to_be_kept() {
        let promise = |receipts: &[&str]| Commitment {
            what: "All packaging recyclable".into(),
            until: "2025".into(),
            receipts: receipts.iter().map(|receipt| receipt.to_string()).collect(),
            ..Commitment::default()
        };
        let commitments = vec![promise(&[]), promise(&["https://example.org/report"])];
        let stance = Stance { target: "plastic waste".into(), commitments, ..Stance::default() };
        let lines = lines(&Profile { stances: vec![stance], ..Profile::default() });
        let told: Vec<(&str, Option<&str>)> =
            lines.iter().map(|line| (line.text.as_str(), line.due.as_deref())).collect();
        let text = "All packaging recyclable (2025)";
        assert_eq!(told, [("plastic waste", None), (text, Some("2025")), (text, Some(""))]);
    }
}
