//! `nunchi eval`: a corpus with answers, judged without seeing them, and the table of results.

use super::review::each;
use super::row::{Row, Shared};
use super::score::{Score, share};
use crate::engine::{Level, Locale, Verdict};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::BufReader;

/// The answers of a row.
#[derive(Deserialize)]
struct Answer {
    label: Level,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    constructed: bool,
    #[serde(default)]
    label_confidence: String,
}

pub struct Judged {
    pub id: String,
    label: Level,
    lang: String,
    kinds: Vec<String>,
    constructed: bool,
    doubtful: bool,
    events: bool,
    verdict: Verdict,
}

impl Judged {
    pub fn label(&self) -> Level {
        self.label
    }

    pub fn level(&self) -> Level {
        self.verdict.level
    }
}

pub fn run(args: &[String]) -> Result<(), String> {
    let verbose = args.iter().any(|arg| arg == "--rows");
    let path = args.iter().find(|arg| !arg.starts_with("--")).ok_or("eval needs a corpus file")?;
    let rows = judge(path)?;
    print!("{}", table(&rows));
    if verbose {
        for row in &rows {
            let checks: Vec<String> =
                row.verdict.findings.iter().map(|f| format!("{}:{:?}", f.check, f.level).to_lowercase()).collect();
            println!("{:?}\t{:?}\t{}\t{}", row.label, row.verdict.level, row.id, checks.join(" "));
        }
    }
    Ok(())
}

/// Judges every row of a corpus file.
pub fn judge(path: &str) -> Result<Vec<Judged>, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{path}: {e}"))?;
    let shared = Shared::default();
    let mut rows = Vec::new();
    let text = std::io::read_to_string(BufReader::new(file)).map_err(|e| format!("{path}: {e}"))?;
    let answers: Vec<Result<Answer, String>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).map_err(|e| e.to_string()))
        .collect();
    let mut answers = answers.into_iter();
    each(text.as_bytes(), |number, row: Result<Row, String>| {
        let broken = |e: String| format!("{path}: row {number}: {e}");
        let row = row.map_err(broken)?;
        let answer = answers.next().ok_or_else(|| broken("no answer".into()))?.map_err(broken)?;
        let verdict = row.judge(&shared).review(&row.draft(), "", Locale::En);
        rows.push(Judged {
            id: row.id.as_str().unwrap_or_default().to_string(),
            label: answer.label,
            lang: answer.lang,
            kinds: answer.kinds,
            constructed: answer.constructed,
            doubtful: answer.label_confidence == "low",
            events: row.has_events(),
            verdict,
        });
        Ok(())
    })?;
    Ok(rows)
}

fn count<'a>(rows: impl Iterator<Item = &'a Judged>, least: Level) -> Score {
    let mut score = Score::default();
    for row in rows {
        score.add(row.label >= Level::Caution, row.verdict.level >= least);
    }
    score
}

fn table(rows: &[Judged]) -> String {
    let mut out = String::new();
    let mut line = |name: &str, score: Score| {
        out += &format!(
            "{name:<34} precision {:<22} recall {:<22} false alarms {}\n",
            score.precision(),
            score.recall(),
            score.false_alarms()
        );
    };
    let at = Level::Caution;
    line("all, at caution or above", count(rows.iter(), at));
    line("all, at hold", count(rows.iter(), Level::Hold));
    line("without doubtful labels", count(rows.iter().filter(|row| !row.doubtful), at));
    line("real", count(rows.iter().filter(|row| !row.constructed), at));
    line("constructed", count(rows.iter().filter(|row| row.constructed), at));
    line("with events", count(rows.iter().filter(|row| row.events), at));
    line("without events", count(rows.iter().filter(|row| !row.events), at));
    let mut languages: Vec<&str> = rows.iter().map(|row| row.lang.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    for lang in languages {
        line(&format!("language {lang}"), count(rows.iter().filter(|row| row.lang == lang), at));
    }
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for row in rows {
        for kind in &row.kinds {
            let entry = kinds.entry(kind).or_default();
            entry.0 += u32::from(row.verdict.level >= at);
            entry.1 += 1;
        }
    }
    out += "\nby kind, at caution or above\n";
    for (kind, (hit, all)) in kinds {
        out += &format!("  {kind:<32} {}\n", share(hit, all));
    }
    out += "\nlabel → verdict                       clear  hint  caution  hold\n";
    for label in [Level::Hold, Level::Caution, Level::Clear] {
        let of = |level: Level| rows.iter().filter(|r| r.label == label && r.verdict.level == level).count();
        let [clear, hint, caution, hold] = [Level::Clear, Level::Hint, Level::Caution, Level::Hold].map(of);
        out += &format!("  {:<34} {clear:>6} {hint:>5} {caution:>8} {hold:>5}\n", format!("{label:?}").to_lowercase());
    }
    out += "\nby check: share of its findings at caution or above that stand on a bad post\n";
    let mut checks: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for row in rows {
        for finding in row.verdict.findings.iter().filter(|finding| finding.level >= at) {
            let entry = checks.entry(&finding.check).or_default();
            entry.0 += u32::from(row.label >= at);
            entry.1 += 1;
        }
    }
    for (check, (right, all)) in checks {
        out += &format!("  {check:<32} {}\n", share(right, all));
    }
    out
}
