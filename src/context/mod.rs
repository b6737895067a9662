//! What is going on: the calendar of observances, and what public feeds tell, as events of the engine.

#[cfg(feature = "feeds")]
mod aliases;
mod box_trends;
#[cfg(feature = "feeds")]
mod burst;
mod calendar;
#[cfg(feature = "feeds")]
mod classify;
#[cfg(feature = "feeds")]
mod mood;
#[cfg(feature = "feeds")]
mod place;
mod rule;
#[cfg(feature = "feeds")]
mod sensitive;
#[cfg(feature = "feeds")]
mod shingle;
#[cfg(feature = "feeds")]
mod story;
mod told;
#[cfg(feature = "feeds")]
mod watch;

pub use box_trends::{events as box_events, names as box_names, tone as box_tone};
pub use calendar::{Day, Observance, observances, on};
#[cfg(feature = "feeds")]
pub use mood::{Feeling, Mood};
pub use rule::{Lunar, Rule};
#[cfg(feature = "feeds")]
pub use sensitive::{Both, Kind, Proof, SensitiveContext};
pub use told::tell;
#[cfg(feature = "feeds")]
pub use watch::Watch;
