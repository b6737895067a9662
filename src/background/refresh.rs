//! Feeds: asked when they are due, read, joined with what is known; what follows goes to the judge.
//!
//! Off until a person switches one on. A feed that fails keeps its last good lines with their age; it never says
//! "all clear".

use super::samples::Samples;
use super::schedule::{Feed, Health, Outcome, host_of};
use super::state::{State, now};
use super::{Event, mood, store};
use crate::browser::api::call;
use crate::browser::fetch::{self, Got};
use crate::browser::storage::{self, Area};
use crate::browser::value::{from_js, object, to_js};
use crate::context::{self, Day, SensitiveContext, Watch};
use crate::engine;
use crate::protocol::{Mark, RequestLine, SourceLine};
use crate::sources::{self, Family, Standing};
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// The alarm that wakes us to look which feed is due.
pub const ALARM: &str = "feeds";
const EVERY_MINUTES: f64 = 5.0;
/// Most events that are handed to the judge.
const MAX_EVENTS: usize = 100;
/// Lines of the ledger that are kept.
const MAX_LEDGER: usize = 500;

/// What is known of the feeds. Read from storage at the first use.
#[derive(Default)]
pub struct Feeds {
    read: bool,
    health: BTreeMap<String, Health>,
    pub(super) watch: Watch,
    /// Requests that are out.
    flying: BTreeSet<String>,
    pub(super) samples: Samples,
    /// A sample is out.
    pub(super) sampling: bool,
}

impl Feeds {
    async fn load(&mut self) {
        if self.read {
            return;
        }
        let found = storage::get(Area::Local, &["feed_health", "watch", "samples"]).await.unwrap_or_default();
        let mut found = found.into_iter();
        let mut next = || found.next().unwrap_or(JsValue::UNDEFINED);
        self.health = from_js(next()).unwrap_or_default();
        // Broken or of another version: the next answers fill it again.
        let watch = next().as_string().and_then(|text| serde_json::from_str(&text).ok());
        self.watch = watch.unwrap_or_default();
        self.samples = from_js(next()).unwrap_or_default();
        self.read = true;
    }

    async fn keep_health(&self) {
        if let Ok(value) = to_js(&self.health) {
            // No room: the next worker asks again, no sooner than a fresh one would.
            let _ = storage::set(Area::Local, &[("feed_health", value)]).await;
        }
    }
}

/// The feeds that are switched on and that we know.
pub(super) fn on(state: &State) -> Vec<Feed> {
    state.settings.feeds.iter().filter_map(|key| Feed::parse(key)).collect()
}

/// Sets or takes away the alarm. Called at the start and whenever a switch was moved.
pub async fn schedule(state: &State) {
    // A browser without alarms asks when a page is opened, and else never.
    let _ = if on(state).is_empty() {
        call(&["alarms", "clear"], &[ALARM.into()]).await
    } else {
        match call(&["alarms", "get"], &[ALARM.into()]).await {
            Ok(there) if there.is_truthy() => Ok(there),
            _ => {
                let options = object(&[("periodInMinutes", EVERY_MINUTES.into()), ("delayInMinutes", 0.5.into())]);
                call(&["alarms", "create"], &[ALARM.into(), options]).await
            }
        }
    };
}

/// Asks every feed that is due. The answers come as events: a draft never waits for a server.
pub async fn refresh(state: &mut State) {
    let feeds = on(state);
    if feeds.is_empty() {
        return;
    }
    state.feeds.load().await;
    let at = now();
    let mut out = Vec::new();
    for feed in feeds {
        let health = state.feeds.health.entry(feed.key.clone()).or_default();
        if !health.is_due(feed.source.minutes, at) || state.feeds.flying.contains(&feed.key) {
            continue;
        }
        let origins = [JsValue::from(feed.pattern())].into_iter().collect::<js_sys::Array>();
        let asked = call(&["permissions", "contains"], &[object(&[("origins", origins.into())])]).await;
        if !asked.is_ok_and(|open| open.is_truthy()) {
            health.settle(feed.source.minutes, Outcome::Closed, at, 0.5);
            continue;
        }
        health.begin(feed.source.minutes, at);
        let conditions = (health.etag.clone(), health.modified.clone());
        out.push((feed, conditions));
    }
    // Before anything goes out: a worker that is killed now must not ask again at once.
    state.feeds.keep_health().await;
    for (feed, (etag, modified)) in out {
        state.feeds.flying.insert(feed.key.clone());
        let events = state.events();
        spawn_local(async move {
            let mut headers: Vec<(&str, &str)> = Vec::new();
            if !etag.is_empty() {
                headers.push(("If-None-Match", &etag));
            } else if !modified.is_empty() {
                headers.push(("If-Modified-Since", &modified));
            }
            if feed.source.family == Family::Wikipedia {
                headers.push(("Api-User-Agent", concat!("Nunchi/", env!("CARGO_PKG_VERSION"), " (browser extension)")));
            }
            let address = feed.address(at);
            let got = fetch::get(&address, &headers).await;
            // The list lives as long as we do.
            let _ = events.unbounded_send(Event::Fetched { key: feed.key, address, got });
        });
    }
    told(state).await;
    mood::look(state).await;
}

