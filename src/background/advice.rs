//! What may be said today for the chosen brand: silences that it may want to decide on, reviews that are due, outlines.

use super::state::State;
use super::store;
use crate::brand::{outline, review, silence};
use crate::claims::Ledger;
use crate::context::Day;
use crate::engine::{Event, Locale};
use crate::protocol::{Advice, Silence};
use crate::words;

/// Most keys of silences that are kept, and longest key, in bytes. The oldest go first.
pub(super) const MAX_HUSHED: usize = 300;
const LONG: usize = 3_000;

/// The same event and target of another brand is another silence.
fn key(brand: u32, key: &str) -> String {
    format!("{brand} {key}")
}

pub fn of(state: &State, locale: Locale) -> Advice {
    let Some(today) = Day::parse(state.judge.day()) else { return Advice::default() };
    let (profile, chosen) = (state.brands.chosen(), state.brands.chosen);
    let events: Vec<&Event> = state.judge.events().collect();
    let (library, none) = (state.judge.chosen_targets(), Ledger::default());
    let past = state.judge.past().unwrap_or(&none);
    let mut silences = silence::silences(profile, library, past, &events, today, locale);
    silences.retain(|silence| !state.hushed.contains(&key(chosen, &silence.key)));
    for Silence { own, source, .. } in &mut silences {
        if *own {
            *source = words::SOURCE_BRAND.get(locale).to_string();
        }
    }
    let mut outlines = outline::outlines(profile, library, &events, state.judge.day(), locale);
    for outline in &mut outlines {
        // The brand's own days have no source but the brand.
        if outline.source.is_empty() {
            outline.source = words::SOURCE_BRAND.get(locale).to_string();
        }
    }
    Advice { silences, due: review::due(profile, today), outlines }
}

/// Puts a silence of the chosen brand away. False: storage refused; it comes back with the next worker.
pub async fn hush(state: &mut State, name: &str) -> bool {
    let name = key(state.brands.chosen, name);
    if name.len() > LONG || state.hushed.contains(&name) {
        return true;
    }
    state.hushed.push(name);
    let over = state.hushed.len().saturating_sub(MAX_HUSHED);
    state.hushed.drain(..over);
    store::save_hushed(&state.hushed).await.is_ok()
}
