//! What is wished on people, or denied to them: "gays should be shot", "no Muslim deserves to live".

use super::Sentence;
use super::units::Unit;
use super::words::*;
use crate::engine::Sense;

impl Sentence<'_> {
    /// A wish of the writer: "let" as an order, not as what somebody else does.
    fn urged(&self, verb: usize) -> bool {
        let before = self.before(verb, 1).next();
        let wants = |word: &str| matches!(word, "love" | "like" | "want" | "wanna" | "wait" | "hope" | "nice");
        match self.units[verb].word {
            "let" => {}
            // "it makes me sick to see them …" wishes nothing.
            "see" => return self.before(verb, 3).any(|(_, unit)| wants(unit.word)),
            _ => return true,
        }
        self.units[verb].pause
            || before.is_none_or(|(_, unit)| {
                matches!(unit.word, "and" | "just" | "please" | "should" | "must" | "i'd" | "i" | "we")
            })
    }

    /// "gays should be shot", "women deserve to be raped", "I hope every Jew dies".
    pub fn doomed(&self, at: usize) -> Option<(usize, bool)> {
        // "Foreigners out!", "Indians go home".
        let first = self.before(at, 1).next().is_none_or(|(_, unit)| unit.word == "you" || unit.pause);
        if let Some((next, unit)) = self.after(at, 1).next()
            && first
            && (unit.word == "out" || unit.is.has(Sense::Harm) && !unit.grave)
            && self.after(next, 1).next().is_none_or(|(_, unit)| unit.pause || matches!(unit.word, "now" | "already"))
        {
            return Some((next, false));
        }
        // "No more Muslims in …".
        let front: Vec<&str> = self.before(at, 3).map(|(_, unit)| unit.word).collect();
        let place = self
            .after(at, 1)
            .next()
            .filter(|(_, unit)| matches!(unit.word, "in" | "on" | "here" | "allowed" | "please"));
        if let Some((next, unit)) = place
            && (front == ["more", "no"] || front == ["no"] && unit.word == "allowed")
        {
            return Some((next, false));
        }
        let one = |word: &str| matches!(word, "no" | "nobody" | "not" | "never");
        if self.before(at, 2).any(|(_, unit)| one(unit.word)) {
            return None;
        }
        let wished = self.before(at, 5).any(|(verb, unit)| unit.roles.has(WISH) && self.urged(verb))
            && !self.before(at, 6).any(|(_, unit)| unit.denies() && unit.word != "can't");
        // "it would be great if they disappeared".
        let better =
            |word: &str| matches!(word, "great" | "nice" | "better" | "good" | "best" | "happier" | "wonderful");
        let wished = wished || front.contains(&"if") && self.before(at, 7).any(|(_, unit)| better(unit.word));
        let (mut bound, mut steps) = (wished, 0);
        for (next, unit) in self.after(at, 10) {
            if unit.roles.has(NEGATION) {
                return None;
            }
            if bound && unit.is.has(Sense::Harm) {
                return Some((next, unit.grave));
            }
            // "should be kept on a leash".
            let place =
                |(_, unit): (usize, &Unit)| matches!(unit.word, "in" | "on" | "into" | "to" | "behind" | "against");
            if bound && !wished && unit.roles.has(CONFINES) && self.before(next, 3).any(place) {
                return Some((next, false));
            }
            let told = unit.word == "will" && self.before(at, 1).any(|(_, unit)| unit.word == "you");
            // "refugees need …": to be given something.
            let needy = matches!(unit.word, "need" | "needs")
                && !matches!(self.word_after(next).split(' ').next(), Some("to" | "a" | "their"));
            if unit.roles.has(DUTY) && (unit.word != "have" || self.word_after(next) == "to") && !needy || told {
                (bound, steps) = (true, 0);
            }
            steps += usize::from(!unit.roles.has(FILL));
            if steps > if bound { 3 } else { 5 } || unit.pause && !bound {
                return None;
            }
        }
        None
    }

    /// "no Muslim deserves to live", "immigrants don't deserve rights", "never trust a Jew".
    pub fn denied(&self, at: usize) -> Option<(usize, bool)> {
        // "how can anyone love …", "who would want … around".
        const REGARDS: &[&str] =
            &["love", "like", "want", "trust", "respect", "accept", "date", "marry", "hire", "tolerate"];
        let rhetorical = self.before(at, 3).find(|(_, unit)| !unit.roles.has(FILL) || unit.word == "like").is_some_and(
            |(verb, unit)| {
                let asked = |word: &str| matches!(word, "who" | "how" | "why" | "do");
                let could = |word: &str| matches!(word, "can" | "could" | "would" | "have");
                (REGARDS.contains(&unit.word) || unit.word == "like")
                    && self.before(verb, 4).any(|(_, unit)| asked(unit.word))
                    && self.before(verb, 4).any(|(_, unit)| could(unit.word))
                    && !self.before(verb, 4).any(|(_, unit)| unit.roles.has(NEGATION))
            },
        );
        if rhetorical {
            return Some((at, false));
        }
        let viewed = self.before(at, 4).any(|(_, unit)| matches!(unit.word, "consider" | "see" | "view" | "regard"));
        let near = if viewed { 5 } else { 3 };
        let mut no = self.before(at, near).any(|(_, unit)| {
            if viewed { unit.roles.has(NEGATION) } else { matches!(unit.word, "no" | "not" | "never") }
        });
        // "you will never convince me that they are …".
        let convinced = self.before(at, 4).find(|(_, unit)| matches!(unit.word, "convince" | "persuade"));
        no |= convinced.is_some_and(|(verb, _)| self.before(verb, 3).any(|(_, unit)| unit.roles.has(NEGATION)));
        // "not a single one of them deserves …".
        let counted = self.before(at, 6).find(|(_, unit)| !unit.roles.has(FILL));
        no |= near == 3 && counted.is_some_and(|(_, unit)| matches!(unit.word, "no" | "not" | "none"));
        let let_in = self.before(at, 3).any(|(_, unit)| matches!(unit.word, "let" | "allow"))
            && self.before(at, 8).any(|(_, unit)| matches!(unit.word, "why" | "stop"));
        if let_in && matches!(self.word_after(at), "live" | "stay" | "in" | "into" | "vote" | "breathe" | "exist") {
            return Some((at + 1, false));
        }
        let mut steps = 0;
        for (next, unit) in self.after(at, 8) {
            let ends = self.after(next, 1).next().is_none_or(|(_, unit)| unit.pause);
            let human = ends && matches!(unit.word, "people" | "persons") && self.units[next - 1].roles.has(NEGATION);
            // "isn't really a man".
            let real = ends
                && matches!(unit.word, "man" | "men" | "woman" | "women" | "person")
                && self
                    .before(next, 3)
                    .any(|(_, unit)| matches!(unit.word, "real" | "really" | "proper" | "true" | "even"));
            // "do not belong in the kitchen" takes their side.
            let shut = unit.word.starts_with("belong")
                && self
                    .after(next, 4)
                    .any(|(_, unit)| unit.roles.has(CONFINES) || matches!(unit.word, "kitchen" | "closet" | "home"));
            // "nobody has the right to beat" protects.
            let shut = shut || self.after(next, 1).any(|(_, unit)| unit.is.has(Sense::Harm));
            if no && !shut && (unit.is.has(Sense::Due) || human || real) {
                return Some((next, true));
            }
            let word = self.word_after(next);
            let far = unit.word == "far" && word == "from" || unit.word == "anything" && word == "but";
            // "why are they not allowed" complains, and "have no rights" tells.
            let told = self.before(at, 3).any(|(_, unit)| unit.word == "why")
                || unit.word == "no"
                    && matches!(self.units[next - 1].word, "have" | "has")
                    && !self.before(next, 3).any(|(_, unit)| matches!(unit.word, "should" | "must"));
            if (unit.roles.has(NEGATION) || far) && !told {
                (no, steps) = (true, 0);
            }
            if matches!(unit.word, "but" | "because" | "if") || unit.roles.has(PAST) || unit.pause {
                return None;
            }
            steps += 1;
            if steps > 5 {
                return None;
            }
        }
        None
    }
}
