//! Where things stand: beside the button, over nothing that can be pressed; boxes over the words of a text field.

use super::{Overlay, build, level_id};
use crate::engine::Level;
use wasm_bindgen::JsCast;
use web_sys::{Document, DomRect, Element, HtmlElement, HtmlTextAreaElement};

/// A marked span of a field, in UTF-16 units of its value.
#[derive(Clone, Debug)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub level: Level,
}

/// Between us and what we stand beside, in CSS px.
const GAP: f64 = 6.0;

/// Smaller than anything meant to be pressed, in CSS px.
const SMALLEST: f64 = 20.0;

/// What decides where the letters of a field stand. Sizes and place are set apart.
const LETTERS: [&str; 20] = [
    "direction",
    "font-family",
    "font-size",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "letter-spacing",
    "line-height",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "tab-size",
    "text-align",
    "text-indent",
    "text-transform",
    "word-break",
    "word-spacing",
    "overflow-wrap",
];

const PRESSABLE: &str = "a[href], button, input, textarea, select, [role='button'], [contenteditable]";

impl Overlay {
    /// Puts the chip beside the composer. Moves our element into an open modal dialog if the composer is in one:
    /// everything outside of it cannot be pressed.
    pub fn place(&self, modal: Option<&Element>, editable: Option<&Element>, submit: Option<&Element>) {
        if self.box_.hidden() && !self.dialog.open() {
            return;
        }
        self.mount(modal);
        // A button in a layer that is not open has no boxes.
        let drawn = |it: &&Element| it.is_connected() && it.get_client_rects().length() > 0;
        let Some(anchor) = submit.filter(drawn).or(editable) else { return };
        let (beside, own) = (anchor.get_bounding_client_rect(), self.chip.get_bounding_client_rect());
        let Some((width, height)) = view() else { return };
        let seen = beside.bottom() > 0.0 && beside.top() < height && beside.right() > 0.0 && beside.left() < width;
        style(&self.box_.style(), "visibility", if seen { "visible" } else { "hidden" });
        let (w, h) = (own.width().max(24.0), own.height().max(24.0));
        let around = |beside: &DomRect| {
            let (right, middle) = (beside.right() - w, beside.top() + (beside.height() - h) / 2.0);
            [
                (right, beside.bottom() + GAP),
                (right, beside.top() - h - GAP),
                (beside.left() - w - GAP, middle),
                (beside.right() + GAP, middle),
            ]
        };
        let text =
            editable.filter(|it| it.is_connected()).map_or_else(|| beside.clone(), Element::get_bounding_client_rect);
        let tries = [around(&beside), around(&text)].concat();
        let fits = |(x, y): (f64, f64)| x >= 0.0 && y >= 0.0 && x + w <= width && y + h <= height;
        let free = |&(x, y): &(f64, f64)| fits((x, y)) && self.free(x, y, w, h);
        // Where it was before, if it can: a page that shows a button while the pointer is near would have it run away from
        // the pointer, to and fro.
        let sides = || [self.side.get()].into_iter().chain(0..tries.len());
        let side = sides().find(|at| free(&tries[*at])).or_else(|| sides().find(|at| fits(tries[*at]))).unwrap_or(0);
        self.side.set(side);
        let (x, y) = tries[side];
        let (x, y) = (x.clamp(0.0, (width - w).max(0.0)), y.clamp(0.0, (height - h).max(0.0)));
        at(&self.box_, x, y);
        // The card opens where there is more room, and never leaves the window.
        let above = y > height - y - h;
        let card = self.card.style();
        let room = (if above { y } else { height - y - h }) - 2.0 * GAP;
        let wide = 360f64.min(width - 16.0);
        let left = (x + w - wide).clamp(8.0, (width - wide - 8.0).max(8.0)) - x;
        let off = px(h + GAP);
        style(&card, "top", if above { "auto" } else { &off });
        style(&card, "bottom", if above { &off } else { "auto" });
        style(&card, "left", &px(left));
        style(&card, "width", &px(wide));
        style(&card, "max-height", &px(room.max(120.0)));
    }

