//! Any file under any name of an archive: read to its end or refused row by row, never a panic, never an endless wait,
//! and no post twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::archive::{Import, Options, Step};
use std::collections::HashSet;

/// One name a format; the first byte of the input chooses.
const NAMES: [&str; 12] = [
    "twitter.zip", "tweets.js", "outbox.json", "archive.tar.gz", "archive.tar", "repo.car", "feed.json", "Shares.csv",
    "Comments.csv", "your_posts.json", "posts.csv", "posts.jsonl",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, file)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let mut import = Import::new(name, file.len() as u64, HashSet::new(), Options::default());
    let mut seen = HashSet::new();
    // Each step reads or ends; a file is read a small number of times at most.
    for _ in 0..10_000 + file.len() * 4 {
        let step = import.step();
        if let Step::Read { at, len } = step {
            let start = usize::try_from(at).unwrap_or(usize::MAX).min(file.len());
            let end = start.saturating_add(len).min(file.len());
            import.give(&file[start..end]);
        }
        for post in import.take() {
            assert!(seen.insert(post.key()), "a post came twice");
        }
        if step == Step::Done {
            let report = import.report();
            assert!(report.new as usize == seen.len(), "{report:?}");
            return;
        }
    }
    panic!("{name}: no end");
});
