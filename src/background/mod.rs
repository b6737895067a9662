//! The background: one list of events, one loop. Everything that lasts is in storage; a worker may be killed anywhere.

pub mod admin;
pub mod book;
pub mod log;
#[cfg(feature = "archive")]
pub mod past;
#[cfg(feature = "feeds")]
pub mod samples;
#[cfg(feature = "feeds")]
pub mod schedule;
pub mod track;

#[cfg(feature = "background")]
mod advice;
#[cfg(feature = "background")]
mod answer;
#[cfg(feature = "background")]
mod asleep;
#[cfg(feature = "background")]
mod brands;
#[cfg(feature = "background")]
mod hear;
#[cfg(feature = "background")]
mod judge;
#[cfg(feature = "background")]
mod mood;
#[cfg(feature = "background")]
mod page_trends;
#[cfg(feature = "background")]
mod pick;
#[cfg(feature = "background")]
mod ports;
#[cfg(feature = "background")]
mod refresh;
#[cfg(feature = "background")]
mod remember;
#[cfg(feature = "background")]
mod servers;
#[cfg(feature = "background")]
mod state;
#[cfg(feature = "background")]
mod store;
#[cfg(feature = "background")]
mod today;

#[cfg(feature = "background")]
pub use start::start;

#[cfg(feature = "background")]
mod start {
    use super::asleep::Place;
    use super::ports::Line;
    use super::samples::Next;
    use super::state::State;
    use super::{answer, hear, mood, page_trends, pick, refresh, remember, servers, store};
    use crate::browser::api::{call, listen, value};
    use crate::browser::fetch::Got;
    use crate::browser::value::{field, from_js, object, to_js};
    use crate::protocol::{FromContent, FromPage, FromPicker, PORT, PickerSays, TrendsSay};
    use futures_channel::mpsc::{UnboundedSender, unbounded};
    use futures_util::{FutureExt, StreamExt};
    use js_sys::Function;
    use std::pin::pin;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::spawn_local;

    /// Everything that can happen to the background, in the order in which it happened.
    pub enum Event {
        /// A content script opened a line.
        Opened {
            line: u32,
            port: Line,
        },
        Said {
            line: u32,
            message: JsValue,
        },
        Ended {
            line: u32,
        },
        /// A page that the last worker knew is no longer there.
        Left {
            place: Place,
        },
        /// A page of ours asks; the function takes the answer.
        Asked {
            question: FromPage,
            answer: Function,
        },
        /// A script of ours in the page of this host says something of what a person points at.
        Pointed {
            host: String,
            said: FromPicker,
            answer: Function,
        },
        /// `trends.js` read the box of trends of a page.
        Trends {
            entries: Vec<String>,
        },
        Installed,
        /// A person granted or withdrew a server.
        Servers,
        /// A pause ended, or feeds may be due.
        Alarm {
            name: String,
        },
        /// What a feed answered, asked at `address`.
        Fetched {
            key: String,
            address: String,
            got: Result<Got, String>,
        },
        /// What a server answered that was asked for a sample of posts.
        Sampled {
            next: Box<Next>,
            address: String,
            got: Result<Got, String>,
        },
        /// Settings, profile, events or the day were written, perhaps by somebody else.
        Stored,
        /// The past posts wait to be read from storage.
        Remember,
        /// One more page of past posts waits to be read for claims.
        Reread,
        Command {
            name: String,
            tab: Option<i32>,
        },
    }

    /// Starts. The listeners are there when this returns; what comes before storage was read waits in the list.
    pub fn start() {
        let (sender, events) = unbounded();
        listeners(&sender);
        spawn_local(async move {
            let mut state = State::load(sender).await;
            // Behind what woke us: a draft does not wait for what was posted before.
            let _ = state.events().unbounded_send(Event::Remember);
            state.missing();
            refresh::schedule(&state).await;
            let mut events = pin!(events.peekable());
            while let Some(event) = events.next().await {
                handle(&mut state, event).await;
                // Only when nobody waits: an answer comes first.
                if events.as_mut().peek().now_or_never().is_none() {
                    state.keep().await;
                }
            }
        });
    }

