//! iCalendar files (RFC 5545), as far as the days of a brand need them: what is read, what is not and why, and back.
//!
//! Our own, because it is small: the `icalendar` crate measured 483 KB of wasm for what these lines do in a few.

use super::ics_line::{Line, Moment, lines, moment, span};
use crate::engine::Text;
use crate::profile::{BrandDate, DayTone, MAX_DATES};
use crate::words;

/// Biggest file that is read, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Longest name that is kept, in characters.
const MAX_NAME: usize = 200;
/// Longest list of what was not read.
const MAX_UNREAD: usize = 200;

/// Why a file is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    TooBig,
    NotCalendar,
}

impl Wrong {
    pub fn words(self) -> &'static Text {
        match self {
            Wrong::TooBig => &words::DATES_TOO_BIG,
            Wrong::NotCalendar => &words::DATES_NOT_CALENDAR,
        }
    }
}

/// Why one event of a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NoName,
    NoDay,
    /// It repeats in another way than once a year.
    Repeats,
    Cancelled,
    NotText,
    /// The file ends, or another event begins, before it does.
    Unfinished,
}

impl Why {
    pub fn words(self) -> &'static Text {
        match self {
            Why::NoName => &words::DATES_NO_NAME,
            Why::NoDay => &words::DATES_NO_DAY,
            Why::Repeats => &words::DATES_REPEATS,
            Why::Cancelled => &words::DATES_CANCELLED,
            Why::NotText => &words::DATES_NOT_TEXT,
            Why::Unfinished => &words::DATES_UNFINISHED,
        }
    }
}

/// An event that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Of the file, counted from one: where the trouble stands.
    pub line: u32,
    /// As far as it is known.
    pub name: String,
    pub why: Why,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// None as tone: the file does not say it.
    pub dates: Vec<(BrandDate, Option<DayTone>)>,
    pub unread: Vec<Unread>,
    /// Events beyond the most that are kept.
    pub over: u32,
}

/// One event while it is read.
#[derive(Default)]
struct Event {
    line: u32,
    name: String,
    starts: Option<Moment>,
    ends: Option<Moment>,
    lasts: Option<i64>,
    /// How it repeats, and on which line that stands.
    rule: Option<(u32, String)>,
    tone: Option<DayTone>,
    /// The first trouble, and its line.
    wrong: Option<(u32, Why)>,
    /// Parts of it that are open: an alarm.
    inner: u32,
}

/// Reads a file. `minutes`: how far the reader's clock is ahead of UTC, for times that are given in UTC.
pub fn read(bytes: &[u8], minutes: i32) -> Result<Read, Wrong> {
    if bytes.len() > MAX_BYTES {
        return Err(Wrong::TooBig);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut read = Read::default();
    let (mut event, mut calendar) = (None::<Event>, false);
    for (number, raw) in lines(bytes) {
        let Ok(text) = std::str::from_utf8(&raw) else {
            if let Some(event) = &mut event {
                event.wrong.get_or_insert((number, Why::NotText));
            }
            continue;
        };
        let Some(line) = Line::parse(text) else { continue };
        let part = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), &mut event) {
            ("BEGIN", open) if part == "VEVENT" => {
                if let Some(cut) = open.take() {
                    read.unread(&cut, cut.line, Why::Unfinished);
                }
                event = Some(Event { line: number, ..Event::default() });
            }
            ("BEGIN", Some(event)) => event.inner = event.inner.saturating_add(1),
            ("BEGIN", None) => calendar |= part == "VCALENDAR",
            ("END", Some(open)) if open.inner > 0 && part != "VEVENT" => open.inner -= 1,
            ("END", open) if part == "VEVENT" => {
                if let Some(done) = open.take() {
                    read.take(done);
                }
            }
            (_, Some(event)) if event.inner == 0 => event.hear(&line, number, minutes),
            _ => {}
        }
    }
    if let Some(cut) = event {
        read.unread(&cut, cut.line, Why::Unfinished);
    }
    if calendar { Ok(read) } else { Err(Wrong::NotCalendar) }
}

