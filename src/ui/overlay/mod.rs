//! What we show inside a page: a chip, a card, the hold card and boxes over text fields.
//!
//! All of it stands in one closed shadow root in a nameless element beside the page's own content: nothing inside an
//! editor or a form, nothing a page can read or press. Text is set as text.

mod build;
mod card;
mod hold;
mod place;
mod sheet;

pub use place::Mark;
pub use sheet::{adopt, steps};

use crate::engine::{Fix, Level, Locale, Verdict};
use crate::protocol::Reason;
use crate::words;
use build::{button, el, text};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlDialogElement, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// Where a draft stands, as the chip says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chip {
    Checking,
    Level(Level),
    NotChecked,
}

impl Chip {
    fn id(self) -> &'static str {
        match self {
            Chip::Checking => "checking",
            Chip::Level(level) => level_id(level),
            Chip::NotChecked => "not-checked",
        }
    }

    /// A shape beside the words, so that colour alone says nothing.
    fn shape(self) -> &'static str {
        match self {
            Chip::Checking => "…",
            Chip::Level(Level::Clear) => "○",
            Chip::Level(Level::Hint) => "◐",
            Chip::Level(Level::Caution) => "▲",
            Chip::Level(Level::Hold) => "■",
            Chip::NotChecked => "?",
        }
    }

    fn words(self, locale: Locale) -> &'static str {
        let text = match self {
            Chip::Checking => words::CHIP_CHECKING,
            Chip::Level(Level::Clear) => words::CHIP_CLEAR,
            Chip::Level(Level::Hint) => words::CHIP_HINT,
            Chip::Level(Level::Caution) => words::CHIP_CAUTION,
            Chip::Level(Level::Hold) => words::CHIP_HOLD,
            Chip::NotChecked => words::CHIP_NOT_CHECKED,
        };
        text.get(locale)
    }
}

/// What the card's buttons ask for. `request`-less: the caller knows which verdict is shown.
#[derive(Clone, Debug)]
pub enum Asked {
    Allow { check: String, everywhere: bool },
    Wrong { check: String },
    Write(Fix),
}

type Listener = Box<dyn Fn(Asked)>;

pub struct Overlay {
    host: HtmlElement,
    root: ShadowRoot,
    /// Chip and card, moved together.
    box_: HtmlElement,
    chip: HtmlElement,
    shape: HtmlElement,
    label: HtmlElement,
    status: HtmlElement,
    card: HtmlElement,
    marks: HtmlElement,
    dialog: HtmlDialogElement,
    shown: Cell<(Chip, Locale)>,
    /// Which of the places beside the composer the chip has.
    side: Cell<usize>,
    verdict: RefCell<Verdict>,
    /// Listeners of what is on the card and the hold card now. Replaced: off.
    listeners: RefCell<Vec<EventListener>>,
    hold_listeners: RefCell<Vec<EventListener>>,
    /// Listeners that live as long as we do.
    own: RefCell<Vec<EventListener>>,
    asked: RefCell<Option<Listener>>,
    /// What came of a suggestion: it stands in the card until that is closed or something else is asked for.
    notice: HtmlElement,
}

