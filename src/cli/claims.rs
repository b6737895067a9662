//! `nunchi claims`: what texts say about targets, one row of JSON each; `nunchi propose`: stances out of a policy page.

use crate::claims::{self, Library};
use crate::engine::Locale;
use crate::profile;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write, stdout};

/// Longest line that is read, in bytes.
const MAX_LINE: usize = 1024 * 1024;

#[derive(Deserialize)]
struct Row {
    #[serde(alias = "draft", alias = "content")]
    text: String,
    #[serde(default)]
    id: Value,
}

/// Reads FILE: JSON rows with `text` (or `draft`) and perhaps `id`, or plain texts, one a line.
pub fn run(args: &[String]) -> Result<(), String> {
    let mut file = None;
    let mut library = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "--brand" {
            let path = args.next().ok_or("--brand needs a value")?;
            let profile = profile::json::parse(&super::review::read(path)?)
                .map_err(|problem| format!("{path}: {}: {}", problem.field, problem.message(Locale::En)))?;
            library = Some(Library::of(&profile));
        } else if file.replace(arg).is_some() {
            return Err("one FILE at a time".into());
        }
    }
    let path = file.ok_or("nunchi claims FILE [--brand F]")?;
    let library = library.unwrap_or_default();
    let reader = BufReader::new(std::fs::File::open(path).map_err(|e| format!("{path}: {e}"))?);
    let mut out = std::io::BufWriter::new(stdout().lock());
    for (number, line) in reader.split(b'\n').enumerate() {
        let bytes = line.map_err(|e| format!("{path}: {e}"))?;
        let line = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_LINE)]);
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let answer = match row(line) {
            Ok(row) => json!({ "row": number + 1, "id": row.id, "claims": claims::read(&library, &row.text) }),
            Err(error) => json!({ "row": number + 1, "error": error }),
        };
        writeln!(out, "{answer}").map_err(|e| e.to_string())?;
    }
    out.flush().map_err(|e| e.to_string())
}

/// Reads FILE, a policy page as plain text, and prints the stance records that it proposes as a profile to edit.
pub fn propose(args: &[String]) -> Result<(), String> {
    let [path] = args else { return Err("nunchi propose FILE".into()) };
    let stances = claims::propose(&super::review::read(path)?);
    let profile = profile::Profile { stances, ..profile::Profile::default() };
    writeln!(stdout().lock(), "{}", profile::json::print(&profile)).map_err(|e| e.to_string())
}

fn row(line: &str) -> Result<Row, String> {
    if line.starts_with('{') {
        serde_json::from_str(line).map_err(|e| e.to_string())
    } else {
        Ok(Row { text: line.to_string(), id: Value::Null })
    }
}
