//! Options → sites: every network that is known, its switch, and whether the browser lets us in.

use super::super::host;
use super::super::parts::Switch;
use super::super::shared::shared;
use crate::browser::page;
use crate::settings::Change;
use crate::sites::{self, Site};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Sites() -> impl IntoView {
    let rows = sites::all().map(|site| view! { <SiteRow site=site /> });
    view! { <ul class="card rows">{rows.collect_view()}</ul> }
}

#[component]
fn SiteRow(site: &'static Site) -> impl IntoView {
    let shared = shared();
    let on = shared.setting(|s| !s.sites_off.contains(site.id));
    // Firefox lets a person take a host back; until asked we assume that the manifest's hosts are there.
    let open = RwSignal::new(true);
    let first = site.hosts.first().copied();
    if let Some(host) = first {
        spawn_local(async move { open.set(page::has_origin(&host::pattern(host)).await) });
    }
    let grant = move |_| {
        let answer = page::request_origin(&host::pattern(first.unwrap_or_default()));
        spawn_local(async move { open.set(answer.await) });
    };
    let about = Signal::derive(move || match first {
        Some(_) => site.hosts.join(", "),
        None => words::OPTIONS_SITE_ON_SERVERS.get(shared.locale.get()).to_string(),
    });
    view! {
        <li>
            <Switch id=format!("site-{}", site.id) label=Signal::derive(move || shared.site_name(site.id)) about=about on=on
                set=move |on| shared.change(Change::Site { site: site.id.into(), on }) />
            {move || (!open.get()).then(|| view! {
                <div class="row">
                    <p class="wrong">{shared.t(&words::OPTIONS_SITE_CLOSED)}</p>
                    <button type="button" class="plain" on:click=grant>{shared.t(&words::OPTIONS_SITE_GRANT)}</button>
                </div>
            })}
        </li>
    }
}
