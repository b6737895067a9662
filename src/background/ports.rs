//! The open lines: one a page (or frame) in which a composer was found.

use super::asleep::{Place, Sleeper};
use super::track::Track;
use crate::browser::api::listen_on;
use crate::browser::value::{field, to_js};
use crate::engine::Verdict;
use crate::protocol::ToContent;
use js_sys::Function;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};

/// Composers of one page that are followed; a page that makes more is not a person's.
const MAX_COMPOSERS: usize = 64;

pub struct Line {
    port: JsValue,
    pub tab: Option<i32>,
    frame: i32,
    /// Which load of the page, by its own account.
    pub page: u32,
    /// The host of the page; empty: not known.
    pub host: String,
    /// Empty until the line said hello.
    pub site: String,
    /// The newest verdict, and the composer it is about.
    pub verdict: Option<Verdict>,
    pub newest: u32,
    pub composers: BTreeMap<u32, Track>,
    /// What storage has of this line.
    kept: Option<Sleeper>,
}

impl Line {
    /// Takes a port and calls back for what is said on it and for its end.
    pub fn open(port: JsValue, mut heard: impl FnMut(JsValue) + 'static, mut ended: impl FnMut() + 'static) -> Line {
        listen_on(&field(&port, "onMessage"), move |message, _, _| {
            heard(message);
            JsValue::UNDEFINED
        });
        listen_on(&field(&port, "onDisconnect"), move |_, _, _| {
            ended();
            JsValue::UNDEFINED
        });
        let tab = field(&field(&field(&port, "sender"), "tab"), "id").as_f64().map(|id| id as i32);
        let frame = field(&field(&port, "sender"), "frameId").as_f64().map_or(0, |id| id as i32);
        let address = field(&field(&port, "sender"), "url").as_string().unwrap_or_default();
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
        let host = host.unwrap_or_default().to_string();
        let (site, composers, kept) = Default::default();
        Line { port, tab, frame, page: 0, host, site, verdict: None, newest: 0, composers, kept }
    }

    /// Where the page is. None: not in a tab.
    pub fn place(&self) -> Option<Place> {
        self.tab.map(|tab| (tab, self.frame))
    }

    /// What the next worker must know, if it differs from what was kept last.
    pub fn changed(&mut self) -> Option<(Place, Sleeper)> {
        let place = self.place()?;
        let sleeper = Sleeper::of(self);
        if self.site.is_empty() || self.kept.as_ref() == Some(&sleeper) {
            return None;
        }
        self.kept = Some(sleeper.clone());
        Some((place, sleeper))
    }

    /// Takes up what the last worker knew of this page.
    pub fn wake(&mut self, sleeper: Sleeper) {
        self.verdict = sleeper.verdict.clone();
        self.newest = sleeper.newest;
        self.composers = sleeper.composers.iter().cloned().collect();
        self.kept = Some(sleeper);
    }

    /// A line that broke meanwhile hears nothing; its end is told by itself.
    pub fn say(&self, message: &ToContent) {
        if let Ok(message) = to_js(message)
            && let Ok(post) = field(&self.port, "postMessage").dyn_into::<Function>()
        {
            let _ = post.call1(&self.port, &message);
        }
    }

    /// The track of a composer. None: too many.
    pub fn track(&mut self, composer: u32) -> Option<&mut Track> {
        if !self.composers.contains_key(&composer) && self.composers.len() >= MAX_COMPOSERS {
            return None;
        }
        Some(self.composers.entry(composer).or_default())
    }
}
