//! What this page knows: its site, its open composers, the settings, the line to the background.
//!
//! Nothing is borrowed while the page is touched: a click or a focus of ours runs our own listeners again.

use super::find::{self, Found, Known};
use super::link::Link;
use super::open::Open;
use super::policy::Release;
use super::{dom, fail};
use crate::engine::{Level, Locale};
use crate::protocol::FromContent;
use crate::ui::overlay::{Asked, Overlay};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// What the background last said. The defaults hold until it spoke.
#[derive(Clone, Copy)]
pub struct Live {
    pub active: bool,
    pub locale: Locale,
    pub floor: Level,
}

pub struct Page {
    known: OnceCell<Option<Rc<Known>>>,
    found_late: RefCell<Option<Rc<Known>>>,
    pub live: Cell<Live>,
    pub link: Link,
    opens: RefCell<Vec<Rc<Open>>>,
    /// The composer whose chip is shown.
    pub current: RefCell<Option<Rc<Open>>>,
    /// What was let out and has not gone yet. The page's, not a composer's: its composer may be swapped for another.
    pub release: RefCell<Option<Release>>,
    next: Cell<u32>,
    overlay: OnceCell<Option<Rc<Overlay>>>,
}

thread_local! {
    static PAGE: Rc<Page> = Rc::new(Page {
        known: OnceCell::new(),
        found_late: RefCell::default(),
        live: Cell::new(Live { active: true, locale: browser_locale(), floor: Level::Hint }),
        link: Link::default(),
        opens: RefCell::default(),
        current: RefCell::default(),
        release: RefCell::default(),
        next: Cell::new(1),
        overlay: OnceCell::new(),
    });
}

/// This page.
pub fn page() -> Rc<Page> {
    PAGE.with(Rc::clone)
}

/// Now, in ms since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

fn browser_locale() -> Locale {
    let language = dom::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    if language.starts_with("ko") { Locale::Ko } else { Locale::En }
}

impl Page {
    /// The site of this page, if it is one of ours. A site on any host shows itself only once its page is built.
    pub fn known(&self) -> Option<Rc<Known>> {
        if let Some(known) = self.known.get_or_init(|| find::by_host().map(Rc::new)) {
            return Some(known.clone());
        }
        let mut late = self.found_late.borrow_mut();
        if late.is_none() {
            *late = find::by_page().map(Rc::new);
        }
        late.clone()
    }

    /// The open composer for what was found: known already, mounted anew by the page, or new.
    pub fn open(&self, found: Found) -> Rc<Open> {
        let shares = |open: &Rc<Open>| {
            let known = open.found.borrow();
            std::ptr::eq(known.record, found.record)
                && known.editables.iter().any(|old| found.editables.iter().any(|new| dom::same(old, new)))
        };
        let remounted = |open: &Rc<Open>| std::ptr::eq(open.found.borrow().record, found.record) && !open.connected();
        let existing = {
            let opens = self.opens.borrow();
            opens.iter().find(|open| shares(open)).or_else(|| opens.iter().find(|open| remounted(open))).cloned()
        };
        let open = existing.unwrap_or_else(|| {
            let open = Rc::new(Open::new(self.next.replace(self.next.get() + 1), found.clone()));
            self.opens.borrow_mut().push(open.clone());
            open
        });
        let changed = {
            let old = open.found.borrow();
            old.editables.len() != found.editables.len()
                || old.editables.iter().zip(&found.editables).any(|(a, b)| !dom::same(a, b))
        };
        *open.found.borrow_mut() = found;
        if changed || open.observers.borrow().is_none() {
            super::watch::observe(&open);
        }
        open
    }

    /// Lets the next press with the text that was read last through, once.
    pub fn let_go(&self, open: &Open) {
        *self.release.borrow_mut() = Some(Release::of(open.reading.borrow().text.clone()));
    }

    /// Whether the text that was read last was let out and has not gone yet.
    pub fn released(&self, open: &Open) -> bool {
        self.release.borrow().as_ref().is_some_and(|release| release.lets(&open.reading.borrow().text, now()))
    }

    /// The open composer that this request is about.
    pub fn asked(&self, request: u32) -> Option<Rc<Open>> {
        self.opens.borrow().iter().find(|open| open.asked.get().is_some_and(|(id, _)| id == request)).cloned()
    }

    pub fn opens(&self) -> Vec<Rc<Open>> {
        self.opens.borrow().clone()
    }

    /// Forgets composers that left the page and returns them. One under an open hold card may be in a swap.
    pub fn closed(&self) -> Vec<Rc<Open>> {
        let mut gone = Vec::new();
        self.opens.borrow_mut().retain(|open| {
            let stays = open.connected() || open.held.get();
            if !stays {
                gone.push(open.clone());
            }
            stays
        });
        gone
    }

    /// What we show in the page; made when the first composer is found. None: the page has no document element.
    pub fn overlay(&self) -> Option<Rc<Overlay>> {
        self.overlay.get_or_init(|| Overlay::new().map(Rc::new).inspect(|overlay| self.wire(overlay))).clone()
    }

    /// The same, if it was made already.
    pub fn made_overlay(&self) -> Option<Rc<Overlay>> {
        self.overlay.get().cloned().flatten()
    }

    fn wire(&self, overlay: &Rc<Overlay>) {
        fail::show_on(&overlay.label(), Overlay::not_checked_words(self.live.get().locale));
        let weak = Rc::downgrade(overlay);
        let toggle = move || {
            if let Some(overlay) = weak.upgrade() {
                overlay.toggle_card();
            }
        };
        overlay.on_asked(toggle, |asked| {
            let page = page();
            let message = match asked {
                Asked::Write(fix) => {
                    let open = page.current.borrow().clone();
                    return open.iter().for_each(|open| super::write::put(open, &fix));
                }
                Asked::Allow { check, everywhere } => FromContent::Allow { check, everywhere },
                Asked::Wrong { check } => {
                    let request = page.current.borrow().as_ref().and_then(|open| open.request());
                    let Some(request) = request else { return };
                    FromContent::Wrong { request, check }
                }
            };
            page.link.say(&message);
        });
        // They live as long as the page.
        super::watch::follow().into_iter().for_each(|listener| listener.forget());
    }
}
