//! Cutting a text into clauses: what is said in one breath, and whether it is asked, supposed, or in quotation marks.

/// One clause of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// UTF-16 offset of its first character in the text.
    pub start: u32,
    pub text: String,
    /// Which sentence it belongs to, counted from 0.
    pub sentence: usize,
    /// The sentence ends in a question mark.
    pub asked: bool,
    /// It stands in quotation marks.
    pub quoted: bool,
    /// A hashtag of the block of hashtags at the end.
    pub tag: bool,
}

/// Longest quotation that is read as a word in "scare quotes" rather than as somebody's speech, in words.
const SCARE: usize = 3;

fn opens(c: char) -> Option<char> {
    Some(match c {
        '"' => '"',
        '“' | '„' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '«' => '»',
        _ => return None,
    })
}

/// Cuts a text. Linear in its length for ordinary texts; any text is fine.
pub fn cut(text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let body = chars.len() - trailing_tags(&chars);
    let mut cutter = Cutter::default();
    let mut place = 0u32;
    let mut quote: Option<usize> = None;
    for (at, c) in chars.iter().copied().enumerate() {
        if quote == Some(at) {
            cutter.clause();
            cutter.quoted = false;
            quote = None;
            place += c.len_utf16() as u32;
            continue;
        }
        let next = chars.get(at + 1).copied();
        let gap_follows = next.is_none_or(char::is_whitespace);
        match c {
            _ if at >= body => {
                if c == '#' {
                    cutter.sentence();
                    cutter.tag = true;
                }
                cutter.push(c, place);
            }
            '\n' | '!' | '?' | '？' | '！' | '。' | '…' => {
                cutter.asked |= matches!(c, '?' | '？');
                if quote.is_some() {
                    cutter.clause();
                } else if !next.is_some_and(|n| matches!(n, '!' | '?' | '？' | '"' | '”')) {
                    cutter.sentence();
                }
            }
            '.' if gap_follows || next.is_some_and(|n| matches!(n, '"' | '”' | '’')) => {
                if quote.is_some() {
                    cutter.clause()
                } else {
                    cutter.sentence()
                }
            }
            ',' | ';' | '—' | '–' | '(' | ')' if quote.is_none() && !digit_beside(&chars, at) => {
                if c != ',' || !cutter.names_only() {
                    cutter.clause();
                }
                cutter.push(' ', place);
            }
            ':' if gap_follows && quote.is_none() => cutter.clause(),
            _ => {
                if quote.is_none()
                    && let Some(end) = opens(c).and_then(|close| speech(&chars[..body], at, close))
                {
                    cutter.clause();
                    cutter.quoted = true;
                    quote = Some(end);
                } else {
                    cutter.push(c, place);
                }
            }
        }
        place += c.len_utf16() as u32;
    }
    cutter.sentence();
    cutter.done
}

/// Where a quotation that opens at `at` closes, if it is long enough to be speech.
fn speech(chars: &[char], at: usize, close: char) -> Option<usize> {
    let end = at + 1 + chars[at + 1..].iter().take(1000).position(|c| *c == close)?;
    let words = chars[at + 1..end].split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count();
    let whole = chars[..at].iter().chain(&chars[end + 1..]).all(|c| !c.is_alphanumeric());
    (words > SCARE && !whole).then_some(end)
}

fn digit_beside(chars: &[char], at: usize) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit());
    digit(at.checked_sub(1).and_then(|before| chars.get(before))) && digit(chars.get(at + 1))
}

/// How many characters at the end are nothing but hashtags, addresses and gaps.
fn trailing_tags(chars: &[char]) -> usize {
    let mut end = chars.len();
    let mut best = end;
    while end > 0 {
        while end > 0 && chars[end - 1].is_whitespace() {
            end -= 1;
        }
        let start = chars[..end].iter().rposition(|c| c.is_whitespace()).map_or(0, |gap| gap + 1);
        match chars.get(start) {
            Some('#') if start < end => best = start,
            Some('h') if chars[start..end].starts_with(&['h', 't', 't', 'p']) => {}
            _ => break,
        }
        end = start;
    }
    chars.len() - best
}

#[derive(Default)]
struct Cutter {
    done: Vec<Piece>,
    text: String,
    start: u32,
    /// The first piece of the sentence in hand.
    first: usize,
    number: usize,
    asked: bool,
    quoted: bool,
    tag: bool,
}

impl Cutter {
    fn push(&mut self, c: char, place: u32) {
        if self.text.is_empty() {
            self.start = place;
        }
        self.text.push(c);
    }

    /// Too short for a clause: "차별금지법, 이제는 만들어야 합니다", "My body, my choice".
    fn names_only(&self) -> bool {
        let words = self.text.split_whitespace().count();
        words == 2 || words == 1 && self.text.chars().any(|c| ('가'..='힣').contains(&c))
    }

    fn clause(&mut self) {
        if self.text.chars().any(char::is_alphanumeric) {
            self.done.push(Piece {
                start: self.start,
                text: std::mem::take(&mut self.text),
                sentence: self.number,
                asked: false,
                quoted: self.quoted,
                tag: self.tag,
            });
        }
        self.text.clear();
    }

    fn sentence(&mut self) {
        self.clause();
        if self.done.len() > self.first {
            for piece in &mut self.done[self.first..] {
                piece.asked = self.asked;
            }
            self.first = self.done.len();
            self.number += 1;
        }
        self.asked = false;
        self.tag = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, usize, bool, bool)> {
        cut(text).into_iter().map(|p| (p.text.trim().to_string(), p.sentence, p.asked, p.quoted)).collect()
    }

    #[test]
    fn clauses_sentences_questions_and_speech() {
        let piece = |text: &str, sentence, asked, quoted| (text.to_string(), sentence, asked, quoted);
        assert_eq!(
            shown("We sell 1,000 kettles, no fur. Why fur? “I love real fur a lot,” he said."),
            [
                piece("We sell 1,000 kettles", 0, false, false),
                piece("no fur", 0, false, false),
                piece("Why fur", 1, true, false),
                piece("I love real fur a lot,", 2, false, true),
                piece("he said", 2, false, false),
            ]
        );
        assert_eq!(shown("so-called “climate crisis”"), [piece("so-called “climate crisis”", 0, false, false)]);
        assert_eq!(shown(""), []);
    }

    #[test]
    fn tags_at_the_end_stand_alone_and_offsets_are_utf16() {
        let pieces = cut("😀 독도는 우리 땅 #독도 #BLM");
        assert_eq!(pieces.iter().map(|p| (p.start, p.tag)).collect::<Vec<_>>(), [(0, false), (12, true), (16, true)]);
        let inline = cut("We love #fur here");
        assert_eq!(inline.len(), 1);
    }
}
