//! Level and tone as shape, words and colour together; and a verdict with its reasons.

use super::shared::shared;
use crate::engine::{Evidence, Finding, Level, Text, Verdict};
use crate::protocol::TodayItem;
use crate::words;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The same shapes as beside the composer.
fn level_look(level: Level) -> (&'static str, &'static str, &'static Text, &'static Text) {
    match level {
        Level::Clear => ("clear", "○", &words::CHIP_CLEAR, &words::CHIP_CLEAR),
        Level::Hint => ("hint", "◐", &words::CHIP_HINT, &words::LEVEL_HINT),
        Level::Caution => ("caution", "▲", &words::CHIP_CAUTION, &words::LEVEL_CAUTION),
        Level::Hold => ("hold", "■", &words::CHIP_HOLD, &words::LEVEL_HOLD),
    }
}

/// The level of one finding or one log line: "▲ Caution".
#[component]
pub fn LevelMark(level: Level) -> impl IntoView {
    let (id, shape, _, words) = level_look(level);
    view! {
        <span class="level" data-level=id><span class="shape" aria-hidden="true">{shape}</span>{shared().t(words)}</span>
    }
}

/// A whole verdict. `text` is the draft, where the page has it, so that the words can be quoted.
#[component]
pub fn VerdictView(verdict: Verdict, #[prop(default = String::new())] text: String) -> impl IntoView {
    let shared = shared();
    let (id, shape, words, _) = level_look(verdict.level);
    let units: Vec<u16> = text.encode_utf16().collect();
    let clear = verdict.findings.is_empty();
    let brand = verdict.brand.clone();
    let named = shared.fill(&words::CARD_BRAND, move || vec![("brand", brand.clone())]);
    let findings = verdict.findings.into_iter().map(|finding| {
        let quote = units.get(finding.start as usize..finding.end as usize).map(String::from_utf16_lossy);
        finding_view(finding, quote.filter(|quote| !quote.trim().is_empty()))
    });
    view! {
        <div class="verdict">
            <p class="level big" data-level=id>
                <span class="shape" aria-hidden="true">{shape}</span>{shared.t(words)}
            </p>
            {(!verdict.brand.is_empty()).then(|| view! { <p class="soft" data-part="brand">{named}</p> })}
            {clear.then(|| view! { <p class="soft">{shared.t(&words::CARD_CLEAR)}</p> })}
            <ul class="findings">{findings.collect_view()}</ul>
        </div>
    }
}

fn finding_view(finding: Finding, quote: Option<String>) -> impl IntoView {
    let shared = shared();
    let (id, ..) = level_look(finding.level);
    let proofs = finding.evidence.into_iter().map(evidence_view).collect_view();
    view! {
        <li class="finding" data-level=id>
            <LevelMark level=finding.level />
            <p class="what">{finding.what}</p>
            {quote.map(|quote| view! { <q>{quote}</q> })}
            <p>{finding.why}</p>
            {(!finding.todo.is_empty()).then(|| view! {
                <p class="todo"><strong>{shared.t(&words::CARD_DO)}</strong>" "{finding.todo}</p>
            })}
            <ul class="proofs">{proofs}</ul>
        </li>
    }
}

fn evidence_view(evidence: Evidence) -> impl IntoView {
    let date = evidence.date.map(|date| format!(" · {date}")).unwrap_or_default();
    view! { <li>{evidence.text}" "<Source source=evidence.source url=evidence.url after=date /></li> }
}

/// "Source: …", a link where there is an address.
#[component]
pub fn Source(source: String, url: Option<String>, #[prop(default = String::new())] after: String) -> impl IntoView {
    let words = shared().fill(&words::CARD_SOURCE, move || vec![("source", source.clone())]);
    let safe = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    match safe {
        Some(url) => view! {
            <a class="source" href=url target="_blank" rel="noopener noreferrer">{words}{after}</a>
        }
        .into_any(),
        None => view! { <span class="source">{words}{after}</span> }.into_any(),
    }
}

fn tone_look(tone: &str) -> (&'static str, &'static Text) {
    match tone {
        "grave" => ("▲", &words::TONE_GRAVE),
        "solemn" => ("●", &words::TONE_SOLEMN),
        "contested" => ("◆", &words::TONE_CONTESTED),
        "celebratory" => ("★", &words::TONE_CELEBRATORY),
        _ => ("◇", &words::TONE_AWARENESS),
    }
}

/// A tone as shape and word.
#[component]
pub fn ToneMark(tone: String) -> impl IntoView {
    let (shape, words) = tone_look(&tone);
    view! {
        <span class="tone" data-tone=tone><span class="shape" aria-hidden="true">{shape}</span>{shared().t(words)}</span>
    }
}

/// Items that are shown before the rest is folded away.
const FIRST: usize = 4;

/// What is going on today, gravest first as the background sends it.
#[component]
pub fn Today(items: Vec<TodayItem>) -> impl IntoView {
    let shared = shared();
    if items.is_empty() {
        return view! { <p class="soft">{shared.t(&words::POPUP_TODAY_NONE)}</p> }.into_any();
    }
    // A source without an address is told once, however many days come from it.
    let plain = items.iter().filter(|item| item.url.is_none()).map(|item| item.source.clone());
    let sources: BTreeSet<String> = plain.filter(|source| !source.is_empty()).collect();
    let sources = sources.into_iter().map(|source| view! { <p><Source source=source url=None /></p> }).collect_view();
    let mut lines: Vec<AnyView> = items.into_iter().map(today_line).collect();
    let rest = lines.split_off(lines.len().min(FIRST));
    let count = rest.len();
    let more = shared.fill(&words::POPUP_TODAY_MORE, move || vec![("count", count.to_string())]);
    view! {
        <ul class="today">{lines}</ul>
        {(count > 0).then(|| view! {
            <details class="fold"><summary>{more}</summary><ul class="today">{rest}</ul></details>
        })}
        {sources}
    }
    .into_any()
}

fn today_line(item: TodayItem) -> AnyView {
    let shared = shared();
    let (shape, words) = tone_look(&item.tone);
    view! {
        <li data-tone=item.tone>
            <span class="shape" aria-hidden="true">{shape}</span>
            <div>
                <p class="day">
                    <strong>{item.name}</strong>
                    <span class="tag">{shared.t(words)}</span>
                    {item.sample.then(|| view! { <span class="tag sample">{shared.t(&words::POPUP_SAMPLE)}</span> })}
                </p>
                {(!item.meaning.is_empty()).then(|| view! { <p class="soft">{item.meaning}</p> })}
                {item.url.map(|url| view! { <Source source=item.source url=Some(url) /> })}
            </div>
        </li>
    }
    .into_any()
}
