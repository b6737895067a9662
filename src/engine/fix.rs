//! A change of the draft that a person may ask for: which words, and what stands there instead.

use serde::{Deserialize, Serialize};

/// `start..end` are UTF-16 offsets into `Draft::text`; `text` stands there instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    pub start: u32,
    pub end: u32,
    pub text: String,
    /// It only takes words out. `text` is then what stood beside them.
    pub cut: bool,
}

impl Fix {
    /// The draft as it would be.
    pub fn apply(&self, text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (self.start as usize, self.end as usize);
        if start > end || end > units.len() {
            return text.to_string();
        }
        let written =
            units[..start].iter().copied().chain(self.text.encode_utf16()).chain(units[end..].iter().copied());
        String::from_utf16_lossy(&written.collect::<Vec<u16>>())
    }

    /// The same change with a character beside it in it: editors that take text as if pasted do nothing for an empty one.
    /// In the same line, where there is one.
    pub fn widened(self, text: &str) -> Fix {
        if !self.text.is_empty() {
            return self;
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = ((self.start as usize).min(units.len()), (self.end as usize).min(units.len()));
        let before = String::from_utf16_lossy(&units[..start]).chars().next_back();
        let after = String::from_utf16_lossy(&units[end.max(start)..]).chars().next();
        let inline = |c: &Option<char>| c.is_some_and(|c| c != '\n');
        match (before, after) {
            (Some(c), _) if inline(&before) || !inline(&after) => {
                Fix { start: (start - c.len_utf16()) as u32, end: end as u32, text: c.to_string(), ..self }
            }
            (_, Some(c)) => Fix { start: start as u32, end: (end + c.len_utf16()) as u32, text: c.to_string(), ..self },
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fix;

    #[test]
    fn offsets_beyond_the_text_change_nothing() {
        let fix = Fix { start: 3, end: 900, text: String::new(), cut: true };
        assert_eq!(fix.apply("half"), "half");
        assert_eq!(fix.clone().widened("half").text, "l");
        assert_eq!(Fix { start: 0, end: 4, ..fix }.widened("half").apply("half"), "");
    }
}
