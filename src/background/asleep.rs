//! What a worker that is put to sleep must find again: the open composers and what became of their drafts so far.
//!
//! It is in `storage.session`: in memory, gone with the browser, never on the disk.

use super::ports::Line;
use super::track::Track;
use crate::browser::api::call;
use crate::browser::storage::{self, Area};
use crate::browser::value::{field, from_js, object, to_js};
use crate::engine::Verdict;
use crate::protocol::ToContent;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// A tab and a frame in it.
pub type Place = (i32, i32);

/// One line as the next worker finds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sleeper {
    /// Which load of the page: another number in the same place is another page.
    pub page: u32,
    pub site: String,
    pub verdict: Option<Verdict>,
    /// The composer of that verdict.
    pub newest: u32,
    /// Only those with something to remember. A list: numbers are no names of a JavaScript object's fields.
    pub composers: Vec<(u32, Track)>,
}

impl Sleeper {
    pub fn of(line: &Line) -> Sleeper {
        let worth = |(number, track): (&u32, &Track)| track.matters().then(|| (*number, track.clone()));
        Sleeper {
            page: line.page,
            site: line.site.clone(),
            verdict: line.verdict.clone(),
            newest: line.newest,
            composers: line.composers.iter().filter_map(worth).collect(),
        }
    }
}

const PREFIX: &str = "line_";

fn name((tab, frame): Place) -> String {
    format!("{PREFIX}{tab}_{frame}")
}

fn place(name: &str) -> Option<Place> {
    let (tab, frame) = name.strip_prefix(PREFIX)?.split_once('_')?;
    Some((tab.parse().ok()?, frame.parse().ok()?))
}

/// Every line that the last worker had. A browser without `storage.session` has none.
pub async fn load() -> BTreeMap<Place, Sleeper> {
    let Ok(all) = storage::all(Area::Session).await else { return BTreeMap::new() };
    let rows = all.into_iter().filter_map(|(name, value)| Some((place(&name)?, from_js(value)?)));
    rows.collect()
}

/// No room: the next worker knows less of this line, and nothing else breaks.
pub async fn keep(place: Place, sleeper: &Sleeper) {
    if let Ok(value) = to_js(sleeper) {
        let _ = storage::set(Area::Session, &[(&name(place), value)]).await;
    }
}

pub async fn forget(place: Place) {
    let _ = storage::remove(Area::Session, &[&name(place)]).await;
}

/// Says something to a page whose line was cut by our sleep. False: the page is gone.
pub async fn nudge((tab, frame): Place, message: Option<&ToContent>) -> bool {
    // A page that hears `null` does nothing: it was only asked whether it is there.
    let message = message.and_then(|message| to_js(message).ok()).unwrap_or(JsValue::NULL);
    let options = object(&[("frameId", frame.into())]);
    match call(&["tabs", "sendMessage"], &[tab.into(), message, options]).await {
        Ok(_) => true,
        // The words of both browsers for "nobody listens there" and "no such tab". Anything else: it heard us.
        Err(problem) => {
            let text = field(&problem, "message").as_string().unwrap_or_default();
            !["Receiving end does not exist", "No tab with id", "Invalid tab ID"].iter().any(|said| text.contains(said))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{name, place};

    #[test]
    fn a_place_is_read_back_from_its_name() {
        assert_eq!(place(&name((17, 0))), Some((17, 0)));
        assert_eq!(place(&name((-1, 42))), Some((-1, 42)));
        for other in ["settings", "line_", "line_x_y", "line_4"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
