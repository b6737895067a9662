//! English: subject and predicate, verb and object, in the few orders in which contempt is put.

mod fates;
mod lacking;
mod nearness;
mod units;
mod ways;
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
            .or_else(|| sentence.questioned(at));
        let deed = deed.filter(|(deed, _)| !sentence.framed(at, *deed));
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
        if self.condemned || self.units[people].quoted || self.units[deed].quoted {
            return true;
        }
        // "nobody thinks that", "only an idiot would say that".
        let denial =
            |at: usize| self.before(at, 4).any(|(_, unit)| unit.roles.has(NEGATION) || unit.is.has(Sense::Vile));
        self.before(first, 24).any(|(at, unit)| {
            // "I wanted to puke" is no report of another.
            let mine = unit.word == "wanted to" && self.before(at, 1).any(|(_, unit)| unit.word == "i");
            unit.is.has(Sense::Report) && !mine || unit.roles.has(ATTITUDE) && self.denying(at, unit.word) && denial(at)
        })
    }

    /// "not accept that they are", but "never accept them" is contempt itself.
    fn denying(&self, at: usize, word: &str) -> bool {
        word != "consider" && (word != "accept" || self.word_after(at) == "that")
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
        if self.after(at, 4).any(|(_, unit)| named(unit.word)) {
            return Use::Named;
        }
        if near.iter().any(me) && !before.iter().any(you) || self.as_a(near) {
            return Use::Own;
        }
        let insulted = self.before(at, 2).any(|(_, unit)| unit.is.meets(Senses::of(&[Sense::Epithet, Sense::Vile])));
        if near.iter().any(you) || insulted || matches!(self.word_after(at), "like") { Use::Aimed } else { Use::Said }
    }

    /// "as a queer woman".
    fn as_a(&self, near: &[&str]) -> bool {
        near.first().is_some_and(|word| matches!(*word, "a" | "an")) && near.get(1) == Some(&"as")
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
