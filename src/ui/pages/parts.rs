//! The small controls that all pages are made of. Each one takes its state from a signal and hands changes back.

use super::shared::shared;
use crate::engine::Text;
use crate::words;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A labelled on/off switch. It shows what is true, not what was clicked: a refused change springs back.
#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    /// A second, quieter line; it describes the switch.
    #[prop(optional, into)]
    about: Option<Signal<String>>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] id: String,
    set: impl Fn(bool) + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        shared.beat.track();
        let on = on.get();
        if let Some(input) = node.get() {
            input.set_checked(on);
        }
    });
    let hint = format!("{id}-about");
    let described = about.map(|_| hint.clone());
    view! {
        <div class="switch">
            <label for=id.clone()>
                <span>{move || label.get()}</span>
                {about.map(|about| view! { <small id=hint>{move || about.get()}</small> })}
            </label>
            <input type="checkbox" role="switch" id=id aria-describedby=described node_ref=node
                on:change=move |event| set(event_target_checked(&event)) />
        </div>
    }
}

/// A small tick box in a table or list. `spoken` says the whole of it, where `label` alone would be heard out of place.
#[component]
pub fn Tick(
    label: String,
    spoken: String,
    #[prop(into)] on: Signal<bool>,
    set: impl Fn(bool) + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        shared.beat.track();
        let on = on.get();
        if let Some(input) = node.get() {
            input.set_checked(on);
        }
    });
    view! {
        <label class="tick">
            <input type="checkbox" aria-label=spoken node_ref=node on:change=move |event| set(event_target_checked(&event)) />
            <span>{label}</span>
        </label>
    }
}

/// One of a few, as radio buttons. `options`: value and words.
#[component]
pub fn Choice(
    legend: &'static Text,
    name: &'static str,
    options: Vec<(&'static str, &'static Text)>,
    #[prop(into)] value: Signal<&'static str>,
    set: impl Fn(&'static str) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let one = move |(option, words): (&'static str, &'static Text)| {
        let node = NodeRef::<html::Input>::new();
        Effect::new(move |_| {
            shared.beat.track();
            let chosen = value.get() == option;
            if let Some(input) = node.get() {
                input.set_checked(chosen);
            }
        });
        view! {
            <label>
                <input type="radio" name=name value=option node_ref=node on:change=move |_| set(option) />
                <span>{shared.t(words)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{shared.t(legend)}</legend>
            <div class="segments">{options.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
}

/// A labelled line or box of text. The element's own text is replaced only where it differs, so that a Korean
/// syllable being composed is left alone.
#[component]
pub fn Field(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] id: Signal<String>,
    #[prop(into)] value: Signal<String>,
    set: impl Fn(String) + Copy + Send + Sync + 'static,
    #[prop(optional, into)] about: Option<Signal<String>>,
    /// The sentence that says what is wrong here; empty: nothing is.
    #[prop(optional, into)]
    wrong: Signal<String>,
    /// More than one: a box.
    #[prop(default = 1)]
    rows: u32,
    #[prop(default = "text")] kind: &'static str,
) -> impl IntoView {
    let bad = move || !wrong.with(String::is_empty);
    let described = move || {
        let id = id.get();
        let error = bad().then(|| format!("{id}-wrong"));
        let hint = about.map(|_| format!("{id}-about"));
        let both: Vec<String> = error.into_iter().chain(hint).collect();
        (!both.is_empty()).then(|| both.join(" "))
    };
    let control = if rows > 1 {
        let node = NodeRef::<html::Textarea>::new();
        Effect::new(move |_| {
            let text = value.get();
            if let Some(area) = node.get().filter(|area| area.value() != text) {
                area.set_value(&text);
            }
        });
        view! {
            <textarea id=move || id.get() rows=rows node_ref=node aria-invalid=move || bad().then_some("true")
                aria-describedby=described on:input=move |event| set(event_target_value(&event))></textarea>
        }
        .into_any()
    } else {
        let node = NodeRef::<html::Input>::new();
        Effect::new(move |_| {
            let text = value.get();
            if let Some(input) = node.get().filter(|input| input.value() != text) {
                input.set_value(&text);
            }
        });
        view! {
            <input type=kind id=move || id.get() autocomplete="off" node_ref=node
                aria-invalid=move || bad().then_some("true") aria-describedby=described
                on:input=move |event| set(event_target_value(&event)) />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=move || id.get()>{move || label.get()}</label>
            {about.map(|about| view! { <small id=move || format!("{}-about", id.get())>{move || about.get()}</small> })}
            {control}
            <p class="wrong" id=move || format!("{}-wrong", id.get()) hidden=move || !bad()>{move || wrong.get()}</p>
        </div>
    }
}

/// A question before something that cannot be taken back. Opens when `open` turns true.
#[component]
pub fn Confirm(
    open: RwSignal<bool>,
    title: &'static Text,
    body: &'static Text,
    yes: &'static Text,
    then: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = open.get();
        if let Some(dialog) = node.get().filter(|dialog| dialog.open() != wanted) {
            if wanted {
                // Fails only for a dialog that is open or not in the page; this one is closed and in it.
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        open.set(false);
        then();
    };
    let id = title.key;
    view! {
        <dialog node_ref=node aria-labelledby=id aria-describedby=format!("{id}-body") on:close=move |_| open.set(false)>
            <form on:submit=submit>
                <h2 id=id>{shared.t(title)}</h2>
                <p id=format!("{id}-body")>{shared.t(body)}</p>
                <div class="row">
                    <button type="button" class="plain" autofocus on:click=move |_| open.set(false)>
                        {shared.t(&words::PAGES_CANCEL)}
                    </button>
                    <button type="submit" class="danger">{shared.t(yes)}</button>
                </div>
            </form>
        </dialog>
    }
}

/// Puts the focus on an element by its id once the page has been redrawn.
pub fn focus_later(id: impl Into<String>) {
    let id = id.into();
    set_timeout(
        move || {
            let found = document().get_element_by_id(&id);
            if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                open_around(&element);
                // An element that cannot take the focus leaves it where it was.
                let _ = element.focus();
            }
        },
        Duration::from_millis(30),
    );
}

/// Opens every folded part around an element: what is folded away cannot take the focus.
fn open_around(element: &HtmlElement) {
    let mut at = element.closest("details").ok().flatten();
    while let Some(details) = at {
        // A fixed attribute name is always accepted.
        let _ = details.set_attribute("open", "");
        at = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}
