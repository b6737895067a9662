//! Draft.js (X, TikTok).

use super::Editor;

pub static EDITOR: Editor = Editor { detect: ".public-DraftEditor-content", skip: "", pasted: true };
