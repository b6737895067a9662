//! Many words with few different values, as one text: a table of them would be half addresses.

/// Sorted lines, each a folded word and one character that says which of the values is its own.
pub(super) struct Rows<V: 'static> {
    pub lines: &'static str,
    pub values: &'static [V],
}

impl<V> Rows<V> {
    /// The values of a word, in the order of the files.
    pub fn of(&self, word: &str) -> impl DoubleEndedIterator<Item = &'static V> {
        let (mut from, mut to) = (0, self.lines.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let (start, end) = self.line_at(middle);
            if self.row(start, end).0 < word { from = end + 1 } else { to = start }
        }
        let mut found = Vec::new();
        while from < self.lines.len() {
            let (start, end) = self.line_at(from);
            let (known, value) = self.row(start, end);
            if known != word {
                break;
            }
            found.extend(value);
            from = end + 1;
        }
        found.into_iter()
    }

    /// Start and end of the line in which a byte stands, its own end included.
    fn line_at(&self, place: usize) -> (usize, usize) {
        let bytes = self.lines.as_bytes();
        let start = bytes[..place].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = bytes[place..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| place + at);
        (start, end)
    }

    fn row(&self, start: usize, end: usize) -> (&'static str, Option<&'static V>) {
        let line = &self.lines[start..end];
        let Some(sign) = line.chars().next_back() else { return ("", None) };
        (&line[..line.len() - sign.len_utf8()], self.values.get((sign as usize).wrapping_sub(0x100)))
    }

    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static V)> {
        let starts = self.lines.split('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, start + line.len()))
        });
        starts.filter_map(|(start, end)| match self.row(start, end) {
            (word, Some(value)) => Some((word, value)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn every_word_finds_its_values_in_their_order() {
        let rows: Rows<u8> = Rows { lines: "acornĀ\nbeechĀ\nbeechā\nbeeāĀ\n가시ā\n", values: &[7, 9] };
        let of = |word: &str| rows.of(word).copied().collect::<Vec<_>>();
        assert_eq!(of("acorn"), [7]);
        assert_eq!(of("beech"), [7, 9]);
        assert_eq!(of("beeā"), [7], "a word may end with any character");
        assert_eq!(of("가시"), [9]);
        for absent in ["", "a", "bee", "beechy", "zoo", "힣"] {
            assert_eq!(of(absent), [0; 0], "{absent}");
        }
        let none: Rows<u8> = Rows { lines: "", values: &[] };
        assert_eq!(none.of("a").count(), 0);
        assert_eq!(rows.all().count(), 5);
    }
}
