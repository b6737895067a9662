//! Tumblr: the block editor of WordPress, one editable a paragraph. Facts: public scripts of 2024 to 2026 for the editor; the
//! button is known by its place only, as all classes of the form around it are drawn anew in each build.

use super::{Composer, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "tumblr",
    name: "Tumblr",
    hosts: &["www.tumblr.com"],
    detect: "",
    never: "[role='search']",
    account: "",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: ".block-editor-rich-text__editable[contenteditable='true']",
        within: ".block-editor-writing-flow",
        root: "[role='dialog'], form",
        submit: Submit::LastAfter,
        // All paragraphs go out together, and the tags with them.
        thread: true,
        parts: "textarea",
        media: ".wp-block img[alt]",
        ..Composer::DEFAULT
    }],
};
