//! The popup: where this page's draft stands, what today is, and every switch within two presses.

use super::advice::ForTheBrand;
use super::brand_choice::BrandChoice;
use super::general::{LanguageChoice, SensitivityChoice};
use super::marks::{Today, VerdictView};
use super::parts::{Switch, Tick};
use super::probe::Probe;
use super::shared::{Lost, Shared, shared};
use super::watch::Watch;
use crate::browser::page;
use crate::protocol::{CheckLine, TodayItem};
use crate::settings::Change;
use crate::words;
use leptos::prelude::*;
use std::time::Duration;

const HOUR_MS: f64 = 3_600_000.0;

#[component]
pub fn Popup() -> impl IntoView {
    let shared = shared();
    let enabled = shared.setting(|s| s.enabled);
    let left = minutes_left();
    let brand = move || shared.status.with(|s| s.as_ref().map(|s| s.brand.clone()).unwrap_or_default());
    let several = Memo::new(move |_| shared.status.with(|s| s.as_ref().is_some_and(|s| s.brands.len() > 1)));
    view! {
        <header class="bar">
            <div>
                <h1>{shared.t(&words::APP_NAME)}</h1>
                {move || if several.get() { view! { <BrandChoice /> }.into_any() } else {
                    let name = move || {
                        let brand = brand();
                        if brand.is_empty() { words::POPUP_NO_BRAND.get(shared.locale.get()).to_string() } else { brand }
                    };
                    view! { <p class="soft">{name}</p> }.into_any()
                }}
            </div>
            <Switch id="enabled" label=shared.label(&words::POPUP_ENABLED) on=enabled
                set=move |on| shared.change(Change::Enabled { on }) />
        </header>
        <main class="stack">
            {move || shared.lost.get().then(|| view! { <Lost /> })}
            {move || shared.status.with(|s| s.as_ref().is_some_and(|s| s.recovered)).then(|| view! {
                <p class="standing" data-kind="off" role="status">{shared.t(&words::POPUP_RECOVERED)}</p>
            })}
            <Standing left=left />
            <Here />
            <section aria-labelledby="today">
                <h2 id="today">{shared.t(&words::POPUP_TODAY)}</h2>
                {move || {
                    let items = shared.status.with(|s| s.as_ref().map(|s| s.today.clone()).unwrap_or_default());
                    view! { <Today items=items /> }
                }}
                <Feeds />
                <p><a id="today-page" href="today.html" target="_blank">{shared.t(&words::POPUP_TODAY_PAGE)}</a></p>
            </section>
            <ForTheBrand />
            <Pauses left=left />
            <SensitivityChoice />
            <Checks />
            <Probe />
        </main>
        <footer class="bar">
            <LanguageChoice />
            <button type="button" class="plain" on:click=move |_| page::open_options()>
                {shared.t(&words::POPUP_OPTIONS)}
            </button>
            <p class="soft promise">{shared.t(&words::POPUP_PROMISE)}</p>
        </footer>
    }
}

/// Where what goes on is known from: no source is on, or some have not answered for a while. Never "all clear".
#[component]
fn Feeds() -> impl IntoView {
    let shared = shared();
    let known = move || shared.status.with(|s| s.as_ref().map(|s| (s.feeds, s.silent.join(", "))));
    move || {
        let said = match known()? {
            (0, _) => words::POPUP_FEEDS_NONE.get(shared.locale.get()).to_string(),
            (_, silent) if !silent.is_empty() => {
                words::POPUP_FEEDS_SILENT.fill(shared.locale.get(), &[("names", &silent)])
            }
            _ => return None,
        };
        Some(view! {
            <p class="soft">
                {said} " "
                <a href="options.html#feeds" target="_blank">{shared.t(&words::POPUP_FEEDS_CHOOSE)}</a>
            </p>
        })
    }
}

