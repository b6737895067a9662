//! What content scripts say: drafts to judge, and what became of them.

use super::asleep::{self, Place, Sleeper};
use super::log::sha256;
use super::remember;
use super::state::{State, now};
use super::track::{Judged, Outcome, Track};
use crate::engine::Level;
use crate::protocol::{FromContent, LogEntry, MAX_DRAFT, Reason, ToContent};
use crate::settings::Change;

/// Longest texts around a draft that are taken: what it answers, one alternative text. In bytes.
const MAX_AROUND: usize = 20_000;
const MAX_MEDIA: usize = 20;

/// Something that a page can say of a hold, beside its outcome.
#[derive(Default)]
struct Said {
    reason: String,
    note: String,
    asked_by: String,
}

pub async fn hear(state: &mut State, number: u32, message: FromContent) {
    match message {
        FromContent::Hello { site, page } => hello(state, number, site, page).await,
        FromContent::Review { request, composer, draft } => {
            let around = draft.reply_to.len() > MAX_AROUND
                || draft.by.len() > MAX_AROUND
                || draft.media.len() > MAX_MEDIA
                || draft.media.iter().any(|text| text.len() > MAX_AROUND);
            // No answer: the content script lets it go as "not checked".
            if draft.text.encode_utf16().count() > MAX_DRAFT || around {
                return;
            }
            if state.judge.is_of_yesterday() {
                state.judge.changed(&state.brands, &state.settings);
            }
            let locale = state.locale();
            let Some(line) = state.lines.get_mut(&number) else { return };
            if !state.settings.active(&line.site, now()) {
                return;
            }
            let brand = state.brands.by_account(&line.host, &draft.by).unwrap_or(state.brands.chosen);
            let verdict = state.judge.review(brand, &draft, &line.site, locale);
            let (level, before, tab) = (verdict.level, line.verdict.as_ref().map(|v| v.level), line.tab);
            let judged = Judged {
                request,
                level,
                checks: verdict.findings.iter().map(|finding| finding.check.clone()).collect(),
                text: draft.text,
                at: now(),
                brand,
            };
            if let Some(track) = line.track(composer) {
                track.judged(judged);
            }
            line.verdict = Some(verdict.clone());
            line.newest = composer;
            line.say(&ToContent::Verdict { request, context: state.version, verdict });
            if before.unwrap_or_default() != level {
                state.badge(tab, level);
            }
        }
        FromContent::Held { request, composer } => {
            settle(state, number, composer, Said::default(), |track| track.hold(request)).await;
        }
        // The edit itself is judged when the button is pressed again.
        FromContent::Edit { .. } => {}
        FromContent::Released { request, composer, reason, note, asked_by } => {
            let said = Said { reason: name(reason).into(), note, asked_by };
            let text = written(state, number, composer, Some(request));
            settle(state, number, composer, said, |track| track.release(request)).await;
            went_out(state, text).await;
        }
        FromContent::Sent { request, composer } => {
            let at = now();
            let said = written(state, number, composer, request);
            settle(state, number, composer, Said::default(), |track| track.sent(request, at)).await;
            went_out(state, said).await;
        }
        FromContent::Gone { composer } => {
            gone(state, number, composer).await;
        }
        FromContent::Allow { check, everywhere } => {
            let site = state.lines.get(&number).map(|line| line.site.clone()).unwrap_or_default();
            // A line that never said where it stands can only speak for everywhere, and that was not asked.
            if site.is_empty() && !everywhere {
                return;
            }
            let site = if everywhere { String::new() } else { site };
            state.change(Change::Check { check, site, on: false }).await;
        }
        FromContent::Wrong { request, check } => {
            let Some(line) = state.lines.get(&number) else { return };
            let judged = line.composers.values().find_map(|track| track.of(request)).cloned();
            let Some(mut judged) = judged.filter(|judged| judged.checks.contains(&check)) else { return };
            judged.checks = vec![check];
            let site = line.site.clone();
            write(state, site, Outcome::WrongWarning, judged, Said::default()).await;
        }
    }
}

