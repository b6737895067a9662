//! Makes elements. What a browser refuses here (a wrong name) cannot happen with our fixed names.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

/// An element with a class and a `data-part`; either may be empty.
pub fn el(name: &str, class: &str, part: &str) -> HtmlElement {
    let document = web_sys::window().and_then(|window| window.document());
    let made = document.and_then(|document| document.create_element(name).ok());
    // A page without a document cannot have a composer, and `name` is one of our own literals.
    let element: HtmlElement = made.expect("a document makes elements").unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !part.is_empty() {
        set(&element, "data-part", part);
    }
    element
}

/// A button of ours: never one that submits a form.
pub fn button(class: &str, part: &str, words: &str) -> HtmlElement {
    let button = text("button", class, words);
    set(&button, "type", "button");
    set(&button, "data-part", part);
    button
}

pub fn text(name: &str, class: &str, words: &str) -> HtmlElement {
    let element = el(name, class, "");
    element.set_text_content(Some(words));
    element
}

pub fn set(element: &Element, name: &str, value: &str) {
    // Refused only for names that are no names; ours are literals.
    let _ = element.set_attribute(name, value);
}

pub fn append(parent: &Node, children: &[&HtmlElement]) {
    for child in children {
        // Refused only where a child would contain its parent.
        let _ = parent.append_child(child);
    }
}

pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that was taken away meanwhile needs no focus.
    let _ = element.focus_with_options(&options);
}
