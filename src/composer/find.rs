//! Finds composers: which site a page is, which record an editor or a button belongs to, and all boxes of one draft.

use super::dom::{self, Pattern};
use super::read::Reading;
use crate::sites::{self, Composer, Site, Submit};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

/// A site record made ready for this page.
pub struct Known {
    pub site: &'static Site,
    kinds: Vec<Kind>,
}

/// One composer record with its selectors taken apart.
pub struct Kind {
    pub record: &'static Composer,
    editor: Pattern,
    submit: Pattern,
    parts: Pattern,
    about: Pattern,
    media: Pattern,
}

/// What belongs to one composer at this moment. Pages re-mount their editors, so this is made anew at each event.
#[derive(Clone)]
pub struct Found {
    pub record: &'static Composer,
    pub root: Element,
    /// Titles and content warnings first, then the boxes, each in document order.
    pub editables: Vec<Element>,
    pub submit: Option<Element>,
    /// The account that writes, as the page shows it.
    pub by: String,
}

/// An event in an editor names the editable itself or something just inside it; one on a button, what is drawn in it.
/// Looking further up would cost on every click and key.
const NEAR_EDITOR: usize = 6;
const NEAR_BUTTON: usize = 12;

const BUTTONS: &str = "button, [role='button'], input[type='submit']";
const DIALOGS: &str = "dialog, [role='dialog'], form";

/// The site of this page, if its host is one of ours.
pub fn by_host() -> Option<Known> {
    let host = dom::window()?.location().hostname().ok()?;
    sites::by_host(&host).map(Known::new)
}

/// The site of this page for sites on any host: the page itself must show what it is. `servers.js` and `learned.js`,
/// in our world of the page, say which there are.
pub fn by_page() -> Option<Known> {
    let document = dom::document()?;
    let shown = |site: &JsValue| document.query_selector(&string(site, "detect")).is_ok_and(|found| found.is_some());
    list(&js_sys::global(), "nunchiSites").iter().find(shown).map(|site| Known::new(made(&site)))
}

/// A record as `SERVED` has it. For as long as the page lives, as the records of the table.
fn made(site: &JsValue) -> &'static Site {
    let kept = |of: &JsValue, name| &*string(of, name).leak();
    let composer = |it: JsValue| Composer {
        id: kept(&it, "id"),
        kind: match &*string(&it, "kind") {
            "reply" => sites::Kind::Reply,
            "comment" => sites::Kind::Comment,
            _ => sites::Kind::Post,
        },
        editor: kept(&it, "editor"),
        within: kept(&it, "within"),
        root: kept(&it, "root"),
        submit: Submit::Css(kept(&it, "submit")),
        keys: if string(&it, "keys").is_empty() { sites::Keys::CTRL_ENTER } else { sites::Keys::NONE },
        thread: !string(&it, "thread").is_empty(),
        parts: kept(&it, "parts"),
        about: kept(&it, "about"),
        media: kept(&it, "media"),
        ..Composer::DEFAULT
    };
    let composers: Vec<Composer> = list(site, "composers").iter().map(composer).collect();
    let (id, never, account) = (kept(site, "id"), kept(site, "never"), kept(site, "account"));
    Box::leak(Box::new(Site { id, name: "", hosts: &[], detect: "", never, account, composers: composers.leak() }))
}

/// Looked for when a composer is found, never at a key.
fn account(site: &Site) -> Option<String> {
    if site.account.is_empty() {
        return None;
    }
    dom::document()?.query_selector(site.account).ok()??.get_attribute("href")
}

