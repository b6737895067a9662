//! Sources: public feeds, one file a family. Which address, how often, on whose terms, and how bytes become items.
//!
//! Pure: nothing here fetches, knows a clock or keeps anything. Every byte is hostile until it was read.

mod bluesky;
mod cap;
mod decode;
mod gdacs;
mod google;
mod item;
mod json;
mod list;
mod markup;
mod mastodon;
mod nate;
mod nws;
mod rss;
mod sample;
mod signal;
mod time;
mod usgs;
mod who;
mod wikimedia;
mod xml;

#[cfg(feature = "cli")]
pub use decode::native;
pub use decode::{Decode, charset};
pub use item::{Alarm, Cap, Item, Says, Severity};
pub use list::{ALL, Family, Source, Standing, find};
pub use markup::{plain, reference};
pub use sample::{Access, Ask, Listed, Reach, Told};
pub use time::parse as parse_time;

use decode::text;
use std::fmt;

/// Biggest answer that is read, in bytes. The fetching half stops at the same size.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Most items of one answer; the rest is left out.
pub const MAX_ITEMS: usize = 500;

/// Why an answer was not read. Shown to the person as it is, beside the source's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Over `MAX_BYTES`.
    TooBig,
    /// Bytes that are not text in the charset they claim.
    NotText(String),
    /// Not well-formed, or nested too deep: what and at which byte.
    Xml(String, u64),
    /// Not the JSON that was agreed: the path and what is wrong there.
    Json(String, String),
    /// Readable, but another kind of document: an HTML page, say.
    Other(&'static str),
}

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Wrong::TooBig => write!(out, "more than {MAX_BYTES} bytes"),
            Wrong::NotText(charset) => write!(out, "the bytes are not {charset}"),
            Wrong::Xml(what, at) => write!(out, "broken XML at byte {at}: {what}"),
            Wrong::Json(path, what) => write!(out, "unexpected JSON at {path}: {what}"),
            Wrong::Other(what) => write!(out, "not a feed: {what}"),
        }
    }
}

impl Source {
    /// Reads one answer. `content_type`: the header's value, or empty. `decode` turns the bytes of a charset into text.
    pub fn parse(&self, bytes: &[u8], content_type: &str, decode: Decode) -> Result<Vec<Item>, Wrong> {
        if bytes.len() > MAX_BYTES {
            return Err(Wrong::TooBig);
        }
        let text = text(bytes, content_type, self.charset, decode)?;
        let mut items = (self.read)(&text)?;
        items.truncate(MAX_ITEMS);
        for item in &mut items {
            item.settle(self);
        }
        items.retain(|item| !item.title.is_empty());
        Ok(items)
    }
}
