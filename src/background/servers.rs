//! Servers on any host (Mastodon): the content script is registered where a person granted it, and nowhere else.

use crate::browser::api::call;
use crate::browser::value::{field, object};
use crate::sites;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// The id of our one registration.
const ID: &str = "servers";

/// The origins that a person granted, without the sites of the manifest.
pub async fn granted() -> Vec<String> {
    let Ok(all) = call(&["permissions", "getAll"], &[]).await else { return Vec::new() };
    let origins = Array::from(&field(&all, "origins"));
    origins.iter().filter_map(|origin| origin.as_string()).filter(|origin| is_server(origin)).collect()
}

fn is_server(origin: &str) -> bool {
    let Some(host) = origin.strip_prefix("https://").and_then(|rest| rest.strip_suffix("/*")) else { return false };
    !host.is_empty() && !host.contains('*') && sites::by_host(host).is_none()
}

/// Registers the content script for exactly the granted servers. Safe to call at any time.
pub async fn register() -> Result<(), JsValue> {
    let origins = granted().await;
    let ids = object(&[("ids", Array::of1(&ID.into()).into())]);
    let found = call(&["scripting", "getRegisteredContentScripts"], std::slice::from_ref(&ids)).await?;
    let known = Array::from(&found);
    if origins.is_empty() {
        if known.length() > 0 {
            call(&["scripting", "unregisterContentScripts"], &[ids]).await?;
        }
        return Ok(());
    }
    let list = |items: &mut dyn Iterator<Item = &str>| items.map(JsValue::from_str).collect::<Array>();
    let script = object(&[
        ("id", ID.into()),
        ("js", list(&mut ["content.js"].into_iter()).into()),
        ("matches", list(&mut origins.iter().map(String::as_str)).into()),
        ("runAt", "document_start".into()),
        ("allFrames", true.into()),
        ("matchOriginAsFallback", true.into()),
        ("persistAcrossSessions", true.into()),
    ]);
    let name = if known.length() > 0 { "updateContentScripts" } else { "registerContentScripts" };
    call(&["scripting", name], &[Array::of1(&script).into()]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::is_server;

    #[test]
    fn a_server_is_one_host_over_tls_that_no_record_names() {
        assert!(is_server("https://social.example/*"));
        for other in ["https://x.com/*", "https://*/*", "http://social.example/*", "<all_urls>", "https:///*"] {
            assert!(!is_server(other), "{other}");
        }
    }
}
