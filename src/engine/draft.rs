//! What is judged: the text of one composer as the site will publish it.

use serde::{Deserialize, Serialize};

/// How a post is meant: decides which checks look at it and how strictly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftKind {
    #[default]
    Post,
    Reply,
    Quote,
    Comment,
}

/// What is not said is not sent: each field of a message costs at every key.
fn is_false(value: &bool) -> bool {
    !value
}

/// One draft. All boxes of a thread are one draft, joined by one empty line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The text as it will be published. Offsets in findings count UTF-16 units of this.
    pub text: String,
    pub kind: DraftKind,
    /// The id of the site (`sites::Site::id`), or a free name from a file.
    pub platform: String,
    /// BCP 47 language where the caller knows it; otherwise told from the script.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// The text that is replied to or quoted, if any.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reply_to: String,
    /// The account that writes, as the page names it: a path, an address or a name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Alternative texts of the pictures and clips that go along.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// It is set to go out later, on `date`.
    #[serde(skip_serializing_if = "is_false")]
    pub scheduled: bool,
    /// The day it goes out, `YYYY-MM-DD`, or `YYYY-MM` where only the month is known; empty: today.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
}
