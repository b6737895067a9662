//! What a person switched on and off. Small enough for `storage.sync`; unknown keys of a newer version are ignored.

use crate::engine::{Level, Locale};
use crate::sites::learned::{self, Learned};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How much is shown. Holds are the same in all three: a hold is rare and right, or it is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sensitivity {
    /// Cautions and holds.
    Calm,
    /// Hints too.
    #[default]
    Normal,
    /// Hints too, and doubtful cautions are not lowered.
    Strict,
}

impl Sensitivity {
    /// The lowest level that is shown.
    pub fn floor(self) -> Level {
        match self {
            Sensitivity::Calm => Level::Caution,
            Sensitivity::Normal | Sensitivity::Strict => Level::Hint,
        }
    }
}

/// One check that a person silenced, and since when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exception {
    pub check: String,
    /// The id of a site; empty: everywhere.
    pub site: String,
    /// In ms since 1970.
    pub since: f64,
}

/// One switch that a person moved. Pages send changes, not whole settings, so two open pages cannot undo each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    Enabled {
        on: bool,
    },
    Locale {
        locale: Option<Locale>,
    },
    Sensitivity {
        sensitivity: Sensitivity,
    },
    HoldEverything {
        on: bool,
    },
    /// In ms since 1970; None resumes.
    Pause {
        until: Option<f64>,
    },
    Site {
        site: String,
        on: bool,
    },
    /// `site` empty: everywhere.
    Check {
        check: String,
        site: String,
        on: bool,
    },
    Regions {
        regions: BTreeSet<String>,
    },
    LogText {
        on: bool,
    },
    /// A public feed: a source's id and, after a space, its place.
    Feed {
        feed: String,
        on: bool,
    },
    /// Read the box of trends that X shows beside its own page.
    PageTrends {
        on: bool,
    },
    /// A person pointed at a composer there; None forgets it.
    Learned {
        host: String,
        learned: Option<Learned>,
    },
    /// What was learned is no longer on the page.
    PageChanged {
        host: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub enabled: bool,
    /// None: the browser's language.
    pub locale: Option<Locale>,
    pub sensitivity: Sensitivity,
    /// A person's own crisis pause: every post is held until it is switched off.
    pub hold_everything: bool,
    /// Nothing is checked until then, in ms since 1970.
    pub paused_until: Option<f64>,
    /// Ids of sites that are switched off.
    pub sites_off: BTreeSet<String>,
    /// Checks that were switched off, everywhere or on one site, each with its date. One row a check and site.
    pub exceptions: Vec<Exception>,
    /// ISO 3166 regions whose days and events matter. Empty: told from the locale (ko: KR; else all).
    pub regions: BTreeSet<String>,
    /// Keep the full text in the decision log. Off: only its SHA-256.
    pub log_text: bool,
    /// Public feeds that are asked, by the names of `background::schedule::Feed`. Empty: the network is never used.
    pub feeds: BTreeSet<String>,
    /// The box of trends that X shows beside its own page is read, in memory only.
    pub page_trends: bool,
    /// Composers that a person pointed at, by host.
    pub learned: BTreeMap<String, Learned>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            enabled: true,
            locale: None,
            sensitivity: Sensitivity::Normal,
            hold_everything: false,
            paused_until: None,
            sites_off: BTreeSet::new(),
            exceptions: Vec::new(),
            regions: BTreeSet::new(),
            log_text: false,
            feeds: BTreeSet::new(),
            page_trends: false,
            learned: BTreeMap::new(),
        }
    }
}

/// The check behind "hold everything": it has its own switch, and none beside it may make that one do nothing.
pub const OWN_SWITCH: &str = "paused-by-person";

impl Settings {
    /// Whether anything is judged on this site at this moment (`now` in ms since 1970).
    pub fn active(&self, site: &str, now: f64) -> bool {
        self.enabled && !self.sites_off.contains(site) && self.paused_until.is_none_or(|until| now >= until)
    }

    /// Whether this check speaks on this site.
    pub fn allows(&self, check: &str, site: &str) -> bool {
        check == OWN_SWITCH
            || !self.exceptions.iter().any(|e| e.check == check && (e.site.is_empty() || e.site == site))
    }

    /// Makes one change, at the moment `now` (ms since 1970). What is malformed or too long changes nothing.
    pub fn apply(&mut self, change: Change, now: f64) {
        match change {
            Change::Enabled { on } => self.enabled = on,
            Change::Locale { locale } => self.locale = locale,
            Change::Sensitivity { sensitivity } => self.sensitivity = sensitivity,
            Change::HoldEverything { on } => self.hold_everything = on,
            Change::Pause { until } => self.paused_until = until.filter(|u| u.is_finite() && *u > now),
            Change::LogText { on } => self.log_text = on,
            Change::PageTrends { on } => self.page_trends = on,
            Change::Regions { regions } if regions.len() <= MAX_LIST && regions.iter().all(|r| is_region(r)) => {
                self.regions = regions;
            }
            Change::Regions { .. } => {}
            Change::Site { site, on: true } => {
                self.sites_off.remove(&site);
            }
            Change::Site { site, on: false } if is_id(&site) && self.sites_off.len() < MAX_LIST => {
                self.sites_off.insert(site);
            }
            Change::Site { .. } => {}
            Change::Feed { feed, on: false } => {
                self.feeds.remove(&feed);
            }
            Change::Feed { feed, on: true } if is_feed(&feed) && self.feeds.len() < MAX_FEEDS => {
                self.feeds.insert(feed);
            }
            Change::Feed { .. } => {}
            Change::Learned { host, learned: None } => {
                self.learned.remove(&host);
            }
            Change::Learned { host, learned: Some(learned) } => {
                let room = self.learned.len() < MAX_HOSTS || self.learned.contains_key(&host);
                if room && learned.is_sound() && learned::is_host(&host) {
                    self.learned.insert(host, learned);
                }
            }
            Change::PageChanged { host } => {
                if let Some(learned) = self.learned.get_mut(&host) {
                    learned.changed = true;
                }
            }
            Change::Check { check, site, on } => self.set_check(check, site, on, now),
        }
    }

