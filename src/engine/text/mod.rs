//! Reading a draft: folding it for comparison, with the way back to the writer's own characters.

mod fold;
mod script;
mod split;

pub use fold::{Folded, Tag, fold};
pub use script::{Language, is_dense, is_letter_or_digit, language};
pub use split::{double, ordinary};