/// Puts a request into the list that a person can read.
pub(super) async fn note(address: &str, got: &Result<Got, String>, purpose: String) {
    let line = RequestLine {
        time: String::from(js_sys::Date::new_0().to_iso_string()),
        address: address.to_string(),
        status: got.as_ref().map_or(0, |got| got.status),
        bytes: got.as_ref().map_or(0, |got| got.bytes.len() as u32),
        purpose,
    };
    store::add_request(line, MAX_LEDGER).await;
}

/// An answer came, or none.
pub async fn fetched(state: &mut State, key: &str, address: String, got: Result<Got, String>) {
    state.feeds.flying.remove(key);
    let Some(feed) = Feed::parse(key) else { return };
    state.feeds.load().await;
    let at = now();
    note(&address, &got, feed.name()).await;
    // Switched off while the request was out: its answer is not used.
    if !state.settings.feeds.contains(key) {
        return;
    }
    let outcome = match answer(&address, got) {
        Err(outcome) => outcome,
        Ok(got) => match feed.source.parse(&got.bytes, &got.content_type, fetch::decode) {
            Ok(mut items) => {
                // Only a server that a person named is asked more about what it lists.
                if feed.source.family == Family::Mastodon {
                    items.iter_mut().for_each(|item| item.host = host_of(&address).to_string());
                }
                state.feeds.watch.take(feed.source, &items, at);
                Outcome::Read { items: items.len() as u32, etag: got.etag, modified: got.modified }
            }
            Err(wrong) => Outcome::Failed(wrong.to_string()),
        },
    };
    let read = matches!(outcome, Outcome::Read { .. });
    let health = state.feeds.health.entry(key.to_string()).or_default();
    health.settle(feed.source.minutes, outcome, at, js_sys::Math::random());
    state.feeds.keep_health().await;
    if read {
        keep_watch(state).await;
        told(state).await;
    }
    mood::look(state).await;
}

/// An answer that can be read, or what became of the request.
pub(super) fn answer(address: &str, got: Result<Got, String>) -> Result<Got, Outcome> {
    match got {
        Err(problem) => Err(Outcome::Failed(problem)),
        Ok(got) if got.status == 304 => Err(Outcome::Unchanged),
        Ok(got) if got.status != 200 => Err(Outcome::Refused { status: got.status, retry: got.retry_after }),
        Ok(got) if host_of(&got.address) != host_of(address) => {
            Err(Outcome::Failed(format!("redirected to {}", host_of(&got.address))))
        }
        Ok(got) => Ok(got),
    }
}

/// What matters of all that goes on: crises, and what more than one source tells of.
pub(super) fn matters(event: &SensitiveContext) -> bool {
    let sources: BTreeSet<&str> = event.evidence.iter().map(|proof| proof.source.as_str()).collect();
    event.crisis || event.gravity > 0 && sources.len() >= 2
}

/// Hands the events of the moment to the judge; open drafts are judged again if any changed.
async fn told(state: &mut State) {
    let at = now();
    let day = Day::from_count((at / 86_400_000.0).floor() as i32);
    let days = context::on(day, &state.settings.regions);
    let all = state.feeds.watch.events(at, &days);
    let events: Vec<engine::Event> =
        all.iter().filter(|event| matters(event)).take(MAX_EVENTS).map(SensitiveContext::event).collect();
    if !state.judge.feeds_tell(events.clone()) {
        return;
    }
    if let Ok(value) = to_js(&events) {
        // For the next worker, until the feeds answer again.
        let _ = storage::set(Area::Local, &[("feed_events", value)]).await;
    }
    state.changed().await;
}

