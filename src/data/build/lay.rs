//! Terms laid down so that the program can scan with them as they lie: a tree as a file, and its entries.

use crate::term::Entry;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::{fmt::Write, fs, path::Path};

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
        let here = tree.entry(folded).or_default();
        if !here.contains(&entry) {
            here.push(entry);
        }
    }
    // Many terms have the same entries. Each list lies there once, the most frequent first: small numbers make a small tree.
    let mut often: HashMap<&[Entry], usize> = HashMap::new();
    tree.values().for_each(|here| *often.entry(here).or_default() += 1);
    let mut lists: Vec<&[Entry]> = often.keys().copied().collect();
    lists.sort_by_cached_key(|list| (Reverse(often[list]), format!("{list:?}")));
    let (mut first, mut entries) = (HashMap::new(), String::new());
    let mut count = 0;
    for list in lists {
        first.insert(list, count);
        count += list.len() as u64;
        for (at, entry) in list.iter().enumerate() {
            let entry = Entry { last: at + 1 == list.len(), ..*entry };
            write!(entries, "{entry:?}, ").expect("writing to a string");
        }
    }
    let mut builder = fst::raw::Builder::memory();
    for (folded, here) in &tree {
        builder.insert(folded, first[here.as_slice()]).expect("terms come sorted");
    }
    let bytes = builder.into_inner().expect("a tree in memory");
    fs::write(out.join(file), bytes).expect("OUT_DIR is writable");
    format!("Laid {{ tree: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")), entries: &[{entries}] }}")
}
