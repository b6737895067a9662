//! Archives: what a brand said before, out of the files that the sites hand out. Bytes in, posts out; nothing here reads a file.
//!
//! An `Import` asks for ranges of one file (`step`), is given their bytes (`give`), and hands out the posts in between
//! (`take`), so that the caller keeps the page alive, shows how far it is, or stops. Nothing is said twice: a post that the
//! ledger holds already, or that stands in the archive twice, is counted and left out; so an import that was cut off is
//! taken up by starting it again. A row that cannot be read is told with its number and the reason, and the rest goes on.

mod along;
mod bluesky;
mod car;
mod linkedin;
mod mastodon;
mod meta;
mod out;
mod rows;
mod source;
mod split;
mod table;
mod tar;
mod words;
mod x;
mod zip;

pub use out::{Bad, Key, Post, Report, Why};
pub use table::Columns;

use out::Out;
use source::Source;
use std::collections::HashSet;

/// Bytes asked for at a time.
pub const CHUNK: usize = 256 * 1024;

/// What an import needs next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The bytes `at..at + len` of the file.
    Read { at: u64, len: usize },
    /// Nothing: it is through.
    Done,
}

/// What the person may say about a file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// For tables: which column is what. Empty names are guessed from the first row.
    pub columns: Columns,
    /// The site that a table's rows were posted to, if they do not say so themselves.
    pub site: String,
}

/// One file on its way into the ledger.
pub struct Import {
    source: Source,
    out: Out,
}

/// Reads one file (or one member of a packed one) of one format.
trait Reader {
    /// The next bytes.
    fn feed(&mut self, bytes: &[u8], out: &mut Out);
    /// There are no more.
    fn end(&mut self, out: &mut Out);
}

/// The reader for a member of a packed file, by its path. None: it is not ours, and never looked into: the archives of the
/// sites hold private messages, too.
fn member(path: &str) -> Option<Box<dyn Reader>> {
    let path = path.replace('\\', "/").to_lowercase();
    let name = path.rsplit('/').next().unwrap_or_default();
    x::reader(name)
        .or_else(|| mastodon::reader(name))
        .or_else(|| bluesky::reader(name))
        .or_else(|| linkedin::reader(name))
        .or_else(|| meta::reader(&path, name))
}

/// The reader for a file that a person chose by itself: any table of posts will do.
fn reader(name: &str, options: &Options) -> Option<Box<dyn Reader>> {
    member(name).or_else(|| {
        let name = name.to_lowercase();
        bluesky::feed(&name).or_else(|| table::reader(&name, options))
    })
}

impl Import {
    /// `name` is the file's name, `size` its length in bytes, `known` what the ledger holds already.
    pub fn new(name: &str, size: u64, known: HashSet<Key>, options: Options) -> Import {
        Import { source: Source::new(name, size, options), out: Out::new(name, known) }
    }

    /// What is needed next.
    pub fn step(&mut self) -> Step {
        self.source.step(&mut self.out)
    }

    /// The bytes of the last step. Fewer than asked for means that the file ends there.
    pub fn give(&mut self, bytes: &[u8]) {
        self.source.give(bytes, &mut self.out);
    }

    /// The posts that were found since the last call, each new to the ledger.
    pub fn take(&mut self) -> Vec<Post> {
        std::mem::take(&mut self.out.posts)
    }

    /// How far it is: bytes that were read, of how many.
    pub fn progress(&self) -> (u64, u64) {
        self.source.progress()
    }

    pub fn report(&self) -> &Report {
        &self.out.report
    }
}
