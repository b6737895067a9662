//! Rules of observances: on which days of the Gregorian calendar each falls.

use super::Day;
use icu_calendar::cal::{ChineseTraditional, Hebrew, Hijri, KoreanTraditional};
use icu_calendar::{AsCalendar, Date};

/// Which lunisolar calendar; they differ by a day where a new moon falls about midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lunar {
    Korean,
    Chinese,
}

/// A rule as the data files give it. Weekdays: 0 is Sunday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    Fixed(u8, u8),
    /// `n` below zero counts from the end of the month; then `offset` days; only in years where year % years.0 = years.1.
    NthWeekday {
        month: u8,
        weekday: u8,
        n: i8,
        offset: i8,
        years: (i32, i32),
    },
    WeekdayFrom {
        month: u8,
        day: u8,
        weekday: u8,
    },
    /// Days from Western Easter.
    Easter(i32),
    OrthodoxEaster(i32),
    /// Never in a leap month.
    Lunar(Lunar, u8, u8),
    /// Umm al-Qura tables; local sighting may differ by a day.
    Hijri(u8, u8),
    /// `month` counts from Tishri, as CLDR does; `shifts` move the day by weekday.
    Hebrew {
        month: u8,
        day: u8,
        shifts: &'static [(u8, i32)],
    },
    /// Inclusive (month, day) to (month, day); may wrap the year.
    Range((u8, u8), (u8, u8)),
    /// Each as the number YYYYMMDD.
    Dates(&'static [u32]),
}

impl Rule {
    /// Whether the rule's own day (no span) is this one.
    pub fn is(&self, day: Day) -> bool {
        match *self {
            Rule::Fixed(month, date) => (day.month, day.day) == (month, date),
            Rule::NthWeekday { month, weekday, n, offset, years } => {
                let base = day.plus(-i32::from(offset));
                let left = base.days_in_month() - base.day;
                let nth = if n > 0 { i32::from((base.day - 1) / 7) + 1 } else { -(i32::from(left / 7) + 1) };
                base.month == month
                    && base.weekday() == weekday
                    && nth == i32::from(n)
                    && base.year.rem_euclid(years.0.max(1)) == years.1
            }
            Rule::WeekdayFrom { month, day: first, weekday } => {
                day.month == month && day.weekday() == weekday && day.day >= first && day.day < first + 7
            }
            Rule::Easter(offset) => day.plus(-offset).is_western_easter(),
            Rule::OrthodoxEaster(offset) => day.plus(-offset).is_orthodox_easter(),
            Rule::Lunar(Lunar::Korean, month, date) => numbered(day, KoreanTraditional::new(), month, date),
            Rule::Lunar(Lunar::Chinese, month, date) => numbered(day, ChineseTraditional::new(), month, date),
            Rule::Hijri(month, date) => numbered(day, Hijri::new_umm_al_qura(), month, date),
            Rule::Hebrew { month, day: date, shifts } => {
                // The day itself where its weekday does not move it, or a day that was moved here.
                (-2..=2).any(|back: i32| {
                    let base = day.plus(-back);
                    let moved = shifts.iter().find(|(weekday, _)| *weekday == base.weekday()).map_or(0, |(_, by)| *by);
                    moved == back && numbered(base, Hebrew::new(), month, date)
                })
            }
            Rule::Range(from, to) => {
                let at = (day.month, day.day);
                if from <= to { (from..=to).contains(&at) } else { at >= from || at <= to }
            }
            Rule::Dates(dates) => dates.contains(&day.number()),
        }
    }
}

fn iso(day: Day) -> Option<Date<icu_calendar::Iso>> {
    Date::try_new_iso(day.year, day.month, day.day).ok()
}

fn numbered<C: AsCalendar>(day: Day, calendar: C, month: u8, date: u8) -> bool {
    iso(day).is_some_and(|iso| {
        let there = iso.to_calendar(calendar);
        let now = there.month().to_input();
        !now.is_leap() && now.number() == month && there.day_of_month().0 == date
    })
}
