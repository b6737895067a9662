//! Options → files: everything out as one file, everything in from one, and back again if it was the wrong one.

use super::super::shared::{Shared, shared};
use crate::browser::page;
use crate::protocol::{Answer, FromPage};
use crate::words;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Larger files are not ours.
const MAX_FILE: f64 = 8.0 * 1024.0 * 1024.0;

/// Hands a text to the person and says how it went.
pub fn offer(shared: Shared, name: &str, text: &str) {
    let kind = if name.ends_with(".csv") { "text/csv;charset=utf-8" } else { "application/json" };
    let done = page::download(name, kind, text).is_ok();
    shared.tell(if done { &words::OPTIONS_FILE_SAVED } else { &words::OPTIONS_FILE_FAILED });
}

#[component]
pub fn Files() -> impl IntoView {
    let shared = shared();
    let node = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(String::new());
    // What was there before the last import.
    let before = RwSignal::new(None::<String>);

    let export = move |_| {
        spawn_local(async move {
            if let Some(Answer::File { name, text }) = shared.ask(FromPage::ExportAll).await {
                offer(shared, &name, &text);
            }
        });
    };
    let put = move |json: String, undo: Option<String>| async move {
        match shared.ask(FromPage::ImportAll { json }).await {
            Some(Answer::Status { .. }) => {
                wrong.set(String::new());
                shared.tell(if undo.is_some() { &words::OPTIONS_IMPORTED } else { &words::OPTIONS_IMPORT_UNDONE });
                before.set(undo);
                shared.refresh().await;
                shared.reload.update(|n| *n += 1);
            }
            Some(Answer::Refused { message, field }) => {
                wrong.set(if field.is_empty() || message.contains(&field) {
                    message
                } else {
                    format!("{field}: {message}")
                });
            }
            _ => wrong.set(words::OPTIONS_IMPORT_FAILED.get(shared.locale.get_untracked()).into()),
        }
    };
    let chosen = move |_| {
        let Some(input) = node.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            // Emptied, so that the same file can be chosen again after a correction.
            let read = if file.size() > MAX_FILE { None } else { JsFuture::from(file.text()).await.ok() };
            input.set_value("");
            let Some(json) = read.and_then(|text| text.as_string()) else {
                wrong.set(words::OPTIONS_IMPORT_UNREADABLE.get(shared.locale.get_untracked()).into());
                return;
            };
            let now = shared.ask(FromPage::ExportAll).await;
            let Some(Answer::File { text, .. }) = now else { return };
            put(json, Some(text)).await;
        });
    };
    let undo = move |_| {
        if let Some(json) = before.get_untracked() {
            spawn_local(put(json, None));
        }
    };
    view! {
        <div class="card stack">
            <div class="row">
                <button type="button" class="plain" on:click=export>{shared.t(&words::OPTIONS_EXPORT_ALL)}</button>
            </div>
            <div class="field">
                <label for="import">{shared.t(&words::OPTIONS_IMPORT)}</label>
                <small id="import-about">{shared.t(&words::OPTIONS_IMPORT_ABOUT)}</small>
                <input type="file" id="import" accept=".json,application/json" aria-describedby="import-about import-wrong"
                    node_ref=node on:change=chosen />
                <p class="wrong" id="import-wrong" role="alert">{move || wrong.get()}</p>
            </div>
            {move || before.get().is_some().then(|| view! {
                <div class="row"><button type="button" class="plain" id="undo-import" on:click=undo>{shared.t(&words::OPTIONS_IMPORT_UNDO)}</button></div>
            })}
        </div>
    }
}
