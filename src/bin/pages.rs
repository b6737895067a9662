//! The program of the pages.

fn main() {
    web_sys::console::debug_1(&"nunchi".into());
}
