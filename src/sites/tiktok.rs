//! TikTok: captions in Studio, and comments; both are Draft.js. Facts: public scripts of 2025 and 2026.

use super::{Composer, Keys, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "tiktok",
    name: "TikTok",
    hosts: &["www.tiktok.com"],
    detect: "",
    never: "[data-e2e='message-input-area'], [data-e2e='search-box']",
    account: "",
    composers: &[
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: "[contenteditable='true']",
            within: "[data-e2e='comment-input']",
            submit: Submit::Css("[data-e2e='comment-post']"),
            keys: Keys::ENTER,
            about: "[data-e2e='browse-video-desc'], [data-e2e='video-desc']",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: ".public-DraftEditor-content[contenteditable='true']",
            submit: Submit::Css("[data-e2e='post_video_button']"),
            keys: Keys::NONE,
            path: "/tiktokstudio",
            ..Composer::DEFAULT
        },
    ],
};