/// Everything that the feeds tell, gravest first, and what a person called none of ours.
pub async fn all(state: &mut State) -> (Vec<SensitiveContext>, Vec<SensitiveContext>) {
    read(state).await;
    let at = now();
    let day = Day::from_count((at / 86_400_000.0).floor() as i32);
    let days = context::on(day, &state.settings.regions);
    state.feeds.watch.shown(at, &days)
}

/// What a person says of an event.
pub async fn mark(state: &mut State, id: &str, mark: Mark) {
    state.feeds.load().await;
    let watch = &mut state.feeds.watch;
    match mark {
        Mark::Pin if watch.has(id) => drop(watch.pinned.insert(id.to_string())),
        Mark::Mute if watch.has(id) => drop(watch.muted.insert(id.to_string())),
        Mark::Unpin => drop(watch.pinned.remove(id)),
        Mark::Unmute => drop(watch.muted.remove(id)),
        Mark::Pin | Mark::Mute => return,
    }
    keep_watch(state).await;
    told(state).await;
}

pub(super) async fn keep_watch(state: &State) {
    if let Ok(text) = serde_json::to_string(&state.feeds.watch) {
        // No room: the feeds tell it again.
        let _ = storage::set(Area::Local, &[("watch", text.into())]).await;
    }
}

/// A switch was moved: what was switched off is forgotten, what was switched on is asked.
pub async fn switched(state: &mut State) {
    state.feeds.load().await;
    let keys: BTreeSet<String> = state.settings.feeds.clone();
    state.feeds.health.retain(|key, _| keys.contains(key));
    let used: BTreeSet<&str> = on(state).iter().map(|feed| feed.source.id).collect();
    let gone = sources::ALL.iter().map(|source| source.id).filter(|id| !used.contains(id)).collect();
    state.feeds.watch.without(&gone);
    told(state).await;
    mood::switched(state).await;
    if keys.is_empty() {
        state.feeds.watch = Watch::default();
        let _ = storage::remove(Area::Local, &["watch", "feed_health", "feed_events", "samples"]).await;
    }
    schedule(state).await;
    refresh(state).await;
}

/// Reads from storage how the feeds do, if any is on.
pub async fn read(state: &mut State) {
    if !state.settings.feeds.is_empty() {
        state.feeds.load().await;
    }
}

/// The names of the feeds that are on and have not answered well for a while.
pub fn silent(state: &State) -> Vec<String> {
    let silent = |feed: &Feed| {
        state.feeds.health.get(&feed.key).is_none_or(|health| health.is_silent(feed.source.minutes, now()))
    };
    on(state).iter().filter(|feed| silent(feed)).map(Feed::name).collect()
}

/// Every source with its switch and how it does, as the options page lists them.
pub async fn lines(state: &mut State) -> Vec<SourceLine> {
    state.feeds.load().await;
    let line = |key: &str, feed: Option<&Feed>, source: &'static sources::Source, on: bool| {
        let health = state.feeds.health.get(key).cloned().unwrap_or_default();
        SourceLine {
            key: key.to_string(),
            name: feed.map_or_else(|| source.name.to_string(), Feed::name),
            family: source.family.name().to_string(),
            unofficial: source.standing == Standing::Unofficial,
            permission: feed.map_or_else(|| source.permission.to_string(), Feed::pattern),
            address: feed.map_or_else(|| source.address.to_string(), |feed| feed.address(now())),
            terms: source.terms.to_string(),
            on,
            needs_place: source.permission.is_empty(),
            good: health.good,
            problem: health.problem,
            items: health.items,
        }
    };
    let mut out = Vec::new();
    for source in sources::ALL {
        let switched = state.settings.feeds.contains(source.id);
        out.push(line(source.id, None, source, switched));
        // Those with a place stand behind their source.
        for feed in on(state).iter().filter(|feed| feed.source.id == source.id && feed.key != source.id) {
            out.push(line(&feed.key, Some(feed), source, true));
        }
    }
    out
}
