//! Violence in sentences of any build: whether it is meant, wished or threatened, or only told.

use super::Sentence;
use super::units::Unit;
use super::weigh::Span;
use super::words::*;
use crate::engine::Sense;

impl Sentence<'_> {
    /// Only violence, for a place or for one of them.
    pub fn menaced(&self, at: usize) -> Option<(usize, bool)> {
        const PLACES: &[&str] = &[
            "bar", "bars", "cafe", "centre", "center", "church", "club", "clubs", "festival", "hostel", "march",
            "parade", "pride", "school", "shelter", "shop", "shops", "stall", "temple", "wedding", "home", "homes",
            "house", "houses", "family",
        ];
        let holy = self.units[at].is.has(Sense::Person);
        let span = self.span_of(at).filter(|_| holy || PLACES.contains(&self.word_after(at)))?;
        let place = (span.first..span.last).find(|place| self.done(*place, span) >= 6)?;
        let kind = self.units[span.first..span.last].iter().any(|unit| unit.roles.has(KIND));
        let own = self.before(at, 3).any(|(_, unit)| matches!(unit.word, "my" | "our" | "his" | "her" | "a"));
        let grave = self.units[place].grave || self.units[place].roles.has(WEAPON) || self.units[place].roles.has(HITS);
        (!kind && !own && grave).then_some((place, false))
    }

    /// The violence that this unit means for people.
    pub fn done(&self, place: usize, span: Span) -> i32 {
        let unit = &self.units[place];
        let nobody = |(_, unit): (usize, &Unit)| matches!(unit.word, "nobody" | "none" | "the air");
        if place == span.people
            || self.taken_back(place, span)
            || self.told(place)
            || !self.intended(place, span)
            || self.after(place, 1).any(nobody)
        {
            return 0;
        }
        let reduced = unit.word.ends_with("ed") && place == span.people + 1;
        let body = unit.roles.has(HITS) && self.after(place, 4).any(|(_, unit)| unit.roles.has(BODY));
        let parted = unit.roles.has(PARTED) && self.after(place, 5).any(|(_, unit)| unit.roles.has(PARTICLE));
        let air = self.word_after(place) == "the" && self.after(place, 2).any(|(_, unit)| unit.word == "air");
        if (unit.is.has(Sense::Harm) || body || parted) && !reduced && !air {
            return 6;
        }
        // "gets acid", "belongs on a rope", "we'll be waiting with guns".
        let handed = self.before(place, 7).any(|(_, unit)| unit.roles.has(HANDS));
        if unit.roles.has(WEAPON) {
            return if handed { 6 } else { 4 };
        }
        let locked = unit.roles.has(CONFINES) && self.before(place, 8).any(|(_, unit)| unit.roles.has(PARTED));
        match () {
            () if locked => 6,
            () if unit.roles.has(PAIN) || unit.roles.has(CONFINES) => 3,
            () => 0,
        }
    }

    /// An order, a duty, a wish or a plan somewhere before, or right after.
    pub fn intended(&self, place: usize, span: Span) -> bool {
        let unit = &self.units[place];
        let opens = place == 0
            || self.units[place - 1].sentence != unit.sentence
            || unit.pause
            || matches!(self.units[place - 1].word, "and" | "just" | "then" | "so" | "please");
        let order = opens && !unit.word.ends_with("ed") && !unit.word.ends_with("ing");
        let before = &self.units[span.first..place];
        let would = |unit: &Unit| matches!(unit.word, "would" | "could" | "can" | "might" | "wouldn't" | "won't");
        let meant = before.iter().enumerate().any(|(at, unit)| {
            let at = span.first + at;
            let plan =
                matches!(unit.word, "will" | "going" | "would" | "bringing" | "coming" | "waiting" | "about" | "till")
                    && self.before(at, 3).any(|(_, unit)| Self::mine(unit));
            let fate = unit.word == "will" && at + 2 >= place;
            let case = unit.word == "if" && self.units[span.first..span.last].iter().any(would);
            plan || fate || case || unit.roles.has(INTENT) || matches!(unit.word, "get" | "gets" | "fate" | "cure")
        });
        let after = self
            .after(place, 8)
            .any(|(_, unit)| unit.word.starts_with("deserve") || unit.word.starts_with("need") || unit.word == "next");
        // "any immigrant who knocks …", "in a healthy country …".
        let any = self.before(span.people, 2).any(|(_, unit)| matches!(unit.word, "any" | "every" | "anyone"))
            && matches!(self.word_after(span.people), "who" | "that");
        let world = self.units[span.first].word == "in" && self.word_after(span.first) == "a";
        let armed = self.units[place].roles.has(WEAPON)
            && self
                .before(place, 4)
                .any(|(_, unit)| matches!(unit.word, "loading" | "sharpening" | "polishing" | "packing"));
        let after = after || any || world || armed;
        order || meant || after || self.rhetorical(span)
    }

    /// Denied: "are not vermin". A denial of feeling is none: "can't wait", "wouldn't mind".
    pub fn taken_back(&self, place: usize, span: Span) -> bool {
        let mut last = "";
        let mut bound = false;
        for (at, unit) in self.before(place, 8).take_while(|(at, _)| *at >= span.first) {
            let next = &self.units[at + 1];
            if next.pause && at + 1 < place && !bound {
                return false;
            }
            let only = matches!(
                last,
                "wait" | "only" | "just" | "but" | "better" | "more" | "less" | "mind" | "stand" | "wonder" | "longer"
            );
            let nobody = matches!(unit.word, "no" | "nobody" | "none" | "neither");
            let than = unit.word == "nothing"
                && self.after(at, 8).any(|(_, unit)| matches!(unit.word, "like" | "than" | "but"));
            // "no more violent than", "far from being vermin".
            let compared = unit.word == "no" && matches!(last, "more" | "less") && at + 2 == place;
            if compared || unit.word == "far" {
                return true;
            }
            // "you can't just kick them out".
            let only = only && !(last == "just" && matches!(unit.word, "can't" | "cannot" | "don't" | "shouldn't"));
            if unit.roles.has(NEGATION) && !only && !than && (!bound || nobody) {
                return !self.rhetorical(span) && !self.unmoved(at);
            }
            // "women who won't obey ought to be …".
            bound |= unit.roles.has(DUTY) && !unit.roles.has(NEGATION);
            if matches!(unit.word, "if" | "because" | "but") {
                return false;
            }
            last = unit.word;
        }
        false
    }

    /// "how come nobody has …", "why don't we …", "am I the only one who".
    pub fn rhetorical(&self, span: Span) -> bool {
        let words: Vec<&str> = self.units[span.first..span.last].iter().take(3).map(|unit| unit.word).collect();
        let asks = |word: &&str| matches!(*word, "why" | "how");
        let when = words.windows(2).any(|pair| pair[0] == "when" && matches!(pair[1], "did" | "will" | "are" | "do"));
        words.iter().take(2).any(asks)
            || when
            || matches!(words.first(), Some(&("am" | "isn't" | "aren't" | "shouldn't")))
    }

    /// "wouldn't shed a tear if", "nobody would miss".
    fn unmoved(&self, negation: usize) -> bool {
        const MOVED: &[&str] =
            &["bother", "care", "cry", "grieve", "mind", "miss", "mourn", "sleep", "sorry", "tear", "weep"];
        self.after(negation, 5).any(|(_, unit)| MOVED.contains(&unit.word))
    }

    /// "were shot", "was disgusting": told of what happened.
    pub fn told(&self, place: usize) -> bool {
        let mut before = self.before(place, 3).map(|(_, unit)| unit);
        let wished = |unit: &Unit| {
            unit.roles.has(DUTY)
                || matches!(unit.word, "if" | "wish" | "deserve" | "until" | "once")
                || ["better off", "made to", "born to", "meant to", "bred to"]
                    .iter()
                    .any(|start| unit.word.starts_with(start))
        };
        let normed = wished(&self.units[place]) || self.before(place, 7).any(|(_, unit)| wished(unit));
        !normed && before.any(|unit| unit.roles.has(PAST) && unit.word != "used" || unit.word == "been")
    }
}
