//! What is going on: the calendar of observances, and what public feeds tell, as events of the engine.

#[cfg(feature = "feeds")]
#[cfg(feature = "feeds")]
mod aliases;
mod burst;
mod calendar;
#[cfg(feature = "feeds")]
mod classify;
#[cfg(feature = "feeds")]
mod place;
mod rule;
#[cfg(feature = "feeds")]
mod sensitive;
#[cfg(feature = "feeds")]
mod shingle;
#[cfg(feature = "feeds")]
mod story;
#[cfg(feature = "feeds")]
mod told;
mod watch;

pub use calendar::{Day, Observance, observances, on};
pub use rule::{Lunar, Rule};
#[cfg(feature = "feeds")]
pub use sensitive::{Both, Kind, Proof, SensitiveContext};
#[cfg(feature = "feeds")]
pub use watch::Watch;
pub use told::tell;
