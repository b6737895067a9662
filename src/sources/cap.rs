//! CAP 1.2 (OASIS, ITU X.1303): warnings of authorities, alone or in an Atom or RSS feed.

use super::item::{Alarm, Cap, Item, Says, Severity};
use super::xml::{self, Node};
use super::{Wrong, rss, time};
use std::collections::BTreeSet;

/// One message before it is known whether a later one replaced it.
pub struct Message {
    pub id: String,
    /// `Alert`, `Update`, `Cancel` …
    pub kind: String,
    /// Identifiers that this one replaces.
    pub references: Vec<String>,
    /// None: nothing to tell (a test, a mere notice).
    pub item: Option<Item>,
}

/// What is in force: messages that no later one updated or cancelled.
pub fn in_force(messages: Vec<Message>) -> Vec<Item> {
    let replaced: BTreeSet<String> = messages
        .iter()
        .filter(|message| matches!(message.kind.as_str(), "Update" | "Cancel"))
        .flat_map(|message| message.references.iter().cloned())
        .collect();
    let live = |message: &Message| message.kind != "Cancel" && message.kind != "Ack" && message.kind != "Error";
    messages
        .into_iter()
        .filter(|message| live(message) && !replaced.contains(&message.id))
        .filter_map(|message| message.item)
        .collect()
}

/// What an event's name and category are about, in the engine's topics.
pub fn topics(event: &str, category: &str) -> Vec<String> {
    let event = event.to_lowercase();
    let named: [(&[&str], &[&str]); 10] = [
        (&["tsunami", "earthquake", "volcan", "지진", "해일"], &["quake", "flood"]),
        (&["flood", "dam break", "호우", "홍수", "침수", "산사태"], &["flood", "drowning"]),
        (&["hurricane", "typhoon", "tornado", "storm surge", "tropical", "extreme wind", "태풍"], &["storm", "flood"]),
        (&["blizzard", "ice storm", "winter", "snow", "avalanche", "대설", "한파"], &["cold", "storm"]),
        (&["heat", "폭염"], &["heat"]),
        (&["fire", "red flag", "산불", "화재"], &["fire"]),
        (&["shooter", "civil danger", "law enforcement", "terror", "테러"], &["attack", "shooting"]),
        (&["missing", "abduction", "amber", "실종"], &["missing", "child"]),
        (&["hazardous", "radiolog", "nuclear", "방사능"], &["explosion"]),
        (&["storm", "thunder", "강풍", "풍랑"], &["storm"]),
    ];
    let found = named.iter().find(|(words, _)| words.iter().any(|word| event.contains(word)));
    let topics: &[&str] = match (found, category) {
        (Some((_, topics)), _) => topics,
        (None, "Geo") => &["quake"],
        (None, "Met") => &["storm"],
        (None, "Fire") => &["fire"],
        (None, "Health") => &["epidemic", "health"],
        (None, "Security" | "Safety" | "Rescue") => &["attack"],
        (None, "Transport") => &["road"],
        (None, "Infra") => &["outage"],
        (None, "CBRNE") => &["explosion"],
        _ => &[],
    };
    topics.iter().map(|name| name.to_string()).collect()
}

/// Whether this is the top: the worst, and it is there or all but there.
pub fn is_top(cap: &Cap) -> bool {
    cap.severity == Severity::Extreme && cap.urgency == "Immediate" && cap.certainty == "Observed"
}

/// A single alert, or a feed whose entries carry CAP's fields.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let document = xml::read(text, &["alert", "entry", "item"])?;
    let messages = match document.root.as_str() {
        "alert" => document.entries.iter().map(alert).collect(),
        "feed" | "rss" | "alerts" => {
            // A whole alert may stand inside an entry's content.
            document.entries.iter().map(|entry| inner(entry).map_or_else(|| summary(entry), alert)).collect()
        }
        _ => return Err(Wrong::Other("no CAP warning in it")),
    };
    Ok(in_force(messages))
}

fn inner(entry: &Node) -> Option<&Node> {
    if entry.name == "alert" { Some(entry) } else { entry.child("content").and_then(|content| content.child("alert")) }
}

fn references(text: &str) -> Vec<String> {
    // "sender,identifier,sent sender,identifier,sent"
    text.split_whitespace().filter_map(|one| one.split(',').nth(1)).map(str::to_string).collect()
}

fn alert(alert: &Node) -> Message {
    let id = alert.of("identifier").to_string();
    let kind = alert.of("msgType").to_string();
    let actual = alert.of("status") == "Actual" && matches!(alert.of("scope"), "" | "Public");
    // The English or Korean text if there are several, else the first.
    let infos: Vec<&Node> = alert.all("info").collect();
    let info = infos
        .iter()
        .find(|info| matches!(info.of("language").get(..2), Some("en" | "ko")))
        .or(infos.first())
        .filter(|_| actual);
    let item = info.map(|info| {
        let sent = time::parse(alert.of("sent"));
        let areas: Vec<&str> = info.all("area").map(|area| area.of("areaDesc")).collect();
        fields(info, &id, sent, &areas.join(", "))
    });
    Message { id, kind, references: references(alert.of("references")), item }
}

/// An entry with CAP's fields beside those of Atom; what has none is no warning.
fn summary(entry: &Node) -> Message {
    let id = [entry.of("identifier"), entry.of("id"), entry.of("guid")].into_iter().find(|id| !id.is_empty());
    let id = id.unwrap_or_default().to_string();
    let actual = matches!(entry.of("status"), "" | "Actual") && !entry.of("event").is_empty();
    let item = actual.then(|| {
        let plain = rss::item(entry, "");
        let mut item = fields(entry, &id, plain.time, entry.of("areaDesc"));
        item.link = plain.link;
        if item.title.is_empty() {
            item.title = plain.title;
        }
        item
    });
    Message { id, kind: entry.of("msgType").to_string(), references: references(entry.of("references")), item }
}

fn fields(info: &Node, id: &str, sent: Option<f64>, area: &str) -> Item {
    let cap = Cap {
        severity: Severity::find(info.of("severity")),
        urgency: info.of("urgency").to_string(),
        certainty: info.of("certainty").to_string(),
    };
    let event = info.of("event");
    let title = match info.of("headline") {
        "" if area.is_empty() => event.to_string(),
        "" => format!("{event}: {area}"),
        headline => headline.to_string(),
    };
    let alarm = Alarm {
        topics: topics(event, info.of("category")),
        id: format!("cap-{id}"),
        top: is_top(&cap),
        cap,
        starts: [info.of("onset"), info.of("effective")].iter().find_map(|text| time::parse(text)).or(sent),
        ends: time::parse(info.of("expires")),
    };
    Item {
        says: Says::Warning,
        title,
        summary: area.to_string(),
        link: info.of("web").to_string(),
        time: sent.or(alarm.starts),
        language: info.of("language").to_string(),
        alarm: Some(alarm),
        ..Item::default()
    }
}