impl Overlay {
    /// None: the page has no document element to stand beside.
    pub fn new() -> Option<Overlay> {
        let document = web_sys::window()?.document()?;
        let host: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed)).ok()?;
        sheet::dress(&root);
        let box_ = el("div", "box", "");
        let chip = button("chip", "chip", "");
        let shape = el("span", "shape", "");
        // A shape is told in words beside it.
        build::set(&shape, "aria-hidden", "true");
        let label = el("span", "label", "chip-label");
        build::append(&chip, &[&shape, &label]);
        let card = el("section", "card", "card");
        build::set(&card, "role", "dialog");
        card.set_hidden(true);
        let notice = el("p", "notice", "notice");
        notice.set_hidden(true);
        build::append(&box_, &[&chip, &card]);
        box_.set_hidden(true);
        let status = el("div", "quiet", "status");
        build::set(&status, "role", "status");
        build::set(&status, "aria-live", "polite");
        let marks = el("div", "marks", "marks");
        build::set(&marks, "aria-hidden", "true");
        let dialog: HtmlDialogElement = el("dialog", "hold", "hold").dyn_into().ok()?;
        build::set(&dialog, "role", "alertdialog");
        build::append(&root, &[&marks, &box_, &status, &dialog]);
        let overlay = Overlay {
            host,
            root,
            box_,
            chip,
            shape,
            label,
            status,
            card,
            marks,
            dialog,
            shown: Cell::new((Chip::Checking, Locale::En)),
            side: Cell::new(0),
            verdict: RefCell::default(),
            listeners: RefCell::default(),
            hold_listeners: RefCell::default(),
            own: RefCell::default(),
            asked: RefCell::default(),
            notice,
        };
        overlay.keep_to_ourselves();
        Some(overlay)
    }

    /// The page hears nothing of what happens in here, and pressing us does not take the focus from the editor.
    fn keep_to_ourselves(&self) {
        let names = [
            "click",
            "pointerdown",
            "pointerup",
            "mousedown",
            "mouseup",
            "touchstart",
            "touchend",
            "keydown",
            "keyup",
            "keypress",
            "input",
            "change",
            "focusin",
            "focusout",
            "wheel",
            "contextmenu",
            "beforeinput",
            "paste",
        ];
        let mut own: Vec<EventListener> =
            names.iter().map(|name| EventListener::new(&self.root, *name, |event| event.stop_propagation())).collect();
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        own.push(EventListener::new_with_options(&self.chip, "mousedown", options, |event| event.prevent_default()));
        *self.own.borrow_mut() = own;
    }

    /// What to do when a button of the card is pressed, and when the chip is.
    pub fn on_asked(&self, open_card: impl Fn() + 'static, asked: impl Fn(Asked) + 'static) {
        let listener = EventListener::new(&self.chip, "click", move |event| {
            if event.is_trusted() {
                open_card();
            }
        });
        self.own.borrow_mut().push(listener);
        *self.asked.borrow_mut() = Some(Box::new(asked));
    }

    /// Whether an event came from in here.
    pub fn is_host(&self, target: &EventTarget) -> bool {
        let host: &EventTarget = &self.host;
        target == host
    }

    /// A key pressed in here, before the browser acts on it.
    pub fn key(&self, key: &web_sys::KeyboardEvent) {
        if self.dialog.open() && key.repeat() {
            // It still repeats from the press that was held: it must not choose anything here.
            key.prevent_default();
        } else if !self.dialog.open() && !self.card.hidden() && key.is_trusted() && key.key() == "Escape" {
            self.close_card();
        }
    }

    /// Shows the chip. The place is set by `place`.
    pub fn show(self: &Rc<Self>, locale: Locale, chip: Chip, verdict: Option<&Verdict>) {
        let before = self.shown.replace((chip, locale));
        let words = chip.words(locale);
        build::set(&self.chip, "data-level", chip.id());
        self.shape.set_text_content(Some(chip.shape()));
        self.label.set_text_content(Some(words));
        build::set(&self.chip, "aria-label", &words::CHIP_OPEN.fill(locale, &[("level", words)]));
        build::set(&self.box_, "lang", tag(locale));
        build::set(&self.status, "lang", tag(locale));
        let was_hidden = self.box_.hidden();
        self.box_.set_hidden(false);
        let verdict_before = self.verdict.replace(verdict.cloned().unwrap_or_default());
        if before.0 != chip || was_hidden {
            self.announce(locale, chip, verdict);
        }
        // Drawn anew for nothing, a button would be gone from under the pointer or the focus that is on it.
        let news = before != (chip, locale) || verdict_before != *self.verdict.borrow();
        if news && !self.card.hidden() {
            self.fill_card();
        }
    }

    /// Said politely, once a change of level; a clear draft is not announced at all.
    fn announce(&self, locale: Locale, chip: Chip, verdict: Option<&Verdict>) {
        let what = verdict.and_then(|verdict| verdict.findings.first()).map_or("", |finding| finding.what.as_str());
        let words = match chip {
            Chip::Level(Level::Hold) => words::STATUS_HOLD.fill(locale, &[("what", what)]),
            Chip::Level(Level::Caution) => words::STATUS_CAUTION.fill(locale, &[("what", what)]),
            Chip::Level(Level::Hint) => words::STATUS_HINT.fill(locale, &[("what", what)]),
            _ => String::new(),
        };
        // What a person must know of a suggestion is not taken out of the air by the verdict on what it left behind.
        let notice = self.notice.text_content().unwrap_or_default();
        self.status.set_text_content(Some(&if notice.is_empty() { words } else { notice + " " + &words }));
    }

    /// What came of a suggestion. The card may be about another text by now: it is said aloud, too.
    pub fn wrote(&self, words: &str) {
        self.status.set_text_content(Some(words));
        self.notice.set_text_content(Some(words));
        self.notice.set_hidden(false);
    }

    /// Nobody reads the last notice any more.
    fn forget_notice(&self) {
        self.notice.set_text_content(None);
        self.notice.set_hidden(true);
    }

    /// Takes the card away, wherever the focus is.
    fn shut_card(&self) {
        self.card.set_hidden(true);
        self.forget_notice();
    }

    pub fn hide(&self) {
        self.box_.set_hidden(true);
        self.side.set(0);
        self.shut_card();
        self.status.set_text_content(None);
        self.boxes(&[]);
    }

    /// The element whose text must change if we break.
    pub fn label(&self) -> Element {
        self.label.clone().into()
    }

    pub fn not_checked_words(locale: Locale) -> &'static str {
        words::CHIP_NOT_CHECKED.get(locale)
    }

    /// A short notice on the card: the page did not take our press.
    pub fn ask_again(&self, locale: Locale) {
        self.hold_listeners.borrow_mut().clear();
        let understood = button("plain", "again-ok", words::HOLD_AGAIN_OK.get(locale));
        let title = text("h2", "title", words::HOLD_AGAIN_TITLE.get(locale));
        let say = text("p", "", words::HOLD_AGAIN.get(locale));
        self.open_dialog(locale, &title, &[&say, &understood]);
        let dialog = self.dialog.clone();
        let close = EventListener::new(&understood, "click", move |event| {
            if event.is_trusted() {
                dialog.close();
            }
        });
        self.hold_listeners.borrow_mut().push(close);
    }
}

