//! Languages: what the engine must know of a language besides its words.

mod korean;

pub use korean::{PARTICLES, compose, is_letter_of_syllable, is_syllable};