/// What is not there is empty.
fn string(of: &JsValue, name: &str) -> String {
    js_sys::Reflect::get(of, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn list(of: &JsValue, name: &str) -> Array {
    js_sys::Reflect::get(of, &name.into()).ok().and_then(|value| value.dyn_into().ok()).unwrap_or_default()
}

impl Kind {
    fn new(record: &'static Composer) -> Kind {
        let submit = match record.submit {
            Submit::Css(selector) => Pattern::new(selector),
            Submit::LastAfter | Submit::LastBefore => Pattern::default(),
        };
        Kind {
            record,
            editor: Pattern::new(record.editor),
            submit,
            parts: Pattern::new(record.parts),
            about: Pattern::new(record.about),
            media: Pattern::new(record.media),
        }
    }

    fn here(&self) -> bool {
        let path = self.record.path;
        path.is_empty() || dom::window().and_then(|w| w.location().pathname().ok()).is_some_and(|at| at.contains(path))
    }

    fn is_editor(&self, site: &Site, element: &Element) -> bool {
        self.editor.matches(element)
            && (self.record.within.is_empty() || dom::closest(element, self.record.within).is_some())
            && dom::closest(element, site.never).is_none()
    }

    fn editors(&self, site: &Site, root: &Node) -> Vec<Element> {
        let mut editors: Vec<Element> =
            self.editor.find(root).into_iter().filter(|found| self.is_editor(site, found)).collect();
        let all = editors.clone();
        editors.retain(|inner| !all.iter().any(|outer| !dom::same(outer, inner) && dom::holds(outer, inner)));
        editors
    }

    /// The ancestor of `from` that holds the whole composer; `complete` says whether one does.
    fn root(&self, from: &Element, complete: impl Fn(&Element) -> bool) -> Option<Element> {
        let named = match (self.record.root, self.record.submit) {
            ("", Submit::Css(_)) => "",
            ("", _) => DIALOGS,
            (root, _) => root,
        };
        let mut at = from.clone();
        while let Some(root) = dom::closest(&at, named) {
            if complete(&root) {
                return Some(root);
            }
            match dom::parent(&root) {
                Some(next) => at = next,
                None => break,
            }
        }
        if !matches!(self.record.submit, Submit::Css(_)) {
            return None;
        }
        let mut at = dom::parent(from);
        while let Some(root) = at {
            if complete(&root) {
                return Some(root);
            }
            at = dom::parent(&root);
        }
        None
    }

    /// The button that sends, inside `root`.
    fn submit(&self, root: &Element, editors: &[Element]) -> Option<Element> {
        let after = match self.record.submit {
            Submit::Css(_) => {
                let found = self.submit.find(root);
                return found.iter().find(|it| dom::visible(it)).or(found.first()).cloned();
            }
            Submit::LastAfter => true,
            Submit::LastBefore => false,
        };
        let editor = if after { editors.last() } else { editors.first() }?;
        let list = root.query_selector_all(BUTTONS).ok()?;
        let wanted = if after { Node::DOCUMENT_POSITION_FOLLOWING } else { Node::DOCUMENT_POSITION_PRECEDING };
        let sends = |button: &Element| {
            editor.compare_document_position(button) & (wanted | Node::DOCUMENT_POSITION_CONTAINED_BY) == wanted
                && !button.has_attribute("aria-haspopup")
                && dom::visible(button)
                && button
                    .text_content()
                    .is_some_and(|text| text.chars().any(|c| c > ' ' && c != '\u{a0}' && c != '\u{200b}'))
                && button.query_selector("svg, img, i, button, [role='button']").is_ok_and(|icon| icon.is_none())
        };
        (0..list.length()).rev().filter_map(|at| list.get(at)?.dyn_into().ok()).find(sends)
    }

    fn found(&self, site: &Site, root: Element, near: Option<&Element>) -> Option<Found> {
        let mut editors = self.editors(site, &root);
        if !self.record.thread
            && let Some(near) = near
            && editors.iter().any(|it| dom::same(it, near))
        {
            editors.retain(|it| dom::same(it, near));
        }
        if editors.is_empty() {
            return None;
        }
        let submit = self.submit(&root, &editors);
        let mut editables = self.parts.find(&root);
        editables.retain(|part| dom::visible(part) && !editors.iter().any(|it| dom::same(it, part)));
        editables.append(&mut editors);
        Some(Found { record: self.record, root, editables, submit, by: account(site).unwrap_or_default() })
    }
}

impl Known {
    fn new(site: &'static Site) -> Known {
        Known { site, kinds: site.composers.iter().map(Kind::new).collect() }
    }

    /// The composer that the element of an event belongs to, if it stands in one of its editables.
    pub fn by_editor(&self, path: &[Element]) -> Option<Found> {
        for element in path.iter().take(NEAR_EDITOR) {
            for kind in self.kinds.iter().filter(|kind| kind.here()) {
                if kind.is_editor(self.site, element) {
                    let css = matches!(kind.record.submit, Submit::Css(_));
                    let complete = |root: &Element| {
                        if css { kind.submit.first(root).is_some() } else { dom::holds(root, element) }
                    };
                    // A button that appears only once something is typed: the form or dialog, else the box alone.
                    let root = kind
                        .root(element, complete)
                        .or_else(|| dom::closest(element, DIALOGS))
                        .or_else(|| dom::parent(element))?;
                    return kind.found(self.site, root, Some(element));
                }
                // The same field may belong to another kind of composer on this site.
                let part = !kind.parts.is_empty() && kind.parts.matches(element);
                let editors = |root: &Element| !kind.editors(self.site, root).is_empty();
                if let Some(root) = part.then(|| kind.root(element, editors)).flatten() {
                    return kind.found(self.site, root, None);
                }
            }
        }
        None
    }

    /// The composer whose sending button an event went through, with that button.
    pub fn by_button(&self, path: &[Element]) -> Option<(Found, Element)> {
        for kind in self.kinds.iter().filter(|kind| kind.here()) {
            let css = matches!(kind.record.submit, Submit::Css(_));
            let button = path.iter().take(NEAR_BUTTON).find(|element| {
                if css { kind.submit.matches(element) } else { element.matches(BUTTONS).unwrap_or(false) }
            });
            let Some(button) = button else { continue };
            let Some(root) = kind.root(button, |root| !kind.editors(self.site, root).is_empty()) else { continue };
            let Some(mut found) = kind.found(self.site, root, None) else { continue };
            if css {
                found.submit = Some(button.clone());
            } else if !found.submit.as_ref().is_some_and(|submit| dom::same(submit, button)) {
                continue;
            }
            return Some((found, button.clone()));
        }
        None
    }

    /// The composer inside a form that is being submitted.
    pub fn by_form(&self, form: &Element) -> Option<Found> {
        self.kinds.iter().filter(|kind| kind.here()).find_map(|kind| {
            let near = kind.editors(self.site, form).into_iter().next()?;
            self.by_editor(&[near])
        })
    }

    /// The composer of this record that has this text now: its page has mounted it anew.
    pub fn again(&self, record: &'static Composer, text: &str) -> Option<Found> {
        let document = dom::document()?;
        let all = self.kind(record)?.editors(self.site, &document);
        let mut found = all.into_iter().filter_map(|near| self.by_editor(&[near]));
        found.find(|found| Reading::of(&found.editables).text == text)
    }

    /// The button that stands where `old` stood: of several that send, the one with its words.
    pub fn button_like(&self, found: &Found, old: &Element) -> Option<Element> {
        let (root, words) = (&found.root, old.text_content());
        let alike = self.kind(found.record).map(|kind| kind.submit.find(root)).unwrap_or_default();
        let alike = alike.into_iter().find(|it| it.text_content() == words);
        alike.or_else(|| self.by_editor(&[found.editables.last()?.clone()])?.submit)
    }

    fn kind(&self, record: &'static Composer) -> Option<&Kind> {
        self.kinds.iter().find(|kind| std::ptr::eq(kind.record, record))
    }

    /// The element whose text is replied to or quoted: in the composer, for replies else the first on the page.
    pub fn about(&self, found: &Found) -> Option<Element> {
        let kind = self.kind(found.record)?;
        if kind.about.is_empty() {
            return None;
        }
        kind.about
            .first(&found.root)
            .or_else(|| if found.record.kind == sites::Kind::Post { None } else { self.nearest(kind, &found.root) })
    }

    /// A comment box stands inside or after what it answers: climb until something answers the selector.
    fn nearest(&self, kind: &Kind, root: &Element) -> Option<Element> {
        let mut at = dom::parent(root);
        while let Some(element) = at {
            if let Some(about) = kind.about.first(&element) {
                return Some(about);
            }
            at = dom::parent(&element);
        }
        None
    }

    /// The alternative texts of what goes along.
    pub fn media(&self, found: &Found) -> Vec<String> {
        let Some(kind) = self.kind(found.record).filter(|kind| !kind.media.is_empty()) else { return Vec::new() };
        let text = |it: &Element| it.get_attribute("alt").or_else(|| it.get_attribute("aria-label"));
        kind.media.find(&found.root).iter().filter_map(text).filter(|text| !text.is_empty()).take(20).collect()
    }
}
