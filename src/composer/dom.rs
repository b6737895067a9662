//! Small steps through a page: selectors that pierce open shadow roots, ancestors across them, the path of an event.

use crate::ui::overlay::steps;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, Node, ShadowRoot, Window};

pub fn window() -> Option<Window> {
    web_sys::window()
}

pub fn document() -> Option<Document> {
    window()?.document()
}

/// How much of an event's path is looked at: nothing of ours looks further up, and each step costs on every click.
const NEAR: u32 = 16;

/// The elements an event went through, innermost first, those inside shadow roots included. The nearest ones.
pub fn path(event: &Event) -> Vec<Element> {
    let path = steps(event);
    (0..path.length().min(NEAR)).filter_map(|at| path.get(at).dyn_into().ok()).collect()
}

/// The parent, where a shadow host is the parent of its root's children.
pub fn parent(element: &Element) -> Option<Element> {
    if let Some(parent) = element.parent_element() {
        return Some(parent);
    }
    let root: ShadowRoot = element.parent_node()?.dyn_into().ok()?;
    Some(root.host())
}

/// The nearest ancestor-or-self that matches, across shadow roots. A selector the browser rejects matches nothing.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    if selector.is_empty() {
        return None;
    }
    let mut from = element.clone();
    loop {
        if let Ok(Some(found)) = from.closest(selector) {
            return Some(found);
        }
        let root: ShadowRoot = from.get_root_node().dyn_into().ok()?;
        from = root.host();
    }
}

/// Whether `inner` is `outer` or stands inside it, across shadow roots.
pub fn holds(outer: &Element, inner: &Element) -> bool {
    let mut at = Some(inner.clone());
    while let Some(element) = at {
        if outer.contains(Some(&element)) {
            return true;
        }
        at = element.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    }
    false
}

fn all(root: &Node, selector: &str) -> Vec<Element> {
    let found = if let Some(element) = root.dyn_ref::<Element>() {
        element.query_selector_all(selector)
    } else if let Some(fragment) = root.dyn_ref::<web_sys::DocumentFragment>() {
        fragment.query_selector_all(selector)
    } else if let Some(document) = root.dyn_ref::<Document>() {
        document.query_selector_all(selector)
    } else {
        return Vec::new();
    };
    let Ok(list) = found else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// A selector list of a site record. Alternatives with ` >>> ` pierce open shadow roots.
#[derive(Debug, Default)]
pub struct Pattern {
    /// The alternatives without piercing, as one selector list. Empty: none.
    plain: String,
    chains: Vec<Vec<&'static str>>,
}

impl Pattern {
    pub fn new(list: &'static str) -> Pattern {
        let mut pattern = Pattern::default();
        for alternative in alternatives(list) {
            if alternative.contains(">>>") {
                pattern.chains.push(alternative.split(">>>").map(str::trim).collect());
            } else if !alternative.is_empty() {
                if !pattern.plain.is_empty() {
                    pattern.plain.push(',');
                }
                pattern.plain.push_str(alternative);
            }
        }
        pattern
    }

    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.chains.is_empty()
    }

    pub fn matches(&self, element: &Element) -> bool {
        if !self.plain.is_empty() && element.matches(&self.plain).unwrap_or(false) {
            return true;
        }
        self.chains.iter().any(|chain| {
            let mut at = element.clone();
            for (steps, selector) in chain.iter().rev().enumerate() {
                if steps > 0 {
                    let Ok(root) = at.get_root_node().dyn_into::<ShadowRoot>() else { return false };
                    at = root.host();
                }
                if !at.matches(selector).unwrap_or(false) {
                    return false;
                }
            }
            true
        })
    }

    /// Every match inside `root` (a shadow host's own root is inside it only through `>>>`).
    pub fn find(&self, root: &Node) -> Vec<Element> {
        let mut found = if self.plain.is_empty() { Vec::new() } else { all(root, &self.plain) };
        for chain in &self.chains {
            let mut level: Vec<Node> = vec![root.clone()];
            for (steps, selector) in chain.iter().enumerate() {
                let mut next: Vec<Element> = level.iter().flat_map(|node| all(node, selector)).collect();
                if steps == 0 {
                    let itself = root.dyn_ref::<Element>().filter(|it| it.matches(selector).unwrap_or(false));
                    next.extend(itself.cloned());
                }
                if steps + 1 == chain.len() {
                    found.append(&mut next);
                } else {
                    level = next.iter().filter_map(|host| host.shadow_root().map(Node::from)).collect();
                }
            }
        }
        found
    }

    pub fn first(&self, root: &Node) -> Option<Element> {
        self.find(root).into_iter().next()
    }
}

/// Splits a selector list at its outer commas.
fn alternatives(list: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts, mut quote) = (0i32, 0, Vec::new(), None);
    for (at, byte) in list.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[') => depth += 1,
            (None, b')' | b']') => depth -= 1,
            (None, b',') if depth == 0 => {
                parts.push(list[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(list[from..].trim());
    parts
}

/// Drawn at all: it has boxes. A `position: fixed` element has no offset parent but has boxes.
pub fn visible(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

pub fn disabled(element: &Element) -> bool {
    element.has_attribute("disabled") || element.get_attribute("aria-disabled").as_deref() == Some("true")
}

/// Focus without moving the page.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A page may have replaced the element since: nothing to focus is no failure.
        let _ = element.focus_with_options(&options);
    }
}

/// The same object, not merely an equal one.
pub fn same(a: &Element, b: &Element) -> bool {
    JsValue::from(a) == JsValue::from(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_split_at_its_outer_commas_only() {
        assert_eq!(alternatives("a, b:is(c, d) > [x='1,2'], e"), ["a", "b:is(c, d) > [x='1,2']", "e"]);
        let pattern = Pattern::new("a.b, host >>> textarea[name='t'], c");
        assert_eq!(pattern.plain, "a.b,c");
        assert_eq!(pattern.chains, vec![vec!["host", "textarea[name='t']"]]);
        assert!(Pattern::new("").is_empty());
    }
}
