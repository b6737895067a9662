//! The sites we know: one record a file. A record says where the composers are; `composer` does the rest.
//!
//! Facts about a page are selectors, never code, and never a button's text or label (they are translated).

mod bluesky;
mod elk;
mod facebook;
mod instagram;
pub mod learned;
mod linkedin;
mod mastodon;
mod meta_business;
mod misskey;
mod naver;
mod phanpy;
mod pinafore;
mod postiz;
mod reddit;
mod soapbox;
mod threads;
mod tiktok;
mod tumblr;
mod weibo;
mod x;
mod youtube;

/// The sites with hosts of their own: all that the content script carries.
pub static HOSTED: &[&Site] = &[
    &bluesky::SITE,
    &facebook::SITE,
    &instagram::SITE,
    &linkedin::SITE,
    &meta_business::SITE,
    &naver::SITE,
    &reddit::SITE,
    &threads::SITE,
    &tiktok::SITE,
    &tumblr::SITE,
    &weibo::SITE,
    &x::SITE,
    &youtube::SITE,
];

/// The sites on any host, where a person let us in: `servers.js` tells the content script of them there.
pub static SERVED: &[&Site] = &[
    &elk::SITE,
    &learned::SITE,
    &mastodon::SITE,
    &misskey::SITE,
    &phanpy::SITE,
    &pinafore::SITE,
    &postiz::SITE,
    &soapbox::SITE,
];

/// Every site.
pub fn all() -> impl Iterator<Item = &'static Site> {
    HOSTED.iter().chain(SERVED).copied()
}

/// One network.
#[derive(Debug)]
pub struct Site {
    /// Stable kebab-case id: kept in settings and in the decision log.
    pub id: &'static str,
    pub name: &'static str,
    /// The hosts it is served from. Empty: any server that a person granted (Mastodon and kin).
    pub hosts: &'static [&'static str],
    /// For sites on any host, or on others than its own: one of these must match in the page. Empty: its hosts only.
    pub detect: &'static str,
    /// An editor inside one of these is never a composer: private messages, search, profile forms.
    pub never: &'static str,
    /// A link of the page to the account that writes: the first one's address names it. Empty: the page does not tell.
    pub account: &'static str,
    pub composers: &'static [Composer],
}

/// One kind of composer on a site. The first record whose editor and surroundings match wins.
#[derive(Debug)]
pub struct Composer {
    /// `post`, `reply`, `comment`…: shown in the log.
    pub id: &'static str,
    pub kind: Kind,
    /// Matches the editable element itself.
    pub editor: &'static str,
    /// The editor must be inside one of these (shadow hosts count as ancestors). Empty: anywhere.
    pub within: &'static str,
    /// The nearest such ancestor holds all boxes and the button. Empty, or none found: the smallest
    /// ancestor that holds both an editor and a button.
    pub root: &'static str,
    pub submit: Submit,
    pub keys: Keys,
    /// All editors in the root go out together as one draft.
    pub thread: bool,
    /// Further fields of the same draft, in reading order: a title, a content warning.
    pub parts: &'static str,
    /// Where the text that is replied to or quoted stands: inside the root, else on the page. Empty: nowhere.
    pub about: &'static str,
    /// Pictures and clips that go along (their `alt` or `aria-label` is read), inside the root. Empty: not read.
    pub media: &'static str,
    /// The page's path must contain this (a reply box that looks just like a post box). Empty: any path.
    pub path: &'static str,
    /// The page sends on pointerdown or mousedown: judge the gesture from its start.
    pub early: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Post,
    Reply,
    Comment,
}

/// How the button that sends is known.
///
/// In every selector of a record `a >>> b` means: `b` inside the open shadow root of `a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submit {
    /// Elements that match, inside the root.
    Css(&'static str),
    /// No stable mark exists: the last visible button of the root that shows text, no icon, and stands after the editor.
    LastAfter,
    /// The same, before the editor (a dialog whose header holds the button).
    LastBefore,
}

/// The keys that send from inside the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Ctrl+Enter or Cmd+Enter.
    pub ctrl_enter: bool,
    /// Enter alone (Shift+Enter breaks the line).
    pub enter: bool,
}

impl Keys {
    pub const NONE: Keys = Keys { ctrl_enter: false, enter: false };
    pub const CTRL_ENTER: Keys = Keys { ctrl_enter: true, enter: false };
    pub const ENTER: Keys = Keys { ctrl_enter: true, enter: true };
}

impl Composer {
    /// What most records share; a record names only what differs.
    pub const DEFAULT: Composer = Composer {
        id: "post",
        kind: Kind::Post,
        editor: "",
        within: "",
        root: "",
        submit: Submit::LastAfter,
        keys: Keys::CTRL_ENTER,
        thread: false,
        parts: "",
        about: "",
        media: "",
        path: "",
        early: false,
    };
}

/// The site with this id.
pub fn find(id: &str) -> Option<&'static Site> {
    all().find(|site| site.id == id)
}

/// The site that is served from this host, if the host is fixed.
pub fn by_host(host: &str) -> Option<&'static Site> {
    HOSTED.iter().copied().find(|site| site.hosts.contains(&host))
}
