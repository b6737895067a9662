//! Quill 1 and 2 (classic LinkedIn).

use super::Editor;

pub static EDITOR: Editor =
    Editor { detect: ".ql-editor", skip: ".ql-clipboard, .ql-tooltip, .ql-cursor, .ql-ui", pasted: false };
