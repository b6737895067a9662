//! One stance in the brand form.

use super::super::form::{Editor, field_id};
use super::super::parts::{Field, focus_later};
use super::super::shared::shared;
use super::brand::Form;
use super::commitments::Commitments;
use super::history::History;
use crate::engine::Text;
use crate::profile::{Position, Stance, Statement};
use crate::words;
use leptos::prelude::*;

/// What a line of the form reads and writes.
type Read = fn(&Stance) -> String;
type Write = fn(&mut Stance, String);

pub fn lines(list: &[String]) -> String {
    list.join("\n")
}

pub fn split(text: String) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(String::from).collect() }
}

pub fn position_words(position: Position) -> &'static Text {
    match position {
        Position::Favor => &words::OPTIONS_POSITION_FAVOR,
        Position::Against => &words::OPTIONS_POSITION_AGAINST,
        Position::NoComment => &words::OPTIONS_POSITION_NO_COMMENT,
    }
}

#[component]
pub fn StanceRow(id: u32) -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let at = Memo::new(move |_| form.editor.with(|e| e.index(id)).unwrap_or_default());
    let count = Memo::new(move |_| form.editor.with(|e| e.sheet.rows.len()));
    let path = move |name: &'static str| format!("stances[{}].{name}", at.get());
    let field = move |name: &'static str,
                      label: &'static Text,
                      about: Option<&'static Text>,
                      rows: u32,
                      kind: &'static str,
                      read: Read,
                      write: Write| {
        let value = Signal::derive(move || form.editor.with(|e| e.stance(id).map(read).unwrap_or_default()));
        let set = move |text: String| form.editor.update(|e| e.edit_stance(id, name, |s| write(s, text)));
        let id = Signal::derive(move || field_id(&path(name)));
        let wrong = form.wrong_at(move || path(name));
        let label = shared.label(label);
        match about {
            Some(about) => {
                let about = shared.label(about);
                view! { <Field id=id label=label about=about value=value set=set wrong=wrong rows=rows kind=kind /> }
                    .into_any()
            }
            None => {
                view! { <Field id=id label=label value=value set=set wrong=wrong rows=rows kind=kind /> }.into_any()
            }
        }
    };
    let name = move || {
        let target = form.editor.with(|e| e.stance(id).map(|s| s.target.trim().to_string()).unwrap_or_default());
        let locale = shared.locale.get();
        if target.is_empty() {
            words::OPTIONS_STANCE_NUMBER.fill(locale, &[("number", &(at.get() + 1).to_string())])
        } else {
            target
        }
    };
    let position = move || form.editor.with(|e| e.stance(id).map(|s| s.position)).unwrap_or_default();
    // Begins with the words on the button: what a person sees can be said aloud to press it.
    let spoken = move |text: &'static Text| move || format!("{}: {}", text.get(shared.locale.get()), name());
    let shift = move |down: bool| {
        move |_| {
            form.editor.update(|e| {
                e.move_stance(id, down);
            });
            form.wrong.set(None);
            shared.tell(if down { &words::OPTIONS_MOVED_DOWN } else { &words::OPTIONS_MOVED_UP });
            // The button may be at the end now, and switched off: then its neighbour takes the focus.
            let last = untrack(move || if down { at.get() + 1 == count.get() } else { at.get() == 0 });
            let button = if down != last { "down" } else { "up" };
            focus_later(format!("{button}-{id}"));
        }
    };
    let remove = move |_| {
        let here = at.get_untracked();
        form.editor.update(|e| e.remove_stance(id));
        form.wrong.set(None);
        shared.tell(&words::OPTIONS_STANCE_REMOVED);
        let next = form.editor.with_untracked(|e| e.sheet.rows.get(here).or(e.sheet.rows.last()).map(|row| row.id));
        focus_later(next.map_or("add-stance".into(), |id| format!("stance-{id}")));
    };
    view! {
        <details class="stance" open=form.editor.with_untracked(|e| e.stance(id).is_some_and(|s| s.target.is_empty()))>
            <summary id=format!("stance-{id}")>
                <span class="name">{name}</span>
                <span class="tag">{move || position_words(position()).get(shared.locale.get())}</span>
            </summary>
            <div class="stack">
                {field("target", &words::OPTIONS_FIELD_TARGET, Some(&words::OPTIONS_TARGET_ABOUT), 1, "text",
                    |s| s.target.clone(), |s, text| s.target = text)}
                <PositionChoice id=id />
                {field("aliases", &words::OPTIONS_FIELD_ALIASES, Some(&words::OPTIONS_LINES_ABOUT), 2, "text",
                    |s| lines(&s.aliases), |s, text| s.aliases = split(text))}
                {field("hashtags", &words::OPTIONS_FIELD_HASHTAGS, Some(&words::OPTIONS_LINES_ABOUT), 2, "text",
                    |s| lines(&s.hashtags), |s, text| s.hashtags = split(text))}
                <Statements id=id at=at />
                <Commitments id=id at=at />
                {field("red_lines", &words::OPTIONS_FIELD_RED_LINES, Some(&words::OPTIONS_RED_LINES_ABOUT), 2, "text",
                    |s| lines(&s.red_lines), |s, text| s.red_lines = split(text))}
                <div class="pair">
                    {field("owner", &words::OPTIONS_FIELD_OWNER, None, 1, "text", |s| s.owner.clone(), |s, text| s.owner = text)}
                    {field("review", &words::OPTIONS_FIELD_REVIEW, None, 1, "date", |s| s.review.clone(), |s, text| s.review = text)}
                </div>
                {field("note", &words::OPTIONS_FIELD_NOTE, None, 2, "text", |s| s.note.clone(), |s, text| s.note = text)}
                <History id=id at=at />
                <div class="row">
                    <button type="button" class="plain" id=format!("up-{id}") aria-label=spoken(&words::OPTIONS_UP)
                        disabled=move || at.get() == 0 on:click=shift(false)>{shared.t(&words::OPTIONS_UP)}</button>
                    <button type="button" class="plain" id=format!("down-{id}") aria-label=spoken(&words::OPTIONS_DOWN)
                        disabled=move || at.get() + 1 == count.get() on:click=shift(true)>{shared.t(&words::OPTIONS_DOWN)}</button>
                    <button type="button" class="plain" aria-label=spoken(&words::OPTIONS_STANCE_REMOVE)
                        on:click=remove>{shared.t(&words::OPTIONS_STANCE_REMOVE)}</button>
                </div>
            </div>
        </details>
    }
}

