//! Any bytes as the answer of any source: items or a refusal in words, never a panic, never a loop.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::sources::{self, MAX_ITEMS};

const TYPES: [&str; 4] = ["", "application/xml; charset=utf-8", "text/html; charset=euc-kr", "application/json"];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, body)) = bytes.split_first() else { return };
    let (all, at) = (sources::ALL, usize::from(*first));
    let source = &all[at % all.len()];
    match source.parse(body, TYPES[at / all.len() % TYPES.len()], sources::native) {
        Ok(items) => assert!(items.len() <= MAX_ITEMS && items.iter().all(|item| !item.title.is_empty())),
        Err(wrong) => assert!(!wrong.to_string().is_empty()),
    }
});
