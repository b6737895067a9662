//! English words as the grammar of offence sees them: one unit for a word, a known phrase, or people of a kind.

use super::words::*;
use crate::engine::{Room, Sense, Senses};
use crate::offence::marks::Marks;

/// The senses that the grammar reads.
const GRAMMAR: Senses = Senses::of(&[
    Sense::People,
    Sense::Person,
    Sense::Trait,
    Sense::Vile,
    Sense::Epithet,
    Sense::Loathe,
    Sense::Harm,
    Sense::Due,
    Sense::Report,
    Sense::Own,
    Sense::Slur,
]);

/// A word or a known phrase.
pub struct Unit<'a> {
    pub word: &'a str,
    pub roles: Roles,
    /// Bytes of the folded text.
    pub start: usize,
    pub end: usize,
    pub is: Senses,
    /// One of its groups is of the grave kind.
    pub grave: bool,
    pub sentence: usize,
    /// A comma or a dash stands before it.
    pub pause: bool,
    pub quoted: bool,
    /// People in the plural.
    pub plural: bool,
    /// "women's": what is theirs, not they themselves.
    pub owner: bool,
    /// Contains its own "are": "they're".
    pub linked: bool,
    /// For "they" and its like: the unit that names the people.
    pub stands_for: Option<usize>,
}

impl Unit<'_> {
    /// Whether it denies, alone or as the first word of a phrase: "don't want".
    pub fn denies(&self) -> bool {
        self.roles.has(NEGATION) || self.word.split(' ').next().is_some_and(|first| Roles::of(first).has(NEGATION))
    }
}

/// The units of a draft, in order.
pub fn units<'a>(room: &'a Room, marks: &Marks) -> Vec<Unit<'a>> {
    let text = room.folded.text.as_str();
    let mut found: Vec<(usize, usize, Senses, bool)> = room
        .hits_of(GRAMMAR)
        .filter(|(hit, _)| text.as_bytes()[hit.start].is_ascii())
        .map(|(hit, group)| (hit.start, hit.end, group.does, group.gravity > 0 && !group.does.has(Sense::Slur)))
        .collect();
    found.sort_unstable_by_key(|(start, end, ..)| (*start, usize::MAX - end));
    let mut units: Vec<Unit> = Vec::new();
    let (mut at, mut next, mut last) = (0, 0, 0);
    while at < text.len() {
        if text.as_bytes()[at] == b' ' {
            at += 1;
            continue;
        }
        while found.get(next).is_some_and(|one| one.0 < at) {
            next += 1;
        }
        let (mut is, mut grave, mut end) = (Senses::NONE, false, at);
        for (start, stop, does, strong) in &found[next..] {
            if *start != at || *stop < end {
                break;
            }
            (is, grave, end) = (is.with(*does), grave || *strong, *stop);
        }
        let mut stop = end.max(at + 1);
        while stop < text.len() && (!text.is_char_boundary(stop) || !room.folded.word_end(stop)) {
            stop += 1;
        }
        let span = room.folded.span(at, stop);
        let word = &text[at..stop];
        units.push(Unit {
            word,
            roles: Roles::of(word),
            start: at,
            end: if end > at { end } else { stop },
            is,
            grave,
            sentence: marks.sentence(span.0),
            pause: marks.pause_between(last, span.0),
            quoted: marks.quoted(span.0),
            // "homosexuality is": one thing.
            plural: !["ity", "ism", "ness", "age", "bt", "btq", "islam"].iter().any(|end| word.ends_with(end)),
            owner: word.ends_with("'s") && end < stop,
            linked: word == "they're" || word == "theyre",
            stands_for: None,
        });
        (at, last) = (stop, span.1);
    }
    refer(people(units))
}

