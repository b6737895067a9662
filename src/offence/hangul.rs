//! Masks of Korean words: syllables swapped, dropped or bared to a letter, look-alike signs, letters put between.
//!
//! What comes out is only read a second time, never instead: a guess that names people is no finding by itself.

use super::masks::Mark;
use crate::engine::{Sense, Senses};
use crate::languages::{compose, is_letter_of_syllable, is_syllable};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The first consonants in the order of Unicode.
const LEADS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// The last consonants in the order of Unicode; the first stands for none.
const TAILS: [char; 28] = [
    ' ', 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ',
    'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
/// Syllables that look like others, as young writers swap them: 머가리, 커먹다.
const ALIKE: [(char, char); 9] = [
    ('머', '대'),
    ('대', '머'),
    ('커', '귀'),
    ('귀', '커'),
    ('댕', '멍'),
    ('멍', '댕'),
    ('띵', '명'),
    ('윾', '유'),
    ('팡', '광'),
];
/// Longest word that is looked for, in syllables.
const LONGEST: usize = 7;

/// The Korean words that are masked most: people and slurs.
struct Words {
    /// Words as syllables, by length.
    by_length: FxHashMap<usize, Vec<Vec<char>>>,
    /// A slip of a word: to the word.
    slips: FxHashMap<String, &'static str>,
    /// Every term of the grammar: these are no slips.
    known: rustc_hash::FxHashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut by_length: FxHashMap<usize, Vec<Vec<char>>> = FxHashMap::default();
    let mut slips = FxHashMap::default();
    let whole = |text: &&str| text.chars().all(is_syllable);
    let terms = || {
        crate::knowledge::terms().map(|(text, does)| (text.trim_start_matches('~').trim_end_matches(['$', '*']), does))
    };
    let known: rustc_hash::FxHashSet<&'static str> = terms().map(|(text, _)| text).filter(whole).collect();
    for (text, does) in terms().filter(|(text, _)| whole(text)) {
        if !does.meets(Senses::of(&[Sense::People, Sense::Slur])) {
            continue;
        }
        let word: Vec<char> = text.chars().collect();
        if !(2..=LONGEST).contains(&word.len()) {
            continue;
        }
        by_length.entry(word.len()).or_default().push(word.clone());
        let mut slip = |letters: Vec<char>| {
            slips.entry(letters.into_iter().collect::<String>()).or_insert(text);
        };
        // Two syllables are swapped in many a word; only before "들" it is one of people.
        let group = word.ends_with(&['들']);
        for at in 0..word.len() - 1 {
            let mut swapped = word.clone();
            swapped.swap(at, at + 1);
            if word.len() >= 3 && swapped != word {
                slip(swapped);
            }
        }
        if word.len() == 2 && does.has(Sense::Slur) {
            slip(vec![word[1], word[0], '들']);
        }
        for at in 1..word.len() {
            let mut dropped = word.clone();
            dropped.remove(at);
            if word.len() >= if group { 5 } else { 4 } && dropped.last() == word.last() {
                slip(dropped);
            }
        }
    }
    for word in known.iter() {
        slips.remove(*word);
    }
    // What the rule makes, and Korean has already.
    for word in ["이주민", "이민자", "외국인", "장애인", "여학생", "남학생", "한국인", "남자들", "여자들", "여성들"]
    {
        slips.remove(word);
    }
    Words { by_length, slips, known }
});

/// The letters that a syllable is written with, first and last.
fn consonants(syllable: char) -> (char, char) {
    let code = (syllable as usize).wrapping_sub(0xac00);
    (LEADS[(code / 588).min(18)], TAILS[code % 28])
}

/// A doubled letter is the plain one twice: ㅉ for ㅈ.
fn soft(letter: char) -> char {
    match letter {
        'ㄲ' => 'ㄱ',
        'ㄸ' => 'ㄷ',
        'ㅃ' => 'ㅂ',
        'ㅆ' => 'ㅅ',
        'ㅉ' => 'ㅈ',
        other => other,
    }
}

/// Reads signs drawn like letters as letters.
pub fn signs(marks: Vec<Mark>, changed: &mut bool) -> Vec<Mark> {
    parts(marks, changed, drawn)
}

/// Undoes what stands between syllables, and slips of words.
pub fn unmask(marks: Vec<Mark>, changed: &mut bool) -> Vec<Mark> {
    parts(marks, changed, |part| word(between(part)))
}

/// Does so word by word, where a word is Korean.
fn parts(marks: Vec<Mark>, changed: &mut bool, undo: impl Fn(Vec<Mark>) -> Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for part in marks.split_inclusive(|mark| mark.0.is_whitespace()) {
        if !part.iter().any(|mark| is_syllable(mark.0) || is_letter_of_syllable(mark.0)) {
            out.extend(part);
            continue;
        }
        let plain = undo(part.to_vec());
        *changed |= plain.len() != part.len() || plain.iter().zip(part).any(|(mark, written)| mark.0 != written.0);
        out.extend(plain);
    }
    out
}

