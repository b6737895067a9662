//! What the Today page asks and shows.

use crate::profile::is_date;
use serde::{Deserialize, Serialize};

/// Most events that a person keeps by hand, and the longest texts, in characters.
pub const MAX_OWN: usize = 20;
pub const MAX_NAME: usize = 80;
pub const MAX_WORDS: usize = 12;

/// Everything that is known to go on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoingOn {
    /// When this was read, ms since 1970.
    pub now: f64,
    /// Gravest first.
    pub events: Vec<GoingEvent>,
    /// What a person has called none of ours.
    pub muted: Vec<GoingEvent>,
    pub own: Vec<OwnEvent>,
    /// Today and the days after it.
    pub days: Vec<ComingDay>,
    /// What the page of X that was last written on showed as trends; None: the switch is off, or nothing was read.
    pub boxed: Option<BoxTrends>,
}

/// The box of trends of a page, as a person saw it there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoxTrends {
    /// When it was read, ms since 1970.
    pub at: f64,
    pub all: Vec<BoxTrend>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoxTrend {
    pub name: String,
    /// Its words may be about something grave.
    pub grave: bool,
}

/// One thing that the feeds tell, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoingEvent {
    pub id: String,
    pub name: String,
    pub meaning: String,
    /// As in `TodayItem`.
    pub tone: String,
    pub crisis: bool,
    pub pinned: bool,
    /// Put there to show how it looks, not as something real.
    pub sample: bool,
    /// ISO 3166 codes; empty: not known.
    pub regions: Vec<String>,
    /// The names of topics, hashtags and aliases by which a draft touches it.
    pub touched_by: Vec<String>,
    /// When it was first told of, ms since 1970.
    pub starts: f64,
    /// Reports an hour, oldest first, up to 48 hours.
    pub pace: Vec<u16>,
    /// Who tells of it: names of sources, each once.
    pub sources: Vec<String>,
    pub headlines: Vec<Headline>,
    pub mood: Option<MoodLine>,
}

/// What a sample of public posts about it showed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoodLine {
    /// `mourning`, `anger`, `solidarity`, `jokes`, `celebration`: that of most posts; empty: none showed any.
    pub most: String,
    /// Posts that showed it, and whether those are half the sample or more.
    pub count: u32,
    pub mostly: bool,
    /// Posts of the sample, and whether those are too few to tell.
    pub n: u32,
    pub low: bool,
    /// The network that was asked, and when; ms since 1970.
    pub source: String,
    pub seen: f64,
    /// Posts by feeling: anger, jokes, mourning, solidarity, celebration.
    pub counts: [u32; 5],
}

/// One line of a feed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Headline {
    pub title: String,
    pub source: String,
    /// Empty: none.
    pub url: String,
}

/// One observance to come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComingDay {
    /// `YYYY-MM-DD`.
    pub date: String,
    pub name: String,
    pub meaning: String,
    pub tone: String,
    pub source: String,
    pub url: Option<String>,
}

/// What a person knows to go on and no feed tells: the brand's own trouble, a death in the house, a local grief.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnEvent {
    pub name: String,
    /// Tags and words by which a draft touches it.
    pub words: Vec<String>,
    /// 1 be aware, 2 serious, 3 people die or grieve.
    pub gravity: u8,
    /// The last day on which it counts, `YYYY-MM-DD`; empty: until it is taken away.
    pub until: String,
}

impl OwnEvent {
    /// Without spaces around, empty words and what is too long. None: it has no name.
    pub fn tidy(self) -> Option<OwnEvent> {
        let clip = |text: &str| text.trim().chars().take(MAX_NAME).collect::<String>();
        let words = self.words.iter().map(|word| clip(word.trim_start_matches('#')));
        let own = OwnEvent {
            name: clip(&self.name),
            words: words.filter(|word| !word.is_empty()).take(MAX_WORDS).collect(),
            gravity: self.gravity.clamp(1, 3),
            // A whole day, which can be compared as text.
            until: if self.until.len() == 10 && is_date(&self.until) { self.until } else { String::new() },
        };
        (!own.name.is_empty()).then_some(own)
    }
}

/// What a person says of an event that the feeds tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It is a crisis, whatever the feeds count.
    Pin,
    Unpin,
    /// It is none of ours.
    Mute,
    Unmute,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_by_hand_is_cut_to_size() {
        let long = "ㅎ".repeat(200);
        let own = OwnEvent {
            name: format!("  {long}"),
            words: vec!["#recall".into(), " ".into(), long.clone()],
            gravity: 9,
            until: "someday".into(),
        };
        let tidy = own.tidy().expect("it has a name");
        assert_eq!((tidy.name.chars().count(), tidy.gravity, tidy.until.as_str()), (MAX_NAME, 3, ""));
        assert_eq!(tidy.words[0], "recall");
        assert_eq!(tidy.words.len(), 2);
        assert!(OwnEvent::default().tidy().is_none());
    }
}
