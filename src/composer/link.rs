//! The line to the background: opened when the first draft is read, opened again when the background slept.

use super::{fail, hold, page::page, watch};
use crate::browser::port::Port;
use crate::protocol::{FromContent, PORT, ToContent};
use std::cell::{Cell, RefCell};

#[derive(Default)]
pub struct Link {
    port: RefCell<Option<Port>>,
    next: Cell<u32>,
    /// The extension was updated or removed under us: nobody will ever answer here again.
    lost: Cell<bool>,
    /// Drawn once: the background knows this page by it, over its own sleep.
    page: Cell<Option<u32>>,
    /// Lines that were cut since the last word from the background.
    drops: Cell<u8>,
}

/// A background that dies at once each time is not woken for ever: the next keystroke tries again.
const MOST_DROPS: u8 = 3;

impl Link {
    pub fn reachable(&self) -> bool {
        if !self.lost.get() && !Port::alive() {
            self.lost.set(true);
        }
        !self.lost.get()
    }

    pub fn next(&self) -> u32 {
        self.next.set(self.next.get() + 1);
        self.next.get()
    }

    /// Sends; false: nobody can hear it.
    pub fn say(&self, message: &FromContent) -> bool {
        if self.lost.get() {
            return false;
        }
        if self.port.borrow().is_none() && !self.connect() {
            return false;
        }
        let sent = |link: &Link| link.port.borrow().as_ref().is_some_and(|port| port.post(message).is_ok());
        if sent(self) {
            return true;
        }
        // The other end went away without our hearing of it.
        self.port.borrow_mut().take();
        self.connect() && sent(self)
    }

    fn connect(&self) -> bool {
        let Ok(port) = Port::connect(PORT) else {
            self.lost.set(true);
            return false;
        };
        port.on_message(heard);
        port.on_disconnect(|| fail::attempt(|| page().link.dropped()));
        let site = page().known().map(|known| known.site.id.to_string()).unwrap_or_default();
        let number = self.page.get().unwrap_or_else(|| {
            Port::on_word(heard);
            (js_sys::Math::random() * 4_294_967_296.0) as u32
        });
        self.page.set(Some(number));
        let said = port.post(&FromContent::Hello { site, page: number }).is_ok();
        *self.port.borrow_mut() = Some(port);
        said
    }

    /// The page is shown: for the first time, or again after a browser kept it for the way back. That cuts the line, and
    /// the line itself does not know.
    pub fn shown(&self) {
        if self.port.borrow().is_some() {
            self.dropped();
        }
    }

    /// The background slept, was killed or was replaced.
    fn dropped(&self) {
        self.port.borrow_mut().take();
        if !Port::alive() {
            self.lost.set(true);
        }
        self.drops.set(self.drops.get().saturating_add(1));
        let again = self.drops.get() <= MOST_DROPS;
        for open in page().opens() {
            // What was asked is asked once more; a background that only slept wakes up by it.
            let waiting = open.asked.take().is_some();
            if self.lost.get() || (waiting && again) {
                watch::ask(&open);
            } else if waiting {
                open.unchecked.set(true);
                watch::paint_later(&open);
            }
        }
    }
}

/// `null` only asks whether we are here.
fn heard(message: wasm_bindgen::JsValue) {
    fail::attempt(|| {
        if let Ok(message) = serde_wasm_bindgen::from_value(message) {
            hear(message);
        }
    });
}

fn hear(message: ToContent) {
    let page = page();
    page.link.drops.set(0);
    match message {
        ToContent::Settings { active, locale, floor } => {
            page.live.set(super::page::Live { active, locale, floor });
            page.opens().iter().for_each(watch::rested);
        }
        ToContent::Verdict { request, verdict, .. } => {
            let Some(open) = page.asked(request) else { return };
            let Some((_, hash)) = open.asked.take() else { return };
            open.unchecked.set(false);
            *open.judged.borrow_mut() = Some(super::open::Judged { hash, request, verdict });
            hold::judged(&open);
            watch::paint_later(&open);
        }
        ToContent::Changed => page.opens().iter().for_each(watch::ask),
        ToContent::OpenCard => watch::open_card(),
    }
}
