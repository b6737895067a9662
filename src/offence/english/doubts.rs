//! What is good is denied to people, or doubted in a question that asks nothing.

use super::Sentence;
use super::units::Unit;
use super::words::*;
use crate::engine::{Sense, Senses};

impl Sentence<'_> {
    /// "no woman has ever had an original thought", "there isn't an honest one alive", "nobody normal wants them".
    pub fn barren(&self, at: usize) -> Option<(usize, bool)> {
        self.span_of(at).filter(|span| !self.manly(at) && self.kindness(*span) == 0)?;
        let none = |unit: &Unit| {
            unit.roles.has(NEGATION) && unit.word != "without" || unit.word == "yet" || unit.word == "doubt"
        };
        let before = self.before(at, 9).take_while(|(_, unit)| !none(unit)).count();
        let denial = self.before(at, 9).nth(before).map(|(place, _)| place);
        let good = |place: usize| {
            let unit = &self.units[place];
            (unit.roles.has(DECENT.or(GOODS)) || unit.is.has(Sense::Due)) && !matches!(unit.word, "right" | "kind")
        };
        let given = |low: usize, high: usize| self.units[low..high].iter().any(|unit| unit.roles.has(GIVEN));
        // "not a single honest …": the good stands between the denial and people.
        if let Some(denial) = denial {
            let between = (denial + 1..at).find(|place| good(*place));
            let only = matches!(self.word_after(denial), "only" | "just" | "better" | "longer");
            let doubt = self.units[denial].word != "don't" && !only;
            // "no right to beat", "no reason to hate": that is denied.
            let hostile = self.units[denial..at]
                .iter()
                .any(|unit| unit.is.meets(Senses::of(&[Sense::Harm, Sense::Loathe])) || unit.word == "blame");
            if let Some(place) = between.filter(|_| doubt && !hostile && !given(denial, at)) {
                return Some((place, false));
            }
        }
        // "no woman has ever …", "they have never …".
        let one = denial.filter(|denial| matches!(self.units[*denial].word, "no" | "none" | "not") && at - denial <= 4);
        // "yet to meet one with any manners", "never met one who was honest".
        let met = denial.is_some_and(|denial| {
            self.units[denial..at].iter().any(|unit| {
                matches!(unit.word, "meet" | "met" | "find" | "found" | "see" | "seen" | "know" | "known" | "come")
            })
        });
        let met = self
            .after(at, 6)
            .find(|(_, unit)| unit.roles.has(DECENT.or(GOODS).or(MERIT)) && !unit.pause)
            .filter(|_| met);
        if let Some((place, _)) = met {
            return Some((place, false));
        }
        let mut denied = one.is_some();
        for (place, unit) in self.after(at, 9) {
            let ever = unit.word == "never" || unit.word == "ever" && denied;
            if unit.pause || matches!(unit.word, "because" | "if" | "when" | "unless") {
                return None;
            }
            denied |= ever;
            let past =
                self.units[at + 1..place].iter().any(|unit| matches!(unit.word, "ever" | "never" | "can" | "could"));
            if denied && past && good(place) && !given(at + 1, place) {
                return Some((place, false));
            }
        }
        None
    }

    /// "what are they good for", "what have they ever given us", "name one good thing about them".
    pub fn futile(&self, at: usize) -> Option<(usize, bool)> {
        let asked = self.before(at, 4).any(|(_, unit)| matches!(unit.word, "what" | "name"));
        let span = self.span_of(at).filter(|_| asked)?;
        let good = |unit: &Unit| {
            matches!(
                unit.word,
                "good" | "use" | "useful" | "point" | "purpose" | "contribute" | "contributed" | "worth"
            )
        };
        let after = self.after(at, 4).find(|(_, unit)| good(unit)).map(|(place, _)| place);
        let before = self.before(at, 5).find(|(_, unit)| good(unit)).map(|(place, _)| place);
        let place = after.or(before)?;
        let thanks = self.units[span.first..span.last].iter().any(|unit| unit.roles.has(KIND));
        (!thanks).then_some((place, false))
    }

    /// "is there one who isn't a …", "since when do they", "they do nothing but …", "shouldn't be anywhere near".
    pub fn presumed(&self, at: usize) -> Option<(usize, bool)> {
        let span = self.span_of(at)?;
        let all = &self.units[span.first..span.last];
        let given = all.iter().any(|unit| unit.roles.has(GIVEN) && unit.word != "get");
        if given || self.manly(at) || self.kindness(span) > 0 {
            return None;
        }
        let words: Vec<&str> = all.iter().map(|unit| unit.word).collect();
        let opens = span.first == 0 || self.units[span.first - 1].sentence != self.units[at].sentence;
        let starts = |start: &[&str]| opens && words.starts_with(start);
        let after: Vec<(usize, &str)> = self.after(at, 8).map(|(place, unit)| (place, unit.word)).collect();
        let denies =
            after.iter().find(|(_, word)| matches!(*word, "isn't" | "doesn't" | "aren't" | "don't" | "can" | "could"));
        if (starts(&["is", "there"]) || starts(&["are", "there"]) || starts(&["have", "you", "ever", "met"]))
            && let Some((place, _)) = denies.or(after.iter().find(|(_, word)| Roles::of(word).has(CONTACT.or(DECENT))))
        {
            return Some((*place, false));
        }
        if starts(&["since", "when"]) {
            return after.first().map(|(place, _)| (*place, false));
        }
        // "are they even capable of", "do they ever".
        let asks = opens && matches!(words.first(), Some(&("are" | "is" | "do" | "does" | "can" | "could" | "will")));
        let even = after.iter().take(2).any(|(_, word)| matches!(*word, "even" | "ever" | "actually" | "really"));
        if asks && even && at - span.first <= 3 {
            let short = self.after(at, 6).find(|(_, unit)| {
                unit.is.has(Sense::Due)
                    || unit.roles.has(DECENT.or(GOODS))
                    || matches!(unit.word, "anything" | "think" | "work")
            });
            if let Some((place, _)) = short {
                return Some((place, false));
            }
        }
        // "nothing but", "anything except".
        let only = after.windows(2).find(|pair| {
            matches!(pair[0].1, "nothing" | "anything") && matches!(pair[1].1, "but" | "except" | "besides")
        });
        let decent = |from: usize| self.after(from, 4).any(|(_, unit)| unit.roles.has(DECENT.or(KIND).or(GOODS)));
        if let Some(pair) = only.filter(|pair| !decent(pair[1].0)) {
            return Some((pair[0].0, false));
        }
        // "shouldn't be anywhere near", "have no place in".
        let bar = after.iter().find(|(_, word)| matches!(*word, "shouldn't" | "mustn't" | "oughtn't"));
        if let Some((place, _)) = bar {
            let near = self
                .after(*place, 4)
                .find(|(_, unit)| matches!(unit.word, "near" | "around" | "among" | "anywhere" | "charge"));
            let child = self.after(*place, 7).any(|(_, unit)| {
                unit.is.has(Sense::Person) || near.is_some() && !matches!(unit.word, "danger" | "risk" | "prison")
            });
            if let Some((near, _)) = near.filter(|_| child) {
                return Some((near, false));
            }
        }
        // "can't be a proper citizen", "will never be equals".
        let not = after.iter().find(|(_, word)| Roles::of(word).has(NEGATION) && *word != "nothing");
        if let Some((place, _)) = not.filter(|(place, _)| place - at <= 3) {
            let good = self
                .after(*place, 5)
                .take_while(|(_, unit)| !unit.pause && unit.word != "to")
                .find(|(_, unit)| unit.roles.has(GOODS));
            let told = self
                .after(*place, 5)
                .any(|(_, unit)| unit.roles.has(PAST) || matches!(unit.word, "feel" | "considered" | "seen" | "than"));
            if let Some((good, _)) = good.filter(|_| !told) {
                return Some((good, false));
            }
        }
        None
    }
}
