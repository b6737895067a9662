//! Mastodon and its relatives: what a server's people talk about. Only servers that a person named.

use super::item::{Item, Says};
use super::sample::{Access, Reach};
use super::{Wrong, json, time};
use serde::Deserialize;
use serde_json::Value;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Day {
    /// Numbers as text; `uses` counts posts, `accounts` people.
    #[serde(deserialize_with = "json::count")]
    accounts: u32,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Tag {
    #[serde(deserialize_with = "json::string")]
    name: String,
    #[serde(deserialize_with = "json::string")]
    url: String,
    #[serde(deserialize_with = "json::rows")]
    history: Vec<Day>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Link {
    #[serde(deserialize_with = "json::string")]
    url: String,
    #[serde(deserialize_with = "json::string")]
    title: String,
    #[serde(deserialize_with = "json::string")]
    description: String,
    #[serde(deserialize_with = "json::string")]
    published_at: String,
    #[serde(deserialize_with = "json::string")]
    language: String,
    #[serde(deserialize_with = "json::rows")]
    history: Vec<Day>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Status {
    #[serde(deserialize_with = "json::string")]
    content: String,
    #[serde(deserialize_with = "json::string")]
    url: String,
    #[serde(deserialize_with = "json::string")]
    language: String,
    #[serde(deserialize_with = "json::string")]
    created_at: String,
    #[serde(deserialize_with = "json::count")]
    reblogs_count: u32,
    #[serde(deserialize_with = "json::count")]
    favourites_count: u32,
    #[serde(deserialize_with = "json::rows")]
    tags: Vec<Tag>,
}

/// A list, each row for itself: `{"error": …}` is no list.
fn list<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>, Wrong> {
    let rows: Vec<Value> = json::read(text)?;
    Ok(rows.into_iter().take(super::MAX_ITEMS).filter_map(|row| serde_json::from_value(row).ok()).collect())
}

fn history(days: &[Day]) -> Vec<u32> {
    days.iter().map(|day| day.accounts).collect()
}

/// `GET /api/v1/trends/tags`.
pub fn tags(text: &str) -> Result<Vec<Item>, Wrong> {
    let item = |tag: Tag| Item {
        says: Says::Interest,
        title: if tag.name.is_empty() { String::new() } else { format!("#{}", tag.name) },
        tags: vec![tag.name],
        link: tag.url,
        history: history(&tag.history),
        count: tag.history.first().map_or(0, |day| day.accounts),
        ..Item::default()
    };
    Ok(list::<Tag>(text)?.into_iter().map(item).collect())
}

/// `GET /api/v1/trends/links`: the best sign of a crisis that this network has.
pub fn links(text: &str) -> Result<Vec<Item>, Wrong> {
    let item = |link: Link| Item {
        title: link.title,
        summary: link.description,
        link: link.url,
        time: time::parse(&link.published_at),
        language: link.language,
        history: history(&link.history),
        count: link.history.first().map_or(0, |day| day.accounts),
        ..Item::default()
    };
    Ok(list::<Link>(text)?.into_iter().map(item).collect())
}

/// `GET /api/v1/trends/statuses`. Posts with a content warning never trend, so this list is calmer than the network.
pub fn statuses(text: &str) -> Result<Vec<Item>, Wrong> {
    let item = |status: Status| Item {
        says: Says::Post,
        title: status.content,
        link: status.url,
        time: time::parse(&status.created_at),
        language: status.language,
        tags: status.tags.into_iter().map(|tag| tag.name).collect(),
        count: status.reblogs_count.saturating_add(status.favourites_count),
        ..Item::default()
    };
    Ok(list::<Status>(text)?.into_iter().map(item).collect())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Timelines {
    #[serde(deserialize_with = "json::string")]
    local: String,
    #[serde(deserialize_with = "json::string")]
    remote: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TimelinesAccess {
    hashtag_feeds: Option<Timelines>,
    trending_link_feeds: Option<Timelines>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Configuration {
    timelines_access: Option<TimelinesAccess>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Versions {
    #[serde(deserialize_with = "json::count")]
    mastodon: u32,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Instance {
    #[serde(deserialize_with = "json::string")]
    version: String,
    configuration: Configuration,
    api_versions: Versions,
}

/// `GET /api/v2/instance`: what may be read without signing in. A server before 4.5 does not say: there it is tried, and
/// a refusal is the answer. `links_since`: the version of the interface that has timelines of links.
pub fn access(text: &str, links_since: u32) -> Result<Access, Wrong> {
    let instance: Instance = json::read(text)?;
    if instance.version.is_empty() {
        return Err(json::wrong("version", "no server of this kind"));
    }
    let reach = |said: &Option<Timelines>| match said {
        None => Reach::All,
        Some(said) if said.local != "public" => Reach::Closed,
        Some(said) if said.remote != "public" => Reach::Local,
        Some(_) => Reach::All,
    };
    let said = instance.configuration.timelines_access.unwrap_or_default();
    let links = reach(&said.trending_link_feeds);
    let has_links = said.trending_link_feeds.is_some() || instance.api_versions.mastodon >= links_since;
    // The timeline of a link is all or nothing.
    let links = if has_links && links == Reach::All { Reach::All } else { Reach::Closed };
    Ok(Access { tags: reach(&said.hashtag_feeds), links })
}
