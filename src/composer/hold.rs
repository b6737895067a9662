//! A press on Post: every way a page can be told to send, stopped or passed by the policy.
//!
//! Only trusted events are judged; `submit` is the net for forms whoever caused it.

use super::open::Open;
use super::page::{now, page};
use super::policy::{self, Decision, Moment};
use super::release::{self, Replay};
use super::{dom, fail, watch};
use crate::engine::Level;
use crate::protocol::FromContent;
use crate::sites::Keys;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlButtonElement, HtmlInputElement, KeyboardEvent, SubmitEvent};

/// The events of one press come within this time, in ms.
pub const ONE_PRESS: f64 = 1_000.0;

/// A press that was stopped until its draft is judged.
struct Waiting {
    open: Rc<Open>,
    replay: Replay,
    _patience: Timeout,
}

#[derive(Default)]
struct Gesture {
    /// The pointer went down on this button and the page did not see it.
    swallowed: Option<Element>,
    /// The key that went down and the page did not see: its keyup is not for the page either.
    key: Option<String>,
}

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    static GESTURE: RefCell<Gesture> = RefCell::default();
}

pub fn listen() -> Vec<EventListener> {
    let Some(window) = dom::window() else { return Vec::new() };
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let on = |name: &'static str, listener: fn(Event)| {
        let guarded = fail::guarded(listener);
        EventListener::new_with_options(&window, name, options, move |event| guarded(event.clone()))
    };
    vec![
        on("pointerdown", begin),
        on("mousedown", begin),
        on("touchstart", begin),
        on("pointerup", end),
        on("mouseup", end),
        on("touchend", end),
        on("click", click),
        on("keydown", key_down),
        on("keyup", key_up),
        on("submit", submit),
    ]
}

/// The page never sees it. A touch keeps its default: without it no click would follow.
fn stop(event: &Event) {
    event.stop_immediate_propagation();
    if !event.type_().starts_with("touch") {
        event.prevent_default();
    }
}

/// The composer whose enabled button the event went through, read as it is now.
fn pressed(event: &Event) -> Option<(Rc<Open>, Element)> {
    let page = page();
    let (found, button) = page.known()?.by_button(&dom::path(event))?;
    if dom::disabled(&button) {
        return None;
    }
    let open = page.open(found);
    watch::read(&open);
    Some((open, button))
}

fn decide(open: &Open, moment: Moment) -> Decision {
    let page = page();
    let standing = open.standing(page.live.get().active, page.link.reachable(), page.released(open));
    let early = open.found.borrow().record.early;
    policy::decide(standing, moment, early)
}

fn begin(event: Event) {
    if !event.is_trusted() {
        return;
    }
    if event.type_() == "pointerdown" {
        GESTURE.with_borrow_mut(|gesture| gesture.swallowed = None);
    }
    let Some((open, button)) = pressed(&event) else { return };
    match decide(&open, Moment::Begin) {
        Decision::Swallow | Decision::Hold | Decision::Ask => {
            stop(&event);
            GESTURE.with_borrow_mut(|gesture| gesture.swallowed = Some(button));
        }
        Decision::Pass | Decision::PassUnchecked => {}
    }
    // The verdict is usually there before the click is.
    if open.request().is_none() {
        watch::ask(&open);
    }
}

fn end(event: Event) {
    let swallowed = GESTURE.with_borrow(|gesture| gesture.swallowed.is_some());
    if swallowed && event.is_trusted() {
        stop(&event);
    }
}

fn click(event: Event) {
    if !event.is_trusted() {
        return;
    }
    let swallowed = GESTURE.with_borrow_mut(|gesture| gesture.swallowed.take());
    let Some((open, button)) = pressed(&event) else { return };
    let began_unseen = swallowed.is_some_and(|down| dom::same(&down, &button));
    act(&event, &open, Replay::Button(button), began_unseen);
}

fn key_down(event: Event) {
    if ours(&event) {
        event.stop_immediate_propagation();
        if let (Some(overlay), Some(key)) = (page().made_overlay(), event.dyn_ref()) {
            overlay.key(key);
        }
        return;
    }
    // By number first: asking for the class or the name of every key would cost on every key. 0: it has none.
    let number = event.unchecked_ref::<KeyboardEvent>().key_code();
    if !matches!(number, 0 | 13 | 32) || !event.is_trusted() {
        return;
    }
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let name = key.key();
    if name != "Enter" && name != " " {
        return;
    }
    // The Enter that ends a composition belongs to the input method. (Its number is 229, which was passed above.)
    if key.is_composing() {
        return;
    }
    let page = page();
    let Some(known) = page.known() else { return };
    let path = dom::path(&event);
    let Some(target) = path.first() else { return };
    if name == "Enter"
        && let Some(found) = known.by_editor(&path)
    {
        if sends(found.record.keys, key, target) {
            let replay = match found.submit.as_ref().filter(|submit| !dom::disabled(submit)) {
                Some(submit) => Replay::Button(submit.clone()),
                None => Replay::key(target.clone(), key),
            };
            let open = page.open(found);
            watch::read(&open);
            act_on_key(&event, &name, &open, replay);
        }
        return;
    }
    let Some((open, button)) = pressed(&event) else { return };
    // A native button turns the key into a click, which is judged; others act on the key itself.
    let native = button.dyn_ref::<HtmlButtonElement>().is_some() || button.dyn_ref::<HtmlInputElement>().is_some();
    if native && decide(&open, Moment::Begin) == Decision::Pass {
        if open.request().is_none() {
            watch::ask(&open);
        }
        return;
    }
    act_on_key(&event, &name, &open, Replay::Button(button));
}

