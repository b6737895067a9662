//! The WebExtension API, thin and typed. Quirks of one browser stand in a file of its own.

pub mod port;