/// Takes away what an earlier version of ourselves left in the page: it is dead and would say what is no longer so.
pub fn sweep(document: &web_sys::Document) {
    let Ok(list) = document.query_selector_all(":root > div, dialog > div") else { return };
    for host in (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<Element>().ok()) {
        let ours = sheet::closed_root(&host)
            .is_some_and(|root| root.query_selector("[data-part='chip']").is_ok_and(|chip| chip.is_some()));
        if ours {
            host.remove();
        }
    }
}

/// A level as the style sheet knows it.
fn level_id(level: Level) -> &'static str {
    match level {
        Level::Clear => "clear",
        Level::Hint => "hint",
        Level::Caution => "caution",
        Level::Hold => "hold",
    }
}

/// The value of `lang`.
fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en",
        Locale::Ko => "ko",
    }
}

/// Every reason with its words.
fn reason_words(reason: Reason, locale: Locale) -> (&'static str, &'static str) {
    let (part, text) = match reason {
        Reason::Reviewed => ("reason-reviewed", words::HOLD_REASON_REVIEWED),
        Reason::WrongWarning => ("reason-wrong-warning", words::HOLD_REASON_WRONG_WARNING),
        Reason::ToldTo => ("reason-told-to", words::HOLD_REASON_TOLD_TO),
        Reason::Urgent => ("reason-urgent", words::HOLD_REASON_URGENT),
    };
    (part, text.get(locale))
}
