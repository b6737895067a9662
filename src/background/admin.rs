//! What an administrator decides for everybody, from `storage.managed`. Pure.
//!
//! The names are those of `extension/managed.json`, which tells Chromium their types; Firefox takes them from its
//! `policies.json` (`3rdparty`). A value of another type counts as not set: a typing error must not stop a post.

use crate::settings::Settings;

/// The names that are read.
pub const NAMES: [&str; 2] = ["lockedChecks", "logText"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admin {
    /// Checks that nobody switches off, by id.
    pub locked_checks: Vec<String>,
    /// Whether the log keeps the full text. None: the person decides.
    pub log_text: Option<bool>,
}

impl Admin {
    /// Puts the decisions over a person's own.
    pub fn rule(&self, settings: &mut Settings) {
        settings.exceptions.retain(|exception| !self.locked_checks.contains(&exception.check));
        if let Some(on) = self.log_text {
            settings.log_text = on;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Change;

    #[test]
    fn a_locked_check_cannot_be_switched_off_and_others_can() {
        let admin = Admin { locked_checks: vec!["sale-in-mourning".into()], log_text: Some(false) };
        let mut settings = Settings::default();
        for check in ["sale-in-mourning", "woken-idiom"] {
            settings.apply(Change::Check { check: check.into(), site: "x".into(), on: false }, 1.0);
        }
        settings.apply(Change::LogText { on: true }, 1.0);
        admin.rule(&mut settings);
        assert!(settings.allows("sale-in-mourning", "x"));
        assert!(!settings.allows("woken-idiom", "x"));
        assert!(!settings.log_text);
    }

    #[test]
    fn without_an_administrator_nothing_changes() {
        let mut settings = Settings { log_text: true, ..Settings::default() };
        let before = settings.clone();
        Admin::default().rule(&mut settings);
        assert_eq!(settings, before);
    }
}
