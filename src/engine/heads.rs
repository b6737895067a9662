//! Trained heads: what a draft's tone is like, read by small linear models over hashed n-grams.
//!
//! A head is a second kind of evidence, apart from the reviewed words: it has seen how people write, not what a list
//! says. One pass makes the features, every head of the language adds up its weights over them. The weights come from
//! `cargo xtask train`; what they were made of, and how far to trust them, is in `data/models/README.md`.

use super::text::{Folded, Language};

/// What a head listens for. The number is the head's id in a model file and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Head {
    /// Rude or abusive language of any kind.
    Offence = 0,
    /// Hatred or disdain for a group of people.
    Contempt = 1,
    /// Joy, excitement, pride.
    Cheer = 2,
    /// Laughter.
    Mirth = 3,
    /// Sadness, grief, remorse.
    Sorrow = 4,
    /// Anger, annoyance, disgust.
    Anger = 5,
    /// Saying the opposite of what is meant.
    Sarcasm = 6,
}

impl Head {
    pub const ALL: [Head; 7] =
        [Head::Offence, Head::Contempt, Head::Cheer, Head::Mirth, Head::Sorrow, Head::Anger, Head::Sarcasm];

    pub fn name(self) -> &'static str {
        match self {
            Head::Offence => "offence",
            Head::Contempt => "contempt",
            Head::Cheer => "cheer",
            Head::Mirth => "mirth",
            Head::Sorrow => "sorrow",
            Head::Anger => "anger",
            Head::Sarcasm => "sarcasm",
        }
    }
}

/// Hashed features fall into this many buckets.
pub const BUCKETS: usize = 1 << 16;
/// Characters read of a draft. Tone shows in far fewer, and the cost stays bounded.
pub const CAP: usize = 4000;
/// First bytes of a model file.
pub const MAGIC: &[u8; 4] = b"NNH1";

/// A character as a feature sees it: where words begin, and a Korean letter by its part of the syllable.
const EDGE: u32 = 1;

fn step(hash: u32, symbol: u32) -> u32 {
    (hash ^ symbol).wrapping_mul(0x0100_0193).rotate_left(13)
}

/// Spreads a hash over the buckets.
fn bucket(hash: u32) -> u16 {
    let mut h = hash;
    h ^= h >> 16;
    h = h.wrapping_mul(0x85EB_CA6B);
    h ^= h >> 13;
    (h >> 8) as u16
}

/// Every n-gram of `least..=most` symbols.
fn grams(symbols: &[u32], seed: u32, least: usize, most: usize, emit: &mut impl FnMut(u16)) {
    for at in 0..symbols.len() {
        let mut hash = seed;
        for (n, symbol) in symbols[at..].iter().take(most).enumerate() {
            hash = step(hash, *symbol);
            if n + 1 >= least {
                emit(bucket(hash));
            }
        }
    }
}

/// The features of a text, each bucket once, in order. `without`: ranges of folded bytes that are not read, sorted.
pub fn features(folded: &Folded, korean: bool, without: &[(usize, usize)]) -> Vec<u16> {
    let mut seen = vec![0u64; BUCKETS / 64];
    let mut emit = |bucket: u16| seen[bucket as usize / 64] |= 1 << (bucket % 64);
    let mut chars: Vec<u32> = Vec::new();
    let mut letters: Vec<u32> = vec![EDGE];
    // Words of the Latin script: (hash of the word before, start of the word in `chars`).
    let mut before = 0u32;
    let mut close = |word: &mut Vec<u32>, emit: &mut dyn FnMut(u16)| {
        if word.is_empty() {
            return;
        }
        let hash = word.iter().fold(0x811C_9DC5, |hash, c| step(hash, *c));
        emit(bucket(hash));
        emit(bucket(step(before, hash)));
        before = hash;
        if word.len() > 1 {
            word.insert(0, EDGE);
            word.push(EDGE);
            grams(word, 0x9E37_79B9, 3, 5, &mut |b| emit(b));
        }
        word.clear();
    };
    let mut hidden = without.iter().peekable();
    for (at, c) in folded.text.char_indices().take(CAP) {
        while hidden.next_if(|range| range.1 <= at).is_some() {}
        let left_out = hidden.peek().is_some_and(|range| range.0 <= at);
        let edge = c == ' ' || left_out || folded.word_start(at);
        if korean {
            if edge && letters.last() != Some(&EDGE) {
                letters.push(EDGE);
            }
            if c != ' ' && !left_out {
                chars.push(c as u32);
                parts(c, &mut letters);
            }
        } else {
            if edge {
                close(&mut chars, &mut emit);
            }
            if c != ' ' && !left_out {
                chars.push(c as u32);
            }
        }
    }
    if korean {
        grams(&chars, 0x811C_9DC5, 1, 4, &mut emit);
        letters.push(EDGE);
        grams(&letters, 0x9E37_79B9, 3, 6, &mut emit);
    } else {
        close(&mut chars, &mut emit);
    }
    let mut all = Vec::new();
    for (word, bits) in seen.iter().enumerate() {
        let mut bits = *bits;
        while bits != 0 {
            all.push((word * 64) as u16 + bits.trailing_zeros() as u16);
            bits &= bits - 1;
        }
    }
    all
}

