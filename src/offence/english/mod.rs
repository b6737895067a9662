//! English: subject and predicate, verb and object, in the few orders in which contempt is put.

mod doubts;
mod fates;
mod homonyms;
mod kinds;
mod lacking;
mod nearness;
mod units;
mod violence;
mod ways;
mod weigh;
mod words;

use super::{Attack, MOST, Reading, Use};
use crate::engine::{Hit, Room, Sense, Senses};
use units::{Unit, units};
use words::*;

pub use words::closed_words;

pub fn read(room: &Room, reading: &mut Reading) {
    let any = Senses::of(&[Sense::People, Sense::Person, Sense::Trait, Sense::Slur]);
    let latin = |hit: &Hit| room.folded.text.as_bytes()[hit.start].is_ascii();
    if !room.hits_of(any).any(|(hit, _)| latin(hit)) {
        return;
    }
    let units = units(room, &reading.marks);
    let sentence = Sentence { room, units: &units, owned: reading.owned, condemned: reading.condemned };
    let named = (0..units.len()).filter(|at| units[*at].is.has(Sense::People));
    for at in named.take(MOST) {
        let deed = sentence
            .described(at)
            .or_else(|| sentence.named(at))
            .or_else(|| sentence.loathed(at))
            .or_else(|| sentence.harmed(at))
            .or_else(|| sentence.doomed(at))
            .or_else(|| sentence.denied(at))
            .or_else(|| sentence.moving(at))
            .or_else(|| sentence.sickened(at))
            .or_else(|| sentence.beside(at))
            .or_else(|| sentence.refused(at))
            .or_else(|| sentence.belittled(at))
            .or_else(|| sentence.ambushed(at))
            .or_else(|| sentence.unwished(at))
            .or_else(|| sentence.lacking(at))
            .or_else(|| sentence.ruining(at))
            .or_else(|| sentence.deserving(at))
            .or_else(|| sentence.confined(at))
            .or_else(|| sentence.questioned(at))
            .or_else(|| sentence.barren(at))
            .or_else(|| sentence.futile(at))
            .or_else(|| sentence.presumed(at))
            .or_else(|| sentence.weighed(at));
        let deed = deed.filter(|(deed, _)| !sentence.framed(at, *deed));
        if let Some((deed, grave)) = deed
            && let Some(attack) = sentence.attack(at, deed, grave)
        {
            reading.attacks.push(attack);
        }
    }
    // "the mosque", "that gay club": for threats a place is the people in it.
    let places = (0..units.len()).filter(|at| {
        let unit = &units[*at];
        unit.is.meets(Senses::of(&[Sense::Trait, Sense::Person]))
            && !unit.is.meets(Senses::of(&[Sense::People, Sense::Vile]))
    });
    for at in places.take(MOST).filter(|_| reading.attacks.is_empty()).collect::<Vec<usize>>() {
        let deed = sentence.menaced(at).filter(|(deed, _)| !sentence.framed(at, *deed));
        if let Some((deed, grave)) = deed
            && let Some(attack) = sentence.attack(at, deed, grave)
        {
            reading.attacks.push(attack);
        }
    }
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.is.has(Sense::Slur)).take(MOST) {
        if let Some(hit) = sentence.hit(unit, Senses::of(&[Sense::Slur])) {
            reading.slurs.push((hit, sentence.slur(at)));
        }
    }
}

struct Sentence<'a> {
    room: &'a Room<'a>,
    units: &'a [Unit<'a>],
    /// The draft says that it means what it quotes.
    owned: bool,
    condemned: bool,
}

