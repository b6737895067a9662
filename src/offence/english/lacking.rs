//! What people are said to be without, to damage, or to deserve: "they have no morals", "they infest our cities",
//! "they deserve a good beating"; and questions that only ask why they are still there.

use super::Sentence;
use super::words::*;
use crate::engine::Sense;

impl Sentence<'_> {
    /// "have no shame", "lack any sense of decency", "don't know respect".
    pub fn lacking(&self, at: usize) -> Option<(usize, bool)> {
        // "all they do is beg and moan".
        let mut lacks = false;
        let all = self.before(at, 2).any(|(_, unit)| matches!(unit.word, "all" | "only"));
        let does: Vec<&str> = self.after(at, 4).map(|(_, unit)| unit.word).collect();
        let moans = |word: &str| {
            matches!(
                word,
                "beg"
                    | "moan"
                    | "whine"
                    | "complain"
                    | "nag"
                    | "steal"
                    | "lie"
                    | "cheat"
                    | "breed"
                    | "cry"
                    | "gossip"
                    | "shout"
                    | "take"
                    | "bitch"
                    | "whinge"
                    | "scream"
                    | "cause"
                    | "leech"
            )
        };
        if all
            && let Some(is) = does.iter().position(|word| *word == "is")
            && is > 0
            && matches!(does[is - 1], "do" | "does")
        {
            return does.get(is + 1).filter(|word| moans(word)).map(|_| (at + is + 2, false));
        }
        let mut steps = 0;
        for (next, unit) in self.after(at, 8) {
            let word = unit.word;
            if unit.pause || Roles::of(word).has(PAST) {
                return None;
            }
            if lacks && word == "right" && self.word_after(next) == "to" {
                let (act, unit) = self.after(next, 2).nth(1)?;
                return (unit.roles.has(RIGHT) && !self.told_of_a_place(act)).then_some((act, false));
            }
            // "no sense of shame" and "no place in society", but "no place to go" and "no reason to be ashamed".
            if lacks && unit.roles.has(MERIT) {
                let open = matches!(word, "place" | "business" | "use" | "reason" | "purpose");
                let after = self.word_after(next);
                let fits = if open {
                    matches!(after, "in" | "here" | "" | "among" | "at" | "on") || after.ends_with("ing")
                } else {
                    after != "to"
                };
                return fits.then_some((next, false));
            }
            let have =
                matches!(self.units[next - 1].word, "have" | "has" | "with" | "got" | "having" | "show" | "shows");
            let knows = matches!(word, "know" | "understand" | "care" | "have" | "show" | "deserve" | "possess");
            let not = self.units[next - 1].roles.has(NEGATION);
            lacks |= matches!(word, "lack" | "lacks" | "lacking")
                || have && matches!(word, "no" | "zero" | "little")
                || not && knows;
            steps += usize::from(!unit.roles.has(FILL) && !unit.roles.has(NEGATION) && !lacks);
            if steps > 1 {
                return None;
            }
        }
        None
    }

    /// "have no right to vote in Iran" tells how things are.
    fn told_of_a_place(&self, at: usize) -> bool {
        self.after(at, 3).any(|(_, unit)| matches!(unit.word, "in" | "under" | "until" | "yet" | "still" | "there"))
    }

    /// "spoil everything", "pollute our streets".
    pub fn ruining(&self, at: usize) -> Option<(usize, bool)> {
        // "attacks on women threaten us all": not the women do.
        let aside = self.before(at, 1).next().is_some_and(|(_, unit)| {
            matches!(
                unit.word,
                "against" | "on" | "of" | "for" | "with" | "to" | "from" | "by" | "at" | "about" | "towards"
            )
        });
        let (verb, unit) = self.after(at, 6).find(|(_, unit)| !unit.roles.has(FILL) && !unit.roles.has(COPULA))?;
        let object = self.after(verb, 1).next()?.1;
        // "destroy the myth", "ruin the stereotype".
        let good = self.after(verb, 4).any(|(_, unit)| {
            matches!(
                unit.word,
                "myth"
                    | "myths"
                    | "stereotype"
                    | "stereotypes"
                    | "barrier"
                    | "barriers"
                    | "competition"
                    | "record"
                    | "records"
                    | "show"
                    | "idea"
                    | "patriarchy"
                    | "ceiling"
                    | "ceilings"
                    | "notion"
            )
        });
        let meant = unit.roles.has(RUINS) && (object.roles.has(OURS) || object.roles.has(CLOSES));
        (meant && !aside && !good && !unit.pause).then_some((verb, false))
    }

    /// "deserve a good beating", "deserve to be hit".
    pub fn deserving(&self, at: usize) -> Option<(usize, bool)> {
        let (verb, _) = self.after(at, 6).find(|(_, unit)| unit.word.starts_with("deserve"))?;
        let denied = self.units[at..verb].iter().any(|unit| unit.roles.has(NEGATION) || unit.pause);
        let none = self.before(at, 3).any(|(_, unit)| unit.roles.has(NEGATION));
        if denied || none {
            return None;
        }
        let mut rest = self.after(verb, 6).take_while(|(_, unit)| !unit.pause);
        let large = |word: &str| {
            matches!(word, "every" | "good" | "proper" | "serious" | "hard" | "slow" | "painful" | "public")
        };
        let pain = |unit: &super::Unit| unit.roles.has(PAIN) || matches!(unit.word, "hit" | "whatever");
        let (deed, unit) = rest.find(|(_, unit)| pain(unit) || !unit.roles.has(FILL) && !large(unit.word))?;
        // "nothing but the best", "pain relief".
        let after = self.after(deed, 1).next();
        let ends = after.is_none_or(|(_, unit)| unit.pause || unit.roles.has(FILL));
        let other = unit.word == "nothing"
            && self.after(deed, 4).any(|(_, unit)| unit.word == "but")
            && !self.after(deed, 4).any(|(_, unit)| pain(unit));
        (pain(unit) && ends && !other).then_some((deed, false))
    }

    /// "put them in cages", "stop them from breeding", "blame them for everything".
    pub fn confined(&self, at: usize) -> Option<(usize, bool)> {
        let (verb, unit) = self.before(at, 4).find(|(_, unit)| !unit.roles.has(FILL) || unit.word == "stop")?;
        let (place, joint) = self.after(at, 1).next()?;
        let puts = matches!(
            unit.word,
            "put"
                | "throw"
                | "drive"
                | "push"
                | "march"
                | "force"
                | "herd"
                | "lock"
                | "stick"
                | "dump"
                | "shove"
                | "send"
                | "place"
                | "line"
        );
        let into = matches!(joint.word, "in" | "into" | "on" | "against" | "behind" | "to" | "up");
        let inside = self.after(place, 3).find(|(_, unit)| unit.roles.has(CONFINES));
        if puts
            && into
            && let Some((deed, _)) = inside
        {
            return self.meant(verb).then_some((deed, false));
        }
        let stops = matches!(unit.word, "stop" | "keep" | "prevent" | "ban" | "forbid" | "bar");
        let (act, doing) = self.after(place, 1).next()?;
        let stem = doing.word.strip_suffix("ing").unwrap_or_default();
        let may = |stem: &str| Roles::of(stem).has(RIGHT) || Roles::of(&format!("{stem}e")).has(RIGHT);
        let free = !stem.is_empty() && (may(stem) || stem == "gett" || stem == "enter");
        if stops && joint.word == "from" && free {
            return self.meant(verb).then_some((act, false));
        }
        let all = joint.word == "for" && matches!(doing.word, "everything" | "all" | "this" | "it" | "the");
        (unit.word == "blame" && all && self.meant(verb)).then_some((verb, false))
    }

    /// "why are they allowed to vote?", "why do we put up with them?", "who needs them anyway?"
    pub fn questioned(&self, at: usize) -> Option<(usize, bool)> {
        let front: Vec<&str> = self.before(at, 8).map(|(_, unit)| unit.word).collect();
        let skip = front.iter().take_while(|word| matches!(**word, "the" | "these" | "those" | "all" | "you")).count();
        let near = &front[skip..front.len().min(3 + skip)];
        let (next, after) = self
            .after(at, 4)
            .find(|(_, unit)| !matches!(unit.word, "even" | "still" | "ever" | "just" | "all"))
            .map_or((at, ""), |(next, unit)| (next, unit.word));
        let ends = |at: usize| self.after(at, 1).next().is_none();
        if near.first() == Some(&"are") && near.get(1) == Some(&"why") {
            let here = matches!(after, "here" | "alive") && ends(next);
            return (here || matches!(after, "allowed" | "permitted")).then_some((next, false));
        }
        if matches!(near, ["do", "why", ..]) && matches!(after, "exist" | "breathe" | "get") {
            let rights = matches!(self.word_after(next), "to" | "rights" | "special");
            return (ends(next) || after == "get" && rights).then_some((next, false));
        }
        if matches!(near.first(), Some(&("can't" | "don't" | "won't"))) && near.get(1) == Some(&"why") {
            let gone = self.units[next].is.has(Sense::Harm) || matches!(after, "go" | "leave" | "behave");
            let gone = gone || after == "be" && self.word_after(next) == "normal";
            return (gone && next > at + 1).then_some((next, false));
        }
        if front.first() == Some(&"will") && front.get(1) == Some(&"when") {
            return self.units[next].is.has(Sense::Harm).then_some((next, false));
        }
        // "how is it legal for gays to raise kids".
        let legal = matches!(
            front[..],
            ["for", "legal" | "ok" | "okay" | "allowed" | "normal" | "acceptable", "it", "is", "how" | "why", ..]
        );
        if legal && after == "to" {
            return Some((next, false));
        }
        let needs = matches!(front.first(), Some(&("needs" | "wants"))) && front.get(1) == Some(&"who");
        if needs && (ends(at) || after == "anyway") {
            return Some((at - 1, false));
        }
        // "why do we still tolerate …", "why should I care about …".
        let asked = front.contains(&"why") && front.iter().any(|word| matches!(*word, "we" | "i" | "you"));
        let bears = |word: &str| matches!(word, "tolerate" | "accept" | "put" | "endure");
        let should = |word: &str| matches!(word, "care" | "feed" | "pay" | "support" | "help" | "respect");
        let duty = front.iter().any(|word| matches!(*word, "should" | "must"));
        let denied = front.iter().any(|word| Roles::of(word).has(NEGATION));
        let borne = front.iter().position(|word| bears(word) || duty && should(word))?;
        (asked && !denied && self.closed(at)).then_some((at - 1 - borne, false))
    }
}