async fn hello(state: &mut State, number: u32, site: String, page: u32) {
    let Some(line) = state.lines.get_mut(&number) else { return };
    line.page = page;
    if crate::sites::find(&site).is_some() {
        line.site = site;
    }
    if let Some(place) = line.place() {
        match state.asleep.remove(&place) {
            Some(sleeper) if sleeper.page == page => line.wake(sleeper),
            Some(sleeper) => left(state, place, Some(sleeper)).await,
            None => {}
        }
    }
    state.tell(number);
}

/// A page went away while no worker ran: what it left open was dropped.
pub async fn left(state: &mut State, place: Place, sleeper: Option<Sleeper>) {
    let Some(sleeper) = sleeper.or_else(|| state.asleep.remove(&place)) else { return };
    for (_, mut track) in sleeper.composers {
        if let Some((outcome, judged)) = track.gone(now()) {
            write(state, sleeper.site.clone(), outcome, judged, Said::default()).await;
        }
    }
    // Another page in the same place keeps its own under the same name.
    if !state.lines.values().any(|line| line.place() == Some(place)) {
        asleep::forget(place).await;
    }
}

/// A line ended: its page was closed, or its composers went with it.
pub async fn ended(state: &mut State, number: u32) {
    let composers: Vec<u32> =
        state.lines.get(&number).map(|line| line.composers.keys().copied().collect()).unwrap_or_default();
    for composer in composers {
        gone(state, number, composer).await;
    }
    let Some(line) = state.lines.remove(&number) else { return };
    // The page may have opened a new line before the end of this one was told.
    if let Some(place) = line.place()
        && !state.lines.values().any(|other| other.place() == Some(place))
    {
        asleep::forget(place).await;
    }
}

async fn gone(state: &mut State, number: u32, composer: u32) {
    let at = now();
    settle(state, number, composer, Said::default(), |track| track.gone(at)).await;
    let Some(line) = state.lines.get_mut(&number) else { return };
    line.composers.remove(&composer);
    if line.newest != composer {
        return;
    }
    let warned = line.verdict.take().is_some_and(|verdict| verdict.level >= Level::Caution);
    let tab = line.tab;
    if warned {
        state.badge(tab, Level::Clear);
    }
}

/// Puts what became of a draft into the log, if there is anything to say.
async fn settle(
    state: &mut State,
    number: u32,
    composer: u32,
    said: Said,
    became: impl FnOnce(&mut Track) -> Option<(Outcome, Judged)>,
) {
    let Some(line) = state.lines.get_mut(&number) else { return };
    let site = line.site.clone();
    if let Some((outcome, judged)) = line.composers.get_mut(&composer).and_then(became) {
        write(state, site, outcome, judged, said).await;
    }
}

/// Site and text of a draft, and the brand that it was judged for. None: it was not judged, or not by this worker.
fn written(state: &State, number: u32, composer: u32, request: Option<u32>) -> Option<(String, String, u32)> {
    let line = state.lines.get(&number)?;
    let judged = line.composers.get(&composer)?.of(request?)?;
    Some((line.site.clone(), judged.text.clone(), judged.brand))
}

/// What went out is a past post from now on.
async fn went_out(state: &mut State, said: Option<(String, String, u32)>) {
    if let Some((site, text, brand)) = said {
        let date: String = String::from(js_sys::Date::new_0().to_iso_string()).chars().take(10).collect();
        remember::sent(state, brand, site, text, date).await;
    }
}

async fn write(state: &mut State, site: String, outcome: Outcome, judged: Judged, said: Said) {
    let entry = LogEntry {
        time: String::from(js_sys::Date::new_0().to_iso_string()),
        site,
        level: judged.level,
        checks: judged.checks,
        outcome: outcome.name().into(),
        reason: said.reason,
        note: said.note,
        asked_by: said.asked_by,
        text_hash: sha256(&judged.text),
        text: if state.settings.log_text { judged.text } else { String::new() },
        ..LogEntry::default()
    };
    // Storage full: the line waits in memory and the popup says so.
    state.log.append(entry).await;
}

fn name(reason: Reason) -> &'static str {
    match reason {
        Reason::Reviewed => "reviewed",
        Reason::WrongWarning => "wrong-warning",
        Reason::ToldTo => "told-to",
        Reason::Urgent => "urgent",
    }
}
