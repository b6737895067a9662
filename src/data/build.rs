//! Makes the tables that the program carries from the reviewed files: strings, words, dates.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/knowledge.rs"]
mod knowledge;
#[path = "build/lay.rs"]
mod lay;
#[path = "build/moods.rs"]
mod moods;
#[path = "build/observances.rs"]
mod observances;
#[path = "build/targets.rs"]
mod targets;
#[path = "../engine/term.rs"]
mod term;
#[expect(dead_code, reason = "the engine's own folding, of which the tables need one function")]
#[path = "../engine/text"]
mod text {
    mod fold;
    mod script;
    pub use fold::fold;
    pub use script::is_dense;
}
#[path = "build/words.rs"]
mod words;

fn main() {
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    words::make(&out);
    if std::env::var_os("CARGO_FEATURE_JUDGE").is_some() {
        knowledge::make(&out);
        observances::make(&out);
        targets::make(&out);
        gazetteer::make(&out);
        moods::make(&out);
    }
}
