//! The judge of the moment: made anew when profile, settings, events or the day changed.

use crate::claims::{Ledger, Library};
use crate::context::Day;
use crate::engine::{Draft, Event, Locale, Verdict};
use crate::profile::Profile;
use crate::protocol::{CheckLine, TodayItem};
use crate::settings::Settings;
use std::collections::BTreeSet;

pub struct Judge {
    /// Samples, from storage.
    events: Vec<Event>,
    /// What the feeds tell.
    told: Vec<Event>,
    /// What a person put in by hand, with the last day on which it counts (empty: until it is taken away).
    own: Vec<(String, Event)>,
    /// What a page showed as trends.
    page: Vec<Event>,
    /// A day for demonstrations and tests, from storage.
    fixed: Option<String>,
    /// The day that `inner` was made for.
    day: String,
    /// What was posted before.
    past: Ledger,
    inner: crate::judge::Judge,
}

/// Today where the person is, `YYYY-MM-DD`.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

impl Judge {
    pub fn new(
        profile: &Profile,
        settings: &Settings,
        events: Vec<Event>,
        told: Vec<Event>,
        own: Vec<(String, Event)>,
        page: Vec<Event>,
        fixed: Option<String>,
    ) -> Judge {
        let day = fixed.clone().unwrap_or_else(today);
        let inner = crate::judge::Judge::new(profile, settings, &[], &day);
        let mut judge = Judge { events, told, own, page, fixed, day, past: Ledger::default(), inner };
        judge.changed(profile, settings);
        judge
    }

    /// The samples that are shown.
    pub fn samples(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.sample)
    }

    /// What a person put in by hand. `changed` must follow.
    pub fn own(&mut self, own: Vec<(String, Event)>) {
        self.own = own;
    }

    /// What a page shows as trends now. `changed` must follow.
    pub fn page_shows(&mut self, page: Vec<Event>) {
        self.page = page;
    }

    /// What the feeds tell now. False: the same as before. `changed` must follow.
    pub fn feeds_tell(&mut self, told: Vec<Event>) -> bool {
        let other = self.told != told;
        self.told = told;
        other
    }

    /// Profile or settings changed.
    pub fn changed(&mut self, profile: &Profile, settings: &Settings) {
        self.day = self.fixed.clone().unwrap_or_else(today);
        let counts = |until: &str| until.is_empty() || until >= self.day.as_str();
        let own = self.own.iter().filter(|(until, _)| counts(until)).map(|(_, event)| event);
        let all: Vec<Event> = self.events.iter().chain(&self.told).chain(own).chain(&self.page).cloned().collect();
        self.inner = crate::judge::Judge::new(profile, settings, &all, &self.day).with_past(&self.past);
    }

    /// What was posted before, from now on.
    pub fn remember(&mut self, past: &Ledger) {
        self.past = past.clone();
        self.inner.set_past(past);
    }

    /// The targets that posts are read for.
    pub fn targets(&self) -> &Library {
        self.inner.targets()
    }

    /// Other events, or another fixed day.
    pub fn going_on(&mut self, events: Vec<Event>, fixed: Option<String>) {
        self.events = events;
        self.fixed = fixed;
    }

    /// Whether these are the events and the day that it has.
    pub fn goes_on_with(&self, events: &[Event], fixed: &Option<String>) -> bool {
        self.events == events && self.fixed == *fixed
    }

    /// Midnight passed since the last draft: another day's observances.
    pub fn is_of_yesterday(&self) -> bool {
        self.fixed.is_none() && self.day != today()
    }

    pub fn review(&self, draft: &Draft, site: &str, locale: Locale) -> Verdict {
        self.inner.review(draft, site, locale)
    }

    /// The day that drafts are judged for, `YYYY-MM-DD`.
    pub fn day(&self) -> &str {
        &self.day
    }

    /// The brand's own days and the observances of a day.
    pub fn days(&self, day: Day, regions: &BTreeSet<String>) -> Vec<Event> {
        self.inner.days(day, regions)
    }

    pub fn today(&self, locale: Locale) -> Vec<TodayItem> {
        self.inner.today(locale)
    }

    pub fn checks(locale: Locale) -> Vec<CheckLine> {
        crate::judge::check_lines(locale)
    }
}
