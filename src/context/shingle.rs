//! What two headlines can share: words in English, pairs of syllables in Korean, places and names across both.

use super::classify::Reading;
use crate::sources::Item;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of headlines that say nothing of which event it is.
const COMMON: &str = " a an the and or but of in on at to for from by with as is are was be it its his her their our \
    after before over under into out off up down new first last more most than about says say said amid what who how \
    why when where will can not no live breaking update updates news latest video watch people man woman men women \
    dead dies die died killed kills killing kill death deaths toll rises least injured hurt missing aged age year \
    years old actor actress singer star police two three four five six seven eight nine ten dozens hundreds against \
    this that has have had were one day week rescue rescuers search fire crash attack shooting explosion flood storm ";
const COMMON_KOREAN: &str = " 속보 종합 단독 포토 영상 사망 숨져 숨진 숨졌다 별세 향년 배우 가수 사고 발생 부상 실종 오늘 어제 \
    내일 현장 이번 관련 명으로 늘어 추가 화재 경찰 소방 당국 정부 대통령 사설 기자 뉴스 최소 ";

/// Hashes of what one item has to compare with.
#[derive(Clone, Debug, Default)]
pub struct Shingles {
    /// Compared within one language, and places.
    pub words: Vec<u32>,
    /// Cities, by their id: two events in two cities are two events.
    pub cities: Vec<u32>,
    /// Names in Latin letters, as an English line writes them and as a Korean word would be written.
    pub latin: Vec<u32>,
    pub romanised: Vec<u32>,
    /// What may be a person's name: two capitalised words, or a Korean word of three or four syllables.
    pub people: Vec<u32>,
}

impl Shingles {
    /// Everything by which a story may be found.
    pub fn all(&self) -> impl Iterator<Item = &u32> {
        self.words.iter().chain(&self.latin).chain(&self.romanised).chain(&self.people)
    }
}

/// FNV-1a, 32 bits: small, the same everywhere and always.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

pub fn shingles(item: &Item, reading: &Reading) -> Shingles {
    let mut out = Shingles::default();
    let tags = item.tags.iter().map(|tag| split(tag));
    let name = split(&item.title);
    for text in std::iter::once(name).chain(tags) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let first = word.chars().next().unwrap_or(' ');
            if is_hangul(first) {
                korean(word, &mut out);
            } else if word.chars().count() >= 3 && !first.is_ascii_digit() {
                let lower = word.to_lowercase();
                if is_common(&lower) {
                    continue;
                }
                // A tag is written small; a headline's name has a capital.
                if lower.len() >= 5 && (first.is_uppercase() || !item.tags.is_empty()) {
                    out.latin.push(hash(&lower));
                }
                let stem = lower.strip_suffix('s').filter(|stem| stem.len() >= 4).unwrap_or(&lower);
                out.words.push(hash(stem));
            }
        }
    }
    for pair in item.title.split(' ').collect::<Vec<_>>().windows(2) {
        if pair.iter().all(|word| is_capital(word)) && !pair[0].ends_with([',', ':', '.', ';']) {
            let plain = |word: &str| word.split(['\'', '’']).next().unwrap_or(word).to_lowercase();
            let name = format!("{} {}", plain(pair[0]), plain(pair[1]));
            out.people.push(hash(name.trim_matches(|c: char| !c.is_alphanumeric())));
        }
    }
    for place in &reading.places {
        if !place.whole {
            out.cities.push(hash(place.id));
            out.words.push(hash(place.id));
        }
    }
    for list in [&mut out.words, &mut out.cities, &mut out.latin, &mut out.romanised, &mut out.people] {
        list.sort_unstable();
        list.dedup();
        list.truncate(64);
    }
    out
}

/// `Quell,` but not `BBC` and not `The`.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && !is_common(&word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

static ALL_COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| COMMON.split_whitespace().chain(COMMON_KOREAN.split_whitespace()).collect());

/// Whether a word of a headline, in lower case, says nothing of which event it is.
pub fn is_common(word: &str) -> bool {
    ALL_COMMON.contains(word)
}

fn korean(word: &str, out: &mut Shingles) {
    let letters: Vec<char> = word.chars().take(12).take_while(|c| is_hangul(*c)).collect();
    if letters.len() < 2 || is_common(word) {
        return;
    }
    for end in 3..=letters.len().min(4) {
        // With or without a particle: "정태윤이" names 정태윤.
        let rest: String = letters[end..].iter().collect();
        if rest.is_empty() || crate::languages::PARTICLES.contains(&rest.as_str()) {
            out.people.push(hash(&letters[..end].iter().collect::<String>()));
        }
    }
    for pair in letters.windows(2) {
        let pair: String = pair.iter().collect();
        if !is_common(&pair) {
            out.words.push(hash(&pair));
        }
    }
    for end in 2..=letters.len().min(4) {
        let name = romanise(&letters[..end]);
        if name.len() >= 5 {
            out.romanised.push(hash(&name));
        }
    }
}

/// `WeRemember` → `We Remember`, without the sign.
fn split(text: &str) -> String {
    if text.contains(' ') {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut small = false;
    for c in text.chars() {
        if c.is_uppercase() && small {
            out.push(' ');
        }
        small = c.is_lowercase();
        out.push(if c == '_' { ' ' } else { c });
    }
    out
}

pub fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Revised Romanisation, syllable by syllable, as headlines write names: 한빛 → `hanbit`.
fn romanise(letters: &[char]) -> String {
    const FIRST: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const MIDDLE: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const LAST: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    let mut out = String::new();
    for c in letters {
        let index = (*c as u32).wrapping_sub('가' as u32) as usize;
        out.push_str(FIRST.get(index / 588).unwrap_or(&""));
        out.push_str(MIDDLE.get(index % 588 / 28).unwrap_or(&""));
        out.push_str(LAST.get(index % 28).unwrap_or(&""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::romanise;

    #[test]
    fn names_are_written_as_headlines_write_them() {
        for (korean, latin) in
            [("한빛", "hanbit"), ("여수", "yeosu"), ("이태원", "itaewon"), ("무안", "muan"), ("광주", "gwangju")]
        {
            assert_eq!(romanise(&korean.chars().collect::<Vec<_>>()), latin);
        }
    }
}
