//! The manifest: one base written by hand, a patch for Firefox, and the hosts of the sites that we know.

use crate::build::Browser;
use crate::tools;
use anyhow::{Context, Result, bail};
use nunchi::sites;
use serde_json::{Value, json};
use std::path::Path;

const BASE: &str = "manifest.json";
const FIREFOX: &str = "manifest.firefox.json";

/// Files of the folder `extension` that are not copied as they are.
pub fn is_part(file: &Path) -> bool {
    file == Path::new(BASE) || file == Path::new(FIREFOX)
}

pub fn write(extension: &Path, browser: Browser, out: &Path) -> Result<()> {
    let mut manifest = json_file(&extension.join(BASE))?;
    manifest["version"] = json!(env!("CARGO_PKG_VERSION"));
    let fixed: Vec<String> =
        sites::HOSTED.iter().flat_map(|site| site.hosts).map(|host| format!("https://{host}/*")).collect();
    if let Some(odd) = fixed.iter().find(|pattern| pattern.matches('*').count() > 1) {
        bail!("sites are asked for by host name, not by pattern: {odd}");
    }
    manifest["content_scripts"][0]["matches"] = json!(fixed);
    // Asked for one server at a time, when a person adds it; without TLS too, as on one's own computer.
    manifest["optional_host_permissions"] = json!(["https://*/*", "http://*/*"]);
    if browser == Browser::Chromium {
        // A script that is registered later runs there only with a host permission, and none is asked for: so this one is
        // in the manifest, and does nothing before a person moves its switch. Firefox registers it at the switch.
        let trends = json!({ "matches": ["https://x.com/*"], "js": ["trends.js"], "run_at": "document_start" });
        if let Some(scripts) = manifest["content_scripts"].as_array_mut() {
            scripts.push(trends);
        }
    }
    if browser == Browser::Firefox {
        merge(&mut manifest, &json_file(&extension.join(FIREFOX))?);
    }
    tools::write(out, format!("{}\n", serde_json::to_string_pretty(&manifest)?))
}

fn json_file(path: &Path) -> Result<Value> {
    serde_json::from_str(&tools::read(path)?).with_context(|| path.display().to_string())
}

/// A JSON merge patch (RFC 7386): null takes a member away, objects are merged, anything else replaces.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Some(target) = target.as_object_mut() else { return };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merge;
    use serde_json::json;

    #[test]
    fn a_patch_adds_replaces_and_takes_away() {
        let mut target = json!({"keep": 1, "gone": 2, "deep": {"a": 1, "b": [1, 2]}});
        merge(&mut target, &json!({"gone": null, "deep": {"b": [3]}, "new": {"x": null, "y": 1}}));
        assert_eq!(target, json!({"keep": 1, "deep": {"a": 1, "b": [3]}, "new": {"y": 1}}));
    }
}
