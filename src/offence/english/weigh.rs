//! Where no construction fits: the words of contempt around people, weighed against what speaks for the writer.
//!
//! Constructions know who does what to whom. A sentence of another build is only suspected: contempt, what makes it
//! general ("all", "that lot") and what makes it meant ("should", "I hope") add up, kind words and whatever was done to
//! people weigh against it.

use super::Sentence;
use super::units::Unit;
use super::words::*;
use crate::engine::Sense;

/// From here on it is worth a look.
const ENOUGH: i32 = 6;
/// Units that are read on either side of the people.
const REACH: usize = 18;

/// A stretch of units around people, within their sentence.
#[derive(Clone, Copy)]
pub struct Span {
    pub first: usize,
    pub last: usize,
    pub people: usize,
}

impl Sentence<'_> {
    pub fn weighed(&self, at: usize) -> Option<(usize, bool)> {
        let span = self.span_of(at).filter(|_| !self.not_so(at))?;
        let all = &self.units[span.first..span.last];
        let (mut sum, mut worst, mut violent) = (0, None, false);
        for place in span.first..span.last {
            let (said, done) = (self.said(place, span), self.done(place, span));
            let weight = said.max(done);
            sum += weight;
            if weight > worst.map_or(0, |(_, most)| most) {
                (worst, violent) = (Some((place, weight)), done >= said);
            }
        }
        let (deed, _) = worst?;
        let whole = all.iter().any(|unit| unit.roles.has(WHOLE)) || self.points_with_contempt(at);
        sum += 2 * i32::from(whole);
        sum -= 4 * self.kindness(span);
        // "my gay brother": one that the writer knows.
        let own = self.before(at, 2).any(|(_, unit)| matches!(unit.word, "my" | "our" | "his" | "her"));
        sum -= 3 * i32::from(own && !self.units[at].plural);
        sum += 2 * i32::from(self.holds_forth(span));
        let homely = if self.manly(at) { 4 } else { 2 * i32::from(!whole && self.homely(at)) };
        let grave = worst.is_some_and(|(_, most)| most >= ENOUGH);
        sum -= if violent || grave && !self.manly(at) { 0 } else { homely };
        (sum >= ENOUGH).then_some((deed, false))
    }

    /// "I reckon", "if you ask me", "why are they": a view or a question, where facts would need neither.
    fn holds_forth(&self, span: Span) -> bool {
        let words = &self.units[span.first..span.last];
        let opens = words.first().is_some_and(|unit| {
            let asks = matches!(
                unit.word,
                "why" | "what" | "who" | "how" | "since" | "are" | "is" | "do" | "does" | "can" | "has" | "am"
            );
            asks && (span.first == 0 || self.units[span.first - 1].sentence != unit.sentence)
        });
        opens || words.iter().any(|unit| unit.roles.has(OPINION))
    }

    /// Kind words; "love to" is a wish.
    pub fn kindness(&self, span: Span) -> i32 {
        let kind = |at: &usize| {
            let unit = &self.units[*at];
            unit.roles.has(KIND) || matches!(unit.word, "love" | "loved" | "loves") && self.word_after(*at) != "to"
        };
        (span.first..span.last).filter(kind).count() as i32
    }

    /// Men, the young and the white are named in passing more often than they are meant.
    pub fn manly(&self, at: usize) -> bool {
        Roles::of(self.units[self.units[at].stands_for.unwrap_or(at)].word).has(MANLY)
    }

    /// Words for people of every day: more is wanted before anything is suspected.
    fn homely(&self, at: usize) -> bool {
        Roles::of(self.units[self.units[at].stands_for.unwrap_or(at)].word).has(HOMELY)
    }

    /// "that lot", "things like that".
    pub fn points_with_contempt(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.stands_for.is_some()
            && !matches!(unit.word, "they" | "them" | "they're" | "em" | "'em" | "her" | "him" | "it")
    }

    /// What this unit says against people.
    fn said(&self, place: usize, span: Span) -> i32 {
        let unit = &self.units[place];
        if place == span.people && !unit.is.has(Sense::Vile) || self.taken_back(place, span) || self.told(place) {
            return 0;
        }
        let mut weight = 0;
        let it =
            self.before(place, 4).any(|(_, unit)| matches!(unit.word, "it's" | "that's" | "it" | "which" | "this"))
                && !self.before(place, 2).any(|(_, unit)| unit.is.has(Sense::People))
                && !self.points_with_contempt(span.people);
        if unit.is.has(Sense::Vile) && !it {
            // "cancer screening for …": before people it is mostly something else.
            let close = place >= span.people || self.points_with_contempt(span.people);
            weight = if unit.grave && close { 6 } else { 4 };
        } else if unit.is.has(Sense::Epithet) && !it {
            weight = if unit.roles.has(LOUD) { 2 } else { 3 };
        }
        // "are furniture", "they swarm into".
        let linked = self.before(place, 5).any(|(at, unit)| {
            at > span.people && (unit.roles.has(COPULA) || unit.word == "like") || at == span.people && unit.linked
        });
        if linked && unit.roles.has(THING) {
            weight = weight.max(6);
        }
        if unit.roles.has(HERDS) && place > span.people && place - span.people <= 6 {
            weight = weight.max(4);
        }
        if unit.is.has(Sense::Loathe) && self.own_voice(place, span.first) && self.takes_people(place) {
            weight = weight.max(if unit.grave { 6 } else { 4 });
        }
        let felt = unit.roles.has(AVERSION) && unit.word != "off" && !unit.is.has(Sense::Loathe);
        if felt && self.own_voice(place, span.first) {
            // "my skin crawls when they …", not "when teachers bully them".
            let between = if place < span.people { &self.units[place + 1..span.people] } else { &[] };
            let known = |unit: &&Unit| {
                let known = FILL.or(NEAR).or(TRIGGER).or(BODY);
                !(unit.roles.has(known) || Self::mine(unit) || unit.is.has(Sense::Epithet) || unit.is.has(Sense::Vile))
            };
            let trigger =
                between.iter().any(|unit| unit.roles.has(TRIGGER)) && between.iter().filter(known).count() <= 1;
            weight = weight.max(if trigger { 6 } else { 3 });
        }
        weight
    }

    /// The object of a feeling is people, and not what happens to them.
    fn takes_people(&self, verb: usize) -> bool {
        self.after(verb, 7)
            .find(|(_, unit)| !unit.roles.has(FILL) || unit.is.has(Sense::People))
            .is_some_and(|(at, unit)| unit.is.has(Sense::People) && !unit.owner && self.closed(at))
    }

    /// Nothing where somebody speaks for people, or only of what is theirs.
    pub fn span_of(&self, at: usize) -> Option<Span> {
        let here = self.units[at].sentence;
        let first = self.units.partition_point(|unit| unit.sentence < here).max(at.saturating_sub(REACH));
        let last = self.units.partition_point(|unit| unit.sentence <= here).min(at + REACH);
        let shielded = self.units[first..last].iter().any(|unit| unit.roles.has(SHIELD) || unit.quoted);
        (!self.units[at].owner && !shielded).then_some(Span { first, last, people: at })
    }

    /// The writer's own feeling: the first person, or nobody before it.
    pub fn own_voice(&self, place: usize, first: usize) -> bool {
        let other = |unit: &Unit| {
            matches!(
                unit.word,
                "he" | "she" | "who" | "you" | "they" | "people" | "he's" | "she's" | "they're" | "your"
            ) && unit.stands_for.is_none()
        };
        let before = &self.units[first..place];
        let here = self.units[place].sentence;
        let after = self.units[place..].iter().take(6).take_while(|unit| unit.sentence == here);
        !before.iter().any(other) && (place == first || before.iter().chain(after).any(Self::mine))
    }

    pub fn mine(unit: &Unit) -> bool {
        unit.roles.has(MINE)
    }
}
