//! What may be said today for the brand in use: silences to decide on, reviews that are due, and outlines for a day.

use super::marks::Source;
use super::parts::focus_later;
use super::shared::{Shared, shared};
use crate::browser::page;
use crate::protocol::{Advice, DueStance, FromPage, Outline, Silence};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

fn advice(shared: Shared) -> Memo<Advice> {
    Memo::new(move |_| shared.status.with(|s| s.as_ref().map(|s| s.advice.clone()).unwrap_or_default()))
}

/// The options at one stance of the brand in use.
fn stance_page(shared: Shared, place: usize) -> String {
    let brand = shared.status.with(|s| s.as_ref().map(|s| s.chosen).unwrap_or_default());
    format!("options.html?brand={brand}&stance={}", place + 1)
}

/// All of it, for the popup. Nothing where there is nothing.
#[component]
pub fn ForTheBrand() -> impl IntoView {
    let shared = shared();
    let all = advice(shared);
    let any = Memo::new(move |_| all.with(|all| *all != Advice::default()));
    let silences = move || all.with(|all| all.silences.clone());
    let due = move || all.with(|all| all.due.clone());
    view! {
        <section aria-labelledby="for-the-brand" hidden=move || !any.get()>
            <h2 id="for-the-brand" tabindex="-1">{shared.t(&words::ADVICE_TITLE)}</h2>
            <ul class="advice" id="silences">
                <For each=silences key=|one| format!("{one:?}") let:one><SilenceLine one=one /></For>
            </ul>
            <div hidden=move || all.with(|all| all.due.is_empty())>
                <h3>{shared.t(&words::ADVICE_DUE)}</h3>
                <ul class="advice" id="due">
                    <For each=due key=|one| format!("{one:?}") let:one><DueLine one=one /></For>
                </ul>
            </div>
            <Outlines />
        </section>
    }
}

#[component]
fn SilenceLine(one: Silence) -> impl IntoView {
    let shared = shared();
    let Silence { key, target, said, date, url, past, event, source, event_url, .. } = one;
    let (then, again) = (target.clone(), event.clone());
    let before = shared.fill(&words::ADVICE_SAID, move || vec![("target", then.clone()), ("date", date.clone())]);
    let today = shared.fill(&words::ADVICE_ON_TODAY, move || vec![("event", again.clone())]);
    let whose = move || {
        let text = if past { &words::SOURCE_PAST } else { &words::SOURCE_BRAND };
        view! { <Source source=text.get(shared.locale.get()).to_string() url=Some(url.clone()).filter(|url| !url.is_empty()) /> }
    };
    let spoken = move || format!("{}: {target}, {event}", words::ADVICE_HUSH.get(shared.locale.get()));
    let hush = move |_| {
        let key = key.clone();
        spawn_local(async move {
            let _ = shared.ask(FromPage::Hush { key }).await;
            shared.refresh().await;
            shared.tell(&words::ADVICE_HUSHED);
            // The button is gone.
            focus_later("for-the-brand");
        });
    };
    view! {
        <li class="silence">
            <p>{before}" "<q>{said}</q>" "{whose}</p>
            <p>{today}" "<Source source=source url=Some(event_url).filter(|url| !url.is_empty()) /></p>
            <p class="soft">{shared.t(&words::ADVICE_DECIDE)}</p>
            <button type="button" class="plain" aria-label=spoken on:click=hush>{shared.t(&words::ADVICE_HUSH)}</button>
        </li>
    }
}

#[component]
fn DueLine(one: DueStance) -> impl IntoView {
    let shared = shared();
    let DueStance { place, target, review, over } = one;
    let text = if over { &words::ADVICE_WAS_DUE } else { &words::ADVICE_IS_DUE };
    let when = shared.fill(text, move || vec![("date", review.clone())]);
    view! {
        <li><a href=move || stance_page(shared, place) target="_blank">{target}</a>" "<span class="soft">{when}</span></li>
    }
}

/// What could honestly be said on this day, for the popup and the Today page.
#[component]
pub fn Outlines() -> impl IntoView {
    let shared = shared();
    let all = advice(shared);
    view! {
        <For each=move || all.with(|all| all.outlines.clone()) key=|one| format!("{one:?}") let:one><Sketch one=one /></For>
    }
}

/// The lines of an outline in the reader's language: label, words.
fn lines(shared: Shared, one: &Outline) -> Vec<String> {
    let locale = shared.locale.get();
    let dated = |text: &str, date: &str| if date.is_empty() { text.to_string() } else { format!("{text} ({date})") };
    let mut all = Vec::new();
    if !one.own.is_empty() {
        let text = dated(&format!("“{}”", one.own), &one.own_date);
        all.push(words::OUTLINE_OWN.fill(locale, &[("text", &text)]));
    }
    if !one.fact.is_empty() {
        all.push(words::OUTLINE_FACT.fill(locale, &[("text", &one.fact), ("source", &one.source)]));
    }
    if !one.act.is_empty() {
        let text = if one.act_kept { &words::OUTLINE_DONE } else { &words::OUTLINE_PROMISED };
        all.push(text.fill(locale, &[("text", &dated(&one.act, &one.act_until))]));
    }
    if !one.resource.is_empty() {
        all.push(words::OUTLINE_MORE.fill(locale, &[("url", &one.resource)]));
    }
    all
}

#[component]
fn Sketch(one: Outline) -> impl IntoView {
    let shared = shared();
    let (day, target) = (one.day.clone(), one.target.clone());
    let title = shared.fill(&words::OUTLINE_TITLE, move || vec![("day", day.clone()), ("target", target.clone())]);
    let place = one.place;
    let to_stance = move || view! { <a href=move || stance_page(shared, place) target="_blank">{shared.t(&words::OUTLINE_STANCE)}</a> };
    if !one.is_concrete() {
        return view! {
            <div class="outline" data-empty="">
                <h3>{title}</h3>
                <p>{shared.t(&words::OUTLINE_NOTHING)}" "{to_stance}</p>
            </div>
        }
        .into_any();
    }
    let (shown, copied) = (one.clone(), one.clone());
    let rows = move || lines(shared, &shown).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let lacks = match (one.own.is_empty(), one.act.is_empty()) {
        (true, _) => Some(&words::OUTLINE_NO_OWN),
        (_, true) => Some(&words::OUTLINE_NO_ACT),
        _ => None,
    };
    let copy = move |_| {
        let text = untrack(|| lines(shared, &copied)).join("\n");
        spawn_local(async move {
            let done = page::copy(&text).await;
            shared.tell(if done { &words::OUTLINE_COPIED } else { &words::OUTLINE_NOT_COPIED });
        });
    };
    let heard = StoredValue::new(one.day);
    let spoken = move || heard.with_value(|day| format!("{}: {day}", words::OUTLINE_COPY.get(shared.locale.get())));
    view! {
        <div class="outline">
            <h3>{title}</h3>
            <ol>{rows}</ol>
            {lacks.map(|text| view! { <p class="soft">{shared.t(text)}" "{to_stance}</p> })}
            <p class="soft">{shared.t(&words::OUTLINE_ABOUT)}</p>
            <button type="button" class="plain" data-do="copy" aria-label=spoken on:click=copy>{shared.t(&words::OUTLINE_COPY)}</button>
        </div>
    }
    .into_any()
}
