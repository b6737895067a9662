//! Options → brand: the profile as a form or as JSON, saved as one piece, with undo and a guard before leaving.

use super::super::form::{self, Editor, field_id, field_words};
use super::super::general::Regions;
use super::super::parts::{Choice, Confirm, Field, focus_later};
use super::super::shared::{Shared, shared};
use super::brands::{Brands, Edited};
use super::stance::{StanceRow, lines, split};
use super::{dates::Dates, json::JsonBox, propose::Propose};
use crate::profile::{Profile, json};
use crate::protocol::{Answer, FromPage};
use crate::words;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub struct Form {
    pub editor: RwSignal<Editor>,
    /// The text of the JSON view; in the form view it is out of date.
    pub text: RwSignal<String>,
    pub as_json: RwSignal<bool>,
    /// The field that is wrong, and the sentence about it.
    pub wrong: RwSignal<Option<(String, String)>>,
    /// Another tab saved meanwhile; the person decides.
    conflict: RwSignal<bool>,
    /// The brand that it shows.
    brand: RwSignal<u32>,
    shared: Shared,
}

impl Form {
    /// The sentence for this field, empty where it is fine. Fields are known by their path, like `name`.
    pub fn wrong_at(self, path: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || {
            let here = field_id(&path());
            self.wrong
                .with(|w| w.as_ref().filter(|(field, _)| field_id(field) == here).map(|(_, m)| m.clone()))
                .unwrap_or_default()
        })
    }

    pub fn dirty(self) -> bool {
        if self.as_json.get() {
            self.editor.with(|e| self.text.with(|text| *text != json::print(e.saved())))
        } else {
            self.editor.with(Editor::dirty)
        }
    }

    fn refuse(self, field: String, message: String) {
        let id = if self.as_json.get_untracked() { "profile-json".into() } else { field_id(&field) };
        self.wrong.set(Some((field, message)));
        focus_later(id);
    }

    /// The profile on the screen, if nothing is wrong with it; else says what is.
    fn read(self) -> Option<Profile> {
        let locale = self.shared.locale.get_untracked();
        let read = if self.as_json.get_untracked() {
            self.text.with_untracked(|text| json::parse(text))
        } else {
            let profile = self.editor.with_untracked(Editor::profile);
            profile.problem().map_or(Ok(profile), Err)
        };
        read.map_err(|problem| {
            let name = field_words(&problem.field, locale);
            self.refuse(problem.field.clone(), problem.message_about(locale, &name));
        })
        .ok()
    }

    pub fn show_json(self, on: bool) {
        if on == self.as_json.get_untracked() {
            return;
        }
        if on {
            self.text.set(self.editor.with_untracked(|e| json::print(&e.profile())));
        } else {
            let Some(profile) = self.read() else {
                // The choice springs back to what is shown.
                self.shared.beat.update(|n| *n += 1);
                return;
            };
            self.editor.update(|e| e.replace(&profile));
        }
        self.wrong.set(None);
        self.as_json.set(on);
    }

    /// False: nobody answered.
    async fn load(self) -> bool {
        let brand = self.brand.get_untracked();
        let Some(Answer::Profile { json: text }) = self.shared.ask(FromPage::ProfileOf { brand }).await else {
            return false;
        };
        // Another one was asked for meanwhile.
        if self.brand.get_untracked() == brand {
            self.take(&text);
        }
        true
    }

    /// Shows what is stored.
    fn take(self, text: &str) {
        let read = if text.trim().is_empty() { Ok(Profile::default()) } else { json::parse(text) };
        match read {
            Ok(profile) => {
                self.text.set(json::print(&profile));
                self.editor.set(Editor::new(profile));
                self.wrong.set(None);
            }
            Err(problem) => {
                // Kept as it is: a person can mend it by hand.
                self.text.set(text.into());
                self.as_json.set(true);
                self.refuse(problem.field.clone(), problem.message(self.shared.locale.get_untracked()));
            }
        }
    }

    async fn save(self) {
        if self.read().is_none() {
            return;
        }
        let brand = self.brand.get_untracked();
        let Some(Answer::Profile { json: stored }) = self.shared.ask(FromPage::ProfileOf { brand }).await else {
            return;
        };
        let known = self.editor.with_untracked(|e| json::parse(&stored).is_ok_and(|profile| profile == *e.saved()));
        if stored.trim().is_empty() || known {
            self.put().await;
        } else {
            self.conflict.set(true);
        }
    }

    async fn put(self) {
        let Some(profile) = self.read() else { return };
        let brand = self.brand.get_untracked();
        match self.shared.ask(FromPage::SetProfile { json: json::print(&profile), brand }).await {
            Some(Answer::Profile { json: stored }) => {
                // As it was stored: with what the stances were before.
                let kept = json::parse(&stored).unwrap_or_else(|_| profile.clone());
                self.text.set(json::print(&kept));
                self.editor.update(|e| {
                    e.replace(&profile);
                    e.mark_saved(kept);
                });
                self.wrong.set(None);
                self.shared.tell(&words::OPTIONS_BRAND_SAVED);
                self.shared.refresh().await;
            }
            Some(Answer::Refused { message, field }) => self.refuse(field, message),
            Some(_) => {
                self.refuse(String::new(), words::OPTIONS_IMPORT_FAILED.get(self.shared.locale.get_untracked()).into())
            }
            None => {}
        }
    }
}

