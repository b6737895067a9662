//! Nate: the issues of its front page, a JSON array in EUC-KR. Unofficial: off until a person asks.

use super::item::{Item, Says};
use super::{Wrong, json};
use serde_json::Value;

/// `https://www.nate.com/js/data/jsonLiveKeywordDataV1.js`: rows of [rank, issue, n|+|-|s, steps, search word].
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let rows: Vec<Value> = json::read(text)?;
    let item = |row: &Value| {
        let text = |at: usize| row.get(at).and_then(Value::as_str).unwrap_or_default().to_string();
        let title = text(1);
        (!title.is_empty()).then(|| Item { says: Says::Interest, title, summary: text(4), ..Item::default() })
    };
    let items: Vec<Item> = rows.iter().filter_map(item).collect();
    if items.is_empty() && !rows.is_empty() {
        return Err(Wrong::Json("[0]".into(), "no row of rank, issue, sign".into()));
    }
    Ok(items)
}
