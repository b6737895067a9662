//! Options → decision log: what was held or doubted and what became of it.

use super::super::general::locale_id;
use super::super::marks::LevelMark;
use super::super::parts::{Confirm, focus_later};
use super::super::shared::{Shared, shared};
use super::files::offer;
use crate::protocol::{Answer, FromPage, LogEntry};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows a page.
const PAGE: u32 = 20;

#[derive(Clone, PartialEq)]
struct Sheet {
    total: u32,
    changed: Option<u32>,
    entries: Vec<LogEntry>,
}

#[component]
pub fn Log() -> impl IntoView {
    let shared = shared();
    let offset = RwSignal::new(0u32);
    let sheet = RwSignal::new(None::<Sheet>);
    let clearing = RwSignal::new(false);
    let load = move || async move {
        let asked = FromPage::Log { offset: offset.get_untracked(), limit: PAGE };
        if let Some(Answer::Log { total, changed, entries }) = shared.ask(asked).await {
            sheet.set(Some(Sheet { total, changed, entries }));
        }
    };
    shared.keep_loaded(move |_| spawn_local(load()));
    let export = move |csv: bool| {
        move |_| {
            spawn_local(async move {
                match shared.ask(FromPage::ExportLog { csv }).await {
                    Some(Answer::File { name, text }) => offer(shared, &name, &text),
                    Some(Answer::Refused { message, .. }) => shared.say(message),
                    _ => {}
                }
            });
        }
    };
    let clear = move || {
        spawn_local(async move {
            match shared.ask(FromPage::ClearLog).await {
                Some(Answer::Refused { message, .. }) => shared.say(message),
                Some(_) => {
                    offset.set(0);
                    load().await;
                    shared.tell(&words::OPTIONS_LOG_CLEARED);
                    focus_later("log-state");
                }
                None => {}
            }
        });
    };
    let total = move || sheet.with(|s| s.as_ref().map_or(0, |s| s.total));
    let last = move || offset.get() + PAGE >= total();
    let turn = move |older: bool| {
        move |_| {
            offset.update(|at| *at = if older { *at + PAGE } else { at.saturating_sub(PAGE) });
            spawn_local(load());
            focus_later("log-state");
        }
    };
    let state = move || {
        let locale = shared.locale.get();
        sheet.with(|s| match s {
            None => words::PAGES_LOADING.get(locale).to_string(),
            Some(s) if s.total == 0 => words::OPTIONS_LOG_NONE.get(locale).to_string(),
            Some(s) => match s.changed {
                None => words::OPTIONS_LOG_INTACT.fill(locale, &[("total", &s.total.to_string())]),
                Some(number) => words::OPTIONS_LOG_CHANGED.fill(locale, &[("number", &number.to_string())]),
            },
        })
    };
    let waiting = Memo::new(move |_| shared.status.with(|s| s.as_ref().is_some_and(|s| !s.log_kept)));
    let changed = move || sheet.with(|s| s.as_ref().is_some_and(|s| s.changed.is_some()));
    let range = move || {
        let from = offset.get();
        let shown = sheet.with(|s| s.as_ref().map_or(0, |s| s.entries.len() as u32));
        let values = [("from", from + 1), ("to", from + shown), ("total", total())].map(|(n, v)| (n, v.to_string()));
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        words::OPTIONS_LOG_RANGE.fill(shared.locale.get(), &values)
    };
    let table = move || {
        let entries = sheet.get().map(|s| s.entries).unwrap_or_default();
        (!entries.is_empty()).then(|| {
            view! {
                <div class="scroll" tabindex="0" role="group" aria-labelledby="log-title">
                    <table>
                        <thead><tr>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_NUMBER)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_TIME)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_SITE)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_LEVEL)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_CHECKS)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_OUTCOME)}</th>
                            <th scope="col">{shared.t(&words::OPTIONS_COL_TEXT)}</th>
                        </tr></thead>
                        <tbody>{entries.into_iter().map(|entry| entry_view(shared, entry)).collect_view()}</tbody>
                    </table>
                </div>
                <div class="row between">
                    <button type="button" class="plain" disabled=move || offset.get() == 0 on:click=turn(false)>
                        {shared.t(&words::OPTIONS_LOG_NEWER)}
                    </button>
                    <span class="soft">{range}</span>
                    <button type="button" class="plain" disabled=last on:click=turn(true)>
                        {shared.t(&words::OPTIONS_LOG_OLDER)}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="card stack">
            <p id="log-state" tabindex="-1" class:wrong=changed>{state}</p>
            {move || waiting.get().then(|| view! { <p class="wrong" role="alert">{shared.t(&words::OPTIONS_LOG_WAITING)}</p> })}
            {table}
            <div class="row">
                <button type="button" class="plain" on:click=export(false)>{shared.t(&words::OPTIONS_LOG_JSON)}</button>
                <button type="button" class="plain" on:click=export(true)>{shared.t(&words::OPTIONS_LOG_CSV)}</button>
                <button type="button" class="plain" disabled=move || total() == 0 on:click=move |_| clearing.set(true)>
                    {shared.t(&words::OPTIONS_LOG_CLEAR)}
                </button>
            </div>
        </div>
        <Confirm open=clearing title=&words::OPTIONS_LOG_CLEAR_TITLE body=&words::OPTIONS_LOG_CLEAR_BODY
            yes=&words::OPTIONS_LOG_CLEAR_YES then=clear />
    }
}

/// One row, in the reader's language of the moment it is drawn.
fn entry_view(shared: Shared, entry: LogEntry) -> impl IntoView {
    let locale = shared.locale.get();
    let date = js_sys::Date::new(&entry.time.as_str().into());
    let time = if date.get_time().is_nan() {
        entry.time.clone()
    } else {
        String::from(date.to_locale_string(locale_id(locale), &wasm_bindgen::JsValue::UNDEFINED))
    };
    let word = |prefix: &str, id: &str| {
        let key = format!("{prefix}{}", id.replace('-', "_"));
        words::find(&key).map_or_else(|| id.to_string(), |text| text.get(locale).to_string())
    };
    let outcome = word("options_outcome_", &entry.outcome);
    let reason = if entry.reason.is_empty() { String::new() } else { word("hold_reason_", &entry.reason) };
    let asked = match entry.asked_by.as_str() {
        "" => String::new(),
        name => words::OPTIONS_LOG_ASKED.fill(locale, &[("name", name)]),
    };
    let more: Vec<String> = [reason, asked, entry.note].into_iter().filter(|part| !part.is_empty()).collect();
    let checks: Vec<String> = entry.checks.iter().map(|id| shared.check_name(id)).collect();
    let text = if entry.text.is_empty() {
        let short: String = entry.text_hash.chars().take(12).collect();
        view! { <code title=entry.text_hash>{short}</code> }.into_any()
    } else {
        view! { <span class="kept">{entry.text}</span> }.into_any()
    };
    view! {
        <tr>
            <td>{entry.number}</td>
            <td>{time}</td>
            <td>{shared.site_name(&entry.site)}</td>
            <td><LevelMark level=entry.level /></td>
            <td>{checks.join(", ")}</td>
            <td>{outcome}{(!more.is_empty()).then(|| view! { <small>{more.join(" · ")}</small> })}</td>
            <td>{text}</td>
        </tr>
    }
}