    /// Takes out what a file or another version of ourselves put in and no person could have.
    pub fn tidy(&mut self) {
        self.learned.retain(|host, learned| learned::is_host(host) && learned.is_sound());
        while self.learned.len() > MAX_HOSTS {
            self.learned.pop_last();
        }
    }

    fn set_check(&mut self, check: String, site: String, on: bool, now: f64) {
        let known = self.exceptions.iter().position(|e| e.check == check && e.site == site);
        match (on, known) {
            (true, Some(at)) => {
                self.exceptions.remove(at);
            }
            (false, None) if check == OWN_SWITCH => {}
            (false, None) if is_id(&check) && (site.is_empty() || is_id(&site)) && self.exceptions.len() < MAX_LIST => {
                self.exceptions.push(Exception { check, site, since: now });
            }
            // Switched off twice keeps the first date.
            _ => {}
        }
    }
}

/// More rows than a person makes by hand; `storage.sync` takes 8 KB an item.
const MAX_LIST: usize = 100;

/// Each takes up to a kilobyte of those eight.
pub const MAX_HOSTS: usize = 6;

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Each is asked several times an hour.
const MAX_FEEDS: usize = 40;

fn is_feed(text: &str) -> bool {
    let (id, place) = text.split_once(' ').unwrap_or((text, "x"));
    is_id(id) && text.len() <= 320 && !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(check: &str, site: &str) -> Change {
        Change::Check { check: check.into(), site: site.into(), on: false }
    }

    #[test]
    fn a_check_is_silenced_on_one_site_or_everywhere_and_keeps_its_first_date() {
        let mut settings = Settings::default();
        settings.apply(off("sale-in-mourning", "x"), 5.0);
        settings.apply(off("sale-in-mourning", "x"), 9.0);
        assert_eq!(settings.exceptions.len(), 1);
        assert_eq!(settings.exceptions[0].since, 5.0);
        assert!(!settings.allows("sale-in-mourning", "x"));
        assert!(settings.allows("sale-in-mourning", "bluesky"));

        settings.apply(off("sale-in-mourning", ""), 9.0);
        assert!(!settings.allows("sale-in-mourning", "bluesky"));
        settings.apply(Change::Check { check: "sale-in-mourning".into(), site: String::new(), on: true }, 9.0);
        assert!(settings.allows("sale-in-mourning", "bluesky"), "the row of one site is not the row of all");
        assert!(!settings.allows("sale-in-mourning", "x"));
    }

    #[test]
    fn a_pause_ends_by_itself_and_cannot_begin_in_the_past() {
        let mut settings = Settings::default();
        settings.apply(Change::Pause { until: Some(200.0) }, 100.0);
        assert!(!settings.active("x", 199.0));
        assert!(settings.active("x", 200.0));
        settings.apply(Change::Pause { until: Some(50.0) }, 100.0);
        assert_eq!(settings.paused_until, None);
        settings.apply(Change::Pause { until: Some(f64::INFINITY) }, 100.0);
        assert_eq!(settings.paused_until, None);
    }

    #[test]
    fn hold_everything_cannot_be_silenced_by_the_back_door() {
        let mut settings = Settings::default();
        settings.apply(off(OWN_SWITCH, ""), 1.0);
        assert!(settings.exceptions.is_empty());
        let row = Exception { check: OWN_SWITCH.into(), site: String::new(), since: 1.0 };
        settings.exceptions.push(row);
        assert!(settings.allows(OWN_SWITCH, "x"), "an imported file may carry such a row");
    }

    #[test]
    fn what_was_learned_is_capped_checked_and_marked() {
        let one = Learned { editor: vec!["#a".into()], submit: vec!["#b".into()], ..Learned::default() };
        let mut settings = Settings::default();
        let learn = |host: &str| Change::Learned { host: host.into(), learned: Some(one.clone()) };
        for number in 0..=MAX_HOSTS {
            settings.apply(learn(&format!("h{number}.example")), 1.0);
        }
        assert_eq!(settings.learned.len(), MAX_HOSTS);
        settings.apply(Change::PageChanged { host: "h0.example".into() }, 1.0);
        assert!(settings.learned["h0.example"].changed);
        settings.apply(learn("h0.example"), 1.0);
        assert!(!settings.learned["h0.example"].changed, "pointed at again");
        settings.apply(Change::Learned { host: "h0.example".into(), learned: None }, 1.0);
        settings.apply(learn("No Host"), 1.0);
        settings.apply(Change::PageChanged { host: "h0.example".into() }, 1.0);
        assert_eq!(settings.learned.len(), MAX_HOSTS - 1);
        settings.learned.insert("file.example".into(), Learned::default());
        settings.tidy();
        assert!(!settings.learned.contains_key("file.example"));
    }

    #[test]
    fn malformed_names_change_nothing() {
        let mut settings = Settings::default();
        for bad in ["", "No Spaces", "한글", &"a".repeat(65)] {
            settings.apply(off(bad, "x"), 1.0);
            settings.apply(Change::Site { site: bad.into(), on: false }, 1.0);
            settings.apply(Change::Regions { regions: [bad.to_string()].into() }, 1.0);
            settings.apply(Change::Feed { feed: format!("{bad} "), on: true }, 1.0);
        }
        assert_eq!(settings, Settings::default());
    }
}
