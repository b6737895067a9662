//! The trends that X showed in its own page, told by `trends.js`: in the browser's memory, never on a disk, and gone when
//! the switch is moved back.

use super::state::{State, now};
use crate::browser::storage::{self, Area};
use crate::browser::value::{from_js, to_js};
use crate::context::{box_events, box_names, box_tone};
use crate::engine::{Event, Locale, Tone};
use crate::protocol::{BoxTrend, BoxTrends};
use crate::words;
use serde::{Deserialize, Serialize};

/// `storage.session` is memory that outlives this worker and not the browser.
const KEY: &str = "page_trends";
/// The one host on which we read them.
pub const HOST: &str = "x.com";
/// Older ones are no longer what is going on, in ms.
const FRESH: f64 = 6.0 * 3_600_000.0;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageTrends {
    /// When they were read, ms since 1970.
    at: f64,
    names: Vec<String>,
}

impl PageTrends {
    pub async fn load() -> PageTrends {
        let found = storage::get(Area::Session, &[KEY]).await.unwrap_or_default();
        found.into_iter().next().and_then(from_js).unwrap_or_default()
    }

    fn current(&self) -> &[String] {
        if now() - self.at <= FRESH { &self.names } else { &[] }
    }

    pub fn events(&self, locale: Locale) -> Vec<Event> {
        box_events(self.current(), words::SOURCE_BOX.get(locale))
    }

    /// For the Today page. None: there are none.
    pub fn shown(&self) -> Option<BoxTrends> {
        let line = |name: &String| BoxTrend { name: name.clone(), grave: box_tone(name) != Tone::Celebratory };
        let all: Vec<BoxTrend> = self.current().iter().map(line).collect();
        (!all.is_empty()).then_some(BoxTrends { at: self.at, all })
    }
}

/// A page of X was read. Open drafts are judged again if the names are others than before.
pub async fn heard(state: &mut State, entries: &[String]) {
    if !state.settings.page_trends {
        return;
    }
    let before = std::mem::replace(&mut state.page_trends, PageTrends { at: now(), names: box_names(entries) });
    if let Ok(value) = to_js(&state.page_trends) {
        // Not kept: they are gone with this worker, and read again at the next composer.
        let _ = storage::set(Area::Session, &[(KEY, value)]).await;
    }
    if before.names != state.page_trends.names {
        state.judge.page_shows(state.page_trends.events(state.locale()));
        state.changed().await;
    }
}

/// The switch may have been moved back: then nothing of it is left.
pub async fn forget_if_off(state: &mut State) {
    if !state.settings.page_trends && state.page_trends != PageTrends::default() {
        state.page_trends = PageTrends::default();
        state.judge.page_shows(Vec::new());
        let _ = storage::remove(Area::Session, &[KEY]).await;
    }
}
