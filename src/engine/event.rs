//! Events: what is going on, as a record of the program (`SensitiveContext`) or as a line of a trend feed.

use serde::{Deserialize, Serialize};

/// How people feel about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Not said: told from the name.
    #[default]
    Unknown,
    /// People are being hurt, or just were.
    Grave,
    Solemn,
    Celebratory,
    Awareness,
    Contested,
}

impl Tone {
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Unknown => "unknown",
            Tone::Grave => "grave",
            Tone::Solemn => "solemn",
            Tone::Celebratory => "celebratory",
            Tone::Awareness => "awareness",
            Tone::Contested => "contested",
        }
    }
}

/// One line of a feed about an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Headline {
    pub title: String,
    /// Who says so, in words.
    pub source: String,
    pub url: String,
    /// `en`, `ko` … or empty.
    pub language: String,
}

/// One thing that is going on. A feed's plain line is `Event::trend(line)`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// Stable where there is one (`kr-518`), otherwise empty.
    pub id: String,
    /// The words people use, in English (or as the feed shows them).
    pub name: String,
    /// The name in Korean, where there is one.
    pub name_ko: String,
    /// What it is, in one sentence, in English and Korean; may be empty.
    pub meaning: String,
    pub meaning_ko: String,
    /// Tags, with or without `#`.
    pub hashtags: Vec<String>,
    /// Names of `Topic`s; empty: told from the name.
    pub topics: Vec<String>,
    pub tone: Tone,
    /// 0: told from the name; 1 be aware, 2 check any tie-in, 3 pause humour and promotion.
    pub gravity: u8,
    /// ISO 3166 codes or `world`; empty: everywhere.
    pub regions: Vec<String>,
    /// A day of the calendar, not news.
    pub observance: bool,
    /// The brand itself declared it.
    pub own: bool,
    /// `YYYY-MM-DD`, where known.
    pub date: String,
    /// Who says so, in words.
    pub source: String,
    pub url: String,
    /// Shown as a sample, not as something real.
    pub sample: bool,
    /// What the feeds say, the most telling first.
    pub headlines: Vec<Headline>,
    /// Reports of the last six hours and of the six before, where somebody counts them.
    pub pace: Option<(u32, u32)>,
}

impl Event {
    /// A line of a trend feed: everything is told from its words.
    pub fn trend(line: &str) -> Event {
        Event { name: line.to_string(), ..Event::default() }
    }

    /// A contested or national day on which history weighs.
    pub fn category_of_history(&self) -> bool {
        self.observance && self.topics.iter().any(|topic| topic == "colonial" || topic == "democracy")
    }
}
