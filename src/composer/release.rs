//! What follows a stopped press: the hold card, back to the words, or out exactly once.

use super::open::Open;
use super::page::{now, page};
use super::policy::{self, Outcome, TAKEN};
use super::{dom, fail, hold, watch};
use crate::protocol::{FromContent, Reason};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, HtmlFormElement, KeyboardEvent};

#[wasm_bindgen(module = "/src/composer/press.js")]
extern "C" {
    #[wasm_bindgen(js_name = pressButton)]
    fn press_button(button: &Element);
    #[wasm_bindgen(js_name = pressEnter)]
    fn press_enter(target: &EventTarget, control: bool, meta: bool);
}

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

    /// One press, as the page would get it.
    fn press(&self) {
        match self {
            Replay::Button(button) => {
                dom::focus(button);
                press_button(button);
            }
            Replay::Key { target, control, meta } => press_enter(target, *control, *meta),
            Replay::Form(form) => {
                if let Some(form) = form.dyn_ref::<HtmlFormElement>() {
                    // Refused by the page's own validation: it tells the person itself.
                    let _ = form.request_submit();
                }
            }
        }
    }
}

/// The same press on what is there now, where the page has drawn it anew since.
fn renewed(open: &Open, replay: &Replay) -> Replay {
    let found = open.found.borrow().clone();
    let button = |old: &Element| page().known().and_then(|known| known.button_like(&found, old)).map(Replay::Button);
    let now = match replay {
        Replay::Button(old) | Replay::Form(old) if !old.is_connected() => button(old),
        Replay::Key { target, control, meta } if target.dyn_ref().is_some_and(|it: &Element| !it.is_connected()) => {
            let key = |now: &Element| Replay::Key { target: now.clone().into(), control: *control, meta: *meta };
            found.editables.last().map(key)
        }
        _ => None,
    };
    now.unwrap_or_else(|| replay.clone())
}

/// Lets the draft as it is now out once. `request`: the verdict it goes out with; None: not checked.
pub fn let_go(open: &Rc<Open>, replay: Replay, request: Option<u32>) {
    page().let_go(open);
    watch::sent(open, request);
    replay.press();
    expect_taken(open, &replay);
}

/// If the page shows nothing of having taken our press, the person's next press passes and a note says so.
fn expect_taken(open: &Rc<Open>, replay: &Replay) {
    let (open, replay, text) = (open.clone(), replay.clone(), open.reading.borrow().text.clone());
    let look = move || {
        let (page, open) = (page(), watch::renew(&open));
        let busy = match &replay {
            Replay::Button(button) => dom::disabled(button) || !button.is_connected(),
            _ => false,
        };
        if open.connected() {
            watch::read(&open);
        }
        let reading = open.reading.borrow().text.clone();
        match policy::outcome(&text, open.connected().then_some(&*reading), busy) {
            Outcome::WroteOn => {}
            Outcome::Taken => drop(page.release.borrow_mut().take_if(|release| release.is_of(&text))),
            Outcome::Busy => page.let_go(&open),
            Outcome::Unheard => {
                page.let_go(&open);
                if let Some(overlay) = page.overlay() {
                    overlay.mount(super::modal(&open.found.borrow()).as_ref());
                    overlay.ask_again(page.live.get().locale);
                }
            }
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
    let again = replay.clone();
    let anyway = {
        let (open, found, request) = (open.clone(), open.found.borrow().clone(), open.request());
        let text = open.reading.borrow().text.clone();
        move |reason: Reason, note: String, asked_by: String| {
            open.held.set(false);
            // As it was held, where it stands now: what belongs to it was looked for since, or it was mounted anew.
            let stands = found.editables.iter().all(|it| it.is_connected());
            let page = super::page::page();
            let open = if stands { page.open(found.clone()) } else { watch::renew(&open) };
            watch::read(&open);
            if open.reading.borrow().text != text {
                // Not the text that was held: it is judged like any other.
                watch::ask(&open);
                return;
            }
            if let Some(request) = request {
                page_says(&FromContent::Released { request, composer: open.id, reason, note, asked_by });
            }
            page.let_go(&open);
            // The log has its entry: this press is not reported a second time.
            open.sent.set(Some((open.hash.get(), now())));
            let replay = renewed(&open, &replay);
            replay.press();
            expect_taken(&open, &replay);
        }
    };
    overlay.mount(super::modal(&open.found.borrow()).as_ref());
    let shown = overlay.hold(page.live.get().locale, &verdict, edit, anyway);
    if !shown {
        // The browser would not show it: a hold that nobody can see may not stop anything.
        let_go(open, again, None);
    }
}

fn page_says(message: &FromContent) {
    // Without a line to the background the post still goes out; the log does not hear of it.
    page().link.say(message);
}

/// Puts the caret behind the words of the first finding, or at the end.
fn back_to_the_words(open: &Open) {
    open.held.set(false);
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
    let range = if part.field { None } else { reading.ranges(start, end).pop() };
    if part.field || range.is_some() {
        super::write::caret(&part.element, range.as_ref(), end_inside);
    }
}
