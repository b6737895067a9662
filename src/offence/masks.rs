//! Masks: letters swapped, dropped, spaced, joined or replaced, so that a list of words does not know the word.
//!
//! A draft without any of these costs one pass. Where there is one, the draft is written again in plain letters, every
//! character with the place that it came from, and read a second time. Nothing is undone unless what comes out is a word
//! of the grammar of offence: "s a l e" and "gr8" stay what they are.

use super::hangul;
use super::vocabulary::{Part, Vocabulary, vocabulary};
use crate::engine::ordinary;
use crate::languages::{compose, is_letter_of_syllable};

/// A draft in plain letters.
pub struct Plain {
    pub text: String,
    /// For every UTF-16 unit of `text`: where it came from in the draft.
    places: Vec<(u32, u32)>,
}

impl Plain {
    /// A range of the plain text as UTF-16 range of the draft.
    pub fn place(&self, span: (u32, u32)) -> (u32, u32) {
        let at = |i: u32| self.places.get(i as usize).copied().unwrap_or_default();
        if span.0 < span.1 { (at(span.0).0, at(span.1 - 1).1) } else { (0, 0) }
    }
}

/// A character and its UTF-16 range in the draft.
pub type Mark = (char, (u32, u32));

/// What the draft names already: half a sentence of contempt is enough to look for a misspelt other half.
#[derive(Clone, Copy)]
pub struct Named {
    pub people: bool,
    pub deed: bool,
}

/// The draft without its masks; nothing where there is none.
pub fn plain(text: &str, named: Named) -> Option<Plain> {
    let mut at = 0;
    let marks: Vec<Mark> = text
        .chars()
        .map(|c| {
            let start = at;
            at += c.len_utf16() as u32;
            (c, (start, at))
        })
        .collect();
    let mut changed = false;
    let marks = korean(hangul::signs(marks, &mut changed), &mut changed);
    let marks = hangul::unmask(marks, &mut changed);
    let tokens = broken(spaced(&marks, &mut changed), named, &mut changed);
    let words: Vec<Option<Word>> =
        tokens.iter().map(|token| if token.ordinary() { None } else { token.latin() }).collect();
    let undo = |named: Named| words.iter().map(|word| word.as_ref()?.undone(named)).collect();
    let mut undone: Vec<Option<Vec<Mark>>> = undo(named);
    // "muslms are terorists": once one half is found, the other half is looked for.
    let half = |part: Part| undone.iter().flatten().any(|marks| found(marks, part));
    let both = Named { people: named.people || half(Part::People), deed: named.deed || half(Part::Deed) };
    if (both.people, both.deed) != (named.people, named.deed) {
        undone = undo(both);
    }
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for (number, (token, undone)) in tokens.iter().zip(undone).enumerate() {
        if number > 0 {
            let end = out.last().map_or(0, |mark| mark.1.1);
            out.push((token.gap, (end, end)));
        }
        changed |= undone.is_some();
        out.extend(undone.as_ref().unwrap_or(&token.marks));
    }
    if !changed {
        return None;
    }
    let text = out.iter().map(|mark| mark.0).collect();
    let places = out.iter().flat_map(|(c, place)| std::iter::repeat_n(*place, c.len_utf16())).collect();
    Some(Plain { text, places })
}

/// Whether a word of this half stands in a token that was undone.
fn found(marks: &[Mark], part: Part) -> bool {
    let text: String = marks.iter().map(|mark| mark.0).collect();
    text.split(|c: char| !c.is_alphabetic()).any(|word| vocabulary().part(word) == Some(part))
}

/// What stands between white space.
struct Token {
    gap: char,
    marks: Vec<Mark>,
}

impl Token {
    /// Whether it is a word of a dictionary with the signs of a sentence: most tokens are, and nothing is undone in them.
    fn ordinary(&self) -> bool {
        let letter = |mark: &Mark| mark.0.is_ascii_alphabetic();
        let signs = |mark: &&Mark| matches!(mark.0, '.' | ',' | '!' | '?' | ':' | ';' | '"' | '(' | ')');
        let head = self.marks.iter().take_while(signs).count();
        let tail = self.marks[head..].iter().rev().take_while(signs).count();
        let body = &self.marks[head..self.marks.len() - tail];
        if body.is_empty() || body.len() > 16 || !body.iter().all(letter) {
            return false;
        }
        let word: String = body.iter().map(|mark| mark.0.to_ascii_lowercase()).collect();
        ordinary(&word) || vocabulary().has(&word)
    }

