//! Soapbox and pl-fe, front ends of Pleroma, Akkoma, Rebased and Mastodon servers: Lexical in a form. Facts: their source, 2024 and 2025.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "form [data-lexical-editor='true']";
const SUBMIT: Submit = Submit::Css("button[type='submit']");
const WARNING: &str = "#cw-spoiler-input";

/// A private message is written in the same form and cannot be told from a post; chats are not.
pub static SITE: Site = Site {
    id: "soapbox",
    name: "Soapbox",
    hosts: &[],
    detect: "#soapbox, #plfe",
    never: "",
    account: "",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "form:has([data-markup]:not([data-testid='quoted-status'] *))",
            root: "form",
            submit: SUBMIT,
            parts: WARNING,
            about: "[data-markup]:not([data-testid='quoted-status'] *)",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            root: "form",
            submit: SUBMIT,
            parts: WARNING,
            about: "[data-testid='quoted-status'] [data-markup]",
            ..Composer::DEFAULT
        },
    ],
};
