//! One event: what it is, since when, how fast, where, who tells of it, and what the person says of it.

use super::super::general::locale_id;
use super::super::marks::{Source, ToneMark};
use super::Room;
use crate::engine::{Locale, Text};
use crate::protocol::{GoingEvent, Mark, MoodLine};
use crate::words;
use leptos::prelude::*;

const DAY_MS: f64 = 86_400_000.0;
/// From this day on a trend is told to be old: joining in late is a way to look out of touch.
const LATE: u32 = 3;

/// The day of an event on which now is, counted from one.
fn day_of(starts: f64, now: f64) -> u32 {
    ((now - starts).max(0.0) / DAY_MS).floor().min(9_999.0) as u32 + 1
}

#[component]
pub fn Event(room: Room, event: GoingEvent, now: f64, muted: bool) -> impl IntoView {
    let shared = room.shared;
    let GoingEvent { id, name, meaning, tone, crisis, pinned, sample, regions, touched_by, starts, .. } = event;
    let GoingEvent { pace, sources, headlines, mood, .. } = event;
    let mood = mood.map(|mood| view! { <p class="mood">{move || feeling(&mood, now, shared.locale.get())}</p> });
    let day = day_of(starts, now);
    let light = !crisis && tone == "celebratory";
    let since = move || {
        let locale = shared.locale.get();
        let date = js_sys::Date::new(&starts.into());
        let date = String::from(date.to_locale_date_string(locale_id(locale), &wasm_bindgen::JsValue::UNDEFINED));
        let day = day.to_string();
        words::TODAY_SINCE.fill(locale, &[("date", &date), ("day", &day)])
    };
    let late = shared.fill(&words::TODAY_LATE, move || vec![("day", day.to_string())]);
    let listed = |text: &'static crate::engine::Text, key: &'static str, list: Vec<String>| {
        let all = list.join(", ");
        (!list.is_empty()).then(|| {
            let said = shared.fill(text, move || vec![(key, all.clone())]);
            view! { <p class="soft">{said}</p> }
        })
    };
    let links = headlines.into_iter().map(|one| {
        let url = (!one.url.is_empty()).then_some(one.url);
        view! { <li>{one.title}" "<Source source=one.source url=url /></li> }
    });
    let (pin_id, mute_id) = (id.clone(), id);
    let pin = if pinned { Mark::Unpin } else { Mark::Pin };
    let mute = if muted { Mark::Unmute } else { Mark::Mute };
    let pin_words = if pinned { &words::TODAY_UNPIN } else { &words::TODAY_PIN };
    let mute_words = if muted { &words::TODAY_UNMUTE } else { &words::TODAY_MUTE };
    view! {
        <article class="going stack">
            <div class="row between">
                <h3>{name}</h3>
                <span class="row">
                    <ToneMark tone=tone />
                    {crisis.then(|| view! { <span class="tag hot">{shared.t(&words::TODAY_CRISIS)}</span> })}
                    {sample.then(|| view! { <span class="tag sample">{shared.t(&words::POPUP_SAMPLE)}</span> })}
                    {pinned.then(|| view! { <span class="tag">{shared.t(&words::TODAY_PINNED)}</span> })}
                </span>
            </div>
            {(!meaning.is_empty()).then(|| view! { <p>{meaning}</p> })}
            <p class="soft">{since}{(light && day >= LATE).then(|| view! { " · "{late} })}</p>
            {mood}
            <Pace room=room pace=pace />
            {listed(&words::TODAY_REGIONS, "regions", regions)}
            {listed(&words::TODAY_TOLD, "sources", sources)}
            {listed(&words::TODAY_TOUCHED, "words", touched_by)}
            <ul class="proofs">{links.collect_view()}</ul>
            <div class="row" hidden=sample>
                <button type="button" class="plain" data-mark="pin" hidden=muted on:click=move |_| room.mark(pin_id.clone(), pin)>
                    {shared.t(pin_words)}
                </button>
                <button type="button" class="plain" data-mark="mute" on:click=move |_| room.mark(mute_id.clone(), mute)>
                    {shared.t(mute_words)}
                </button>
            </div>
        </article>
    }
}

/// How people feel who post about it, in a sentence with its sample: never a bare number.
fn feeling(mood: &MoodLine, now: f64, locale: Locale) -> String {
    let named: &Text = match mood.most.as_str() {
        "anger" => &words::TODAY_MOOD_ANGER,
        "jokes" => &words::TODAY_MOOD_JOKES,
        "mourning" => &words::TODAY_MOOD_MOURNING,
        "solidarity" => &words::TODAY_MOOD_SOLIDARITY,
        _ => &words::TODAY_MOOD_CELEBRATION,
    };
    let minutes = ((now - mood.seen).max(0.0) / 60_000.0).min(9_999.0) as u32;
    let ago = match minutes {
        0 => words::TODAY_AGO_NOW.get(locale).to_string(),
        1..60 => words::TODAY_AGO_MINUTES.fill(locale, &[("count", &minutes.to_string())]),
        _ => words::TODAY_AGO_HOURS.fill(locale, &[("count", &(minutes / 60).to_string())]),
    };
    let text = match (mood.most.is_empty(), mood.mostly) {
        (true, _) => &words::TODAY_MOOD_NONE,
        (false, true) => &words::TODAY_MOOD_MOSTLY,
        (false, false) => &words::TODAY_MOOD_MIXED,
    };
    let (count, n) = (mood.count.to_string(), mood.n.to_string());
    let values =
        [("mood", named.get(locale)), ("count", &count), ("n", &n), ("source", &mood.source), ("ago", ago.as_str())];
    let said = text.fill(locale, &values);
    if mood.low { format!("{said} · {}", words::TODAY_MOOD_LOW.get(locale)) } else { said }
}

/// Reports an hour as bars, and in words for who does not see them. Nothing where there is nothing to compare.
#[component]
fn Pace(room: Room, pace: Vec<u16>) -> impl IntoView {
    let all: u32 = pace.iter().map(|one| u32::from(*one)).sum();
    let most = pace.iter().copied().max().unwrap_or(0);
    if all < 2 {
        return ().into_any();
    }
    let (hours, last) = (pace.len(), pace.last().copied().unwrap_or(0));
    let said = room.shared.fill(&words::TODAY_PACE, move || {
        vec![
            ("hours", hours.to_string()),
            ("all", all.to_string()),
            ("most", most.to_string()),
            ("now", last.to_string()),
        ]
    });
    let label = Signal::derive(said);
    let bars = pace.into_iter().enumerate().filter(|(_, one)| *one > 0).map(|(at, one)| {
        let height = 24.0 * f64::from(one) / f64::from(most.max(1));
        view! { <rect x=(at * 4).to_string() y=format!("{:.1}", 24.0 - height) width="3" height=format!("{height:.1}") /> }
    });
    let size = format!("0 0 {} 25", hours * 4);
    view! {
        <figure class="pace">
            <svg viewBox=size role="img" aria-label=move || label.get() preserveAspectRatio="none">
                <line x1="0" y1="24.5" x2=(hours * 4).to_string() y2="24.5" />
                {bars.collect_view()}
            </svg>
            <figcaption class="soft">{move || label.get()}</figcaption>
        </figure>
    }
    .into_any()
}
