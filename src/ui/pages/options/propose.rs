//! Beginning with a policy page: the text is pasted, records are proposed with their sentences, and each is taken by hand.

use super::super::parts::{Field, focus_later};
use super::super::shared::shared;
use super::brand::Form;
use super::stance::position_words;
use crate::profile::{Stance, json};
use crate::protocol::{Answer, FromPage};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Propose() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let page = RwSignal::new(String::new());
    // None: nobody asked yet.
    let found: RwSignal<Option<Vec<Stance>>> = RwSignal::new(None);
    let ask = move |_| {
        spawn_local(async move {
            let text = page.get_untracked();
            let Some(Answer::Profile { json: text }) = shared.ask(FromPage::Propose { text }).await else { return };
            let stances = json::parse(&text).map(|profile| profile.stances).unwrap_or_default();
            let none = stances.is_empty();
            found.set(Some(stances));
            if none {
                shared.tell(&words::OPTIONS_PROPOSE_NONE);
            } else {
                focus_later("proposals");
            }
        });
    };
    let take = move |at: usize| {
        let Some(stance) = found.try_update(|all| all.as_mut().filter(|all| at < all.len()).map(|all| all.remove(at)))
        else {
            return;
        };
        if let Some(stance) = stance {
            form.editor.update(|editor| editor.take(stance));
            form.wrong.set(None);
            shared.tell(&words::OPTIONS_PROPOSE_TAKEN);
            focus_later("proposals");
        }
    };
    let one = move |(at, stance): (usize, Stance)| {
        let spoken = {
            let target = stance.target.clone();
            move || format!("{}: {target}", words::OPTIONS_PROPOSE_TAKE.get(shared.locale.get()))
        };
        let sentences = stance.statements.into_iter().map(|statement| view! { <li><q>{statement.text}</q></li> });
        view! {
            <li>
                <strong>{stance.target}</strong>
                " "
                <span class="tag">{shared.t(position_words(stance.position))}</span>
                <ul>{sentences.collect_view()}</ul>
                <button type="button" class="plain" aria-label=spoken on:click=move |_| take(at)>
                    {shared.t(&words::OPTIONS_PROPOSE_TAKE)}
                </button>
            </li>
        }
    };
    let list = move || {
        let all = found.get().filter(|all| !all.is_empty())?;
        Some(view! { <ul>{all.into_iter().enumerate().map(one).collect_view()}</ul> })
    };
    view! {
        <details class="fold">
            <summary><h3>{shared.t(&words::OPTIONS_PROPOSE)}</h3></summary>
            <div class="stack">
                <Field id="policy-page".to_string() rows=6 label=shared.label(&words::OPTIONS_PROPOSE_PAGE)
                    about=shared.label(&words::OPTIONS_PROPOSE_ABOUT) value=page set=move |text| page.set(text) />
                <div class="row">
                    <button type="button" class="plain" id="propose" on:click=ask
                        disabled=move || page.with(|text| text.trim().is_empty())>{shared.t(&words::OPTIONS_PROPOSE_ASK)}</button>
                </div>
                <div id="proposals" tabindex="-1">{list}</div>
            </div>
        </details>
    }
}
