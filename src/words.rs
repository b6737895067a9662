//! Every string a person sees, in every language, from `extension/_locales/*/messages.json` (made by `data/build.rs`).

use crate::engine::Text;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Looks a string up by its key, for keys that are built at run time (a check's name in a list).
pub fn find(key: &str) -> Option<&'static Text> {
    ALL.binary_search_by(|text| text.key.cmp(key)).ok().map(|at| ALL[at])
}
