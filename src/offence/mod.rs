//! Offence as grammar: who is spoken of, what is said of them, and who says it.
//!
//! No list of hateful sentences. People, contempt and frames are lists of words in `data/lexicons/offence/`; here
//! are the few ways in which English and Korean put them together. A group that is merely named is never an attack; an
//! attack that is quoted, reported, denied or condemned is none either.

mod english;
mod hangul;
mod korean;
mod marks;
mod masks;
mod vocabulary;

use crate::engine::{Draft, Hit, Level, Options, Room, Sense, Senses};
use marks::Marks;
use masks::{Named, Plain};

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
    /// Reads a draft, and once more without its masks if it wears any; linear in its length.
    pub fn of(room: &Room) -> Reading {
        let mut reading = Reading::plain(room);
        let has = |senses: &[Sense]| room.hits_of(Senses::of(senses)).next().is_some();
        let named = Named {
            people: has(&[Sense::People, Sense::Person, Sense::Trait]),
            deed: has(&[Sense::Vile, Sense::Loathe, Sense::Harm]),
        };
        if let Some(plain) = masks::plain(&room.draft.text, named) {
            reading.unmask(room, &plain);
        }
        reading
    }

    /// Adds what is seen only without masks, at the places that it came from.
    fn unmask(&mut self, room: &Room, plain: &Plain) {
        let draft = Draft { text: plain.text.clone(), ..Draft::default() };
        let Room { locale, labels, paused, said, .. } = *room;
        let options = Options { locale, labels, paused, said, floor: Level::Hint };
        let bare = Room::read(room.knowledge, &draft, room.brand, room.context, &options);
        let seen = Reading::plain(&bare);
        let place = |hit: &Hit| {
            let (start, end) = plain.place(bare.span(hit));
            let (start, end) = room.folded.bytes(start, end);
            Hit { group: hit.group, start, end }
        };
        if self.attacks.is_empty() {
            // A guess at a word is never sure enough for a hold.
            let attacks = seen.attacks.iter();
            self.attacks.extend(attacks.map(|one| Attack {
                people: place(&one.people),
                deed: place(&one.deed),
                grave: one.grave,
                direct: false,
            }));
        }
        if self.slurs.is_empty() {
            self.slurs.extend(seen.slurs.iter().map(|(hit, using)| (place(hit), *using)));
        }
        self.condemned |= seen.condemned;
    }

    fn plain(room: &Room) -> Reading {
        let owned = room.does(Senses::of(&[Sense::Own]));
        let condemned = !owned && room.does(Senses::of(&[Sense::Condemn, Sense::Counter]));
        let marks = Marks::read(&room.draft.text);
        let mut reading = Reading { attacks: Vec::new(), slurs: Vec::new(), marks, owned, condemned };
        english::read(room, &mut reading);
        korean::read(room, &mut reading);
        reading
    }

    /// Whether the draft quotes a hit, condemns it, or speaks of the word.
    pub fn named(&self, room: &Room, hit: &Hit) -> bool {
        self.condemned || self.marks.quoted(room.span(hit).0) || korean::spoken_of(room, hit)
    }

    /// The same, or it tells who says so.
    pub fn distanced(&self, room: &Room, hit: &Hit) -> bool {
        let at = room.span(hit).0;
        let here = self.marks.sentence(at);
        // "he thinks that …", "never let anyone tell you that …".
        let mut reports = room.hits_of(Senses::of(&[Sense::Report])).map(|(report, _)| room.span(report).0);
        self.named(room, hit) || !self.owned && reports.any(|report| report < at && self.marks.sentence(report) == here)
    }
}
