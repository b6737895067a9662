//! Items: what one feed says, in one shape for all.

use super::list::Source;
use super::markup;
use serde::{Deserialize, Serialize};

/// Longest texts that are kept, in characters.
const MAX_TITLE: usize = 300;
const MAX_SUMMARY: usize = 600;
const MAX_LINK: usize = 1000;
const MAX_TAGS: usize = 20;
const MAX_TAG: usize = 100;

/// How bad an official warning says it is; the words of CAP 1.2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    #[default]
    Unknown,
    Minor,
    Moderate,
    Severe,
    Extreme,
}

impl Severity {
    pub fn find(name: &str) -> Severity {
        match name.trim().to_ascii_lowercase().as_str() {
            "minor" => Severity::Minor,
            "moderate" => Severity::Moderate,
            "severe" => Severity::Severe,
            "extreme" => Severity::Extreme,
            _ => Severity::Unknown,
        }
    }
}

/// The triple of CAP 1.2, as the sender wrote it; empty where the feed has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cap {
    pub severity: Severity,
    /// Immediate, Expected, Future, Past or Unknown.
    pub urgency: String,
    /// Observed, Likely, Possible, Unlikely or Unknown.
    pub certainty: String,
}

/// An official warning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alarm {
    pub cap: Cap,
    /// Names of the engine's topics: `quake`.
    pub topics: Vec<String>,
    /// The sender's number of it: two warnings of one number are one.
    pub id: String,
    /// The sender's highest level (GDACS Red, PAGER red, CAP Extreme that is happening or likely): enough alone.
    pub top: bool,
    /// When it begins and ends, ms; None: not said.
    pub starts: Option<f64>,
    pub ends: Option<f64>,
}

/// What the line of a feed claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Something happened.
    #[default]
    Report,
    /// Many people look at this name now; why, it does not say.
    Interest,
    /// Somebody's own words: they may show a mood, never that something happened.
    Post,
    /// An authority warns; `alarm` is set.
    Warning,
}

/// One line of one feed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    pub says: Says,
    /// Plain text.
    pub title: String,
    pub summary: String,
    /// http or https, or empty.
    pub link: String,
    /// When it was written, ms since 1970; None: not said.
    pub time: Option<f64>,
    /// `en`, `ko` … or empty.
    pub language: String,
    /// ISO 3166 codes, as far as the feed says so.
    pub regions: Vec<String>,
    /// Hashtags without the sign.
    pub tags: Vec<String>,
    /// People or posts a day, newest first, where the feed has it.
    pub history: Vec<u32>,
    /// Posts or searches about it, where the feed says one number.
    pub count: u32,
    /// The server that told it, where a source has many; filled in by whoever asked.
    pub host: String,
    pub alarm: Option<Alarm>,
}

impl Item {
    /// Clips, cleans and fills in what the source knows of all its items.
    pub(super) fn settle(&mut self, source: &Source) {
        self.title = clip(&markup::plain(&self.title), MAX_TITLE);
        self.summary = clip(&markup::plain(&self.summary), MAX_SUMMARY);
        self.link = link(&self.link);
        self.tags.truncate(MAX_TAGS);
        for tag in &mut self.tags {
            *tag = clip(tag.trim().trim_start_matches(['#', '＃']), MAX_TAG);
        }
        self.tags.retain(|tag| !tag.is_empty());
        self.history.truncate(31);
        let shape = |code: &String| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        self.regions.retain(shape);
        self.language = self.language.chars().take(2).collect::<String>().to_ascii_lowercase();
        if self.language.len() != 2 || !self.language.is_ascii() {
            self.language = source.language.to_string();
        }
        if self.regions.is_empty() && !source.region.is_empty() {
            self.regions.push(source.region.to_string());
        }
        self.time = self.time.filter(|time| time.is_finite() && *time > 0.0);
    }
}

fn clip(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

/// Only addresses that a person may be sent to; anything else (`javascript:`, `data:`) is no link.
fn link(text: &str) -> String {
    let text = text.trim();
    let web = text.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("https://"))
        || text.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("http://"));
    let plain = text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '\\'));
    if web && plain && text.len() <= MAX_LINK { text.to_string() } else { String::new() }
}
