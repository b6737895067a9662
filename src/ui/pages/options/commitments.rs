//! The promises of one stance in the brand form.

use super::super::form::{Editor, field_id};
use super::super::parts::{Field, focus_later};
use super::super::shared::shared;
use super::brand::Form;
use super::stance::{lines, split};
use crate::engine::Text;
use crate::profile::Commitment;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Commitments(id: u32, at: Memo<usize>) -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let count = Memo::new(move |_| form.editor.with(|e| e.stance(id).map(|s| s.commitments.len())).unwrap_or_default());
    let add = move |_| {
        form.editor.update(|e| e.add_commitment(id));
        let last = count.get_untracked().saturating_sub(1);
        focus_later(field_id(&format!("stances[{}].commitments[{last}].what", at.get_untracked())));
    };
    view! {
        <fieldset class="statements">
            <legend>{shared.t(&words::OPTIONS_COMMITMENTS)}</legend>
            <small>{shared.t(&words::OPTIONS_COMMITMENTS_ABOUT)}</small>
            <For each=move || 0..count.get() key=|n| *n let:n><CommitmentRow id=id at=at n=n /></For>
            <div class="row">
                <button type="button" class="plain" id=format!("add-commitment-{id}") on:click=add>
                    {shared.t(&words::OPTIONS_COMMITMENT_ADD)}
                </button>
            </div>
        </fieldset>
    }
}

#[component]
fn CommitmentRow(id: u32, at: Memo<usize>, n: usize) -> impl IntoView {
    type Read = fn(&Commitment) -> String;
    type Write = fn(&mut Commitment, String);
    let shared = shared();
    let form: Form = expect_context();
    let field =
        move |name: &'static str, label: &'static Text, about: &'static Text, rows: u32, read: Read, write: Write| {
            let path = move || format!("stances[{}].commitments[{n}].{name}", at.get());
            let now = move |e: &Editor| e.stance(id).and_then(|s| s.commitments.get(n).map(read));
            let value = Signal::derive(move || form.editor.with(now).unwrap_or_default());
            let set = move |text: String| {
                form.editor.update(|e| {
                    e.edit_stance(id, &format!("{name}-promised{n}"), |s| {
                        if let Some(commitment) = s.commitments.get_mut(n) {
                            write(commitment, text);
                        }
                    });
                });
            };
            let id = Signal::derive(move || field_id(&path()));
            let (label, about) = (shared.label(label), shared.label(about));
            view! { <Field id=id label=label about=about value=value set=set wrong=form.wrong_at(path) rows=rows /> }
        };
    let remove = move |_| {
        form.editor.update(|e| e.remove_commitment(id, n));
        form.wrong.set(None);
        focus_later(format!("add-commitment-{id}"));
    };
    let number = (n + 1).to_string();
    view! {
        <div class="statement">
            {field("what", &words::OPTIONS_FIELD_WHAT, &words::OPTIONS_WHAT_ABOUT, 2, |c| c.what.clone(), |c, text| c.what = text)}
            <div class="pair">
                {field("until", &words::OPTIONS_FIELD_UNTIL, &words::OPTIONS_DATE_ABOUT, 1, |c| c.until.clone(), |c, text| c.until = text)}
                {field("owner", &words::OPTIONS_FIELD_OWNER, &words::OPTIONS_OWNER_ABOUT, 1, |c| c.owner.clone(),
                    |c, text| c.owner = text)}
            </div>
            {field("receipts", &words::OPTIONS_FIELD_RECEIPTS, &words::OPTIONS_RECEIPTS_ABOUT, 2, |c| lines(&c.receipts),
                |c, text| c.receipts = split(text))}
            <div class="row">
                <button type="button" class="plain" on:click=remove>
                    {shared.fill(&words::OPTIONS_COMMITMENT_REMOVE, move || vec![("number", number.clone())])}
                </button>
            </div>
        </div>
    }
}
