//! Days, and the observances that fall on them.

use super::rule::{Lunar, Rule};
use crate::engine::{Event, Tone};
use std::collections::BTreeSet;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`. Anything else, or a day that no calendar has, is None.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' || !text.is_ascii() {
            return None;
        }
        let digits = |range: std::ops::Range<usize>| {
            text[range.clone()].bytes().all(|b| b.is_ascii_digit()).then(|| text[range].parse::<u32>().ok()).flatten()
        };
        let day = Day { year: digits(0..4)? as i32, month: digits(5..7)? as u8, day: digits(8..10)? as u8 };
        ((1..=12).contains(&day.month) && day.day >= 1 && day.day <= day.days_in_month()).then_some(day)
    }

    pub fn days_in_month(self) -> u8 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => 31,
        }
    }

    /// The number YYYYMMDD.
    pub fn number(self) -> u32 {
        self.year.unsigned_abs() * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// Days since 1970-01-01 (Howard Hinnant's civil calendar arithmetic).
    pub fn count(self) -> i32 {
        let year = self.year - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that is so many days after 1970-01-01.
    pub fn from_count(count: i32) -> Day {
        let shifted = count + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * shifted_month + 2) / 5 + 1) as u8;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u8;
        Day { year: year + era * 400 + i32::from(month <= 2), month, day }
    }

    pub fn plus(self, days: i32) -> Day {
        Day::from_count(self.count() + days)
    }

    /// 0 is Sunday.
    pub fn weekday(self) -> u8 {
        (self.count() + 4).rem_euclid(7) as u8
    }

    /// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    pub fn is_western_easter(self) -> bool {
        let y = self.year;
        let (a, b, c) = (y % 19, y / 100, y % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let sum = h + l - 7 * m + 114;
        (i32::from(self.month), i32::from(self.day)) == (sum / 31, sum % 31 + 1)
    }

    /// Meeus's Julian computus, moved to the Gregorian calendar.
    pub fn is_orthodox_easter(self) -> bool {
        let y = self.year;
        let d = (19 * (y % 19) + 15) % 30;
        let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
        let sum = d + e + 114;
        let julian = Day { year: y, month: (sum / 31) as u8, day: (sum % 31 + 1) as u8 };
        self == julian.plus(y / 100 - y / 400 - 2)
    }
}

/// `YYYY-MM-DD`.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// One observance of the data files.
#[derive(Clone, Copy, Debug)]
pub struct Observance {
    pub id: &'static str,
    /// English and Korean.
    pub name: (&'static str, &'static str),
    pub regions: &'static [&'static str],
    pub rule: Rule,
    /// Days before and after that belong to it.
    pub before: u8,
    pub after: u8,
    pub tone: Tone,
    /// 3 pause humour and promotion, 2 check any tie-in, 1 be aware.
    pub caution: u8,
    pub category: &'static str,
    pub meaning: (&'static str, &'static str),
    pub hashtags: &'static [&'static str],
    /// First year, or 0.
    pub since: i32,
    pub source: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/observances.rs"));

/// Every observance of the data files.
pub fn observances() -> &'static [Observance] {
    ALL
}

impl Observance {
    /// Whether it falls on this day, with its span.
    pub fn falls_on(&self, day: Day) -> bool {
        // People remember a disaster from the next year on; when it happened it was news.
        let first = if self.tone == Tone::Solemn { self.since + 1 } else { self.since };
        day.year >= first && (-i32::from(self.after)..=i32::from(self.before)).any(|by| self.rule.is(day.plus(by)))
    }

    pub fn event(&self, day: Day) -> Event {
        Event {
            id: self.id.into(),
            name: self.name.0.into(),
            name_ko: self.name.1.into(),
            meaning: self.meaning.0.into(),
            meaning_ko: self.meaning.1.into(),
            hashtags: self.hashtags.iter().map(|tag| tag.to_string()).collect(),
            topics: topics(self.category, self.tone).iter().map(|name| name.to_string()).collect(),
            tone: self.tone,
            gravity: self.caution,
            regions: self.regions.iter().map(|region| region.to_string()).collect(),
            observance: true,
            date: day.to_string(),
            source: self.source.into(),
            ..Event::default()
        }
    }
}

/// The observances of a day for these regions (ISO 3166; `world` is always in). No regions: everywhere.
pub fn on(day: Day, regions: &BTreeSet<String>) -> Vec<Event> {
    ALL.iter()
        .filter(|one| regions.is_empty() || one.regions.iter().any(|r| *r == "world" || regions.contains(*r)))
        .filter(|one| one.falls_on(day))
        .map(|one| one.event(day))
        .collect()
}

/// Names of the engine's topics for a category of the data files.
fn topics(category: &str, tone: Tone) -> &'static [&'static str] {
    match category {
        "mass-shooting" => &["shooting", "death", "memorial"],
        "terrorism" => &["attack", "explosion", "death", "memorial"],
        "natural-disaster" => &["quake", "death", "memorial"],
        "disaster-memorial" | "industrial-disaster" => &["death", "collapse", "fire", "ship", "crush", "memorial"],
        "military-memorial" | "war" => &["war", "military", "death", "memorial"],
        "genocide-memorial" | "atrocity-memorial" | "hate-crime" => &["atrocity", "death", "memorial"],
        "state-violence-memorial" | "democracy" => &["democracy", "police", "death", "memorial"],
        "war-crime-memorial" => &["abuse", "colonial", "memorial"],
        "national-memorial" | "national-day" | "history" => &["colonial", "memorial"],
        "racial-justice" | "civil-rights" => &["racism", "memorial"],
        "gender" => &["gender"],
        "gender-violence" => &["abuse", "gender"],
        "disability" => &["disability"],
        "lgbtq" => &["lgbtq"],
        "environment" => &["climate"],
        "labour" => &["work"],
        _ if tone == Tone::Solemn => &["memorial"],
        _ => &[],
    }
}
