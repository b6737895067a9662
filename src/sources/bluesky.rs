//! Bluesky: what the network calls a trend. `unspecced`: the lexicon itself says that it may change.

use super::item::{Item, Says};
use super::{Wrong, json, time};
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
