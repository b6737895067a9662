//! Marks the words of findings: CSS highlights in rich editors, boxes over text fields. Never anything in the editor.

use super::open::Open;
use super::page::page;
use super::read::Reading;
use super::{dom, fail};
use crate::engine::{Finding, Level, Verdict};
use crate::ui::overlay::{self, Mark};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

#[wasm_bindgen]
extern "C" {
    /// Not in web-sys without an unstable flag.
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);
}

const LEVELS: [(Level, &str); 3] = [
    (Level::Hint, "text-decoration: underline dotted 2px #5b6fd6; text-underline-offset: 3px;"),
    (Level::Caution, "text-decoration: underline wavy 1.5px #c26a00; text-underline-offset: 3px;"),
    (
        Level::Hold,
        "text-decoration: underline solid 3px #c8102e; text-underline-offset: 3px; background-color: rgb(200 16 46 / 14%);",
    ),
];

/// What is marked now.
#[derive(Default)]
struct Marks {
    /// A name a page cannot guess: the registry is shared with it.
    name: String,
    /// The roots whose style sheets know our names.
    styled: Vec<JsValue>,
    /// Fields with boxes: the field and what is marked in it.
    fields: Vec<(Element, Vec<Mark>)>,
}

thread_local! {
    static MARKS: RefCell<Marks> = RefCell::default();
    /// A frame is asked for already.
    static WAITS: Cell<bool> = const { Cell::new(false) };
}

fn registry() -> Option<Registry> {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = js_sys::Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}

fn name(level: Level) -> String {
    MARKS.with_borrow_mut(|marks| {
        if marks.name.is_empty() {
            marks.name = format!("h{:x}", (js_sys::Math::random() * 4_294_967_296.0) as u32);
        }
        format!("{}{}", marks.name, level as u8)
    })
}

/// Marks the findings at or above `floor`; None: takes all marks away.
pub fn paint(open: &Open, verdict: Option<&Verdict>, floor: Level) {
    let reading = open.reading.borrow();
    let findings: Vec<&Finding> = match verdict {
        Some(verdict) => verdict.findings.iter().filter(|f| f.level >= floor && f.end > f.start).collect(),
        None => Vec::new(),
    };
    highlight(&reading, &findings);
    let fields = reading.parts.iter().filter(|part| part.field).map(|part| {
        let inside = |f: &&&Finding| f.start < part.end && f.end > part.start;
        let mark = |f: &&Finding| Mark {
            start: f.start.max(part.start) - part.start,
            end: f.end.min(part.end) - part.start,
            level: f.level,
        };
        (part.element.clone(), findings.iter().filter(inside).map(mark).collect())
    });
    let fields: Vec<(Element, Vec<Mark>)> = fields.filter(|(_, marks): &(_, Vec<_>)| !marks.is_empty()).collect();
    MARKS.with_borrow_mut(|marks| marks.fields = fields);
    moved();
}

pub fn clear() {
    if let Some(registry) = registry() {
        LEVELS.iter().for_each(|(level, _)| registry.delete(&name(*level)));
    }
    MARKS.with_borrow_mut(|marks| marks.fields.clear());
    moved();
}

/// The page scrolled or changed size: chip and boxes go with it, once a frame.
pub fn moved() {
    if page().made_overlay().is_none() || WAITS.replace(true) {
        return;
    }
    let frame = Closure::once_into_js(|| {
        WAITS.set(false);
        fail::attempt(place);
    });
    let asked = dom::window().map(|window| window.request_animation_frame(frame.unchecked_ref()));
    if !matches!(asked, Some(Ok(_))) {
        WAITS.set(false);
    }
}

fn place() {
    let page = page();
    let Some(open) = page.current.borrow().clone() else { return };
    let Some(overlay) = page.made_overlay() else { return };
    // Found anew at once: a card that goes from the page's old dialog to its new one later on goes from under the pointer.
    let open = if open.held.get() { super::watch::renew(&open) } else { open };
    let found = open.found.borrow().clone();
    overlay.place(super::modal(&found).as_ref(), found.editables.last(), found.submit.as_ref());
    let fields = MARKS.with_borrow(|marks| marks.fields.clone());
    overlay.boxes(&fields);
}

fn highlight(reading: &Reading, findings: &[&Finding]) {
    let Some(registry) = registry() else { return };
    for (level, _) in LEVELS {
        let name = name(level);
        let spans = findings.iter().filter(|finding| finding.level == level);
        let ranges: Vec<Range> = spans.flat_map(|f| reading.ranges(f.start, f.end)).collect();
        let Some(first) = ranges.first() else {
            registry.delete(&name);
            continue;
        };
        if let Ok(node) = first.start_container() {
            style(&node.get_root_node());
        }
        let Ok(highlight) = Highlight::new() else { return };
        ranges.iter().for_each(|range| highlight.add(range));
        registry.set(&name, &highlight);
    }
}

/// Teaches a document or an open shadow root how our highlights look.
fn style(root: &web_sys::Node) {
    let value: &JsValue = root.as_ref();
    if MARKS.with_borrow(|marks| marks.styled.contains(value)) {
        return;
    }
    let rules: String =
        LEVELS.iter().map(|(level, rule)| format!("::highlight({}) {{ {rule} }}\n", name(*level))).collect();
    if overlay::adopt(value, &rules) {
        MARKS.with_borrow_mut(|marks| marks.styled.push(value.clone()));
    }
}
