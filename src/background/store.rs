//! What is kept, under which name, and how: nothing is lost when the worker is killed, the disk is full or a value is
//! broken.
//!
//! | key | area | what |
//! | --- | --- | --- |
//! | `settings` | sync, and a copy in local | `settings::Settings` |
//! | `profile` | local | `profile::Profile` |
//! | `profile_before` | local | the profile before the last change: the way back from a broken value |
//! | `events` | local | a list of `engine::Event`, from samples and (later) sources |
//! | `today` | local | `YYYY-MM-DD`: a day for demonstrations and tests; shown as a sample. Not set: the real day |
//! | `log_head` | local | `Head`: which pages the log has |
//! | `log_N` | local | `PAGE` lines of the decision log |
//! | `requests` | local | a list of `protocol::RequestLine` (none is ever made in this version) |
//! | `welcomed` | local | onboarding was opened |

use super::log::{self, MOST};
use crate::browser::storage::{self, Area};
use crate::browser::value::{from_js, to_js};
use crate::engine::Event;
use crate::profile::Profile;
use crate::protocol::{LogEntry, RequestLine};
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Lines of the log in one stored value: what one new line rewrites.
const PAGE: usize = 100;

/// Longest stored list that is taken.
const MAX_EVENTS: usize = 2_000;

/// Which pages of the log are there: `first..next`, the last one possibly not full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    first: u32,
    next: u32,
}

/// Everything that was stored, read once when the worker starts.
#[derive(Debug, Default)]
pub struct Kept {
    pub settings: Settings,
    pub profile: Profile,
    pub events: Vec<Event>,
    pub today: Option<String>,
}

/// Reads what a worker needs before it judges. Broken values fall back to the last good ones, or to the defaults.
pub async fn load() -> Kept {
    let synced = storage::get(Area::Sync, &["settings"]).await.ok().and_then(|values| values.into_iter().next());
    let names = ["settings", "profile", "profile_before", "events", "today"];
    let local = storage::get(Area::Local, &names).await.unwrap_or_default();
    let mut local = local.into_iter();
    let mut next = || local.next().unwrap_or(JsValue::UNDEFINED);
    let (copy, profile, before, events, today) = (next(), next(), next(), next(), next());
    let settings = synced.and_then(from_js).or_else(|| from_js(copy));
    let sound = |value: JsValue| from_js::<Profile>(value).filter(|profile| profile.problem().is_none());
    let mut events: Vec<Event> = from_js(events).unwrap_or_default();
    events.truncate(MAX_EVENTS);
    Kept {
        settings: settings.unwrap_or_default(),
        profile: sound(profile).or_else(|| sound(before)).unwrap_or_default(),
        events,
        today: today.as_string().filter(|day| day.len() == 10),
    }
}

/// In the account's storage and on this computer: one of them is enough.
pub async fn save_settings(settings: &Settings) -> Result<(), JsValue> {
    let value = to_js(settings)?;
    let here = storage::set(Area::Local, &[("settings", value.clone())]).await;
    let synced = storage::set(Area::Sync, &[("settings", value)]).await;
    here.or(synced)
}

/// The new profile and the one before it, together or not at all.
pub async fn save_profile(profile: &Profile, before: &Profile) -> Result<(), JsValue> {
    storage::set(Area::Local, &[("profile", to_js(profile)?), ("profile_before", to_js(before)?)]).await
}

pub async fn requests() -> Vec<RequestLine> {
    let found = storage::get(Area::Local, &["requests"]).await.unwrap_or_default();
    found.into_iter().next().and_then(from_js).unwrap_or_default()
}

/// Whether onboarding was opened before; from now on it was.
pub async fn welcomed() -> bool {
    let found = storage::get(Area::Local, &["welcomed"]).await.unwrap_or_default();
    let before = found.first().is_some_and(JsValue::is_truthy);
    if !before {
        // Not kept: the page opens once more after the next update, no harm done.
        let _ = storage::set(Area::Local, &[("welcomed", JsValue::TRUE)]).await;
    }
    before
}

/// The stored log, with the lines that could not be stored yet.
#[derive(Debug, Default)]
pub struct Log {
    head: Head,
    /// The lines of the last page.
    tail: Vec<LogEntry>,
    /// Lines of the tail that storage does not have: it was full.
    unsaved: bool,
    loaded: bool,
}

fn page_name(number: u32) -> String {
    format!("log_{number}")
}

impl Log {
    async fn load(&mut self) {
        if self.loaded {
            return;
        }
        self.loaded = true;
        let head = storage::get(Area::Local, &["log_head"]).await.unwrap_or_default();
        self.head = head.into_iter().next().and_then(from_js).unwrap_or_default();
        if self.head.next > self.head.first {
            let name = page_name(self.head.next - 1);
            let page = storage::get(Area::Local, &[&name]).await.unwrap_or_default();
            self.tail = page.into_iter().next().and_then(from_js).unwrap_or_default();
        }
    }

    /// Adds a line. False: it is kept in memory only, storage is full; the next line tries again.
    pub async fn append(&mut self, entry: LogEntry) -> bool {
        self.load().await;
        let entry = log::append(self.tail.last(), entry);
        // A full page is left behind only once storage has it.
        if (self.tail.len() >= PAGE && !self.unsaved) || self.head.next == self.head.first {
            self.head.next += 1;
            self.tail.clear();
        }
        self.tail.push(entry);
        let mut dropped = Vec::new();
        while (self.head.next - self.head.first) as usize * PAGE > MOST + PAGE {
            dropped.push(page_name(self.head.first));
            self.head.first += 1;
        }
        self.unsaved = self.save().await.is_err();
        if !self.unsaved && !dropped.is_empty() {
            let names: Vec<&str> = dropped.iter().map(String::as_str).collect();
            // Left behind, they take room but are read by nobody.
            let _ = storage::remove(Area::Local, &names).await;
        }
        !self.unsaved
    }

    async fn save(&self) -> Result<(), JsValue> {
        let name = page_name(self.head.next.saturating_sub(1));
        storage::set(Area::Local, &[(&name, to_js(&self.tail)?), ("log_head", to_js(&self.head)?)]).await
    }

    /// Whether storage has every line.
    pub fn saved(&self) -> bool {
        !self.unsaved
    }

    /// Every line, oldest first.
    pub async fn all(&mut self) -> Vec<LogEntry> {
        self.load().await;
        if self.head.next == self.head.first {
            return Vec::new();
        }
        let names: Vec<String> = (self.head.first..self.head.next - 1).map(page_name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let pages = storage::get(Area::Local, &names).await.unwrap_or_default();
        let read = |page: JsValue| from_js::<Vec<LogEntry>>(page).unwrap_or_default();
        pages.into_iter().flat_map(read).chain(self.tail.iter().cloned()).collect()
    }

    pub async fn clear(&mut self) -> Result<(), JsValue> {
        self.load().await;
        let names: Vec<String> = (self.head.first..self.head.next).map(page_name).collect();
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        names.push("log_head");
        storage::remove(Area::Local, &names).await?;
        *self = Log { loaded: true, ..Log::default() };
        Ok(())
    }
}
