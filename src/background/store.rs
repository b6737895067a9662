//! What is kept, under which name, and how: nothing is lost when the worker is killed, the disk is full or a value is
//! broken.
//!
//! | key | area | what |
//! | --- | --- | --- |
//! | `settings` | sync, and a copy in local | `settings::Settings` |
//! | `settings_at` | sync and local | when that was, in ms since 1970: the later one counts |
//! | `brands` | local | `profile::brands::Brands`: every brand's profile, and which is chosen |
//! | `brands_before` | local | the brands before the last change: the way back from a broken value |
//! | `profile`, `profile_before` | local | the same of before there could be several; read once, then taken away |
//! | `silences` | local | the silences that a person has put away, each by its name |
//! | `events` | local | a list of `engine::Event`: samples |
//! | `own_events` | local | a list of `protocol::OwnEvent`: what a person put in by hand |
//! | `feed_events` | local | the same, as the feeds last told |
//! | `feed_health` | local | `schedule::Health` of each feed |
//! | `watch` | local | `context::Watch` as JSON: two days of lines |
//! | `today` | local | `YYYY-MM-DD`: a day for demonstrations and tests; shown as a sample. Not set: the real day |
//! | `log_head` | local | `book::Head`: which pages the log has |
//! | `log_N` | local | `book::PAGE` lines of the decision log |
//! | `log_waiting` | session | lines that `local` had no room for |
//! | `line_TAB_FRAME` | session | `asleep::Sleeper`: an open page, for the next worker |
//! | `page_trends` | session | `page_trends::PageTrends`: what a page of X showed as trends |
//! | `picking` | session | the tab and host where a person is about to point at a composer |
//! | `requests` | local | a list of `protocol::RequestLine`: every request to a feed |
//! | `welcomed` | local | onboarding was opened |
//! | `lockedChecks`, `logText` | managed | `admin::Admin` |

use super::admin::{Admin, NAMES};
use super::advice::MAX_HUSHED;
use super::book::{self, Book, Head};
use super::log;
use crate::browser::storage::{self, Area};
use crate::browser::value::{from_js, to_js};
use crate::engine::Event;
use crate::profile::Profile;
use crate::profile::brands::{Brands, Found, last_good};
use crate::protocol::{LogEntry, MAX_OWN, OwnEvent, RequestLine};
use crate::settings::Settings;
use wasm_bindgen::JsValue;

/// Longest stored list that is taken.
const MAX_EVENTS: usize = 2_000;

/// Everything that was stored, read once when the worker starts.
#[derive(Debug, Default)]
pub struct Kept {
    pub settings: Settings,
    pub brands: Brands,
    pub events: Vec<Event>,
    /// What the feeds told the last worker.
    pub told: Vec<Event>,
    pub today: Option<String>,
    pub own: Vec<OwnEvent>,
    /// The silences that were put away.
    pub hushed: Vec<String>,
    /// A value was there and broken.
    pub recovered: bool,
}

/// Reads what a worker needs before it judges. Broken values fall back to the last good ones, or to the defaults.
/// Err: storage does not answer.
pub async fn load() -> Result<Kept, JsValue> {
    let synced = storage::get(Area::Sync, &["settings", "settings_at"]).await.unwrap_or_default();
    let (old, going_on) = (["profile", "profile_before"], ["events", "today", "feed_events", "own_events", "silences"]);
    let names = [&["settings", "settings_at", "brands", "brands_before"][..], &old, &going_on].concat();
    let local = storage::get(Area::Local, &names).await?;
    let (mut local, mut synced) = (local.into_iter(), synced.into_iter());
    let (synced, first_broken) = stamped(&mut synced);
    let (copy, second_broken) = stamped(&mut local);
    let mut next = || local.next().unwrap_or(JsValue::UNDEFINED);
    let brands = [found(next(), Brands::is_sound), found(next(), Brands::is_sound)];
    let whole = |profile: &Profile| profile.problem().is_none();
    let (brands, third_broken) = last_good(brands, [found(next(), whole), found(next(), whole)]);
    let (events, today, told) = (next(), next(), next());
    let own: Vec<OwnEvent> = from_js(next()).unwrap_or_default();
    let mut hushed: Vec<String> = from_js(next()).unwrap_or_default();
    hushed.truncate(MAX_HUSHED);
    let recovered = first_broken || second_broken || third_broken;
    let mut events: Vec<Event> = from_js(events).unwrap_or_default();
    events.truncate(MAX_EVENTS);
    let mut told: Vec<Event> = from_js(told).unwrap_or_default();
    told.truncate(MAX_EVENTS);
    Ok(Kept {
        settings: newest(synced, copy),
        brands,
        events,
        told,
        today: today.as_string().filter(|day| day.len() == 10),
        own: own.into_iter().take(MAX_OWN).filter_map(OwnEvent::tidy).collect(),
        hushed,
        recovered,
    })
}

