//! The extension's pages: popup, options, onboarding.

fn main() {
    nunchi::ui::pages::start();
}
