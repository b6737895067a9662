//! Wikipedia's main page as data: "in the news" (people edit it; precise, hours late) and what is read most.

use super::item::{Item, Says};
use super::{Wrong, json, time};
use serde::Deserialize;

#[derive(Deserialize)]
struct Featured {
    #[serde(default, deserialize_with = "json::rows")]
    news: Vec<Story>,
    #[serde(default)]
    mostread: Option<MostRead>,
    /// Only to tell the feed from some other object: one of the three is always there.
    #[serde(default)]
    tfa: Option<serde_json::Value>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Story {
    /// HTML.
    #[serde(deserialize_with = "json::string")]
    story: String,
    #[serde(deserialize_with = "json::rows")]
    links: Vec<Article>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct MostRead {
    #[serde(deserialize_with = "json::rows")]
    articles: Vec<Article>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Article {
    titles: Titles,
    #[serde(deserialize_with = "json::string")]
    title: String,
    #[serde(deserialize_with = "json::string")]
    description: String,
    #[serde(deserialize_with = "json::string")]
    lang: String,
    #[serde(deserialize_with = "json::string")]
    timestamp: String,
    content_urls: Addresses,
    #[serde(deserialize_with = "json::rows")]
    view_history: Vec<Views>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Titles {
    #[serde(deserialize_with = "json::string")]
    normalized: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Addresses {
    desktop: Address,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Address {
    #[serde(deserialize_with = "json::string")]
    page: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Views {
    #[serde(deserialize_with = "json::count")]
    views: u32,
}

impl Article {
    fn name(&self) -> String {
        if self.titles.normalized.is_empty() { self.title.replace('_', " ") } else { self.titles.normalized.clone() }
    }
}

/// `GET /api/rest_v1/feed/featured/YYYY/MM/DD`.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let featured: Featured = json::read(text)?;
    if featured.news.is_empty() && featured.mostread.is_none() && featured.tfa.is_none() {
        return Err(Wrong::Json(".".into(), "neither news nor mostread".into()));
    }
    let news = featured.news.into_iter().map(|story| {
        let first = story.links.first();
        Item {
            title: story.story,
            link: first.map(|article| article.content_urls.desktop.page.clone()).unwrap_or_default(),
            language: first.map(|article| article.lang.clone()).unwrap_or_default(),
            // The day of the newest edit of the article says nothing about the story's age: no time.
            ..Item::default()
        }
    });
    let read = featured.mostread.unwrap_or_default().articles.into_iter().map(|article| {
        // Oldest first in the feed.
        let mut history: Vec<u32> = article.view_history.iter().map(|day| day.views).collect();
        history.reverse();
        Item {
            says: Says::Interest,
            title: article.name(),
            summary: article.description.clone(),
            link: article.content_urls.desktop.page.clone(),
            language: article.lang.clone(),
            time: time::parse(&article.timestamp),
            count: history.first().copied().unwrap_or(0),
            history,
            ..Item::default()
        }
    });
    Ok(news.chain(read).collect())
}
