//! Reddit: custom elements with open shadow roots, and old.reddit.com's forms. Facts: public scripts of 2025 and 2026.

use super::{Composer, Kind, Site, Submit};

/// Rich text is Lexical in the light DOM; markdown is a textarea two shadow roots deep.
const BOX: &str = "shreddit-composer [contenteditable='true'], \
                   shreddit-composer >>> shreddit-markdown-composer >>> textarea";
const TITLE: &str = "post-composer-title >>> textarea[name='title'], \
                     post-composer-title >>> faceplate-textarea-input >>> textarea";
const OLD: &str = ".usertext-edit textarea";

pub static SITE: Site = Site {
    id: "reddit",
    name: "Reddit",
    hosts: &["www.reddit.com", "reddit.com", "sh.reddit.com", "new.reddit.com", "old.reddit.com"],
    detect: "",
    // Messages of the old front end are written in the same forms as comments.
    never: "rs-app, #compose-message, .messages-page, .message, .wiki-page, reddit-search-large, faceplate-search-input",
    account: "",
    composers: &[
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: BOX,
            within: "comment-composer-host, shreddit-comment",
            root: "shreddit-composer",
            submit: Submit::Css("button[slot='submit-button'][type='submit']"),
            about: "shreddit-post [slot='title'], shreddit-comment [slot='comment']",
            ..Composer::DEFAULT
        },
        // Beside this button, in the same shadow root, stands the one that keeps a draft.
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: BOX,
            submit: Submit::Css("r-post-form-submit-button >>> #inner-post-submit-button"),
            parts: TITLE,
            path: "/submit",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: "#newlink .usertext-edit textarea",
            root: "#newlink",
            submit: Submit::Css("#newlink button[type='submit']"),
            parts: "#newlink textarea[name='title']",
            ..Composer::DEFAULT
        },
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: OLD,
            within: "form.usertext",
            root: "form.usertext",
            submit: Submit::Css(".usertext-buttons button.save"),
            about: ".link .entry a.title, .comment > .entry > form .usertext-body",
            ..Composer::DEFAULT
        },
    ],
};
