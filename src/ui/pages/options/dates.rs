//! The brand's own days in the form: by hand, from a calendar file, and back into one.

use super::super::form::{Editor, field_id};
use super::super::parts::{Field, focus_later};
use super::super::shared::{Shared, shared};
use super::brand::Form;
use crate::brand::ics;
use crate::browser::page;
use crate::engine::Text;
use crate::profile::{BrandDate, DayTone};
use crate::protocol::{Answer, FromPage};
use crate::words;
use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

/// What the last file had beside its days.
#[derive(Clone, Default, PartialEq)]
struct Report {
    wrong: Option<&'static Text>,
    unread: Vec<ics::Unread>,
    over: usize,
}

pub fn tone_words(tone: DayTone) -> &'static Text {
    match tone {
        DayTone::Solemn => &words::OPTIONS_DATES_SOLEMN,
        DayTone::Celebratory => &words::OPTIONS_DATES_CELEBRATORY,
        DayTone::Awareness => &words::OPTIONS_DATES_AWARENESS,
    }
}

#[component]
pub fn Dates() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let rows = move || form.editor.with(|e| e.sheet.dates.iter().map(|row| row.id).collect::<Vec<_>>());
    let none = Memo::new(move |_| form.editor.with(|e| e.sheet.dates.is_empty()));
    let add = move |_| {
        let id = form.editor.try_update(Editor::add_date);
        let at = form.editor.with_untracked(|e| id.and_then(|id| e.date_index(id))).unwrap_or_default();
        focus_later(field_id(&format!("dates[{at}].name")));
    };
    let export = move |_| {
        let text = form.editor.with_untracked(|e| ics::write(&e.profile().dates));
        let done = page::download("nunchi-days.ics", "text/calendar;charset=utf-8", &text).is_ok();
        shared.tell(if done { &words::OPTIONS_FILE_SAVED } else { &words::OPTIONS_FILE_FAILED });
    };
    view! {
        <h3 id="dates" tabindex="-1">{shared.t(&words::OPTIONS_DATES)}</h3>
        <p class="soft">{shared.t(&words::OPTIONS_DATES_ABOUT)}</p>
        <p class="soft" hidden=move || !none.get()>{shared.t(&words::OPTIONS_DATES_NONE)}</p>
        <div class="stances" id="date-rows">
            <For each=rows key=|id| *id let:id><Row id=id /></For>
        </div>
        <div class="row">
            <button type="button" class="plain" id="add-date" on:click=add>{shared.t(&words::OPTIONS_DATES_ADD)}</button>
            <button type="button" class="plain" id="export-dates" on:click=export hidden=move || none.get()>
                {shared.t(&words::OPTIONS_DATES_EXPORT)}
            </button>
        </div>
        <FromFile form=form />
    }
}

#[component]
fn Row(id: u32) -> impl IntoView {
    type Of = fn(&mut BrandDate) -> &mut String;
    let shared = shared();
    let form: Form = expect_context();
    let at = Memo::new(move |_| form.editor.with(|e| e.date_index(id)).unwrap_or_default());
    let date = move || form.editor.with(|e| e.date(id).cloned()).unwrap_or_default();
    let field = move |name: &'static str, label: &'static Text, kind: &'static str, of: Of| {
        let path = move || format!("dates[{}].{name}", at.get());
        let value = Signal::derive(move || std::mem::take(of(&mut date())));
        let set = move |text: String| form.editor.update(|e| e.edit_date(id, name, |date| *of(date) = text));
        let id = Signal::derive(move || field_id(&path()));
        view! { <Field id=id label=shared.label(label) value=value set=set wrong=form.wrong_at(path) kind=kind /> }
    };
    let name = move || {
        let date = date();
        match date.name.trim() {
            "" => words::OPTIONS_DATES_NUMBER.fill(shared.locale.get(), &[("number", &(at.get() + 1).to_string())]),
            name if date.date.is_empty() => name.to_string(),
            name => format!("{name} · {}", date.date),
        }
    };
    let tone = Memo::new(move |_| date().tone);
    let choice = move |one: DayTone| {
        let set = move |_| form.editor.update(|e| e.edit_date(id, "tone", |date| date.tone = one));
        view! {
            <label>
                <input type="radio" name=format!("day-tone-{id}") value=one.name() prop:checked=move || tone.get() == one
                    on:change=set />
                <span>{shared.t(tone_words(one))}</span>
            </label>
        }
    };
    let yearly = move |event| {
        let on = event_target_checked(&event);
        form.editor.update(|e| e.edit_date(id, "yearly", |date| date.yearly = on));
    };
    let remove = move |_| {
        form.editor.update(|e| e.remove_date(id));
        form.wrong.set(None);
        shared.tell(&words::OPTIONS_DATES_REMOVED);
        focus_later("add-date");
    };
    // Begins with the words on the button: what a person sees can be said aloud to press it.
    let spoken = move || format!("{}: {}", words::OPTIONS_DATES_REMOVE.get(shared.locale.get()), name());
    view! {
        <details class="stance" open=form.editor.with_untracked(|e| e.date(id).is_some_and(|d| d.name.is_empty()))>
            <summary>
                <span class="name">{name}</span>
                <span class="tag">{move || tone_words(tone.get()).get(shared.locale.get())}</span>
            </summary>
            <div class="stack">
                {field("name", &words::OPTIONS_FIELD_DATES_NAME, "text", |date| &mut date.name)}
                <div class="pair">
                    {field("date", &words::OPTIONS_FIELD_DATES_DATE, "date", |date| &mut date.date)}
                    {field("until", &words::OPTIONS_FIELD_DATES_UNTIL, "date", |date| &mut date.until)}
                </div>
                <label class="tick">
                    <input type="checkbox" prop:checked=move || date().yearly on:change=yearly />
                    <span>{shared.t(&words::OPTIONS_DATES_YEARLY)}</span>
                </label>
                <fieldset class="choice">
                    <legend>{shared.t(&words::OPTIONS_DATES_TONE)}</legend>
                    <div class="segments">{DayTone::ALL.into_iter().map(choice).collect_view()}</div>
                </fieldset>
                <div class="row">
                    <button type="button" class="plain" aria-label=spoken on:click=remove>
                        {shared.t(&words::OPTIONS_DATES_REMOVE)}
                    </button>
                </div>
            </div>
        </details>
    }
}