fn found<T: serde::de::DeserializeOwned>(value: JsValue, sound: impl Fn(&T) -> bool) -> Found<T> {
    match from_js(value.clone()).filter(sound) {
        Some(read) => Found::Sound(read),
        None if value.is_undefined() => Found::Nothing,
        None => Found::Broken,
    }
}

/// What an administrator set. Browsers without one answer with an error or with nothing.
pub async fn admin() -> Admin {
    let mut found = storage::get(Area::Managed, &NAMES).await.unwrap_or_default().into_iter();
    let mut next = || found.next().unwrap_or(JsValue::UNDEFINED);
    Admin { locked_checks: from_js(next()).unwrap_or_default(), log_text: next().as_bool() }
}

/// Settings and when they were stored, in ms since 1970 (0: nobody said); and whether they were there and broken.
fn stamped(values: &mut impl Iterator<Item = JsValue>) -> (Option<(Settings, f64)>, bool) {
    let mut next = || values.next().unwrap_or(JsValue::UNDEFINED);
    let (settings, at) = (next(), next());
    let there = !settings.is_undefined();
    let settings = from_js(settings).map(|settings| (settings, at.as_f64().unwrap_or(0.0)));
    let broken = there && settings.is_none();
    (settings, broken)
}

/// The account's settings, unless those on this computer were stored later: the account did not take them.
fn newest(synced: Option<(Settings, f64)>, here: Option<(Settings, f64)>) -> Settings {
    match (synced, here) {
        (Some(synced), Some(here)) if here.1 > synced.1 => here.0,
        (Some((settings, _)), _) | (None, Some((settings, _))) => settings,
        (None, None) => Settings::default(),
    }
}

/// In the account's storage and on this computer: one of them is enough.
pub async fn save_settings(settings: &Settings, now: f64) -> Result<(), JsValue> {
    let values = [("settings", to_js(settings)?), ("settings_at", now.into())];
    let here = storage::set(Area::Local, &values).await;
    let synced = storage::set(Area::Sync, &values).await;
    here.or(synced)
}

/// The brands and those before them, together or not at all.
pub async fn save_brands(brands: &Brands, before: &Brands) -> Result<(), JsValue> {
    storage::set(Area::Local, &[("brands", to_js(brands)?), ("brands_before", to_js(before)?)]).await?;
    // Left behind, it takes room but is read by nobody.
    let _ = storage::remove(Area::Local, &["profile", "profile_before"]).await;
    Ok(())
}

pub async fn save_own(own: &[OwnEvent]) -> Result<(), JsValue> {
    storage::set(Area::Local, &[("own_events", to_js(&own)?)]).await
}

pub async fn save_hushed(hushed: &[String]) -> Result<(), JsValue> {
    storage::set(Area::Local, &[("silences", to_js(&hushed)?)]).await
}

pub async fn requests() -> Vec<RequestLine> {
    let found = storage::get(Area::Local, &["requests"]).await.unwrap_or_default();
    found.into_iter().next().and_then(from_js).unwrap_or_default()
}

/// Puts a request into the ledger, which keeps the newest `most`.
pub async fn add_request(line: RequestLine, most: usize) {
    let mut lines = requests().await;
    lines.push(line);
    let old = lines.len().saturating_sub(most);
    if let Ok(lines) = to_js(&lines.split_off(old)) {
        // No room: the list lacks this line; the next one tries again.
        let _ = storage::set(Area::Local, &[("requests", lines)]).await;
    }
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
    /// None: not read yet, or storage did not answer.
    book: Option<Book>,
    /// Without number and hash until storage takes them.
    waiting: Vec<LogEntry>,
}

