//! Folding: one pass over a text into the form that is compared with the knowledge files.
//!
//! Lower case, compatibility forms and accents gone, signs turned into single spaces, spaces inside Korean, Japanese
//! and Chinese dropped (they are not reliable), hashtags split into words, stretched letters shortened. Every folded
//! byte keeps the UTF-16 place of the character that it came from.

use super::script::{is_dense, is_emoji, is_hangul, is_letter, is_letter_or_digit};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A hashtag of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Folded and without spaces: `neverforget`.
    pub name: String,
    /// UTF-16 offsets in the text, with the sign.
    pub start: u32,
    pub end: u32,
}

/// A folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    pub text: String,
    /// For every byte of `text`: UTF-16 offsets of the character it came from.
    places: Vec<(u32, u32)>,
    /// For every byte, and one past the end: whether a word starts here.
    starts: Vec<bool>,
    pub tags: Vec<Tag>,
}

impl Folded {
    /// UTF-16 offsets in the writer's text of a range of folded bytes.
    pub fn span(&self, start: usize, end: usize) -> (u32, u32) {
        if start >= end || end > self.places.len() {
            return (0, 0);
        }
        (self.places[start].0, self.places[end - 1].1)
    }

    /// Whether a word starts at this byte.
    pub fn word_start(&self, at: usize) -> bool {
        self.starts.get(at).copied().unwrap_or(true)
    }

    /// Whether this folded word stands in the text; in Korean, Japanese and Chinese also as the start of a word.
    pub fn has_word(&self, word: &str) -> bool {
        let dense = word.chars().next_back().is_some_and(is_dense);
        self.text.match_indices(word).any(|(at, _)| self.word_start(at) && (dense || self.word_end(at + word.len())))
    }

    /// Where words start, in folded bytes.
    pub fn word_starts(&self) -> impl Iterator<Item = usize> + '_ {
        let starts = self.starts.iter().take(self.text.len()).enumerate();
        starts.filter(|(_, starts)| **starts).map(|(at, _)| at)
    }

    /// Whether a word ends before this byte.
    pub fn word_end(&self, at: usize) -> bool {
        self.word_start(at) || self.text.as_bytes().get(at).is_none_or(|b| *b == b' ')
    }
}

/// What kind of character came before: a change starts a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Gap,
    Letter,
    Dense,
    Digit,
    Sign,
}

fn class(c: char) -> Class {
    match c {
        c if is_dense(c) => Class::Dense,
        c if c.is_numeric() => Class::Digit,
        c if is_letter(c) || matches!(c, '\'' | '*') => Class::Letter,
        c if is_emoji(c)
            || matches!(
                c,
                '%' | '$' | '£' | '€' | '₩' | '¥' | '₹' | '₱' | '₦' | '₺' | '₫' | '฿' | '+' | '&' | '.' | ':'
            ) =>
        {
            Class::Sign
        }
        _ => Class::Gap,
    }
}

/// Characters that draw nothing: they only hide a word.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{180E}' | '\u{034F}' | '\u{202A}'..='\u{202E}' | '\u{E0000}'..='\u{E007F}')
        || matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Continues the character before it: a combining mark, or a vowel or final of conjoining jamo.
fn continues(c: char) -> bool {
    c > '\u{2FF}' && (canonical_combining_class(c) != 0 || matches!(c, '\u{1160}'..='\u{11FF}'))
}

struct Writer {
    out: Folded,
    last: char,
    repeats: u32,
    /// A gap waits: it is written before the next character, or dropped inside dense script.
    gap: bool,
    hard_gap: bool,
}

impl Writer {
    fn new(capacity: usize) -> Writer {
        let out = Folded {
            text: String::with_capacity(capacity),
            places: Vec::with_capacity(capacity),
            starts: Vec::with_capacity(capacity + 1),
            tags: Vec::new(),
        };
        Writer { out, last: ' ', repeats: 0, gap: false, hard_gap: false }
    }

    fn raw(&mut self, c: char, place: (u32, u32), starts: bool) {
        self.out.text.push(c);
        for byte in 0..c.len_utf8() {
            self.out.places.push(place);
            self.out.starts.push(starts && byte == 0);
        }
    }

