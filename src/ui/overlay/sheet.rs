//! Style sheets that work under any content security policy of the page: constructed, then adopted.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Dressed;
    #[wasm_bindgen(method, getter, catch, js_name = adoptedStyleSheets)]
    fn sheets(this: &Dressed) -> Result<js_sys::Array, JsValue>;
    #[wasm_bindgen(method, setter, catch, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &Dressed, sheets: &js_sys::Array) -> Result<(), JsValue>;
}

/// A closed shadow root, which only extensions may see: Firefox has it on the element, Chromium in `chrome.dom`.
pub fn closed_root(host: &Element) -> Option<ShadowRoot> {
    let read = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
    let own = read(host, "openOrClosedShadowRoot").and_then(|root| root.dyn_into().ok());
    own.or_else(|| {
        let dom = read(&read(&js_sys::global(), "chrome")?, "dom")?;
        let ask: js_sys::Function = read(&dom, "openOrClosedShadowRoot")?.dyn_into().ok()?;
        ask.call1(&dom, host).ok()?.dyn_into().ok()
    })
}

/// Adds rules to a document or shadow root; false: the browser refused.
pub fn adopt(root: &JsValue, rules: &str) -> bool {
    let add = || -> Result<(), JsValue> {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(rules)?;
        let root: &Dressed = root.unchecked_ref();
        let sheets: js_sys::Array = js_sys::Array::from(root.sheets()?.as_ref());
        sheets.push(sheet.as_ref());
        root.set_sheets(&sheets)
    };
    add().is_ok()
}

pub fn dress(root: &ShadowRoot) {
    let rules = include_str!("overlay.css");
    if !adopt(root, rules) {
        // A style element is the way back; a strict page may refuse it, then we are plain but readable.
        let style = super::build::text("style", "", rules);
        super::build::append(root, &[&style]);
    }
}
