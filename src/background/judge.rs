//! The judge of the moment: made anew when profile, settings, events or the day changed.

use crate::claims::{Ledger, Library};
use crate::context::Day;
use crate::engine::{Draft, Event, Locale, Verdict};
use crate::profile::Profile;
use crate::profile::brands::Brands;
use crate::protocol::{CheckLine, TodayItem};
use crate::settings::Settings;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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
    brands: Rc<Brands>,
    settings: Settings,
    /// What goes on now.
    all: Vec<Event>,
    /// What each brand posted before.
    pasts: BTreeMap<u32, Ledger>,
    /// For the chosen brand.
    inner: crate::judge::Judge,
    /// For those others whose accounts wrote since the last change.
    others: BTreeMap<u32, crate::judge::Judge>,
}

/// How a brand is called.
pub fn name_of(profile: &Profile, locale: Locale) -> String {
    if profile.name.is_empty() { words::BRAND_UNNAMED.get(locale).to_string() } else { profile.name.clone() }
}

/// Everything that goes on on a day; what a person put in by hand, until its own day is over.
fn going_on(events: &[Event], told: &[Event], own: &[(String, Event)], page: &[Event], day: &str) -> Vec<Event> {
    let counts = |until: &str| until.is_empty() || until >= day;
    let own = own.iter().filter(|(until, _)| counts(until)).map(|(_, event)| event);
    events.iter().chain(told).chain(own).chain(page).cloned().collect()
}

/// Today where the person is, `YYYY-MM-DD`.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

impl Judge {
    pub fn new(
        brands: &Rc<Brands>,
        settings: &Settings,
        events: Vec<Event>,
        told: Vec<Event>,
        own: Vec<(String, Event)>,
        page: Vec<Event>,
        fixed: Option<String>,
    ) -> Judge {
        let day = fixed.clone().unwrap_or_else(today);
        let all = going_on(&events, &told, &own, &page, &day);
        let (settings, brands) = (settings.clone(), brands.clone());
        let inner = crate::judge::Judge::new(brands.chosen(), &settings, &all, &day);
        let (pasts, others) = Default::default();
        Judge { events, told, own, page, fixed, day, brands, settings, all, pasts, inner, others }
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

    /// Brands, settings or something that goes on changed.
    pub fn changed(&mut self, brands: &Rc<Brands>, settings: &Settings) {
        (self.brands, self.settings) = (brands.clone(), settings.clone());
        self.anew();
    }

    fn anew(&mut self) {
        self.day = self.fixed.clone().unwrap_or_else(today);
        self.all = going_on(&self.events, &self.told, &self.own, &self.page, &self.day);
        self.others.clear();
        self.inner = self.made(self.brands.chosen);
    }

    fn made(&self, brand: u32) -> crate::judge::Judge {
        let profile = self.brands.get(brand).unwrap_or(self.brands.chosen());
        let made = crate::judge::Judge::new(profile, &self.settings, &self.all, &self.day);
        match self.pasts.get(&brand) {
            Some(past) => made.with_past(past),
            None => made,
        }
    }

    /// The judge for a brand; made when it is first asked for, since most days only one is.
    fn of(&mut self, brand: u32) -> &crate::judge::Judge {
        if brand == self.brands.chosen {
            return &self.inner;
        }
        if !self.others.contains_key(&brand) {
            let made = self.made(brand);
            self.others.insert(brand, made);
        }
        &self.others[&brand]
    }

    /// What a brand posted before, from now on.
    pub fn remember(&mut self, brand: u32, past: &Ledger) {
        self.pasts.insert(brand, past.clone());
        if brand == self.brands.chosen {
            self.inner.set_past(past);
        } else if let Some(other) = self.others.get_mut(&brand) {
            other.set_past(past);
        }
    }

    /// What goes on and is kept today, for the chosen brand.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.inner.events()
    }

    /// The targets of the chosen brand.
    pub fn chosen_targets(&self) -> &Library {
        self.inner.targets()
    }

    /// What the chosen brand posted before.
    pub fn past(&self) -> Option<&Ledger> {
        self.pasts.get(&self.brands.chosen)
    }

    /// The targets that the posts of a brand are read for.
    pub fn targets(&mut self, brand: u32) -> &Library {
        self.of(brand).targets()
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

    /// Judges a draft for a brand, and says for which where there are several.
    pub fn review(&mut self, brand: u32, draft: &Draft, site: &str, locale: Locale) -> Verdict {
        let mut verdict = self.of(brand).review(draft, site, locale);
        if let Some(profile) = self.brands.get(brand).filter(|_| self.brands.several()) {
            verdict.brand = name_of(profile, locale);
        }
        verdict
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
