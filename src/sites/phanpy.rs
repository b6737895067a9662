//! Phanpy, a client for Mastodon, on any host. Facts: its source, 2026.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "textarea.compose-field, textarea[name='status']";
const ROOT: &str = "#compose-container, form[class^='form-visibility-']";
const SUBMIT: Submit = Submit::Css("form[class^='form-visibility-'] button[type='submit']");
/// The field keeps its place, unseen, while no warning is wanted.
const WARNING: &str = "form:has(input[name='sensitive']:checked) input[name='spoilerText']";
const MEDIA: &str = ".media-attachments img[alt]";

pub static SITE: Site = Site {
    id: "phanpy",
    name: "Phanpy",
    hosts: &[],
    // The window that only composes has a root of another name.
    detect: "#app ~ #modal-container, #app-standalone ~ #modal-container",
    never: ".search-form",
    account: "",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "#compose-container:has(.status-preview-legend.reply-to)",
            root: ROOT,
            submit: SUBMIT,
            parts: WARNING,
            about: ".status-preview .content",
            media: MEDIA,
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: "form[class^='form-visibility-']",
            root: ROOT,
            submit: SUBMIT,
            parts: WARNING,
            about: ".status-card .content",
            media: MEDIA,
            ..Composer::DEFAULT
        },
    ],
};
