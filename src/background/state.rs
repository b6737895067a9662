//! What the background holds in memory: all of it can be read again from storage.

use super::Event;
use super::admin::Admin;
use super::asleep::{self, Place, Sleeper};
use super::judge::Judge;
use super::page_trends::{self, PageTrends};
use super::ports::Line;
use super::refresh::Feeds;
use super::remember::{self, Past};
use super::store::{self, Kept, Log};
use super::today;
use crate::browser::api::{call, value};
use crate::browser::value::object;
use crate::engine::{Level, Locale, Verdict};
use crate::profile::brands::Brands;
use crate::protocol::{OwnEvent, ToContent};
use crate::settings::{Change, Settings};
use futures_channel::mpsc::UnboundedSender;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// The one alarm: a pause ends.
const PAUSE: &str = "pause";

/// How long the pause command lasts, in ms.
const HOUR: f64 = 3_600_000.0;

pub struct State {
    pub settings: Settings,
    pub admin: Admin,
    pub brands: Rc<Brands>,
    /// A stored value was broken when this worker began; the last good one is used.
    pub recovered: bool,
    pub judge: Judge,
    pub log: Log,
    pub feeds: Feeds,
    /// The past posts of every brand.
    pub pasts: BTreeMap<u32, Past>,
    /// What a person put in by hand.
    pub own: Vec<OwnEvent>,
    /// The silences that a person has put away.
    pub hushed: Vec<String>,
    /// What a page of X showed as trends.
    pub page_trends: PageTrends,
    pub lines: BTreeMap<u32, Line>,
    /// Pages of the last worker that have not spoken to this one.
    pub asleep: BTreeMap<Place, Sleeper>,
    /// Goes up whenever a verdict may come out differently.
    pub version: u32,
    events: UnboundedSender<Event>,
}

/// Now, in ms since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The language the browser's own interface is shown in.
fn browser_locale() -> Locale {
    let language = js_sys::Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"language".into()))
        .ok()
        .and_then(|language| language.as_string());
    let ui = value(&["i18n", "getUILanguage"]);
    let told =
        wasm_bindgen::JsCast::dyn_into::<js_sys::Function>(ui).ok().and_then(|ask| ask.call0(&JsValue::NULL).ok());
    let language = told.and_then(|told| told.as_string()).or(language).unwrap_or_default();
    if language.starts_with("ko") { Locale::Ko } else { Locale::En }
}

impl State {
    pub async fn load(events: UnboundedSender<Event>) -> State {
        let kept = match store::load().await {
            Ok(kept) => kept,
            // Once more; then with the defaults, for a post must not wait.
            Err(_) => store::load().await.unwrap_or_default(),
        };
        let Kept { mut settings, brands, events: going_on, told, today: day, own, hushed, recovered } = kept;
        let brands = Rc::new(brands);
        let admin = store::admin().await;
        admin.rule(&mut settings);
        let by_hand = today::events(&own, settings.locale.unwrap_or_else(browser_locale));
        let page_trends = if settings.page_trends { PageTrends::load().await } else { PageTrends::default() };
        let shown = page_trends.events(settings.locale.unwrap_or_else(browser_locale));
        let judge = Judge::new(&brands, &settings, going_on, told, by_hand, shown, day);
        let (log, lines, asleep) = (Log::default(), BTreeMap::new(), asleep::load().await);
        let (feeds, pasts) = (Feeds::default(), BTreeMap::new());
        State {
            settings,
            admin,
            brands,
            recovered,
            judge,
            log,
            feeds,
            pasts,
            own,
            hushed,
            page_trends,
            lines,
            asleep,
            version: 1,
            events,
        }
    }

    /// Where something that happened later is sent to.
    pub fn events(&self) -> UnboundedSender<Event> {
        self.events.clone()
    }

    /// Asks the pages of the last worker whether they are still there. Their answers come as events.
    pub fn missing(&self) {
        for place in self.asleep.keys().copied() {
            let events = self.events.clone();
            spawn_local(async move {
                if !asleep::nudge(place, None).await {
                    // The list lives as long as we do.
                    let _ = events.unbounded_send(Event::Left { place });
                }
            });
        }
    }

    /// Site and newest verdict of a tab: of a frame with a verdict, if there is one.
    pub fn seen_in(&self, tab: i32) -> Option<(String, Option<Verdict>)> {
        let awake = self.lines.values().rev().filter(|line| line.tab == Some(tab) && !line.site.is_empty());
        let awake = awake.map(|line| (&line.site, &line.verdict));
        let asleep = self.asleep.iter().filter(|((of, _), _)| *of == tab);
        let asleep = asleep.map(|(_, sleeper)| (&sleeper.site, &sleeper.verdict));
        let all: Vec<_> = awake.chain(asleep).collect();
        let judged = all.iter().find(|(_, verdict)| verdict.is_some()).or(all.first())?;
        Some((judged.0.clone(), judged.1.clone()))
    }

