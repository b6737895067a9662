//! Pinafore and what grew out of it (Semaphore, Enafore), clients for Mastodon, on any host. Facts: their source, 2024 and 2025.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "textarea.compose-box-input";
/// Scrolled down, the same button shows a pencil and only opens the dialog.
const SUBMIT: Submit = Submit::Css(".compose-box-button:has(.compose-box-button-compose.hidden)");
const WARNING: &str = "input.content-warning-input";

pub static SITE: Site = Site {
    id: "pinafore",
    name: "Pinafore",
    hosts: &[],
    detect: "meta#theThemeColor",
    never: "",
    account: "",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: ".status-article-compose-box",
            root: ".status-article-compose-box",
            submit: SUBMIT,
            parts: WARNING,
            about: ".status-content",
            ..Composer::DEFAULT
        },
        Composer { id: "post", kind: Kind::Post, editor: EDITOR, submit: SUBMIT, parts: WARNING, ..Composer::DEFAULT },
    ],
};
