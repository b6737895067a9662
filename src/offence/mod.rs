//! Offence as grammar: who is spoken of, what is said of them, and who says it.
//!
//! No list of hateful sentences. People, contempt and frames are lists of words in `data/lexicons/offence/`; here
//! are the few ways in which English and Korean put them together. A group that is merely named is never an attack; an
//! attack that is quoted, reported, denied or condemned is none either.

mod english;
mod korean;
mod marks;

use crate::engine::{Hit, Room, Sense, Senses};
use marks::Marks;

/// Contempt, hatred or violence said of a group of people. Places are bytes of the folded text.
#[derive(Clone, Copy, Debug)]
pub struct Attack {
    /// Whom it is aimed at.
    pub people: Hit,
    /// What is said of them.
    pub deed: Hit,
    /// Denies that they are human, says hatred, or wants violence; else an insult.
    pub grave: bool,
    /// Names the people itself, not by a pronoun.
    pub direct: bool,
}

/// How a slur stands in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Thrown at someone: second person, or an insult beside it.
    Aimed,
    /// Just said.
    Said,
    /// Quoted, reported, explained.
    Named,
    /// By someone of themselves.
    Own,
}

/// What a draft does to people.
pub struct Reading {
    pub attacks: Vec<Attack>,
    /// Every slur with its use.
    pub slurs: Vec<(Hit, Use)>,
    marks: Marks,
    /// The draft says that it means what it quotes.
    owned: bool,
    /// The draft names the harm as harm.
    condemned: bool,
}

/// Mentions of people that are read in one draft; more would only repeat the finding.
const MOST: usize = 48;

impl Reading {
    /// Reads a draft once; linear in its length.
    pub fn of(room: &Room) -> Reading {
        let owned = room.does(Senses::of(&[Sense::Own]));
        let condemned = !owned && room.does(Senses::of(&[Sense::Condemn, Sense::Counter]));
        let marks = Marks::read(&room.draft.text);
        let mut reading = Reading { attacks: Vec::new(), slurs: Vec::new(), marks, owned, condemned };
        english::read(room, &mut reading);
        korean::read(room, &mut reading);
        reading
    }

    /// Whether the draft quotes a hit, condemns it, or speaks of the word.
    pub fn distanced(&self, room: &Room, hit: &Hit) -> bool {
        let at = room.span(hit).0;
        let here = self.marks.sentence(at);
        // "he thinks that …", "never let anyone tell you that …".
        let mut reports = room.hits_of(Senses::of(&[Sense::Report])).map(|(report, _)| room.span(report).0);
        self.condemned
            || self.marks.quoted(at)
            || korean::spoken_of(room, hit)
            || !self.owned && reports.any(|report| report < at && self.marks.sentence(report) == here)
    }
}
