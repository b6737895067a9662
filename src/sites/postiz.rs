//! Postiz, a suite that one may host oneself: TipTap 3, on any server that a person added. Facts: its source, 2026.

use super::{Composer, Keys, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "postiz",
    name: "Postiz",
    hosts: &[],
    detect: "#social-content",
    never: "",
    account: "",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: ".ProseMirror[contenteditable='true']",
        within: "#social-content",
        // Into the calendar, or out at once; a draft that is only kept is nobody's business. The arrow that shows the
        // second button by touch stands in the first one, and is held with it.
        submit: Submit::Css("button.btnSub, button:has(> .post-now)"),
        keys: Keys::NONE,
        // The post and its comments, which go out with it.
        thread: true,
        ..Composer::DEFAULT
    }],
};
