//! Knowledge: every reviewed word with what it does and what it is about, and the one scan that finds them all.

use super::finding::Locale;
use super::sense::Senses;
use super::text::Folded;
use super::topic::Topics;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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
    /// Shown to a person; may be empty.
    pub meaning: (&'static str, &'static str),
    /// Who says so. Never empty.
    pub source: &'static str,
}

impl Group {
    pub fn meaning(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Ko if !self.meaning.1.is_empty() => self.meaning.1,
            _ => self.meaning.0,
        }
    }
}

/// One word or phrase: `term*` also longer words, `~term` also inside words, `term$` (Korean) only with a particle.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    pub text: &'static str,
    pub group: u16,
}

#[derive(Clone, Copy)]
struct Edge {
    inside: bool,
    open: bool,
    exact: bool,
    group: u16,
}

/// One place where a term stands. Byte offsets into the folded text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    pub group: u16,
    pub start: usize,
    pub end: usize,
}

/// All terms, ready to scan. Built once.
pub struct Knowledge {
    pub groups: &'static [Group],
    /// Groups of hashtags: folded names, sorted.
    tags: Vec<(String, u16)>,
    scanner: Option<AhoCorasick>,
    edges: Vec<Edge>,
    pub particles: &'static [&'static str],
}

impl Knowledge {
    /// `terms` in any order; `tags` are (name without sign, group).
    pub fn new(
        groups: &'static [Group],
        terms: &[Term],
        tags: &[Term],
        particles: &'static [&'static str],
    ) -> Knowledge {
        let mut patterns: Vec<String> = Vec::with_capacity(terms.len());
        let mut edges = Vec::with_capacity(terms.len());
        for term in terms {
            let text = term.text;
            let inside = text.starts_with('~');
            let text = text.trim_start_matches('~');
            let open = text.ends_with('*');
            let text = text.trim_end_matches('*');
            // The mark follows Korean only: "from $" ends in a price.
            let bare = text.trim_end_matches('$');
            let exact = bare.len() < text.len() && bare.chars().next_back().is_some_and(super::text::is_dense);
            let folded = super::text::fold(if exact { bare } else { text }).text;
            let dense = folded.chars().next_back().is_some_and(super::text::is_dense);
            if folded.is_empty() {
                continue;
            }
            edges.push(Edge { inside, open: open || dense && !exact, exact, group: term.group });
            patterns.push(folded);
        }
        // Failing would need more patterns than 2^31; without a scanner nothing is found, and nothing breaks.
        let scanner = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .ok();
        let mut tags: Vec<(String, u16)> =
            tags.iter().map(|tag| (super::text::fold(tag.text).text.replace(' ', ""), tag.group)).collect();
        tags.sort_unstable();
        Knowledge { groups, tags, scanner, edges, particles }
    }

    pub fn group(&self, id: u16) -> &Group {
        &self.groups[id as usize]
    }

    /// Every term in the text, in order of its end.
    pub fn scan(&self, folded: &Folded) -> Vec<Hit> {
        let Some(scanner) = &self.scanner else { return Vec::new() };
        scanner
            .find_overlapping_iter(&folded.text)
            .filter_map(|found| {
                let edge = self.edges[found.pattern().as_usize()];
                let (start, end) = (found.start(), found.end());
                let fits = (edge.inside || folded.word_start(start))
                    && (edge.open || folded.word_end(end) || edge.exact && self.particle_follows(folded, end));
                fits.then_some(Hit { group: edge.group, start, end })
            })
            .collect()
    }

    /// The groups of a hashtag, by its folded name.
    pub fn tag(&self, name: &str) -> impl Iterator<Item = u16> + '_ {
        let from = self.tags.partition_point(|(known, _)| known.as_str() < name);
        let name = name.to_string();
        self.tags[from..].iter().take_while(move |(known, _)| *known == name).map(|(_, group)| *group)
    }

    /// Whether the rest of the Korean word is one particle: 사고+가, but not 사고+뭉치.
    fn particle_follows(&self, folded: &Folded, at: usize) -> bool {
        let rest = &folded.text[at..];
        self.particles.iter().any(|p| rest.starts_with(p) && folded.word_end(at + p.len()))
    }
}
