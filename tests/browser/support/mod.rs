//! What browser tests and `cargo xtask run` share: fixture sites, browsers, and a look at what the extension shows.

#![allow(dead_code, reason = "two programs share this folder, and each uses its own part")]

pub mod browser;
pub mod overlay;
pub mod routes;
pub mod server;
