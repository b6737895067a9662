//! Reliability: whether a stated confidence is borne out, and how far off it is on the whole.

use super::Judged;
use crate::cli::score::share;
use crate::engine::Level;
use std::collections::BTreeMap;

/// For each stated confidence: bad rows and all rows.
pub fn bins(rows: &[Judged]) -> BTreeMap<u8, (u32, u32)> {
    let mut bins: BTreeMap<u8, (u32, u32)> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.level() > Level::Clear) {
        let bin = bins.entry(row.verdict.confidence()).or_default();
        bin.0 += u32::from(row.label() >= Level::Caution);
        bin.1 += 1;
    }
    bins
}

/// Mean distance of what was stated and what was found, over the rows, in points of a hundred.
pub fn distance(bins: &BTreeMap<u8, (u32, u32)>) -> f64 {
    let (mut sum, mut count) = (0.0, 0);
    for (stated, (bad, all)) in bins {
        let found = 100.0 * f64::from(*bad) / f64::from(*all);
        sum += (found - f64::from(*stated)).abs() * f64::from(*all);
        count += all;
    }
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

pub fn table(rows: &[Judged]) -> String {
    let bins = bins(rows);
    let mut out = String::from("\nreliability: of the verdicts with this confidence, so many stand on a bad post\n");
    for (stated, (bad, all)) in &bins {
        out += &format!("  stated {stated:>3} %                    {}\n", share(*bad, *all));
    }
    out += &format!("  expected calibration error       {:.1} points\n", distance(&bins));
    out
}
