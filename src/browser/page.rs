//! What the extension's own pages ask of the browser: the background, permissions, the tab in front, files.

use crate::protocol::{Answer, FromPage};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn send_message(message: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    fn open_options_page() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"])]
    fn query(filter: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    fn execute_script(order: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    fn tab(id: i32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    fn request(wanted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    fn remove(unwanted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    fn contains(asked: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    fn ui_language() -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn on_storage(listener: &Closure<dyn FnMut()>) -> Result<(), JsValue>;
}

/// A service worker that slept is back in a tenth of a second; after this long nobody will answer.
const PATIENCE_MS: u32 = 6000;

/// The background did not answer, or answered what we do not understand (another version of ourselves).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAnswer;

/// Asks the background.
pub async fn ask(question: &FromPage) -> Result<Answer, NoAnswer> {
    let message = question.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|_| NoAnswer)?;
    let sent = send_message(&message).map_err(|_| NoAnswer)?;
    let late = Promise::new(&mut |_, reject| {
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(PATIENCE_MS).await;
            // Nobody listens any more where the answer came first.
            let _ = reject.call0(&JsValue::NULL);
        });
    });
    let first = Promise::race(&Array::of2(&sent, &late));
    let answer = JsFuture::from(first).await.map_err(|_| NoAnswer)?;
    serde_wasm_bindgen::from_value(answer).map_err(|_| NoAnswer)
}

/// Copies a text. Whether the browser took it.
pub async fn copy(text: &str) -> bool {
    match write_text(text) {
        Ok(taken) => JsFuture::from(taken).await.is_ok(),
        Err(_) => false,
    }
}

/// The id of the tab in front of this window. Needs no permission.
pub async fn active_tab() -> Option<i32> {
    let filter = object(&[("active", JsValue::TRUE), ("currentWindow", JsValue::TRUE)]);
    let tabs = JsFuture::from(query(&filter).ok()?).await.ok()?;
    let tab = Array::from(&tabs).get(0);
    Reflect::get(&tab, &"id".into()).ok()?.as_f64().map(|id| id as i32)
}

/// The host of the page over TLS in a tab. None: no such page, or the extension was not let in (`activeTab`).
pub async fn tab_host(id: i32) -> Option<String> {
    let shown = JsFuture::from(tab(id).ok()?).await.ok()?;
    let address = Reflect::get(&shown, &"url".into()).ok()?.as_string()?;
    let url = Url::new(&address).ok().filter(|url| url.protocol() == "https:" && url.port().is_empty())?;
    Some(url.hostname()).filter(|host| !host.is_empty())
}

/// How the boxes and buttons of a tab's page are built (`probe.js`). None: the browser lets nobody look there.
pub async fn probe(tab: i32) -> Option<String> {
    let target = object(&[("tabId", tab.into())]);
    let order = object(&[("target", target), ("files", Array::of1(&"probe.js".into()).into())]);
    let frames = JsFuture::from(execute_script(&order).ok()?).await.ok()?;
    Reflect::get(&Array::from(&frames).get(0), &"result".into()).ok()?.as_string()
}

/// Closes the popup, so that the page behind it can be used.
pub fn close() {
    if let Some(window) = web_sys::window() {
        // Refused where it stands in a tab of its own: then it stays.
        let _ = window.close();
    }
}

/// A part of a file, from a byte to before another. None: the file is no longer there, or was changed.
pub async fn bytes(file: &web_sys::File, from: f64, to: f64) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(from, to).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Asks the person for access to one origin pattern (`https://example.social/*`). Must be called inside the click,
/// before anything is awaited: both browsers refuse it later.
pub fn request_origin(pattern: &str) -> impl Future<Output = bool> + use<> {
    let asked = request(&origins(pattern));
    async move { truth(asked).await }
}

/// Gives an origin pattern back. False: the browser keeps it (a policy, or a site of the manifest).
pub async fn remove_origin(pattern: &str) -> bool {
    truth(remove(&origins(pattern))).await
}

/// Whether the extension may run there now.
pub async fn has_origin(pattern: &str) -> bool {
    truth(contains(&origins(pattern))).await
}

/// A host name as the web writes it (눈치.한국 → xn--…). None: no name can be so.
pub fn ascii_host(host: &str) -> Option<String> {
    Url::new(&format!("https://{host}/")).ok().map(|url| url.hostname()).filter(|name| !name.is_empty())
}

/// An address over TLS as the web writes it, without a name, a password or a fragment. None: none such.
pub fn https_address(typed: &str) -> Option<String> {
    let url = Url::new(typed).ok()?;
    url.set_hash("");
    let plain = url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty();
    (plain && url.port().is_empty()).then(|| url.href())
}

/// BCP 47, as the browser's own interface is shown.
pub fn language() -> String {
    ui_language().unwrap_or_default()
}

/// Opens the options in a tab of their own.
pub fn open_options() {
    // Refused only where the extension is being removed: the page goes with it.
    let _ = open_options_page();
}

/// Calls back whenever anything in storage changed, for as long as the page lives.
pub fn on_change(then: impl FnMut() + 'static) {
    let callback = Closure::new(then);
    if on_storage(&callback).is_ok() {
        callback.forget();
    }
}

/// Hands a text to the person as a file. Err: the browser made no file.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the address by then; a revoked one would stop a slow download.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

async fn truth(asked: Result<Promise, JsValue>) -> bool {
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}

fn origins(pattern: &str) -> JsValue {
    object(&[("origins", Array::of1(&pattern.into()).into())])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let made = Object::new();
    for (name, value) in fields {
        // A plain object takes every field.
        let _ = Reflect::set(&made, &(*name).into(), value);
    }
    made.into()
}
