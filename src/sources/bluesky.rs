//! Bluesky: what the network calls a trend. `unspecced`: the lexicon itself says that it may change.

use super::item::{Item, Says};
use super::{Wrong, json, sample, time};
use serde::Deserialize;

#[derive(Deserialize)]
struct Answer {
    #[serde(deserialize_with = "json::rows")]
    trends: Vec<Trend>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Trend {
    #[serde(deserialize_with = "json::string")]
    topic: String,
    #[serde(deserialize_with = "json::string")]
    display_name: String,
    #[serde(deserialize_with = "json::string")]
    description: String,
    #[serde(deserialize_with = "json::string")]
    link: String,
    #[serde(deserialize_with = "json::string")]
    started_at: String,
    #[serde(deserialize_with = "json::count")]
    post_count: u32,
}

/// `app.bsky.unspecced.getTrends`.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let answer: Answer = json::read(text)?;
    let item = |trend: Trend| Item {
        says: Says::Interest,
        title: if trend.display_name.is_empty() { trend.topic } else { trend.display_name },
        summary: trend.description,
        // A path on bsky.app.
        link: match trend.link.strip_prefix('/') {
            Some(path) => format!("https://bsky.app/{path}"),
            None => trend.link,
        },
        time: time::parse(&trend.started_at),
        count: trend.post_count,
        ..Item::default()
    };
    Ok(answer.trends.into_iter().map(item).collect())
}

#[derive(Deserialize)]
struct Handle {
    #[serde(deserialize_with = "json::string")]
    did: String,
}

/// `com.atproto.identity.resolveHandle`.
pub fn owner(text: &str) -> Result<String, Wrong> {
    sample::did(&json::read::<Handle>(text)?.did)
}

#[derive(Deserialize)]
struct Feed {
    #[serde(deserialize_with = "json::rows")]
    feed: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    post: Post,
}

#[derive(Deserialize)]
struct Post {
    record: Record,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Record {
    #[serde(deserialize_with = "json::string")]
    text: String,
    #[serde(deserialize_with = "json::rows")]
    langs: Vec<String>,
    #[serde(deserialize_with = "json::string")]
    created_at: String,
}

/// `app.bsky.feed.getFeed`: the posts, without who wrote them.
pub fn feed(text: &str) -> Result<Vec<Item>, Wrong> {
    let item = |row: Row| {
        let Record { text, langs, created_at } = row.post.record;
        Item {
            says: Says::Post,
            title: text,
            time: time::parse(&created_at),
            language: langs.into_iter().next().unwrap_or_default(),
            ..Item::default()
        }
    };
    Ok(json::read::<Feed>(text)?.feed.into_iter().map(item).collect())
}
