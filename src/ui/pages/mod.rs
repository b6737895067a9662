//! The extension's own pages: popup, options, onboarding, Today. One program serves all four.

pub mod answers;
pub mod form;
pub mod host;

#[cfg(feature = "pages")]
mod advice;
#[cfg(feature = "pages")]
mod brand_choice;
#[cfg(feature = "pages")]
mod general;
#[cfg(feature = "pages")]
mod marks;
#[cfg(feature = "pages")]
mod onboarding;
#[cfg(feature = "pages")]
mod options;
#[cfg(feature = "pages")]
mod parts;
#[cfg(feature = "pages")]
mod popup;
#[cfg(feature = "pages")]
mod probe;
#[cfg(feature = "pages")]
mod shared;
#[cfg(feature = "pages")]
mod start;
#[cfg(feature = "pages")]
mod today;
#[cfg(feature = "pages")]
mod watch;

#[cfg(feature = "pages")]
pub use start::start;
