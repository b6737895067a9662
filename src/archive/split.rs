//! Cutting big JSON into its records without holding it: the elements of the arrays that matter, one at a time.

use super::out::Why;

/// Biggest record, in bytes.
const MAX: usize = 4 * 1024 * 1024;
/// Longest name of a field that is compared.
const MAX_NAME: usize = 128;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first bracket: X writes `window.YTD.tweets.part0 = `.
    Before,
    /// In an object that may hold the arrays.
    Fields,
    /// In an array whose elements are the records.
    Elements,
    After,
}

/// Cuts as bytes come. Fed in any portions, it gives the same records.
pub struct Splitter {
    /// Names of the arrays that matter, if the file is one object.
    names: &'static [&'static str],
    place: Place,
    depth: u32,
    text: bool,
    escaped: bool,
    name: Vec<u8>,
    record: Vec<u8>,
    too_big: bool,
    /// An array was found; what stands beside it is of no interest.
    found: bool,
}

impl Splitter {
    pub fn new(names: &'static [&'static str]) -> Splitter {
        Splitter {
            names,
            place: Place::Before,
            depth: 0,
            text: false,
            escaped: false,
            name: Vec::new(),
            record: Vec::new(),
            too_big: false,
            found: false,
        }
    }

    /// Gives every record that ends in these bytes.
    pub fn feed(&mut self, bytes: &[u8], mut each: impl FnMut(Result<&[u8], Why>)) {
        for byte in bytes {
            self.byte(*byte, &mut each);
        }
    }

    /// The end: a file that is one record gives it now; one that is not closed says so.
    pub fn end(&mut self, mut each: impl FnMut(Result<&[u8], Why>)) {
        match self.place {
            Place::After if !self.found && self.too_big => each(Err(Why::TooBig)),
            Place::After if !self.found => each(Ok(&self.record)),
            Place::After => {}
            Place::Before => each(Err(Why::Broken)),
            Place::Fields | Place::Elements => each(Err(Why::CutOff)),
        }
    }

    fn keep(&mut self, byte: u8) {
        if self.record.len() >= MAX {
            self.too_big = true;
        } else if self.place == Place::Elements || !self.found {
            self.record.push(byte);
        }
    }

    fn byte(&mut self, byte: u8, each: &mut impl FnMut(Result<&[u8], Why>)) {
        if self.text {
            self.keep(byte);
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.text = false;
            }
            if self.text && self.place == Place::Fields && self.depth == 1 && self.name.len() < MAX_NAME {
                self.name.push(byte);
            }
            return;
        }
        match (self.place, byte) {
            (Place::Before, b'[') => self.enter(),
            (Place::Before, b'{') => {
                self.place = Place::Fields;
                self.depth = 1;
                self.keep(byte);
            }
            (Place::Before, _) | (Place::After, _) => {}
            (Place::Fields, b'[') if self.depth == 1 && self.wanted() => {
                self.found = true;
                self.enter();
                self.depth = 1;
            }
            (Place::Elements, b',') if self.depth == 1 => self.cut(each),
            (Place::Elements, b']') if self.depth == 1 => {
                self.cut(each);
                // An array at the top is the file; one in a field may have others beside it.
                self.place = if self.name.is_empty() { Place::After } else { Place::Fields };
                self.found = true;
            }
            (_, b'"') => {
                if self.depth == 1 && self.place == Place::Fields {
                    self.name.clear();
                }
                self.text = true;
                self.keep(byte);
            }
            (_, b'{' | b'[') => {
                self.depth += 1;
                self.keep(byte);
            }
            (_, b'}' | b']') => {
                self.depth = self.depth.saturating_sub(1);
                self.keep(byte);
                if self.place == Place::Fields && self.depth == 0 {
                    self.place = Place::After;
                }
            }
            (Place::Elements, b' ' | b'\n' | b'\r' | b'\t') if self.record.is_empty() => {}
            _ => self.keep(byte),
        }
    }

    fn enter(&mut self) {
        self.place = Place::Elements;
        self.depth = 1;
        self.record.clear();
        self.too_big = false;
    }

    fn wanted(&self) -> bool {
        self.names.iter().any(|name| name.as_bytes() == self.name.as_slice())
    }

    fn cut(&mut self, each: &mut impl FnMut(Result<&[u8], Why>)) {
        if self.too_big {
            each(Err(Why::TooBig));
        } else if !self.record.is_empty() {
            each(Ok(&self.record));
        }
        self.record.clear();
        self.too_big = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, portion: usize) -> Vec<Result<String, Why>> {
        let mut splitter = Splitter::new(&["items"]);
        let mut all = Vec::new();
        let mut each = |record: Result<&[u8], Why>| all.push(record.map(|r| String::from_utf8_lossy(r).trim().into()));
        for bytes in text.as_bytes().chunks(portion) {
            splitter.feed(bytes, &mut each);
        }
        splitter.end(&mut each);
        all
    }

    #[test]
    fn the_same_records_in_any_portions() {
        let ok = |texts: &[&str]| texts.iter().map(|text| Ok(text.to_string())).collect::<Vec<_>>();
        let cases: [(&str, Vec<Result<String, Why>>); 8] = [
            ("window.YTD.x.part0 = [ {\"a\":\"],{\\\"\"}, 2 , [3,4] ]", ok(&["{\"a\":\"],{\\\"\"}", "2", "[3,4]"])),
            ("{\"n\":[1],\"items\":[{\"b\":[1,2]},5],\"items2\":[7]}", ok(&["{\"b\":[1,2]}", "5"])),
            ("{\"items\" : [] }", ok(&[])),
            ("[]", ok(&[])),
            ("{\"one\":{\"items\":[1]}}", ok(&["{\"one\":{\"items\":[1]}}"])),
            ("[1,2", vec![Ok("1".into()), Err(Why::CutOff)]),
            ("", vec![Err(Why::Broken)]),
            ("한글만", vec![Err(Why::Broken)]),
        ];
        for (text, want) in cases {
            for portion in [1, 2, 3, 7, 1000] {
                assert_eq!(cut(text, portion), want, "{text} by {portion}");
            }
        }
    }

    #[test]
    fn a_record_too_big_is_told_and_the_next_is_read() {
        let text = format!("[\"{}\",2]", "x".repeat(MAX + 1));
        assert_eq!(cut(&text, 4096), [Err(Why::TooBig), Ok("2".into())]);
    }
}
