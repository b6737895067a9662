//! Typing: each change is read and asked about; what the eye sees waits until the typing rests.

use super::open::{Observers, Open};
use super::page::{now, page};
use super::{dom, fail, hold, mark, read};
use crate::engine::{Draft, DraftKind, Level};
use crate::protocol::FromContent;
use crate::sites::Kind;
use crate::ui::overlay::{self, Chip};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MutationObserver, MutationObserverInit, Node, ResizeObserver};

/// Rest after the last change before marks and chip change, in ms.
const REST: u32 = 300;

/// How long a page may take to put a re-mounted editor back, in ms.
const REMOUNT: u32 = 1_000;

/// Nothing here ever stops an event.
fn passive() -> EventListenerOptions {
    EventListenerOptions { phase: EventListenerPhase::Capture, passive: true }
}

pub fn listen() -> Vec<EventListener> {
    let Some(window) = dom::window() else { return Vec::new() };
    let on = |name: &'static str, listener: fn(Event)| {
        let guarded = fail::guarded(listener);
        EventListener::new_with_options(&window, name, passive(), move |event| guarded(event.clone()))
    };
    vec![
        on("focusin", touched),
        on("input", typed),
        // An editor that takes its typing elsewhere is never focused itself.
        on("click", touched),
        on("pageshow", |_| page().link.shown()),
        on("compositionstart", |event| composing(&event, true)),
        on("compositionend", |event| composing(&event, false)),
    ]
}

/// Follows the page's scrolling and resizing. Only once something of ours is shown.
pub fn follow() -> Vec<EventListener> {
    let Some(window) = dom::window() else { return Vec::new() };
    let on = |name: &'static str| {
        let moved = fail::guarded(|_| mark::moved());
        EventListener::new_with_options(&window, name, passive(), move |event| moved(event.clone()))
    };
    vec![on("scroll"), on("resize")]
}

/// A person changed an editable. While the composer stands as it was found, nothing is looked for: that waits for the
/// typing to rest, and a press always looks anew.
fn typed(event: Event) {
    if !event.is_trusted() {
        return;
    }
    let current = page().current.borrow().clone();
    match current.filter(|open| open.stands_with(&event)) {
        Some(open) => changed_soon(&open),
        None => touched(event),
    }
}

/// A person went into an editable, or something else of it changed.
fn touched(event: Event) {
    if !event.is_trusted() {
        return;
    }
    let page = page();
    let Some(known) = page.known() else { return };
    let Some(found) = known.by_editor(&dom::path(&event)) else { return };
    let open = page.open(found);
    tidy();
    *page.current.borrow_mut() = Some(open.clone());
    changed_soon(&open);
}

/// The extension was installed or updated while the page was open: what its forerunner left behind goes, and the editor
/// in use is read at once.
pub fn come_late() {
    let Some(document) = dom::document() else { return };
    overlay::sweep(&document);
    let mut at = document.active_element();
    let mut path = Vec::new();
    while let Some(element) = at {
        at = element.shadow_root().and_then(|root| root.active_element());
        path.insert(0, element);
    }
    let page = page();
    let Some(found) = page.known().and_then(|known| known.by_editor(&path)) else { return };
    let open = page.open(found);
    *page.current.borrow_mut() = Some(open.clone());
    changed_soon(&open);
}

fn composing(event: &Event, on: bool) {
    let page = page();
    let Some(known) = page.known() else { return };
    let Some(found) = known.by_editor(&dom::path(event)) else { return };
    let open = page.open(found);
    open.composing.set(on);
    if !on {
        changed_soon(&open);
    }
}

/// Watches the editables of a composer: editors change their text without telling by `input`.
pub fn observe(open: &Rc<Open>) {
    let weak = Rc::downgrade(open);
    let changes = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        if let Some(open) = weak.upgrade() {
            fail::attempt(move || changed_soon(&open));
        }
    });
    let boxes = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        fail::attempt(|| {
            mark::moved();
            if page().opens().iter().any(|open| !open.connected()) {
                // A page that re-mounts its editor does so at once: that is no closed composer.
                Timeout::new(REMOUNT, || fail::attempt(settle)).forget();
            }
        });
    });
    let made =
        (MutationObserver::new(changes.as_ref().unchecked_ref()), ResizeObserver::new(boxes.as_ref().unchecked_ref()));
    let (Ok(mutations), Ok(sizes)) = made else { return };
    let found = open.found.borrow().clone();
    let options = MutationObserverInit::new();
    options.set_character_data(true);
    options.set_child_list(true);
    options.set_subtree(true);
    for editable in &found.editables {
        let node: &Node = editable;
        // An editable that left the page meanwhile is not observed; the next event finds the new one.
        let _ = mutations.observe_with_options(node, &options);
        sizes.observe(editable);
    }
    // What appears above the button moves it without changing its size.
    sizes.observe(&found.root);
    found.submit.iter().for_each(|submit| sizes.observe(submit));
    let observers = Observers { changes: mutations, boxes: sizes, _callbacks: [changes, boxes] };
    *open.observers.borrow_mut() = Some(observers);
}

