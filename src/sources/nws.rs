//! National Weather Service (US): active warnings, CAP as GeoJSON. Public domain.

use super::cap::{self, Message};
use super::item::{Alarm, Cap, Item, Says, Severity};
use super::{Wrong, json, time};
use serde::Deserialize;

#[derive(Deserialize)]
struct Answer {
    #[serde(deserialize_with = "json::rows")]
    features: Vec<Feature>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Feature {
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Properties {
    #[serde(deserialize_with = "json::string")]
    id: String,
    #[serde(rename = "@id", deserialize_with = "json::string")]
    address: String,
    #[serde(deserialize_with = "json::string")]
    status: String,
    #[serde(deserialize_with = "json::string")]
    message_type: String,
    #[serde(deserialize_with = "json::string")]
    category: String,
    #[serde(deserialize_with = "json::string")]
    event: String,
    #[serde(deserialize_with = "json::string")]
    severity: String,
    #[serde(deserialize_with = "json::string")]
    urgency: String,
    #[serde(deserialize_with = "json::string")]
    certainty: String,
    #[serde(deserialize_with = "json::string")]
    sent: String,
    #[serde(deserialize_with = "json::string")]
    onset: String,
    #[serde(deserialize_with = "json::string")]
    expires: String,
    #[serde(deserialize_with = "json::string")]
    ends: String,
    #[serde(deserialize_with = "json::string")]
    area_desc: String,
    #[serde(deserialize_with = "json::string")]
    headline: String,
    #[serde(deserialize_with = "json::rows")]
    references: Vec<Reference>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Reference {
    #[serde(deserialize_with = "json::string")]
    identifier: String,
}

/// `https://api.weather.gov/alerts/active?status=actual&…`.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let answer: Answer = json::read(text)?;
    Ok(cap::in_force(answer.features.into_iter().map(|feature| message(feature.properties)).collect()))
}

fn message(warning: Properties) -> Message {
    let cap =
        Cap { severity: Severity::find(&warning.severity), urgency: warning.urgency, certainty: warning.certainty };
    let sent = time::parse(&warning.sent);
    let alarm = Alarm {
        topics: cap::topics(&warning.event, &warning.category),
        id: format!("nws-{}", warning.id),
        top: cap::is_top(&cap),
        starts: time::parse(&warning.onset).or(sent),
        // `ends` is that of the weather, `expires` that of the message.
        ends: time::parse(&warning.ends).or_else(|| time::parse(&warning.expires)),
        cap,
    };
    let item = (warning.status == "Actual").then(|| Item {
        says: Says::Warning,
        title: format!("{}: {}", warning.event, warning.area_desc),
        summary: warning.headline,
        link: warning.address,
        time: sent,
        language: "en".into(),
        alarm: Some(alarm),
        ..Item::default()
    });
    let references = warning.references.into_iter().map(|one| one.identifier).collect();
    Message { id: warning.id, kind: warning.message_type, references, item }
}
