//! Rows of comma-separated values as bytes come. The grammar is a library's; this keeps the fields of one row.

use super::out::Why;
use csv_core::{ReadRecordResult, Reader as Core, ReaderBuilder};

/// Biggest row, in bytes.
const MAX: usize = 1024 * 1024;
/// Most fields of a row.
const MAX_FIELDS: usize = 256;

/// Cuts rows.
pub struct Rows {
    core: Core,
    fields: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    too_big: bool,
}

impl Rows {
    /// `escape` is a byte that takes the meaning of a quotation mark behind it, if the file has one.
    pub fn new(separator: u8, escape: Option<u8>) -> Rows {
        Rows {
            core: ReaderBuilder::new().delimiter(separator).escape(escape).build(),
            fields: vec![0; 4096],
            filled: 0,
            ends: vec![0; 32],
            ended: 0,
            too_big: false,
        }
    }

    /// Gives every row that ends in these bytes. No bytes mean the end.
    pub fn feed(&mut self, bytes: &[u8], mut each: impl FnMut(Result<Vec<String>, Why>)) {
        let mut input = bytes;
        loop {
            let (result, read, written, ended) =
                self.core.read_record(input, &mut self.fields[self.filled..], &mut self.ends[self.ended..]);
            input = &input[read..];
            self.filled += written;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty if !bytes.is_empty() => return,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.fields.len() < MAX => {
                    let len = self.fields.len() * 2;
                    self.fields.resize(len, 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MAX_FIELDS => {
                    let len = self.ends.len() * 2;
                    self.ends.resize(len, 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    // The rest of the row is read over.
                    self.too_big = true;
                    (self.filled, self.ended) = (0, 0);
                }
                ReadRecordResult::Record => {
                    each(self.row());
                    (self.filled, self.ended, self.too_big) = (0, 0, false);
                }
                ReadRecordResult::End => return,
            }
        }
    }

    fn row(&self) -> Result<Vec<String>, Why> {
        if self.too_big {
            return Err(Why::TooBig);
        }
        let mut from = 0;
        let mut row = Vec::with_capacity(self.ended);
        for end in &self.ends[..self.ended] {
            let field = std::str::from_utf8(&self.fields[from..*end]).map_err(|_| Why::NotText)?;
            row.push(field.to_string());
            from = *end;
        }
        Ok(row)
    }
}
