//! The brand form's model: rows with stable ids, undo, and the words for the field that a problem is about.

mod dates;
mod fields;

use dates::DateRow;
pub use fields::{field_id, field_words};

use crate::profile::history::Change;
use crate::profile::{Account, Commitment, Problem, Profile, Stance, Statement};

/// Steps of undo that are kept.
const MEMORY: usize = 100;

/// One stance in the form. `id` stays the same while rows are moved, so the page keeps its element.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: u32,
    pub stance: Stance,
}

/// What the form shows now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub sector: String,
    pub regions: Vec<String>,
    /// One a line, as it is typed.
    pub accounts: Vec<String>,
    pub rows: Vec<Row>,
    pub dates: Vec<DateRow>,
}

/// A sheet being edited. Lists may hold empty lines while a person types; `profile` leaves them out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editor {
    pub sheet: Sheet,
    saved: Profile,
    past: Vec<Sheet>,
    /// The field that was typed into last: going on in the same field is one change.
    last: String,
    next: u32,
}

impl Editor {
    pub fn new(profile: Profile) -> Editor {
        let mut editor = Editor::default();
        editor.sheet = editor.sheet_of(&profile);
        editor.saved = profile;
        editor
    }

    fn sheet_of(&mut self, profile: &Profile) -> Sheet {
        let rows = profile.stances.iter().cloned().map(|stance| Row { id: self.fresh(), stance }).collect();
        let dates = profile.dates.iter().cloned().map(|date| DateRow { id: self.fresh(), date }).collect();
        let (name, sector, regions) = (profile.name.clone(), profile.sector.clone(), profile.regions.clone());
        let accounts = profile.accounts.iter().map(Account::line).collect();
        Sheet { name, sector, regions, accounts, rows, dates }
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// What would be saved: without the spaces and empty lines that typing leaves behind.
    pub fn profile(&self) -> Profile {
        Profile {
            name: self.sheet.name.trim().into(),
            sector: self.sheet.sector.trim().into(),
            regions: self.sheet.regions.clone(),
            accounts: accounts(self.sheet.accounts.iter().map(String::as_str)),
            stances: self.sheet.rows.iter().map(|row| tidy(&row.stance)).collect(),
            dates: self.sheet.dates.iter().map(DateRow::tidied).collect(),
        }
    }

    pub fn problem(&self) -> Option<Problem> {
        self.profile().problem()
    }

    /// Whether leaving now would lose something.
    pub fn dirty(&self) -> bool {
        self.profile() != tidied(&self.saved)
    }

    pub fn saved(&self) -> &Profile {
        &self.saved
    }

    /// The background has it, as `profile`: what the stances were before may have grown.
    pub fn mark_saved(&mut self, profile: Profile) {
        for (row, stance) in self.sheet.rows.iter_mut().zip(&profile.stances) {
            if row.stance.target.trim() == stance.target {
                row.stance.changes = stance.changes.clone();
            }
        }
        self.saved = profile;
        self.last.clear();
    }

    /// Makes one change. Changes of the same field one after the other are undone together.
    pub fn edit(&mut self, field: &str, change: impl FnOnce(&mut Sheet)) {
        let mut next = self.sheet.clone();
        change(&mut next);
        if next == self.sheet {
            return;
        }
        if self.last != field || field.is_empty() {
            if self.past.len() == MEMORY {
                self.past.remove(0);
            }
            self.past.push(self.sheet.clone());
        }
        self.last = field.into();
        self.sheet = next;
    }

    /// Puts a whole profile in place (from JSON), as one change.
    pub fn replace(&mut self, profile: &Profile) {
        let next = self.sheet_of(profile);
        if tidied(profile) != self.profile() {
            self.edit("", |sheet| *sheet = next);
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn undo(&mut self) {
        if let Some(sheet) = self.past.pop() {
            self.sheet = sheet;
            self.last.clear();
        }
    }

    pub fn index(&self, id: u32) -> Option<usize> {
        self.sheet.rows.iter().position(|row| row.id == id)
    }

    pub fn stance(&self, id: u32) -> Option<&Stance> {
        self.sheet.rows.iter().find(|row| row.id == id).map(|row| &row.stance)
    }

    pub fn edit_stance(&mut self, id: u32, field: &str, change: impl FnOnce(&mut Stance)) {
        self.edit(&format!("{id}.{field}"), |sheet| {
            if let Some(row) = sheet.rows.iter_mut().find(|row| row.id == id) {
                change(&mut row.stance);
            }
        });
    }

    pub fn add_stance(&mut self) -> u32 {
        let id = self.fresh();
        self.edit("", |sheet| sheet.rows.push(Row { id, stance: Stance::default() }));
        id
    }

    /// Takes a proposed stance, as one change: its statements go to the stance on the same target and side, if there is one.
    pub fn take(&mut self, stance: Stance) {
        let id = self.fresh();
        self.edit("", |sheet| {
            let same = |row: &&mut Row| {
                let named = |name: &String| name.trim().eq_ignore_ascii_case(row.stance.target.trim());
                row.stance.position == stance.position
                    && std::iter::once(&stance.target).chain(&stance.aliases).any(named)
            };
            match sheet.rows.iter_mut().find(same) {
                Some(row) => {
                    let known: Vec<String> = row.stance.statements.iter().map(|s| s.text.trim().to_string()).collect();
                    let new = stance.statements.into_iter().filter(|s| !known.contains(&s.text));
                    row.stance.statements.extend(new);
                }
                None => sheet.rows.push(Row { id, stance }),
            }
        });
    }

    pub fn remove_stance(&mut self, id: u32) {
        self.edit("", |sheet| sheet.rows.retain(|row| row.id != id));
    }

    /// One place up or down. False: it is at the end already.
    pub fn move_stance(&mut self, id: u32, down: bool) -> bool {
        let Some(from) = self.index(id) else { return false };
        let to = if down { Some(from + 1) } else { from.checked_sub(1) };
        let Some(to) = to.filter(|to| *to < self.sheet.rows.len()) else { return false };
        self.edit("", |sheet| sheet.rows.swap(from, to));
        true
    }

    pub fn add_statement(&mut self, id: u32) {
        self.edit_stance(id, "", |stance| stance.statements.push(Statement::default()));
        self.last.clear();
    }

    pub fn remove_statement(&mut self, id: u32, at: usize) {
        self.edit_stance(id, "", |stance| {
            if at < stance.statements.len() {
                stance.statements.remove(at);
            }
        });
        self.last.clear();
    }

    pub fn add_commitment(&mut self, id: u32) {
        self.edit_stance(id, "", |stance| stance.commitments.push(Commitment::default()));
        self.last.clear();
    }

    pub fn remove_commitment(&mut self, id: u32, at: usize) {
        self.edit_stance(id, "", |stance| {
            if at < stance.commitments.len() {
                stance.commitments.remove(at);
            }
        });
        self.last.clear();
    }
}

fn tidied(profile: &Profile) -> Profile {
    let lines: Vec<String> = profile.accounts.iter().map(Account::line).collect();
    let accounts = accounts(lines.iter().map(String::as_str));
    Profile { accounts, stances: profile.stances.iter().map(tidy).collect(), ..profile.clone() }
}

fn accounts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Account> {
    lines.filter(|line| !line.trim().is_empty()).map(Account::of).collect()
}

fn tidy(stance: &Stance) -> Stance {
    let lines = |list: &[String]| -> Vec<String> {
        list.iter().map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect()
    };
    let statement =
        |s: &Statement| Statement { text: s.text.trim().into(), date: s.date.trim().into(), url: s.url.trim().into() };
    let change =
        |change: &Change| Change { by: change.by.trim().into(), why: change.why.trim().into(), ..change.clone() };
    let commitment = |c: &Commitment| Commitment {
        what: c.what.trim().into(),
        until: c.until.trim().into(),
        owner: c.owner.trim().into(),
        receipts: lines(&c.receipts),
    };
    Stance {
        target: stance.target.trim().into(),
        aliases: lines(&stance.aliases),
        hashtags: lines(&stance.hashtags),
        position: stance.position,
        statements: stance.statements.iter().map(statement).collect(),
        commitments: stance.commitments.iter().map(commitment).collect(),
        red_lines: lines(&stance.red_lines),
        owner: stance.owner.trim().into(),
        review: stance.review.trim().into(),
        note: stance.note.trim().into(),
        changes: stance.changes.iter().map(change).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(targets: &[&str]) -> Editor {
        let stance = |target: &&str| Stance { target: target.to_string(), ..Stance::default() };
        Editor::new(Profile { stances: targets.iter().map(stance).collect(), ..Profile::default() })
    }

    fn targets(editor: &Editor) -> Vec<String> {
        editor.profile().stances.into_iter().map(|stance| stance.target).collect()
    }

    #[test]
    fn typing_in_one_field_is_one_change_and_undo_takes_it_back() {
        let mut editor = named(&["a"]);
        let id = editor.sheet.rows[0].id;
        for text in ["동", "동물", "동물실험"] {
            editor.edit_stance(id, "target", |stance| stance.target = text.into());
        }
        editor.edit("name", |sheet| sheet.name = "해오름".into());
        assert!(editor.dirty());
        editor.undo();
        assert_eq!(targets(&editor), ["동물실험"]);
        editor.undo();
        assert_eq!(targets(&editor), ["a"]);
        assert!(!editor.can_undo() && !editor.dirty());
    }

    #[test]
    fn two_added_rows_are_two_changes() {
        let mut editor = named(&[]);
        let id = editor.add_stance();
        editor.add_statement(id);
        editor.add_statement(id);
        editor.undo();
        assert_eq!(editor.stance(id).map(|s| s.statements.len()), Some(1));
        editor.undo();
        editor.undo();
        assert_eq!(editor.sheet.rows.len(), 0);
    }

    #[test]
    fn a_proposal_joins_the_stance_on_the_same_target_and_side() {
        let mut editor = named(&["Labour"]);
        let proposal = |target: &str, text: &str| Stance {
            target: target.into(),
            statements: vec![Statement { text: text.into(), ..Statement::default() }],
            ..Stance::default()
        };
        for text in ["We support our union.", "We support our union.", "We pay a living wage."] {
            editor.take(proposal("labour", text));
        }
        assert_eq!(editor.profile().stances[0].statements.len(), 2);
        editor.take(proposal("privacy", "We never sell data."));
        assert_eq!(targets(&editor), ["Labour", "privacy"]);
        editor.undo();
        assert_eq!(targets(&editor), ["Labour"]);
    }

    #[test]
    fn rows_move_and_keep_their_ids() {
        let mut editor = named(&["a", "b", "c"]);
        let id = editor.sheet.rows[1].id;
        assert!(editor.move_stance(id, true));
        assert_eq!(targets(&editor), ["a", "c", "b"]);
        assert!(!editor.move_stance(id, true), "it is last already");
        assert!(editor.move_stance(id, false) && editor.move_stance(id, false));
        assert!(!editor.move_stance(id, false), "it is first already");
        assert_eq!(targets(&editor), ["b", "a", "c"]);
        assert_eq!(editor.index(id), Some(0));
        editor.remove_stance(id);
        assert_eq!(targets(&editor), ["a", "c"]);
    }

    #[test]
    fn empty_lines_stay_while_typing_and_are_not_saved() {
        let mut editor = named(&["a"]);
        let id = editor.sheet.rows[0].id;
        editor.edit_stance(id, "aliases", |s| s.aliases = vec![" one ".into(), String::new()]);
        assert_eq!(editor.stance(id).map(|s| s.aliases.len()), Some(2));
        assert_eq!(editor.profile().stances[0].aliases, ["one"]);
        editor.mark_saved(editor.profile());
        assert!(!editor.dirty());
    }

    #[test]
    fn accounts_are_lines_and_a_stored_one_is_no_change() {
        let account = Account { site: "X.com".into(), handle: "@tahoe".into() };
        let mut editor = Editor::new(Profile { accounts: vec![account], ..Profile::default() });
        assert!(!editor.dirty());
        editor.edit("accounts", |sheet| sheet.accounts.extend([String::new(), "@tahoe@mastodon.social".into()]));
        let lines: Vec<String> = editor.profile().accounts.iter().map(Account::line).collect();
        assert_eq!(lines, ["x.com @tahoe", "mastodon.social @tahoe"]);
        assert!(editor.dirty());
        editor.edit("accounts", |sheet| sheet.accounts.push("tahoe".into()));
        assert_eq!(editor.problem().map(|problem| problem.field), Some("accounts[2]".into()));
    }

    #[test]
    fn what_was_before_comes_back_with_saving() {
        let mut editor = named(&["a"]);
        let id = editor.sheet.rows[0].id;
        let mut stored = editor.profile();
        stored.stances[0].changes.push(Change { date: "2026-11-23".into(), ..Change::default() });
        editor.mark_saved(stored);
        assert_eq!(editor.stance(id).map(|s| s.changes.len()), Some(1), "in the same row");
        assert!(!editor.dirty() && !editor.can_undo());
    }

    #[test]
    fn json_in_place_of_the_form_is_one_change_and_none_if_equal() {
        let mut editor = named(&["a"]);
        let same = editor.profile();
        editor.replace(&same);
        assert!(!editor.can_undo());
        editor.replace(&Profile { name: "B".into(), ..Profile::default() });
        assert_eq!(editor.profile().name, "B");
        editor.undo();
        assert_eq!(targets(&editor), ["a"]);
    }

    #[test]
    fn undo_forgets_only_the_oldest() {
        let mut editor = named(&[]);
        for n in 0..MEMORY + 5 {
            editor.edit(&n.to_string(), |sheet| sheet.name = n.to_string());
        }
        while editor.can_undo() {
            editor.undo();
        }
        assert_eq!(editor.sheet.name, "4");
    }
}
