//! Writes a suggestion into the editor: only when a person asks for it, only once, and never without reading it back.

use super::open::Open;
use super::page::page;
use super::read::{Part, Reading};
use super::{dom, editors, fail, watch};
use crate::engine::{Fix, Text};
use crate::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

#[wasm_bindgen(module = "/src/composer/write.js")]
extern "C" {
    fn write(element: &Element, pasted: bool, from: u32, start: u32, end: u32, text: &str, ask: &Ask);
    /// Puts the caret behind a range, or at an offset (UTF-16) of a field.
    pub fn caret(element: &Element, range: Option<&Range>, at: u32);
}

/// What the writer asks as it goes, step by step.
type Ask = Closure<dyn FnMut(u32) -> JsValue>;

thread_local! {
    /// One at a time: two writers in one editor would double text.
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static ASK: RefCell<Option<Ask>> = const { RefCell::new(None) };
}

/// Puts `fix` into the composer, if its text is still the one that was judged. What came of it is said on the card.
pub fn put(open: &Rc<Open>, fix: &Fix) {
    watch::read(open);
    if BUSY.get() || open.composing.get() || open.request().is_none() {
        return;
    }
    let reading = open.reading.borrow();
    // Of two boxes at once none is changed: the root takes no words, and they are copied.
    let (element, from, pasted) = match within(&reading, fix) {
        Some(part) => (part.element.clone(), part.start, editors::of(&part.element).pasted && !part.field),
        None => (open.found.borrow().root.clone(), 0, false),
    };
    let ask = Closure::<dyn FnMut(u32) -> JsValue>::new({
        let (open, fix) = (open.clone(), fix.clone());
        move |step| if fail::broken() { JsValue::NULL } else { answer(&open, &fix, step) }
    });
    BUSY.set(true);
    write(&element, pasted, from, fix.start, fix.end, &fix.text, &ask);
    ASK.set(Some(ask));
}

/// The one box that the words stand in.
fn within<'a>(reading: &'a Reading, fix: &Fix) -> Option<&'a Part> {
    reading.place(fix.start, fix.end).map(|(part, ..)| part).filter(|part| fix.end <= part.end)
}

/// The steps of `write.js`.
fn answer(open: &Open, fix: &Fix, step: u32) -> JsValue {
    match step {
        0 => Reading::of(&open.found.borrow().editables).text.into(),
        1 => range(open, fix).map_or(JsValue::NULL, JsValue::from),
        2 => told(&words::CARD_WRITTEN),
        3 => told(&words::CARD_COPIED),
        _ => told(&words::CARD_NOT_WRITTEN),
    }
}

/// Where the words stand in a rich editor. None in a field, and beside what an editor made of one piece, as a mention:
/// it would come back as plain text.
fn range(open: &Open, fix: &Fix) -> Option<Range> {
    let reading = Reading::of(&open.found.borrow().editables);
    within(&reading, fix)?;
    let range = reading.ranges(fix.start, fix.end).into_iter().next()?;
    let ends = [range.start_container().ok()?, range.end_container().ok()?];
    let whole = |node: &web_sys::Node| {
        node.parent_element().is_some_and(|it| dom::closest(&it, "[contenteditable=false]").is_some())
    };
    (!ends.iter().any(whole)).then_some(range)
}

fn told(text: &Text) -> JsValue {
    BUSY.set(false);
    let page = page();
    if let Some(overlay) = page.made_overlay() {
        overlay.wrote(text.get(page.live.get().locale));
    }
    JsValue::NULL
}
