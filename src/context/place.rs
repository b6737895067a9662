//! Places in headlines: which country, and which city in it, in either language.

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// One place of the data file.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// `KR.yeosu`, or `KR` for the whole country.
    pub id: &'static str,
    pub country: &'static str,
    /// A country, not a place in one.
    pub whole: bool,
    pub names: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));

struct Finder {
    scanner: Option<AhoCorasick>,
    owners: Vec<&'static Place>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let pairs = PLACES.iter().flat_map(|place| place.names.iter().map(move |name| (*name, place)));
    let (names, owners): (Vec<&str>, Vec<&Place>) = pairs.unzip();
    let scanner = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).ok();
    Finder { scanner, owners }
});

/// The places that a text names, each once, in the order of the text. Case counts: "turkey" is a bird.
pub fn find(text: &str) -> Vec<&'static Place> {
    let mut found: Vec<&'static Place> = Vec::new();
    let Some(scanner) = &FINDER.scanner else { return found };
    for hit in scanner.find_iter(text) {
        let before = text[..hit.start()].chars().next_back();
        let after = text[hit.end()..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let latin = text[hit.start()..hit.end()].is_ascii();
        // Korean writes particles onto the name: only its beginning is a word's. "North Korea's" ends at the apostrophe.
        let place = FINDER.owners[hit.pattern().as_usize()];
        if !inside(before) && (!latin || !inside(after)) && !found.iter().any(|known| known.id == place.id) {
            found.push(place);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn places_are_found_in_either_language() {
        let ids = |text: &str| find(text).iter().map(|place| place.id).collect::<Vec<_>>();
        assert_eq!(ids("Ferry sinks off Yeosu in South Korea"), ["KR.yeosu", "KR"]);
        assert_eq!(ids("여수 앞바다서 여객선 침몰"), ["KR.yeosu"]);
        assert_eq!(ids("이태원서 압사"), ["KR.itaewon"]);
        assert_eq!(ids("How to roast a turkey; Parisian chic; 신제주"), Vec::<&str>::new());
        assert_eq!(ids("North Korea's launch"), ["KP"]);
    }
}
