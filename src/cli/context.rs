//! `nunchi context`: saved feed files in, events out; the same reading, joining and deciding as in the extension.

use crate::context::{Day, Watch, on};
use crate::sources::{self, find, native, parse_time};
use serde_json::json;
use std::collections::BTreeSet;
use std::io::{Read, Write, stdout};
use std::path::Path;

/// Prints a JSON list of events, gravest first, for `nunchi review --context`; `sensitive` holds the whole record.
///
/// The source of a file is the part of its name before the first dot. A file that cannot be read is told and left out;
/// only if none could be read it is a failure.
pub fn run(args: &[String]) -> Result<(), String> {
    let mut regions: BTreeSet<String> = BTreeSet::new();
    let mut now: Option<f64> = None;
    let mut files: Vec<&String> = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--now" => {
                let text = value()?;
                now = Some(
                    parse_time(text)
                        .ok_or_else(|| format!("--now is a time like 2026-11-23T10:00:00Z, not {text:?}"))?,
                );
            }
            "--region" => regions = value()?.split(',').map(|code| code.trim().to_uppercase()).collect(),
            other if other.starts_with("--") => return Err(format!("unknown option {other:?}")),
            _ => files.push(arg),
        }
    }
    let mut read = Vec::new();
    for file in &files {
        match open(file) {
            Ok(pair) => read.push(pair),
            Err(problem) => eprintln!("nunchi: {file}: {problem}"),
        }
    }
    if read.is_empty() {
        return Err("no feed was read; name files like yonhap.xml, bluesky.json".into());
    }
    // Without a clock of its own: the moment of the newest line, so that a saved feed reads the same for ever.
    let newest = read.iter().flat_map(|(_, items)| items).filter_map(|item| item.time).fold(0.0, f64::max);
    let now = now.unwrap_or(newest);
    let mut watch = Watch::default();
    for (source, items) in &read {
        watch.take(source, items, now);
    }
    let day = Day::from_count((now / 86_400_000.0).floor() as i32);
    let events: Vec<_> = watch
        .events(now, &on(day, &regions))
        .iter()
        .filter_map(|event| {
            let mut record = serde_json::to_value(event.event()).ok()?;
            record["sensitive"] = json!(event);
            Some(record)
        })
        .collect();
    let text = serde_json::to_string_pretty(&events).map_err(|problem| problem.to_string())?;
    writeln!(stdout(), "{text}").map_err(|problem| problem.to_string())
}

type Feed = (&'static sources::Source, Vec<sources::Item>);

fn open(file: &str) -> Result<Feed, String> {
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().to_string()).unwrap_or_default();
    let id = name.split('.').next().unwrap_or_default();
    let source = find(id).ok_or_else(|| {
        let all: Vec<&str> = sources::ALL.iter().map(|source| source.id).collect();
        format!("no source {id:?}; there are {}", all.join(", "))
    })?;
    let mut bytes = Vec::new();
    let most = sources::MAX_BYTES as u64 + 1;
    let open = std::fs::File::open(file).map_err(|problem| problem.to_string())?;
    open.take(most).read_to_end(&mut bytes).map_err(|problem| problem.to_string())?;
    let items = source.parse(&bytes, "", native).map_err(|wrong| wrong.to_string())?;
    Ok((source, items))
}
