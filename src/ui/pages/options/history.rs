//! What a stance was before: the day, the old words, and who changed it and why, which a person fills in.

use super::super::form::field_id;
use super::super::parts::Field;
use super::super::shared::shared;
use super::brand::Form;
use super::stance::position_words;
use crate::engine::Text;
use crate::profile::history::Change;
use crate::words;
use leptos::prelude::*;

/// The changes of one stance, newest first; nothing where there are none.
#[component]
pub fn History(id: u32, at: Memo<usize>) -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let count = Memo::new(move |_| form.editor.with(|e| e.stance(id).map(|s| s.changes.len())).unwrap_or_default());
    let rows = move || {
        let all = count.get();
        (all > 0).then(|| {
            view! {
                <fieldset class="statements">
                    <legend>{shared.t(&words::OPTIONS_CHANGES)}</legend>
                    {(0..all).rev().map(|n| view! { <ChangeRow id=id at=at n=n /> }).collect_view()}
                </fieldset>
            }
        })
    };
    view! { {rows} }
}

#[component]
fn ChangeRow(id: u32, at: Memo<usize>, n: usize) -> impl IntoView {
    type Of = fn(&mut Change) -> &mut String;
    let shared = shared();
    let form: Form = expect_context();
    let change = move || form.editor.with(|e| e.stance(id)?.changes.get(n).cloned()).unwrap_or_default();
    let field = move |name: &'static str, label: &'static Text, of: Of| {
        let path = move || format!("stances[{}].changes[{n}].{name}", at.get());
        let value = Signal::derive(move || std::mem::take(of(&mut change())));
        let set = move |text: String| {
            form.editor.update(|e| {
                e.edit_stance(id, &format!("{name}-change{n}"), |stance| {
                    if let Some(change) = stance.changes.get_mut(n) {
                        *of(change) = text;
                    }
                });
            });
        };
        let id = Signal::derive(move || field_id(&path()));
        view! { <Field id=id label=shared.label(label) value=value set=set wrong=form.wrong_at(path) /> }
    };
    let until = shared.fill(&words::OPTIONS_CHANGE_UNTIL, move || vec![("date", change().date)]);
    let old = move || change().statements.into_iter().map(|text| view! { <li><q>{text}</q></li> }).collect_view();
    view! {
        <div class="statement">
            <p>
                {until}
                " "
                <span class="tag">{move || position_words(change().position).get(shared.locale.get())}</span>
            </p>
            <ul>{old}</ul>
            <div class="pair">
                {field("by", &words::OPTIONS_FIELD_BY, |change| &mut change.by)}
                {field("why", &words::OPTIONS_FIELD_WHY, |change| &mut change.why)}
            </div>
        </div>
    }
}
