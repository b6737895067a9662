//! The list of brands: chosen, added, taken away and put back, and their profiles. The one writer of them.

use super::judge::name_of;
use super::state::{State, now};
use super::{remember, store};
use crate::engine::{Locale, Text};
use crate::profile::brands::{Brands, KEPT_FOR, MAX_ALL_BYTES};
use crate::profile::{Profile, history, json};
use crate::protocol::{Answer, BrandAct, BrandLine};
use crate::words;
use std::rc::Rc;

/// Keeps them, together with those before. Err: the words for a person, and everything stays as it was.
pub async fn keep(state: &mut State, brands: Brands) -> Result<(), &'static Text> {
    if brands.bytes() > MAX_ALL_BYTES {
        return Err(&words::BRANDS_TOO_BIG);
    }
    if store::save_brands(&brands, &state.brands).await.is_err() {
        return Err(&words::BACKGROUND_NOT_KEPT);
    }
    state.brands = Rc::new(brands);
    Ok(())
}

fn refused(state: &State, text: &Text) -> Answer {
    Answer::Refused { message: text.fill(state.locale(), &[("detail", "")]), field: String::new() }
}

/// None: it was done, and everybody was told.
pub async fn act(state: &mut State, act: BrandAct) -> Option<Answer> {
    let before = state.brands.removed.as_ref().map(|removed| removed.brand.id);
    let (next, problem) = match act {
        BrandAct::Choose { brand } => (state.brands.choosing(brand), &words::BRANDS_GONE),
        BrandAct::Add { json: text } => match json::parse(&text) {
            Ok(profile) => (state.brands.added(draw(state), profile), &words::BRANDS_TOO_MANY),
            Err(problem) => {
                let (message, field) = (problem.message(state.locale()), problem.field.clone());
                return Some(Answer::Refused { message, field });
            }
        },
        BrandAct::Remove { brand } => (state.brands.without(brand, now()), &words::BRANDS_GONE),
        BrandAct::Restore => (state.brands.restored(), &words::BRANDS_GONE),
    };
    let Some(next) = next else { return Some(refused(state, problem)) };
    if let Err(text) = keep(state, next).await {
        return Some(refused(state, text));
    }
    // Taken away for good: another one was taken away since. Not cleared: nobody reads it, for no id is drawn twice.
    if let Some(id) = before.filter(|id| !knows(&state.brands, *id)) {
        let _ = remember::clear(state, id).await;
    }
    state.changed().await;
    None
}

fn knows(brands: &Brands, id: u32) -> bool {
    brands.get(id).is_some() || brands.removed.as_ref().is_some_and(|removed| removed.brand.id == id)
}

/// An id that no brand has here. Those of other computers are other ones, so a file can be read anywhere.
fn draw(state: &State) -> u32 {
    loop {
        let id = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        if id > crate::profile::brands::FIRST && !knows(&state.brands, id) {
            return id;
        }
    }
}

/// The profile of a brand as JSON (0: of the chosen one).
pub fn profile(state: &State, brand: u32) -> Answer {
    match state.brands.get(state.brands.meant(brand)) {
        Some(profile) => Answer::Profile { json: json::print(profile) },
        None => refused(state, &words::BRANDS_GONE),
    }
}

pub async fn set_profile(state: &mut State, brand: u32, text: &str) -> Answer {
    let profile = match json::parse(text) {
        Ok(profile) => profile,
        Err(problem) => {
            return Answer::Refused { message: problem.message(state.locale()), field: problem.field.clone() };
        }
    };
    let brand = state.brands.meant(brand);
    let Some(before) = state.brands.get(brand) else { return refused(state, &words::BRANDS_GONE) };
    let profile = history::record(before, profile, state.judge.day());
    let Some(next) = state.brands.with(brand, profile.clone()) else { return refused(state, &words::BRANDS_GONE) };
    if let Err(text) = keep(state, next).await {
        return refused(state, text);
    }
    state.changed().await;
    Answer::Profile { json: json::print(&profile) }
}

/// Those of a file in place of those that are here. What was taken away before can still be put back.
pub fn of_file(state: &State, brands: Option<Brands>, profile: Option<Profile>) -> Option<Brands> {
    let mut next = match (brands, profile) {
        (Some(brands), _) => brands,
        // A file of before there could be several.
        (None, Some(profile)) => state.brands.with(state.brands.chosen, profile)?,
        (None, None) => return None,
    };
    let ours = state.brands.removed.clone();
    next.removed = ours.filter(|removed| next.get(removed.brand.id).is_none());
    Some(next)
}

/// Every brand by its name, and the name of the one that can be put back.
pub fn lines(state: &State, locale: Locale) -> (Vec<BrandLine>, Option<String>) {
    let all = state.brands.all.iter().map(|kept| BrandLine { id: kept.id, name: name_of(&kept.profile, locale) });
    let back = state.brands.removed.as_ref().filter(|removed| now() - removed.at < KEPT_FOR);
    (all.collect(), back.map(|removed| name_of(&removed.brand.profile, locale)))
}
