//! Options → what is going on: whether the box of trends beside a page of X is read.

use super::super::parts::Switch;
use super::super::shared::shared;
use crate::settings::Change;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn PageTrends() -> impl IntoView {
    let shared = shared();
    view! {
        <div class="card stack">
            <h3>{shared.t(&words::OPTIONS_BOX)}</h3>
            <Switch id="page-trends" label=shared.label(&words::OPTIONS_BOX_READ) about=shared.label(&words::OPTIONS_BOX_ABOUT)
                on=shared.setting(|settings| settings.page_trends) set=move |on| shared.change(Change::PageTrends { on }) />
        </div>
    }
}
