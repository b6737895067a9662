//! Lexical (Facebook, Instagram, Threads, Reddit).

use super::Editor;

pub static EDITOR: Editor =
    Editor { detect: "[data-lexical-editor='true']", skip: "[data-lexical-placeholder]", pasted: true };
