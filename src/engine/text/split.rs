//! Reads an unspaced hashtag as words, in the way it was meant and in the way it must not be read.
//!
//! Words are looked up by halving a sorted list as it stands in the file: nothing is built when the worker wakes.

const ORDINARY: &str = include_str!("../../data/words/english.txt");
const NAMES: &str = include_str!("../../data/words/names.txt");
const RUDE: &str = include_str!("../../data/words/rude.txt");

/// Longer tags are sentences, and are read with their spaces in mind. In bytes.
const LONGEST: usize = 40;
/// The longest word of both lists, in bytes.
const WORD: usize = 12;

/// A rude word in a tag that was meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// The tag as it can be read: `sus anal bum party`.
    pub read: String,
    /// The words that it was meant with: `susan album party`.
    pub meant: Vec<String>,
}

/// The reading of a lower-case tag that crosses the words it was meant with. None: there is only one reading, or none.
///
/// Both readings must be made of words from end to end; takes time in proportion to the length of the tag.
pub fn double(tag: &str) -> Option<Double> {
    if tag.len() > LONGEST || !tag.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let meant = fewest(tag, |word| ordinary(word) && !contains(RUDE, word))?;
    // One word is one word, whatever it contains.
    if meant.len() < 2 {
        return None;
    }
    let seams: Vec<usize> = meant
        .iter()
        .scan(0, |at, word| {
            *at += word.len();
            Some(*at)
        })
        .collect();
    for start in 0..tag.len() {
        for end in start + 2..=(start + WORD).min(tag.len()) {
            let crosses = seams.iter().any(|seam| start < *seam && *seam < end);
            if !crosses || !contains(RUDE, &tag[start..end]) {
                continue;
            }
            let known = |word: &str| ordinary(word) || contains(RUDE, word);
            let (Some(before), Some(after)) = (fewest(&tag[..start], known), fewest(&tag[end..], known)) else {
                continue;
            };
            let words: Vec<&str> = before.into_iter().chain([&tag[start..end]]).chain(after).collect();
            let meant = meant.iter().map(|word| word.to_string()).collect();
            return Some(Double { read: words.join(" "), meant });
        }
    }
    None
}

/// The fewest words that make up the text; None: some of it is no word.
fn fewest(text: &str, known: impl Fn(&str) -> bool) -> Option<Vec<&str>> {
    // For each end: how many words lead here, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; text.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=text.len() {
        for start in end.saturating_sub(WORD)..end {
            if let Some((count, _)) = best[start]
                && best[end].is_none_or(|(now, _)| count + 1 < now)
                && known(&text[start..end])
            {
                best[end] = Some((count + 1, start));
            }
        }
    }
    let mut words = Vec::new();
    let mut end = text.len();
    while end > 0 {
        let (_, start) = best[end]?;
        words.push(&text[start..end]);
        end = start;
    }
    words.reverse();
    Some(words)
}

/// Whether it is an ordinary English word or a first name.
pub fn ordinary(word: &str) -> bool {
    word == "a" || word == "i" || contains(ORDINARY, word) || contains(NAMES, word)
}

/// Whether a sorted list of lines has this line.
fn contains(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| middle + at);
        match bytes[start..end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_halving_finds_every_word() {
        for list in [ORDINARY, NAMES, RUDE] {
            let words: Vec<&str> = list.lines().collect();
            assert!(words.is_sorted() && words.iter().all(|word| contains(list, word)));
        }
        assert!(!contains(ORDINARY, "zzzz") && !contains(ORDINARY, "") && !contains(ORDINARY, "aa"));
    }

    #[test]
    fn a_rude_word_across_the_seams_is_a_second_reading() {
        // Names are words too: this one was a singer's.
        assert_eq!(double("susanalbumparty").map(|found| found.read), Some("sus anal bum party".into()));
        assert!(double("penisland").is_some_and(|found| found.read.starts_with("penis")));
        assert!(double("expertsexchange").is_some_and(|found| found.read.contains("sex change")));
        assert!(double("whorepresents").is_some_and(|found| found.read.starts_with("whore")));
    }

    #[test]
    fn ordinary_tags_have_one_reading() {
        for tag in
            ["therapist", "cocktailhour", "classicgames", "summersale", "assessment", "passionproject", "grapefruit"]
        {
            assert_eq!(double(tag), None, "{tag}");
        }
    }
}
