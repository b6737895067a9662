//! The WebExtension API, thin and typed. Quirks of one browser stand in a file of its own.

#[cfg(feature = "background")]
pub mod api;
#[cfg(feature = "background")]
pub mod fetch;
#[cfg(feature = "pages")]
pub mod page;
pub mod port;
#[cfg(feature = "background")]
pub mod shelf;
#[cfg(feature = "background")]
pub mod storage;
#[cfg(feature = "background")]
pub mod value;
