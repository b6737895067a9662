//! A port to the background. Small: it is lowered to JavaScript for the content script.

use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Raw;
    /// Throws when the extension was updated or removed under the page.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"])]
    fn connect(info: &JsValue) -> Result<Raw, JsValue>;
    /// By name, not through the global object: in Firefox that one is the page's window, which has no `chrome`.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome"], js_name = runtime)]
    static RUNTIME: JsValue;
    /// What the background says to this page while no port is open.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener)]
    fn on_word(listener: &Callback) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Raw, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    fn on_message(this: &Raw) -> Listeners;
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    fn on_disconnect(this: &Raw) -> Listeners;

    type Listeners;
    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &Listeners, listener: &Callback);
}

type Callback = Closure<dyn FnMut(JsValue)>;

/// The content script's end of a port.
pub struct Port {
    raw: Raw,
    callbacks: RefCell<Vec<Callback>>,
}

impl Port {
    /// Err: the extension was updated or removed under the page; nobody will ever answer here.
    pub fn connect(name: &str) -> Result<Port, JsValue> {
        let info = js_sys::Object::new();
        js_sys::Reflect::set(&info, &"name".into(), &name.into())?;
        Ok(Port { raw: connect(&info)?, callbacks: RefCell::default() })
    }

    /// Listens to what the background says while no port is open, for as long as the page lives.
    pub fn on_word(listener: impl FnMut(JsValue) + 'static) {
        let callback = Closure::new(listener);
        if on_word(&callback).is_ok() {
            callback.forget();
        }
    }

    /// Whether the extension that this program belongs to still runs.
    pub fn alive() -> bool {
        let id = RUNTIME.with(|runtime| js_sys::Reflect::get(runtime, &"id".into()));
        id.is_ok_and(|id| id.is_string())
    }

    /// Err: the other end is gone, or the value cannot be told in JavaScript.
    pub fn post(&self, message: &impl Serialize) -> Result<(), JsValue> {
        let message = message.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        self.raw.post_message(&message)
    }

    pub fn on_message(&self, listener: impl FnMut(JsValue) + 'static) {
        let callback = Closure::new(listener);
        self.raw.on_message().add_listener(&callback);
        self.callbacks.borrow_mut().push(callback);
    }

    pub fn on_disconnect(&self, mut listener: impl FnMut() + 'static) {
        let callback = Closure::new(move |_| listener());
        self.raw.on_disconnect().add_listener(&callback);
        self.callbacks.borrow_mut().push(callback);
    }
}
