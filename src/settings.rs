//! What a person switched on and off. Small enough for `storage.sync`; unknown keys of a newer version are ignored.

use crate::engine::{Level, Locale};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Ids of checks that are switched off everywhere.
    pub checks_off: BTreeSet<String>,
    /// `check@site`: switched off on one site.
    pub exceptions: BTreeSet<String>,
    /// ISO 3166 regions whose days and events matter. Empty: told from the locale (ko: KR; else all).
    pub regions: BTreeSet<String>,
    /// Keep the full text in the decision log. Off: only its SHA-256.
    pub log_text: bool,
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
            checks_off: BTreeSet::new(),
            exceptions: BTreeSet::new(),
            regions: BTreeSet::new(),
            log_text: false,
        }
    }
}

impl Settings {
    /// Whether anything is judged on this site at this moment (`now` in ms since 1970).
    pub fn active(&self, site: &str, now: f64) -> bool {
        self.enabled && !self.sites_off.contains(site) && self.paused_until.is_none_or(|until| now >= until)
    }

    /// Whether this check speaks on this site.
    pub fn allows(&self, check: &str, site: &str) -> bool {
        !self.checks_off.contains(check) && !self.exceptions.contains(&format!("{check}@{site}"))
    }
}