/// Reads a file here, asks the background which tones the names suggest, and puts the new days into the form.
async fn take(form: Form, shared: Shared, file: File, report: RwSignal<Report>) {
    let size = file.size();
    let bytes = if size > ics::MAX_BYTES as f64 { None } else { page::bytes(&file, 0.0, size).await };
    let read = match bytes {
        Some(bytes) => ics::read(&bytes, -(js_sys::Date::new_0().get_timezone_offset() as i32)),
        None if size > ics::MAX_BYTES as f64 => Err(ics::Wrong::TooBig),
        None => {
            report.set(Report { wrong: Some(&words::OPTIONS_IMPORT_UNREADABLE), ..Report::default() });
            return;
        }
    };
    let read = match read {
        Ok(read) => read,
        Err(wrong) => {
            report.set(Report { wrong: Some(wrong.words()), ..Report::default() });
            return;
        }
    };
    let names = read.dates.iter().map(|(date, _)| date.name.clone()).collect();
    let Some(Answer::Tones { tones }) = shared.ask(FromPage::Tones { names }).await else { return };
    let suggested = tones.into_iter().chain(std::iter::repeat(DayTone::default()));
    let dates = read.dates.into_iter().zip(suggested);
    let dates = dates.map(|((date, said), tone)| BrandDate { tone: said.unwrap_or(tone), ..date }).collect();
    let (mut taken, mut over) = (0, read.over as usize);
    form.editor.update(|e| {
        let (new, none) = e.take_dates(dates);
        (taken, over) = (new, over + none);
    });
    form.wrong.set(None);
    report.set(Report { wrong: None, unread: read.unread, over });
    let locale = shared.locale.get_untracked();
    shared.say(match taken {
        0 => words::DATES_NONE.get(locale).to_string(),
        _ => words::DATES_TAKEN.fill(locale, &[("count", &taken.to_string())]),
    });
}

#[component]
fn FromFile(form: Form) -> impl IntoView {
    let shared = shared();
    let node = NodeRef::<html::Input>::new();
    let report = RwSignal::new(Report::default());
    let over = RwSignal::new(false);
    let begin = move |files: Option<FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            spawn_local(async move {
                take(form, shared, file, report).await;
                // Emptied, so that the same file can be chosen again after a correction.
                if let Some(input) = node.get_untracked() {
                    input.set_value("");
                }
            });
        }
    };
    let dragged = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        begin(event.data_transfer().and_then(|data| data.files()));
    };
    let wrong = move || report.with(|report| report.wrong.map(|wrong| wrong.get(shared.locale.get())));
    let full = move || {
        report.with(|report| {
            let count = report.over.to_string();
            (report.over > 0).then(|| words::DATES_OVER.fill(shared.locale.get(), &[("count", &count)]))
        })
    };
    let line = move |unread: ics::Unread| {
        let locale = shared.locale.get();
        let name = if unread.name.is_empty() { words::DATES_UNNAMED.get(locale) } else { unread.name.as_str() };
        let (line, why) = (unread.line.to_string(), unread.why.words().get(locale));
        words::DATES_UNREAD_LINE.fill(locale, &[("line", &line), ("name", name), ("why", why)])
    };
    let unread = move || {
        let all = report.with(|report| report.unread.clone());
        (!all.is_empty()).then(|| {
            let count = all.len().to_string();
            let said = words::DATES_UNREAD_COUNT.fill(shared.locale.get(), &[("count", &count)]);
            let lines = all.into_iter().map(|one| view! { <li>{line(one)}</li> }).collect_view();
            view! { <div class="bad" tabindex="0" role="group" aria-label=said.clone()><p>{said.clone()}</p><ul>{lines}</ul></div> }
        })
    };
    view! {
        <div class="field drop" class:over=move || over.get() on:dragover=dragged on:dragleave=move |_| over.set(false)
            on:drop=dropped>
            <label for="dates-file">{shared.t(&words::OPTIONS_DATES_IMPORT)}</label>
            <small id="dates-about">{shared.t(&words::OPTIONS_DATES_IMPORT_ABOUT)}</small>
            <div class="row">
                <input type="file" id="dates-file" accept=".ics,text/calendar" node_ref=node
                    aria-describedby="dates-about dates-wrong"
                    on:change=move |_| begin(node.get_untracked().and_then(|input| input.files())) />
                <span class="soft">{shared.t(&words::OPTIONS_PAST_DROP)}</span>
            </div>
            <p class="wrong" id="dates-wrong" role="alert">{wrong}</p>
            <p class="soft">{full}</p>
            <div id="dates-unread">{unread}</div>
        </div>
    }
}
