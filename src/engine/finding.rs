//! A finding: one risk, its words in the draft, its evidence, and what to do about it.

use super::fix::Fix;
use serde::{Deserialize, Serialize};

/// How strongly something is meant. The order is the order of seriousness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    #[default]
    Clear,
    Hint,
    Caution,
    Hold,
}

/// The language a person reads the extension in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Ko,
}

/// One sentence in every language of the interface. `{name}` marks a place to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub key: &'static str,
    pub en: &'static str,
    pub ko: &'static str,
}

impl Text {
    pub const fn get(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Ko => self.ko,
        }
    }

    /// The sentence with `{name}` replaced by its value. A value is never itself searched for places.
    pub fn fill(&self, locale: Locale, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(locale);
        let mut out = String::with_capacity(rest.len() + 32);
        while let Some(open) = rest.find('{') {
            let Some(len) = rest[open..].find('}') else { break };
            out.push_str(&rest[..open]);
            let name = &rest[open + 1..open + len];
            match values.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => out.push_str(value),
                None => out.push_str(&rest[open..=open + len]),
            }
            rest = &rest[open + len + 1..];
        }
        out.push_str(rest);
        out
    }
}

/// What kind of thing stands behind a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// The meaning of the words themselves, from the reviewed knowledge files.
    Words,
    /// The people that the words are aimed at.
    Target,
    /// What a trained head hears in the draft.
    Tone,
    /// What a picture shows, by its description.
    Picture,
    /// Something going on: a tragedy, a dispute, a trend.
    Event,
    /// A solemn or awareness day.
    Observance,
    /// What the brand declared.
    Stance,
    /// What the brand posted before.
    PastPost,
    /// A person's own crisis pause.
    Pause,
}

impl EvidenceKind {
    /// Whether it comes from outside the draft's own text.
    pub fn outside(self) -> bool {
        !matches!(self, EvidenceKind::Words | EvidenceKind::Target | EvidenceKind::Tone)
    }
}

/// One piece of evidence, as shown to a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub text: String,
    /// Who says so, in words. Never empty.
    pub source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// `YYYY-MM-DD` or less, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// One risk found. `start..end` are UTF-16 offsets into `Draft::text`; an empty span means the whole draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable kebab-case id of the check.
    pub check: String,
    pub level: Level,
    /// 0 to 100: how many of a hundred posts with such a finding a careful reader would have stopped.
    #[serde(default)]
    pub confidence: u8,
    pub start: u32,
    pub end: u32,
    /// What was seen, why it can hurt, what to do: already in the reader's language.
    pub what: String,
    pub why: String,
    pub todo: String,
    pub evidence: Vec<Evidence>,
    /// What can be written so that this is no longer to be said, or less of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}
