//! The program of the background.

fn main() {
    web_sys::console::debug_1(&"nunchi".into());
}