/// Reads once for all changes of one task.
fn changed_soon(open: &Rc<Open>) {
    if open.composing.get() || open.soon.borrow().is_some() {
        return;
    }
    let weak = Rc::downgrade(open);
    let read_now = move || {
        let Some(open) = weak.upgrade() else { return };
        open.soon.borrow_mut().take();
        if !open.composing.get() && open.connected() {
            let before = open.hash.get();
            let draft = read(&open);
            if open.hash.get() != before || open.judged.borrow().is_none() {
                ask_about(&open, draft);
            }
            rested_later(&open);
        }
    };
    *open.soon.borrow_mut() = Some(Timeout::new(0, || fail::attempt(read_now)));
}

/// Reads the composer as it is now. Returns the draft.
pub fn read(open: &Open) -> Draft {
    let page = page();
    let known = page.known();
    let found = open.found.borrow().clone();
    let reading = read::Reading::of(&found.editables);
    let about = known.as_ref().and_then(|known| known.about(&found));
    let draft = Draft {
        text: reading.text.clone(),
        kind: match (found.record.kind, &about) {
            (Kind::Comment, _) => DraftKind::Comment,
            (Kind::Reply, _) => DraftKind::Reply,
            (Kind::Post, Some(_)) => DraftKind::Quote,
            (Kind::Post, None) => DraftKind::Post,
        },
        platform: known.as_ref().map(|known| known.site.id.to_string()).unwrap_or_default(),
        reply_to: about.map(|about| read::plain(&about)).unwrap_or_default(),
        media: known.map(|known| known.media(&found)).unwrap_or_default(),
        by: found.by,
        ..Draft::default()
    };
    open.hash.set(hash(&draft));
    *open.reading.borrow_mut() = reading;
    draft
}

