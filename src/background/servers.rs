//! Servers on any host (Mastodon): the content script is registered where a person granted it, and nowhere else.

use super::page_trends;
use super::schedule::Feed;
use crate::browser::api::call;
use crate::browser::value::{field, object};
use crate::settings::Settings;
use crate::sites;
use crate::sources::{self, Family};
use js_sys::Array;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;

/// The ids of our registrations: servers whose pages show what they are, hosts where a person pointed at a composer, and
/// the site whose box of trends a person lets us read.
const IDS: [&str; 3] = ["servers", "learned", "trends"];

/// The origins that a person granted for posting: without the sites of the manifest, and without the hosts of feeds,
/// which we only read.
pub async fn granted(feeds: &BTreeSet<String>) -> Vec<String> {
    let Ok(all) = call(&["permissions", "getAll"], &[]).await else { return Vec::new() };
    let origins = Array::from(&field(&all, "origins"));
    origins.iter().filter_map(|origin| origin.as_string()).filter(|origin| is_server(origin, feeds)).collect()
}

fn is_server(origin: &str, feeds: &BTreeSet<String>) -> bool {
    // Without TLS too: a server on one's own computer, or in the house.
    let place = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let Some(host) = place.and_then(|rest| rest.strip_suffix("/*")) else { return false };
    let read_only = sources::ALL.iter().any(|source| source.permission == origin)
        || feeds
            .iter()
            .filter_map(|key| Feed::parse(key))
            .any(|feed| feed.source.family != Family::Mastodon && feed.pattern() == origin);
    !host.is_empty() && !host.contains('*') && sites::by_host(host).is_none() && !read_only
}

/// Registers the content script for exactly the granted servers. Safe to call at any time.
pub async fn register(settings: &Settings) -> Result<(), JsValue> {
    let origins = granted(&settings.feeds).await;
    let learned: BTreeSet<String> = settings.learned.keys().map(|host| format!("https://{host}/*")).collect();
    let (learned, servers): (Vec<String>, Vec<String>) = origins.into_iter().partition(|it| learned.contains(it));
    let found = call(&["scripting", "getRegisteredContentScripts"], &[]).await?;
    let known: Vec<String> = Array::from(&found).iter().filter_map(|script| field(&script, "id").as_string()).collect();
    // Firefox lets it run by the manifest's own right to the host; in Chromium it stands in the manifest itself.
    let trends = settings.page_trends.then(|| format!("https://{}/*", page_trends::HOST)).into_iter().collect();
    let mut done = Ok(());
    for (id, files, origins) in [
        (IDS[0], &["servers.js", "content.js"][..], servers),
        (IDS[1], &["learned.js", "content.js"][..], learned),
        (IDS[2], &["trends.js"][..], trends),
    ] {
        let known = known.iter().any(|it| it == id);
        done = done.and(register_one(id, files, &origins, known).await);
    }
    done
}

async fn register_one(id: &str, files: &[&str], origins: &[String], known: bool) -> Result<(), JsValue> {
    if origins.is_empty() {
        if known {
            let ids = object(&[("ids", Array::of1(&id.into()).into())]);
            call(&["scripting", "unregisterContentScripts"], &[ids]).await?;
        }
        return Ok(());
    }
    let list = |items: &mut dyn Iterator<Item = &str>| items.map(JsValue::from_str).collect::<Array>();
    let script = object(&[
        ("id", id.into()),
        ("js", list(&mut files.iter().copied()).into()),
        ("matches", list(&mut origins.iter().map(String::as_str)).into()),
        ("runAt", "document_start".into()),
        ("allFrames", true.into()),
        ("matchOriginAsFallback", true.into()),
        ("persistAcrossSessions", true.into()),
    ]);
    let name = if known { "updateContentScripts" } else { "registerContentScripts" };
    call(&["scripting", name], &[Array::of1(&script).into()]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::is_server;

    #[test]
    fn a_server_is_one_host_that_no_record_names() {
        let feeds = ["feed https://news.example/rss".to_string(), "mastodon-tags social.example".to_string()].into();
        let is_server = |origin: &str| is_server(origin, &feeds);
        assert!(is_server("https://social.example/*") && is_server("http://localhost/*"));
        assert!(!is_server("https://news.example/*") && !is_server("https://www.yna.co.kr/*"), "feeds are only read");
        for other in ["https://x.com/*", "https://*/*", "http://*/*", "http://x.com/*", "<all_urls>", "https:///*"] {
            assert!(!is_server(other), "{other}");
        }
    }
}
