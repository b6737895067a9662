//! RSS 2.0, RSS 1.0 (RDF) and Atom: the feeds of publishers. Title, link and time; never the body of an article.

use super::item::Item;
use super::xml::{self, Node};
use super::{Wrong, time};

/// Reads either kind; which one it is, is told from its root.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let document = xml::read(text, &["item", "entry"])?;
    match document.root.as_str() {
        "rss" | "RDF" | "feed" => {}
        "html" | "HTML" => return Err(Wrong::Other("an HTML page")),
        "alert" => return Err(Wrong::Other("a CAP warning, not a list of news")),
        _ => return Err(Wrong::Other("neither RSS nor Atom")),
    }
    let language = document.head("language").to_string();
    Ok(document.entries.iter().map(|entry| item(entry, &language)).collect())
}

/// What both kinds have in common.
pub fn item(entry: &Node, language: &str) -> Item {
    let written = ["pubDate", "published", "date", "updated"].iter().find_map(|name| time::parse(entry.of(name)));
    let summary = ["description", "summary"].iter().map(|name| entry.of(name)).find(|text| !text.is_empty());
    let tags = entry.all("category").map(|tag| match tag.attribute("term") {
        "" => tag.text.trim().to_string(),
        term => term.to_string(),
    });
    Item {
        title: entry.of("title").to_string(),
        summary: summary.unwrap_or_default().to_string(),
        link: link(entry),
        time: written,
        language: language.to_string(),
        // Categories of publishers are sections ("Society"), not tags: they name no event.
        tags: tags.filter(|tag| tag.starts_with('#')).collect(),
        ..Item::default()
    }
}

fn link(entry: &Node) -> String {
    let atom = entry
        .all("link")
        .find(|link| !link.attribute("href").is_empty() && matches!(link.attribute("rel"), "" | "alternate"));
    match atom {
        Some(link) => link.attribute("href").to_string(),
        None => {
            entry.all("link").map(|link| link.text.trim()).find(|text| !text.is_empty()).unwrap_or_default().to_string()
        }
    }
}
