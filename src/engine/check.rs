//! A check: one kind of risk, its words, and the function that looks for it.

use super::finding::{Evidence, Level, Text};
use super::room::Room;

/// One kind of risk. The words have places `{words}` and `{event}` to fill.
pub struct Check {
    /// Kebab-case, names the problem, stable for ever.
    pub id: &'static str,
    pub name: &'static Text,
    pub what: &'static Text,
    pub why: &'static Text,
    pub todo: &'static Text,
    pub run: fn(&Room) -> Vec<Found>,
}

/// What a check found, before it is put into words.
#[derive(Clone, Debug)]
pub struct Found {
    pub level: Level,
    /// UTF-16 offsets into the draft; an empty span means the whole draft.
    pub span: (u32, u32),
    /// Fills `{event}`: the event, the day, or the brand's own line.
    pub about: String,
    /// Never empty.
    pub evidence: Vec<Evidence>,
}
