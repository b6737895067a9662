//! What a finding says of an event beside its name: since when, how fast, where, and two headlines to read.
//!
//! Written after the verdict stands: none of it weighs anything.

use super::Day;
use crate::engine::{Event, Evidence, EvidenceKind, Finding, Headline, Known, Locale, fold};
use crate::words;
use std::collections::BTreeSet;

/// From this day on, joining a light subject is late.
const LATE: i32 = 3;
/// Most headlines of one event.
const HEADLINES: usize = 2;

/// Completes the evidence of a verdict. What an event has to say is said once, however many findings stand on it.
pub fn tell(findings: &mut [Finding], events: &[Known], today: Option<Day>, locale: Locale) {
    let mut said: BTreeSet<usize> = BTreeSet::new();
    for finding in findings {
        let mut more = Vec::new();
        for evidence in finding.evidence.iter_mut().filter(|evidence| evidence.kind == EvidenceKind::Event) {
            let Some(at) = events.iter().position(|known| is_of(evidence, known, locale)) else { continue };
            if !said.insert(at) {
                continue;
            }
            let event = &events[at].event;
            for fact in facts(event, today, locale) {
                evidence.text.push(' ');
                evidence.text.push_str(&fact);
            }
            more.extend(headlines(event, locale).map(|headline| Evidence {
                kind: EvidenceKind::Event,
                text: headline.title.clone(),
                source: headline.source.clone(),
                url: Some(headline.url.clone()),
                date: None,
            }));
        }
        finding.evidence.extend(more);
    }
}

/// Compares without making a new text for each of a thousand events.
fn is_of(evidence: &Evidence, known: &Known, locale: Locale) -> bool {
    let event = &known.event;
    let name = known.name(locale);
    !event.observance
        && (event.pace.is_some() || !event.headlines.is_empty())
        && !name.is_empty()
        && evidence.url.as_deref().unwrap_or_default() == event.url
        && evidence.text.starts_with(name)
}

/// Day, speed and places, as far as they are known.
fn facts(event: &Event, today: Option<Day>, locale: Locale) -> Vec<String> {
    let mut out = Vec::new();
    let days = today.zip(Day::parse(&event.date)).map(|(today, first)| today.count() - first.count() + 1);
    if let Some(day) = days.filter(|day| *day >= 1) {
        let text = if event.gravity <= 1 && day >= LATE { &words::EVENT_LATE } else { &words::EVENT_DAY };
        out.push(text.fill(locale, &[("day", &day.to_string())]));
    }
    if let Some((now, before)) = event.pace {
        let text = match now.cmp(&before) {
            std::cmp::Ordering::Greater => &words::EVENT_FASTER,
            std::cmp::Ordering::Equal => &words::EVENT_STEADY,
            std::cmp::Ordering::Less => &words::EVENT_SLOWER,
        };
        out.push(text.fill(locale, &[("count", &now.to_string())]));
    }
    let places: Vec<&str> = event.regions.iter().map(String::as_str).filter(|region| *region != "world").collect();
    if !places.is_empty() {
        out.push(words::EVENT_PLACES.fill(locale, &[("places", &places.join(", "))]));
    }
    out
}

/// The reader's language first, another source rather than the same again; nothing that the first line said already.
fn headlines(event: &Event, locale: Locale) -> impl Iterator<Item = &Headline> {
    let tongue = if locale == Locale::Ko { "ko" } else { "en" };
    let mut titles: Vec<String> = [&event.name, &event.name_ko].map(|name| fold(name).text).into();
    let mut chosen: Vec<&Headline> = Vec::new();
    let mut all: Vec<&Headline> = event.headlines.iter().filter(|headline| headline.url != event.url).collect();
    all.sort_by_key(|headline| headline.language != tongue);
    for another_source in [true, false] {
        for headline in &all {
            let title = fold(&headline.title).text;
            let known = another_source && chosen.iter().any(|other| other.source == headline.source);
            if chosen.len() < HEADLINES && !known && !title.is_empty() && !titles.contains(&title) {
                titles.push(title);
                chosen.push(headline);
            }
        }
    }
    chosen.into_iter()
}
