//! YouTube: comments, community posts, and Studio's replies and upload form. Facts: public scripts of 2026.

use super::{Composer, Kind, Site, Submit};

/// A text box of YouTube's own, the same in comments and community posts.
const EDITOR: &str = "#contenteditable-root[contenteditable]";

pub static SITE: Site = Site {
    id: "youtube",
    name: "YouTube",
    hosts: &["www.youtube.com", "m.youtube.com", "studio.youtube.com"],
    detect: "",
    never: "ytd-searchbox, yt-live-chat-app",
    account: "",
    composers: &[
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: "ytd-backstage-post-dialog-renderer",
            root: "ytd-backstage-post-dialog-renderer",
            submit: Submit::Css("#submit-button button"),
            media: "img[alt]",
            ..Composer::DEFAULT
        },
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "ytd-comment-thread-renderer ytd-commentbox",
            root: "ytd-commentbox",
            submit: Submit::Css("#submit-button button"),
            about: "#content-text",
            ..Composer::DEFAULT
        },
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: EDITOR,
            within: "ytd-commentbox",
            root: "ytd-commentbox",
            submit: Submit::Css("#submit-button button"),
            about: "h1.ytd-watch-metadata",
            ..Composer::DEFAULT
        },
        Composer {
            id: "studio-reply",
            kind: Kind::Reply,
            editor: "textarea#textarea",
            within: "ytcp-commentbox",
            root: "ytcp-commentbox",
            submit: Submit::Css("#submit-button button"),
            about: "#content-text",
            ..Composer::DEFAULT
        },
        // The description goes out with the video, or as soon as the change is saved.
        Composer {
            id: "upload",
            kind: Kind::Post,
            editor: "#description-textarea #textbox[contenteditable]",
            within: "ytcp-uploads-dialog",
            root: "ytcp-uploads-dialog",
            submit: Submit::Css("#done-button"),
            parts: "#title-textarea #textbox[contenteditable]",
            ..Composer::DEFAULT
        },
    ],
};
