//! Slate.

use super::Editor;

pub static EDITOR: Editor =
    Editor { detect: "[data-slate-editor='true']", skip: "[data-slate-placeholder='true']", pasted: true };
