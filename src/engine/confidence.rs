//! Confidence: of a hundred posts with such a finding, how many a careful reader would have stopped.
//!
//! Three signals that do not depend on each other decide: how far the finding goes, whether anything outside the words
//! speaks for it, and whether another check sees a harm of its own in the same post. Each share is the rule of
//! succession, (right + 1) / (all + 2), over the rows of `tests/corpus/own-en.jsonl`, which no knowledge was written
//! from, and what reading 5,000 ordinary posts first found (`docs/false-alarms.md`); `nunchi eval` prints how it holds elsewhere.

use super::finding::{EvidenceKind, Finding, Level};

/// A hold on which several checks agree: 64 of 64.
const AGREED: u8 = 98;
/// A hold of one check: 17 of 17.
const ALONE: u8 = 95;
/// A caution with an event, a day or a declared line behind it: 9 of 9.
const BACKED: u8 = 91;
/// Words alone, however strong: 16 of 22, most of them from ordinary posts.
const WORDS: u8 = 71;
/// A hint asks for a thought, no more: 0 of 1.
const HINT: u8 = 33;

/// Gives every finding its confidence, when all of a draft are known.
pub(super) fn rate(findings: &mut [Finding]) {
    let serious = |finding: &&Finding| finding.level >= Level::Caution;
    let first = findings.iter().find(serious).map(|finding| finding.check.clone());
    let several = findings.iter().filter(serious).any(|finding| Some(&finding.check) != first.as_ref());
    for finding in findings {
        let backed = finding.evidence.iter().any(|evidence| evidence.kind != EvidenceKind::Words);
        finding.confidence = match finding.level {
            Level::Hold | Level::Caution if !backed => WORDS,
            Level::Hold if several => AGREED,
            Level::Hold => ALONE,
            Level::Caution => BACKED,
            Level::Hint | Level::Clear => HINT,
        };
    }
}
