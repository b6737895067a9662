//! `servers.js`: the records of sites on any host, which only pages of servers that a person added are told of.

use crate::tools;
use anyhow::{Result, bail};
use nunchi::sites::{self, Composer, Keys, Kind, Site, Submit};
use serde_json::{Map, Value, json};
use std::path::Path;

/// What `composer::find` makes records of again. The script stands before `content.js`, in its world.
pub fn write(out: &Path) -> Result<()> {
    let mut rows = Vec::new();
    for site in sites::all().filter(|site| !site.detect.is_empty() && !site.composers.is_empty()) {
        let composers = site.composers.iter().map(|it| composer(site, it)).collect::<Result<Vec<Value>>>()?;
        let (never, account) = (site.never, site.account);
        let row =
            json!({ "id": site.id, "detect": site.detect, "never": never, "account": account, "composers": composers });
        rows.push(row);
    }
    let rows = serde_json::to_string_pretty(&rows)?;
    // Firefox has two globals here, and the page sees neither of ours.
    tools::write(out, format!("globalThis.nunchiSites = window.nunchiSites = {rows};\n"))
}

/// Only what differs from empty is written.
fn composer(site: &Site, it: &Composer) -> Result<Value> {
    let Submit::Css(submit) = it.submit else { bail!("{} {}: no selector for the button", site.id, it.id) };
    if ![Keys::CTRL_ENTER, Keys::NONE].contains(&it.keys) || it.early || !it.path.is_empty() {
        bail!("{} {}: `composer::find` does not make such a record", site.id, it.id);
    }
    let kind = match it.kind {
        Kind::Post => "post",
        Kind::Reply => "reply",
        Kind::Comment => "comment",
    };
    let parts = [
        ("id", it.id),
        ("kind", kind),
        ("editor", it.editor),
        ("within", it.within),
        ("root", it.root),
        ("submit", submit),
        ("keys", if it.keys == Keys::NONE { "none" } else { "" }),
        ("thread", if it.thread { "thread" } else { "" }),
        ("parts", it.parts),
        ("about", it.about),
        ("media", it.media),
    ];
    let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(Value::Object(said.map(|(name, value)| (name.to_string(), json!(value))).collect::<Map<_, _>>()))
}
