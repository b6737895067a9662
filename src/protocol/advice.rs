//! What the popup and the Today page say to a brand about this day, beside its draft.

use serde::{Deserialize, Serialize};

/// Something that the brand spoke about before, that is on today, and on which it has said nothing this time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Silence {
    /// Names it, to put it away: the event, the year and the target.
    pub key: String,
    pub target: String,
    /// The words of then, their day, and where they can be read.
    pub said: String,
    pub date: String,
    pub url: String,
    /// A past post; if not, a statement of the profile.
    pub past: bool,
    /// What is on, who says so, and where.
    pub event: String,
    pub source: String,
    pub event_url: String,
    /// A day of the brand's own.
    pub own: bool,
}

/// A stance whose review is due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DueStance {
    /// Its place in the profile.
    pub place: usize,
    pub target: String,
    pub review: String,
    /// The day is past.
    pub over: bool,
}

/// What could honestly be said on a day, out of the brand's own record. What is empty is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outline {
    /// The stance's place in the profile.
    pub place: usize,
    pub target: String,
    pub day: String,
    /// What the day is, and who says so.
    pub fact: String,
    pub source: String,
    pub source_url: String,
    /// The brand's own statement.
    pub own: String,
    pub own_date: String,
    /// What it does or promised.
    pub act: String,
    pub act_until: String,
    /// It can be shown to be done.
    pub act_kept: bool,
    /// Where to read on.
    pub resource: String,
}

impl Outline {
    /// Whether the profile has anything to say.
    pub fn is_concrete(&self) -> bool {
        !self.own.is_empty() || !self.act.is_empty()
    }
}

/// What may be said today for the chosen brand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Advice {
    pub silences: Vec<Silence>,
    pub due: Vec<DueStance>,
    pub outlines: Vec<Outline>,
}
