//! Threads: one dialog for post, thread and reply, boxes of Lexical, no stable mark on the button. Facts: 2026 probes.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "[contenteditable='true'][role='textbox']";

pub static SITE: Site = Site {
    id: "threads",
    name: "Threads",
    hosts: &["www.threads.com", "www.threads.net"],
    detect: "",
    never: "[role='search']",
    account: "",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "[role='dialog']:has([data-pressable-container='true'])",
            root: "[role='dialog']",
            submit: Submit::LastAfter,
            thread: true,
            about: "[data-pressable-container='true'] [dir='auto']:not(a *) > span",
            media: "picture img[alt]",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: "[role='dialog']",
            root: "[role='dialog']",
            submit: Submit::LastAfter,
            thread: true,
            media: "picture img[alt]",
            ..Composer::DEFAULT
        },
    ],
};
