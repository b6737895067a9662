//! `nunchi import`: archives in, an account of what was read out.

use crate::archive::{Columns, Import, Options, Report, Step};
use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

/// Reads files one after another into one ledger, so that a post that stands in two of them counts once.
pub fn run(args: &[String]) -> Result<(), String> {
    let mut files = Vec::new();
    let mut options = Options::default();
    let mut posts = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if !arg.starts_with("--") {
            files.push(arg);
            continue;
        }
        let value = args.next().ok_or_else(|| format!("{arg} needs a value"))?.clone();
        let Columns { text, id, date, url, site } = &mut options.columns;
        match arg.as_str() {
            "--site" => options.site = value,
            "--text" => *text = value,
            "--id" => *id = value,
            "--date" => *date = value,
            "--url" => *url = value,
            "--site-column" => *site = value,
            "--posts" => posts = Some(File::create(&value).map_err(|e| format!("{value}: {e}"))?),
            _ => return Err(format!("unknown option {arg:?}")),
        }
    }
    if files.is_empty() {
        return Err("nunchi import FILE...".into());
    }
    let mut out = posts.map(std::io::BufWriter::new);
    let mut known = HashSet::new();
    for path in files {
        let report = one(path, &options, &mut known, out.as_mut())?;
        tell(path, &report);
    }
    out.map_or(Ok(()), |mut out| out.flush().map_err(|e| e.to_string()))
}

fn one(
    path: &str,
    options: &Options,
    known: &mut HashSet<crate::archive::Key>,
    mut out: Option<&mut std::io::BufWriter<File>>,
) -> Result<Report, String> {
    let wrong = |e: std::io::Error| format!("{path}: {e}");
    let mut file = File::open(path).map_err(wrong)?;
    let size = file.metadata().map_err(wrong)?.len();
    let name = std::path::Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    let mut import = Import::new(&name.unwrap_or_default(), size, known.clone(), options.clone());
    let mut bytes = Vec::new();
    loop {
        let step = import.step();
        if let Step::Read { at, len } = step {
            bytes.clear();
            file.seek(SeekFrom::Start(at)).map_err(wrong)?;
            (&mut file).take(len as u64).read_to_end(&mut bytes).map_err(wrong)?;
            import.give(&bytes);
        }
        for post in import.take() {
            known.insert(post.key());
            if let Some(out) = &mut out {
                let row = serde_json::to_string(&post).map_err(|e| e.to_string())?;
                writeln!(out, "{row}").map_err(|e| e.to_string())?;
            }
        }
        if step == Step::Done {
            return Ok(import.report().clone());
        }
    }
}

fn tell(path: &str, report: &Report) {
    println!("{path}");
    println!(
        "  {} rows: {} new, {} again, {} of others, {} without words, {} not read",
        report.rows, report.new, report.again, report.others, report.empty, report.bad_rows
    );
    for bad in &report.bad {
        match bad.row {
            0 => println!("  {}: {}", bad.file, bad.why.text()),
            row => println!("  {} row {row}: {}", bad.file, bad.why.text()),
        }
    }
}
