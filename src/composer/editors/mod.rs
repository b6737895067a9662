//! Editor families: what in their DOM is not text. What they share (blocks, breaks, widgets) is read in one way.
//!
//! `innerText` and `textContent` are wrong in every one of them: the first doubles newlines, the second glues blocks.

mod draft;
mod lexical;
mod prosemirror;
mod quill;
mod slate;
mod smarteditor;

use web_sys::Element;

pub static ALL: &[&Editor] =
    &[&draft::EDITOR, &lexical::EDITOR, &quill::EDITOR, &prosemirror::EDITOR, &slate::EDITOR, &smarteditor::EDITOR];

/// One family.
#[derive(Debug)]
pub struct Editor {
    /// Matches the editable element.
    pub detect: &'static str,
    /// Inside the editable, yet not part of the text: placeholders, clipboards, cursors. Empty: nothing.
    pub skip: &'static str,
    /// Takes text into its model when it is pasted, and breaks when it is typed over lines. The others are the other way round.
    pub pasted: bool,
}

/// A contenteditable element without a framework we know.
static PLAIN: Editor = Editor { detect: "", skip: "", pasted: false };

pub fn of(editable: &Element) -> &'static Editor {
    ALL.iter().copied().find(|editor| editable.matches(editor.detect).unwrap_or(false)).unwrap_or(&PLAIN)
}
