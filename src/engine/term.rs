//! A term as a knowledge file writes it, and as the scan compares it. The build script reads the files with it too.
//!
//! `term*` also finds longer words, `~term` also inside words, `term$` (Korean) only with a particle behind it.

use super::text::{fold, is_dense};

/// Where a term may stand in a word, and the group that a hit is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    pub group: u16,
    /// May begin inside a word.
    pub inside: bool,
    /// May end inside a word.
    pub open: bool,
    /// Ends with the word, or with a particle behind it.
    pub exact: bool,
    /// The last of the entries of its term.
    pub last: bool,
}

/// The folded words and where they may stand; nothing, if folding leaves nothing.
pub fn read(written: &str, group: u16) -> Option<(String, Entry)> {
    let inside = written.starts_with('~');
    let text = written.trim_start_matches('~');
    let open = text.ends_with('*');
    let text = text.trim_end_matches('*');
    // The mark follows Korean only: "from $" ends in a price.
    let bare = text.trim_end_matches('$');
    let exact = bare.len() < text.len() && bare.chars().next_back().is_some_and(is_dense);
    let folded = fold(if exact { bare } else { text }).text;
    let dense = folded.chars().next_back().is_some_and(is_dense);
    (!folded.is_empty()).then_some((folded, Entry { group, inside, open: open || dense && !exact, exact, last: true }))
}
