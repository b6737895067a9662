//! Slate.

use super::Editor;

pub static EDITOR: Editor = Editor {
    id: "slate",
    detect: "[data-slate-editor='true']",
    skip: "[data-slate-placeholder='true']",
};
