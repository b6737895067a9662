//! Lexical (Facebook, Instagram, Threads, Reddit).

use super::Editor;

pub static EDITOR: Editor = Editor {
    id: "lexical",
    detect: "[data-lexical-editor='true']",
    skip: "[data-lexical-placeholder]",
};
