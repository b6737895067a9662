//! ProseMirror and TipTap (Bluesky, new LinkedIn, Elk).

use super::Editor;

pub static EDITOR: Editor = Editor {
    id: "prosemirror",
    detect: ".ProseMirror",
    skip: ".ProseMirror-gapcursor, .ProseMirror-widget.placeholder",
};
