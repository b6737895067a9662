//! ProseMirror and TipTap (Bluesky, new LinkedIn, Elk).

use super::Editor;

pub static EDITOR: Editor =
    Editor { detect: ".ProseMirror", skip: ".ProseMirror-gapcursor, .ProseMirror-widget.placeholder", pasted: false };
