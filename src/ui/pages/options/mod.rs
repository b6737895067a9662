//! The options: brand, sites, feeds, checks, decision log, requests, settings and their files, on one page with a map.

mod account;
mod brand;
mod brands;
mod commitments;
mod dates;
mod exceptions;
mod feeds;
mod files;
mod history;
mod json;
mod log;
mod page_trends;
mod past;
mod propose;
mod requests;
mod servers;
mod sites;
mod stance;

pub use servers::Servers;
pub use stance::position_words;

use super::general::General;
use super::shared::{Lost, shared};
use crate::engine::Text;
use crate::words;
use leptos::prelude::*;

const PARTS: [(&str, &Text); 9] = [
    ("brand", &words::OPTIONS_BRAND),
    ("past", &words::OPTIONS_PAST),
    ("sites", &words::OPTIONS_SITES),
    ("feeds", &words::OPTIONS_FEEDS),
    ("exceptions", &words::OPTIONS_EXCEPTIONS),
    ("log", &words::OPTIONS_LOG),
    ("requests", &words::OPTIONS_REQUESTS),
    ("general", &words::OPTIONS_GENERAL),
    ("files", &words::OPTIONS_FILES),
];

/// A part of the page's address: `options.html?brand=7`.
fn asked(name: &str) -> Option<String> {
    let search = location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

#[component]
pub fn Options() -> impl IntoView {
    let shared = shared();
    brands::Edited::provide();
    // The place in the address was not there yet when the browser looked for it.
    let place = move || {
        let id = location().hash().unwrap_or_default();
        if let Some(part) = document().get_element_by_id(id.trim_start_matches('#')) {
            part.scroll_into_view();
        }
    };
    Effect::new(move |_| request_animation_frame(place));
    let link = move |(id, text): (&'static str, &'static Text)| {
        view! { <li><a href=format!("#{id}")>{shared.t(text)}</a></li> }
    };
    view! {
        <a class="skip" href="#main">{shared.t(&words::OPTIONS_SKIP)}</a>
        <div class="columns">
            <header class="side">
                <h1>{shared.t(&words::OPTIONS_TITLE)}</h1>
                <nav aria-label=shared.t(&words::OPTIONS_MAP)><ul>{PARTS.into_iter().map(link).collect_view()}</ul></nav>
            </header>
            <main id="main" tabindex="-1">
                {move || shared.lost.get().then(|| view! { <Lost /> })}
                <Part id="brand" title=&words::OPTIONS_BRAND about=&words::OPTIONS_BRAND_ABOUT><brand::Brand /></Part>
                <Part id="past" title=&words::OPTIONS_PAST about=&words::OPTIONS_PAST_ABOUT><past::Past /></Part>
                <Part id="sites" title=&words::OPTIONS_SITES about=&words::OPTIONS_SITES_ABOUT>
                    <sites::Sites />
                    <Servers />
                </Part>
                <Part id="feeds" title=&words::OPTIONS_FEEDS about=&words::OPTIONS_FEEDS_ABOUT>
                    <feeds::Feeds />
                    <page_trends::PageTrends />
                </Part>
                <Part id="exceptions" title=&words::OPTIONS_EXCEPTIONS about=&words::OPTIONS_EXCEPTIONS_ABOUT>
                    <exceptions::Exceptions />
                </Part>
                <Part id="log" title=&words::OPTIONS_LOG about=&words::OPTIONS_LOG_ABOUT><log::Log /></Part>
                <Part id="requests" title=&words::OPTIONS_REQUESTS about=&words::OPTIONS_REQUESTS_ABOUT>
                    <requests::Requests />
                </Part>
                <Part id="general" title=&words::OPTIONS_GENERAL about=&words::OPTIONS_GENERAL_ABOUT><General /></Part>
                <Part id="files" title=&words::OPTIONS_FILES about=&words::OPTIONS_FILES_ABOUT><files::Files /></Part>
            </main>
        </div>
    }
}

#[component]
fn Part(id: &'static str, title: &'static Text, about: &'static Text, children: Children) -> impl IntoView {
    let shared = shared();
    view! {
        <section id=id aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{shared.t(title)}</h2>
            <p class="soft">{shared.t(about)}</p>
            {children()}
        </section>
    }
}
