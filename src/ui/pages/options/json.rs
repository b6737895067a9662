//! The brand profile as JSON, for people who keep it in a file.

use super::super::parts::Field;
use super::super::shared::shared;
use super::brand::Form;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn JsonBox() -> impl IntoView {
    let shared = shared();
    let form: Form = expect_context();
    let wrong = Signal::derive(move || form.wrong.get().map(|(_, message)| message).unwrap_or_default());
    view! {
        <div class="code">
            <Field id="profile-json".to_string() rows=18 label=shared.label(&words::OPTIONS_JSON)
                about=shared.label(&words::OPTIONS_JSON_ABOUT) value=form.text
                set=move |text| form.text.set(text) wrong=wrong />
        </div>
    }
}
