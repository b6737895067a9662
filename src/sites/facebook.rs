//! Facebook: Lexical everywhere, no stable mark on the button of the post dialog. Facts: public scripts of 2026.

use super::{Composer, Keys, Kind, Site, Submit};

const EDITOR: &str = "[data-lexical-editor='true'][contenteditable='true']";

/// Messenger is Lexical too: a post is known by its form, a comment by its own.
pub static SITE: Site = Site {
    id: "facebook",
    name: "Facebook",
    hosts: &["www.facebook.com", "m.facebook.com", "web.facebook.com", "facebook.com"],
    detect: "",
    never: "[data-pagelet^='MW'], [role='search']",
    account: "",
    composers: &[
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: EDITOR,
            within: "form[role='presentation'], [role='article'] form, form:has(#focused-state-composer-submit)",
            root: "form",
            submit: Submit::Css("#focused-state-composer-submit [role='button']"),
            keys: Keys::ENTER,
            about: "[data-ad-rendering-role='story_message']",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: "[role='dialog'] form[method='POST'], [data-pagelet='GroupInlineComposer'], [data-pagelet='bizweb_create_post']",
            root: "form[method='POST'], [role='dialog'], [data-pagelet='GroupInlineComposer'], [data-pagelet='bizweb_create_post']",
            submit: Submit::LastAfter,
            media: "img[alt]",
            ..Composer::DEFAULT
        },
    ],
};
