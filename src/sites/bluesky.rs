//! Bluesky: TipTap, one box a post of the thread, stable test ids. Facts: the source of the app, 2026.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = ".ProseMirror[contenteditable='true']";
const VIEW: &str = "[data-testid='composePostView']";
const SUBMIT: Submit = Submit::Css("[data-testid='composerPublishBtn']");

pub static SITE: Site = Site {
    id: "bluesky",
    name: "Bluesky",
    hosts: &["bsky.app", "main.bsky.dev"],
    // Other communities run the app under their own names.
    detect: VIEW,
    never: "[role='search']",
    account: "nav a[href^='/profile/']:not([href*='/feed/'], [href*='/lists/'])",
    composers: &[
        // The replied-to post has no test id: it is the one thing in the view that takes focus and has no role.
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "[data-testid='composePostView']:has(div[tabindex='0'][aria-label]:not([role], [contenteditable]))",
            root: VIEW,
            submit: SUBMIT,
            thread: true,
            about: "div[tabindex='0'][aria-label]:not([role], [contenteditable]) > div > div > div > [dir='auto']",
            media: "img[alt]",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: VIEW,
            root: VIEW,
            submit: SUBMIT,
            thread: true,
            about: "[data-testid='contentHider-post']",
            media: "img[alt]",
            ..Composer::DEFAULT
        },
    ],
};
