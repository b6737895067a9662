//! One scan for many terms: every place in a folded text where a term of a knowledge file stands as a word of its own.
//!
//! Terms begin with a word, so the scan walks a tree of all terms from each word of the text. The tree of the knowledge
//! files is made by the build and lies in the program ready to walk: nothing is built when the extension wakes.

use super::term::{self, Entry};
use super::text::Folded;
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
    pub words: Laid,
    /// Those that may begin inside a word.
    pub inside: Laid,
}

/// A tree of folded terms, the bytes of an `fst`. A term's number is the place of its first entry; the last is marked.
#[derive(Clone, Copy, Debug)]
pub struct Laid {
    pub tree: &'static [u8],
    pub entries: &'static [Entry],
}

struct Tree {
    /// None: nothing was laid down, or not as it should be; then nothing is found, and nothing breaks.
    fst: Option<Fst<Cow<'static, [u8]>>>,
    entries: Cow<'static, [Entry]>,
}

impl Tree {
    fn grown(terms: BTreeMap<String, Vec<Entry>>) -> Tree {
        let mut builder = Builder::memory();
        let mut entries = Vec::new();
        for (folded, here) in terms {
            // Keys come sorted and once: the builder has nothing to refuse.
            if builder.insert(folded, entries.len() as u64).is_ok() {
                let count = here.len();
                entries.extend(here.into_iter().zip(1..).map(|(entry, at)| Entry { last: at == count, ..entry }));
            }
        }
        let fst = builder.into_inner().ok().and_then(|bytes| Fst::new(Cow::Owned(bytes)).ok());
        Tree { fst, entries: Cow::Owned(entries) }
    }

    fn laid(laid: &Laid) -> Tree {
        Tree { fst: Fst::new(Cow::Borrowed(laid.tree)).ok(), entries: Cow::Borrowed(laid.entries) }
    }

    /// Every term that begins at one of the places, with its end.
    fn walk(&self, text: &str, starts: impl Iterator<Item = usize>, mut found: impl FnMut(Entry, usize, usize)) {
        let Some(fst) = self.fst.as_ref().filter(|_| !self.entries.is_empty()) else { return };
        let root = fst.root();
        for start in starts {
            let (mut node, mut told) = (root, Output::zero());
            for (at, byte) in text.as_bytes().iter().enumerate().skip(start) {
                let Some(place) = node.find_input(*byte) else { break };
                let step = node.transition(place);
                told = told.cat(step.out);
                node = fst.node(step.addr);
                if node.is_final() {
                    let first = told.cat(node.final_output()).value() as usize;
                    for entry in self.entries.iter().skip(first) {
                        found(*entry, start, at + 1);
                        if entry.last {
                            break;
                        }
                    }
                }
            }
        }
    }
}

/// Terms, ready to scan. Built once.
pub struct Scanner {
    words: Tree,
    inside: Tree,
    particles: &'static [&'static str],
}

impl Scanner {
    /// Terms with the group that a hit is told by, in any order.
    pub fn new<'t>(terms: impl Iterator<Item = (&'t str, u16)>, particles: &'static [&'static str]) -> Scanner {
        let mut trees: [BTreeMap<String, Vec<Entry>>; 2] = Default::default();
        for (folded, entry) in terms.filter_map(|(text, group)| term::read(text, group)) {
            trees[usize::from(entry.inside)].entry(folded).or_default().push(entry);
        }
        let [words, inside] = trees.map(Tree::grown);
        Scanner { words, inside, particles }
    }

    /// Terms that the build has laid down.
    pub fn laid(terms: &Terms, particles: &'static [&'static str]) -> Scanner {
        Scanner { words: Tree::laid(&terms.words), inside: Tree::laid(&terms.inside), particles }
    }

    /// Every term in the text, in order of its end, longer ones first.
    pub fn scan(&self, folded: &Folded) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut keep = |entry: Entry, start, end| {
            let ends = entry.open || folded.word_end(end) || entry.exact && self.particle_follows(folded, end);
            if ends {
                hits.push(Hit { group: entry.group, start, end });
            }
        };
        self.inside.walk(&folded.text, folded.text.char_indices().map(|(at, _)| at), &mut keep);
        self.words.walk(&folded.text, folded.word_starts(), &mut keep);
        hits.sort_by_key(|hit| (hit.end, hit.start));
        hits
    }

    /// Whether the rest of the Korean word is one particle: 사고+가, but not 사고+뭉치.
    fn particle_follows(&self, folded: &Folded, at: usize) -> bool {
        let rest = &folded.text[at..];
        self.particles.iter().any(|p| rest.starts_with(p) && folded.word_end(at + p.len()))
    }
}
