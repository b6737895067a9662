//! Texts and days as archives write them, made plain.

use crate::context::Day;
use crate::sources::{parse_time, plain, reference};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Milliseconds since 1970 of a time in any of the spellings that archives use: ISO 8601, RFC 822, X's
/// `Wed Oct 10 20:19:24 +0000 2018`, seconds or milliseconds since 1970, or a day like `2024. 3. 5.` or `2024/03/05`.
pub fn time(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.len() >= 9 && text.len() <= 13 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: f64 = text.parse().ok()?;
        return Some(if text.len() > 10 { number } else { number * 1000.0 });
    }
    parse_time(text).or_else(|| x_time(text)).or_else(|| loose(text))
}

fn x_time(text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, clock, zone, year] = words[..] else { return None };
    let month = MONTHS.iter().position(|name| month.eq_ignore_ascii_case(name))? + 1;
    let day: u8 = day.parse().ok()?;
    parse_time(&format!("{year}-{month:02}-{day:02}T{clock}{zone}"))
}

fn loose(text: &str) -> Option<f64> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    parse_time(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The day of a time, `YYYY-MM-DD`, in universal time; empty outside the years 1990 to 2200.
pub fn day(millis: f64) -> String {
    let count = (millis / 86_400_000.0).floor();
    if !(7_000.0..84_000.0).contains(&count) {
        return String::new();
    }
    let day = Day::from_count(count as i32);
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The day of a written time, or empty.
pub fn day_of(text: &str) -> String {
    time(text).map(day).unwrap_or_default()
}

/// A text of a post that is HTML: paragraphs and breaks become lines.
pub fn lines(html: &str) -> String {
    let broken = html.replace("<br", "\u{1}<br").replace("</p>", "</p>\u{1}");
    let lines: Vec<String> = broken.split('\u{1}').map(plain).collect();
    lines.join("\n").trim().to_string()
}

/// `&amp;` and its kin become what they stand for; nothing else changes.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, reference(rest.get(1..end)?)?))) {
            Some((end, c)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Meta writes every byte of UTF-8 as a character of its own. A text that is not mis-encoded stays as it is.
pub fn mend(text: &str) -> String {
    if text.is_ascii() {
        return text.to_string();
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_day() {
        for text in [
            "Wed Mar 05 23:59:59 +0000 2025",
            "2025-03-05T10:00:00Z",
            "2025-03-05 10:00:00",
            "2025-03-05 10:00:00 UTC",
            "2025-03-06T08:00:00+09:00",
            "1741168800",
            "1741168800000",
            "2025. 3. 5.",
            "2025/03/05",
            "Wed, 05 Mar 2025 10:00:00 GMT",
        ] {
            assert_eq!(day_of(text), "2025-03-05", "{text}");
        }
        for text in ["", "soon", "어제", "2025-13-05", "05/03/2025", "99999999999999", "Wed Foo 05 10:00:00 +0000 2025"]
        {
            assert_eq!(day_of(text), "", "{text}");
        }
    }

    #[test]
    fn texts_become_plain() {
        assert_eq!(lines("<p>One<br>two &amp; <b>three</b></p><p>네 번째</p>"), "One\ntwo & three\n네 번째");
        assert_eq!(unescape("a &lt;b&gt; &amp;amp; c & d &nosuch; é"), "a <b> &amp; c & d &nosuch; é");
        assert_eq!(mend("\u{ec}\u{95}\u{88}\u{eb}\u{85}\u{95}"), "안녕");
        assert_eq!(mend("안녕 café"), "안녕 café");
        assert_eq!(mend("café"), "café");
    }
}
