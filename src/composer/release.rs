//! What follows a stopped press: the hold card, back to the words, or out exactly once.

use super::open::Open;
use super::page::{now, page};
use super::policy::TAKEN;
use super::{dom, fail, hold, watch};
use crate::protocol::{FromContent, Reason};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent,
    KeyboardEventInit, MouseEvent, MouseEventInit, PointerEvent, PointerEventInit,
};

/// How a stopped press is done again.
#[derive(Clone)]
pub enum Replay {
    Button(Element),
    Key { target: EventTarget, control: bool, meta: bool },
    Form(Element),
}

impl Replay {
    pub fn key(target: Element, key: &KeyboardEvent) -> Replay {
        Replay::Key { target: target.into(), control: key.ctrl_key(), meta: key.meta_key() }
    }

    /// One press, as the page would get it. Events of ours are not trusted, so our own listeners let them be.
    fn press(&self) {
        match self {
            Replay::Button(button) => press_button(button),
            Replay::Key { target, control, meta } => {
                for name in ["keydown", "keyup"] {
                    let init = KeyboardEventInit::new();
                    init.set_key("Enter");
                    init.set_code("Enter");
                    init.set_key_code(13);
                    init.set_which(13);
                    init.set_ctrl_key(*control);
                    init.set_meta_key(*meta);
                    init.set_bubbles(true);
                    init.set_cancelable(true);
                    init.set_composed(true);
                    if let Ok(event) = KeyboardEvent::new_with_keyboard_event_init_dict(name, &init) {
                        dispatch(target, &event);
                    }
                }
            }
            Replay::Form(form) => {
                if let Some(form) = form.dyn_ref::<HtmlFormElement>() {
                    // Refused by the page's own validation: it tells the person itself.
                    let _ = form.request_submit();
                }
            }
        }
    }
}

/// A page that throws in its own listener is not our failure.
fn dispatch(target: &EventTarget, event: &Event) {
    let _ = target.dispatch_event(event);
}

/// The whole gesture, for pages that act on its beginning, then the click.
fn press_button(button: &Element) {
    let Some(element) = button.dyn_ref::<HtmlElement>() else { return };
    dom::focus(button);
    let rect = button.get_bounding_client_rect();
    let (x, y) = ((rect.x() + rect.width() / 2.0) as i32, (rect.y() + rect.height() / 2.0) as i32);
    for (name, pointer, buttons) in
        [("pointerdown", true, 1), ("mousedown", false, 1), ("pointerup", true, 0), ("mouseup", false, 0)]
    {
        let event = if pointer {
            let init = PointerEventInit::new();
            init.set_pointer_id(1);
            init.set_pointer_type("mouse");
            init.set_is_primary(true);
            init.set_bubbles(true);
            init.set_cancelable(true);
            init.set_composed(true);
            init.set_buttons(buttons);
            init.set_client_x(x);
            init.set_client_y(y);
            PointerEvent::new_with_event_init_dict(name, &init).map(Event::from)
        } else {
            let init = MouseEventInit::new();
            init.set_bubbles(true);
            init.set_cancelable(true);
            init.set_composed(true);
            init.set_buttons(buttons);
            init.set_detail(1);
            init.set_client_x(x);
            init.set_client_y(y);
            MouseEvent::new_with_mouse_event_init_dict(name, &init).map(Event::from)
        };
        if let Ok(event) = event {
            dispatch(button, &event);
        }
    }
    element.click();
}

/// Lets the draft as it is now out once. `request`: the verdict it goes out with; None: not checked.
pub fn let_go(open: &Rc<Open>, replay: Replay, request: Option<u32>) {
    open.let_go();
    watch::sent(open, request);
    replay.press();
    expect_taken(open, &replay);
}

/// If the page shows nothing of having taken our press, the person's next press passes and a note says so.
fn expect_taken(open: &Rc<Open>, replay: &Replay) {
    let (open, replay, hash) = (open.clone(), replay.clone(), open.hash.get());
    let look = move || {
        let busy = match &replay {
            Replay::Button(button) => dom::disabled(button) || !button.is_connected(),
            _ => false,
        };
        if open.connected() {
            watch::read(&open);
        }
        if busy || !open.connected() || open.hash.get() != hash {
            open.release.set(None);
            return;
        }
        // Still armed: the next press of exactly this text passes.
        open.let_go();
        let page = page();
        if let Some(overlay) = page.overlay() {
            overlay.mount(super::modal(&open.found.borrow()).as_ref());
            overlay.ask_again(page.live.get().locale);
        }
    };
    Timeout::new(TAKEN, || fail::attempt(look)).forget();
}

/// Opens the hold card for the verdict of the text as it is now.
pub fn show_hold(open: &Rc<Open>, replay: Replay) {
    let page = page();
    let verdict = open.judged.borrow().as_ref().map(|judged| judged.verdict.clone());
    let (Some(verdict), Some(overlay)) = (verdict, page.overlay()) else {
        // We cannot say why: then we may not stop it.
        let_go(open, replay, None);
        return;
    };
    hold::held(open);
    let edit = {
        let open = open.clone();
        move || back_to_the_words(&open)
    };
    let anyway = {
        let (open, hash) = (open.clone(), open.hash.get());
        move |reason: Reason, note: String, asked_by: String| {
            watch::read(&open);
            if open.hash.get() != hash {
                // Not the text that was held: it is judged like any other.
                watch::ask(&open);
                return;
            }
            let Some(request) = open.request() else { return };
            let composer = open.id;
            page_says(&FromContent::Released { request, composer, reason, note, asked_by });
            open.let_go();
            open.held.set(false);
            // The log has its entry: this press is not reported a second time.
            open.sent.set(Some((hash, now())));
            replay.press();
            expect_taken(&open, &replay);
        }
    };
    overlay.mount(super::modal(&open.found.borrow()).as_ref());
    let shown = overlay.hold(page.live.get().locale, &verdict, edit, anyway);
    if !shown {
        // The browser would not show it: a hold that nobody can see may not stop anything.
        open.let_go();
    }
}

fn page_says(message: &FromContent) {
    // Without a line to the background the post still goes out; the log does not hear of it.
    page().link.say(message);
}

/// Puts the caret behind the words of the first finding, or at the end.
fn back_to_the_words(open: &Open) {
    page_says(&FromContent::Edit { composer: open.id });
    let span = {
        let judged = open.judged.borrow();
        let first = judged.as_ref().and_then(|judged| judged.verdict.findings.iter().find(|f| f.end > f.start));
        first.map(|finding| (finding.start, finding.end))
    };
    let reading = open.reading.borrow();
    let (start, end) = span.unwrap_or((reading.len.saturating_sub(1), reading.len));
    let Some((part, _, end_inside)) = reading.place(start, end) else { return };
    dom::focus(&part.element);
    if part.field {
        // Inputs of a type without a caret refuse: the focus is all there is.
        if let Some(area) = part.element.dyn_ref::<HtmlTextAreaElement>() {
            let _ = area.set_selection_range(end_inside, end_inside);
        } else if let Some(input) = part.element.dyn_ref::<HtmlInputElement>() {
            let _ = input.set_selection_range(end_inside, end_inside);
        }
        return;
    }
    let Some(range) = reading.ranges(start, end).pop() else { return };
    let selection = dom::window().and_then(|window| window.get_selection().ok().flatten());
    if let (Some(selection), Ok(node), Ok(offset)) = (selection, range.end_container(), range.end_offset()) {
        // A page that moved the node meanwhile keeps its own caret.
        let _ = selection.collapse_with_offset(Some(&node), offset);
    }
}
