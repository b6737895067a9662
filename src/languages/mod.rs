//! Languages: what the engine must know of a language besides its words.

mod korean;

pub use korean::PARTICLES;
