//! What comes out of an archive: posts, and an account of everything that is not a new post.

use crate::engine::DraftKind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// Longest text of a post that is kept, in bytes; no site lets more through.
const MAX_TEXT: usize = 256 * 1024;
/// Most bad rows that are told one by one; the others are counted.
const MAX_BAD: usize = 500;

/// Something that the brand said in public.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Post {
    /// The id of the site (`sites::Site::id`), or a free name from a table.
    pub site: String,
    /// The site's own name of the post; empty where an archive gives none.
    pub id: String,
    pub text: String,
    /// `YYYY-MM-DD` in universal time, or empty.
    pub date: String,
    /// http or https, or empty.
    pub url: String,
    pub kind: DraftKind,
}

/// Tells one post from all others.
pub type Key = [u8; 16];

impl Post {
    /// By site and id; where there is no id, by site, day and text.
    pub fn key(&self) -> Key {
        let mut hash = Sha256::new();
        let parts = if self.id.is_empty() {
            [self.site.as_str(), "\0", &self.date, self.text.trim()]
        } else {
            [&self.site, "\u{1}", &self.id, ""]
        };
        for part in parts {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let full = hash.finalize();
        let mut key = Key::default();
        key.copy_from_slice(&full[..16]);
        key
    }
}

/// Why a row, a member or a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Not the JSON, CSV or CBOR that it should be.
    Broken,
    /// It is well-formed, but not a record of this format.
    Shape,
    /// Bytes that are not UTF-8.
    NotText,
    /// Over the limit of one record.
    TooBig,
    /// Its checksum is wrong.
    Damaged,
    /// The file ends in the middle.
    CutOff,
    /// Encrypted, or packed in a way that we do not read.
    Packed,
    /// Nothing in this file is of a format that we know.
    Unknown,
    /// A table without a column of texts.
    NoColumn,
}

impl Why {
    /// The reason in English, for the command line.
    pub fn text(self) -> &'static str {
        match self {
            Why::Broken => "not well-formed",
            Why::Shape => "not a record of this format",
            Why::NotText => "not UTF-8 text",
            Why::TooBig => "too big",
            Why::Damaged => "damaged: its checksum is wrong",
            Why::CutOff => "the file ends in the middle",
            Why::Packed => "encrypted, or packed in a way that is not read",
            Why::Unknown => "no archive that we know",
            Why::NoColumn => "no column of texts",
        }
    }
}

/// One thing that was not read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bad {
    /// The member of a packed file, or the file itself.
    pub file: String,
    /// The row or record, counted from 1; 0 means the whole.
    pub row: u64,
    pub why: Why,
}

/// An account of an import. `rows` is the sum of `new`, `again`, `others`, `empty` and the bad rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub rows: u64,
    /// Posts that the ledger did not hold.
    pub new: u64,
    /// Posts that it did hold, or that came twice.
    pub again: u64,
    /// Words of others: reposts, likes.
    pub others: u64,
    /// Pictures without a word.
    pub empty: u64,
    /// Rows that could not be read.
    pub bad_rows: u64,
    /// The first of what could not be read, with the reason.
    pub bad: Vec<Bad>,
    /// Files or members that were read.
    pub files: Vec<String>,
}

/// What a row turned out to be.
pub enum Row {
    Post(Post),
    Others,
    Empty,
}

/// Where readers put what they find.
pub struct Out {
    pub posts: Vec<Post>,
    pub report: Report,
    known: HashSet<Key>,
    file: String,
    row: u64,
    /// X: the long texts of posts, by the second they were sent, until the posts come.
    pub notes: HashMap<i64, Vec<Post>>,
}

impl Out {
    pub fn new(file: &str, known: HashSet<Key>) -> Out {
        Out {
            posts: Vec::new(),
            report: Report::default(),
            known,
            file: file.to_string(),
            row: 0,
            notes: HashMap::new(),
        }
    }

    /// Rows from here on stand in this file.
    pub fn open(&mut self, file: &str) {
        self.file = file.to_string();
        self.row = 0;
        self.report.files.push(self.file.clone());
    }

    /// Takes the next row.
    pub fn row(&mut self, row: Result<Row, Why>) {
        self.row += 1;
        self.report.rows += 1;
        match row {
            Ok(Row::Post(post)) => self.post(post),
            Ok(Row::Others) => self.report.others += 1,
            Ok(Row::Empty) => self.report.empty += 1,
            Err(why) => {
                self.report.bad_rows += 1;
                self.tell(self.row, why);
            }
        }
    }

    /// The member or the whole file cannot be read on.
    pub fn broken(&mut self, why: Why) {
        self.tell(0, why);
    }

    fn tell(&mut self, row: u64, why: Why) {
        if self.report.bad.len() < MAX_BAD {
            self.report.bad.push(Bad { file: self.file.clone(), row, why });
        }
    }

    fn post(&mut self, mut post: Post) {
        post.text.truncate(post.text.floor_char_boundary(MAX_TEXT));
        if post.text.trim().is_empty() {
            self.report.empty += 1;
        } else if self.known.insert(post.key()) {
            self.report.new += 1;
            self.posts.push(post);
        } else {
            self.report.again += 1;
        }
    }
}