impl Sentence<'_> {
    /// Units after `at` in its sentence, nearest first.
    fn after(&self, at: usize, most: usize) -> impl Iterator<Item = (usize, &Unit<'_>)> {
        let here = self.units[at].sentence;
        let rest = self.units.iter().enumerate().skip(at + 1).take(most);
        rest.take_while(move |(_, unit)| unit.sentence == here)
    }

    /// Units before `at` in its sentence, nearest first.
    fn before(&self, at: usize, most: usize) -> impl Iterator<Item = (usize, &Unit<'_>)> {
        let here = self.units[at].sentence;
        let rest = self.units[..at].iter().enumerate().rev().take(most);
        rest.take_while(move |(_, unit)| unit.sentence == here)
    }

    fn word_after(&self, at: usize) -> &str {
        self.after(at, 1).next().map_or("", |(_, unit)| unit.word)
    }

    /// Whether somebody else says it, or it is denied from above: "nobody thinks that …".
    fn framed(&self, people: usize, deed: usize) -> bool {
        if self.owned {
            return false;
        }
        let first = people.min(deed);
        if self.condemned || self.units[people].quoted || self.units[deed].quoted || self.of_us(people) {
            return true;
        }
        let words = self.units.iter().map(|unit| unit.word);
        let slur = self.units[people].is.has(Sense::Slur);
        if slur && self.slur(people) == Use::Named && homonyms::ordinary(self.units[people].word, words) {
            return true;
        }
        // "nobody thinks that", "only an idiot would say that".
        let denial =
            |at: usize| self.before(at, 4).any(|(_, unit)| unit.roles.has(NEGATION) || unit.is.has(Sense::Vile));
        self.before(first, 24).any(|(at, unit)| {
            // "I wanted to puke" is no report of another.
            let own = matches!(unit.word, "wanted to" | "said" | "say" | "says");
            let mine = own
                && self.before(at, 1).any(|(_, unit)| matches!(unit.word, "i" | "i've"))
                && !self.before(at, 4).any(|(_, unit)| unit.roles.has(NEGATION));
            let asked = unit.word == "tell" && matches!(self.word_after(at), "me" | "us");
            // "I read that they …, and they should …": only the first half was read.
            let known = self.before(at, 1).any(|(_, unit)| unit.word == "i")
                && self.units[people].stands_for.is_some()
                && self.units[at..people].iter().skip(1).any(|unit| unit.pause);
            unit.is.has(Sense::Report) && !mine && !asked && !known
                || unit.roles.has(ATTITUDE) && self.denying(at, unit.word) && denial(at)
        })
    }

    /// "not accept that they are", but "never accept them" is contempt itself.
    fn denying(&self, at: usize, word: &str) -> bool {
        word != "consider"
            // "can't think of one good reason" denies the reason.
            && !(word == "think" && self.word_after(at) == "of")
            && (word != "accept" || self.word_after(at) == "that")
    }

    /// How a slur is meant.
    fn slur(&self, at: usize) -> Use {
        let unit = &self.units[at];
        let before: Vec<&str> = self.before(at, 4).map(|(_, unit)| unit.word).collect();
        let near = &before[..before.len().min(3)];
        let you = |word: &&str| matches!(*word, "you" | "you're" | "ur" | "u" | "youre" | "your");
        let me = |word: &&str| {
            matches!(*word, "i'm" | "im" | "we" | "us" | "my" | "our" | "fellow" | "proud" | "am" | "we're" | "myself")
        };
        if !self.owned && (self.condemned || unit.quoted) || self.before(at, 24).any(|(_, u)| u.is.has(Sense::Report)) {
            return Use::Named;
        }
        let named = |word: &str| {
            matches!(word, "slur" | "insult" | "offensive" | "derogatory" | "term" | "word" | "pejorative")
        };
        // "tranny fluid": the ordinary word, unless it is thrown at someone.
        let words = self.units.iter().map(|unit| unit.word);
        let thrown = near.iter().any(you)
            || unit.is.has(Sense::People) && near.iter().any(|word| matches!(*word, "these" | "those"));
        if self.after(at, 4).any(|(_, unit)| named(unit.word)) || !thrown && homonyms::ordinary(unit.word, words) {
            return Use::Named;
        }
        // "I'm one of those angry dykes", "proud to be a loud fat dyke".
        let front: Vec<(usize, &Unit)> = self.before(at, 8).collect();
        let hostile = front.iter().any(|(_, unit)| {
            unit.is.has(Sense::Loathe)
                || unit.roles.has(NEGATION)
                || matches!(unit.word, "you" | "you're" | "your" | "these")
        });
        let am = front.iter().any(|(place, unit)| {
            matches!(unit.word, "i'm" | "am" | "we're")
                && matches!(self.word_after(*place), "a" | "an" | "the" | "one" | "just" | "your" | "such" | "still")
                || unit.word == "proud"
        });
        if am && !hostile {
            return Use::Own;
        }
        let myself = self.after(at, 3).any(|(_, unit)| matches!(unit.word, "myself" | "ourselves"));
        if myself || near.iter().any(me) && !before.iter().any(you) || self.as_a(near) {
            return Use::Own;
        }
        let insulted = self.before(at, 2).any(|(_, unit)| unit.is.meets(Senses::of(&[Sense::Epithet, Sense::Vile])));
        if near.iter().any(you) || insulted || matches!(self.word_after(at), "like") { Use::Aimed } else { Use::Said }
    }

    /// "as a queer woman".
    fn as_a(&self, near: &[&str]) -> bool {
        let article = near.iter().position(|word| matches!(*word, "a" | "an" | "your" | "one"));
        // "as vile as a …" is no "as a …".
        let twice = near.iter().filter(|word| **word == "as").count() > 1;
        article.is_some_and(|at| near.get(at + 1) == Some(&"as")) && !twice
    }

    /// "we sluts", "as a gay man", "my fellow immigrants": the writer is one of them.
    fn of_us(&self, at: usize) -> bool {
        let near: Vec<&str> = self.before(at, 5).map(|(_, unit)| unit.word).collect();
        let first = near.iter().find(|word| !matches!(**word, "proud" | "fellow" | "old" | "all" | "two" | "other"));
        let us = first.is_some_and(|word| matches!(*word, "we" | "us"));
        // "we gays are", but not "do we women …", where it ends a clause, or "let us Muslims die".
        let slur = self.units[at].is.has(Sense::Slur);
        let mine = near.first() == Some(&"my") || near.get(1) == Some(&"my");
        slur && (us || mine) || near.contains(&"fellow") || self.as_a(&near)
    }

    fn attack(&self, people: usize, deed: usize, grave: bool) -> Option<Attack> {
        let unit = &self.units[people];
        let whom = &self.units[unit.stands_for.unwrap_or(people)];
        let groups = Senses::of(&[Sense::People, Sense::Person, Sense::Trait, Sense::Slur]);
        let deeds = Senses::of(&[Sense::Vile, Sense::Epithet, Sense::Loathe, Sense::Harm, Sense::Due]);
        let said = &self.units[deed];
        // A verb that is no word of contempt by itself: what the two words together say.
        let sense = if matches!(
            said.word,
            "live" | "stay" | "in" | "into" | "vote" | "breathe" | "exist" | "people" | "persons"
        ) || people == deed
        {
            Sense::Due
        } else {
            Sense::Harm
        };
        let group = self.room.knowledge.groups.iter().position(|g| g.does.has(sense) && g.gravity == 0)?;
        let plain = Hit { group: group as u16, start: said.start, end: said.end };
        Some(Attack {
            people: self.hit(whom, groups)?,
            deed: self.hit(said, deeds).unwrap_or(plain),
            grave,
            direct: unit.stands_for.is_none(),
        })
    }

    /// The hit that a unit was read from.
    fn hit(&self, unit: &Unit, senses: Senses) -> Option<Hit> {
        let inside = |hit: &&Hit| hit.start >= unit.start && hit.end <= unit.end;
        let hits = self.room.hits_of(senses).map(|(hit, _)| hit).filter(inside);
        let longest = hits.max_by_key(|hit| hit.end - hit.start).copied()?;
        Some(Hit { start: unit.start, end: unit.end, ..longest })
    }
}
