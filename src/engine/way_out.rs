//! Ways out that can be written for a person: a hashtag that is taken out, or spelled so that it has one reading.
//!
//! Pure text. Whether a way out helps is for the judge to say, who reads the draft as it would be.

use super::fix::Fix;
use super::text::{double, fold};

/// Longest draft that is rewritten, in UTF-16 units.
const LONGEST: usize = 10_000;

/// What could be written in the place of the hashtags in `span` (UTF-16 offsets into `text`), the gentlest first.
pub fn candidates(text: &str, span: (u32, u32)) -> Vec<Fix> {
    if span.0 >= span.1 || text.len() > LONGEST {
        return Vec::new();
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let folded = fold(text);
    let touched = folded.tags.iter().filter(|tag| tag.start < span.1 && span.0 < tag.end);
    let mut found = Vec::new();
    for tag in touched {
        let written = &units[tag.start as usize..tag.end as usize];
        if let Some(read) = double(&tag.name) {
            found.push(Fix { start: tag.start, end: tag.end, text: capitals(written, &read.meant), cut: false });
        }
        found.extend(cut(&units, tag.start as usize, tag.end as usize).map(|fix| fix.widened(text)));
    }
    found
}

/// The tag with a capital at the beginning of each word that was meant.
fn capitals(written: &[u16], meant: &[String]) -> String {
    let sign = written.first().and_then(|unit| char::from_u32(u32::from(*unit))).unwrap_or('#');
    let word = |word: &String| word[..1].to_ascii_uppercase() + &word[1..];
    std::iter::once(sign.to_string()).chain(meant.iter().map(word)).collect()
}

/// Takes out `start..end` with the blank beside it. None where a sentence would miss a word, or nothing would be left.
fn cut(units: &[u16], start: usize, end: usize) -> Option<Fix> {
    const SPACE: u16 = b' ' as u16;
    const LINE: u16 = b'\n' as u16;
    let blank = |unit: &u16| *unit == SPACE || *unit == LINE;
    let spaces = |units: &mut dyn Iterator<Item = &u16>| units.take_while(|unit| **unit == SPACE).count();
    let before = start - spaces(&mut units[..start].iter().rev());
    let after = end + spaces(&mut units[end..].iter());
    let opens = before == 0 || units[before - 1] == LINE;
    let closes = after == units.len() || units[after] == LINE;
    let tag = |unit: Option<&u16>| matches!(unit, Some(0x23 | 0xff03));
    // The end of a sentence, in the scripts that we read.
    let ended = before > 0 && matches!(units[before - 1], 0x21 | 0x2e | 0x3f | 0x2026 | 0x3002 | 0xff01 | 0xff1f);
    if !(opens || closes || ended || tag(units.get(after))) {
        return None;
    }
    let (from, to) = match (opens, closes) {
        (true, true) => {
            let lines = units[..before].iter().rev().take_while(|unit| blank(unit)).count();
            let rest = units[after..].iter().take_while(|unit| blank(unit)).count();
            // The line goes: with what parts it from the line before, or else from the line after.
            if before > lines { (before - lines, after) } else { (before, after + rest) }
        }
        (false, true) => (before, after),
        _ => (start, after),
    };
    let left = units[..from].iter().chain(&units[to..]).any(|unit| !blank(unit));
    left.then(|| Fix { start: from as u32, end: to as u32, text: String::new(), cut: true })
}

#[cfg(test)]
mod tests {
    use super::candidates;

    /// The drafts that come of taking out or rewriting the last hashtag.
    fn out(text: &str) -> Vec<String> {
        let start =
            text.encode_utf16().collect::<Vec<_>>().iter().rposition(|unit| *unit == 0x23).expect("a hashtag") as u32;
        let fixes = candidates(text, (start, start + 2));
        assert!(fixes.iter().all(|fix| !fix.text.is_empty()), "{fixes:?}");
        fixes.iter().map(|fix| fix.apply(text)).collect()
    }

    #[test]
    fn a_hashtag_goes_with_the_blank_beside_it() {
        assert_eq!(out("Shoes are half off today. #Aurora"), ["Shoes are half off today."]);
        assert_eq!(out("Shoes are half off\n\n#Aurora"), ["Shoes are half off"]);
        assert_eq!(out("#Aurora\nShoes are half off"), ["Shoes are half off"]);
        assert_eq!(out("#Aurora shoes are half off"), ["shoes are half off"]);
        assert_eq!(out("Half off! #Aurora #shoes".trim_end_matches(" #shoes")), ["Half off!"]);
        assert_eq!(out("오늘만 반값 👟 #이태원"), ["오늘만 반값 👟"]);
    }

    #[test]
    fn a_sentence_keeps_its_words() {
        assert!(out("Our hearts are with #Aurora tonight").is_empty());
        assert!(out("#Aurora").is_empty());
        assert!(candidates("No hashtag at all", (0, 5)).is_empty());
        assert!(candidates("Half off #Aurora", (0, 0)).is_empty());
    }

    #[test]
    fn a_double_reading_is_spelled_out_first() {
        let found = out("Hear it tonight #susanalbumparty");
        assert_eq!(found[0], "Hear it tonight #SusanAlbumParty");
        assert_eq!(found[1], "Hear it tonight");
    }
}
