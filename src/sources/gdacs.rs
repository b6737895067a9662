//! GDACS (European Commission and United Nations): disasters of the whole world with an alert level by expected harm.

use super::item::{Alarm, Cap, Item, Says, Severity};
use super::{Wrong, rss, time, xml};

/// What each event type is about, in the engine's topics.
fn topics(kind: &str) -> &'static [&'static str] {
    match kind {
        "EQ" => &["quake", "death"],
        "TS" => &["quake", "flood", "drowning"],
        "TC" => &["storm", "flood"],
        "FL" => &["flood", "drowning"],
        "VO" => &["quake"],
        "WF" => &["fire"],
        _ => &["heat"],
    }
}

/// `https://www.gdacs.org/xml/rss.xml`. Green alerts (no harm expected) are left out.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let document = xml::read(text, &["item"])?;
    if document.root != "rss" {
        return Err(Wrong::Other("not the RSS of GDACS"));
    }
    let item = |entry: &xml::Node| {
        let (severity, top) = match entry.of("alertlevel").to_ascii_lowercase().as_str() {
            "red" => (Severity::Extreme, true),
            "orange" => (Severity::Severe, false),
            _ => return None,
        };
        let current = !entry.of("iscurrent").eq_ignore_ascii_case("false");
        let (urgency, certainty) = (if current { "Immediate" } else { "Past" }, "Observed");
        let cap = Cap { severity, urgency: urgency.into(), certainty: certainty.into() };
        let kind = entry.of("eventtype");
        let alarm = Alarm {
            cap,
            topics: topics(kind).iter().map(|name| name.to_string()).collect(),
            id: format!("gdacs-{kind}{}", entry.of("eventid")),
            top: top && current,
            starts: time::parse(entry.of("fromdate")),
            // `todate` is that of the last measurement, not of the end.
            ends: None,
        };
        // A magnitude or a wind speed reads the same in every language of the people it concerns: title as it is.
        Some(Item { says: Says::Warning, alarm: Some(alarm), tags: Vec::new(), ..rss::item(entry, "en") })
    };
    Ok(document.entries.iter().filter_map(item).collect())
}
