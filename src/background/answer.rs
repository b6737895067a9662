//! What popup, options and onboarding ask, and the answers.

use super::judge::Judge;
use super::state::{State, now};
use super::{advice, brands, log, pick, refresh, remember, servers, store, today};
use crate::brand;
use crate::engine::Text;
use crate::profile::brands::{Brands, MAX_ALL_BYTES};
use crate::profile::{MAX_DATES, Profile, json};
use crate::protocol::{Answer, FromPage, Status};
use crate::settings::Settings;
use crate::words;
use serde::{Deserialize, Serialize};

/// Longest page of the log, in lines.
const MAX_LINES: u32 = 500;

/// Settings and brands as one file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everything {
    /// The form of this file.
    nunchi: u32,
    settings: Settings,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    brands: Option<Brands>,
    /// Of the first form, which knew one brand only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    profile: Option<Profile>,
}

const FORM: u32 = 2;

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
        FromPage::Profile => brands::profile(state, 0),
        FromPage::ProfileOf { brand } => brands::profile(state, brand),
        FromPage::SetProfile { json: text, brand } => brands::set_profile(state, brand, &text).await,
        FromPage::Brand { act } => match brands::act(state, act).await {
            None => status(state, None),
            Some(refused) => refused,
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
        FromPage::Hush { key } => {
            if advice::hush(state, &key).await {
                status(state, None)
            } else {
                refused(state, &words::BACKGROUND_NOT_KEPT, "")
            }
        }
        FromPage::Requests => Answer::Requests { lines: store::requests().await },
        FromPage::Sources => Answer::Sources { lines: refresh::lines(state).await },
        FromPage::Past { brand } => remember::status(state, state.brands.meant(brand)),
        FromPage::AddPast { posts, last, brand } => {
            remember::import(state, state.brands.meant(brand), &posts, last).await
        }
        FromPage::ForgetPast { brand } => remember::forget(state, state.brands.meant(brand)).await,
        FromPage::ExportAll => {
            let brands = Some(Brands { removed: None, ..(*state.brands).clone() });
            let all = Everything { nunchi: FORM, settings: state.settings.clone(), brands, profile: None };
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
            let verdict = state.judge.review(state.brands.chosen, &draft, "", state.locale());
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
    let (brands, removed) = brands::lines(state, locale);
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
            brand: state.brands.chosen().name.clone(),
            brands,
            chosen: state.brands.chosen,
            advice: advice::of(state, locale),
            removed,
            checks,
            log_kept: state.log.saved(),
            recovered: state.recovered,
            feeds: state.settings.feeds.len() as u32,
            silent: refresh::silent(state),
        }),
    }
}

/// All of the file, or nothing of it.
async fn import(state: &mut State, text: &str) -> Answer {
    if text.len() > MAX_ALL_BYTES * 2 {
        return refused(state, &words::BACKGROUND_FILE_TOO_BIG, "");
    }
    let mut all: Everything = match serde_json::from_str(text) {
        Ok(all) => all,
        Err(problem) => return refused(state, &words::BACKGROUND_FILE_BROKEN, &problem.to_string()),
    };
    if !(1..=FORM).contains(&all.nunchi) {
        return refused(state, &words::BACKGROUND_FILE_NEWER, "");
    }
    let profiles = all.profile.iter().chain(all.brands.iter().flat_map(|it| it.all.iter().map(|kept| &kept.profile)));
    if let Some(problem) = profiles.filter_map(Profile::problem).next() {
        return Answer::Refused { message: problem.message(state.locale()), field: problem.field.clone() };
    }
    // A pause of another day or computer is not taken along.
    all.settings.paused_until = all.settings.paused_until.filter(|until| *until > now());
    all.settings.tidy();
    state.admin.rule(&mut all.settings);
    let brands = brands::of_file(state, all.brands, all.profile).filter(Brands::is_sound);
    let Some(brands) = brands else { return refused(state, &words::BACKGROUND_FILE_BROKEN, "brands") };
    let before = (*state.brands).clone();
    if let Err(text) = brands::keep(state, brands).await {
        return refused(state, text, "");
    }
    if store::save_settings(&all.settings, now()).await.is_err() {
        // Storage that refuses this too keeps the file's brands: they are whole.
        let _ = brands::keep(state, before).await;
        return refused(state, &words::BACKGROUND_NOT_KEPT, "");
    }
    state.settings = all.settings;
    let _ = servers::register(&state.settings).await;
    state.changed().await;
    status(state, None)
}