#[component]
fn PositionChoice(id: u32) -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let now = Memo::new(move |_| form.editor.with(|e| e.stance(id).map(|s| s.position)).unwrap_or_default());
    let one = move |position: Position| {
        let set = move |_| form.editor.update(|e| e.edit_stance(id, "position", |s| s.position = position));
        view! {
            <label>
                <input type="radio" name=format!("position-{id}") prop:checked=move || now.get() == position on:change=set />
                <span>{shared.t(position_words(position))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{shared.t(&words::OPTIONS_FIELD_POSITION)}</legend>
            <div class="segments">{Position::ALL.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn Statements(id: u32, at: Memo<usize>) -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let count = Memo::new(move |_| form.editor.with(|e| e.stance(id).map(|s| s.statements.len())).unwrap_or_default());
    let add = move |_| {
        form.editor.update(|e| e.add_statement(id));
        let last = count.get_untracked().saturating_sub(1);
        focus_later(field_id(&format!("stances[{}].statements[{last}].text", at.get_untracked())));
    };
    view! {
        <fieldset class="statements">
            <legend>{shared.t(&words::OPTIONS_STATEMENTS)}</legend>
            <small>{shared.t(&words::OPTIONS_STATEMENTS_ABOUT)}</small>
            <For each=move || 0..count.get() key=|n| *n let:n><StatementRow id=id at=at n=n /></For>
            <div class="row">
                <button type="button" class="plain" id=format!("add-statement-{id}") on:click=add>
                    {shared.t(&words::OPTIONS_STATEMENT_ADD)}
                </button>
            </div>
        </fieldset>
    }
}

#[component]
fn StatementRow(id: u32, at: Memo<usize>, n: usize) -> impl IntoView {
    type Of = fn(&mut Statement) -> &mut String;
    let shared = shared();
    let form: Form = expect_context();
    let field = move |name: &'static str,
                      label: &'static Text,
                      about: Option<&'static Text>,
                      kind: &'static str,
                      of: Of| {
        let path = move || format!("stances[{}].statements[{n}].{name}", at.get());
        let read = move |e: &Editor| {
            let mut statement = e.stance(id)?.statements.get(n)?.clone();
            Some(std::mem::take(of(&mut statement)))
        };
        let value = Signal::derive(move || form.editor.with(read).unwrap_or_default());
        let set = move |text: String| {
            let change = |s: &mut Stance| s.statements.get_mut(n).map(|statement| *of(statement) = text);
            form.editor.update(|e| e.edit_stance(id, &format!("{name}{n}"), |s| change(s).unwrap_or_default()));
        };
        let id = Signal::derive(move || field_id(&path()));
        let label = shared.label(label);
        let rows = if name == "text" { 2 } else { 1 };
        match about {
            Some(about) => {
                let about = shared.label(about);
                view! { <Field id=id label=label about=about value=value set=set wrong=form.wrong_at(path) kind=kind rows=rows /> }
                    .into_any()
            }
            None => {
                view! { <Field id=id label=label value=value set=set wrong=form.wrong_at(path) kind=kind rows=rows /> }
                    .into_any()
            }
        }
    };
    let remove = move |_| {
        form.editor.update(|e| e.remove_statement(id, n));
        form.wrong.set(None);
        focus_later(format!("add-statement-{id}"));
    };
    let number = (n + 1).to_string();
    view! {
        <div class="statement">
            {field("text", &words::OPTIONS_FIELD_TEXT, None, "text", |s| &mut s.text)}
            <div class="pair">
                {field("date", &words::OPTIONS_FIELD_DATE, Some(&words::OPTIONS_DATE_ABOUT), "text", |s| &mut s.date)}
                {field("url", &words::OPTIONS_FIELD_URL, Some(&words::OPTIONS_URL_ABOUT), "url", |s| &mut s.url)}
            </div>
            <div class="row">
                <button type="button" class="plain" on:click=remove>
                    {shared.fill(&words::OPTIONS_STATEMENT_REMOVE, move || vec![("number", number.clone())])}
                </button>
            </div>
        </div>
    }
}
