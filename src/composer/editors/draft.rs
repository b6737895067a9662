//! Draft.js (X, TikTok).

use super::Editor;

pub static EDITOR: Editor = Editor {
    id: "draft",
    detect: ".public-DraftEditor-content",
    skip: "",
};
