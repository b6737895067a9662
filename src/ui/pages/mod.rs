//! The extension's own pages: popup, options, onboarding. One program serves all three.

pub mod form;
pub mod host;