#[component]
pub fn Brand() -> impl IntoView {
    let shared = shared();
    let Edited(brand) = expect_context();
    let form = Form {
        editor: RwSignal::new(Editor::default()),
        text: RwSignal::new(String::new()),
        as_json: RwSignal::new(false),
        wrong: RwSignal::new(None),
        conflict: RwSignal::new(false),
        brand,
        shared,
    };
    provide_context(form);
    let loaded = RwSignal::new(false);
    let asked = super::asked("stance").and_then(|number| number.parse::<usize>().ok());
    let place = RwSignal::new(asked.and_then(|number| number.checked_sub(1)));
    shared.keep_loaded(move |anew| {
        // What a person typed meanwhile is not taken away by a background that came back.
        if anew || !loaded.get_untracked() {
            spawn_local(async move {
                if form.load().await {
                    loaded.set(true);
                    // A link came to one stance.
                    if let Some(place) = place.try_update(Option::take).flatten() {
                        focus_later(field_id(&format!("stances[{place}].review")));
                    }
                }
            });
        }
    });
    // Another brand is shown.
    Effect::new(move |before: Option<u32>| {
        let now = brand.get();
        if before.is_some_and(|before| before != 0 && before != now) {
            loaded.set(false);
            spawn_local(async move {
                loaded.set(form.load().await);
            });
        }
        now
    });
    let guard = window_event_listener(ev::beforeunload, move |event| {
        if untrack(move || form.dirty()) {
            event.prevent_default();
            // Chromium before 119 looks at this instead.
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || guard.remove());
    let title = Edited(brand);
    view! {
        <Brands />
        {move || title.name(shared).map(|name| view! { <h3 id="brand-shown">{name}</h3> })}
        <form class="card stack" novalidate on:submit=move |event| {
            event.prevent_default();
            spawn_local(form.save());
        }>
            // Not before the answer: it would take away what was typed until then.
            {move || if loaded.get() { view! { <Sheet /> }.into_any() } else {
                view! { <p class="soft">{shared.t(&words::PAGES_LOADING)}</p> }.into_any()
            }}
        </form>
        <Confirm open=form.conflict title=&words::OPTIONS_CONFLICT body=&words::OPTIONS_CONFLICT_BODY
            yes=&words::OPTIONS_CONFLICT_YES then=move || spawn_local(form.put()) />
    }
}

#[component]
fn Sheet() -> impl IntoView {
    let form: Form = expect_context();
    view! {
        <Choice legend=&words::OPTIONS_VIEW name="view"
            value=Signal::derive(move || if form.as_json.get() { "json" } else { "form" })
            set=move |view| form.show_json(view == "json")
            options=vec![("form", &words::OPTIONS_AS_FORM), ("json", &words::OPTIONS_AS_JSON)] />
        {move || if form.as_json.get() { view! { <JsonBox /> }.into_any() } else { view! { <Fields /> }.into_any() }}
        <Foot />
    }
}

/// What is wrong, what is unsaved, and the buttons.
#[component]
fn Foot() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let undo = move |_| {
        form.editor.update(Editor::undo);
        form.wrong.set(None);
        shared.tell(&words::OPTIONS_UNDONE);
        // A button that was just switched off cannot keep the focus.
        if !form.editor.with_untracked(Editor::can_undo) {
            focus_later("save-brand");
        }
    };
    // The JSON box says it itself.
    let summary = move || form.wrong.get().filter(|_| !form.as_json.get()).map(|(_, message)| message);
    let state = move || {
        let text = if form.dirty() { &words::OPTIONS_UNSAVED } else { &words::OPTIONS_ALL_SAVED };
        text.get(shared.locale.get())
    };
    view! {
        <p class="wrong" role="alert">{summary}</p>
        <div class="row foot">
            <button type="submit" class="primary" id="save-brand">{shared.t(&words::OPTIONS_SAVE)}</button>
            <button type="button" class="plain" on:click=undo
                disabled=move || form.as_json.get() || !form.editor.with(Editor::can_undo)>{shared.t(&words::OPTIONS_UNDO)}</button>
            <span class="soft" role="status">{state}</span>
        </div>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let label = |text| shared.label(text);
    let read = move |get: fn(&form::Sheet) -> String| Signal::derive(move || form.editor.with(|e| get(&e.sheet)));
    let rows = move || form.editor.with(|e| e.sheet.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    let add = move |_| {
        let id = form.editor.try_update(Editor::add_stance);
        let at = form.editor.with_untracked(|e| id.and_then(|id| e.index(id))).unwrap_or_default();
        focus_later(field_id(&format!("stances[{at}].target")));
    };
    let regions = Memo::new(move |_| form.editor.with(|e| e.sheet.regions.clone()));
    view! {
        <Field id=field_id("name") label=label(&words::OPTIONS_FIELD_NAME) value=read(|s| s.name.clone())
            set=move |text| form.editor.update(|e| e.edit("name", |s| s.name = text)) wrong=form.wrong_at(|| "name".into()) />
        <Field id=field_id("sector") label=label(&words::OPTIONS_FIELD_SECTOR) about=label(&words::OPTIONS_SECTOR_ABOUT)
            value=read(|s| s.sector.clone()) wrong=form.wrong_at(|| "sector".into())
            set=move |text| form.editor.update(|e| e.edit("sector", |s| s.sector = text)) />
        <Regions id="f-regions" label=&words::OPTIONS_FIELD_REGIONS about=&words::OPTIONS_BRAND_REGIONS_ABOUT value=regions
            set=move |all| form.editor.update(|e| e.edit("", |s| s.regions = all)) />
        <Field id=field_id("accounts") label=label(&words::OPTIONS_FIELD_ACCOUNTS) about=label(&words::OPTIONS_ACCOUNTS_ABOUT)
            rows=2 value=read(|s| lines(&s.accounts)) wrong=form.wrong_at(|| "accounts".into())
            set=move |text| form.editor.update(|e| e.edit("accounts", |s| s.accounts = split(text))) />
        <h3 id="stances" tabindex="-1">{shared.t(&words::OPTIONS_STANCES)}</h3>
        <p class="soft">{shared.t(&words::OPTIONS_STANCES_ABOUT)}</p>
        {move || rows().is_empty().then(|| view! { <p class="soft">{shared.t(&words::OPTIONS_STANCES_NONE)}</p> })}
        <div class="stances">
            <For each=rows key=|id| *id let:id><StanceRow id=id /></For>
        </div>
        <div class="row">
            <button type="button" class="plain" id="add-stance" on:click=add>{shared.t(&words::OPTIONS_STANCE_ADD)}</button>
        </div>
        <Propose />
        <Dates />
    }
}
