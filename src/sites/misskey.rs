//! Misskey and its forks, on any server. Facts: their source, 2025 and 2026.

use super::{Composer, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "misskey",
    name: "Misskey",
    hosts: &[],
    detect: "#misskey_meta",
    never: "",
    account: "",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: "textarea[data-cy-post-form-text]",
        submit: Submit::Css("button[data-cy-open-post-form-submit]"),
        // The warning, and hashtags that are added to every post. Every class of the form is drawn by a tool.
        parts: ":has(> div > textarea[data-cy-post-form-text]) input:not([type])",
        // What is replied to or quoted stands above the box, under the name of who wrote it.
        about: ":has(~ div > textarea[data-cy-post-form-text]) header + div",
        ..Composer::DEFAULT
    }],
};
