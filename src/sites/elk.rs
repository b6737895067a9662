//! Elk, a client for Mastodon, on any host: TipTap 2. Facts: its source, 2026.

use super::{Composer, Kind, Site, Submit};

const WIDGET: &str = "[aria-roledescription='publish-widget']";

const POST: Composer = Composer {
    id: "post",
    kind: Kind::Post,
    editor: ".content-editor[contenteditable='true']",
    within: WIDGET,
    // The widgets of a thread stand side by side, and only the last one has the button.
    root: ":has(> [aria-roledescription='publish-widget'])",
    submit: Submit::Css("button.publish-button"),
    thread: true,
    parts: "[aria-roledescription='publish-widget'] input[type='text']",
    about: "blockquote .content-rich",
    media: "img[alt]",
    ..Composer::DEFAULT
};

pub static SITE: Site = Site {
    id: "elk",
    name: "Elk",
    hosts: &[],
    detect: "#__nuxt",
    never: "",
    account: "",
    composers: &[
        // On the page of a post the widget stands right below it.
        Composer {
            id: "reply",
            kind: Kind::Reply,
            within: ":has(> [aria-roledescription='status-details'] ~ [aria-roledescription='publish-widget'])",
            about: "[aria-roledescription='status-details'] .status-body .content-rich",
            ..POST
        },
        POST,
    ],
};