/// Two 32-bit FNV-1a sums: 64-bit multiplication is slow where we are lowered to JavaScript.
fn hash(draft: &Draft) -> u64 {
    let (mut a, mut b) = (0x811c_9dc5_u32, 0x1000_0193_u32);
    let texts = [&draft.text, &draft.reply_to, &draft.by].into_iter().chain(&draft.media);
    for byte in texts.flat_map(|text| text.bytes().chain([0xff])) {
        a = (a ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        b = (b ^ u32::from(byte)).wrapping_mul(0x0100_01b3).rotate_left(5);
    }
    u64::from(a) << 32 | u64::from(b)
}

/// Asks for a verdict about the text as it is now.
pub fn ask(open: &Rc<Open>) {
    let draft = read(open);
    ask_about(open, draft);
}

fn ask_about(open: &Rc<Open>, draft: Draft) {
    let page = page();
    let hash = open.hash.get();
    if !page.live.get().active || open.reading.borrow().is_blank() {
        open.asked.set(None);
        rested_later(open);
        return;
    }
    if open.asked.get().is_some_and(|(_, asked)| asked == hash) {
        return;
    }
    if open.too_long() {
        open.unchecked.set(true);
        return;
    }
    let request = page.link.next();
    open.asked.set(Some((request, hash)));
    if !page.link.say(&FromContent::Review { request, composer: open.id, draft }) {
        open.asked.set(None);
        open.unchecked.set(true);
        rested_later(open);
    }
}

/// A verdict came: show it once the typing rests.
pub fn paint_later(open: &Rc<Open>) {
    rested_later(open);
}

/// One timer serves all keys of a burst: making and dropping one at each key would cost more than the key.
fn rested_later(open: &Rc<Open>) {
    open.rest_at.set(now() + f64::from(REST));
    if open.rest.borrow().is_none() {
        rest_in(open, REST);
    }
}

fn rest_in(open: &Rc<Open>, ms: u32) {
    let weak = Rc::downgrade(open);
    let rest = move || {
        let Some(open) = weak.upgrade() else { return };
        open.rest.borrow_mut().take();
        let left = open.rest_at.get() - now();
        if left >= 1.0 {
            // A clock that was set back waits no longer than a rest.
            return rest_in(&open, (left as u32).min(REST));
        }
        tidy();
        find_again(&open);
        rested(&open);
    };
    *open.rest.borrow_mut() = Some(Timeout::new(ms, || fail::attempt(rest)));
}

/// What belongs to the composer now: pages add boxes and buttons while one types.
fn find_again(open: &Rc<Open>) {
    let page = page();
    let Some(near) = open.found.borrow().editables.last().cloned() else { return };
    if !open.connected() {
        return;
    }
    let Some(found) = page.known().and_then(|known| known.by_editor(&[near])) else { return };
    let before = open.found.borrow().editables.clone();
    let same = before.len() == found.editables.len()
        && before.iter().zip(&found.editables).all(|(old, new)| dom::same(old, new));
    let open = page.open(found);
    if !same {
        changed_soon(&open);
    }
}

/// Shows where this composer stands: chip and marks.
pub fn rested(open: &Rc<Open>) {
    let page = page();
    let shown = page.current.borrow().as_ref().is_some_and(|current| Rc::ptr_eq(current, open));
    if !shown || open.composing.get() {
        return;
    }
    let live = page.live.get();
    if !live.active || open.reading.borrow().is_blank() || !open.connected() {
        mark::clear();
        page.made_overlay().inspect(|overlay| overlay.hide());
        return;
    }
    let Some(overlay) = page.overlay() else { return };
    let hash = open.hash.get();
    let judged = open.judged.borrow();
    let (chip, verdict) = match &*judged {
        Some(judged) if judged.hash == hash => (Chip::Level(judged.verdict.level), Some(&judged.verdict)),
        _ if !page.link.reachable() || open.unchecked.get() => (Chip::NotChecked, None),
        _ => (Chip::Checking, None),
    };
    let shown = match chip {
        Chip::Level(level) if level < live.floor => Chip::Level(Level::Clear),
        other => other,
    };
    overlay.show(live.locale, shown, verdict);
    mark::paint(open, verdict, live.floor);
}

/// A while after an editor left the page.
fn settle() {
    page().opens().iter().for_each(|open| drop(renew(open)));
    tidy();
}

/// A composer that its page took down and mounted anew with the same text: what was said of that still stands. Returns
/// the one that stands now.
pub fn renew(open: &Rc<Open>) -> Rc<Open> {
    let page = page();
    let (record, text) = (open.found.borrow().record, open.reading.borrow().text.clone());
    if open.connected() || text.trim().is_empty() {
        return open.clone();
    }
    let Some(found) = page.known().and_then(|known| known.again(record, &text)) else { return open.clone() };
    let now = page.open(found);
    changed_soon(&now);
    now
}

/// Reports composers that left the page.
pub fn tidy() {
    let page = page();
    page.opens().iter().filter(|open| open.held.get()).for_each(|open| drop(renew(open)));
    for gone in page.closed() {
        page.link.say(&FromContent::Gone { composer: gone.id });
        let was_current = page.current.borrow().as_ref().is_some_and(|current| Rc::ptr_eq(current, &gone));
        if was_current {
            page.current.borrow_mut().take();
            mark::clear();
            page.made_overlay().inspect(|overlay| overlay.hide());
        }
        gone.observers.borrow_mut().take();
    }
}

/// The keyboard's way to the card.
pub fn open_card() {
    let page = page();
    let Some(open) = page.current.borrow().clone() else { return };
    if open.connected()
        && let Some(overlay) = page.overlay()
    {
        rested(&open);
        overlay.open_card();
    }
}

/// A press went through: tell the background once a press.
pub fn sent(open: &Open, request: Option<u32>) {
    let (hash, at) = (open.hash.get(), now());
    if open.sent.get().is_some_and(|(last, when)| last == hash && at - when < hold::ONE_PRESS) {
        return;
    }
    open.sent.set(Some((hash, at)));
    open.held.set(false);
    // No line to the background: the post still goes out, only the log does not hear of it.
    page().link.say(&FromContent::Sent { request, composer: open.id });
}
