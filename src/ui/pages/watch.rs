//! Popup: a composer on a page that is in no table. The person is asked for this one host, then points at it.

use super::host;
use super::shared::shared;
use crate::browser::page;
use crate::protocol::FromPage;
use crate::settings::Change;
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Nothing where the page's site is built in, or is no page over TLS.
#[component]
pub fn Watch() -> impl IntoView {
    let shared = shared();
    let here = RwSignal::new(None::<(i32, String)>);
    let refused = RwSignal::new(false);
    // Known before the press: inside it nothing may be awaited before the browser asks.
    Effect::new(move |_| {
        let Some(tab) = shared.tab() else { return };
        spawn_local(async move {
            let host = page::tab_host(tab).await.filter(|host| crate::sites::by_host(host).is_none());
            here.set(host.map(|host| (tab, host)));
        });
    });
    let learned = shared.setting(|s| s.learned.clone());
    let pick = move |_| {
        let Some((tab, host)) = here.get_untracked() else { return };
        // Said first: where the browser closes the popup to ask, the background goes on by itself.
        let asked = page::request_origin(&host::pattern(&host));
        spawn_local(async move {
            shared.ask(FromPage::Pick { tab, host }).await;
            match asked.await {
                true => page::close(),
                false => refused.set(true),
            }
        });
    };
    move || {
        let (_, name) = here.get()?;
        let known = learned.with(|all| all.get(&name).map(|learned| learned.changed));
        let said = match known {
            None => words::POPUP_WATCH_ABOUT.get(shared.locale.get()).to_string(),
            Some(true) => words::POPUP_WATCH_CHANGED.fill(shared.locale.get(), &[("host", &name)]),
            Some(false) => words::POPUP_WATCH_ON.fill(shared.locale.get(), &[("host", &name)]),
        };
        let label = if known.is_some() { &words::POPUP_WATCH_AGAIN } else { &words::POPUP_WATCH };
        let (forgotten, wanted) = (name.clone(), name);
        let stop = move |_| shared.change(Change::Learned { host: forgotten.clone(), learned: None });
        let problem =
            move || refused.get().then(|| words::POPUP_WATCH_REFUSED.fill(shared.locale.get(), &[("host", &wanted)]));
        Some(view! {
            <div class="stack" id="watch">
                <p class="soft" role="status">{said}</p>
                <div class="row">
                    <button type="button" class="plain" id="pick" on:click=pick>{shared.t(label)}</button>
                    {known.is_some().then(|| view! {
                        <button type="button" class="plain" on:click=stop>{shared.t(&words::POPUP_WATCH_STOP)}</button>
                    })}
                </div>
                <p class="wrong" role="alert">{problem}</p>
            </div>
        })
    }
}
