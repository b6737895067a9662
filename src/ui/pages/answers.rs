//! The three questions of the onboarding, and the profile they make. What a fuller profile holds beside is kept.

use crate::profile::{Position, Profile, Stance, Statement};

/// Stances that the onboarding asks about.
pub const ASKED: usize = 3;

/// One thing the brand stands for (or against, or says nothing about), with one sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    pub target: String,
    pub position: Position,
    pub sentence: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    pub name: String,
    pub sector: String,
    pub stands: [Stand; ASKED],
}

impl Answers {
    /// The answers that a profile gives already.
    pub fn of(profile: &Profile) -> Answers {
        let stand = |at: usize| {
            profile.stances.get(at).map_or_else(Stand::default, |stance| Stand {
                target: stance.target.clone(),
                position: stance.position,
                sentence: stance.statements.first().map(|s| s.text.clone()).unwrap_or_default(),
            })
        };
        Answers { name: profile.name.clone(), sector: profile.sector.clone(), stands: std::array::from_fn(stand) }
    }

    /// Puts the answers into a profile. A stand without a target is left out, its old stance with it.
    pub fn put(&self, base: &Profile) -> Profile {
        let asked = self.stands.iter().enumerate().filter(|(_, stand)| !stand.target.trim().is_empty());
        let stances = asked.map(|(at, stand)| stand.put(base.stances.get(at).cloned().unwrap_or_default()));
        let rest = base.stances.iter().skip(ASKED).cloned();
        Profile {
            name: self.name.trim().into(),
            sector: self.sector.trim().into(),
            stances: stances.chain(rest).collect(),
            ..base.clone()
        }
    }
}

impl Stand {
    fn put(&self, mut stance: Stance) -> Stance {
        stance.target = self.target.trim().into();
        stance.position = self.position;
        let sentence = self.sentence.trim();
        match stance.statements.first_mut() {
            Some(first) if sentence.is_empty() && first.date.is_empty() && first.url.is_empty() => {
                stance.statements.remove(0);
            }
            // A dated or linked statement is evidence: an emptied box does not throw it away.
            Some(_) if sentence.is_empty() => {}
            Some(first) => first.text = sentence.into(),
            None if sentence.is_empty() => {}
            None => stance.statements.push(Statement { text: sentence.into(), ..Statement::default() }),
        }
        stance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stance(target: &str, text: &str, date: &str) -> Stance {
        let statements = vec![Statement { text: text.into(), date: date.into(), url: String::new() }];
        Stance { target: target.into(), statements, owner: "Mina".into(), ..Stance::default() }
    }

    #[test]
    fn answers_that_are_not_changed_change_no_profile() {
        let names = ["a", "b", "c", "d"];
        let full = Profile {
            name: "해오름".into(),
            regions: vec!["KR".into()],
            stances: names.iter().map(|n| stance(n, "said", "2024")).collect(),
            ..Profile::default()
        };
        for profile in [Profile::default(), full] {
            assert_eq!(Answers::of(&profile).put(&profile), profile);
        }
    }

    #[test]
    fn an_emptied_target_takes_its_stance_away_and_only_that() {
        let base = Profile { stances: vec![stance("a", "x", ""), stance("b", "y", "")], ..Profile::default() };
        let mut answers = Answers::of(&base);
        answers.stands[0].target = " ".into();
        let put = answers.put(&base);
        assert_eq!(put.stances, [stance("b", "y", "")]);
    }

    #[test]
    fn a_dated_statement_outlives_an_emptied_box() {
        let base = Profile { stances: vec![stance("a", "x", "2024"), stance("b", "y", "")], ..Profile::default() };
        let mut answers = Answers::of(&base);
        answers.stands.iter_mut().for_each(|stand| stand.sentence.clear());
        let put = answers.put(&base);
        assert_eq!(put.stances[0].statements[0].text, "x");
        assert!(put.stances[1].statements.is_empty());
        assert_eq!(put.stances[1].owner, "Mina");
    }
}