    /// Whether nothing that can be pressed stands there.
    fn free(&self, x: f64, y: f64, w: f64, h: f64) -> bool {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return true };
        let empty = |x: f64, y: f64| match self.below(&document, x as f32, y as f32) {
            Some(there) => there.closest(PRESSABLE).is_ok_and(|found| found.is_none()),
            None => true,
        };
        // No button is smaller than the steps between these points.
        let columns = (w / SMALLEST).ceil().max(1.0);
        (0..=columns as i32).all(|column| {
            let x = x + 1.0 + (w - 2.0) * f64::from(column) / columns;
            [y + 1.0, y + h / 2.0, y + h - 1.0].into_iter().all(|y| empty(x, y))
        })
    }

    /// What the page has at a point, inside open shadow roots too. We stand there ourselves, perhaps over a button that
    /// has moved since.
    fn below(&self, document: &Document, x: f32, y: f32) -> Option<Element> {
        let first = |list: js_sys::Array| {
            let mut elements = list.iter().filter_map(|there| there.dyn_into::<Element>().ok());
            elements.find(|there| !self.is_host(there))
        };
        let mut there = first(document.elements_from_point(x, y))?;
        while let Some(inner) = there.shadow_root().and_then(|root| first(root.elements_from_point(x, y))) {
            if inner == there {
                break;
            }
            there = inner;
        }
        Some(there)
    }

    /// Stands at the end of the document, or of the open modal dialog that holds the composer.
    pub fn mount(&self, modal: Option<&Element>) {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(parent) = modal.cloned().or_else(|| document?.document_element()) else { return };
        // A hold card that can be pressed stays where it is: moved, it would lose its place and what is chosen in it.
        if self.host.parent_element().is_none_or(|now| now != parent) && !self.on_top() {
            build::append(&parent, &[&self.host]);
            if self.dialog.open() {
                // Refused: the next press opens it.
                self.raise();
            }
        }
    }

    /// Whether the hold card is open and above everything else.
    fn on_top(&self) -> bool {
        let at = self.dialog.get_bounding_client_rect();
        let (x, y) = (at.x() + at.width() / 2.0, at.y() + at.height() / 2.0);
        self.dialog.open()
            && self.root.element_from_point(x as f32, y as f32).is_some_and(|it| self.dialog.contains(Some(&it)))
    }

    /// Puts the hold card above everything of the page. What went away with a dialog of the page is open still, but above
    /// nothing. False: the browser refused, or nobody would see it.
    pub(super) fn raise(&self) -> bool {
        if !self.dialog.matches(":modal").unwrap_or(false) {
            self.dialog.set_open(false);
            if self.dialog.show_modal().is_err() {
                return false;
            }
        }
        // Not on a link of the evidence, where the browser would put it.
        if let Ok(Some(first)) = self.dialog.query_selector("[data-part='edit'], [data-part='again-ok']") {
            build::focus(first.unchecked_ref());
        }
        let seen = self.dialog.get_client_rects().length() > 0;
        if !seen {
            self.dialog.close();
        }
        seen
    }

    /// Draws marks over text fields: a copy of the field without visible letters, in which only the marks show.
    pub fn boxes(&self, fields: &[(Element, Vec<Mark>)]) {
        self.marks.set_text_content(None);
        for (field, marks) in fields {
            if let Some(copy) = copy(field, marks) {
                build::append(&self.marks, &[&copy]);
            }
        }
    }
}

fn view() -> Option<(f64, f64)> {
    let document = web_sys::window()?.document()?.document_element()?;
    Some((f64::from(document.client_width()), f64::from(document.client_height())))
}

fn at(element: &HtmlElement, x: f64, y: f64) {
    style(&element.style(), "transform", &format!("translate({}, {})", px(x), px(y)));
}

/// Whole pixels: the formatting of fractions would be a tenth of the program.
fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

fn style(style: &web_sys::CssStyleDeclaration, name: &str, value: &str) {
    // A declaration the browser does not know changes nothing.
    let _ = style.set_property(name, value);
}

fn copy(field: &Element, marks: &[Mark]) -> Option<HtmlElement> {
    let window = web_sys::window()?;
    let area: &HtmlTextAreaElement = field.dyn_ref()?;
    let look = window.get_computed_style(field).ok().flatten()?;
    let rect = field.get_bounding_client_rect();
    let frame = build::el("div", "field", "");
    let inner = build::el("div", "letters", "");
    for name in LETTERS {
        if let Ok(value) = look.get_property_value(name) {
            style(&inner.style(), name, &value);
        }
    }
    let number = |name: &str| {
        let length = look.get_property_value(name).map_or(0.0, |value| js_sys::parse_float(&value));
        if length.is_finite() { length } else { 0.0 }
    };
    let (left, top) = (number("border-left-width"), number("border-top-width"));
    at(&frame, rect.left() + left, rect.top() + top);
    style(&frame.style(), "width", &px(f64::from(area.client_width())));
    style(&frame.style(), "height", &px(f64::from(area.client_height())));
    at(&inner, -f64::from(area.scroll_left()), -f64::from(area.scroll_top()));
    let value: Vec<u16> = area.value().encode_utf16().collect();
    let mut from = 0;
    let mut ordered: Vec<&Mark> = marks.iter().collect();
    ordered.sort_by_key(|mark| mark.start);
    for mark in ordered {
        let (start, end) = ((mark.start as usize).max(from).min(value.len()), (mark.end as usize).min(value.len()));
        if start >= end {
            continue;
        }
        let plain = build::text("span", "", &String::from_utf16_lossy(&value[from..start]));
        let marked = build::text("span", "mark", &String::from_utf16_lossy(&value[start..end]));
        build::set(&marked, "data-level", level_id(mark.level));
        build::append(&inner, &[&plain, &marked]);
        from = end;
    }
    let rest = build::text("span", "", &String::from_utf16_lossy(&value[from..]));
    build::append(&inner, &[&rest]);
    build::append(&frame, &[&inner]);
    Some(frame)
}
