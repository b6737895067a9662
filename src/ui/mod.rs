//! What a person sees: in the page (overlay) and in the extension's own pages.

#[cfg(feature = "content")]
pub mod overlay;
pub mod pages;
