//! The brand's own days in the form's model.

use super::Editor;
use crate::profile::{BrandDate, MAX_DATES};

/// One day in the form. `id` stays the same while others come and go.
#[derive(Clone, Debug, PartialEq)]
pub struct DateRow {
    pub id: u32,
    pub date: BrandDate,
}

impl DateRow {
    pub(super) fn tidied(&self) -> BrandDate {
        let date = &self.date;
        BrandDate {
            name: date.name.trim().into(),
            date: date.date.trim().into(),
            // The same day twice is one day.
            until: if date.until == date.date { String::new() } else { date.until.trim().into() },
            ..date.clone()
        }
    }
}

impl Editor {
    pub fn date(&self, id: u32) -> Option<&BrandDate> {
        self.sheet.dates.iter().find(|row| row.id == id).map(|row| &row.date)
    }

    pub fn date_index(&self, id: u32) -> Option<usize> {
        self.sheet.dates.iter().position(|row| row.id == id)
    }

    pub fn edit_date(&mut self, id: u32, field: &str, change: impl FnOnce(&mut BrandDate)) {
        self.edit(&format!("date-{id}.{field}"), |sheet| {
            if let Some(row) = sheet.dates.iter_mut().find(|row| row.id == id) {
                change(&mut row.date);
            }
        });
    }

    pub fn add_date(&mut self) -> u32 {
        let id = self.fresh();
        self.edit("", |sheet| sheet.dates.push(DateRow { id, date: BrandDate::default() }));
        id
    }

    pub fn remove_date(&mut self, id: u32) {
        self.edit("", |sheet| sheet.dates.retain(|row| row.id != id));
    }

    /// Takes the days of a file as one change: those that are new, as far as there is room. How many were taken, and how
    /// many found none.
    pub fn take_dates(&mut self, dates: Vec<BrandDate>) -> (usize, usize) {
        let known = |date: &BrandDate| self.sheet.dates.iter().any(|row| row.date.is(date));
        let mut new: Vec<BrandDate> = dates.into_iter().filter(|date| !known(date)).collect();
        let over = new.split_off(new.len().min(MAX_DATES.saturating_sub(self.sheet.dates.len()))).len();
        let rows: Vec<DateRow> = new.into_iter().map(|date| DateRow { id: self.fresh(), date }).collect();
        let taken = rows.len();
        self.edit("", |sheet| sheet.dates.extend(rows));
        (taken, over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(name: &str, date: &str) -> BrandDate {
        BrandDate { name: name.into(), date: date.into(), ..BrandDate::default() }
    }

    #[test]
    fn a_file_is_one_change_and_brings_no_day_twice() {
        let mut editor = Editor::default();
        let id = editor.add_date();
        editor.edit_date(id, "name", |date| date.name = " Founding day ".into());
        editor.edit_date(id, "date", |date| date.date = "1998-06-01".into());
        let file = vec![day("Founding day", "1998-06-01"), day("Plant fire", "2019-04-16")];
        assert_eq!(editor.take_dates(file.clone()), (1, 0));
        assert_eq!(editor.take_dates(file), (0, 0));
        assert_eq!(editor.profile().dates, [day("Founding day", "1998-06-01"), day("Plant fire", "2019-04-16")]);
        editor.undo();
        assert_eq!(editor.profile().dates.len(), 1, "the whole file went at once");
        editor.undo();
        assert_eq!(editor.date(id).map(|date| date.date.as_str()), Some(""), "then the date");
    }

    #[test]
    fn no_more_than_a_profile_holds() {
        let mut editor = Editor::default();
        let many = (0..MAX_DATES + 3).map(|n| day(&n.to_string(), "2026-01-01")).collect();
        assert_eq!(editor.take_dates(many), (MAX_DATES, 3));
        assert_eq!(editor.problem(), None);
    }

    #[test]
    fn a_removed_day_comes_back_and_one_day_needs_no_end() {
        let mut editor = Editor::default();
        editor.take_dates(vec![BrandDate { until: "2026-01-01".into(), ..day("a", "2026-01-01") }]);
        let id = editor.sheet.dates[0].id;
        assert_eq!(editor.profile().dates[0].until, "");
        editor.remove_date(id);
        assert_eq!(editor.date_index(id), None);
        editor.undo();
        assert_eq!(editor.date_index(id), Some(0));
    }
}