/// Makes people of "gay" + "couples", and of one person who stands for all.
fn people(units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    let mut units = units.into_iter().peekable();
    while let Some(mut unit) = units.next() {
        let mut kind = unit.is.has(Sense::Trait);
        let alone = unit.is.has(Sense::Person) && !unit.is.has(Sense::Vile);
        if unit.is.has(Sense::People) {
            kind = false;
        }
        let mut made = false;
        while kind
            && let Some(noun) = units.next_if(|next| next.sentence == unit.sentence && !next.pause && follows(next))
        {
            unit.end = noun.end;
            unit.owner = noun.owner;
            unit.plural = !(noun.roles.has(PERSON) || noun.is.has(Sense::Person));
            made = !noun.is.has(Sense::Trait) || noun.is.has(Sense::Person);
            unit.is = unit.is.with(noun.is.and(Senses::of(&[Sense::Person, Sense::Vile])));
            kind = !made;
        }
        let one = made && !unit.plural || !made && alone;
        let stands = units
            .peek()
            .is_none_or(|next| next.sentence != unit.sentence || next.pause || next.roles.any() || !next.is.is_empty())
            || !unit.is.has(Sense::Trait);
        let any = out.last().is_some_and(|before| {
            before.sentence == unit.sentence && (before.roles.has(ANY) || before.is.has(Sense::Epithet))
        });
        // "being gay is", "if you're gay, …": a trait that stands for those who have it.
        let bare = !made && unit.is.has(Sense::Trait) && !unit.is.has(Sense::Vile);
        let after = units.peek().filter(|next| next.sentence == unit.sentence);
        let before = out.last().filter(|before| before.sentence == unit.sentence);
        let being =
            before.is_some_and(|unit| unit.word == "being") && after.is_some_and(|next| next.roles.has(SINGULAR));
        let second = before.is_some_and(|unit| matches!(unit.word, "you're" | "youre" | "are"))
            && out.iter().rev().take(3).any(|unit| unit.word == "if")
            && after.is_some_and(|next| next.pause);
        if bare && (being || second) {
            unit.plural = false;
            unit.is = Senses(unit.is.0 | 1 << Sense::People as u8);
        }
        // "the old papers" are no people.
        let sure =
            ["disabled", "handicapped", "elderly", "homeless", "unemployed"].iter().any(|end| unit.word.ends_with(end));
        let adjective =
            unit.word.starts_with("the ") && !unit.word.ends_with('s') && !sure && unit.is.has(Sense::People);
        let alone = units
            .peek()
            .is_none_or(|next| next.sentence != unit.sentence || next.pause || next.roles.any() || !next.is.is_empty());
        if adjective && !alone {
            unit.is = Senses(unit.is.0 & !(1 << Sense::People as u8));
        }
        unit.plural &= !one;
        if unit.is.meets(Senses::of(&[Sense::People, Sense::Slur]))
            || made && (!one || unit.is.has(Sense::Vile))
            || one && any && (made || stands)
        {
            unit.is = Senses(unit.is.0 | 1 << Sense::People as u8);
        }
        out.push(unit);
    }
    out
}

/// Continues a noun phrase after a trait.
fn follows(unit: &Unit) -> bool {
    unit.is.meets(Senses::of(&[Sense::Trait, Sense::People, Sense::Person]))
        || unit.roles.has(PERSONS)
        || unit.roles.has(PERSON)
}

/// Lets "they", "these people" and "her" stand for the people named last.
fn refer(mut units: Vec<Unit>) -> Vec<Unit> {
    let mut named: Option<usize> = None;
    let mut addressed: Option<usize> = None;
    for at in 0..units.len() {
        if units[at].is.has(Sense::People) {
            let front = &units[at.saturating_sub(5)..at];
            let you =
                |unit: &Unit| matches!(unit.word, "you" | "you're" | "youre") && unit.sentence == units[at].sentence;
            if front.iter().any(you) && front.iter().any(|unit| unit.word == "if") {
                addressed = Some(at);
            }
            named = Some(at);
            continue;
        }
        let next = units.get(at + 1).filter(|next| next.sentence == units[at].sentence);
        let pointed = next.is_some_and(|next| {
            matches!(next.word, "people" | "ones" | "lot" | "kind" | "folks" | "things") || next.is.has(Sense::Vile)
        });
        let refers = match units[at].word {
            "they" | "them" | "they're" | "they'll" | "theyre" | "'em" | "em" => true,
            "these" | "those" => pointed,
            "that" => next.is_some_and(|next| next.is.has(Sense::Vile) && next.is.has(Sense::Person)),
            "her" | "him" => named.is_some_and(|people| !units[people].plural),
            // "if you are a lesbian, I despise you".
            "you" | "you're" => addressed.is_some_and(|people| units[people].sentence == units[at].sentence),
            _ => false,
        };
        if let Some(people) = named
            && refers
            && units[at].sentence - units[people].sentence <= 2
        {
            units[at].stands_for = Some(people);
            units[at].is = Senses(units[at].is.0 | 1 << Sense::People as u8);
        }
    }
    units
}
