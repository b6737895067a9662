//! Reads a composer: one walk gives the text as the site will publish it and the way back from each offset to the page.

use super::editors::{self, Editor};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, Node, Range};

/// Between two boxes of one draft, and between a title and its body.
const BETWEEN: &str = "\n\n";

/// Deepest element that is walked: a hostile page may nest without end.
const DEEPEST: u32 = 64;

/// A run of text that stands in the page as it stands in the draft.
#[derive(Clone, Debug)]
struct Run {
    /// UTF-16 offset in the draft.
    start: u32,
    /// UTF-16 units.
    len: u32,
    node: Node,
    /// UTF-16 offset in the node.
    from: u32,
}

/// One editable of the draft.
#[derive(Clone, Debug)]
pub struct Part {
    pub element: Element,
    /// UTF-16 offsets in the draft.
    pub start: u32,
    pub end: u32,
    /// A textarea or input: it has no ranges, only offsets.
    pub field: bool,
    runs: Vec<Run>,
}

/// A draft as read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub text: String,
    /// UTF-16 units.
    pub len: u32,
    pub parts: Vec<Part>,
}

impl Reading {
    pub fn of(editables: &[Element]) -> Reading {
        let mut reading = Reading::default();
        for editable in editables {
            if !reading.parts.is_empty() {
                reading.push(BETWEEN);
            }
            let start = reading.len;
            let (field, runs) = match value(editable) {
                Some(value) => {
                    reading.push(&value.replace("\r\n", "\n"));
                    (true, Vec::new())
                }
                None => (false, Walk::over(editable, &mut reading)),
            };
            reading.parts.push(Part { element: editable.clone(), start, end: reading.len, field, runs });
        }
        reading
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.len += text.encode_utf16().count() as u32;
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The part in which `start..end` begins, with the offsets inside it.
    pub fn place(&self, start: u32, end: u32) -> Option<(&Part, u32, u32)> {
        let part = self.parts.iter().find(|part| start >= part.start && start < part.end.max(part.start + 1))?;
        Some((part, start - part.start, end.min(part.end).saturating_sub(part.start)))
    }

    /// The ranges in the page of `start..end`, one a part that it touches. None of a field.
    pub fn ranges(&self, start: u32, end: u32) -> Vec<Range> {
        self.parts.iter().filter_map(|part| part.range(start.max(part.start), end.min(part.end))).collect()
    }
}

impl Part {
    fn range(&self, start: u32, end: u32) -> Option<Range> {
        if start >= end {
            return None;
        }
        let first = self.runs.iter().find(|run| run.start + run.len > start)?;
        let last = self.runs.iter().rev().find(|run| run.start < end)?;
        if first.start > last.start {
            return None;
        }
        let range = Range::new().ok()?;
        range.set_start(&first.node, first.from + start.saturating_sub(first.start)).ok()?;
        range.set_end(&last.node, last.from + (end - last.start).min(last.len)).ok()?;
        Some(range)
    }
}

/// The text of elements that are not editables: what is replied to, alternative texts.
pub fn plain(element: &Element) -> String {
    let mut reading = Reading::default();
    Walk::over(element, &mut reading);
    reading.text
}

/// The value of a form field; None: not one.
fn value(element: &Element) -> Option<String> {
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
}

struct Walk<'a> {
    editor: &'static Editor,
    out: &'a mut Reading,
    runs: Vec<Run>,
    /// A block was entered and nothing written since: the next block needs no line of its own.
    fresh: bool,
    /// A block was left: what comes next stands on a new line.
    left: bool,
}

impl<'a> Walk<'a> {
    fn over(root: &Element, out: &'a mut Reading) -> Vec<Run> {
        let mut walk = Walk { editor: editors::of(root), out, runs: Vec::new(), fresh: true, left: false };
        walk.children(root, root, 0);
        walk.runs
    }

    fn children(&mut self, node: &Node, block: &Node, depth: u32) {
        if depth > DEEPEST {
            return;
        }
        let mut child = node.first_child();
        while let Some(at) = child {
            match at.node_type() {
                Node::TEXT_NODE => self.text(&at),
                // The type says it: asking for the class of every node would cost at every key.
                Node::ELEMENT_NODE => self.element(at.unchecked_ref(), block, depth + 1),
                _ => {}
            }
            child = at.next_sibling();
        }
    }

    fn element(&mut self, element: &Element, block: &Node, depth: u32) {
        let skip = self.editor.skip;
        if !skip.is_empty() && element.matches(skip).unwrap_or(false) {
            return;
        }
        match element.local_name().as_str() {
            "br" => {
                if !ends(element, block) {
                    self.line();
                    self.fresh = false;
                }
            }
            // Emoji drawn as pictures carry the character.
            "img" => {
                if let Some(alt) = element.get_attribute("alt") {
                    self.write(&alt);
                }
            }
            "style" | "script" | "template" | "svg" | "button" => {}
            "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre"
            | "section" | "article" | "figure" | "table" | "tr" => {
                if !self.fresh {
                    self.line();
                }
                self.fresh = true;
                self.left = false;
                self.children(element, element, depth);
                self.fresh = false;
                self.left = true;
            }
            _ => self.children(element, block, depth),
        }
    }

    fn line(&mut self) {
        self.out.push("\n");
        self.left = false;
    }

    fn write(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.left {
            self.line();
        }
        self.fresh = false;
        self.out.push(text);
    }

    fn text(&mut self, node: &Node) {
        let Some(data) = node.node_value() else { return };
        let mut from = 0;
        // U+FEFF and U+200B are scaffolding of the editors; joiners inside emoji and scripts stay.
        for piece in data.split_inclusive(['\u{feff}', '\u{200b}']) {
            let units = piece.encode_utf16().count() as u32;
            let text = piece.trim_end_matches(['\u{feff}', '\u{200b}']);
            if !text.is_empty() {
                if self.left {
                    self.line();
                }
                let start = self.out.len;
                self.write(&text.replace('\u{a0}', " "));
                self.runs.push(Run { start, len: self.out.len - start, node: node.clone(), from });
            }
            from += units;
        }
    }
}

/// Whether a line break is the last thing in its block: there it only holds the line open and is no text.
fn ends(element: &Element, block: &Node) -> bool {
    let mut at: Node = element.clone().into();
    loop {
        let mut next = at.next_sibling();
        while let Some(sibling) = next {
            if sibling.node_type() == Node::ELEMENT_NODE || sibling.node_value().is_some_and(|text| !text.is_empty()) {
                return false;
            }
            next = sibling.next_sibling();
        }
        match at.parent_node() {
            Some(parent) if !parent.is_same_node(Some(block)) => at = parent,
            _ => return true,
        }
    }
}
