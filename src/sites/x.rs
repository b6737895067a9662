//! X (Twitter): Draft.js, stable test ids. Facts: live probes and public scripts of 2026.

use super::{Composer, Kind, Site, Submit};

const EDITOR: &str = "[data-testid^='tweetTextarea_'][contenteditable='true'], textarea[data-testid^='tweetTextarea_'], \
                      [data-testid^='tweetTextarea_'] textarea";
const SUBMIT: Submit = Submit::Css("[data-testid='tweetButton'], [data-testid='tweetButtonInline']");

pub static SITE: Site = Site {
    id: "x",
    name: "X",
    hosts: &["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com", "pro.x.com"],
    detect: "",
    never: "[data-testid='DmActivityContainer'], [data-testid='dmComposerTextInput'], [role='search']",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: EDITOR,
        root: "[role='dialog']",
        submit: SUBMIT,
        thread: true,
        about: "article[data-testid='tweet'] [data-testid='tweetText'], [data-testid='quoteTweet'] [data-testid='tweetText']",
        media: "[data-testid='attachments'] [data-testid='tweetPhoto'] img, [data-testid='attachments'] video",
        ..Composer::DEFAULT
    }],
};
