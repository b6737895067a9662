//! Names that most headlines of a story share.

use super::story::Mark;
use crate::engine::Knowledge;
use crate::sources::Says;
use std::collections::{BTreeMap, BTreeSet};

/// Words that most headlines of one language share and that mean nothing else: names of people, ships, firms.
pub fn aliases(knowledge: &Knowledge, current: &[&Mark]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if current.len() < 2 {
        return out;
    }
    for korean in [false, true] {
        let titles: Vec<&str> = current
            .iter()
            .filter(|mark| (mark.proof.language == "ko") == korean && mark.says == Says::Report)
            .map(|mark| mark.proof.title.as_str())
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for title in &titles {
            let words: BTreeSet<String> = title.split(|c: char| !c.is_alphanumeric()).filter_map(name).collect();
            for word in words {
                *counts.entry(word).or_default() += 1;
            }
        }
        let most = titles.len().div_ceil(2).max(2);
        let telling =
            |word: &String| !super::shingle::is_common(word) && knowledge.scan(&crate::engine::fold(word)).is_empty();
        out.extend(counts.into_iter().filter(|(word, n)| *n >= most && telling(word)).map(|(word, _)| word).take(4));
    }
    out
}

/// A word that may be a name: capitalised and long enough, or Korean without its particle.
fn name(word: &str) -> Option<String> {
    let first = word.chars().next()?;
    if super::shingle::is_hangul(first) {
        let bare = crate::languages::PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle));
        let bare = bare.filter(|bare| bare.chars().count() >= 2).min_by_key(|bare| bare.len()).unwrap_or(word);
        let whole = super::place::find(bare).iter().any(|place| place.whole);
        return (bare.chars().count() >= 2 && !whole).then(|| bare.to_string());
    }
    let capital = first.is_uppercase() && word.chars().skip(1).any(char::is_lowercase);
    let whole = super::place::find(word).iter().any(|place| place.whole);
    (capital && word.chars().count() >= 5 && !whole).then(|| word.to_string())
}
