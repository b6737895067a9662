//! What is going on: the calendar of observances, as events of the engine.

mod calendar;
mod rule;

pub use calendar::{Day, Observance, observances, on};
pub use rule::{Lunar, Rule};
