//! Mastodon on any server, with glitch-soc and other forks of its front end. Facts: their source, 2023 to 2026.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "textarea.autosuggest-textarea__textarea";
const SUBMIT: Submit = Submit::Css(
    ".compose-form__submit button[type='submit'], .compose-form__submit button.button-secondary, \
     .compose-form__publish button.button",
);
/// The content warning stands above the text that it hides. glitch-soc has its own id for it.
const WARNING: &str = "#cw-spoiler-input, input[id='glitch.composer.spoiler.input']:not([disabled])";

/// A private mention is written in the same form and cannot be told from a post: it is judged too.
pub static SITE: Site = Site {
    id: "mastodon",
    name: "Mastodon",
    hosts: &[],
    detect: "script#initial-state, #mastodon[data-props]",
    never: ".report-modal, .account__header__account-note, .search",
    account: ".navigation-bar a[href*='/@']",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: ".compose-form:has(.reply-indicator)",
            root: ".compose-form",
            submit: SUBMIT,
            parts: WARNING,
            about: ".reply-indicator__content",
            media: ".compose-form__upload img",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: ".compose-form",
            root: ".compose-form",
            submit: SUBMIT,
            parts: WARNING,
            about: ".status__quote .status__content__text",
            media: ".compose-form__upload img",
            ..Composer::DEFAULT
        },
    ],
};
