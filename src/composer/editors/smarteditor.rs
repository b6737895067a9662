//! SmartEditor ONE: it draws the text itself, and its placeholder among it.

use super::Editor;

pub static EDITOR: Editor =
    Editor { detect: ".se-component, .se-text-paragraph", skip: ".se-placeholder", pasted: false };