    fn listeners(sender: &UnboundedSender<Event>) {
        let quiet = |send: Box<dyn Fn(JsValue, JsValue)>| {
            move |first: JsValue, second: JsValue, _: JsValue| {
                send(first, second);
                JsValue::UNDEFINED
            }
        };
        // The list lives as long as the program: sending to it cannot fail.
        let send = |sender: &UnboundedSender<Event>, event: Event| drop(sender.unbounded_send(event));

        let (to, lines) = (sender.clone(), std::cell::Cell::new(0));
        let connect = move |port: JsValue, _: JsValue| {
            let ours = field(&field(&port, "sender"), "id") == value(&["runtime", "id"]);
            if ours && field(&port, "name").as_string().as_deref() == Some(PORT) {
                let line = lines.get() + 1;
                lines.set(line);
                // Heard from now on: what is said before somebody listens is lost, and storage is still being read.
                let (heard, ended) = (to.clone(), to.clone());
                let heard = move |message| send(&heard, Event::Said { line, message });
                let port = Line::open(port, heard, move || send(&ended, Event::Ended { line }));
                send(&to, Event::Opened { line, port });
            }
        };
        listen(&["runtime", "onConnect"], quiet(Box::new(connect)));

        let to = sender.clone();
        listen(&["runtime", "onMessage"], move |message, from, answer| {
            let Ok(answer) = answer.dyn_into() else { return JsValue::FALSE };
            if let Some(PickerSays { picker: said }) = from_js(message.clone()) {
                let Some(host) = pick::host_of(&from) else { return JsValue::FALSE };
                send(&to, Event::Pointed { host, said, answer });
                return JsValue::TRUE;
            }
            if let Some(TrendsSay { trends: entries }) = from_js(message.clone()) {
                if pick::host_of(&from).is_some_and(|host| host == page_trends::HOST) {
                    send(&to, Event::Trends { entries });
                }
                return JsValue::FALSE;
            }
            let Some(question) = from_js(message) else { return JsValue::FALSE };
            if !is_our_page(&from) {
                return JsValue::FALSE;
            }
            send(&to, Event::Asked { question, answer });
            JsValue::TRUE
        });

        let to = sender.clone();
        listen(&["runtime", "onInstalled"], quiet(Box::new(move |_, _| send(&to, Event::Installed))));
        for name in ["onAdded", "onRemoved"] {
            let to = sender.clone();
            listen(&["permissions", name], quiet(Box::new(move |_, _| send(&to, Event::Servers))));
        }
        let to = sender.clone();
        let alarm = move |alarm: JsValue, _: JsValue| {
            send(&to, Event::Alarm { name: field(&alarm, "name").as_string().unwrap_or_default() });
        };
        listen(&["alarms", "onAlarm"], quiet(Box::new(alarm)));
        let to = sender.clone();
        let stored = move |changes: JsValue, _: JsValue| {
            if ["settings", "brands", "profile", "events", "own_events", "today", "lockedChecks", "logText"]
                .iter()
                .any(|name| !field(&changes, name).is_undefined())
            {
                send(&to, Event::Stored);
            }
        };
        listen(&["storage", "onChanged"], quiet(Box::new(stored)));
        let to = sender.clone();
        let command = move |name: JsValue, tab: JsValue| {
            let tab = field(&tab, "id").as_f64().map(|id| id as i32);
            send(&to, Event::Command { name: name.as_string().unwrap_or_default(), tab });
        };
        listen(&["commands", "onCommand"], quiet(Box::new(command)));
    }

    /// Popup, options and onboarding; never a content script, whose address is that of its page.
    fn is_our_page(from: &JsValue) -> bool {
        let own = field(from, "id") == value(&["runtime", "id"]);
        let address = field(from, "url").as_string().unwrap_or_default();
        let origin = field(&js_sys::global(), "location");
        let base = field(&origin, "origin").as_string().unwrap_or_default();
        own && !base.is_empty() && address.strip_prefix(&base).is_some_and(|rest| rest.starts_with('/'))
    }

    async fn handle(state: &mut State, event: Event) {
        match event {
            Event::Opened { line, port } => drop(state.lines.insert(line, port)),
            Event::Said { line, message } => {
                // A message of another version of ourselves, or none of ours.
                if let Some(message) = from_js::<FromContent>(message) {
                    hear::hear(state, line, message).await;
                }
            }
            Event::Ended { line } => hear::ended(state, line).await,
            Event::Left { place } => hear::left(state, place, None).await,
            Event::Asked { question, answer } => {
                let said = answer::answer(state, question).await;
                if let Ok(said) = to_js(&said) {
                    // The page was closed meanwhile: nobody waits.
                    let _ = answer.call1(&JsValue::NULL, &said);
                }
            }
            Event::Pointed { host, said, answer } => {
                let said = pick::answer(state, host, said).await;
                if let Ok(said) = to_js(&said) {
                    // The page was left meanwhile: nobody waits.
                    let _ = answer.call1(&JsValue::NULL, &said);
                }
            }
            Event::Trends { entries } => page_trends::heard(state, &entries).await,
            Event::Installed => {
                // A browser without this event or right is told nothing.
                let _ = servers::register(&state.settings).await;
                if !store::welcomed().await {
                    let page = object(&[("url", "onboarding.html".into())]);
                    let _ = call(&["tabs", "create"], &[page]).await;
                }
            }
            Event::Servers => {
                // A browser that refuses tries again at the next change.
                let _ = servers::register(&state.settings).await;
                pick::begin().await;
            }
            Event::Alarm { name } if name == refresh::ALARM => refresh::refresh(state).await,
            Event::Alarm { .. } => state.changed().await,
            Event::Fetched { key, address, got } => refresh::fetched(state, &key, address, got).await,
            Event::Sampled { next, address, got } => mood::sampled(state, *next, address, got).await,
            Event::Stored => state.reload().await,
            Event::Remember => remember::load(state).await,
            Event::Reread => remember::reread(state).await,
            Event::Command { name, tab } => state.command(&name, tab).await,
        }
    }
}
#[cfg(feature = "background")]
use start::Event;
