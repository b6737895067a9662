//! Naver: Blog (SmartEditor ONE in a frame of its own) and Cafe. Facts: public scripts of 2026.
//!
//! SmartEditor takes the typing in a hidden frame and draws the text itself: nothing here is editable, and the text is
//! read when the last button is pressed.

use super::{Composer, Keys, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "naver",
    name: "Naver",
    hosts: &["blog.naver.com", "m.blog.naver.com", "cafe.naver.com"],
    detect: "",
    never: "[role='search'], .search_area",
    account: "",
    composers: &[
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: ".se-component.se-text",
            // The button that opens the publishing layer only opens it; the layer's own button publishes.
            submit: Submit::Css("[data-testid='seOnePublishBtn'], [data-click-area='tpb*i.publish']"),
            keys: Keys::NONE,
            thread: true,
            parts: ".se-component.se-documentTitle",
            media: ".se-image img[alt]",
            ..Composer::DEFAULT
        },
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: "[id^='naverComment'][id$='__write_textarea'], .u_cbox_text[contenteditable='true']",
            within: ".u_cbox_write_box, .u_cbox_write, .u_cbox_reply_area, .u_cbox_write_wrap",
            submit: Submit::Css("[data-action='comment#upload'], [data-action='write#request'], .u_cbox_btn_upload"),
            keys: Keys::NONE,
            about: ".se-documentTitle .se-text-paragraph",
            ..Composer::DEFAULT
        },
        Composer {
            id: "cafe-comment",
            kind: Kind::Comment,
            editor: "textarea.comment_inbox_text",
            within: ".CommentWriter",
            root: ".CommentWriter",
            submit: Submit::Css(".btn_register"),
            keys: Keys::NONE,
            about: ".article_header .title_text",
            ..Composer::DEFAULT
        },
    ],
};
