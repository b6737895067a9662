//! The one place that asks the network. A plain GET of a public address: no cookies, no referrer, nothing of a person.

use super::value::field;
use crate::sources::MAX_BYTES;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, RequestCredentials, RequestInit, RequestRedirect, Response,
    TextDecoder,
};

/// How long one answer may take, with its whole body.
const PATIENCE_MS: u32 = 20_000;

/// An answer. Bytes of the body are read for status 200 only.
#[derive(Debug, Default)]
pub struct Got {
    pub status: u16,
    pub etag: String,
    pub modified: String,
    pub retry_after: String,
    pub content_type: String,
    /// Where the answer came from, after redirects.
    pub address: String,
    pub bytes: Vec<u8>,
}

/// Asks for one address. `headers`: conditional ones, and who asks where a site wants to know.
///
/// Err: no answer, too slow, too big, or refused by the browser; in words for a person.
pub async fn get(address: &str, headers: &[(&str, &str)]) -> Result<Got, String> {
    let abort = AbortController::new().map_err(|_| "no network".to_string())?;
    let stop = abort.clone();
    let timer = gloo_timers::callback::Timeout::new(PATIENCE_MS, move || stop.abort());
    let result = read(address, headers, &abort).await;
    drop(timer);
    // An answer that we do not read to its end is not left open.
    if result.is_err() {
        abort.abort();
    }
    result
}

async fn read(address: &str, headers: &[(&str, &str)], abort: &AbortController) -> Result<Got, String> {
    let failed = |problem: JsValue| {
        if abort.signal().aborted() {
            return format!("no answer within {} s", PATIENCE_MS / 1000);
        }
        let text = field(&problem, "message").as_string().unwrap_or_default();
        if text.is_empty() { "no answer".to_string() } else { text }
    };
    let list = Headers::new().map_err(failed)?;
    for (name, value) in headers {
        list.set(name, value).map_err(failed)?;
    }
    let options = RequestInit::new();
    options.set_method("GET");
    options.set_headers(&list);
    options.set_credentials(RequestCredentials::Omit);
    options.set_redirect(RequestRedirect::Follow);
    options.set_referrer("");
    options.set_signal(Some(&abort.signal()));
    // Our own conditions decide, not a copy in the browser's cache.
    Reflect::set(&options, &"cache".into(), &"no-store".into()).map_err(failed)?;
    let global = js_sys::global();
    let fetch: Function = field(&global, "fetch").dyn_into().map_err(failed)?;
    let asked = fetch.call2(&global, &address.into(), &options).map_err(failed)?;
    let response: Response =
        JsFuture::from(Promise::resolve(&asked)).await.map_err(failed)?.dyn_into().map_err(failed)?;
    let header = |name: &str| response.headers().get(name).ok().flatten().unwrap_or_default();
    let mut got = Got {
        status: response.status(),
        etag: header("etag"),
        modified: header("last-modified"),
        retry_after: header("retry-after"),
        content_type: header("content-type"),
        address: response.url(),
        bytes: Vec::new(),
    };
    if got.status != 200 {
        // Whatever it says, nobody reads it.
        abort.abort();
        return Ok(got);
    }
    let Some(body) = response.body() else { return Ok(got) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|other| failed(other.into()))?;
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(failed)?;
        if field(&part, "done").is_truthy() {
            return Ok(got);
        }
        let part: Uint8Array = field(&part, "value").dyn_into().map_err(failed)?;
        if got.bytes.len() + part.length() as usize > MAX_BYTES {
            return Err(format!("more than {MAX_BYTES} bytes"));
        }
        got.bytes.extend(part.to_vec());
    }
}

/// Bytes of any charset that the browser knows.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
