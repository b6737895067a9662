//! What the Today page shows and changes: events of the feeds with a person's marks, events by hand, the days to come.

use super::state::{State, now};
use super::{refresh, store};
use crate::context::{self, Day, Mood, SensitiveContext};
use crate::engine::{Event, Locale, Tone};
use crate::protocol::{Answer, ComingDay, GoingEvent, GoingOn, Headline, MAX_OWN, Mark, MoodLine, OwnEvent};
use crate::words;

/// Most events on the page, and days ahead.
const MAX_EVENTS: usize = 40;
const AHEAD: i32 = 21;

/// An event by hand as the engine reads it.
fn event(own: &OwnEvent, locale: Locale) -> Event {
    Event {
        id: format!("own-{}", own.name),
        name: own.name.clone(),
        name_ko: own.name.clone(),
        hashtags: own.words.clone(),
        gravity: own.gravity,
        tone: if own.gravity >= 2 { Tone::Grave } else { Tone::Unknown },
        source: words::TODAY_OWN_SOURCE.get(locale).to_string(),
        ..Event::default()
    }
}

/// All of them, each with its last day, as the judge takes them.
pub fn events(own: &[OwnEvent], locale: Locale) -> Vec<(String, Event)> {
    own.iter().map(|one| (one.until.clone(), event(one, locale))).collect()
}

pub async fn going_on(state: &mut State) -> Answer {
    let locale = state.locale();
    let (events, muted) = refresh::all(state).await;
    let mut days = Vec::new();
    if let Some(today) = Day::parse(state.judge.day()) {
        for ahead in 0..=AHEAD {
            let day = today.plus(ahead);
            let date = day.to_string();
            days.extend(state.judge.days(day, &state.settings.regions).into_iter().map(|event| {
                let korean = locale == Locale::Ko;
                let pick = |ko: &String, en: &String| if korean && !ko.is_empty() { ko.clone() } else { en.clone() };
                ComingDay {
                    date: date.clone(),
                    name: pick(&event.name_ko, &event.name),
                    meaning: pick(&event.meaning_ko, &event.meaning),
                    tone: event.tone.name().to_string(),
                    source: if event.own { words::SOURCE_BRAND.get(locale).into() } else { event.source.clone() },
                    url: (!event.url.is_empty()).then(|| event.url.clone()),
                }
            }));
        }
    }
    let shown = |all: Vec<SensitiveContext>| all.iter().take(MAX_EVENTS).map(|one| line(one, locale)).collect();
    let (mut events, muted): (Vec<GoingEvent>, _) = (shown(events), shown(muted));
    events.extend(state.judge.samples().map(|event| sample(event, locale)));
    let boxed = state.page_trends.shown();
    let going_on = GoingOn { now: now(), events, muted, own: state.own.clone(), days, boxed };
    Answer::GoingOn { going_on: Box::new(going_on) }
}

fn sample(event: &Event, locale: Locale) -> GoingEvent {
    let korean = locale == Locale::Ko;
    let pick = |ko: &String, en: &String| if korean && !ko.is_empty() { ko.clone() } else { en.clone() };
    GoingEvent {
        id: event.id.clone(),
        name: pick(&event.name_ko, &event.name),
        meaning: pick(&event.meaning_ko, &event.meaning),
        tone: if event.tone == Tone::Unknown { Tone::Grave } else { event.tone }.name().to_string(),
        sample: true,
        regions: event.regions.clone(),
        touched_by: event.hashtags.clone(),
        starts: now(),
        sources: vec![event.source.clone()],
        ..GoingEvent::default()
    }
}

/// Most headlines of one event.
const HEADLINES: usize = 4;

fn line(one: &SensitiveContext, locale: Locale) -> GoingEvent {
    let pick = |both: &context::Both| {
        let (first, second) = if locale == Locale::Ko { (&both.ko, &both.en) } else { (&both.en, &both.ko) };
        if first.is_empty() { second.clone() } else { first.clone() }
    };
    let mut sources: Vec<String> = Vec::new();
    for proof in &one.evidence {
        if !sources.contains(&proof.name) {
            sources.push(proof.name.clone());
        }
    }
    // Written ones first: the name of a trend says less than a headline.
    let mut told: Vec<_> = one.evidence.iter().collect();
    told.sort_by_key(|proof| (proof.url.is_empty(), proof.written.is_none()));
    let headlines = told.into_iter().take(HEADLINES).map(|proof| Headline {
        title: proof.title.clone(),
        source: proof.name.clone(),
        url: proof.url.clone(),
    });
    GoingEvent {
        id: one.id.clone(),
        name: pick(&one.name),
        meaning: pick(&one.meaning),
        tone: if one.crisis { Tone::Grave } else { one.tone }.name().to_string(),
        crisis: one.crisis,
        pinned: one.pinned,
        sample: false,
        regions: one.regions.clone(),
        touched_by: one.hashtags.iter().map(|tag| format!("#{tag}")).chain(one.aliases.iter().cloned()).collect(),
        starts: one.starts,
        pace: one.pace.clone(),
        headlines: headlines.collect(),
        sources,
        mood: one.mood.as_ref().map(mood),
    }
}

fn mood(mood: &Mood) -> MoodLine {
    let (most, count) = mood.most().map_or(("", 0), |(feeling, count)| (feeling.name(), count));
    MoodLine {
        most: most.to_string(),
        count,
        mostly: mood.is_mostly(),
        n: mood.n,
        low: mood.is_low(),
        source: mood.source.clone(),
        seen: mood.seen,
        counts: mood.counts,
    }
}

pub async fn mark(state: &mut State, id: &str, mark: Mark) -> Answer {
    refresh::mark(state, id, mark).await;
    going_on(state).await
}

pub async fn set_own(state: &mut State, own: Vec<OwnEvent>) -> Answer {
    let own: Vec<OwnEvent> = own.into_iter().take(MAX_OWN).filter_map(OwnEvent::tidy).collect();
    if store::save_own(&own).await.is_err() {
        let message = words::BACKGROUND_NOT_KEPT.fill(state.locale(), &[("detail", "")]);
        return Answer::Refused { message, field: String::new() };
    }
    state.judge.own(events(&own, state.locale()));
    state.own = own;
    state.changed().await;
    going_on(state).await
}
