//! What browser tests and `cargo xtask run` share: fixture sites, browsers, and a look at what the extension shows.

pub mod browser;
pub mod overlay;
pub mod routes;
pub mod server;
