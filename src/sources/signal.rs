//! signal.bz: words that rise in Korean searches. Unofficial, without stated terms: off until a person asks.

use super::item::{Item, Says};
use super::{Wrong, json};
use serde::Deserialize;

#[derive(Deserialize)]
struct Answer {
    #[serde(deserialize_with = "json::rows")]
    top10: Vec<Row>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Row {
    #[serde(deserialize_with = "json::string")]
    keyword: String,
}

/// `https://api.signal.bz/news/realtime`.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let answer: Answer = json::read(text)?;
    let item = |row: Row| Item { says: Says::Interest, title: row.keyword, ..Item::default() };
    Ok(answer.top10.into_iter().map(item).collect())
}
