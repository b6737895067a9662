//! An open composer: what was read from it and what was judged.

use super::find::Found;
use super::policy::Standing;
use super::read::Reading;
use crate::engine::Verdict;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, MutationObserver, ResizeObserver};

/// The last verdict and what it was about.
pub struct Judged {
    pub hash: u64,
    pub request: u32,
    pub verdict: Verdict,
}

pub struct Open {
    /// Counts composers of this page.
    pub id: u32,
    pub found: RefCell<Found>,
    pub reading: RefCell<Reading>,
    /// Of the text, what it answers and what goes along, at the last reading.
    pub hash: Cell<u64>,
    pub judged: RefCell<Option<Judged>>,
    /// The request that is under way, and the hash it is about.
    pub asked: Cell<Option<(u32, u64)>>,
    /// The last text went out, or would go out, without a verdict.
    pub unchecked: Cell<bool>,
    /// An input method is composing: nothing is read for judging.
    pub composing: Cell<bool>,
    /// The hold card is open for it.
    pub held: Cell<bool>,
    /// The last pass that was reported: hash and time in ms.
    pub sent: Cell<Option<(u64, f64)>>,
    /// Paints once the typing rests.
    pub rest: RefCell<Option<Timeout>>,
    /// When it will have rested, in ms since 1970.
    pub rest_at: Cell<f64>,
    /// A reading that waits for the end of this task.
    pub soon: RefCell<Option<Timeout>>,
    pub observers: RefCell<Option<Observers>>,
}

/// Watches one set of editables. Dropped: off.
pub struct Observers {
    pub changes: MutationObserver,
    pub boxes: ResizeObserver,
    /// Keeps the callbacks alive.
    pub _callbacks: [Closure<dyn FnMut(JsValue)>; 2],
}

impl Drop for Observers {
    fn drop(&mut self) {
        self.changes.disconnect();
        self.boxes.disconnect();
    }
}

impl Open {
    pub fn new(id: u32, found: Found) -> Open {
        Open {
            id,
            found: RefCell::new(found),
            reading: RefCell::default(),
            hash: Cell::new(0),
            judged: RefCell::default(),
            asked: Cell::new(None),
            unchecked: Cell::new(false),
            composing: Cell::new(false),
            held: Cell::new(false),
            sent: Cell::new(None),
            rest: RefCell::default(),
            rest_at: Cell::new(0.0),
            soon: RefCell::default(),
            observers: RefCell::default(),
        }
    }

    /// Whether any of its boxes is still in the page.
    pub fn connected(&self) -> bool {
        self.found.borrow().editables.iter().any(|element| element.is_connected())
    }

    /// Whether the event went into one of its editables and all that was found of it is still in the page.
    pub fn stands_with(&self, event: &Event) -> bool {
        let found = self.found.borrow();
        let here = |element: &Element| element.is_connected();
        let (all, submit) = (&found.editables, found.submit.as_ref());
        // The target first: the path of an event is long, and each step of it costs. Inside a shadow root only it tells.
        let is_one = |target: JsValue| all.iter().any(|editable| JsValue::from(editable) == target);
        (event.target().is_some_and(|target| is_one(target.into())) || is_one(event.composed_path().get(0)))
            && all.iter().all(here)
            && submit.is_some_and(here)
    }

    /// Where the policy starts, for the text of the last reading.
    pub fn standing(&self, active: bool, reachable: bool, released: bool) -> Standing {
        let hash = self.hash.get();
        if !active || self.reading.borrow().is_blank() {
            return Standing::Off;
        }
        if released {
            return Standing::Released;
        }
        if !reachable || self.too_long() {
            return Standing::Unreachable;
        }
        match &*self.judged.borrow() {
            Some(judged) if judged.hash == hash => Standing::Judged(judged.verdict.level),
            _ => Standing::Unjudged,
        }
    }

    pub fn too_long(&self) -> bool {
        self.reading.borrow().len as usize > crate::protocol::MAX_DRAFT
    }

    /// The request of the verdict that stands for the text as it is now.
    pub fn request(&self) -> Option<u32> {
        self.judged.borrow().as_ref().filter(|judged| judged.hash == self.hash.get()).map(|judged| judged.request)
    }
}
