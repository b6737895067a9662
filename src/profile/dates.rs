//! The brand's own days: a memorial of an accident, the founding day, a week for safety at work.

use super::{MAX_TEXT, Problem, is_date};
use crate::words;
use serde::{Deserialize, Serialize};

/// Most of them in one profile.
pub const MAX_DATES: usize = 500;

/// How the brand keeps a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayTone {
    /// Nothing is sold and nobody jokes.
    Solemn,
    Celebratory,
    #[default]
    Awareness,
}

impl DayTone {
    pub const ALL: [DayTone; 3] = [DayTone::Solemn, DayTone::Celebratory, DayTone::Awareness];

    pub const fn name(self) -> &'static str {
        match self {
            DayTone::Solemn => "solemn",
            DayTone::Celebratory => "celebratory",
            DayTone::Awareness => "awareness",
        }
    }

    pub fn find(name: &str) -> Option<DayTone> {
        DayTone::ALL.into_iter().find(|tone| tone.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// One day, or a few in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrandDate {
    pub name: String,
    /// `YYYY-MM-DD`; of a yearly day the first time that it is kept.
    pub date: String,
    /// The last day, where there is more than one; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub until: String,
    pub yearly: bool,
    pub tone: DayTone,
}

impl BrandDate {
    /// The same day under the same name, whatever its tone.
    pub fn is(&self, other: &BrandDate) -> bool {
        self.name.trim() == other.name.trim()
            && (&self.date, &self.until, self.yearly) == (&other.date, &other.until, other.yearly)
    }

    pub(super) fn problem(&self, here: &str) -> Option<Problem> {
        let wrong = |name: &str, text| Some(Problem::new(format!("{here}.{name}"), text));
        if self.name.trim().is_empty() {
            return wrong("name", &words::PROFILE_DAY_EMPTY);
        }
        if self.name.chars().count() > MAX_TEXT {
            return wrong("name", &words::PROFILE_TOO_LONG);
        }
        if self.date.len() != 10 || !is_date(&self.date) {
            return wrong("date", &words::PROFILE_DAY);
        }
        if !self.until.is_empty() && (self.until.len() != 10 || !is_date(&self.until)) {
            return wrong("until", &words::PROFILE_DAY);
        }
        // Both are days, so the order of the letters is that of the calendar.
        (!self.until.is_empty() && self.until < self.date)
            .then(|| Problem::new(format!("{here}.until"), &words::PROFILE_DAY_ORDER))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_names_its_field() {
        let good =
            || BrandDate { name: "공장 사고 추모일".into(), date: "2019-04-16".into(), ..BrandDate::default() };
        let cases = [
            (BrandDate { name: " ".into(), ..good() }, "d.name"),
            (BrandDate { name: "가".repeat(MAX_TEXT + 1), ..good() }, "d.name"),
            (BrandDate { date: String::new(), ..good() }, "d.date"),
            (BrandDate { date: "2019-04".into(), ..good() }, "d.date"),
            (BrandDate { date: "2019-02-30".into(), ..good() }, "d.date"),
            (BrandDate { until: "2019".into(), ..good() }, "d.until"),
            (BrandDate { until: "2019-04-15".into(), ..good() }, "d.until"),
        ];
        for (date, field) in cases {
            assert_eq!(date.problem("d").map(|problem| problem.field).as_deref(), Some(field), "{date:?}");
        }
        assert_eq!(good().problem("d"), None);
        assert_eq!(BrandDate { until: "2019-04-16".into(), ..good() }.problem("d"), None);
    }
}
