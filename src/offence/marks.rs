//! What folding leaves out and a sentence cannot be read without: where sentences end, where they pause, what is quoted.

use crate::engine::is_letter_or_digit;

/// Places in a draft, as UTF-16 offsets, in order.
#[derive(Default)]
pub struct Marks {
    /// Ends of sentences.
    stops: Vec<u32>,
    /// Commas, dashes, colons.
    pauses: Vec<u32>,
    /// Between quotation marks.
    quotes: Vec<(u32, u32)>,
    /// Characters of writing outside quotation marks.
    outside: usize,
}

impl Marks {
    pub fn read(text: &str) -> Marks {
        let mut marks = Marks::default();
        let mut open: Option<(char, u32)> = None;
        let mut before = ' ';
        let mut at = 0;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let after = chars.peek().copied().unwrap_or(' ');
            match c {
                '\n' | '!' | '?' | '…' | '。' | '！' | '？' | ';' => marks.stops.push(at),
                // Not the point in "r.e.d" or "3.5".
                '.' if !is_letter_or_digit(after) => marks.stops.push(at),
                ',' | ':' | '—' | '–' | '，' | '/' | '(' | ')' => marks.pauses.push(at),
                '-' if before.is_whitespace() && after.is_whitespace() => marks.pauses.push(at),
                _ => {}
            }
            match open {
                // Doubled marks, as spreadsheets write them, are one mark.
                _ if c == '"' && after == '"' => {}
                None => {
                    if let Some(close) = closing(c, before, after) {
                        open = Some((close, at));
                    } else {
                        marks.outside += usize::from(crate::languages::is_syllable(c) || is_letter_or_digit(c));
                    }
                }
                // An apostrophe inside a word closes nothing.
                Some((close, start)) if c == close && !(c == '\'' && after.is_ascii_alphabetic()) => {
                    marks.quotes.push((start, at));
                    open = None;
                }
                Some(_) => {}
            }
            before = c;
            at += c.len_utf16() as u32;
        }
        marks
    }

    /// The number of the sentence that this place is in.
    pub fn sentence(&self, at: u32) -> usize {
        self.stops.partition_point(|stop| *stop < at)
    }

    pub fn pause_between(&self, from: u32, to: u32) -> bool {
        let at = self.pauses.partition_point(|pause| *pause < from);
        self.pauses.get(at).is_some_and(|pause| *pause < to)
    }

    /// Whether this place is quoted, in a draft that also says something of its own.
    pub fn quoted(&self, at: u32) -> bool {
        let next = self.quotes.partition_point(|quote| quote.1 < at);
        self.outside >= 8 && self.quotes.get(next).is_some_and(|quote| quote.0 < at)
    }
}

/// The mark that closes what this one opens.
fn closing(c: char, before: char, after: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '‘' => Some('’'),
        '「' => Some('」'),
        '『' => Some('』'),
        '«' => Some('»'),
        '"' if !after.is_whitespace() => Some('"'),
        '\'' if !is_letter_or_digit(before) && is_letter_or_digit(after) => Some('\''),
        _ => None,
    }
}
