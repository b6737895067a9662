//! One scan for many terms: every place in a folded text where a term of a knowledge file stands as a word of its own.
//!
//! Terms begin with a word, so the scan walks a tree of all terms from each word of the text. The tree of the knowledge
//! files is made by the build and lies in the program ready to walk: nothing is built when the extension wakes.

use super::term::{self, Entry};
use super::text::Folded;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use fst::raw::{Builder, Fst, Output};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One place where a term stands. Byte offsets into the folded text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    pub group: u16,
    pub start: usize,
    pub end: usize,
}

/// Terms as the build lays them down.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// A tree of the folded terms, the bytes of an `fst`. A term's number is its first entry times 256 and their count.
    pub tree: &'static [u8],
    pub entries: &'static [Entry],
    /// Folded terms that may begin inside a word, with the place of their entry.
    pub inside: &'static [(&'static str, Entry)],
}

/// Terms, ready to scan. Built once.
pub struct Scanner {
    tree: Option<Fst<Cow<'static, [u8]>>>,
    entries: Cow<'static, [Entry]>,
    inside: Option<AhoCorasick>,
    inside_entries: Vec<Entry>,
    particles: &'static [&'static str],
}

impl Scanner {
    /// Terms with the group that a hit is told by, in any order.
    pub fn new<'t>(terms: impl Iterator<Item = (&'t str, u16)>, particles: &'static [&'static str]) -> Scanner {
        let mut tree: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        let mut inside = Vec::new();
        for (folded, entry) in terms.filter_map(|(text, group)| term::read(text, group)) {
            if entry.inside {
                inside.push((folded, entry));
            } else {
                tree.entry(folded).or_default().push(entry);
            }
        }
        let mut builder = Builder::memory();
        let mut entries = Vec::new();
        for (folded, here) in tree {
            // Keys come sorted and once: the builder has nothing to refuse.
            if builder.insert(folded, number(entries.len(), here.len())).is_ok() {
                entries.extend(here);
            }
        }
        let tree = builder.into_inner().ok().and_then(|bytes| Fst::new(Cow::Owned(bytes)).ok());
        let inside = inside.iter().map(|(text, entry)| (text.as_str(), *entry));
        Scanner::of(tree, Cow::Owned(entries), inside, particles)
    }

    /// Terms that the build has laid down.
    pub fn laid(terms: &Terms, particles: &'static [&'static str]) -> Scanner {
        let tree = Fst::new(Cow::Borrowed(terms.tree)).ok();
        Scanner::of(tree, Cow::Borrowed(terms.entries), terms.inside.iter().copied(), particles)
    }

    fn of<'t>(
        tree: Option<Fst<Cow<'static, [u8]>>>,
        entries: Cow<'static, [Entry]>,
        inside: impl Iterator<Item = (&'t str, Entry)>,
        particles: &'static [&'static str],
    ) -> Scanner {
        let (texts, inside_entries): (Vec<&str>, Vec<Entry>) = inside.unzip();
        // Failing would need more patterns than 2^31; without a scanner nothing is found, and nothing breaks.
        let inside = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&texts).ok();
        Scanner { tree, entries, inside: inside.filter(|_| !texts.is_empty()), inside_entries, particles }
    }

    /// Every term in the text, in order of its end, longer ones first.
    pub fn scan(&self, folded: &Folded) -> Vec<Hit> {
        let mut hits = Vec::new();
        for found in self.inside.iter().flat_map(|inside| inside.find_overlapping_iter(&folded.text)) {
            self.keep(&mut hits, folded, self.inside_entries[found.pattern().as_usize()], found.start(), found.end());
        }
        if let Some(tree) = &self.tree {
            for start in folded.word_starts() {
                self.walk(tree, &mut hits, folded, start);
            }
        }
        hits.sort_by_key(|hit| (hit.end, hit.start));
        hits
    }

    /// Every term that begins at `start`.
    fn walk(&self, tree: &Fst<Cow<'static, [u8]>>, hits: &mut Vec<Hit>, folded: &Folded, start: usize) {
        let (mut node, mut told) = (tree.root(), Output::zero());
        for (at, byte) in folded.text.as_bytes().iter().enumerate().skip(start) {
            let Some(place) = node.find_input(*byte) else { return };
            let step = node.transition(place);
            told = told.cat(step.out);
            node = tree.node(step.addr);
            if node.is_final() {
                let number = told.cat(node.final_output()).value() as usize;
                let entries = self.entries.get(number / 256..number / 256 + number % 256).unwrap_or_default();
                for entry in entries {
                    self.keep(hits, folded, *entry, start, at + 1);
                }
            }
        }
    }

    fn keep(&self, hits: &mut Vec<Hit>, folded: &Folded, entry: Entry, start: usize, end: usize) {
        let ends = entry.open || folded.word_end(end) || entry.exact && self.particle_follows(folded, end);
        if ends {
            hits.push(Hit { group: entry.group, start, end });
        }
    }

    /// Whether the rest of the Korean word is one particle: 사고+가, but not 사고+뭉치.
    fn particle_follows(&self, folded: &Folded, at: usize) -> bool {
        let rest = &folded.text[at..];
        self.particles.iter().any(|p| rest.starts_with(p) && folded.word_end(at + p.len()))
    }
}

/// What the tree says of a term: where its entries begin, and how many they are (255 at most).
fn number(first: usize, count: usize) -> u64 {
    (first * 256 + count.min(255)) as u64
}
