//! The tables: precision and recall with Wilson intervals, by everything a row tells.

use super::Judged;
use crate::cli::score::{Score, share};
use crate::engine::Level;
use std::collections::BTreeMap;

fn count<'a>(rows: impl Iterator<Item = &'a Judged>, least: Level) -> Score {
    let mut score = Score::default();
    for row in rows {
        score.add(row.label() >= Level::Caution, row.level() >= least);
    }
    score
}

pub fn table(rows: &[Judged]) -> String {
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
    line("without doubtful labels", count(rows.iter().filter(|row| row.answer.label_confidence != "low"), at));
    line("real", count(rows.iter().filter(|row| !row.answer.constructed), at));
    line("constructed", count(rows.iter().filter(|row| row.answer.constructed), at));
    line("with events", count(rows.iter().filter(|row| row.row.has_events()), at));
    line("without events", count(rows.iter().filter(|row| !row.row.has_events()), at));
    let mut languages: Vec<&str> = rows.iter().map(|row| row.lang()).collect();
    languages.sort_unstable();
    languages.dedup();
    for lang in languages {
        line(&format!("language {lang}"), count(rows.iter().filter(|row| row.lang() == lang), at));
    }
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for row in rows {
        for kind in &row.answer.kinds {
            let entry = kinds.entry(kind).or_default();
            entry.0 += u32::from(row.level() >= at);
            entry.1 += 1;
        }
    }
    out += "\nby kind, at caution or above\n";
    for (kind, (hit, all)) in kinds {
        out += &format!("  {kind:<32} {}\n", share(hit, all));
    }
    out += "\nlabel → verdict                       clear  hint  caution  hold\n";
    for label in [Level::Hold, Level::Caution, Level::Clear] {
        let of = |level: Level| rows.iter().filter(|r| r.label() == label && r.level() == level).count();
        let [clear, hint, caution, hold] = [Level::Clear, Level::Hint, Level::Caution, Level::Hold].map(of);
        out += &format!("  {:<34} {clear:>6} {hint:>5} {caution:>8} {hold:>5}\n", format!("{label:?}").to_lowercase());
    }
    out += "\nby check: share of its findings at caution or above that stand on a bad post\n";
    let mut checks: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for row in rows {
        for finding in row.verdict.findings.iter().filter(|finding| finding.level >= at) {
            let entry = checks.entry(&finding.check).or_default();
            entry.0 += u32::from(row.label() >= at);
            entry.1 += 1;
        }
    }
    for (check, (right, all)) in checks {
        out += &format!("  {check:<32} {}\n", share(right, all));
    }
    out
}
