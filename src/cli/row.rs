//! A row of a file of drafts, and the judge that fits it.

use crate::brand;
use crate::engine::{Draft, DraftKind, Event, Line, Locale, Verdict};
use crate::judge::Judge;
use crate::profile::{Profile, Stance};
use crate::settings::Settings;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Unknown fields are ignored: corpus rows carry answers that the judge must not see.
#[derive(Clone, Deserialize)]
pub struct Row {
    pub draft: String,
    #[serde(default)]
    pub id: serde_json::Value,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    platform: Option<String>,
    #[serde(default)]
    brand_sector: Option<String>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    media: Option<Media>,
    #[serde(default)]
    active_events: Option<Vec<Going>>,
    #[serde(default)]
    brand_stance: Option<Vec<Said>>,
    #[serde(default)]
    reply_to: Option<String>,
    #[serde(default)]
    kind: Option<DraftKind>,
    #[serde(default)]
    scheduled: bool,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Media {
    One(String),
    Many(Vec<String>),
}

/// A line of a trend feed, or a record.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Going {
    Line(String),
    Record(Box<Event>),
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Said {
    Line(String),
    Record(Box<Stance>),
}

impl Going {
    pub fn event(self) -> Event {
        match self {
            Going::Line(line) => Event::trend(&line),
            Going::Record(event) => *event,
        }
    }
}

/// What every row of a run shares.
#[derive(Default)]
pub struct Shared {
    pub profile: Profile,
    pub events: Vec<Event>,
    pub settings: Settings,
}

impl Row {
    pub fn judge(&self, shared: &Shared) -> Judge {
        let mut lines: Vec<Line> = brand::lines(&shared.profile);
        let mut plain = Vec::new();
        for said in self.brand_stance.iter().flatten() {
            match said {
                Said::Line(line) => plain.push(line.clone()),
                Said::Record(stance) => {
                    let profile = Profile { stances: vec![(**stance).clone()], ..Profile::default() };
                    lines.extend(brand::lines(&profile));
                }
            }
        }
        lines.extend(brand::plain(&plain));
        let mut events = shared.events.clone();
        events.extend(self.active_events.iter().flatten().map(|going| match going {
            Going::Line(line) => Event::trend(line),
            Going::Record(event) => (**event).clone(),
        }));
        let sector = self.brand_sector.as_deref().unwrap_or(&shared.profile.sector);
        let date = self.date.as_deref().unwrap_or_default();
        let judge =
            Judge::of(&shared.profile.name, sector, lines, &shared.settings, self.regions(shared), &events, date);
        judge.with_dates(&shared.profile.dates)
    }

    pub fn draft(&self) -> Draft {
        let media = match &self.media {
            Some(Media::One(one)) => vec![one.clone()],
            Some(Media::Many(many)) => many.clone(),
            None => Vec::new(),
        };
        Draft {
            text: self.draft.clone(),
            kind: self.kind.unwrap_or_default(),
            platform: self.platform.clone().unwrap_or_default(),
            lang: self.lang.clone().unwrap_or_default(),
            reply_to: self.reply_to.clone().unwrap_or_default(),
            by: String::new(),
            media,
            scheduled: self.scheduled,
            date: String::new(),
        }
    }

    /// Where no region is set, the places where the draft's language is mostly read.
    fn regions(&self, shared: &Shared) -> BTreeSet<String> {
        let set = if shared.profile.regions.is_empty() {
            shared.settings.regions.clone()
        } else {
            shared.profile.regions.iter().cloned().collect()
        };
        if !set.is_empty() {
            return set;
        }
        let places: &[&str] = match self.lang.as_deref() {
            Some("ko") => &["KR"],
            Some("ja") => &["JP"],
            Some("en") | None => &["US", "GB", "CA", "AU", "IE", "NZ"],
            Some("fr") => &["FR"],
            Some("es") => &["EU", "MX", "AR", "CO"],
            Some("pt") => &["EU", "BR"],
            Some("zh") => &["CN", "TW", "HK", "SG"],
            Some(_) => &["EU"],
        };
        places.iter().map(|place| place.to_string()).collect()
    }
}

impl Row {
    pub fn has_events(&self) -> bool {
        self.active_events.as_ref().is_some_and(|events| !events.is_empty())
    }

    /// The verdict with `events` added to the row's own.
    pub fn verdict_with(&self, events: &[Event]) -> Verdict {
        let shared = Shared { events: events.to_vec(), ..Shared::default() };
        self.judge(&shared).review(&self.draft(), "", Locale::En)
    }

    /// The same row on a day on which the feed shows nothing.
    pub fn without_events(&self) -> Row {
        Row { active_events: None, ..self.clone() }
    }
}
