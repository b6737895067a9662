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
        // "Islam's followers" are people, "women's rights" are not.
        if unit.owner
            && let Some(next) = units.peek()
            && matches!(next.word, "followers" | "people" | "believers" | "kind" | "worshippers" | "children" | "folk")
        {
            unit.owner = false;
        }
        let one = made && !unit.plural || !made && alone;
        let stands = units
            .peek()
            .is_none_or(|next| next.sentence != unit.sentence || next.pause || next.roles.any() || !next.is.is_empty())
            || !unit.is.has(Sense::Trait);
        let any = out.last().is_some_and(|before| {
            before.sentence == unit.sentence && (before.roles.has(ANY) || before.is.has(Sense::Epithet))
        }) || out.len() > 1
            && out[out.len() - 1].roles.has(DECENT)
            && matches!(out[out.len() - 2].word, "a" | "an" | "one" | "single" | "any");
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

/// Lets "they", "these people", "that sort" and "her" stand for the people named last.
fn refer(mut units: Vec<Unit>) -> Vec<Unit> {
    let mut named: Option<usize> = None;
    // Any of them, even one or in passing: "the waiter was Black. They're all …".
    let mut kindred: Option<usize> = None;
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
            kindred = Some(at);
            continue;
        }
        let plain = plain_pointer(&units, at, named);
        let you = matches!(units[at].word, "you" | "you're")
            && addressed.is_some_and(|people| units[people].sentence == units[at].sentence);
        let scornful = scornful_pointer(&units, at);
        let whole = |unit: &Unit| unit.sentence == units[at].sentence && unit.roles.has(WHOLE.or(INTENT));
        let loosely =
            scornful || plain_pointer(&units, at, kindred) && units[at.saturating_sub(8)..].iter().take(16).any(whole);
        let people = named.filter(|_| plain || you || scornful).or(kindred.filter(|_| loosely));
        if let Some(people) = people
            && units[at].sentence - units[people].sentence <= 2
        {
            units[at].stands_for = Some(people);
            units[at].is = Senses(units[at].is.0 | 1 << Sense::People as u8);
        } else if units[at].is.meets(Senses::of(&[Sense::Trait, Sense::Person])) && !units[at].is.has(Sense::Vile) {
            kindred = Some(at);
        }
    }
    units
}

/// "they", "these people", and for one of them "her".
fn plain_pointer(units: &[Unit], at: usize, named: Option<usize>) -> bool {
    let next = units.get(at + 1).filter(|next| next.sentence == units[at].sentence);
    let pointed = next.is_some_and(|next| next.roles.has(KINDS) || next.is.has(Sense::Vile));
    match units[at].word {
        "they" | "them" | "they're" | "they'll" | "theyre" | "'em" | "em" | "they've" | "they'd" => true,
        "their" => next.is_some_and(|next| next.roles.has(BODY)),
        "his" => next.is_some_and(|next| next.roles.has(BODY)) && named.is_some_and(|people| !units[people].plural),
        "these" | "those" => pointed,
        "that" => next.is_some_and(|next| next.is.has(Sense::Vile) && next.is.has(Sense::Person)),
        "her" | "him" => named.is_some_and(|people| !units[people].plural),
        // "it" for a person, where it shall come to harm.
        "it" | "its" => {
            let end = units.len().min(at + 7);
            named.is_some_and(|people| !units[people].plural && units[people].is.has(Sense::Trait))
                && units[at..end].iter().any(|unit| unit.grave && unit.is.has(Sense::Harm) || unit.roles.has(HITS))
        }
        _ => false,
    }
}

/// "that sort", "such filth", "creatures like that", "the lot of them", "their kind".
fn scornful_pointer(units: &[Unit], at: usize) -> bool {
    let here = |unit: &&Unit| unit.sentence == units[at].sentence;
    let next = units.get(at + 1).filter(here);
    let before = at.checked_sub(1).and_then(|at| units.get(at)).filter(here);
    let vile = |unit: &Unit| unit.is.has(Sense::Vile) && !unit.is.has(Sense::Loathe);
    let sort = |word: &str| {
        matches!(
            word,
            "sort" | "sorts" | "kind" | "lot" | "type" | "types" | "bunch" | "crowd" | "breed" | "ilk" | "tribe"
        )
    };
    match units[at].word {
        "that" | "this" | "such" | "these" | "those" => next.is_some_and(|next| {
            sort(next.word)
                || matches!(next.word, "thing" | "creature" | "specimen")
                || vile(next) && next.grave
                || units[at].word == "such" && (next.roles.has(KINDS) || vile(next))
        }),
        "their" | "her" | "his" => {
            next.is_some_and(|next| matches!(next.word, "kind" | "lot" | "sort" | "type" | "ilk" | "breed"))
        }
        "like" => {
            let whom = matches!(
                next.map_or("", |next| next.word),
                "that" | "them" | "these" | "those" | "this" | "him" | "her" | "it"
            );
            let what = before.is_some_and(|unit| {
                unit.roles.has(KINDS)
                    || vile(unit)
                    || matches!(unit.word, "someone" | "anyone" | "anybody" | "somebody")
            });
            whom && what
        }
        "lot" | "sex" | "race" | "bunch" | "family" | "tribe" | "gang" | "pair" | "couple" => {
            before.is_some_and(|unit| matches!(unit.word, "the" | "whole" | "entire"))
                && next.is_none_or(|unit| unit.pause || matches!(unit.word, "of" | "is" | "are" | "should"))
        }
        "wonder" => before.is_some_and(|unit| unit.word == "no"),
        _ => false,
    }
}
