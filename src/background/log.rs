//! The decision log: a chain of hashes over its lines, so that a changed or missing line shows. Pure.

use crate::protocol::LogEntry;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Longest note and name that are kept, in characters.
const LONGEST: usize = 500;

/// Longest draft that is kept where a person switched that on, in characters: longer than any post of our sites, except
/// articles. The hash is over the whole.
const LONGEST_TEXT: usize = 10_000;

/// SHA-256, hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The hash of a line: over every other field, in the order of the record.
pub fn hash(entry: &LogEntry) -> String {
    let bare = LogEntry { hash: String::new(), ..entry.clone() };
    // A record of strings and numbers always prints.
    sha256(&serde_json::to_string(&bare).unwrap_or_default())
}

/// Puts a line behind the last one. Its number, its hash and the hash before it are set here.
pub fn append(last: Option<&LogEntry>, mut entry: LogEntry) -> LogEntry {
    entry.number = last.map_or(1, |last| last.number.saturating_add(1));
    entry.previous = last.map(|last| last.hash.clone()).unwrap_or_default();
    let limits = [(&mut entry.note, LONGEST), (&mut entry.asked_by, LONGEST), (&mut entry.text, LONGEST_TEXT)];
    for (text, longest) in limits {
        if let Some((end, _)) = text.char_indices().nth(longest) {
            text.truncate(end);
        }
    }
    entry.hash = hash(&entry);
    entry
}

/// The number of the first line that does not fit; None: the log is as it was written.
pub fn changed(entries: &[LogEntry]) -> Option<u32> {
    let mut before: Option<&LogEntry> = None;
    for entry in entries {
        let fits = before
            .is_none_or(|before| entry.previous == before.hash && before.number.checked_add(1) == Some(entry.number));
        if !fits || hash(entry) != entry.hash {
            return Some(entry.number);
        }
        before = Some(entry);
    }
    None
}

/// The whole log as a file's text. Err: something of it cannot be written as CSV.
pub fn export(entries: &[LogEntry], csv: bool) -> Result<String, String> {
    if !csv {
        return serde_json::to_string_pretty(entries).map_err(|error| error.to_string());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: &[String]| writer.write_record(cells).map_err(|error| error.to_string());
    let names = [
        "number",
        "time",
        "site",
        "level",
        "checks",
        "outcome",
        "reason",
        "note",
        "asked_by",
        "text_hash",
        "text",
        "previous",
        "hash",
    ];
    row(&names.map(String::from))?;
    for entry in entries {
        row(&[
            entry.number.to_string(),
            entry.time.clone(),
            entry.site.clone(),
            format!("{:?}", entry.level).to_lowercase(),
            entry.checks.join(" "),
            entry.outcome.clone(),
            entry.reason.clone(),
            harmless(&entry.note),
            harmless(&entry.asked_by),
            entry.text_hash.clone(),
            harmless(&entry.text),
            entry.previous.clone(),
            entry.hash.clone(),
        ])?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell that a spreadsheet would run as a formula is shown as text (OWASP, CSV injection).
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(count: usize) -> Vec<LogEntry> {
        let mut entries: Vec<LogEntry> = Vec::new();
        for at in 0..count {
            let entry = LogEntry { outcome: "held".into(), note: format!("note {at}"), ..LogEntry::default() };
            entries.push(append(entries.last(), entry));
        }
        entries
    }

    #[test]
    fn sha256_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_chain_is_intact_as_written_and_when_its_oldest_lines_went() {
        let entries = chain(5);
        assert_eq!(changed(&entries), None);
        assert_eq!(changed(&entries[2..]), None);
        assert_eq!(changed(&[]), None);
    }

    #[test]
    fn every_tampering_shows() {
        let tampers: [fn(&mut Vec<LogEntry>); 5] = [
            |entries| entries[2].note = "nothing happened".into(),
            |entries| {
                entries.remove(2);
            },
            |entries| entries.swap(1, 2),
            |entries| entries[2].level = crate::engine::Level::Clear.max(crate::engine::Level::Hint),
            |entries| {
                entries[2].note = "rewritten".into();
                entries[2].hash = hash(&entries[2]);
            },
        ];
        for (at, tamper) in tampers.iter().enumerate() {
            let mut entries = chain(5);
            tamper(&mut entries);
            assert!(changed(&entries).is_some(), "tampering {at}");
        }
    }

    #[test]
    fn a_note_is_no_formula() {
        let mut entries = chain(1);
        entries[0].note = "=HYPERLINK(\"https://example.org\")".into();
        let csv = export(&entries, true).expect("text");
        assert!(csv.contains("'=HYPERLINK"));
        assert_eq!(csv.lines().count(), 2);
        assert!(export(&entries, false).expect("text").contains("=HYPERLINK"));
    }

    #[test]
    fn long_notes_are_cut() {
        let entry = append(None, LogEntry { note: "가".repeat(9_000), ..LogEntry::default() });
        assert_eq!(entry.note.chars().count(), LONGEST);
        assert_eq!(changed(&[entry]), None);
    }
}
