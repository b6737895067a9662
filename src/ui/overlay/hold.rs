//! The hold card: an alert dialog, reasons first, back to the draft by default, out only with a reason.

use super::build::{append, button, el, focus, set, text};
use super::{Overlay, card, reason_words, tag};
use crate::engine::{Level, Locale, Verdict};
use crate::protocol::Reason;
use crate::words;
use gloo_events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// Longest note and name that are kept, in UTF-16 units.
const LONGEST: i32 = 500;

impl Overlay {
    /// Opens the hold card. `edit` follows every way of closing it but "post anyway". False: the browser refused.
    pub fn hold(
        self: &Rc<Self>,
        locale: Locale,
        verdict: &Verdict,
        edit: impl Fn() + 'static,
        anyway: impl Fn(Reason, String, String) + 'static,
    ) -> bool {
        self.hold_listeners.borrow_mut().clear();
        let title = text("h2", "title", words::HOLD_TITLE.get(locale));
        let lead = text("p", "lead", words::HOLD_LEAD.get(locale));
        set(&lead, "id", "hold-lead");
        let reasons = el("div", "reasons", "reasons");
        card::name_brand(&reasons, verdict, locale);
        for finding in verdict.findings.iter().filter(|finding| finding.level >= Level::Caution) {
            append(&reasons, &[&card::show(finding, locale)]);
        }
        let back = button("primary", "edit", words::HOLD_EDIT.get(locale));
        let out = button("plain", "post-anyway", words::HOLD_ANYWAY.get(locale));
        set(&out, "aria-expanded", "false");
        let row = el("div", "row", "");
        append(&row, &[&back, &out]);
        let why = Why::new(locale);
        if !self.open_dialog(locale, &title, &[&lead, &reasons, &row, &why.form]) {
            return false;
        }
        set(&self.dialog, "aria-describedby", "hold-lead");
        self.listen(&back, &out, why, edit, anyway);
        true
    }

    /// Fills the dialog and opens it above everything of the page.
    pub(super) fn open_dialog(&self, locale: Locale, title: &HtmlElement, children: &[&HtmlElement]) -> bool {
        self.shut_card();
        self.dialog.set_text_content(None);
        set(&self.dialog, "lang", tag(locale));
        set(title, "id", "hold-title");
        set(&self.dialog, "aria-labelledby", "hold-title");
        append(&self.dialog, &[title]);
        append(&self.dialog, children);
        self.raise()
    }

    fn listen(
        self: &Rc<Self>,
        back: &HtmlElement,
        out: &HtmlElement,
        why: Why,
        edit: impl Fn() + 'static,
        anyway: impl Fn(Reason, String, String) + 'static,
    ) {
        let mut listeners = Vec::new();
        let released = Rc::new(Cell::new(false));
        let dialog = self.dialog.clone();
        listeners.push(pressed(back, move || dialog.close()));
        let (form, first, opener) =
            (why.form.clone(), why.reasons.first().map(|(_, input)| input.clone()), out.clone());
        listeners.push(pressed(out, move || {
            form.set_hidden(false);
            set(&opener, "aria-expanded", "true");
            if let Some(first) = &first {
                focus(first);
            }
        }));
        let (dialog, done) = (self.dialog.clone(), released.clone());
        let confirm = why.confirm.clone();
        listeners.push(pressed(&confirm, move || {
            let Some((reason, _)) = why.reasons.iter().find(|(_, input)| input.checked()) else {
                why.need.set_hidden(false);
                if let Some((_, first)) = why.reasons.first() {
                    focus(first);
                }
                return;
            };
            done.set(true);
            dialog.close();
            anyway(*reason, why.note.value(), why.asked_by.value());
        }));
        // Escape and "back" both end here; the browser has given the focus back by then.
        listeners.push(EventListener::new(&self.dialog, "close", move |_| {
            if !released.get() {
                edit();
            }
        }));
        *self.hold_listeners.borrow_mut() = listeners;
    }
}

/// Runs only for a person's own press.
fn pressed(button: &HtmlElement, run: impl Fn() + 'static) -> EventListener {
    EventListener::new(button, "click", move |event: &Event| {
        if event.is_trusted() {
            run();
        }
    })
}

/// The question behind "post anyway".
struct Why {
    form: HtmlElement,
    reasons: Vec<(Reason, HtmlInputElement)>,
    need: HtmlElement,
    note: HtmlInputElement,
    asked_by: HtmlInputElement,
    confirm: HtmlElement,
}

impl Why {
    fn new(locale: Locale) -> Why {
        let form = el("div", "why-form", "why");
        form.set_hidden(true);
        let group = el("fieldset", "choices", "");
        append(&group, &[&text("legend", "", words::HOLD_REASON_TITLE.get(locale))]);
        let mut reasons = Vec::new();
        for reason in Reason::ALL {
            let (part, words) = reason_words(reason, locale);
            let input = input("radio", part);
            set(&input, "name", "reason");
            let label = el("label", "choice", "");
            append(&label, &[&input, &text("span", "", words)]);
            append(&group, &[&label]);
            reasons.push((reason, input));
        }
        let need = text("p", "need", words::HOLD_CONFIRM_NEED.get(locale));
        set(&need, "role", "alert");
        need.set_hidden(true);
        let (note, note_label) = field("note", words::HOLD_NOTE.get(locale));
        let (asked_by, asked_label) = field("asked-by", words::HOLD_ASKED_BY.get(locale));
        let confirm = button("danger", "confirm", words::HOLD_CONFIRM.get(locale));
        let kept = text("p", "kept", words::HOLD_KEPT.get(locale));
        append(&form, &[&group, &need, &asked_label, &note_label, &confirm, &kept]);
        Why { form, reasons, need, note, asked_by, confirm }
    }
}

fn input(kind: &str, part: &str) -> HtmlInputElement {
    let input: HtmlInputElement = el("input", "", part).unchecked_into();
    input.set_type(kind);
    input
}

fn field(part: &str, words: &str) -> (HtmlInputElement, HtmlElement) {
    let input = input("text", part);
    input.set_max_length(LONGEST);
    input.set_autocomplete("off");
    let label = el("label", "line", "");
    append(&label, &[&text("span", "", words), &input]);
    (input, label)
}