    /// The token as one Latin word with its signs, if it is one: "#k1ll", "wom3n.".
    fn latin(&self) -> Option<Word> {
        let long = self.marks.len() >= 3 && self.marks.len() <= 40;
        // The cheap questions first: most tokens are ordinary words.
        if !long || self.marks.iter().any(|mark| crate::languages::is_syllable(mark.0)) {
            return None;
        }
        if self.marks.iter().filter(|mark| mark.0.is_alphabetic()).count() < 2 {
            return None;
        }
        let signs = |mark: &Mark| !mark.0.is_alphanumeric() && !matches!(mark.0, '@' | '$');
        let head = self.marks.iter().take_while(|mark| signs(mark)).count();
        let tail = self.marks.iter().rev().take_while(|mark| signs(mark)).count();
        let body = self.marks.get(head..self.marks.len() - tail)?.to_vec();
        Some(Word { head: self.marks[..head].to_vec(), body, tail: self.marks[self.marks.len() - tail..].to_vec() })
    }
}

struct Word {
    head: Vec<Mark>,
    body: Vec<Mark>,
    tail: Vec<Mark>,
}

impl Word {
    fn undone(&self, named: Named) -> Option<Vec<Mark>> {
        let written: String = self.body.iter().flat_map(|mark| mark.0.to_lowercase()).collect();
        let bare: String = self.body.iter().filter_map(|mark| letter(mark.0)).collect();
        let masked = bare != written;
        // Ordinary writing: short plain words, with nothing named that they could belong to.
        let twice = bare.as_bytes().windows(2).any(|pair| pair[0] == pair[1]);
        let bound = named.people || named.deed;
        if !masked && bare.len() < 4 && !bound && !twice {
            return None;
        }
        let known = vocabulary();
        if let Some(right) = self.starred(known, named) {
            return Some(self.spelt(&[right]));
        }
        if !masked && known.has(&bare) {
            return None;
        }
        if masked && known.has(&bare) {
            return Some(self.spelt(&[bare.as_str()]));
        }
        // "k1ll": a one is an i or an l.
        let other: String = self
            .body
            .iter()
            .filter_map(|mark| if matches!(mark.0, '1' | '|' | '!') { Some('l') } else { letter(mark.0) })
            .collect();
        if masked && other != bare && known.has(&other) {
            return Some(self.spelt(&[other.as_str()]));
        }
        // "I h a t e".
        if let Some(verb) = bare.strip_prefix('i').filter(|verb| known.is_deed(verb)) {
            return Some(self.spelt(&["i", verb]));
        }
        // A word of the dictionary is that word, whatever else stands in it.
        let ordinary = ordinary(&bare);
        if bare.len() >= 6
            && !ordinary
            && let Some(words) = known.split(&bare, named)
        {
            return Some(self.spelt(&words));
        }
        // "hatee", "disgustiing".
        if twice && !masked {
            let once = (1..bare.len()).filter(|at| bare.as_bytes()[*at] == bare.as_bytes()[at - 1]);
            let mut once = once.map(|at| format!("{}{}", &bare[..at], &bare[at + 1..]));
            let right = once.find(|word| {
                known.part(word).is_some_and(|part| {
                    let slur = part == Part::Slur;
                    wanted(part, named) && (!slur || word.len() > 3)
                })
            });
            if let Some(right) = right {
                return Some(self.spelt(&[right.as_str()]));
            }
        }
        if masked || ordinary {
            return None;
        }
        let right = known.right(&bare, named).or_else(|| {
            let (right, part) = known.fleshed(&bare)?;
            wanted(part, named).then_some(right)
        })?;
        Some(self.spelt(&[right]))
    }

