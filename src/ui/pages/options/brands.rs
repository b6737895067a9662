//! Options → brand: the list of brands. Which one the form below shows, one more, one less, each as a file.

use super::super::parts::Confirm;
use super::super::shared::{Shared, shared};
use super::brand::Form;
use super::files::offer;
use crate::protocol::{Answer, BrandAct, BrandLine, FromPage};
use crate::words;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// The brand that the options show; 0: not known yet, that is the chosen one.
#[derive(Clone, Copy)]
pub struct Edited(pub RwSignal<u32>);

impl Edited {
    /// From the page's address, where a link came to one brand.
    pub fn provide() -> Edited {
        let asked = super::asked("brand").and_then(|id| id.parse().ok()).unwrap_or_default();
        let edited = Edited(RwSignal::new(asked));
        provide_context(edited);
        edited
    }

    /// The brand as it is called, where there are several.
    pub fn name(self, shared: Shared) -> Option<String> {
        let id = self.0.get();
        shared.status.with(|status| {
            let status = status.as_ref().filter(|status| status.brands.len() > 1)?;
            let id = if id == 0 { status.chosen } else { id };
            status.brands.iter().find(|brand| brand.id == id).map(|brand| brand.name.clone())
        })
    }
}

/// Longest file that is read, in bytes: a profile is smaller.
const MAX_FILE: f64 = 1024.0 * 1024.0;

#[component]
pub fn Brands() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let edited: Edited = expect_context();
    let lines = Memo::new(move |_| shared.status.with(|s| s.as_ref().map(|s| s.brands.clone()).unwrap_or_default()));
    let chosen = Memo::new(move |_| shared.status.with(|s| s.as_ref().map(|s| s.chosen).unwrap_or_default()));
    let removed = Memo::new(move |_| shared.status.with(|s| s.as_ref().and_then(|s| s.removed.clone())));
    let leaving = RwSignal::new(None::<u32>);
    let ask = RwSignal::new(false);
    let wrong = RwSignal::new(String::new());
    // A brand that was taken away, here or elsewhere, is not shown any more; the first answer says which is chosen.
    Effect::new(move |_| {
        let (all, now) = (lines.get(), edited.0.get());
        if !all.is_empty() && !all.iter().any(|line| line.id == now) {
            edited.0.set(chosen.get());
        }
    });
    let act = move |act: BrandAct, done: &'static crate::engine::Text| {
        // The form shows the brand that is chosen by it.
        let follow = matches!(act, BrandAct::Add { .. } | BrandAct::Restore);
        spawn_local(async move {
            match shared.ask(FromPage::Brand { act }).await {
                Some(Answer::Status { status }) => {
                    wrong.set(String::new());
                    if follow {
                        edited.0.set(status.chosen);
                    }
                    shared.tell(done);
                }
                Some(Answer::Refused { message, .. }) => wrong.set(message),
                _ => {}
            }
        });
    };
    // What was typed for one brand would be lost, or would be taken for another's.
    let clean = move || {
        let dirty = untrack(move || form.dirty());
        if dirty {
            wrong.set(words::BRANDS_UNSAVED.get(shared.locale.get_untracked()).into());
        }
        !dirty
    };
    let add = move |_| {
        if clean() {
            act(BrandAct::Add { json: "{}".into() }, &words::BRANDS_ADDED);
        }
    };
    let remove = move || {
        if let Some(brand) = leaving.get_untracked() {
            act(BrandAct::Remove { brand }, &words::BRANDS_REMOVED);
        }
    };
    let node = NodeRef::<html::Input>::new();
    let file = move |_| {
        let Some(input) = node.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)).filter(|_| clean()) else { return };
        spawn_local(async move {
            let read = if file.size() > MAX_FILE { None } else { JsFuture::from(file.text()).await.ok() };
            // Emptied, so that the same file can be chosen again after a correction.
            input.set_value("");
            match read.and_then(|text| text.as_string()) {
                Some(json) => act(BrandAct::Add { json }, &words::BRANDS_ADDED),
                None => wrong.set(words::OPTIONS_IMPORT_UNREADABLE.get(shared.locale.get_untracked()).into()),
            }
        });
    };
    let show = move |id: u32| {
        if edited.0.get_untracked() != id && clean() {
            wrong.set(String::new());
            edited.0.set(id);
        }
    };
    let leave = move |id: u32| {
        // Others can go while something is typed; what is typed goes with its own.
        leaving.set(Some(id));
        ask.set(true);
    };
    view! {
        <div class="card stack" id="brands">
            <h3>{shared.t(&words::BRANDS_TITLE)}</h3>
            <p class="soft">{shared.t(&words::BRANDS_ABOUT)}</p>
            <ul class="brands">
                <For each=move || lines.get() key=|line| (line.id, line.name.clone()) let:line>
                    <Row line=line chosen=chosen several=Signal::derive(move || lines.with(|all| all.len() > 1)) show=show leave=leave />
                </For>
            </ul>
            {move || removed.get().map(|name| view! {
                <div class="row" id="brand-removed">
                    <p class="soft">{words::BRANDS_CAN_COME_BACK.fill(shared.locale.get(), &[("brand", &name)])}</p>
                    <button type="button" class="plain" id="brand-restore"
                        on:click=move |_| if clean() { act(BrandAct::Restore, &words::BRANDS_RESTORED) }>
                        {shared.t(&words::BRANDS_RESTORE)}
                    </button>
                </div>
            })}
            <div class="row">
                <button type="button" class="plain" id="brand-add" on:click=add>{shared.t(&words::BRANDS_ADD)}</button>
            </div>
            <div class="field">
                <label for="brand-file">{shared.t(&words::BRANDS_ADD_FILE)}</label>
                <input type="file" id="brand-file" accept=".json,application/json" aria-describedby="brand-wrong"
                    node_ref=node on:change=file />
            </div>
            <p class="wrong" id="brand-wrong" role="alert">{move || wrong.get()}</p>
            <Confirm open=ask title=&words::BRANDS_REMOVE_TITLE body=&words::BRANDS_REMOVE_BODY
                yes=&words::BRANDS_REMOVE then=remove />
        </div>
    }
}

