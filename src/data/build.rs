//! Makes the tables that the program carries from the reviewed files: strings, words, dates.

#[path = "build/words.rs"]
mod words;

fn main() {
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    words::make(&out);
}
