//! content
fn main() {}