    /// "h*te", "f*ggot": a star hides a letter.
    fn starred(&self, known: &'static Vocabulary, named: Named) -> Option<&'static str> {
        let stars = self.body.iter().filter(|mark| matches!(mark.0, '*' | '#' | '•')).count();
        if stars == 0 || stars > 2 || self.body.len() < stars + 2 {
            return None;
        }
        let hidden = |c: char| if matches!(c, '*' | '#' | '•') { Some('*') } else { letter(c) };
        let pattern: String = self.body.iter().map(|mark| hidden(mark.0)).collect::<Option<String>>()?;
        // Of several words the last in the alphabet: always the same, and "women" before "woman".
        known.fitting(&pattern).filter(|(_, part)| wanted(*part, named)).map(|(word, _)| word).max()
    }

    /// The words in place of the body. Each letter comes from its own place where lengths agree, else from the whole.
    fn spelt(&self, words: &[&str]) -> Vec<Mark> {
        let (Some(first), Some(last)) = (self.body.first(), self.body.last()) else { return Vec::new() };
        let whole = (first.1.0, last.1.1);
        let letters: Vec<(u32, u32)> =
            self.body.iter().filter(|mark| letter(mark.0).is_some()).map(|mark| mark.1).collect();
        let same = words.iter().map(|word| word.len()).sum::<usize>() == letters.len();
        let mut out: Vec<Mark> = self.head.iter().filter(|mark| mark.0 != '#').copied().collect();
        let mut at = 0;
        for (number, word) in words.iter().enumerate() {
            if number > 0 {
                let end = out.last().map_or(whole.0, |mark| mark.1.1);
                out.push((' ', (end, end)));
            }
            for c in word.chars() {
                out.push((c, if same { letters[at] } else { whole }));
                at += 1;
            }
        }
        out.extend(&self.tail);
        out
    }
}

/// The letter that a character stands for: itself, a look-alike, or a digit or sign drawn like one.
fn letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '4' | '@' | 'а' | 'α' => 'a',
        '8' => 'b',
        'с' => 'c',
        '3' | 'е' | 'ё' | 'ε' => 'e',
        '6' | '9' => 'g',
        '1' | '!' | '|' | 'і' | 'ι' => 'i',
        'к' | 'κ' => 'k',
        'м' => 'm',
        '0' | 'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        '5' | '$' | 'ѕ' => 's',
        '7' | '+' | 'т' | 'τ' => 't',
        'υ' => 'u',
        'х' => 'x',
        'у' => 'y',
        '2' => 'z',
        _ => return None,
    })
}

/// Splits at white space; letters that stand alone in a row are one word: "h a t e", and so are "r.e.d" and "c-u-t".
fn spaced(marks: &[Mark], changed: &mut bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // Of the row in hand: how many tokens of one letter.
    let mut row = 0;
    for part in marks.split_inclusive(|mark| mark.0.is_whitespace()) {
        let gap = part.last().filter(|mark| mark.0.is_whitespace()).map_or(' ', |mark| mark.0);
        let body: Vec<Mark> = part.iter().filter(|mark| !mark.0.is_whitespace()).copied().collect();
        let letters = body.iter().step_by(2).all(|mark| letter(mark.0).is_some());
        let signs = body.iter().skip(1).step_by(2).all(|mark| matches!(mark.0, '.' | '-' | '_' | '*' | '~' | '/'));
        let dotted = body.len() >= 5 && letters && signs;
        let single = body.len() == 1 && letter(body[0].0).is_some();
        let inner: Vec<Mark> = if dotted { body.iter().step_by(2).copied().collect() } else { body };
        *changed |= dotted;
        row = if single { row + 1 } else { 0 };
        let before = tokens.last().map_or(0, |token: &Token| token.marks.len());
        if row >= 2 && before == row - 1 {
            if let Some(last) = tokens.last_mut() {
                last.marks.extend(inner);
                last.gap = last.gap.max(' ');
            }
            *changed |= row >= 3;
            continue;
        }
        row = usize::from(single);
        tokens.push(Token { gap: ' ', marks: inner });
        if gap == '\n' {
            tokens.push(Token { gap: '\n', marks: Vec::new() });
            row = 0;
        }
    }
    tokens
}

