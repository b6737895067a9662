//! Failing open: once something of ours broke, every listener stands aside and the chip says "not checked".

use js_sys::Function;
use std::cell::{Cell, RefCell};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

thread_local! {
    static BROKEN: Cell<bool> = const { Cell::new(false) };
    /// What to show when we break, kept apart from all other state: a panic may have left that locked.
    static CHIP: RefCell<Option<(Element, String)>> = const { RefCell::new(None) };
}

/// Whether something of ours broke on this page. Nothing is judged or stopped any more.
pub fn broken() -> bool {
    BROKEN.get()
}

/// The label that must change when we break, and the words for it.
pub fn show_on(label: &Element, words: &str) {
    CHIP.with(|chip| {
        if let Ok(mut chip) = chip.try_borrow_mut() {
            *chip = Some((label.clone(), words.to_string()));
        }
    });
}

/// Stands aside from now on.
pub fn give_up() {
    BROKEN.set(true);
    CHIP.with(|chip| {
        if let Ok(chip) = chip.try_borrow()
            && let Some((label, words)) = chip.as_ref()
        {
            label.set_text_content(Some(words));
            if let Some(button) = label.parent_element() {
                // The page may have removed it: then there is nothing left to say it on.
                let _ = button.set_attribute("data-level", "not-checked");
            }
        }
    });
}

/// A panic ends the program (it aborts): say so first.
pub fn install() {
    std::panic::set_hook(Box::new(|_| give_up()));
}

/// Wraps a listener: it does nothing once we broke, and whatever it throws only breaks us.
pub fn guarded(listener: impl Fn(Event) + 'static) -> impl Fn(Event) + 'static {
    let inner: Closure<dyn Fn(Event)> = Closure::new(listener);
    move |event| {
        let function: &Function = inner.as_ref().unchecked_ref();
        // Through JavaScript, which can catch what Rust cannot: a panic, or an exception of the page's making.
        if !broken() && function.call1(&JsValue::NULL, &event).is_err() {
            give_up();
        }
    }
}

/// Runs the rest of something that was put off, in the same way.
pub fn attempt(body: impl FnOnce() + 'static) {
    if broken() {
        return;
    }
    let inner: Function = Closure::once_into_js(body).unchecked_into();
    if inner.call0(&JsValue::NULL).is_err() {
        give_up();
    }
}
