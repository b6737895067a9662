//! What a stance was before: every change keeps the day, who made it, why, and the old words.

use super::{Position, Profile, Stance};
use serde::{Deserialize, Serialize};

/// Most changes that one stance remembers; the oldest go first.
pub const MAX_CHANGES: usize = 50;

/// What a stance was until a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Change {
    /// The day on which it was changed, `YYYY-MM-DD`.
    pub date: String,
    /// Who changed it: at first the owner of the stance.
    pub by: String,
    pub why: String,
    /// The position until then.
    pub position: Position,
    /// The statements until then.
    pub statements: Vec<String>,
}

/// `after` with what `before` said of the same targets, where that is no longer said. Nothing that was remembered is lost,
/// even if the page that saved knew less.
pub fn record(before: &Profile, mut after: Profile, day: &str) -> Profile {
    for stance in &mut after.stances {
        let Some(old) = before.stances.iter().find(|old| super::same(&old.target, &stance.target)) else { continue };
        if stance.changes.len() < old.changes.len() {
            stance.changes = old.changes.clone();
        }
        if said(old) != said(stance) || old.position != stance.position {
            stance.changes.push(Change {
                date: day.into(),
                by: stance.owner.clone(),
                why: String::new(),
                position: old.position,
                statements: said(old).into_iter().map(String::from).collect(),
            });
            let over = stance.changes.len().saturating_sub(MAX_CHANGES);
            stance.changes.drain(..over);
        }
    }
    after
}

fn said(stance: &Stance) -> Vec<&str> {
    stance.statements.iter().map(|statement| statement.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Statement;

    fn profile(position: Position, texts: &[&str]) -> Profile {
        let statement = |text: &&str| Statement { text: text.to_string(), ..Statement::default() };
        let stance = Stance {
            target: "Fur".into(),
            position,
            statements: texts.iter().map(statement).collect(),
            owner: "Ji-woo".into(),
            ..Stance::default()
        };
        Profile { stances: vec![stance], ..Profile::default() }
    }

    #[test]
    fn a_change_keeps_the_day_the_owner_and_the_old_words() {
        let before = profile(Position::Favor, &["Fur is craft."]);
        let after = record(&before, profile(Position::Against, &["No fur."]), "2026-11-23");
        let change = &after.stances[0].changes[0];
        assert_eq!(
            (change.date.as_str(), change.by.as_str(), change.position),
            ("2026-11-23", "Ji-woo", Position::Favor)
        );
        assert_eq!(change.statements, ["Fur is craft."]);
        assert_eq!(record(&after, after.clone(), "2026-11-24"), after, "nothing changed");
    }

    #[test]
    fn a_page_that_knew_less_erases_nothing() {
        let before = profile(Position::Favor, &["Fur is craft."]);
        let now = record(&before, profile(Position::Against, &["No fur."]), "2026-11-23");
        let older_page = profile(Position::Against, &["No fur."]);
        assert_eq!(record(&now, older_page, "2026-11-24"), now);
    }

    #[test]
    fn the_oldest_changes_go_first() {
        let mut now = profile(Position::Favor, &["0"]);
        for n in 1..MAX_CHANGES + 3 {
            let mut next = now.clone();
            next.stances[0].statements[0].text = n.to_string();
            now = record(&now, next, "2026-11-23");
        }
        let changes = &now.stances[0].changes;
        assert_eq!((changes.len(), changes[0].statements[0].as_str()), (MAX_CHANGES, "2"));
    }
}
