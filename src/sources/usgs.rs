//! USGS: earthquakes, with PAGER's colour for the harm expected. Public domain.

use super::item::{Alarm, Cap, Item, Says, Severity};
use super::{Wrong, json};
use serde::Deserialize;

/// Weaker ones without a colour harm nobody far from them.
const LEAST: f64 = 5.5;

#[derive(Deserialize)]
struct Answer {
    #[serde(deserialize_with = "json::rows")]
    features: Vec<Feature>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Feature {
    #[serde(deserialize_with = "json::string")]
    id: String,
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Properties {
    #[serde(deserialize_with = "json::number")]
    mag: Option<f64>,
    #[serde(deserialize_with = "json::string")]
    place: String,
    #[serde(deserialize_with = "json::number")]
    time: Option<f64>,
    #[serde(deserialize_with = "json::string")]
    alert: String,
    #[serde(deserialize_with = "json::string")]
    status: String,
    #[serde(deserialize_with = "json::count")]
    tsunami: u32,
    #[serde(deserialize_with = "json::count")]
    felt: u32,
    #[serde(deserialize_with = "json::string")]
    url: String,
    #[serde(rename = "type", deserialize_with = "json::string")]
    kind: String,
}

/// `https://earthquake.usgs.gov/earthquakes/feed/v1.0/summary/….geojson`.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let answer: Answer = json::read(text)?;
    Ok(answer.features.into_iter().filter_map(item).collect())
}

fn item(feature: Feature) -> Option<Item> {
    let quake = feature.properties;
    let size = quake.mag.filter(|size| (0.0..=12.0).contains(size))?;
    let severity = match quake.alert.as_str() {
        "red" => Severity::Extreme,
        "orange" => Severity::Severe,
        "yellow" => Severity::Moderate,
        _ if size >= 7.0 => Severity::Severe,
        _ => Severity::Minor,
    };
    // Quarry blasts and explosions are listed too; a deleted event was a mistake of the machine.
    let real = matches!(quake.kind.as_str(), "" | "earthquake") && quake.status != "deleted";
    if !real || size < LEAST && severity < Severity::Moderate {
        return None;
    }
    let mut topics = vec!["quake".to_string()];
    if quake.tsunami > 0 {
        topics.push("flood".into());
    }
    let alarm = Alarm {
        cap: Cap { severity, urgency: "Past".into(), certainty: "Observed".into() },
        topics,
        id: format!("usgs-{}", feature.id),
        top: severity == Severity::Extreme,
        starts: quake.time,
        ends: None,
    };
    Some(Item {
        says: Says::Warning,
        title: format!("M {size:.1} earthquake - {}", quake.place),
        link: quake.url,
        time: quake.time,
        language: "en".into(),
        count: quake.felt,
        alarm: Some(alarm),
        ..Item::default()
    })
}
