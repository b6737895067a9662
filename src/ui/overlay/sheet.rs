//! Style sheets that work under any content security policy of the page: constructed, then adopted.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, Event, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Dressed;
    #[wasm_bindgen(method, getter, catch, js_name = adoptedStyleSheets)]
    fn sheets(this: &Dressed) -> Result<js_sys::Array, JsValue>;
    #[wasm_bindgen(method, setter, catch, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &Dressed, sheets: &js_sys::Array) -> Result<(), JsValue>;
}

#[wasm_bindgen(module = "/src/ui/overlay/closed.js")]
extern "C" {
    /// The shadow root of an element, a closed one too.
    #[wasm_bindgen(js_name = closedRoot)]
    pub fn closed_root(host: &Element) -> Option<ShadowRoot>;
    /// The path of an event, into closed shadow roots too.
    pub fn steps(event: &Event) -> js_sys::Array;
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
