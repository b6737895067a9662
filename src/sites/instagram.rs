//! Instagram: the caption dialog, whose Share stands in its header, and comments in a textarea or in Lexical.
//! Facts: public scripts of 2026; no stable mark on any button.

use super::{Composer, Keys, Kind, Site, Submit};

/// Direct messages are Lexical outside of every form and dialog: no record reaches them.
pub static SITE: Site = Site {
    id: "instagram",
    name: "Instagram",
    hosts: &["www.instagram.com"],
    detect: "",
    never: "#pepBio, [role='search']",
    account: "",
    composers: &[
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: "form textarea:not([id], [name]), form [contenteditable='true'][role='textbox']",
            root: "form",
            submit: Submit::LastAfter,
            keys: Keys::ENTER,
            about: "h1",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: "[contenteditable='true'][role='textbox']",
            within: "[role='dialog']",
            root: "[role='dialog']",
            submit: Submit::LastBefore,
            keys: Keys::NONE,
            media: "img[alt]",
            ..Composer::DEFAULT
        },
    ],
};