/// The letters of a Hangul syllable; any other character as it is.
fn parts(c: char, out: &mut Vec<u32>) {
    let code = c as u32;
    if !(0xAC00..=0xD7A3).contains(&code) {
        out.push(code);
        return;
    }
    let at = code - 0xAC00;
    out.push(0x1100 + at / 588);
    out.push(0x1161 + at % 588 / 28);
    if !at.is_multiple_of(28) {
        out.push(0x11A7 + at % 28);
    }
}

/// One head: how its weights become a score, and a score a probability.
#[derive(Clone, Copy, Debug)]
struct Linear {
    id: u8,
    bias: f32,
    scale: f32,
    /// From here on a reading is likely, or firm: so many texts of another kind get here as the trainer set.
    likely: f32,
    firm: f32,
    /// (score, probability), rising.
    knots: &'static [u8],
    weights: &'static [u8],
}

/// The heads of one language.
#[derive(Clone, Debug, Default)]
pub struct Model {
    heads: Vec<Linear>,
}

/// What one head says of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub head: Head,
    /// Positive: rather yes.
    pub score: f32,
    /// Share of texts with such a score that were labelled so, in the data that the head was calibrated on.
    pub probability: f32,
    /// Sure enough to count beside something that is going on: one in fifty texts of another kind gets here.
    pub likely: bool,
    /// Sure enough to count beside the words alone: one in two hundred.
    pub firm: bool,
}

fn float(bytes: &[u8], at: usize) -> Option<f32> {
    Some(f32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl Model {
    /// Reads a model file: magic, number of heads, and for each its id, number of knots, bias, scale, likely and firm
    /// score, knots
    /// (little-endian f32), then `BUCKETS` weights (i8). `None` if the bytes are anything else.
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let (count, after) = rest.split_first()?;
        rest = after;
        let mut heads = Vec::new();
        for _ in 0..*count {
            let (id, knots) = (*rest.first()?, *rest.get(1)? as usize * 8);
            if id as usize >= Head::ALL.len() || knots == 0 {
                return None;
            }
            let (bias, scale) = (float(rest, 2)?, float(rest, 6)?);
            let (likely, firm) = (float(rest, 10)?, float(rest, 14)?);
            let weights = rest.get(18 + knots..18 + knots + BUCKETS)?;
            heads.push(Linear { id, bias, scale, likely, firm, knots: &rest[18..18 + knots], weights });
            rest = &rest[18 + knots + BUCKETS..];
        }
        rest.is_empty().then_some(Model { heads })
    }

    /// What every head says of these features.
    pub fn readings(&self, features: &[u16]) -> Vec<Reading> {
        let length = (features.len().max(1) as f32).sqrt();
        self.heads
            .iter()
            .map(|head| {
                let sum: i32 = features.iter().map(|feature| i32::from(head.weights[*feature as usize] as i8)).sum();
                let score = sum as f32 * head.scale / length + head.bias;
                Reading {
                    head: Head::ALL[head.id as usize],
                    score,
                    probability: between(head.knots, score),
                    likely: score >= head.likely,
                    firm: score >= head.firm,
                }
            })
            .collect()
    }
}

/// The probability of a score, straight from knot to knot.
fn between(knots: &[u8], score: f32) -> f32 {
    let mut last: Option<(f32, f32)> = None;
    for at in (0..knots.len()).step_by(8) {
        let (Some(x), Some(y)) = (float(knots, at), float(knots, at + 4)) else { break };
        match last {
            _ if score > x => last = Some((x, y)),
            Some((left, low)) => return low + (y - low) * (score - left) / (x - left),
            None => return y,
        }
    }
    last.map_or(0.0, |(_, y)| y)
}

/// The heads of every language that has some.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    latin: Model,
    korean: Model,
}

impl Heads {
    /// `None` if either is no model file.
    pub fn read(latin: &'static [u8], korean: &'static [u8]) -> Option<Heads> {
        Some(Heads { latin: Model::read(latin)?, korean: Model::read(korean)? })
    }

    /// What the heads of the text's language say; nothing for a language without heads. `without`: ranges of folded bytes
    /// that are not read, sorted: leaving out the words that a list found makes the reading independent of that list.
    pub fn listen(&self, folded: &Folded, language: Language, without: &[(usize, usize)]) -> Vec<Reading> {
        let model = match language {
            Language::Latin => &self.latin,
            Language::Korean => &self.korean,
            Language::Japanese | Language::Chinese => return Vec::new(),
        };
        let korean = language == Language::Korean;
        model.readings(&features(folded, korean, without))
    }
}
