//! The program of the background: judges drafts, keeps profile, settings and log.

fn main() {
    nunchi::background::start();
}
