//! What browser tests and `cargo xtask run` share: fixture sites, browsers, and a look at what the extension shows.

mod aids;
pub mod browser;
pub mod late;
pub mod overlay;
pub mod package;
mod proxy;
pub mod routes;
pub mod server;

/// Test only: tells what stands in the extension's closed shadow root.
pub const PROBE: &str = include_str!("probe.js");
/// Test only: counts timers, observers and messages of the content script.
pub const COUNT: &str = include_str!("count.js");
/// Test only: adds up the time spent in callbacks of the content script.
pub const TIME: &str = include_str!("time.js");
