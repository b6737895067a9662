//! World Health Organization: Disease Outbreak News.

use super::item::{Alarm, Cap, Item, Says, Severity};
use super::{Wrong, json, time};
use serde::Deserialize;

#[derive(Deserialize)]
struct Answer {
    #[serde(deserialize_with = "json::rows")]
    value: Vec<Notice>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Notice {
    #[serde(deserialize_with = "json::string")]
    title: String,
    #[serde(deserialize_with = "json::string")]
    item_default_url: String,
    #[serde(deserialize_with = "json::string")]
    publication_date_and_time: String,
}

/// `https://www.who.int/api/emergencies/diseaseoutbreaknews?…`. A notice is serious, never alone a crisis.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let answer: Answer = json::read(text)?;
    let item = |notice: Notice| {
        let written = time::parse(&notice.publication_date_and_time);
        let link = match notice.item_default_url.strip_prefix('/') {
            Some(path) => format!("https://www.who.int/emergencies/disease-outbreak-news/item/{path}"),
            None => notice.item_default_url,
        };
        let alarm = Alarm {
            cap: Cap { severity: Severity::Moderate, urgency: "Expected".into(), certainty: "Observed".into() },
            topics: vec!["epidemic".into(), "health".into()],
            id: format!("who-{}", notice.title.chars().take(80).collect::<String>()),
            top: false,
            starts: written,
            ends: None,
        };
        Item {
            says: Says::Warning,
            title: notice.title,
            link,
            time: written,
            language: "en".into(),
            alarm: Some(alarm),
            ..Item::default()
        }
    };
    Ok(answer.value.into_iter().map(item).collect())
}
