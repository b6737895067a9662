//! Nunchi (눈치, reading the room): the library behind the extension's three programs and the command line.
//!
//! The map of the code, its invariants and its words are in `src/README.md`.

// Pure: native, cannot fail, knows no browser, clock, network or storage.
#[cfg(feature = "archive")]
pub mod archive;
#[cfg(feature = "judge")]
pub mod brand;
#[cfg(feature = "judge")]
pub mod checks;
#[cfg(feature = "judge")]
pub mod claims;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "judge")]
pub mod context;
pub mod engine;
#[cfg(feature = "judge")]
pub mod judge;
#[cfg(feature = "judge")]
pub mod knowledge;
#[cfg(feature = "judge")]
mod languages;
#[cfg(feature = "judge")]
mod offence;
pub mod profile;
pub mod protocol;
pub mod settings;
pub mod sites;
#[cfg(feature = "feeds")]
pub mod sources;
pub mod words;

// The rim: the only code that may fail.
#[cfg(feature = "log")]
pub mod background;
#[cfg(feature = "web")]
pub mod browser;
pub mod composer;
pub mod ui;

// For tests and the project's tasks only: no shipped program is built with it.
#[cfg(feature = "drive")]
pub mod drive;
