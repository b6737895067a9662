//! Samples of public posts, for the mood of what goes on: asked when `samples` says so, read, kept with the story.

use super::Event;
use super::refresh::{self, answer, keep_watch, matters, note};
use super::samples::Next;
use super::schedule::{Outcome, host_of};
use super::state::{State, now};
use crate::browser::api::call;
use crate::browser::fetch::{self, Got};
use crate::browser::storage::{self, Area};
use crate::browser::value::{object, to_js};
use crate::context::{self, Day, Mood};
use crate::sources::Told;
use crate::words;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Asks for the next sample, if one is due and none is out. The answer comes as an event.
pub async fn look(state: &mut State) {
    let keys: Vec<String> = refresh::on(state).into_iter().map(|feed| feed.key).collect();
    if state.feeds.sampling || keys.is_empty() {
        return;
    }
    let at = now();
    let days = context::on(Day::from_count((at / 86_400_000.0).floor() as i32), &state.settings.regions);
    let mut events = state.feeds.watch.events(at, &days);
    events.retain(matters);
    let mut wanted = state.feeds.watch.listed(&events, at);
    for (_, listed) in &mut wanted {
        listed.retain(|one| keys.iter().any(|key| one.is_of(key)));
    }
    let Some(next) = state.feeds.samples.next(&wanted, at) else { return };
    let address = next.ask.address();
    state.feeds.samples.begin(&next, at);
    let origins: js_sys::Array = [JsValue::from(format!("https://{}/*", host_of(&address)))].into_iter().collect();
    let open = call(&["permissions", "contains"], &[object(&[("origins", origins.into())])]).await;
    if !open.is_ok_and(|open| open.is_truthy()) {
        state.feeds.samples.settle(&next, Err(Outcome::Closed), at, 0.5);
        return;
    }
    // Before it goes out: a worker that is killed now must not ask again at once.
    keep(state).await;
    state.feeds.sampling = true;
    let events = state.events();
    spawn_local(async move {
        let got = fetch::get(&address, &[]).await;
        // The list lives as long as we do.
        let _ = events.unbounded_send(Event::Sampled { next: Box::new(next), address, got });
    });
}

/// An answer came, or none.
pub async fn sampled(state: &mut State, next: Next, address: String, got: Result<Got, String>) {
    state.feeds.sampling = false;
    refresh::read(state).await;
    let at = now();
    let purpose = words::REQUEST_MOOD.fill(state.locale(), &[("name", host_of(&address))]);
    note(&address, &got, purpose).await;
    // Switched off while the request was out: its answer is not used.
    if !state.settings.feeds.iter().any(|key| next.listed.is_of(key)) {
        return;
    }
    let came = answer(&address, got).and_then(|got| {
        next.ask.read(&got.bytes, &got.content_type, fetch::decode).map_err(|wrong| Outcome::Failed(wrong.to_string()))
    });
    let chance = js_sys::Math::random();
    match came {
        Ok(told) => {
            state.feeds.samples.settle(&next, Ok(&told), at, chance);
            if let Told::Posts(posts) = &told
                && let Some(mood) = Mood::of(posts, next.listed.network(), at)
            {
                state.feeds.watch.feel(&next.story, mood);
                keep_watch(state).await;
            }
        }
        Err(outcome) => state.feeds.samples.settle(&next, Err(outcome), at, chance),
    }
    keep(state).await;
    look(state).await;
}

/// Switches were moved: what is of no feed that is on is forgotten.
pub async fn switched(state: &mut State) {
    let hosts: Vec<String> = refresh::on(state).iter().map(|feed| host_of(&feed.address(0.0)).to_string()).collect();
    state.feeds.samples.forget(|host| hosts.iter().any(|known| known == host), now());
    keep(state).await;
}

async fn keep(state: &State) {
    if let Ok(value) = to_js(&state.feeds.samples) {
        // No room: the next worker asks again, no sooner than a fresh one would.
        let _ = storage::set(Area::Local, &[("samples", value)]).await;
    }
}
