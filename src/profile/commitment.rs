//! What a brand promised to do: until when, who answers for it, and what shows that it was done.

use super::{MAX_LIST, MAX_TEXT, Problem, is_date, is_url};
use crate::words;
use serde::{Deserialize, Serialize};

/// One promise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Commitment {
    /// In the brand's own words: "All packaging recyclable".
    pub what: String,
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty: until the end of it.
    pub until: String,
    pub owner: String,
    /// Addresses (http or https) at which everybody can see that it was kept. With one it is no longer open.
    pub receipts: Vec<String>,
}

impl Commitment {
    pub(super) fn problem(&self, here: &str) -> Option<Problem> {
        let wrong = |name: &str, text| Some(Problem::new(format!("{here}.{name}"), text));
        if self.what.trim().is_empty() {
            return wrong("what", &words::PROFILE_COMMITMENT_EMPTY);
        }
        for (name, text) in [("what", &self.what), ("owner", &self.owner)] {
            if text.chars().count() > MAX_TEXT {
                return wrong(name, &words::PROFILE_TOO_LONG);
            }
        }
        if !is_date(&self.until) {
            return wrong("until", &words::PROFILE_DATE);
        }
        if self.receipts.len() > MAX_LIST {
            return wrong("receipts", &words::PROFILE_TOO_MANY);
        }
        let bad = self.receipts.iter().position(|receipt| receipt.is_empty() || !is_url(receipt));
        bad.and_then(|at| wrong(&format!("receipts[{at}]"), &words::PROFILE_URL))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_names_its_field() {
        let good = || Commitment { what: "Less plastic".into(), until: "2025".into(), ..Commitment::default() };
        let cases = [
            (Commitment { what: " ".into(), ..good() }, "c.what"),
            (Commitment { until: "soon".into(), ..good() }, "c.until"),
            (Commitment { owner: "가".repeat(MAX_TEXT + 1), ..good() }, "c.owner"),
            (Commitment { receipts: vec!["our report".into()], ..good() }, "c.receipts[0]"),
        ];
        for (commitment, field) in cases {
            assert_eq!(commitment.problem("c").map(|problem| problem.field).as_deref(), Some(field));
        }
        assert_eq!(good().problem("c"), None);
    }
}
