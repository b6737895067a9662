//! JSON that strangers wrote: fields may be missing or of another type, and what is wrong has a path.

use super::Wrong;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

/// Reads one document.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Wrong> {
    if text.trim_start().starts_with('<') {
        return Err(Wrong::Other("a page instead of data"));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|problem| Wrong::Json(problem.path().to_string(), problem.inner().to_string()))?;
    reader.end().map_err(|problem| Wrong::Json(".".into(), problem.to_string()))?;
    Ok(value)
}

/// What is wrong at this path.
pub fn wrong(path: &str, what: &str) -> Wrong {
    Wrong::Json(path.into(), what.into())
}

/// A text, or empty if it is missing, null or something else.
pub fn string<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => text,
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    })
}

/// A count, written as a number or (Mastodon) as a text; anything else is 0.
pub fn count<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64().map_or(0, |n| n.clamp(0.0, 4e9) as u32),
        Value::String(text) => text.trim().parse().unwrap_or(0),
        _ => 0,
    })
}

/// A number, or None.
pub fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

/// The rows of a list that have the right shape; one broken row does not cost the others.
pub fn rows<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Vec<T>, D::Error> {
    let all = Vec::<Value>::deserialize(from)?;
    Ok(all.into_iter().take(super::MAX_ITEMS).filter_map(|row| serde_json::from_value(row).ok()).collect())
}
