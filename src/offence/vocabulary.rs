//! The single words of the grammar of offence, for undoing masks. Made when a draft first wears one.

use super::english;
use crate::engine::{Sense, Senses, ordinary};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Which half of a sentence of contempt a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    People,
    Deed,
    Slur,
}

/// Words by their letters.
pub struct Vocabulary {
    /// Every word, with its part if it is one.
    words: FxHashMap<&'static str, Option<Part>>,
    /// The letters of a word in any order, to the words that are made of them.
    letters: FxHashMap<u64, Vec<(&'static str, Part)>>,
    /// The consonants of long words, in order, with the first letter: "mmgrnt".
    bones: FxHashMap<String, (&'static str, Part)>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Option<Part>> = FxHashMap::default();
    for word in english::closed_words() {
        words.insert(word, None);
    }
    for (text, does) in crate::knowledge::terms() {
        let Some(part) = part(does) else { continue };
        let text = text.trim_end_matches('*');
        let single = !text.contains(' ');
        for word in text.split(' ').filter(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase())) {
            let entry = words.entry(word).or_default();
            if single {
                *entry = Some(part);
            }
        }
    }
    words.insert("people", Some(Part::People));
    let mut letters: FxHashMap<u64, Vec<(&'static str, Part)>> = FxHashMap::default();
    for (word, part) in &words {
        if let Some(part) = part
            && word.len() >= 4
        {
            letters.entry(letters_of(word)).or_default().push((word, *part));
        }
    }
    for list in letters.values_mut() {
        list.sort_unstable_by_key(|(word, _)| *word);
    }
    let mut bones: FxHashMap<String, (&'static str, Part)> = FxHashMap::default();
    for (word, part) in &words {
        let Some(part) = part else { continue };
        if let Some(bare) = bones_of(word) {
            let one = bones.entry(bare).or_insert((word, *part));
            // Of several the first in the alphabet: always the same.
            if *word < one.0 {
                *one = (word, *part);
            }
        }
    }
    Vocabulary { words, letters, bones }
});

pub fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

fn part(does: Senses) -> Option<Part> {
    let deeds = Senses::of(&[Sense::Vile, Sense::Epithet, Sense::Loathe, Sense::Harm]);
    match () {
        () if does.has(Sense::Slur) => Some(Part::Slur),
        () if does.meets(deeds) => Some(Part::Deed),
        () if does.meets(Senses::of(&[Sense::People, Sense::Person, Sense::Trait])) => Some(Part::People),
        () => None,
    }
}

/// The first letter and the consonants after it, equal neighbours once; nothing where too few are left to tell words apart.
fn bones_of(word: &str) -> Option<String> {
    let mut bones = String::new();
    for (at, c) in word.chars().enumerate() {
        if at == 0 || !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') && !bones.ends_with(c) {
            bones.push(c);
        }
    }
    (bones.len() >= 5).then_some(bones)
}

/// A number for the letters of a word, whatever their order: one letter more or less is one sum more or less. Two words
/// of other letters may share it; `swap` and `drop` look at the words themselves.
fn letters_of(word: &str) -> u64 {
    word.bytes().map(number_of).fold(0, u64::wrapping_add)
}

/// Numbers far apart (the finalizer of SplitMix64, Steele and others 2014).
fn number_of(letter: u8) -> u64 {
    let mut x = u64::from(letter).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

impl Vocabulary {
    pub fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Which half it is, if it is one.
    pub fn part(&self, word: &str) -> Option<Part> {
        self.words.get(word).copied().flatten()
    }

    /// Words that are halves and fit a pattern, in which `*` is any letter.
    pub fn fitting(&self, pattern: &str) -> impl Iterator<Item = (&'static str, Part)> {
        let fits = move |word: &str| {
            word.len() == pattern.len() && word.bytes().zip(pattern.bytes()).all(|(a, b)| a == b || b == b'*')
        };
        self.words.iter().filter_map(|(word, part)| part.map(|part| (*word, part))).filter(move |(word, _)| fits(word))
    }

    pub fn is_deed(&self, word: &str) -> bool {
        self.words.get(word) == Some(&Some(Part::Deed))
    }

    /// The words that are written together here, if they are all known and name people and a deed.
    pub fn split<'a>(&self, joined: &'a str, named: super::masks::Named) -> Option<Vec<&'a str>>
    where
        'static: 'a,
    {
        let plain = |piece: &'a str| (piece.len() > 2 && ordinary(piece)).then_some(piece);
        // For every place: the words that lead there, with as few of them as can be.
        let mut ways: Vec<Option<(usize, &'a str)>> = vec![None; joined.len() + 1];
        let mut count = vec![usize::MAX; joined.len() + 1];
        count[0] = 0;
        for end in 1..=joined.len() {
            for start in end.saturating_sub(16)..end {
                // Asked first: most places are reached by no word.
                if count[start] == usize::MAX || count[start] + 1 >= count[end] {
                    continue;
                }
                let piece = joined.get(start..end)?;
                let word = match piece {
                    "i" => Some("i"),
                    "a" => Some("a"),
                    _ => self.words.get_key_value(piece).map(|(word, _)| *word).or_else(|| plain(piece)),
                };
                if let Some(word) = word {
                    (ways[end], count[end]) = (Some((start, word)), count[start] + 1);
                }
            }
        }
        let mut words = Vec::new();
        let mut at = joined.len();
        while at > 0 {
            let (start, word) = ways[at]?;
            words.push(word);
            at = start;
        }
        words.reverse();
        let of = |part: Part| words.iter().any(|word| self.words.get(word) == Some(&Some(part)));
        // With the other half already named, only beside a word that joins the two: "areevil", never "therapist".
        let part = |word: &&str| self.part(word);
        let joints = ["are", "all", "should", "must", "these", "those", "so", "fucking", "people"];
        let joint = words.len() == 2 && words.iter().any(|word| joints.contains(word));
        let half = words.iter().filter_map(part).any(|part| match part {
            Part::People => named.deed,
            Part::Deed => named.people,
            Part::Slur => true,
        });
        // "youstupidfaggot".
        let heads = ["you", "youre", "your", "what", "shut", "fucking"];
        let headed = words.first().is_some_and(|word| heads.contains(word) || part(word) == Some(Part::Deed));
        let slur = words.iter().any(|word| part(word) == Some(Part::Slur) && word.len() >= 5);
        let thrown = of(Part::Slur) && headed && words.len() < 5 || slur && words.len() > 2;
        (of(Part::People) && of(Part::Deed) || joint && half || thrown).then_some(words)
    }

    /// The long word whose vowels were left out here: "imigrnts".
    pub fn fleshed(&self, word: &str) -> Option<(&'static str, Part)> {
        self.bones.get(&bones_of(word)?).copied().filter(|(right, _)| right.len() > word.len())
    }

    /// Words that this one is a slip of. The first letter is where it was.
    pub fn slips(&self, word: &str) -> impl Iterator<Item = (&'static str, Part)> {
        let same = |right: &&str| right.starts_with(&word[..1]);
        let letters = letters_of(word);
        let swapped = self.letters.get(&letters).into_iter().flatten().copied();
        let swapped = swapped.filter(|(right, _)| swap(word, right));
        // Of a short word only the second of two equal letters is missed for sure: "kil".
        let short = word.len() < 4;
        let likely = move |extra: &u8| !short || word.as_bytes().contains(extra);
        let dropped = (b'a'..=b'z').filter(likely).flat_map(move |extra| {
            self.letters.get(&letters.wrapping_add(number_of(extra))).into_iter().flatten().copied()
        });
        let dropped = dropped.filter(move |(right, _)| drop(word, right) && (!short || doubled(right)));
        let all: Vec<(&'static str, Part)> = swapped.chain(dropped).filter(|(right, _)| same(right)).collect();
        all.into_iter()
    }
}

/// Whether two neighbouring letters are swapped, and nothing else.
fn swap(word: &str, right: &str) -> bool {
    let wrong: Vec<usize> = (0..word.len()).filter(|i| word.as_bytes()[*i] != right.as_bytes()[*i]).collect();
    matches!(wrong[..], [first, second] if second == first + 1)
}

fn doubled(word: &str) -> bool {
    word.as_bytes().windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether one letter inside is left out, and nothing else.
fn drop(word: &str, right: &str) -> bool {
    let same = word.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    (same < word.len() || doubled(right)) && word[same..] == right[same + 1..]
}
