//! Which page this is, its title and language, and what stands there before the first answer.

use super::general::locale_id;
use super::onboarding::Onboarding;
use super::options::Options;
use super::popup::Popup;
use super::shared::{Lost, Notice, Shared, shared};
use super::today::TodayPage;
use crate::browser::page;
use crate::engine::Text;
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, PartialEq)]
enum Page {
    Popup,
    Options,
    Onboarding,
    Today,
}

impl Page {
    /// From `<body data-page="…">`.
    fn this() -> Page {
        let body = document().body();
        match body.and_then(|body| body.get_attribute("data-page")).as_deref() {
            Some("options") => Page::Options,
            Some("onboarding") => Page::Onboarding,
            Some("today") => Page::Today,
            _ => Page::Popup,
        }
    }

    fn title(self) -> &'static Text {
        match self {
            Page::Popup => &words::POPUP_TITLE,
            Page::Options => &words::OPTIONS_TITLE,
            Page::Onboarding => &words::ONBOARDING_TITLE,
            Page::Today => &words::TODAY_TITLE,
        }
    }
}

/// Draws the page. Called once.
pub fn start() {
    let page = Page::this();
    mount_to_body(move || view! { <Frame page=page /> });
}

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Loading,
    Failed,
    Ready,
}

#[component]
fn Frame(page: Page) -> impl IntoView {
    let shared = Shared::provide();
    Effect::new(move |_| {
        let locale = shared.locale.get();
        document().set_title(page.title().get(locale));
        if let Some(root) = document().document_element() {
            // A fixed attribute name is always accepted.
            let _ = root.set_attribute("lang", locale_id(locale));
        }
    });
    spawn_local(async move {
        if page == Page::Popup {
            shared.set_tab(asked_tab().or(page::active_tab().await));
        }
        shared.refresh().await;
    });
    // Another page, a content script or an import changed something.
    page::on_change(move || {
        if shared.status.with_untracked(Option::is_some) {
            spawn_local(shared.refresh());
        }
    });
    let phase = Memo::new(move |_| match (shared.status.with(Option::is_some), shared.lost.get()) {
        (true, _) => Phase::Ready,
        (false, true) => Phase::Failed,
        (false, false) => Phase::Loading,
    });
    view! {
        {move || match phase.get() {
            Phase::Loading => view! { <Loading /> }.into_any(),
            Phase::Failed => view! {
                <main class="alone"><h1>{shared.t(&words::APP_NAME)}</h1><Lost /></main>
            }.into_any(),
            Phase::Ready => match page {
                Page::Popup => view! { <Popup /> }.into_any(),
                Page::Options => view! { <Options /> }.into_any(),
                Page::Onboarding => view! { <Onboarding /> }.into_any(),
                Page::Today => view! { <TodayPage /> }.into_any(),
            },
        }}
        <Notice />
    }
}

/// Appears (by its style) only where the answer is slow, so that nothing flashes.
#[component]
fn Loading() -> impl IntoView {
    let shared = shared();
    view! { <main class="alone late"><h1>{shared.t(&words::APP_NAME)}</h1><p role="status">{shared.t(&words::PAGES_LOADING)}</p></main> }
}

/// `popup.html?tab=7`: the popup in a tab of its own, about another tab.
fn asked_tab() -> Option<i32> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("tab")?.parse().ok()
}