impl Event {
    fn hear(&mut self, line: &Line, number: u32, minutes: i32) {
        match line.name.as_str() {
            "SUMMARY" if self.name.is_empty() => self.name = plain(line.value),
            "DTSTART" if self.starts.is_none() => {
                self.starts = moment(line.value, minutes);
                if self.starts.is_none() {
                    self.wrong.get_or_insert((number, Why::NoDay));
                }
            }
            "DTEND" => self.ends = moment(line.value, minutes),
            "DURATION" => self.lasts = span(line.value),
            // Looked at when the day is known: programs write their lines in any order.
            "RRULE" if self.rule.is_none() => self.rule = Some((number, line.value.to_string())),
            // One day more or less than every year, or one of them moved: telling it as if it were not so would be wrong.
            "RRULE" | "RDATE" | "EXDATE" | "EXRULE" | "RECURRENCE-ID" => {
                self.wrong.get_or_insert((number, Why::Repeats));
            }
            "STATUS" if line.value.trim().eq_ignore_ascii_case("CANCELLED") => {
                self.wrong.get_or_insert((number, Why::Cancelled));
            }
            "X-NUNCHI-TONE" => self.tone = DayTone::find(line.value),
            _ => {}
        }
    }
}

/// Every year on the day of the start, without an end.
fn is_yearly(rule: &str, start: &Moment) -> bool {
    let mut yearly = false;
    for part in rule.trim().to_ascii_uppercase().split(';') {
        let Some((name, value)) = part.split_once('=') else { return false };
        let number = value.trim().parse::<u8>().ok();
        match name.trim() {
            "FREQ" => yearly = value.trim() == "YEARLY",
            "INTERVAL" if number == Some(1) => {}
            // Some programs write the day of the start once more.
            "BYMONTH" if number == Some(start.day.month) => {}
            "BYMONTHDAY" if number == Some(start.day.day) => {}
            "WKST" => {}
            _ => return false,
        }
    }
    yearly
}

impl Read {
    fn unread(&mut self, event: &Event, line: u32, why: Why) {
        if self.unread.len() < MAX_UNREAD {
            self.unread.push(Unread { line, name: event.name.clone(), why });
        }
    }

    fn take(&mut self, event: Event) {
        if let Some((line, why)) = event.wrong {
            return self.unread(&event, line, why);
        }
        let Some(starts) = &event.starts else { return self.unread(&event, event.line, Why::NoDay) };
        if let Some((line, _)) = event.rule.as_ref().filter(|(_, rule)| !is_yearly(rule, starts)) {
            return self.unread(&event, *line, Why::Repeats);
        }
        if event.name.is_empty() {
            return self.unread(&event, event.line, Why::NoName);
        }
        let ends = event.ends.or_else(|| event.lasts.and_then(|lasts| starts.later(lasts)));
        let last = ends.and_then(|ends| ends.last_day_after(starts));
        let date = BrandDate {
            name: event.name,
            date: starts.day.to_string(),
            until: last.map(|day| day.to_string()).unwrap_or_default(),
            yearly: event.rule.is_some(),
            tone: event.tone.unwrap_or_default(),
        };
        if self.dates.iter().any(|(other, _)| other.is(&date)) {
            return;
        }
        if self.dates.len() < MAX_DATES {
            self.dates.push((date, event.tone));
        } else {
            self.over += 1;
        }
    }
}

/// A text value as one line for a person: without escapes, and without signs that turn the writing round.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        let c = if c == '\\' {
            match chars.next() {
                Some('n' | 'N') => ' ',
                Some(other) => other,
                None => break,
            }
        } else {
            c
        };
        match c {
            '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {}
            c if c.is_control() || c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    let words: Vec<&str> = out.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(MAX_NAME).collect::<String>().trim().to_string()
}

/// The days as a file that calendars and `read` take. What is no day is left out.
pub fn write(dates: &[BrandDate]) -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nunchi//Brand dates//EN\r\n");
    for (number, date) in dates.iter().enumerate() {
        let Some(first) = crate::context::Day::parse(&date.date) else { continue };
        let after = crate::context::Day::parse(&date.until).filter(|last| *last >= first).unwrap_or(first).plus(1);
        let figures = |day: crate::context::Day| format!("{:08}", day.number());
        let mut add = |line: &str| fold(line, &mut out);
        add("BEGIN:VEVENT");
        add(&format!("UID:{}-{number}@nunchi", figures(first)));
        // Wanted by the standard. The file is the same each time, so the moment is the day's own.
        add(&format!("DTSTAMP:{}T000000Z", figures(first)));
        add(&format!("DTSTART;VALUE=DATE:{}", figures(first)));
        add(&format!("DTEND;VALUE=DATE:{}", figures(after)));
        if date.yearly {
            add("RRULE:FREQ=YEARLY");
        }
        add(&format!("SUMMARY:{}", escaped(&date.name)));
        add("TRANSP:TRANSPARENT");
        add(&format!("X-NUNCHI-TONE:{}", date.tone.name()));
        add("END:VEVENT");
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// One line, folded at 75 octets, never inside a character.
fn fold(line: &str, out: &mut String) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}
