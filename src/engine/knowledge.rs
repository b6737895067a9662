//! Knowledge: every reviewed word with what it does and what it is about, and the one scan that finds them all.

use super::finding::Locale;
use super::heads::Heads;
use super::place::{Atlas, Places};
use super::scan::{Hit, Scanner, Terms};
use super::sense::{Sense, Senses};
use super::text::Folded;
use super::topic::Topics;

/// Words that mean the same thing, as one entry of a knowledge file.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The file it stands in, and its place there: `idioms/en` 3.
    pub file: &'static str,
    /// What the words do in a draft.
    pub does: Senses,
    /// What they are about, taken literally.
    pub about: Topics,
    /// How grave `about` is when it is news: 0 not, 1 be aware, 2 serious, 3 people die or grieve. For idioms 1 means
    /// faint: a common word whose other sense is far.
    pub gravity: u8,
    /// For idioms and wares: the events that wake the literal sense.
    pub wakes: Topics,
    /// For causes: the cause that the words belong to (0: none), and whether they go against it.
    pub cause: u16,
    pub betrays: bool,
    /// Praises the writer's own conduct toward the cause: worth a word only where the record shows the contrary.
    pub boasts: bool,
    /// Says something only of a picture; in a text the words are ordinary, or the talk about such pictures.
    pub picture: bool,
    /// Shown to a person; may be empty.
    pub meaning: (&'static str, &'static str),
    /// Who says so. Never empty.
    pub source: &'static str,
    /// When it happened, for what happened once; else 0.
    pub year: u16,
}

impl Group {
    /// Names something grave in plain words.
    pub fn is_news(&self) -> bool {
        self.gravity > 0 && !self.about.is_empty() && self.is_plain()
    }

    /// Means what it says: it is neither an idiom nor a line of somebody's old post, which may speak of anything.
    pub fn is_plain(&self) -> bool {
        !self.does.meets(Senses::of(&[Sense::Idiom, Sense::Precedent]))
    }

    /// What a headline says happened: nothing by itself.
    pub fn is_harm(&self) -> bool {
        self.gravity > 0 && self.about.is_empty() && self.does.is_empty()
    }

    pub fn meaning(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Ko if !self.meaning.1.is_empty() => self.meaning.1,
            _ => self.meaning.0,
        }
    }
}

/// All terms, ready to scan. Built once.
pub struct Knowledge {
    pub groups: &'static [Group],
    /// Groups of hashtags: folded names, sorted.
    tags: &'static [(&'static str, u16)],
    scanner: Scanner,
    heads: Heads,
    places: Places,
}

impl Knowledge {
    /// The tables that the build has made; `tags` are (folded name without sign, group), sorted.
    pub fn new(
        groups: &'static [Group],
        terms: &Terms,
        tags: &'static [(&'static str, u16)],
        particles: &'static [&'static str],
        atlas: &Atlas,
    ) -> Knowledge {
        let (scanner, places) = (Scanner::laid(terms, particles), Places::new(atlas, particles));
        Knowledge { groups, tags, scanner, heads: Heads::default(), places }
    }

    /// The same with trained heads.
    pub fn with_heads(self, heads: Heads) -> Knowledge {
        Knowledge { heads, ..self }
    }

    pub fn heads(&self) -> &Heads {
        &self.heads
    }

    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    pub fn group(&self, id: u16) -> &Group {
        &self.groups[id as usize]
    }

    /// Every term in the text, in order of its end.
    pub fn scan(&self, folded: &Folded) -> Vec<Hit> {
        let mut hits = self.scanner.scan(folded);
        hits.retain(|hit| !self.group(hit.group).picture);
        hits
    }

    /// Every term in the description of a picture.
    pub fn scan_picture(&self, folded: &Folded) -> Vec<Hit> {
        self.scanner.scan(folded)
    }

    /// The groups of a hashtag, by its folded name.
    pub fn tag(&self, name: &str) -> impl Iterator<Item = u16> + '_ {
        let from = self.tags.partition_point(|(known, _)| *known < name);
        let same = self.tags[from..].iter().take_while(|(known, _)| *known == name).count();
        self.tags[from..from + same].iter().map(|(_, group)| *group)
    }
}
