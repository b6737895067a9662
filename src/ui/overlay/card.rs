//! The card: every finding with what, why, its evidence and source, and what to do. Opened only when asked for.

use super::build::{append, button, el, focus, set, text};
use super::{Asked, Chip, Overlay, level_id, tag};
use crate::engine::{Evidence, Finding, Level, Locale, Verdict};
use crate::words;
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

impl Overlay {
    /// Opens the card, or closes it if it is open.
    pub fn toggle_card(self: &Rc<Self>) {
        if self.card.hidden() { self.open_card() } else { self.close_card() }
    }

    /// Opens the card and moves the focus to it: a person asked for it.
    pub fn open_card(self: &Rc<Self>) {
        if self.box_.hidden() {
            return;
        }
        self.card.set_hidden(false);
        set(&self.chip, "aria-expanded", "true");
        self.fill_card();
        let first = self.card.query_selector("[data-part='close']").ok().flatten();
        if let Some(close) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            focus(&close);
        }
    }

    pub fn close_card(&self) {
        self.shut_card();
        set(&self.chip, "aria-expanded", "false");
        focus(&self.chip);
    }

    fn tell(&self, asked: Asked) {
        self.forget_notice();
        if let Some(tell) = &*self.asked.borrow() {
            tell(asked);
        }
    }

    /// Writes the card anew for the verdict that is shown.
    pub(super) fn fill_card(self: &Rc<Self>) {
        let (chip, locale) = self.shown.get();
        let verdict = self.verdict.borrow().clone();
        let mut listeners = Vec::new();
        self.card.set_text_content(None);
        set(&self.card, "lang", tag(locale));
        let title = text("h2", "title", words::CARD_TITLE.get(locale));
        set(&title, "id", "card-title");
        set(&self.card, "aria-labelledby", "card-title");
        let close = button("close", "close", "×");
        set(&close, "aria-label", words::CARD_CLOSE.get(locale));
        let overlay = self.clone();
        listeners.push(EventListener::new(&close, "click", move |event| {
            if event.is_trusted() {
                overlay.close_card();
            }
        }));
        let head = el("header", "head", "");
        append(&head, &[&title, &close]);
        append(&self.card, &[&head, &self.notice]);
        name_brand(&self.card, &verdict, locale);
        let say = match chip {
            Chip::NotChecked => Some(words::CARD_NOT_CHECKED),
            Chip::Checking => Some(words::CHIP_CHECKING),
            Chip::Level(Level::Clear) => Some(words::CARD_CLEAR),
            Chip::Level(_) => None,
        };
        if let Some(say) = say {
            append(&self.card, &[&text("p", "", say.get(locale))]);
        } else {
            for finding in &verdict.findings {
                append(&self.card, &[&self.finding_with_buttons(finding, locale, &mut listeners)]);
            }
        }
        *self.listeners.borrow_mut() = listeners;
    }

    fn finding_with_buttons(
        self: &Rc<Self>,
        finding: &Finding,
        locale: Locale,
        listeners: &mut Vec<EventListener>,
    ) -> HtmlElement {
        let article = show(finding, locale);
        let row = el("div", "row", "");
        let check = finding.check.clone();
        if let Some(fix) = &finding.fix {
            let label = if fix.cut {
                words::CARD_CUT.get(locale).to_string()
            } else {
                words::CARD_WRITE.fill(locale, &[("words", &fix.text)])
            };
            let pressed = button("plain", "write", &label);
            let (overlay, once, fix) = (self.clone(), pressed.clone(), fix.clone());
            listeners.push(EventListener::new(&pressed, "click", move |event| {
                if event.is_trusted() {
                    set(&once, "disabled", "");
                    overlay.tell(Asked::Write(fix.clone()));
                }
            }));
            append(&row, &[&pressed]);
        }
        let actions = [
            (
                "allow",
                words::CARD_ALLOW_SITE,
                words::CARD_THANKS,
                Asked::Allow { check: check.clone(), everywhere: false },
            ),
            (
                "allow-everywhere",
                words::CARD_ALLOW_EVERYWHERE,
                words::CARD_THANKS,
                Asked::Allow { check: check.clone(), everywhere: true },
            ),
            ("wrong", words::CARD_WRONG, words::CARD_WRONG_THANKS, Asked::Wrong { check }),
        ];
        for (part, label, thanks, asked) in actions {
            let pressed = button("plain", part, label.get(locale));
            let (overlay, answered) = (self.clone(), row.clone());
            listeners.push(EventListener::new(&pressed, "click", move |event| {
                if !event.is_trusted() {
                    return;
                }
                answered.set_text_content(Some(thanks.get(locale)));
                set(&answered, "role", "status");
                overlay.tell(asked.clone());
            }));
            append(&row, &[&pressed]);
        }
        append(&article, &[&row]);
        article
    }
}

/// Says whose profile was compared with, where there are several.
pub(super) fn name_brand(to: &HtmlElement, verdict: &Verdict, locale: Locale) {
    if !verdict.brand.is_empty() {
        append(to, &[&text("p", "source", &words::CARD_BRAND.fill(locale, &[("brand", &verdict.brand)]))]);
    }
}

/// One finding in words, for the card and the hold card.
pub(super) fn show(finding: &Finding, locale: Locale) -> HtmlElement {
    let article = el("article", "finding", "finding");
    set(&article, "data-level", level_id(finding.level));
    set(&article, "data-check", &finding.check);
    let level = match finding.level {
        Level::Hold => words::LEVEL_HOLD,
        Level::Caution => words::LEVEL_CAUTION,
        Level::Hint | Level::Clear => words::LEVEL_HINT,
    };
    let badge = el("p", "badge", "");
    let shape = text("span", "shape", Chip::Level(finding.level).shape());
    set(&shape, "aria-hidden", "true");
    append(&badge, &[&shape, &text("span", "", level.get(locale))]);
    append(&article, &[&badge, &text("h3", "what", &finding.what), &text("p", "why", &finding.why)]);
    if !finding.evidence.is_empty() {
        let list = el("ul", "evidence", "");
        set(&list, "aria-label", words::CARD_EVIDENCE.get(locale));
        for evidence in &finding.evidence {
            append(&list, &[&proof(evidence, locale)]);
        }
        append(&article, &[&list]);
    }
    if !finding.todo.is_empty() {
        let todo = el("p", "todo", "");
        append(&todo, &[&text("strong", "", words::CARD_DO.get(locale)), &text("span", "", &finding.todo)]);
        append(&article, &[&todo]);
    }
    article
}

fn proof(evidence: &Evidence, locale: Locale) -> HtmlElement {
    let item = el("li", "", "");
    let mut source = words::CARD_SOURCE.fill(locale, &[("source", &evidence.source)]);
    if let Some(date) = &evidence.date {
        source.push_str(" · ");
        source.push_str(date);
    }
    // Only ordinary web addresses become links: evidence may come from a feed.
    let linked = evidence.url.as_deref().filter(|url| url.starts_with("https://"));
    let from = match linked {
        Some(url) => {
            let link = text("a", "source", &source);
            set(&link, "href", url);
            set(&link, "target", "_blank");
            set(&link, "rel", "noopener noreferrer");
            link
        }
        None => text("span", "source", &source),
    };
    append(&item, &[&text("span", "proof", &evidence.text), &from]);
    item
}
