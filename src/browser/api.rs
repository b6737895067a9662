//! The one way to the browser's extension functions and events, by name. A function the browser lacks is an error, not
//! a panic: Firefox and Chromium do not have the same ones everywhere.

use super::value::field;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What stands at `chrome.a.b.c`. Both browsers know that name, with promises.
fn at(path: &[&str]) -> JsValue {
    path.iter().fold(field(&js_sys::global(), "chrome"), |value, name| field(&value, name))
}

/// Calls `chrome.a.b(arguments)` and waits for its answer.
pub async fn call(path: &[&str], arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let Some((name, owner)) = path.split_last() else { return Err(JsValue::NULL) };
    let owner = at(owner);
    let function: Function = field(&owner, name).dyn_into()?;
    let answer = Reflect::apply(&function, &owner, &arguments.iter().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&answer)).await
}

/// The value of `chrome.a.b`, undefined where there is none.
pub fn value(path: &[&str]) -> JsValue {
    at(path)
}

/// Listens to `chrome.a.onB` for as long as the program lives. False: the browser has no such event.
///
/// The listener's answer goes back to the browser (`true` from `onMessage`: an answer will follow).
pub fn listen(path: &[&str], listener: impl FnMut(JsValue, JsValue, JsValue) -> JsValue + 'static) -> bool {
    listen_on(&at(path), listener)
}

/// The same for an event object, such as a port's.
pub fn listen_on(event: &JsValue, listener: impl FnMut(JsValue, JsValue, JsValue) -> JsValue + 'static) -> bool {
    let Ok(add) = field(event, "addListener").dyn_into::<Function>() else { return false };
    let closure: Closure<dyn FnMut(JsValue, JsValue, JsValue) -> JsValue> = Closure::new(listener);
    let added = add.call1(event, closure.as_ref()).is_ok();
    if added {
        closure.forget();
    }
    added
}
