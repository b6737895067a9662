//! Terms laid down so that the program can scan with them as they lie: a tree as a file, and its entries.

use crate::term::Entry;
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Writes the trees of the terms as files; the static `name` that holds them with their entries.
pub fn lay(name: &str, terms: Vec<(String, Entry)>, out: &Path) -> String {
    let (inside, tree): (Vec<_>, Vec<_>) = terms.into_iter().partition(|(_, entry)| entry.inside);
    let file = name.to_lowercase();
    format!(
        "pub static {name}: Terms = Terms {{ words: {}, inside: {} }};\n",
        grow(&format!("{file}.fst"), tree, out),
        grow(&format!("{file}-inside.fst"), inside, out)
    )
}

fn grow(file: &str, terms: Vec<(String, Entry)>, out: &Path) -> String {
    let mut tree: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (folded, entry) in terms {
        tree.entry(folded).or_default().push(entry);
    }
    let mut builder = fst::raw::Builder::memory();
    let mut entries = String::new();
    let mut first = 0;
    for (folded, here) in tree {
        assert!(here.len() < 256, "{folded}: a term in too many groups");
        builder.insert(&folded, first * 256 + here.len() as u64).expect("terms come sorted");
        first += here.len() as u64;
        here.iter().for_each(|entry| write!(entries, "{entry:?}, ").expect("writing to a string"));
    }
    let bytes = builder.into_inner().expect("a tree in memory");
    fs::write(out.join(file), bytes).expect("OUT_DIR is writable");
    format!("Laid {{ tree: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")), entries: &[{entries}] }}")
}
