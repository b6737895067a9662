//! pages
fn main() {}
