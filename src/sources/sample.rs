//! Samples: public posts about one story, for its mood. Whom to ask for what, and how the answer is read.
//!
//! Only tags, links and feeds that the asked server itself has listed; never a word of a draft.

use super::{Decode, Item, MAX_BYTES, Wrong, bluesky, json, list, mastodon};
use serde::{Deserialize, Serialize};

/// Posts of one sample.
const MOST: u32 = 40;
/// The only server of Bluesky that is asked.
const BLUESKY: &str = "public.api.bsky.app";
/// From this version of its interface (4.3) a Mastodon server has a timeline of each trending link.
const LINKS_SINCE: u32 = 2;

/// Whose posts a list may be read of without signing in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    #[default]
    Closed,
    /// Those of the server's own people.
    Local,
    All,
}

/// What a Mastodon server shows to people who are not signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Access {
    pub tags: Reach,
    pub links: Reach,
}

/// Where a server has listed a story, so that it can be asked for posts about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// A link that trends on this Mastodon server.
    Link {
        host: String,
        url: String,
    },
    Tag {
        host: String,
        tag: String,
    },
    /// A trend of Bluesky is a feed: whose, and its key.
    Feed {
        owner: String,
        key: String,
    },
}

impl Listed {
    /// What a line of a feed lists. None: nothing that can be asked for.
    pub fn of(source: &str, item: &Item) -> Option<Listed> {
        let host = item.host.clone();
        match source {
            "mastodon-links" if !host.is_empty() && !item.link.is_empty() => {
                Some(Listed::Link { host, url: item.link.clone() })
            }
            "mastodon-tags" if !host.is_empty() => Some(Listed::Tag { host, tag: item.tags.first()?.clone() }),
            "bluesky" => {
                let (owner, key) = item.link.strip_prefix("https://bsky.app/profile/")?.split_once("/feed/")?;
                let plain = |text: &str, more: &str| {
                    (1..=200).contains(&text.len())
                        && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
                };
                let fits = plain(owner, ".-:") && plain(key, ".-_~:");
                fits.then(|| Listed::Feed { owner: owner.to_string(), key: key.to_string() })
            }
            _ => None,
        }
    }

    pub fn host(&self) -> &str {
        match self {
            Listed::Link { host, .. } | Listed::Tag { host, .. } => host,
            Listed::Feed { .. } => BLUESKY,
        }
    }

    /// Whether a switch lets us ask: of this server, for what it lists.
    pub fn is_of(&self, feed: &str) -> bool {
        match self {
            Listed::Feed { .. } => feed == "bluesky",
            Listed::Link { host, .. } | Listed::Tag { host, .. } => {
                feed.strip_prefix("mastodon-").and_then(|rest| rest.split_once(' ')).is_some_and(|(_, of)| of == host)
            }
        }
    }

    /// The name under which the sample is shown.
    pub fn network(&self) -> &'static str {
        match self {
            Listed::Feed { .. } => "Bluesky",
            _ => "Mastodon",
        }
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What the server shows to whom; asked before the first sample of it.
    Access { host: String },
    /// Who stands behind a handle of Bluesky.
    Handle { handle: String },
    /// The posts themselves; `local`: of the server's own people only.
    Posts { listed: Listed, local: bool },
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    Access(Access),
    /// A DID.
    Owner(String),
    Posts(Vec<Item>),
}

impl Ask {
    pub fn address(&self) -> String {
        match self {
            Ask::Access { host } => format!("https://{host}/api/v2/instance"),
            Ask::Handle { handle } => {
                format!("https://{BLUESKY}/xrpc/com.atproto.identity.resolveHandle?handle={}", percent(handle))
            }
            Ask::Posts { listed: Listed::Link { host, url }, .. } => {
                format!("https://{host}/api/v1/timelines/link?url={}&limit={MOST}", percent(url))
            }
            Ask::Posts { listed: Listed::Tag { host, tag }, local } => {
                let local = if *local { "&local=true" } else { "" };
                format!("https://{host}/api/v1/timelines/tag/{}?limit={MOST}{local}", percent(tag))
            }
            Ask::Posts { listed: Listed::Feed { owner, key }, .. } => {
                let feed = format!("at://{owner}/app.bsky.feed.generator/{key}");
                format!("https://{BLUESKY}/xrpc/app.bsky.feed.getFeed?feed={}&limit={MOST}", percent(&feed))
            }
        }
    }

    /// Reads an answer, as `Source::parse` does.
    pub fn read(&self, bytes: &[u8], content_type: &str, decode: Decode) -> Result<Told, Wrong> {
        if bytes.len() > MAX_BYTES {
            return Err(Wrong::TooBig);
        }
        let text = super::decode::text(bytes, content_type, "utf-8", decode)?;
        let (mut posts, source) = match self {
            Ask::Access { .. } => return mastodon::access(&text, LINKS_SINCE).map(Told::Access),
            Ask::Handle { .. } => return bluesky::owner(&text).map(Told::Owner),
            Ask::Posts { listed: Listed::Feed { .. }, .. } => (bluesky::feed(&text)?, "bluesky"),
            Ask::Posts { .. } => (mastodon::statuses(&text)?, "mastodon-statuses"),
        };
        posts.truncate(MOST as usize);
        if let Some(source) = list::find(source) {
            for post in &mut posts {
                // What a post is written in, its writer says; a network's own language is no answer.
                let unsaid = post.language.is_empty();
                post.settle(source);
                if unsaid {
                    post.language.clear();
                }
            }
        }
        Ok(Told::Posts(posts))
    }
}

/// Everything but letters, digits and four signs as %XX (RFC 3986, 2.3).
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A DID in one of the two ways that the network knows.
pub(super) fn did(text: &str) -> Result<String, Wrong> {
    let known = text.starts_with("did:plc:") || text.starts_with("did:web:");
    let plain = text.len() <= 200 && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-:_%".contains(c));
    if known && plain { Ok(text.to_string()) } else { Err(json::wrong("did", "no DID")) }
}