/// Signs drawn like letters: OH is 애, 71 is 기, 거l is 게.
fn drawn(part: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(part.len());
    let mut at = 0;
    while at < part.len() {
        let (c, place) = part[at];
        let next = part.get(at + 1).map_or(' ', |mark| mark.0);
        let vowel = |c: char| match c {
            'H' | 'ㅐ' => Some('ㅐ'),
            'l' | 'I' | '1' | '|' | 'ㅣ' => Some('ㅣ'),
            'F' | 'r' => Some('ㅏ'),
            _ => None,
        };
        let lead = |c: char| match c {
            'O' | '0' => Some('ㅇ'),
            '7' => Some('ㄱ'),
            'ㄱ'..='ㅎ' => Some(c),
            _ => None,
        };
        // 77l: ㄲ and ㅣ.
        let twice = c == '7' && next == '7';
        let first = if twice { Some('ㄲ') } else { lead(c) };
        let after = part.get(at + 1 + usize::from(twice)).copied();
        if let Some(first) = first
            && after.is_some_and(|(sign, _)| first != c || !is_letter_of_syllable(sign))
            && let Some((sign, end)) = after
            && let Some(second) = vowel(sign)
            && let Some((whole, _)) = compose(&format!("{first}{second}"))
        {
            out.push((whole, (place.0, end.1)));
            at += 2 + usize::from(twice);
            continue;
        }
        // 거l: a vowel with a stroke more.
        if matches!(c, 'l' | 'I' | '|' | '1')
            && let Some(last) = out.last_mut()
            && is_syllable(last.0)
        {
            let code = last.0 as u32 - 0xac00;
            let vowel = code / 28 % 21;
            if code.is_multiple_of(28) && matches!(vowel, 0 | 2 | 4 | 6) {
                *last = (char::from_u32(last.0 as u32 + 28).unwrap_or(last.0), (last.1.0, place.1));
                at += 1;
                continue;
            }
        }
        out.push((c, place));
        at += 1;
    }
    out
}

/// 장x애x인: a small letter between two syllables.
fn between(part: Vec<Mark>) -> Vec<Mark> {
    let korean = |mark: Option<&Mark>| mark.is_some_and(|mark| is_syllable(mark.0));
    let put = |at: usize| {
        (part[at].0.is_ascii_lowercase() || matches!(part[at].0, 'ㅡ' | 'ㅣ' | 'ㆍ' | 'ㅗ'))
            && korean(at.checked_sub(1).and_then(|at| part.get(at)))
            && korean(part.get(at + 1))
    };
    (0..part.len()).filter(|at| !put(*at)).map(|at| part[at]).collect()
}

/// The word that this one begins with a slip of.
fn word(part: Vec<Mark>) -> Vec<Mark> {
    let letters: Vec<char> = part.iter().map(|mark| mark.0).collect();
    let ends = letters.iter().take_while(|c| is_syllable(**c) || is_letter_of_syllable(**c)).count();
    for len in (2..=LONGEST.min(ends)).rev() {
        let head: String = letters[..len].iter().collect();
        if WORDS.known.contains(head.as_str()) {
            return part;
        }
        let right = WORDS.slips.get(&head).copied().map(|word| word.chars().collect::<Vec<char>>());
        let right = right.or_else(|| bared(&letters[..len])).or_else(|| alike(&letters[..len]));
        if let Some(right) = right {
            let whole = (part[0].1.0, part[len - 1].1.1);
            let same = right.len() == len;
            let mut out: Vec<Mark> =
                right.iter().enumerate().map(|(at, c)| (*c, if same { part[at].1 } else { whole })).collect();
            out.extend(&part[len..]);
            return out;
        }
    }
    part
}

/// 무슬ㅁ, 노ㄴ들, ㄱㄹ년: some syllables are bared to one of their consonants, first or last.
fn bared(letters: &[char]) -> Option<Vec<char>> {
    let bare = letters.iter().filter(|c| is_letter_of_syllable(**c)).count();
    let kept = letters.len() - bare;
    // Of nothing but letters there are too many readings; those that are slurs stand in the lists.
    if bare == 0 || kept == 0 || letters.len() < 2 {
        return None;
    }
    let fits = |word: &&Vec<char>| {
        word.iter().zip(letters).all(|(right, written)| {
            let (lead, tail) = consonants(*right);
            right == written || soft(lead) == soft(*written) && lead != ' ' || tail == *written
        })
    };
    WORDS.by_length.get(&letters.len())?.iter().find(fits).cloned()
}

/// 머가리: look-alike syllables.
fn alike(letters: &[char]) -> Option<Vec<char>> {
    let swapped: Vec<char> =
        letters.iter().map(|c| ALIKE.iter().find(|(from, _)| from == c).map_or(*c, |(_, to)| *to)).collect();
    let text: String = swapped.iter().collect();
    (swapped != letters && WORDS.known.contains(text.as_str())).then_some(swapped)
}
