//! The verdict: the level of a whole draft, with every finding behind it.

use super::{Finding, Level};
use serde::{Deserialize, Serialize};

/// The answer for one text and one version of the context.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The highest level of the findings.
    pub level: Level,
    /// Sorted by level (highest first), then by place.
    pub findings: Vec<Finding>,
    /// The brand whose profile the draft was compared with; empty: there is only one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub brand: String,
}

impl Verdict {
    /// The highest confidence of the findings that make the level; 0 for a clear draft.
    pub fn confidence(&self) -> u8 {
        let deciding = self.findings.iter().filter(|finding| finding.level == self.level);
        deciding.map(|finding| finding.confidence).max().unwrap_or(0)
    }

    /// Puts findings in the order a person reads them and takes the highest level.
    pub fn of(mut findings: Vec<Finding>) -> Verdict {
        findings.sort_by(|a, b| b.level.cmp(&a.level).then(a.start.cmp(&b.start)));
        let level = findings.first().map_or(Level::Clear, |f| f.level);
        Verdict { level, findings, brand: String::new() }
    }
}
