//! background
fn main() {}
