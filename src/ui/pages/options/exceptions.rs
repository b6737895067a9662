//! Options → checks: the matrix of checks and sites, and what was silenced, since when, with undo.

use super::super::general::locale_id;
use super::super::parts::{Tick, focus_later};
use super::super::shared::{Shared, shared};
use crate::protocol::CheckLine;
use crate::settings::{Change, Exception};
use crate::sites;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Exceptions() -> impl IntoView {
    let shared = shared();
    let rows = shared.setting(|s| s.exceptions.clone());
    let silenced = move || {
        let all = rows.get();
        if all.is_empty() {
            return view! { <p class="soft">{shared.t(&words::OPTIONS_EXCEPTIONS_NONE)}</p> }.into_any();
        }
        view! {
            <div class="scroll" tabindex="0" role="group" aria-labelledby="silenced">
                <table>
                    <thead><tr>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_CHECK)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_SITE)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_SINCE)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_UNDO)}</th>
                    </tr></thead>
                    <tbody>{all.into_iter().map(|row| silenced_view(shared, row)).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let head = std::iter::once(("", words::OPTIONS_EVERYWHERE.key)).chain(sites::all().map(|s| (s.id, s.name)));
    let head = head.map(|(id, name)| {
        view! { <th scope="col">{move || if id.is_empty() { words::OPTIONS_EVERYWHERE.get(shared.locale.get()) } else { name }}</th> }
    });
    view! {
        <div class="card stack">
            <h3 id="silenced" tabindex="-1">{shared.t(&words::OPTIONS_SILENCED)}</h3>
            {silenced}
            <details class="fold">
                <summary><h3 id="matrix">{shared.t(&words::OPTIONS_MATRIX)}</h3></summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby="matrix">
                    <table class="matrix">
                        <thead><tr><th scope="col">{shared.t(&words::OPTIONS_COL_CHECK)}</th>{head.collect_view()}</tr></thead>
                        <tbody>
                            <For each=move || shared.switches() key=|line| (line.id.clone(), line.name.clone()) let:line>
                                <MatrixRow line=line />
                            </For>
                        </tbody>
                    </table>
                </div>
            </details>
        </div>
    }
}

/// One silenced check, in the reader's language of the moment it is drawn.
fn silenced_view(shared: Shared, row: Exception) -> impl IntoView {
    let locale = shared.locale.get();
    let check = shared.check_name(&row.check);
    let everywhere = row.site.is_empty();
    let site = if everywhere { words::OPTIONS_EVERYWHERE.get(locale).into() } else { shared.site_name(&row.site) };
    let date = js_sys::Date::new(&row.since.into())
        .to_locale_date_string(locale_id(locale), &wasm_bindgen::JsValue::UNDEFINED);
    let spoken = words::OPTIONS_EXCEPTION_UNDO_SPOKEN.fill(locale, &[("check", &check), ("site", &site)]);
    let undo = move |_| {
        shared.change(Change::Check { check: row.check.clone(), site: row.site.clone(), on: true });
        shared.tell(&words::OPTIONS_EXCEPTION_UNDONE);
        focus_later("silenced");
    };
    view! {
        <tr>
            <td>{check}</td>
            <td>{site}</td>
            <td>{String::from(date)}</td>
            <td><button type="button" class="plain" aria-label=spoken on:click=undo>{shared.t(&words::OPTIONS_EXCEPTION_UNDO)}</button></td>
        </tr>
    }
}

#[component]
fn MatrixRow(line: CheckLine) -> impl IntoView {
    let shared = shared();
    let name = line.name.clone();
    let id = StoredValue::new(line.id);
    let cell = move |(site, label): (&'static str, &'static str)| {
        let off = move |at: &str| {
            shared.status.with(|s| {
                let rows = s.as_ref().map(|s| s.settings.exceptions.as_slice()).unwrap_or_default();
                id.with_value(|id| rows.iter().any(|e| e.check == *id && e.site == at))
            })
        };
        let on = Memo::new(move |_| !off(site));
        let set = move |on| shared.change(Change::Check { check: id.get_value(), site: site.into(), on });
        let place = if site.is_empty() { words::OPTIONS_EVERYWHERE.get(shared.locale.get_untracked()) } else { label };
        view! { <td><Tick label=String::new() spoken=format!("{name}: {place}") on=on set=set /></td> }
    };
    let cells = std::iter::once(("", "")).chain(sites::all().map(|s| (s.id, s.name)));
    view! { <tr><th scope="row">{line.name}</th>{cells.map(cell).collect_view()}</tr> }
}
