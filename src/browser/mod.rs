//! The WebExtension API, thin and typed. Quirks of one browser stand in a file of its own.

#[cfg(feature = "pages")]
pub mod page;
pub mod port;
