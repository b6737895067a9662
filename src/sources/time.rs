//! Times as feeds write them: RFC 822 (`Mon, 23 Nov 2026 10:00:00 +0900`), ISO 8601, and plain dates.

use crate::context::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Milliseconds since 1970. None: no time that we know.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.is_empty() || text.len() > 64 || !text.is_ascii() {
        return None;
    }
    iso(text).or_else(|| rfc822(text))
}

fn iso(text: &str) -> Option<f64> {
    let day = Day::parse(text.get(..10)?)?;
    let rest = &text[10..];
    if rest.is_empty() {
        return at(day, 0, 0, 0.0, 0);
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let split = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let (clock, zone) = (&rest[..split], rest[split..].trim());
    let (hour, minute, second) = hms(clock)?;
    at(day, hour, minute, second, offset(zone)?)
}

fn rfc822(text: &str) -> Option<f64> {
    let text = text.split_once(',').map_or(text, |(_, rest)| rest);
    let mut words = text.split_whitespace();
    let date: u8 = words.next()?.parse().ok()?;
    let month = words.next()?.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? as u8 + 1;
    let year: i32 = words.next()?.parse().ok()?;
    let year = if year < 70 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    let day = Day::parse(&format!("{year:04}-{month:02}-{date:02}"))?;
    let (hour, minute, second) = words.next().map_or(Some((0, 0, 0.0)), hms)?;
    at(day, hour, minute, second, offset(words.next().unwrap_or_default())?)
}

fn hms(clock: &str) -> Option<(i32, i32, f64)> {
    let mut parts = clock.split(':');
    let hour: i32 = parts.next()?.parse().ok()?;
    let minute: i32 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let second: f64 = parts.next().map_or(Some(0.0), |part| part.parse().ok())?;
    let fits = (0..=24).contains(&hour) && (0..60).contains(&minute) && (0.0..61.0).contains(&second);
    fits.then_some((hour, minute, second))
}

/// Minutes east of Greenwich. An unknown name counts as Greenwich: feeds write `GMT`, `UT`, `Z`.
fn offset(zone: &str) -> Option<i32> {
    let sign = match zone.bytes().next() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => {
            let named = [
                ("KST", 540),
                ("JST", 540),
                ("EST", -300),
                ("EDT", -240),
                ("CST", -360),
                ("PST", -480),
                ("PDT", -420),
                ("BST", 60),
            ];
            return Some(named.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)).map_or(0, |(_, by)| *by));
        }
    };
    let digits: String = zone[1..].chars().filter(char::is_ascii_digit).take(4).collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).map_or(Some(0), |part| part.parse().ok())?;
    (hours <= 15 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn at(day: Day, hour: i32, minute: i32, second: f64, offset: i32) -> Option<f64> {
    let minutes = f64::from(day.count()) * 1440.0 + f64::from(hour * 60 + minute - offset);
    Some(minutes * 60_000.0 + second.floor() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn one_moment_is_one_number_in_every_spelling() {
        let moment = 1_795_395_600_000.0;
        for text in [
            "2026-11-23T01:00:00Z",
            "2026-11-23T10:00:00+09:00",
            "2026-11-23 01:00:00",
            "2026-11-23T01:00:00.250Z",
            "Mon, 23 Nov 2026 10:00:00 +0900",
            "Mon, 23 Nov 2026 01:00:00 GMT",
            "23 Nov 26 01:00 UT",
            "Mon, 23 Nov 2026 10:00:00 KST",
        ] {
            assert_eq!(parse(text), Some(moment), "{text}");
        }
    }

    #[test]
    fn no_time_is_no_number() {
        for text in
            ["", "yesterday", "2026-13-01", "2026-11-23T99:00:00Z", "Mon, 31 Feb 2026 10:00:00 GMT", "어제", "+"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
