//! X (Twitter), X Pro, and the TweetDeck of before that an extension serves on x.com. Draft.js with stable test ids, and a
//! text area. Facts: live probes and public scripts of 2026; that X Pro has the same ids is not proven.

use super::{Composer, Kind, Site, Submit};

/// `tweetTextarea_0` and up are the boxes of a thread; the same start of a name is on wrappers around them.
const EDITOR: &str = "[data-testid^='tweetTextarea_'][contenteditable='true'], textarea[data-testid^='tweetTextarea_'], \
                      [data-testid^='tweetTextarea_'] textarea";
/// The navigation's buttons only open a composer and have other ids.
const SUBMIT: Submit = Submit::Css("[data-testid='tweetButton'], [data-testid='tweetButtonInline']");
const MEDIA: &str = "[data-testid='attachments'] [data-testid='tweetPhoto'] img, [data-testid='attachments'] video";

/// TweetDeck writes posts, replies in a column and direct messages in boxes of this one kind.
const DECK: &str = "textarea.js-compose-text";
const DECK_SUBMIT: Submit = Submit::Css("button.js-send-button");

pub static SITE: Site = Site {
    id: "x",
    name: "X",
    hosts: &["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com", "pro.x.com"],
    detect: "",
    never: "[data-testid='DmActivityContainer'], [data-testid='DMDrawer'], [data-testid='dmComposerTextInput'], [role='search'], \
            .js-compose-message-recipient-container:not(.is-hidden) ~ .compose-text-container",
    account: "a[data-testid='AppTabBar_Profile_Link']",
    composers: &[
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            within: "[role='dialog']:has(article[data-testid='tweet'])",
            root: "[role='dialog']",
            submit: SUBMIT,
            thread: true,
            about: "article[data-testid='tweet'] [data-testid='tweetText']",
            media: MEDIA,
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            within: "[role='dialog']",
            root: "[role='dialog']",
            submit: SUBMIT,
            thread: true,
            about: "[data-testid='quoteTweet'] [data-testid='tweetText']",
            media: MEDIA,
            ..Composer::DEFAULT
        },
        // The inline reply looks just like the box of the home page: only the route tells them apart.
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: EDITOR,
            submit: SUBMIT,
            thread: true,
            about: "article[data-testid='tweet'][tabindex='-1'] [data-testid='tweetText']",
            media: MEDIA,
            path: "/status/",
            ..Composer::DEFAULT
        },
        Composer {
            id: "post",
            kind: Kind::Post,
            editor: EDITOR,
            submit: SUBMIT,
            thread: true,
            media: MEDIA,
            ..Composer::DEFAULT
        },
        Composer {
            id: "reply",
            kind: Kind::Reply,
            editor: DECK,
            within: ".js-inline-reply, .js-in-reply-to:not(.is-hidden) ~ .compose-text-container",
            submit: DECK_SUBMIT,
            about: ".js-in-reply-to, .stream-item .tweet-text",
            ..Composer::DEFAULT
        },
        Composer { id: "post", kind: Kind::Post, editor: DECK, submit: DECK_SUBMIT, ..Composer::DEFAULT },
    ],
};
