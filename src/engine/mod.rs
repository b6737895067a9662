//! The judge: `review()` is its only door. This folder knows no other part of the program; lists are passed in.

mod draft;
mod finding;
mod verdict;

pub use draft::{Draft, DraftKind};
pub use finding::{Evidence, EvidenceKind, Finding, Level, Locale, Text};
pub use verdict::Verdict;
