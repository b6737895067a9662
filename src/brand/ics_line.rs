//! The lines of an iCalendar file: unfolded, taken apart, and their dates and spans.

use crate::context::Day;

/// The lines of the file as they were before they were folded, each with the number of its first line.
///
/// Bytes, not text: a fold may stand in the middle of a character, and many Korean calendars put it there.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = (u32, Vec<u8>)> {
    let mut physical = bytes.split(|byte| *byte == b'\n').zip(1u32..).peekable();
    std::iter::from_fn(move || {
        let (first, number) = physical.next()?;
        let mut line = bare(first).to_vec();
        while let Some((more, _)) = physical.next_if(|(next, _)| matches!(next.first(), Some(b' ' | b'\t'))) {
            line.extend_from_slice(&bare(more)[1..]);
        }
        Some((number, line))
    })
}

fn bare(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// `NAME;PARAMETER="a:b";…:VALUE`. The parameters say nothing that the value does not say for what is read here.
pub struct Line<'a> {
    /// In capitals.
    pub name: String,
    pub value: &'a str,
}

impl Line<'_> {
    pub fn parse(text: &str) -> Option<Line<'_>> {
        let mut quoted = false;
        let colon = text.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b':' && !quoted
        })?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        let name = head.split(';').next().unwrap_or_default().trim();
        // A group before the name is an old habit: `item1.SUMMARY`.
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        (!name.is_empty()).then_some(Line { name, value })
    }
}

/// A day, and the minute of it where one is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub day: Day,
    minute: Option<u16>,
}

const DAY: i64 = 1440;

impl Moment {
    fn minutes(self) -> i64 {
        i64::from(self.day.count()) * DAY + i64::from(self.minute.unwrap_or(0))
    }

    fn at(minutes: i64, timed: bool) -> Option<Moment> {
        let day = Day::from_count(i32::try_from(minutes.div_euclid(DAY)).ok()?);
        let minute = timed.then_some(minutes.rem_euclid(DAY) as u16);
        (1..=9999).contains(&day.year).then_some(Moment { day, minute })
    }

    /// So many minutes later; of a whole day the day after the last.
    pub fn later(self, minutes: i64) -> Option<Moment> {
        Moment::at(self.minutes().checked_add(minutes)?, self.minute.is_some())
    }

    /// The last day of what ends here, if that is another day than the first: the end itself belongs to it no more.
    pub fn last_day_after(self, starts: &Moment) -> Option<Day> {
        let last = Moment::at(self.minutes() - 1, true)?.day;
        (last > starts.day).then_some(last)
    }
}

/// `20260416`, `20260416T090000` or `20260416T000000Z`, the last by a clock that is `ahead` minutes before UTC.
pub fn moment(value: &str, ahead: i32) -> Option<Moment> {
    let value = value.trim();
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?;
    let (date, time) = match value.split_once(['T', 't']) {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    if date.len() != 8 || !date.is_ascii() {
        return None;
    }
    let day = Day::parse(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]))?;
    let Some(time) = time else { return Moment::at(i64::from(day.count()) * DAY, false) };
    let (time, utc) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, true),
        None => (time, false),
    };
    if time.len() != 6 || !time.is_ascii() {
        return None;
    }
    let (hour, minute, second) = (number(&time[..2])?, number(&time[2..4])?, number(&time[4..])?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let shift = if utc { i64::from(ahead.clamp(-DAY as i32, DAY as i32)) } else { 0 };
    Moment::at(i64::from(day.count()) * DAY + i64::from(hour) * 60 + i64::from(minute) + shift, true)
}

/// `P1D`, `P2W`, `P1DT12H30M`, in minutes. None: no such span, or one that goes back.
pub fn span(value: &str) -> Option<i64> {
    let rest = value.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (mut all, mut number) = (0i64, None::<i64>);
    for c in rest.chars() {
        match (c.to_ascii_uppercase(), number) {
            (c @ '0'..='9', _) => {
                let next = number.unwrap_or(0).checked_mul(10)?.checked_add(i64::from(c as u8 - b'0'))?;
                number = Some(next).filter(|next| *next < 1_000_000);
                number?;
            }
            ('T', None) => {}
            (unit, Some(count)) => {
                let minutes = match unit {
                    'W' => 7 * DAY,
                    'D' => DAY,
                    'H' => 60,
                    'M' => 1,
                    'S' => 0,
                    _ => return None,
                };
                all += count * minutes;
                number = None;
            }
            _ => return None,
        }
    }
    number.is_none().then_some(all)
}
