//! A person points at a composer: puts the picker into the page they asked for, and learns what it saw.

use super::servers;
use super::state::State;
use crate::browser::api::{call, value};
use crate::browser::storage::{self, Area};
use crate::browser::value::{field, object};
use crate::engine::Text;
use crate::protocol::{Answer, FromPicker, PickerWords};
use crate::settings::Change;
use crate::sites::learned::{self, Learned, Seen};
use crate::words;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// Where a picking waits. In the browser's memory: the worker may be killed while the person is asked or points.
const PICKING: &str = "picking";

/// Most candidates that the picker may call unique.
const MAX_UNIQUE: usize = 80;

/// The host of the page that a script of ours speaks from: the top page of a tab, over TLS. None: anything else.
pub fn host_of(from: &JsValue) -> Option<String> {
    let own = field(from, "id") == value(&["runtime", "id"]) && !field(from, "tab").is_undefined();
    let top = field(from, "frameId").as_f64() == Some(0.0);
    let address = field(from, "url").as_string()?;
    let host = address.strip_prefix("https://")?.split(['/', '?', '#', ':']).next()?.to_string();
    (own && top && learned::is_host(&host)).then_some(host)
}

/// The popup asked for a tab. The browser may still be asking the person whether we may go there.
pub async fn wanted(tab: i32, host: &str) {
    if !learned::is_host(host) {
        return;
    }
    let waits = object(&[("tab", tab.into()), ("host", host.into())]);
    // Not kept: the person presses again.
    let _ = storage::set(Area::Session, &[(PICKING, waits)]).await;
    begin().await;
}

async fn waiting() -> Option<(JsValue, String)> {
    let found = storage::get(Area::Session, &[PICKING]).await.ok()?.into_iter().next()?;
    Some((field(&found, "tab"), field(&found, "host").as_string()?))
}

/// Puts the picker into the page that waits for it, if its host is granted by now.
pub async fn begin() {
    let Some((tab, host)) = waiting().await else { return };
    let origin = object(&[("origins", Array::of1(&format!("https://{host}/*").into()).into())]);
    if !call(&["permissions", "contains"], &[origin]).await.is_ok_and(|granted| granted.is_truthy()) {
        return;
    }
    let order = object(&[("target", object(&[("tabId", tab)])), ("files", Array::of1(&"picker.js".into()).into())]);
    // The tab was closed, or shows another page by now: the person presses again.
    let _ = call(&["scripting", "executeScript"], &[order]).await;
}

pub async fn answer(state: &mut State, host: String, said: FromPicker) -> Answer {
    match said {
        FromPicker::Changed => {
            if state.settings.learned.get(&host).is_some_and(|learned| !learned.changed) {
                state.change(Change::PageChanged { host }).await;
            }
            Answer::Done
        }
        // Only where a person asked for it just now.
        _ if waiting().await.is_none_or(|(_, asked)| asked != host) => refused(state, &words::PICKER_FAILED),
        FromPicker::Begin => Answer::Picker { words: spoken(state) },
        FromPicker::Candidates { editor, submit } => {
            let all = |seen: &Seen| learned::candidates(seen).into_iter().map(|it| it.selector).collect();
            Answer::Candidates { editor: all(&editor), submit: all(&submit) }
        }
        FromPicker::Learn { editor, submit, mut unique, path, dialog } => {
            unique.truncate(MAX_UNIQUE);
            let Some(learned) = Learned::of(&editor, &submit, &unique, &path, dialog) else {
                return refused(state, &words::PICKER_UNSURE);
            };
            let change = Change::Learned { host: host.clone(), learned: Some(learned.clone()) };
            if !state.change(change).await {
                return refused(state, &words::BACKGROUND_NOT_KEPT);
            }
            if state.settings.learned.get(&host) != Some(&learned) {
                return refused(state, &words::PICKER_FULL);
            }
            let _ = storage::remove(Area::Session, &[PICKING]).await;
            match servers::register(&state.settings).await {
                Ok(()) => Answer::Done,
                Err(_) => refused(state, &words::PICKER_FAILED),
            }
        }
    }
}

fn refused(state: &State, text: &Text) -> Answer {
    Answer::Refused { message: text.fill(state.locale(), &[("detail", "")]), field: String::new() }
}

fn spoken(state: &State) -> PickerWords {
    let say = |text: &Text| text.get(state.locale()).to_string();
    PickerWords {
        r#box: say(&words::PICKER_BOX),
        button: say(&words::PICKER_BUTTON),
        no_box: say(&words::PICKER_NO_BOX),
        no_button: say(&words::PICKER_NO_BUTTON),
        done: say(&words::PICKER_DONE),
        failed: say(&words::PICKER_FAILED),
    }
}
