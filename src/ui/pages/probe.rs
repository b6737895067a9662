//! Popup: how this page's boxes and buttons are built, in a box to copy for a report. Nothing is sent anywhere.

use super::shared::shared;
use crate::browser::page;
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Probe() -> impl IntoView {
    let shared = shared();
    let told = RwSignal::new(None::<Option<String>>);
    let check = move |_| {
        let Some(tab) = shared.tab_now() else { return };
        spawn_local(async move { told.set(Some(page::probe(tab).await)) });
    };
    let result = move || {
        Some(match told.get()? {
            Some(text) => view! {
                <label class="stack">
                    {shared.t(&words::POPUP_PROBE_RESULT)}
                    <textarea id="probe-result" readonly rows="8" prop:value=text></textarea>
                </label>
            }
            .into_any(),
            None => view! { <p class="wrong" role="alert">{shared.t(&words::POPUP_PROBE_FAILED)}</p> }.into_any(),
        })
    };
    view! {
        <details class="fold">
            <summary><h2>{shared.t(&words::POPUP_PROBE)}</h2></summary>
            <div class="stack">
                <p class="soft">{shared.t(&words::POPUP_PROBE_ABOUT)}</p>
                <div class="row">
                    <button type="button" class="plain" id="probe" on:click=check>{shared.t(&words::POPUP_PROBE_RUN)}</button>
                </div>
                {result}
            </div>
        </details>
    }
}