/// Minutes until the pause ends; None: not paused. Counts down while the popup is open.
fn minutes_left() -> Memo<Option<u32>> {
    let until = shared().setting(|s| s.paused_until);
    let tick = RwSignal::new(0u32);
    if let Ok(handle) = set_interval_with_handle(move || tick.update(|n| *n += 1), Duration::from_secs(10)) {
        on_cleanup(move || handle.clear());
    }
    Memo::new(move |_| {
        tick.track();
        let left = until.get()? - js_sys::Date::now();
        (left > 0.0).then(|| (left / 60_000.0).ceil() as u32)
    })
}

fn paused_words(shared: Shared, minutes: u32) -> String {
    words::POPUP_PAUSED.fill(shared.locale.get(), &[("minutes", &minutes.to_string())])
}

/// What holds for every page just now: off, paused, everything held. Nothing where all is as usual.
#[component]
fn Standing(left: Memo<Option<u32>>) -> impl IntoView {
    let shared = shared();
    let enabled = shared.setting(|s| s.enabled);
    let holding = shared.setting(|s| s.hold_everything);
    move || {
        if !enabled.get() {
            return view! { <p class="standing" data-kind="off" role="status">{shared.t(&words::POPUP_OFF)}</p> }
                .into_any();
        }
        let paused = left.get().map(|minutes| paused_words(shared, minutes));
        if let Some(words) = paused {
            return view! { <p class="standing" data-kind="off">{words}</p> }.into_any();
        }
        if holding.get() {
            return view! {
                <p class="standing" data-kind="hold" role="status">
                    <span class="shape" aria-hidden="true">"■"</span>{shared.t(&words::POPUP_HOLDING)}
                </p>
            }
            .into_any();
        }
        ().into_any()
    }
}

/// This page: its site, its switch and the newest verdict.
#[component]
fn Here() -> impl IntoView {
    let shared = shared();
    let site = Memo::new(move |_| shared.status.with(|s| s.as_ref().and_then(|s| s.site.clone())));
    let off = shared.setting(|s| s.sites_off.clone());
    let body = move || {
        let Some(id) = site.get() else {
            return view! { <p class="soft">{shared.t(&words::POPUP_NO_COMPOSER)}</p> }.into_any();
        };
        let name = shared.site_name(&id);
        let (label_name, on_id, set_id) = (name.clone(), id.clone(), id.clone());
        let label = shared.fill(&words::POPUP_SITE_ON, move || vec![("site", label_name.clone())]);
        let on = Signal::derive(move || off.with(|off| !off.contains(&on_id)));
        let set = move |on| shared.change(Change::Site { site: set_id.clone(), on });
        let verdict = move || {
            if !on.get() {
                return view! { <p class="soft">{shared.t(&words::POPUP_SITE_OFF)}</p> }.into_any();
            }
            match shared.status.with(|s| s.as_ref().and_then(|s| s.verdict.clone())) {
                Some(verdict) => view! { <VerdictView verdict=verdict /> }.into_any(),
                None => view! { <p class="soft">{shared.t(&words::POPUP_NO_DRAFT)}</p> }.into_any(),
            }
        };
        view! {
            {verdict}
            <Switch id="site" label=Signal::derive(label) on=on set=set />
        }
        .into_any()
    };
    let title = move || {
        let locale = shared.locale.get();
        let here = words::POPUP_HERE.get(locale);
        site.get().map_or_else(|| here.to_string(), |id| format!("{here} · {}", shared.site_name(&id)))
    };
    view! {
        <section aria-labelledby="here">
            <h2 id="here">{title}</h2>
            {body}
            <Watch />
        </section>
    }
}

