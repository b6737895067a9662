//! The ways in which English puts contempt: each takes people at a place and gives the place of the deed.

use super::Sentence;
use super::units::Unit;
use super::words::*;
use crate::engine::{Sense, Senses};

impl Sentence<'_> {
    /// "Women are just too stupid", "are all immigrants criminals", "gays disgust me", "Jews. Vermin, all of them."
    pub fn described(&self, at: usize) -> Option<(usize, bool)> {
        self.predicate(at).or_else(|| self.fragment(at))
    }

    fn predicate(&self, at: usize) -> Option<(usize, bool)> {
        let front: Vec<&str> = self.before(at, 3).map(|(_, unit)| unit.word).collect();
        let asked = front.iter().any(|word| Roles::of(word).has(COPULA))
            || front.contains(&"why") && front.iter().any(|word| matches!(*word, "do" | "does"));
        if self.units[at].is.has(Sense::Vile) {
            return Some((at, false));
        }
        // "the abuse against gays is disgusting" speaks of the abuse.
        let aside = front.first().is_some_and(|word| {
            matches!(*word, "against" | "towards" | "toward" | "about" | "for" | "with" | "to" | "from" | "by" | "at")
        });
        // "treated black people like animals" tells what was done; "the girls" are a few that both know.
        let done = self
            .before(at, 1)
            .next()
            .is_some_and(|(_, unit)| unit.word.ends_with("ed") && unit.word != "concerned" && unit.is.is_empty());
        let known = matches!(front.first(), Some(&("the" | "our" | "my" | "your")))
            && matches!(self.units[at].word, "girls" | "women" | "ladies" | "wives" | "mothers" | "moms" | "mums");
        // "everything about women disgusts me".
        let about =
            front.first() == Some(&"about") && matches!(front.get(1), Some(&("everything" | "something" | "anything")));
        // "stop treating disabled people like broken goods".
        let done = done || self.before(at, 4).any(|(_, unit)| unit.word == "stop");
        if aside && !about || done || known || self.not_so(at) {
            return None;
        }
        let plural = self.units[at].plural;
        let (mut linked, mut strange) = (asked || self.units[at].linked, 0);
        for (next, unit) in self.after(at, 9) {
            let word = unit.word;
            // "fucking brilliant": the oath alone says nothing of them.
            let loud = unit.roles.has(LOUD) && !unit.is.has(Sense::Vile);
            if unit.is.meets(Senses::of(&[Sense::Vile, Sense::Epithet])) && !loud {
                let after = self.word_after(next);
                let soft = Roles::of(after).has(SOFTENS)
                    || word == "sick" && matches!(after, "of" | "with" | "leave" | "today" | "this");
                if soft {
                    return None;
                }
                if strange == 0 || linked && strange <= 2 {
                    return Some((next, unit.grave));
                }
            }
            // "no better than a stray dog", "like dogs".
            let lowly = unit.roles.has(LOWLY) && linked && strange <= 2;
            let like = self.before(next, 3).any(|(_, unit)| matches!(unit.word, "than" | "like" | "as"));
            if self.superior(next) || lowly && like {
                return Some((next, false));
            }
            let only = self.only(next);
            if Roles::of(word).has(NEGATION) && !only {
                return None;
            }
            // "every one that I ever met": the clause tells how the writer knows.
            let known =
                word == "i" && matches!(self.word_after(next), "ever" | "met" | "meet" | "know" | "knew" | "see");
            if Roles::of(word).has(PAST) {
                return None;
            }
            match word {
                _ if only || known || loud => {}
                // "behave like animals", and "it is always they who …".
                _ if Roles::of(word).has(SEEMS) && self.word_after(next) == "like" => linked = true,
                "who" if front.contains(&"always") || front.contains(&"only") => {}
                "but" if matches!(self.units[next - 1].word, "nothing" | "anything") => {}
                _ if plural && Roles::of(word).has(SINGULAR) => return None,
                _ if Roles::of(word).has(COPULA) => linked = true,
                "but" | "while" | "because" | "when" | "if" | "although" | "until" | "since" | "i" | "he" | "she"
                | "it" | "we" | "you" | "my" | "your" => return None,
                _ if Roles::of(word).has(FILL) || unit.is.has(Sense::People) => {}
                _ => strange += 1,
            }
            if strange > 3 {
                return None;
            }
        }
        None
    }

    /// "not all Muslims are", "I don't find them", "I refuse to see them as".
    pub fn not_so(&self, at: usize) -> bool {
        let first = self.before(at, 2).any(|(place, unit)| {
            let few = matches!(unit.word, "not" | "hardly" | "few");
            let all = matches!(self.word_after(place), "all" | "every" | "any" | "the");
            few && (all || place + 1 == at)
        });
        let views = self.before(at, 4).find(|(_, unit)| {
            const VIEWS: &[&str] = &[
                "call", "consider", "find", "imagine", "perceive", "picture", "regard", "see", "think", "thought",
                "view",
            ];
            VIEWS.contains(&unit.word)
        });
        let refused = |(_, unit): (usize, &Unit)| {
            unit.roles.has(NEGATION) && unit.word != "nothing"
                || matches!(unit.word, "refuse" | "refused" | "stop" | "wrong")
        };
        first || views.is_some_and(|(verb, _)| self.before(verb, 6).any(refused))
    }

    /// "smarter than Black people".
    fn superior(&self, at: usize) -> bool {
        const BETTER: &[&str] = &[
            "smarter",
            "superior",
            "better",
            "cleverer",
            "cleaner",
            "intelligent",
            "civilised",
            "civilized",
            "ahead",
            "above",
            "wiser",
            "brighter",
            "nobler",
            "purer",
        ];
        const MORE: &[&str] = &[
            "evolved",
            "rational",
            "logical",
            "capable",
            "valuable",
            "important",
            "human",
            "moral",
            "advanced",
            "competent",
            "deserving",
            "trustworthy",
        ];
        let more = MORE.contains(&self.units[at].word) && self.before(at, 1).any(|(_, unit)| unit.word == "more");
        let mut rest = self.after(at, 6).map(|(_, unit)| unit);
        // "a superior breed to".
        (more || BETTER.contains(&self.units[at].word))
            && rest.by_ref().take(3).any(|unit| matches!(unit.word, "than" | "to" | "of"))
            && rest.find(|unit| !unit.roles.has(FILL)).is_some_and(|unit| unit.is.has(Sense::People))
    }

    /// The next sentence is nothing but the insult.
    fn fragment(&self, at: usize) -> Option<(usize, bool)> {
        let here = self.units[at].sentence;
        let next = self.units[at..].iter().position(|unit| unit.sentence != here)? + at;
        let number = self.units[next].sentence;
        let whole = self.units[next..].iter().take_while(|unit| unit.sentence == number);
        let mut deed = None;
        for (offset, unit) in whole.enumerate() {
            let vile = unit.is.has(Sense::Vile);
            if offset > 7 || !(vile || unit.roles.has(FILL.or(KINDS)) || unit.is.has(Sense::People)) {
                return None;
            }
            if vile && deed.is_none() {
                deed = Some((next + offset, unit.grave));
            }
        }
        deed
    }

    /// "nothing but", "no better than": not a denial.
    fn only(&self, at: usize) -> bool {
        let word = self.units[at].word;
        // "no more violent than" denies, "no more than animals" does not.
        let compared = word == "no"
            && matches!(self.word_after(at), "more" | "less")
            && self.after(at, 2).nth(1).is_some_and(|(_, unit)| unit.is.has(Sense::Vile));
        if compared {
            return false;
        }
        matches!(word, "nothing" | "no")
            && matches!(self.word_after(at), "but" | "more" | "less" | "better" | "other" | "different")
    }

    /// "filthy Jews", "a disgusting trans person", "more disgusting than a Jew", "those scum".
    pub fn named(&self, at: usize) -> Option<(usize, bool)> {
        let mut than = false;
        for (before, unit) in self.before(at, 4) {
            let gap = (before + 1..=at).any(|i| self.units[i].pause);
            if gap {
                return None;
            }
            let touches = before + 1 == at || than;
            if than && unit.is.has(Sense::Vile) || unit.is.has(Sense::Epithet) && touches {
                let denied = self.before(before, 3).any(|(_, unit)| unit.word == "far")
                    || self.before(before, 2).any(|(i, unit)| unit.roles.has(NEGATION) && !self.only(i));
                return (!denied || than).then_some((before, false));
            }
            // "as revolting as a …".
            than |=
                unit.word == "than" || unit.word == "as" && self.before(before, 3).any(|(_, unit)| unit.word == "as");
            if !unit.roles.has(FILL) && !than {
                return None;
            }
        }
        None
    }

    /// "I hate women", "sick of Jews", "too many Mexicans around".
    pub fn loathed(&self, at: usize) -> Option<(usize, bool)> {
        let (verb, unit) = self
            .before(at, 5)
            .find(|(_, unit)| unit.is.has(Sense::Loathe) || !unit.roles.has(FILL) && !unit.is.has(Sense::Epithet))
            .filter(|(_, unit)| unit.is.has(Sense::Loathe))?;
        if self.units[verb + 1..=at].iter().any(|unit| {
            let points = unit.stands_for.is_some() && unit.word == "that";
            let opens = matches!(unit.word, "how" | "that" | "when" | "being" | "be" | "become" | "getting");
            !points && (unit.pause || opens)
        }) {
            return None;
        }
        if self.units[at].owner {
            return None;
        }
        let next = self.after(at, 1).next();
        // "I don't want women to feel unsafe" wants good.
        let want = matches!(self.units[verb].word, "don't want" | "we don't want") && self.word_after(at) == "to";
        if want && !self.after(at, 3).any(|(_, unit)| unit.roles.has(RIGHT) && !matches!(unit.word, "be" | "have")) {
            return None;
        }
        let open = next.is_some_and(|(_, unit)| {
            unit.roles.has(CLOSES) || unit.roles.has(COPULA) && !unit.grave && unit.word != "r"
        });
        if open {
            return None;
        }
        let before: Vec<&str> = self.before(verb, 4).map(|(_, unit)| unit.word).collect();
        // "people who hate gays", "he hates gays", "if you hate gays".
        let other = |word: &str| matches!(word, "he" | "she" | "they" | "who" | "you" | "people" | "them" | "that");
        let own = before.first().is_none_or(|word| {
            let plain = Roles::of(word).has(SELF) || Roles::of(word).has(FILL) || unit.pause || !unit.grave;
            plain && !other(word) || *word == "you" && !unit.grave && !before.contains(&"if")
        });
        // "it is stupid to hate …" is nobody's hate; "I have contempt for …" is mine.
        let mine = before.iter().any(|word| matches!(*word, "i" | "we" | "i've" | "i'm"));
        let own = if before.first() == Some(&"to") { mine } else { own || mine };
        // "who in his right mind would let …".
        let own = own || self.units[verb].word.contains("right mind");
        let people = before.iter().any(|word| matches!(*word, "who" | "he" | "she" | "they"));
        let asks = before.last().is_some_and(|word| matches!(*word, "how" | "why"))
            && before.iter().any(|word| matches!(*word, "anyone" | "someone" | "people" | "you" | "anybody"));
        let denials = before.iter().take(2).filter(|word| Roles::of(word).has(NEGATION)).count();
        let denied = (denials + usize::from(asks)) % 2 == 1 && !before.contains(&"nothing");
        // "too many women know": only a place makes it a complaint about them.
        if self.units[verb].word == "too many"
            && next
                .is_some_and(|(_, unit)| !matches!(unit.word, "around" | "in" | "on" | "here" | "everywhere" | "now"))
        {
            return None;
        }
        if before.iter().any(|word| matches!(*word, "stop" | "end" | "against" | "fight")) {
            return None;
        }
        let people = people && !before.contains(&"else") && !self.units[verb].word.contains("right mind");
        (own && !denied && !people).then_some((verb, unit.grave))
    }

    /// "kill all Muslims", "we should deport immigrants", "let the refugees drown".
    pub fn harmed(&self, at: usize) -> Option<(usize, bool)> {
        let mut strange = 0;
        for (verb, unit) in self.before(at, 7) {
            if unit.is.has(Sense::Harm) {
                // "drugged and raped those women" tells what was done.
                let now = self.before(verb, 3).any(|(_, unit)| unit.word == "time");
                if unit.word.ends_with("ed") && !now
                    || matches!(unit.word, "shot" | "hung" | "beaten" | "burnt" | "dead")
                {
                    return None;
                }
                // "deporting refugees is wrong": not an order.
                if unit.word.ends_with("ing")
                    && !self.before(verb, 3).any(|(_, unit)| matches!(unit.word, "start" | "begin" | "for" | "support"))
                {
                    return None;
                }
                // "burn down every mosque with Muslims in it".
                let within = self.units[verb..at].iter().any(|unit| matches!(unit.word, "with" | "full"));
                let reach = if within && unit.grave { 3 } else { 0 };
                return (strange <= reach && self.meant(verb)).then_some((verb, unit.grave));
            }
            if unit.roles.has(NEGATION) {
                return None;
            }
            // "kick the teeth out of".
            let body = matches!(
                unit.word,
                "teeth"
                    | "head"
                    | "heads"
                    | "face"
                    | "faces"
                    | "skull"
                    | "skulls"
                    | "brains"
                    | "guts"
                    | "throat"
                    | "throats"
                    | "shit"
                    | "crap"
                    | "life"
                    | "hell"
                    | "legs"
                    | "bones"
                    | "house"
                    | "houses"
                    | "homes"
                    | "shops"
            );
            strange += usize::from(!unit.roles.has(FILL) && !unit.is.has(Sense::Epithet) && !body);
            if strange > 3 {
                return self.parted(at);
            }
        }
        self.parted(at)
    }

    /// "send them all back", "kick the foreigners out": the verb and its particle stand around the people.
    fn parted(&self, at: usize) -> Option<(usize, bool)> {
        const VERBS: &[&str] =
            &["send", "ship", "kick", "throw", "drive", "chase", "keep", "lock", "put", "round", "wipe"];
        const ENDS: &[&str] = &["back", "home", "out", "away", "up", "packing", "off", "down"];
        let (verb, _) = self.before(at, 4).find(|(_, unit)| !unit.roles.has(FILL))?;
        let (end, _) = self.after(at, 3).find(|(_, unit)| ENDS.contains(&unit.word) || !unit.roles.has(FILL))?;
        let parted = VERBS.contains(&self.units[verb].word) && ENDS.contains(&self.units[end].word);
        (parted && self.meant(verb)).then_some((verb, false))
    }

    /// Whether a verb of violence is an order, a duty or a plan, and not a report.
    pub fn meant(&self, verb: usize) -> bool {
        let before: Vec<&Unit> = self.before(verb, 5).map(|(_, unit)| unit).collect();
        // "can't wait to" is no denial; "who would want to" asks for no deed.
        let eager = before.iter().any(|unit| unit.word == "wait");
        let asks = before.iter().any(|unit| matches!(unit.word, "who" | "why" | "how"));
        let denies = |unit: &&Unit| unit.roles.has(NEGATION) && !eager || unit.word == "stop";
        if asks || before.iter().take(4).any(denies) {
            return false;
        }
        let Some(first) =
            before.iter().find(|unit| !matches!(unit.word, "fucking" | "just" | "all" | "even" | "really"))
        else {
            return true;
        };
        let mine = before.iter().any(|unit| matches!(unit.word, "i" | "we" | "i'm" | "we're"));
        match first.word {
            "to" => before.iter().any(|unit| unit.roles.has(BEFORE_TO)),
            "will" | "would" | "can" | "could" | "are" | "swear" => mine,
            "we" | "i" => before.iter().any(|unit| matches!(unit.word, "time" | "wish" | "suggest" | "until")),
            word => Roles::of(word).has(MODAL) || self.units[verb].pause,
        }
    }
}
