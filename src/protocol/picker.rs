//! What scripts of ours in a page say outside of a port.

use crate::sites::learned::Seen;
use serde::{Deserialize, Serialize};

/// What our scripts in a page say outside of a port, wrapped so that nothing else is taken for it: the picker, and the
/// watch over what was learned. The host is always the sender's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromPicker {
    /// → `Answer::Picker`.
    Begin,
    /// Ways to find the two elements again. → `Answer::Candidates`.
    Candidates { editor: Seen, submit: Seen },
    /// `unique`: the candidates that find just their element. → `Answer::Done` or `Answer::Refused`.
    Learn { editor: Seen, submit: Seen, unique: Vec<String>, path: String, dialog: bool },
    /// Box or button are no longer where they were. → `Answer::Done`.
    Changed,
}

/// What `trends.js` read in a page of X: the lines of each entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrendsSay {
    pub trends: Vec<String>,
}

/// How `FromPicker` travels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PickerSays {
    pub picker: FromPicker,
}

/// The words of the picker, in the person's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PickerWords {
    pub r#box: String,
    pub button: String,
    pub no_box: String,
    pub no_button: String,
    pub done: String,
    pub failed: String,
}
