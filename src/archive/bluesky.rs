//! Bluesky: the account's repository (a CAR file of DAG-CBOR records), and the public feed of an author as JSON.
//!
//! A post is called by its content identifier in both, so that the same post is not taken twice.

use super::Reader;
use super::car::{self, Car};
use super::out::{Out, Post, Row, Why};
use super::split::Splitter;
use super::words;
use super::x::wrong;
use crate::engine::DraftKind;
use serde::Deserialize;

/// A record of a repository. Records of other kinds lack `text`.
#[derive(Deserialize)]
struct Record {
    #[serde(rename = "$type", default)]
    kind: String,
    #[serde(default)]
    text: String,
    #[serde(rename = "createdAt", default)]
    created: String,
    #[serde(default)]
    reply: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Item {
    post: Seen,
    #[serde(default)]
    reason: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Seen {
    uri: String,
    cid: String,
    record: Record,
}

struct Repository(Car);

struct Feed(Splitter);

/// `.car`.
pub fn reader(name: &str) -> Option<Box<dyn Reader>> {
    name.ends_with(".car").then(|| Box::new(Repository(Car::default())) as _)
}

/// The answer of `app.bsky.feed.getAuthorFeed`, under a name that says feed.
pub fn feed(name: &str) -> Option<Box<dyn Reader>> {
    let feed = name.ends_with(".json") && (name.contains("feed") || name.contains("bluesky") || name.contains("bsky"));
    feed.then(|| Box::new(Feed(Splitter::new(&["feed"]))) as _)
}

impl Reader for Repository {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        self.0.feed(bytes, |block| match block {
            Ok((cid, data)) => {
                if let Some(row) = record(cid, data) {
                    out.row(row);
                }
            }
            Err(Why::Broken) => out.broken(Why::Broken),
            Err(why) => out.row(Err(why)),
        });
    }

    fn end(&mut self, out: &mut Out) {
        if !self.0.complete() {
            out.broken(Why::CutOff);
        }
    }
}

/// None: a node of the tree, a like, a follow.
fn record(cid: &[u8], data: &[u8]) -> Option<Result<Row, Why>> {
    const POST: &[u8] = b"app.bsky.feed.post";
    // Every like names the post it is about; only a post names it as its own type.
    if !data.windows(POST.len()).any(|window| window == POST) {
        return None;
    }
    match ciborium::from_reader::<Record, _>(data) {
        Ok(record) if record.kind == "app.bsky.feed.post" => {
            Some(Ok(Row::Post(post(record, &car::text(cid), String::new()))))
        }
        Ok(_) => None,
        Err(_) => Some(Err(Why::Broken)),
    }
}

fn post(record: Record, cid: &str, url: String) -> Post {
    Post {
        site: "bluesky".into(),
        id: cid.to_string(),
        text: record.text,
        date: words::day_of(&record.created),
        url,
        kind: if record.reply.is_some() { DraftKind::Reply } else { DraftKind::Post },
    }
}

impl Reader for Feed {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        self.0.feed(bytes, |record| out.row(record.and_then(item)));
    }

    fn end(&mut self, out: &mut Out) {
        self.0.end(|record| out.row(record.and_then(item)));
    }
}

fn item(bytes: &[u8]) -> Result<Row, Why> {
    let item: Item = serde_json::from_slice(bytes).map_err(wrong)?;
    if item.reason.is_some() {
        return Ok(Row::Others);
    }
    // at://did:plc:abc/app.bsky.feed.post/3kabc
    let mut parts = item.post.uri.strip_prefix("at://").ok_or(Why::Shape)?.split('/');
    let url = match (parts.next(), parts.next(), parts.next()) {
        (Some(who), Some(_), Some(key)) => format!("https://bsky.app/profile/{who}/post/{key}"),
        _ => return Err(Why::Shape),
    };
    Ok(Row::Post(post(item.post.record, &item.post.cid, url)))
}