    fn push(&mut self, c: char, place: (u32, u32)) {
        let now = class(c);
        let before = if self.out.text.is_empty() { Class::Gap } else { class(self.last) };
        let mut starts = before != now || now == Class::Sign && is_emoji(c);
        if self.gap {
            let dense = before == Class::Dense && now == Class::Dense;
            if !self.out.text.is_empty() && (!dense || self.hard_gap) {
                self.raw(' ', (place.0, place.0), false);
            }
            starts = true;
            self.repeats = 0;
        }
        (self.gap, self.hard_gap) = (false, false);
        if c == self.last && !starts {
            self.repeats += 1;
            // "saaaale", "ㅋㅋㅋㅋ": a third of the same goes, and for vowels that are never doubled the second too.
            let keep = if matches!(c, 'a' | 'i' | 'u' | 'y') { 1 } else { 2 };
            if now != Class::Digit && self.repeats >= 2 {
                if self.repeats == 2 && keep == 1 {
                    self.unwrite(c);
                }
                self.stretch(place.1);
                return;
            }
        } else {
            self.repeats = 0;
        }
        self.raw(c, place, starts);
        self.last = c;
    }

    /// Takes the last of a run back.
    fn unwrite(&mut self, c: char) {
        let len = self.out.text.len() - c.len_utf8();
        self.out.text.truncate(len);
        self.out.places.truncate(len);
        self.out.starts.truncate(len);
    }

    /// The last written character now reaches to `end`.
    fn stretch(&mut self, end: u32) {
        let len = self.out.places.len();
        let width = self.last.len_utf8().min(len);
        for place in &mut self.out.places[len - width..] {
            place.1 = end;
        }
    }
}

/// Letters that stand for another letter inside a word: `s@le`, `h0tel`.
fn unmask(c: char) -> Option<char> {
    Some(match c {
        '@' => 'a',
        '$' => 's',
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        _ => return None,
    })
}

/// A face in signs, as the emoji that it stands for, and its length: `;)`, `:-D`, `^^`.
fn emoticon(rest: &[char], before: Option<char>) -> Option<(char, usize)> {
    if before.is_some_and(|b| b.is_ascii_digit()) {
        return None;
    }
    let nose = usize::from(rest.get(1) == Some(&'-'));
    let mouth = rest.get(1 + nose)?;
    let ends = rest.get(2 + nose).is_none_or(|c| !is_letter_or_digit(*c));
    match (rest[0], mouth) {
        (';', ')' | 'D' | 'P') | (':', 'P' | 'p') if ends => Some(('😉', 2 + nose)),
        (':', ')' | 'D') if ends => Some(('😎', 2 + nose)),
        ('^', '^') if nose == 0 => Some(('😎', 2)),
        _ => None,
    }
}

