//! One scan for many terms: every place in a folded text where a term of a knowledge file stands as a word of its own.
//!
//! A term is written `term`; `term*` also finds longer words, `~term` also inside words, `term$` (Korean) only with a
//! particle behind it.

use super::text::{Folded, fold, is_dense};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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

/// Terms, ready to scan. Built once.
pub struct Scanner {
    automaton: Option<AhoCorasick>,
    edges: Vec<Edge>,
    particles: &'static [&'static str],
}

impl Scanner {
    /// Terms with the group that a hit is told by, in any order.
    pub fn new<'t>(terms: impl Iterator<Item = (&'t str, u16)>, particles: &'static [&'static str]) -> Scanner {
        let mut patterns: Vec<String> = Vec::new();
        let mut edges = Vec::new();
        for (text, group) in terms {
            let inside = text.starts_with('~');
            let text = text.trim_start_matches('~');
            let open = text.ends_with('*');
            let text = text.trim_end_matches('*');
            // The mark follows Korean only: "from $" ends in a price.
            let bare = text.trim_end_matches('$');
            let exact = bare.len() < text.len() && bare.chars().next_back().is_some_and(is_dense);
            let folded = fold(if exact { bare } else { text }).text;
            let dense = folded.chars().next_back().is_some_and(is_dense);
            if folded.is_empty() {
                continue;
            }
            edges.push(Edge { inside, open: open || dense && !exact, exact, group });
            patterns.push(folded);
        }
        // Failing would need more patterns than 2^31; without a scanner nothing is found, and nothing breaks.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .ok();
        Scanner { automaton, edges, particles }
    }

    /// Every term in the text, in order of its end.
    pub fn scan(&self, folded: &Folded) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        automaton
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

    /// Whether the rest of the Korean word is one particle: 사고+가, but not 사고+뭉치.
    fn particle_follows(&self, folded: &Folded, at: usize) -> bool {
        let rest = &folded.text[at..];
        self.particles.iter().any(|p| rest.starts_with(p) && folded.word_end(at + p.len()))
    }
}
