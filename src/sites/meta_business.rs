//! Meta Business Suite: a composer that fills a page. Facts: public scripts and records of pages of 2026, in which nothing but
//! the path and the roles is stable: the button is known by its place only.

use super::{Composer, Keys, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "meta-business",
    name: "Meta Business Suite",
    hosts: &["business.facebook.com"],
    detect: "",
    never: "[role='search']",
    account: "",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: "[role='textbox'][contenteditable='true']",
        root: "[data-pagelet='bizweb_create_post'], [role='dialog'], body",
        submit: Submit::LastAfter,
        keys: Keys::NONE,
        // One box for each network, where a person wants other words there.
        thread: true,
        media: "img[alt]",
        // The inbox on the same host has boxes that look the same.
        path: "composer",
        ..Composer::DEFAULT
    }],
};