impl Log {
    /// Reads the end of the book and what waited when the last worker died. Err: storage does not answer; nothing is
    /// written then, for it would go over what is there.
    pub async fn load(&mut self) -> Result<(), JsValue> {
        if self.book.is_some() {
            return Ok(());
        }
        let found = storage::get(Area::Local, &["log_head"]).await?.into_iter().next().unwrap_or_default();
        let head = match from_js::<Head>(found.clone()).filter(|head| head.first <= head.next) {
            Some(head) => head,
            None if found.is_undefined() => Head::default(),
            None => Head::of(storage::all(Area::Local).await?.iter().filter_map(|(name, _)| book::page(name))),
        };
        let last = match head.last() {
            Some(page) => storage::get(Area::Local, &[&book::name(page)]).await?.into_iter().next().and_then(from_js),
            None => None,
        };
        self.book = Some(Book::open(head, last));
        let waited = storage::get(Area::Session, &["log_waiting"]).await.unwrap_or_default();
        let waited: Vec<LogEntry> = waited.into_iter().next().and_then(from_js).unwrap_or_default();
        self.waiting.splice(0..0, waited);
        Ok(())
    }

    /// Adds a line. Storage full: it waits, and every next line tries again.
    pub async fn append(&mut self, entry: LogEntry) {
        self.waiting.push(entry);
        self.flush().await;
    }

    /// Tries to store what waits.
    pub async fn flush(&mut self) {
        // What waited when the last worker died is found by reading.
        let _ = self.load().await;
        if !self.waiting.is_empty() && self.store().await.is_err() {
            // In memory only, but in the browser's: it outlives this worker.
            if let Ok(lines) = to_js(&self.waiting) {
                let _ = storage::set(Area::Session, &[("log_waiting", lines)]).await;
            }
        }
    }

    async fn store(&mut self) -> Result<(), JsValue> {
        self.load().await?;
        let Some(book) = &self.book else { return Ok(()) };
        let written = book.write(&self.waiting);
        let mut values = vec![("log_head".to_string(), to_js(&written.book.head)?)];
        for (page, lines) in &written.pages {
            values.push((book::name(*page), to_js(lines)?));
        }
        let values: Vec<(&str, JsValue)> = values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        storage::set(Area::Local, &values).await?;
        self.book = Some(written.book);
        self.waiting.clear();
        // Left behind, these take room but are read by nobody, and what is written is not written again.
        let _ = storage::remove(Area::Session, &["log_waiting"]).await;
        if !written.dropped.is_empty() {
            let names: Vec<String> = written.dropped.into_iter().map(book::name).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let _ = storage::remove(Area::Local, &names).await;
        }
        Ok(())
    }

    /// Whether storage has every line.
    pub fn saved(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Every line, oldest first, with those that wait.
    pub async fn all(&mut self) -> Result<Vec<LogEntry>, JsValue> {
        self.load().await?;
        let Some(book) = &self.book else { return Ok(Vec::new()) };
        let names: Vec<String> = (book.head.first..book.head.next.saturating_sub(1)).map(book::name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let pages = storage::get(Area::Local, &names).await?;
        // A broken page is a gap in the chain, which shows.
        let read = |page: JsValue| from_js::<Vec<LogEntry>>(page).unwrap_or_default();
        let mut all: Vec<LogEntry> = pages.into_iter().flat_map(read).chain(book.tail.iter().cloned()).collect();
        for line in &self.waiting {
            all.push(log::append(all.last(), line.clone()));
        }
        Ok(all)
    }

    pub async fn clear(&mut self) -> Result<(), JsValue> {
        let all = storage::all(Area::Local).await?;
        let mut names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        names.retain(|name| book::page(name).is_some() || *name == "log_head");
        storage::remove(Area::Local, &names).await?;
        let _ = storage::remove(Area::Session, &["log_waiting"]).await;
        *self = Log { book: Some(Book::default()), waiting: Vec::new() };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_the_account_refused_are_not_lost() {
        let of = |on, at| Some((Settings { hold_everything: on, ..Settings::default() }, at));
        assert!(newest(of(false, 1.0), of(true, 2.0)).hold_everything, "the account did not take the later one");
        assert!(newest(of(true, 3.0), of(false, 2.0)).hold_everything, "changed on another computer");
        assert!(newest(of(true, 0.0), of(false, 0.0)).hold_everything, "nobody said when");
        assert!(newest(None, of(true, 0.0)).hold_everything, "the account's are broken");
        assert!(newest(of(true, 0.0), None).hold_everything);
        assert_eq!(newest(None, None), Settings::default());
    }
}