    /// Puts down what the next worker must know.
    pub async fn keep(&mut self) {
        for (place, sleeper) in self.lines.values_mut().filter_map(Line::changed) {
            asleep::keep(place, &sleeper).await;
        }
    }

    pub fn locale(&self) -> Locale {
        self.settings.locale.unwrap_or_else(browser_locale)
    }

    /// Tells a line how things stand on its site.
    pub fn tell(&self, line: u32) {
        if let Some(line) = self.lines.get(&line) {
            line.say(&self.standing(&line.site));
        }
    }

    fn standing(&self, site: &str) -> ToContent {
        let active = self.settings.active(site, now());
        ToContent::Settings { active, locale: self.locale(), floor: self.settings.sensitivity.floor() }
    }

    /// Settings, profile or events changed: everybody is told and asks again.
    pub async fn changed(&mut self) {
        self.version += 1;
        page_trends::forget_if_off(self).await;
        self.judge.changed(&self.brands, &self.settings);
        remember::check(self);
        for number in self.lines.keys().copied().collect::<Vec<_>>() {
            self.tell(number);
            if let Some(line) = self.lines.get(&number) {
                line.say(&ToContent::Changed);
            }
        }
        // Pages whose line our sleep cut open a new one and ask.
        for (place, sleeper) in &self.asleep {
            let (place, standing) = (*place, self.standing(&sleeper.site));
            spawn_local(async move {
                // First how things stand: a page that was switched off asks nothing. One that is gone hears neither.
                for word in [standing, ToContent::Changed] {
                    let _ = asleep::nudge(place, Some(&word)).await;
                }
            });
        }
        // Without the alarm a pause ends at the next event; nothing is judged meanwhile, which is what was asked.
        let _ = match self.settings.paused_until.filter(|until| *until > now()) {
            Some(until) => call(&["alarms", "create"], &[PAUSE.into(), object(&[("when", until.into())])]).await,
            None => call(&["alarms", "clear"], &[PAUSE.into()]).await,
        };
    }

    /// Something else wrote to storage: another computer of the account, `xtask run` its samples, a test its day.
    pub async fn reload(&mut self) {
        let Ok(Kept { mut settings, brands, events, today: day, own, recovered, .. }) = store::load().await else {
            return;
        };
        self.recovered = recovered;
        self.admin = store::admin().await;
        self.admin.rule(&mut settings);
        let same = own == self.own && settings == self.settings && brands == *self.brands;
        if same && self.judge.goes_on_with(&events, &day) {
            // Our own writing.
            return;
        }
        (self.settings, self.brands) = (settings, Rc::new(brands));
        self.own = own;
        self.judge.own(today::events(&self.own, self.locale()));
        self.judge.going_on(events, day);
        self.changed().await;
    }

    /// Moves one switch and keeps it. False: storage refused; it holds until the worker sleeps.
    pub async fn change(&mut self, change: Change) -> bool {
        self.settings.apply(change, now());
        self.admin.rule(&mut self.settings);
        let kept = store::save_settings(&self.settings, now()).await.is_ok();
        self.changed().await;
        kept
    }

    /// A keyboard command.
    pub async fn command(&mut self, name: &str, tab: Option<i32>) {
        match name {
            "open-card" => {
                let lines = self.lines.values().filter(|line| line.tab == tab || tab.is_none());
                lines.for_each(|line| line.say(&ToContent::OpenCard));
            }
            "pause-hour" => {
                let paused = self.settings.paused_until.is_some_and(|until| until > now());
                let until = (!paused).then(|| now() + HOUR);
                self.change(Change::Pause { until }).await;
            }
            _ => {}
        }
    }

    /// The letter on the button of the extension, for one tab. Nothing for a draft that is fine. The next draft does not
    /// wait for it.
    pub fn badge(&self, tab: Option<i32>, level: Level) {
        let Some(tab) = tab else { return };
        let (text, color) = match (level, self.locale()) {
            (Level::Hold, Locale::En) => ("H", "#b00d28"),
            (Level::Hold, Locale::Ko) => ("멈", "#b00d28"),
            (Level::Caution, Locale::En) => ("C", "#8a4b00"),
            (Level::Caution, Locale::Ko) => ("주", "#8a4b00"),
            _ => ("", "#3d4fb8"),
        };
        let tab = JsValue::from(tab);
        let colored = object(&[("color", color.into()), ("tabId", tab.clone())]);
        let written = object(&[("text", text.into()), ("tabId", tab)]);
        spawn_local(async move {
            // A tab that was closed meanwhile needs no letter.
            let _ = call(&["action", "setBadgeBackgroundColor"], &[colored]).await;
            let _ = call(&["action", "setBadgeText"], &[written]).await;
        });
    }
}