/// Folds a text. Linear in its length; any text is fine.
pub fn fold(text: &str) -> Folded {
    let chars: Vec<char> = text.chars().collect();
    let mut writer = Writer::new(text.len() + 8);
    let mut at = 0;
    let mut place = 0u32;
    // Where the tag in hand began: (folded byte, UTF-16 offset).
    let mut tag: Option<(usize, u32)> = None;
    let mut cluster = String::new();
    while at < chars.len() {
        let c = chars[at];
        let begin = place;
        let mut next = at + 1;
        place += c.len_utf16() as u32;
        if !c.is_ascii() {
            // At most as many marks as real writing stacks; a longer pile is cut into several.
            while next < chars.len() && next - at < 8 && continues(chars[next]) {
                place += chars[next].len_utf16() as u32;
                next += 1;
            }
        }
        let here = (begin, place);
        let before = at.checked_sub(1).map(|b| chars[b]);
        let after = chars.get(next).copied();
        let in_word = || before.is_some_and(is_letter) && after.is_some_and(is_letter);
        let in_number = before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|a| a.is_ascii_digit());
        if let Some((from, start)) = tag
            && !(is_letter_or_digit(c) || c == '_' || c == '·' || continues(c) || is_invisible(c))
        {
            close(&mut writer, from, start, begin);
            tag = None;
        }
        if let Some((face, len)) = emoticon(&chars[at..], before) {
            let end = begin + len as u32;
            writer.push(face, (begin, end));
            place = end;
            at += len;
            continue;
        }
        match c {
            // A syllable that stands alone is already what normalising would make of it.
            '가'..='힣' if next == at + 1 => writer.push(c, here),
            _ if is_invisible(c) => {}
            '\u{200D}' => {}
            '#' | '＃' if after.is_some_and(|a| is_letter_or_digit(a) || a == '_') => {
                writer.gap = true;
                writer.hard_gap = true;
                tag = Some((writer.out.text.len(), begin));
            }
            '\'' | '’' | '‘' | '`' | 'ʼ' if in_word() && !before.is_some_and(is_hangul) => writer.push('\'', here),
            // 9,900 is one number.
            ',' if in_number => {}
            '.' | '·' | '/' | '-' | 'ㆍ' | '・' | '‧' if in_number => writer.push('.', here),
            ':' if in_number => writer.push(':', here),
            '*' if in_word() => writer.push('*', here),
            '%' | '％' => writer.push('%', here),
            '+' if in_number => writer.push('+', here),
            '\'' | '’' | '‘' | '"' | '“' | '”' | '「' | '」' | '_' | '-' | '~' | '·' => writer.gap = true,
            _ if c.is_whitespace() && c != '\n' => writer.gap = true,
            _ if c.is_ascii() && unmask(c).is_some() && in_word() => {
                writer.push(unmask(c).unwrap_or(c), here);
            }
            _ if c.is_ascii_alphabetic() => {
                // A capital after a small letter starts a word of a tag: #NeverForget.
                let hump = c.is_ascii_uppercase()
                    && (before.is_some_and(char::is_lowercase)
                        || before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase));
                if tag.is_some() && hump {
                    writer.gap = true;
                }
                writer.push(c.to_ascii_lowercase(), here);
            }
            _ if c.is_ascii_digit() => {
                if tag.is_some() && before.is_some_and(is_letter) {
                    writer.gap = true;
                }
                writer.push(c, here);
            }
            '$' | '£' | '€' | '₩' | '¥' | '&' => writer.push(c, here),
            // ㅋㅋ: normalising would turn letters that stand alone into parts of syllables.
            '\u{3131}'..='\u{318E}' => writer.push(c, here),
            _ if c.is_ascii() => {
                writer.gap = true;
                writer.hard_gap = true;
            }
            _ => {
                cluster.clear();
                cluster.extend(chars[at..next].iter());
                let mut any = false;
                for plain in cluster.nfkc().flat_map(char::to_lowercase).take(18) {
                    let plain = bare(plain);
                    if class(plain) != Class::Gap && !(plain.is_ascii() && class(plain) == Class::Sign) {
                        writer.push(plain, here);
                        any = true;
                    }
                }
                if !any {
                    writer.gap = true;
                    writer.hard_gap = true;
                }
            }
        }
        at = next;
    }
    if let Some((from, start)) = tag {
        close(&mut writer, from, start, place);
    }
    writer.out.starts.push(true);
    writer.out
}

/// A Latin letter without its accent; anything else as it is.
fn bare(c: char) -> char {
    if matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') { c.nfd().next().unwrap_or(c) } else { c }
}

fn close(writer: &mut Writer, from: usize, start: u32, end: u32) {
    let name: String = writer.out.text[from.min(writer.out.text.len())..].chars().filter(|c| *c != ' ').collect();
    if !name.is_empty() {
        writer.out.tags.push(Tag { name, start, end });
    }
    writer.gap = true;
    writer.hard_gap = true;
}

impl Folded {
    /// Folded bytes of a UTF-16 range of the text.
    pub fn bytes(&self, start: u32, end: u32) -> (usize, usize) {
        let from = self.places.partition_point(|place| place.1 <= start);
        let to = self.places.partition_point(|place| place.0 < end);
        (from, to.max(from))
    }
}
