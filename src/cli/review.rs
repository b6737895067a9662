//! `nunchi review`: drafts in, verdicts out, one row each.

use super::row::{Going, Row, Shared};
use crate::engine::{Locale, Verdict};
use crate::profile;
use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write, stdin, stdout};

/// Longest file of profile, context or settings, in bytes.
const MAX_FILE: u64 = 16 * 1024 * 1024;

pub fn read(path: &str) -> Result<String, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{path}: {e}"))?;
    let mut text = String::new();
    file.take(MAX_FILE).read_to_string(&mut text).map_err(|e| format!("{path}: {e}"))?;
    Ok(text)
}

pub fn run(args: &[String]) -> Result<(), String> {
    let mut shared = Shared::default();
    let mut locale = Locale::En;
    let mut args = args.iter();
    while let Some(option) = args.next() {
        let value = args.next().ok_or_else(|| format!("{option} needs a value"))?;
        match option.as_str() {
            "--brand" => {
                shared.profile = profile::json::parse(&read(value)?)
                    .map_err(|problem| format!("{value}: {}: {}", problem.field, problem.message(Locale::En)))?;
            }
            "--context" => {
                let list: Vec<Going> = serde_json::from_str(&read(value)?).map_err(|e| format!("{value}: {e}"))?;
                shared.events = list.into_iter().map(Going::event).collect();
            }
            "--settings" => {
                shared.settings = serde_json::from_str(&read(value)?).map_err(|e| format!("{value}: {e}"))?;
            }
            "--locale" => {
                locale = match value.as_str() {
                    "en" => Locale::En,
                    "ko" => Locale::Ko,
                    _ => return Err(format!("--locale is en or ko, not {value:?}")),
                }
            }
            _ => return Err(format!("unknown option {option:?}")),
        }
    }
    let mut out = std::io::BufWriter::new(stdout().lock());
    each(BufReader::new(stdin().lock()), |number, row| {
        let line = match row {
            Ok(row) => {
                let draft = row.draft();
                let verdict = row.judge(&shared).review(&draft, &draft.platform, locale);
                print(&row, &verdict)
            }
            Err(error) => json!({ "row": number, "error": error }),
        };
        writeln!(out, "{line}").map_err(|e| e.to_string())
    })?;
    out.flush().map_err(|e| e.to_string())
}

/// Reads rows, counted from 1; a broken one is told, and the rest goes on.
pub fn each(
    reader: impl BufRead,
    mut take: impl FnMut(usize, Result<Row, String>) -> Result<(), String>,
) -> Result<(), String> {
    for (number, line) in reader.split(b'\n').enumerate() {
        let bytes = line.map_err(|e| e.to_string())?;
        let text = String::from_utf8_lossy(&bytes);
        if !text.trim().is_empty() {
            take(number + 1, serde_json::from_str(&text).map_err(|e| e.to_string()))?;
        }
    }
    Ok(())
}

fn print(row: &Row, verdict: &Verdict) -> serde_json::Value {
    let findings: Vec<_> = verdict
        .findings
        .iter()
        .map(|finding| {
            json!({
                "check": finding.check,
                "level": finding.level,
                "confidence": finding.confidence,
                "start": finding.start,
                "end": finding.end,
                "message": format!("{} {}", finding.what, finding.why),
                "evidence": finding.evidence,
                "suggestion": finding.todo,
            })
        })
        .collect();
    json!({ "id": row.id, "level": verdict.level, "findings": findings })
}
