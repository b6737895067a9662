//! The content script: finds composers, reads them, marks words, holds the button. The only code that touches a page.
//!
//! It starts synchronously at document_start with default settings and is corrected later; until a composer is found
//! it only listens.

pub mod policy;

#[cfg(feature = "content")]
mod dom;
#[cfg(feature = "content")]
mod editors;
#[cfg(feature = "content")]
mod fail;
#[cfg(feature = "content")]
mod find;
#[cfg(feature = "content")]
mod hold;
#[cfg(feature = "content")]
mod link;
#[cfg(feature = "content")]
mod mark;
#[cfg(feature = "content")]
mod open;
#[cfg(feature = "content")]
mod page;
#[cfg(feature = "content")]
mod read;
#[cfg(feature = "content")]
mod release;
#[cfg(feature = "content")]
mod watch;
#[cfg(feature = "content")]
mod write;

/// Starts on this page. Called once, synchronously, at document_start.
#[cfg(feature = "content")]
pub fn start() {
    fail::install();
    // Before the page's own listeners, or not at all: nothing here may wait.
    let listeners = hold::listen().into_iter().chain(watch::listen());
    // They live as long as the page.
    listeners.for_each(|listener| listener.forget());
    let late = dom::document().is_some_and(|document| document.ready_state() != "loading");
    if late {
        fail::attempt(watch::come_late);
    }
}

/// The open modal dialog that a composer stands in: everything outside of it cannot be pressed.
#[cfg(feature = "content")]
fn modal(found: &find::Found) -> Option<web_sys::Element> {
    dom::closest(&found.root, "dialog:modal")
}
