//! The command line: `nunchi review`, `eval`, `claims`, `propose`, `context`, `import`. Rows in, rows out; the engine is the
//! extension's own.

mod claims;
mod context;
pub mod eval;
mod import;
mod review;
mod row;
pub mod score;

use std::process::ExitCode;

const HELP: &str = "\
nunchi review [--brand F] [--context F] [--settings F] [--locale en|ko] < drafts.jsonl > verdicts.jsonl
nunchi eval CORPUS.jsonl      precision and recall by label, level, language, kind and check; what unrelated trends change;
                              what stays without events (--rows: a line a row)
nunchi eval --ordinary FILE   posts that should pass, one a line, or `id<TAB>text`: what is flagged (--texts: and its text)
nunchi import FILE... [--posts OUT] [--site S] [--text COLUMN] [--id C] [--date C] [--url C] [--site-column C]
                              archives of posts: what was read, what was not and why
nunchi claims FILE [--brand F]  the targets that each line of FILE speaks about, and the position it takes
nunchi propose FILE           stance records that a policy page in plain text proposes, as a profile to edit
nunchi context [--now RFC3339] [--region KR,US] FEEDFILE… > events.json

A draft row: {\"draft\": \"…\"} and optionally id, lang, platform, brand_sector, date, media, active_events,
brand_stance, reply_to, kind (post, reply, quote, comment). Offsets in verdicts count UTF-16 units.
";

/// Runs one command; the answer is the exit code of the program.
pub fn run(args: impl Iterator<Item = String>) -> ExitCode {
    let args: Vec<String> = args.collect();
    let result = match args.first().map(String::as_str) {
        Some("review") => review::run(&args[1..]),
        Some("context") => context::run(&args[1..]),
        Some("eval") => eval::run(&args[1..]),
        Some("claims") => claims::run(&args[1..]),
        Some("propose") => claims::propose(&args[1..]),
        Some("import") => import::run(&args[1..]),
        Some("help" | "--help" | "-h") | None => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some(other) => Err(format!("unknown command {other:?}\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("nunchi: {message}");
            ExitCode::FAILURE
        }
    }
}
