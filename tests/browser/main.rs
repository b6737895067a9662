//! Browser tests: the packaged extension in real browsers, on frozen pages with the real editors.

mod support;

fn main() {}
