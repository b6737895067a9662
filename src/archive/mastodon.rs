//! Mastodon: `outbox.json` of the account's archive, an ActivityStreams collection of what was sent.

use super::Reader;
use super::out::{Out, Post, Row, Why};
use super::split::Splitter;
use super::words;
use super::x::wrong;
use crate::engine::DraftKind;
use serde::Deserialize;

#[derive(Deserialize)]
struct Activity {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    published: String,
    /// A note, or the address of somebody else's.
    object: serde_json::Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Note {
    id: String,
    #[serde(default)]
    content: Option<String>,
    /// The content warning.
    #[serde(default)]
    summary: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    in_reply_to: Option<serde_json::Value>,
}

struct Outbox(Splitter);

pub fn reader(name: &str) -> Option<Box<dyn Reader>> {
    (name == "outbox.json").then(|| Box::new(Outbox(Splitter::new(&["orderedItems"]))) as _)
}

impl Reader for Outbox {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        self.0.feed(bytes, |record| out.row(record.and_then(activity)));
    }

    fn end(&mut self, out: &mut Out) {
        self.0.end(|record| out.row(record.and_then(activity)));
    }
}

fn activity(bytes: &[u8]) -> Result<Row, Why> {
    let activity: Activity = serde_json::from_slice(bytes).map_err(wrong)?;
    if activity.kind != "Create" {
        return Ok(Row::Others);
    }
    let note: Note = serde_json::from_value(activity.object).map_err(|_| Why::Shape)?;
    let content = words::lines(note.content.as_deref().unwrap_or_default());
    let warning = note.summary.as_deref().map(words::lines).filter(|text| !text.is_empty());
    let text = warning.map_or(content.clone(), |warning| format!("{warning}\n{content}"));
    if text.trim().is_empty() {
        return Ok(Row::Empty);
    }
    let reply = note.in_reply_to.is_some_and(|to| !to.is_null());
    Ok(Row::Post(Post {
        site: "mastodon".into(),
        url: note.url.filter(|url| url.starts_with("http")).unwrap_or_else(|| note.id.clone()),
        id: note.id,
        text,
        date: words::day_of(note.published.as_deref().unwrap_or(&activity.published)),
        kind: if reply { DraftKind::Reply } else { DraftKind::Post },
    }))
}