/// Takes out what stands inside Korean words (병1신, 맘*충), and joins letters into syllables (ㅂㅕㅇ).
fn korean(marks: Vec<Mark>, changed: &mut bool) -> Vec<Mark> {
    let syllable = |mark: Option<&Mark>| mark.is_some_and(|mark| crate::languages::is_syllable(mark.0));
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    let mut at = 0;
    while at < marks.len() {
        let (c, place) = marks[at];
        let inside =
            || !c.is_whitespace() && !c.is_alphabetic() && !matches!(c, ',' | '?' | '·' | '(' | ')' | '"' | '\'');
        let own = crate::languages::is_syllable(c);
        if !own && syllable(out.last()) && syllable(marks.get(at + 1)) && inside() {
            *changed = true;
            at += 1;
            continue;
        }
        let letters: String =
            marks[at..].iter().take(4).map(|mark| mark.0).take_while(|c| is_letter_of_syllable(*c)).collect();
        if let Some((whole, len)) = compose(&letters) {
            *changed = true;
            out.push((whole, (place.0, marks[at + len - 1].1.1)));
            at += len;
            continue;
        }
        out.push((c, place));
        at += 1;
    }
    out
}

/// Whether this half is missing in what the draft names.
fn wanted(part: Part, named: Named) -> bool {
    match part {
        // Who is meant, whatever is said of them: alone it is no finding.
        Part::People => true,
        Part::Deed => named.people,
        Part::Slur => true,
    }
}

/// Puts two tokens together that are one word of the grammar: "wo men". One of them at least is no word by itself.
fn broken(tokens: Vec<Token>, named: Named, changed: &mut bool) -> Vec<Token> {
    if !named.people && !named.deed {
        return tokens;
    }
    let known = vocabulary();
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let plain = |token: &Token| -> Option<String> {
            let short = !token.marks.is_empty() && token.marks.len() <= 12;
            let plain = |mark: &Mark| mark.0.is_ascii_alphabetic().then(|| mark.0.to_ascii_lowercase());
            short.then(|| token.marks.iter().map(plain).collect()).flatten()
        };
        let last = out.last().filter(|_| token.gap == ' ').and_then(&plain);
        // What ends a sentence may stand after the second half.
        let tail = token.marks.iter().rev().take_while(|mark| matches!(mark.0, '.' | '!' | '?' | ',')).count();
        let head = Token { gap: ' ', marks: token.marks[..token.marks.len() - tail].to_vec() };
        if let (Some(first), Some(second)) = (last, plain(&head)) {
            let whole = format!("{first}{second}");
            let odd = !known.has(&first) || !known.has(&second);
            let word = |word: &str| matches!(word, "a" | "i") || known.part(word).is_some() && word.len() > 3;
            if odd
                && whole.len() >= 4
                && !word(&first)
                && known.part(&whole).is_some_and(|part| wanted(part, named))
                && let Some(before) = out.last_mut()
            {
                before.marks.extend(token.marks);
                *changed = true;
                continue;
            }
        }
        out.push(token);
    }
    out
}

impl Vocabulary {
    /// The word that this one is a slip of: two neighbours swapped, or one letter inside left out.
    fn right(&self, word: &str, named: Named) -> Option<&'static str> {
        // Of four letters many are words of their own ("site", "cuts"): there a deed misses a vowel, and a slur nothing.
        let likely = |right: &str, part: Part| match part {
            _ if word.len() != 4 || word.len() == right.len() => true,
            Part::People | Part::Deed => {
                right.bytes().zip(word.bytes()).find(|(a, b)| a != b).is_some_and(|(a, _)| b"aeiou".contains(&a))
            }
            Part::Slur => false,
        };
        let likely = |right: &str, part: Part| {
            // "Niger" is a country; beside nothing else a slip of a slur is long.
            let sure = part != Part::Slur || named.people || named.deed || word.len() > 5 || right.len() == word.len();
            sure && likely(right, part)
        };
        self.slips(word).find(|(right, part)| wanted(*part, named) && likely(right, *part)).map(|(right, _)| right)
    }
}