/// Silence for an hour, and its opposite: hold every post.
#[component]
fn Pauses(left: Memo<Option<u32>>) -> impl IntoView {
    let shared = shared();
    let holding = shared.setting(|s| s.hold_everything);
    let press = move |_| {
        let until = left.get_untracked().is_none().then(|| js_sys::Date::now() + HOUR_MS);
        shared.change(Change::Pause { until });
    };
    let state = move || {
        let locale = shared.locale.get();
        match left.get() {
            Some(minutes) => paused_words(shared, minutes),
            None => words::POPUP_PAUSE_ABOUT.get(locale).to_string(),
        }
    };
    let label = move || {
        let text = if left.get().is_some() { &words::POPUP_RESUME } else { &words::POPUP_PAUSE };
        text.get(shared.locale.get())
    };
    // What is real and grave proposes it; only a person does it.
    let crisis = move || {
        let grave = |item: &&TodayItem| item.kind == "event" && item.tone == "grave" && !item.sample;
        let items = shared.status.with(|s| s.as_ref().map(|s| s.today.clone()).unwrap_or_default());
        let name = items.iter().find(grave).filter(|_| !holding.get())?.name.clone();
        let said = words::POPUP_PROPOSE.fill(shared.locale.get(), &[("name", &name)]);
        Some(view! { <p class="standing" data-kind="off">{said}</p> })
    };
    view! {
        <section aria-labelledby="pauses">
            <h2 id="pauses">{shared.t(&words::POPUP_PAUSES)}</h2>
            {crisis}
            <Switch id="hold-everything" label=shared.label(&words::POPUP_HOLD_ALL)
                about=shared.label(&words::POPUP_HOLD_ALL_ABOUT) on=holding
                set=move |on| shared.change(Change::HoldEverything { on }) />
            <div class="switch">
                <p id="pause-state" class="soft" aria-live="polite">{state}</p>
                <button type="button" class="plain" aria-describedby="pause-state" on:click=press>{label}</button>
            </div>
        </section>
    }
}

/// Every check with its switch, and beside it the same for this site alone.
#[component]
fn Checks() -> impl IntoView {
    let shared = shared();
    view! {
        <details class="fold">
            <summary><h2>{shared.t(&words::POPUP_CHECKS)}</h2></summary>
            <p class="soft">{shared.t(&words::POPUP_CHECKS_ABOUT)}</p>
            <ul class="checks">
                <For each=move || shared.switches() key=|line| (line.id.clone(), line.name.clone()) let:line>
                    <CheckRow line=line />
                </For>
            </ul>
        </details>
    }
}

#[component]
fn CheckRow(line: CheckLine) -> impl IntoView {
    let shared = shared();
    let site = Memo::new(move |_| shared.status.with(|s| s.as_ref().and_then(|s| s.site.clone())));
    if line.locked {
        let why = shared.t(&words::POPUP_CHECK_LOCKED);
        return view! { <li><p>{line.name}</p><small class="soft">{why}</small></li> }.into_any();
    }
    let (name, id) = (line.name, StoredValue::new(line.id.clone()));
    let off = move |site: &str| {
        shared.status.with(|s| {
            let rows = s.as_ref().map(|s| s.settings.exceptions.as_slice()).unwrap_or_default();
            id.with_value(|id| rows.iter().any(|e| e.check == *id && e.site == site))
        })
    };
    let everywhere = Memo::new(move |_| !off(""));
    let set = move |site: String, on: bool| shared.change(Change::Check { check: id.get_value(), site, on });
    let label = name.clone();
    let here = move || {
        let site = site.get().filter(|_| everywhere.get())?;
        let site_name = shared.site_name(&site);
        let asked = site.clone();
        let on = Memo::new(move |_| !off(&asked));
        let spoken = format!("{name}: {site_name}");
        Some(view! { <Tick label=site_name spoken=spoken on=on set=move |on| set(site.clone(), on) /> })
    };
    view! {
        <li>
            <Switch id=format!("check-{}", line.id) label=Signal::derive(move || label.clone()) on=everywhere
                set=move |on| set(String::new(), on) />
            {here}
        </li>
    }
    .into_any()
}