#[component]
fn Row(
    line: BrandLine,
    chosen: Memo<u32>,
    several: Signal<bool>,
    show: impl Fn(u32) + Copy + Send + Sync + 'static,
    leave: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let edited: Edited = expect_context();
    let BrandLine { id, name } = line;
    let heard = StoredValue::new(name.clone());
    // Begins with the words on the button: what a person sees can be said aloud to press it.
    let spoken = move |text: &'static crate::engine::Text| {
        move || heard.with_value(|name| format!("{}: {name}", text.get(shared.locale.get())))
    };
    let export = move |_| {
        spawn_local(async move {
            if let Some(Answer::Profile { json }) = shared.ask(FromPage::ProfileOf { brand: id }).await {
                offer(shared, &heard.with_value(|name| file_name(name)), &json);
            }
        });
    };
    view! {
        <li data-brand=id.to_string()>
            <p>
                <strong>{name}</strong>
                {move || (several.get() && chosen.get() == id).then(|| view! { <span class="tag">{shared.t(&words::BRANDS_CHOSEN)}</span> })}
                {move || (several.get() && edited.0.get() == id).then(|| view! { <span class="tag">{shared.t(&words::BRANDS_SHOWN)}</span> })}
            </p>
            <div class="row">
                {move || several.get().then(|| view! {
                    <button type="button" class="plain" data-do="show" aria-label=spoken(&words::BRANDS_SHOW)
                        on:click=move |_| show(id)>{shared.t(&words::BRANDS_SHOW)}</button>
                })}
                <button type="button" class="plain" data-do="export" aria-label=spoken(&words::BRANDS_EXPORT)
                    on:click=export>{shared.t(&words::BRANDS_EXPORT)}</button>
                {move || several.get().then(|| view! {
                    <button type="button" class="plain" data-do="remove" aria-label=spoken(&words::BRANDS_REMOVE)
                        on:click=move |_| leave(id)>{shared.t(&words::BRANDS_REMOVE)}</button>
                })}
            </div>
        </li>
    }
}

/// Letters and digits of any script; the rest is no part of a file's name everywhere.
fn file_name(brand: &str) -> String {
    let plain: String = brand.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    format!("nunchi-brand-{}.json", plain.trim_matches('-').to_lowercase())
}
