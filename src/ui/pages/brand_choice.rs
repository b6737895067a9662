//! Which brand is chosen, where there are several.

use super::shared::shared;
use crate::words;
use leptos::html;
use leptos::prelude::*;

/// A list to choose from. It shows what is true, not what was pressed: a refused choice springs back.
#[component]
pub fn BrandChoice() -> impl IntoView {
    let shared = shared();
    let lines = Memo::new(move |_| shared.status.with(|s| s.as_ref().map(|s| s.brands.clone()).unwrap_or_default()));
    let chosen = Memo::new(move |_| shared.status.with(|s| s.as_ref().map(|s| s.chosen).unwrap_or_default()));
    let node = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        shared.beat.track();
        lines.track();
        let id = chosen.get().to_string();
        if let Some(select) = node.get() {
            select.set_value(&id);
        }
    });
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            shared.choose(id);
        }
    };
    view! {
        <label class="visually-hidden" for="brand-choice">{shared.t(&words::POPUP_BRAND)}</label>
        <select id="brand-choice" node_ref=node on:change=choose>
            <For each=move || lines.get() key=|line| (line.id, line.name.clone()) let:line>
                <option value=line.id.to_string() selected=move || chosen.get() == line.id>{line.name}</option>
            </For>
        </select>
    }
}
