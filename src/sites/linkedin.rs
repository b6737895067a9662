//! LinkedIn: the classic front end (Quill 1 in the open shadow root of `#interop-outlet`) and the new one (TipTap in
//! a dialog, seen in light and in shadow DOM), both being served. Facts: public scripts and traces of 2026.

use super::{Composer, Kind, Site, Submit};

const CLASSIC: &str = ".ql-editor[contenteditable='true']";
const TIPTAP: &str = ".ProseMirror[contenteditable='true']";
const PICTURES: &str = "#ShareBoxpreviewCard img[alt], .share-creation-state__preview-container img[alt]";

/// The wrapper of the new editor stands around profile fields too: only the share dialog and comment boxes count.
pub static SITE: Site = Site {
    id: "linkedin",
    name: "LinkedIn",
    hosts: &["www.linkedin.com"],
    detect: "",
    never: ".msg-form, .msg-overlay-conversation-bubble, .msg-form__contenteditable, [role='search'], .search-global-typeahead",
    account: "",
    composers: &[
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: CLASSIC,
            within: "[data-test-modal-id='sharebox'], .share-box-v2__modal, .share-creation-state__text-editor",
            root: "[role='dialog'], .share-box-v2__modal",
            submit: Submit::Css(".share-actions__primary-action"),
            about: ".feed-shared-update-v2 .update-components-text",
            media: PICTURES,
            ..Composer::DEFAULT
        },
        // The button has no stable mark, and the same element becomes "Schedule".
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: "[componentkey='ShareBox_textEditor'][contenteditable='true']",
            root: "dialog, [role='dialog']",
            submit: Submit::LastAfter,
            media: PICTURES,
            ..Composer::DEFAULT
        },
        // A company page's own dialog: the same shape, another editor key.
        Composer {
            id: "page-post",
            kind: Kind::Post,
            editor: TIPTAP,
            within: "dialog:has([data-sdui-screen*='sharing.ShareCompose'])",
            root: "dialog",
            submit: Submit::LastAfter,
            media: PICTURES,
            ..Composer::DEFAULT
        },
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: CLASSIC,
            within: ".comments-comment-box, form.comments-comment-box__form",
            root: ".comments-comment-box, form.comments-comment-box__form",
            submit: Submit::Css("button[class*='comments-comment-box__submit-button']"),
            about: ".update-components-text",
            ..Composer::DEFAULT
        },
        // `expandable-text-box` is the text of a post in the new feed; recalled, not seen in a dated source.
        Composer {
            id: "comment",
            kind: Kind::Comment,
            editor: TIPTAP,
            within: "[componentkey^='commentBox-'], [data-view-name='comment-box']",
            root: "[componentkey^='commentBox-'], [data-view-name='comment-box']",
            submit: Submit::Css(
                "button[data-view-name='comment-post'], button[data-view-name='comment-reply-post'], \
                 button[componentkey*='commentButtonSection']",
            ),
            about: "[data-testid='expandable-text-box']",
            ..Composer::DEFAULT
        },
    ],
};
