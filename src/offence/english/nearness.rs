//! What people are said to do to the writer, and whom the writer will not have near: "they give me the creeps",
//! "I hate being around women", "I won't share a table with them".

use super::Sentence;
use super::units::Unit;
use super::words::*;
use crate::engine::Sense;

impl Sentence<'_> {
    /// Whether the people are the whole object: "seeing women", not "seeing women suffer".
    pub fn closed(&self, at: usize) -> bool {
        if self.units[at].owner {
            return false;
        }
        const ENDS: &[&str] = &[
            "again",
            "all",
            "and",
            "anymore",
            "anyway",
            "anywhere",
            "around",
            "as",
            "at",
            "because",
            "but",
            "even",
            "ever",
            "everywhere",
            "here",
            "in",
            "kissing",
            "near",
            "on",
            "or",
            "period",
            "so",
            "there",
            "these",
            "today",
            "too",
            "when",
            "without",
        ];
        self.after(at, 1).next().is_none_or(|(_, unit)| unit.pause || ENDS.contains(&unit.word))
    }

    /// The first person, of one or of all.
    fn first_person(unit: &Unit) -> bool {
        matches!(
            unit.word,
            "i" | "i'm"
                | "i'd"
                | "i'll"
                | "i've"
                | "im"
                | "me"
                | "my"
                | "we"
                | "we'd"
                | "we'll"
                | "us"
                | "our"
                | "nobody"
                | "none"
        )
    }

    /// "immigrants make my blood boil", "gays give me the creeps".
    pub fn moving(&self, at: usize) -> Option<(usize, bool)> {
        let (verb, _) = self.after(at, 4).find(|(_, unit)| !unit.roles.has(FILL) || unit.roles.has(CAUSES))?;
        let (whom, object) = self.after(verb, 1).next()?;
        let all = matches!(object.word, "everyone" | "people" | "anyone" | "everybody" | "you");
        if !self.units[verb].roles.has(CAUSES) || !(Self::first_person(object) || all) {
            return None;
        }
        let said = self.after(whom, 5).take_while(|(_, unit)| !unit.pause && !unit.roles.has(NEGATION));
        let mut felt = said.filter(|(_, unit)| unit.roles.has(AVERSION) || unit.is.has(Sense::Loathe));
        felt.next().map(|(deed, _)| (deed, false))
    }

    /// "I want to vomit when I see women", "sick at the sight of them".
    pub fn sickened(&self, at: usize) -> Option<(usize, bool)> {
        let mut seen = false;
        for (before, unit) in self.before(at, 10) {
            let felt = unit.roles.has(AVERSION) && unit.word != "off" || unit.word.starts_with("sick");
            if seen && felt {
                let mut front = self.before(before, 5);
                let own = front.any(|(_, unit)| Self::first_person(unit)) && !self.refuses_not(before);
                return (own && self.closed(at)).then_some((before, false));
            }
            seen |= matches!(
                unit.word,
                "see" | "seeing" | "sight" | "hear" | "near" | "around" | "meet" | "touch" | "think"
            );
            if unit.pause || unit.word.starts_with("how") || unit.roles.has(NEGATION) {
                return None;
            }
        }
        None
    }

    /// "I don't feel sick": denied.
    fn refuses_not(&self, at: usize) -> bool {
        self.before(at, 5).any(|(_, unit)| unit.roles.has(NEGATION) && unit.word != "can't")
    }

    /// "I hate being around women", "can't stand the sight of them".
    pub fn beside(&self, at: usize) -> Option<(usize, bool)> {
        let mut near = false;
        for (verb, unit) in self.before(at, 8) {
            if unit.is.has(Sense::Loathe) {
                let before: Vec<&str> = self.before(verb, 4).map(|(_, unit)| unit.word).collect();
                let own = before.first().is_none_or(|word| Roles::of(word).has(SELF))
                    && !before.iter().any(|word| matches!(*word, "who" | "he" | "she" | "they" | "you" | "people"));
                let denied = before.iter().take(3).any(|word| Roles::of(word).has(NEGATION));
                return (near && own && !denied && self.closed(at)).then_some((verb, unit.grave));
            }
            near |= unit.roles.has(NEAR);
            if unit.pause || !(unit.roles.has(FILL) || unit.roles.has(NEAR) || unit.is.has(Sense::Epithet)) {
                return None;
            }
        }
        None
    }

    /// "I won't share a table with them", "would rather die than live with one", "no one wants immigrants here".
    pub fn refused(&self, at: usize) -> Option<(usize, bool)> {
        let (mut contact, mut me) = (None, false);
        for (before, unit) in self.before(at, 10) {
            if unit.pause && contact.is_none() {
                return None;
            }
            me |= Self::first_person(unit);
            let rather = unit.word == "than" && self.before(before, 4).any(|(_, unit)| unit.word == "rather");
            let no = unit.roles.has(NEGATION) && !matches!(unit.word, "without" | "nothing")
                || matches!(unit.word, "refuse" | "rather" | "refusing" | "ashamed" | "embarrassed" | "hate");
            if let Some(verb) = contact
                && (no || rather)
            {
                let own = me || self.before(before, 4).any(|(_, unit)| Self::first_person(unit));
                return (own && self.closed(at)).then_some((verb, false));
            }
            if unit.roles.has(CONTACT) || matches!(unit.word, "want" | "wants") {
                contact = Some(before);
            } else if !(unit.roles.has(FILL)
                || unit.roles.has(NEAR)
                || unit.roles.has(SCENE)
                || Self::first_person(unit))
            {
                return None;
            }
        }
        None
    }

    /// "a dog has more sense than a woman", "I prefer rats to immigrants", "no such thing as a smart woman".
    pub fn belittled(&self, at: usize) -> Option<(usize, bool)> {
        let (than, unit) =
            self.before(at, 4).find(|(_, unit)| !unit.roles.has(FILL) || matches!(unit.word, "than" | "to"))?;
        let none = |word: &str| matches!(word, "no" | "not" | "never");
        let such = self.before(at, 6).any(|(_, unit)| unit.word == "thing" || unit.word == "such")
            && self.before(at, 7).any(|(_, unit)| none(unit.word))
            && self.before(at, 4).any(|(_, unit)| unit.word == "as")
            && self.before(at, 1).any(|(_, unit)| !unit.roles.any());
        if such && self.closed(at) {
            return Some((at - 1, false));
        }
        if !matches!(unit.word, "than" | "to" | "over") {
            return None;
        }
        let (lowly, _) = self.before(than, 9).find(|(_, unit)| unit.roles.has(LOWLY))?;
        let rated = |word: &str| {
            matches!(
                word,
                "more"
                    | "better"
                    | "higher"
                    | "smarter"
                    | "cleaner"
                    | "nicer"
                    | "prefer"
                    | "cleverer"
                    | "rather"
                    | "over"
            )
        };
        let rated = self.before(than + 1, 9).any(|(_, unit)| rated(unit.word));
        (rated && self.closed(at)).then_some((lowly, false))
    }

    /// "if I ever see a Muslim here I will smash his face".
    pub fn ambushed(&self, at: usize) -> Option<(usize, bool)> {
        let front: Vec<&str> = self.before(at, 7).map(|(_, unit)| unit.word).collect();
        let seen = front.iter().any(|word| matches!(*word, "see" | "catch" | "meet" | "find" | "spot"));
        let own = seen && front.iter().any(|word| matches!(*word, "if" | "when" | "whenever" | "time"));
        let (will, _) =
            self.after(at, 9).find(|(_, unit)| matches!(unit.word, "i'll" | "i'd" | "i'm" | "will" | "i" | "we'll"))?;
        let mut rest = self.after(will, 4).take_while(|(_, unit)| !unit.roles.has(NEGATION));
        let (deed, unit) = rest.find(|(_, unit)| unit.is.has(Sense::Harm))?;
        own.then_some((deed, unit.grave))
    }

    /// "I wish there were no Muslims", "I wish they didn't exist".
    pub fn unwished(&self, at: usize) -> Option<(usize, bool)> {
        let front: Vec<&str> = self.before(at, 5).map(|(_, unit)| unit.word).collect();
        let wish = front.iter().any(|word| matches!(*word, "wish" | "imagine" | "if"));
        if front.first() == Some(&"no") && front.contains(&"there") && wish && self.closed(at) {
            return Some((at - 1, false));
        }
        let wished = front.iter().take(2).any(|word| *word == "wish");
        let mut no = false;
        for (next, unit) in self.after(at, 5).take_while(|_| wished) {
            no |= unit.roles.has(NEGATION);
            if no && unit.roles.has(RIGHT) && !matches!(unit.word, "have" | "be") {
                return Some((next, false));
            }
            if unit.pause || !(unit.roles.has(NEGATION) || unit.roles.has(FILL)) {
                return None;
            }
        }
        None
    }
}