/// Whether this Enter sends from inside the editor.
fn sends(keys: Keys, key: &KeyboardEvent, target: &Element) -> bool {
    if key.ctrl_key() || key.meta_key() {
        return keys.ctrl_enter && !key.alt_key();
    }
    let choosing = target.get_attribute("aria-activedescendant").is_some_and(|id| !id.is_empty())
        || target.get_attribute("aria-expanded").as_deref() == Some("true");
    keys.enter && !key.shift_key() && !key.alt_key() && !choosing
}

fn act_on_key(event: &Event, name: &str, open: &Rc<Open>, replay: Replay) {
    if act(event, open, replay, false) {
        GESTURE.with_borrow_mut(|gesture| gesture.key = Some(name.to_string()));
    }
}

fn key_up(event: Event) {
    if ours(&event) {
        event.stop_immediate_propagation();
        return;
    }
    if GESTURE.with_borrow(|gesture| gesture.key.is_none()) {
        return;
    }
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let unseen = |gesture: &Gesture| gesture.key.as_ref().is_some_and(|down| *down == key.key());
    if GESTURE.with_borrow(unseen) && event.is_trusted() {
        GESTURE.with_borrow_mut(|gesture| gesture.key = None);
        stop(&event);
    }
}

/// A key in our own card: no shortcut of the page is meant by it.
fn ours(event: &Event) -> bool {
    page().made_overlay().is_some_and(|overlay| event.target().is_some_and(|target| overlay.is_host(&target)))
}

fn submit(event: Event) {
    let page = page();
    let Some(known) = page.known() else { return };
    let Some(form) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(found) = known.by_form(&form) else { return };
    let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter).map(Element::from);
    let replay = match submitter.or_else(|| found.submit.clone()).filter(|button| !dom::disabled(button)) {
        Some(button) => Replay::Button(button),
        None => Replay::Form(form),
    };
    let open = page.open(found);
    watch::read(&open);
    act(&event, &open, replay, false);
}

/// The moment the page would send. Returns whether the page was kept from it.
fn act(event: &Event, open: &Rc<Open>, replay: Replay, began_unseen: bool) -> bool {
    let page = page();
    *page.current.borrow_mut() = Some(open.clone());
    match decide(open, Moment::Act) {
        // The page never saw the beginning of this gesture, so it gets a whole one.
        Decision::Pass | Decision::PassUnchecked if began_unseen => {
            stop(event);
            let request = open.request();
            release::let_go(open, replay, request);
            true
        }
        Decision::Pass => {
            if let Some(release) = &mut *page.release.borrow_mut() {
                release.passed(&open.reading.borrow().text, now());
            }
            watch::sent(open, open.request());
            false
        }
        Decision::PassUnchecked => {
            open.unchecked.set(true);
            watch::rested(open);
            watch::sent(open, None);
            false
        }
        Decision::Swallow => {
            stop(event);
            true
        }
        Decision::Hold => {
            stop(event);
            release::show_hold(open, replay);
            true
        }
        Decision::Ask => {
            stop(event);
            wait(open, replay);
            true
        }
    }
}

/// Keeps a press until its draft is judged, but never longer than the policy's patience.
fn wait(open: &Rc<Open>, replay: Replay) {
    let patience = Timeout::new(policy::PATIENCE, || {
        fail::attempt(|| {
            let Some(waiting) = WAITING.with_borrow_mut(Option::take) else { return };
            waiting.open.unchecked.set(true);
            release::let_go(&waiting.open, waiting.replay, None);
            watch::rested(&waiting.open);
        });
    });
    let open = open.clone();
    WAITING.with_borrow_mut(|slot| *slot = Some(Waiting { open: open.clone(), replay, _patience: patience }));
    watch::ask(&open);
    if open.asked.get().is_none() && !page().link.reachable() {
        // Nobody will answer: let it go now. (`ask` has marked it "not checked".)
        if let Some(waiting) = WAITING.with_borrow_mut(Option::take) {
            release::let_go(&waiting.open, waiting.replay, None);
        }
    }
}

/// A verdict came. If a press waits for it, it decides.
pub fn judged(open: &Rc<Open>) {
    let waits = WAITING.with_borrow(|slot| slot.as_ref().is_some_and(|waiting| Rc::ptr_eq(&waiting.open, open)));
    if !waits {
        return;
    }
    let Some(waiting) = WAITING.with_borrow_mut(Option::take) else { return };
    watch::read(open);
    let level = {
        let judged = open.judged.borrow();
        judged.as_ref().filter(|judged| judged.hash == open.hash.get()).map(|judged| judged.verdict.level)
    };
    match level {
        Some(Level::Hold) => release::show_hold(open, waiting.replay),
        Some(_) => release::let_go(open, waiting.replay, open.request()),
        // The text changed under the press. It is asked about anew, but not waited for any longer: a page may change it
        // without end.
        None => {
            WAITING.with_borrow_mut(|slot| *slot = Some(waiting));
            watch::ask(open);
        }
    }
}

/// Tells the log that a press was stopped.
pub fn held(open: &Open) {
    open.held.set(true);
    if let Some(request) = open.request() {
        page().link.say(&FromContent::Held { request, composer: open.id });
    }
}
