//! The judge: `review()` is its only door. This folder knows no other part of the program; lists are passed in.

#[cfg(feature = "judge")]
mod brand;
#[cfg(feature = "judge")]
mod check;
#[cfg(feature = "judge")]
mod claim;
#[cfg(feature = "judge")]
mod confidence;
#[cfg(feature = "judge")]
mod context;
mod draft;
#[cfg(feature = "judge")]
mod event;
#[cfg(feature = "judge")]
mod evidence;
mod finding;
mod fix;
#[cfg(feature = "judge")]
pub mod heads;
#[cfg(feature = "judge")]
mod index;
#[cfg(feature = "judge")]
mod knowledge;
#[cfg(feature = "judge")]
mod place;
#[cfg(feature = "judge")]
mod price;
#[cfg(feature = "judge")]
mod review;
#[cfg(feature = "judge")]
mod room;
#[cfg(feature = "judge")]
mod scan;
#[cfg(feature = "judge")]
mod scene;
#[cfg(feature = "judge")]
mod sense;
#[cfg(feature = "judge")]
mod shield;
#[cfg(feature = "judge")]
mod term;
#[cfg(feature = "judge")]
mod text;
#[cfg(feature = "judge")]
mod tone;
#[cfg(feature = "judge")]
mod topic;
mod verdict;
#[cfg(feature = "judge")]
mod way_out;

#[cfg(feature = "judge")]
pub use brand::{Brand, Line, Stance};
#[cfg(feature = "judge")]
pub use check::{Check, Found};
#[cfg(feature = "judge")]
pub use claim::{Past, Said};
#[cfg(feature = "judge")]
pub use context::{Context, Known};
pub use draft::{Draft, DraftKind};
#[cfg(feature = "judge")]
pub use event::{Event, Headline, Tone};
pub use finding::{Evidence, EvidenceKind, Finding, Level, Locale, Text};
pub use fix::Fix;
#[cfg(feature = "judge")]
pub use knowledge::{Group, Knowledge};
#[cfg(feature = "judge")]
pub use place::Atlas;
#[cfg(feature = "judge")]
pub use review::{Options, PRAISE, review};
#[cfg(feature = "judge")]
pub use room::{CHEERS, HUMANE, JOKES, Labels, Room, SELLS, SHOWS};
#[cfg(feature = "judge")]
pub use scan::{Hit, Laid, Scanner, Terms};
#[cfg(feature = "judge")]
pub use sense::{Sense, Senses};
#[cfg(feature = "judge")]
pub use term::Entry;
#[cfg(feature = "judge")]
pub use text::{Folded, Language, Tag, double, fold, is_letter_or_digit, language, ordinary};
#[cfg(feature = "judge")]
pub use topic::{Topic, Topics};
pub use verdict::Verdict;
#[cfg(feature = "judge")]
pub use way_out::candidates;
