//! What popup, options and onboarding ask, and the answers.

use super::judge::Judge;
use super::state::{State, now};
use super::{log, pick, refresh, remember, servers, store, today};
use crate::brand;
use crate::engine::Text;
use crate::profile::{MAX_DATES, Profile, history, json};
use crate::protocol::{Answer, FromPage, Status};
use crate::settings::Settings;
use crate::words;
use serde::{Deserialize, Serialize};

/// Longest page of the log, in lines.
const MAX_LINES: u32 = 500;

/// Settings and profile as one file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everything {
    /// The form of this file.
    nunchi: u32,
    settings: Settings,
    profile: Profile,
}

const FORM: u32 = 1;

pub async fn answer(state: &mut State, question: FromPage) -> Answer {
    match question {
        FromPage::Status { tab } => {
            state.log.flush().await;
            refresh::read(state).await;
            status(state, tab)
        }
        FromPage::Change { change } => {
            let feeds = matches!(change, crate::settings::Change::Feed { .. });
            let scripts =
                matches!(change, crate::settings::Change::Learned { .. } | crate::settings::Change::PageTrends { .. });
            let kept = state.change(change).await;
            if feeds || scripts {
                let _ = servers::register(&state.settings).await;
            }
            if feeds {
                refresh::switched(state).await;
            }
            if kept { status(state, None) } else { refused(state, &words::BACKGROUND_NOT_KEPT, "") }
        }
        FromPage::Profile => Answer::Profile { json: json::print(&state.profile) },
        FromPage::SetProfile { json: text } => match json::parse(&text) {
            Ok(profile) => set_profile(state, profile).await,
            Err(problem) => Answer::Refused { message: problem.message(state.locale()), field: problem.field.clone() },
        },
        FromPage::Propose { text } => {
            let stances = crate::claims::propose(&text);
            Answer::Profile { json: json::print(&Profile { stances, ..Profile::default() }) }
        }
        FromPage::Tones { names } => {
            let tones = names.iter().take(MAX_DATES).map(|name| brand::days::tone_of(name)).collect();
            Answer::Tones { tones }
        }
        FromPage::Log { offset, limit } => {
            state.log.flush().await;
            let Ok(all) = state.log.all().await else { return refused(state, &words::BACKGROUND_NOT_READ, "") };
            let (from, most) = (offset as usize, limit.min(MAX_LINES) as usize);
            let entries = all.iter().rev().skip(from).take(most).cloned().collect();
            Answer::Log { total: all.len() as u32, changed: log::changed(&all), entries }
        }
        FromPage::ExportLog { csv } => {
            let Ok(all) = state.log.all().await else { return refused(state, &words::BACKGROUND_NOT_READ, "") };
            match log::export(&all, csv) {
                Ok(text) => Answer::File { name: format!("nunchi-log.{}", if csv { "csv" } else { "json" }), text },
                Err(problem) => Answer::Refused { message: problem, field: String::new() },
            }
        }
        FromPage::ClearLog => match state.log.clear().await {
            Ok(()) => Answer::Done,
            Err(_) => refused(state, &words::BACKGROUND_NOT_KEPT, ""),
        },
        FromPage::Requests => Answer::Requests { lines: store::requests().await },
        FromPage::Sources => Answer::Sources { lines: refresh::lines(state).await },
        FromPage::Past => Answer::Past { past: state.past.status() },
        FromPage::AddPast { posts, last } => remember::import(state, &posts, last).await,
        FromPage::ForgetPast => remember::forget(state).await,
        FromPage::ExportAll => {
            let all = Everything { nunchi: FORM, settings: state.settings.clone(), profile: state.profile.clone() };
            // Strings, lists and numbers always print.
            let text = serde_json::to_string_pretty(&all).unwrap_or_default();
            Answer::File { name: "nunchi-settings.json".into(), text }
        }
        FromPage::ImportAll { json: text } => import(state, &text).await,
        FromPage::Servers => {
            // Asked after a person granted or withdrew one: the registration follows at once.
            let _ = servers::register(&state.settings).await;
            Answer::Servers { origins: servers::granted(&state.settings.feeds).await }
        }
        FromPage::Try { draft } => {
            let verdict = state.judge.review(&draft, "", state.locale());
            Answer::Verdict { verdict }
        }
        FromPage::GoingOn => today::going_on(state).await,
        FromPage::Mark { id, mark } => today::mark(state, &id, mark).await,
        FromPage::SetOwn { own } => today::set_own(state, own).await,
        FromPage::Pick { tab, host } => {
            pick::wanted(tab, &host).await;
            Answer::Done
        }
    }
}

fn refused(state: &State, text: &Text, detail: &str) -> Answer {
    Answer::Refused { message: text.fill(state.locale(), &[("detail", detail)]), field: String::new() }
}

fn status(state: &State, tab: Option<i32>) -> Answer {
    let (site, verdict) = tab.and_then(|tab| state.seen_in(tab)).unwrap_or_default();
    let locale = state.locale();
    let mut checks = Judge::checks(locale);
    for check in &mut checks {
        check.locked = state.admin.locked_checks.contains(&check.id);
    }
    Answer::Status {
        status: Box::new(Status {
            settings: state.settings.clone(),
            locale,
            site: Some(site).filter(|site| !site.is_empty()),
            verdict,
            today: state.judge.today(locale),
            brand: state.profile.name.clone(),
            checks,
            log_kept: state.log.saved(),
            recovered: state.recovered,
            feeds: state.settings.feeds.len() as u32,
            silent: refresh::silent(state),
        }),
    }
}

async fn set_profile(state: &mut State, profile: Profile) -> Answer {
    let profile = history::record(&state.profile, profile, state.judge.day());
    if store::save_profile(&profile, &state.profile).await.is_err() {
        return refused(state, &words::BACKGROUND_NOT_KEPT, "");
    }
    state.profile = profile;
    state.changed().await;
    Answer::Profile { json: json::print(&state.profile) }
}

/// All of the file, or nothing of it.
async fn import(state: &mut State, text: &str) -> Answer {
    let limit = crate::profile::MAX_BYTES * 2;
    if text.len() > limit {
        return refused(state, &words::BACKGROUND_FILE_TOO_BIG, "");
    }
    let mut all: Everything = match serde_json::from_str(text) {
        Ok(all) => all,
        Err(problem) => return refused(state, &words::BACKGROUND_FILE_BROKEN, &problem.to_string()),
    };
    if all.nunchi != FORM {
        return refused(state, &words::BACKGROUND_FILE_NEWER, "");
    }
    if let Some(problem) = all.profile.problem() {
        return Answer::Refused { message: problem.message(state.locale()), field: problem.field.clone() };
    }
    // A pause of another day or computer is not taken along.
    all.settings.paused_until = all.settings.paused_until.filter(|until| *until > now());
    all.settings.tidy();
    state.admin.rule(&mut all.settings);
    let before = std::mem::replace(&mut state.profile, all.profile);
    let kept = store::save_profile(&state.profile, &before).await.is_ok()
        && store::save_settings(&all.settings, now()).await.is_ok();
    if !kept {
        state.profile = before;
        return refused(state, &words::BACKGROUND_NOT_KEPT, "");
    }
    state.settings = all.settings;
    let _ = servers::register(&state.settings).await;
    state.changed().await;
    status(state, None)
}
