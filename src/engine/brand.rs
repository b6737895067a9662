//! What the brand declared, ready to compare: one line a statement, with the causes that its words belong to.

use super::claim::Past;
use super::knowledge::{Group, Knowledge};
use super::sense::{Sense, Senses};
use super::text::fold;
use super::topic::Topics;
use std::collections::BTreeSet;

/// One declared line: a stance, a commitment, a fact of the record.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub text: String,
    /// `YYYY-MM-DD` or less, or empty.
    pub date: String,
    pub url: String,
    /// The brand is against the target (only for a stance record with a position).
    pub against: bool,
    /// The brand says nothing on it, on purpose.
    pub silent: bool,
    /// The names of the target, for a stance record.
    pub names: Vec<String>,
    /// Words never to be used.
    pub red_lines: Vec<String>,
    /// Targets that the line takes a side on (or is silent on): (target, for it).
    pub sides: Vec<(String, bool)>,
    /// It is a promise whose day is past.
    pub overdue: bool,
    /// A commitment of the record, with the last day on which it is not overdue; empty: it was kept, or has no day.
    pub due: Option<String>,
    /// The stance was turned round: what it said until then, and the day.
    pub turned: Option<(String, String)>,
}

/// A line that was read once.
#[derive(Clone, Debug, Default)]
pub struct Stance {
    pub line: Line,
    /// Ids of causes in the line, sorted.
    pub causes: Vec<u16>,
    pub does: Senses,
    pub about: Topics,
    /// It promises, takes a side, or tells of something good that was done.
    pub pledges: bool,
    pub names: Vec<String>,
    pub red_lines: Vec<String>,
}

/// The file of what makes a line a pledge.
const PLEDGES: &str = "causes/pledges";
/// The file of fields in which an open call to the public went wrong.
const FIELDS: &str = "cases/fields";

/// A brand, read once.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    pub name: String,
    pub sector: String,
    pub stances: Vec<Stance>,
    /// What it posted before: for every target and side the newest.
    pub past: Vec<Past>,
    /// What its sector's words belong to: airlines to air events.
    pub wakes: Topics,
    /// Folded name and words of the sector, by which a headline about the brand or its trade is known.
    pub own: Vec<String>,
    /// Where the brand speaks: ISO 3166 codes; empty: everywhere.
    pub regions: BTreeSet<String>,
    /// The sector is one that warns and informs: news, weather, public bodies, carriers.
    pub informs: bool,
    /// An open call went wrong in its field before: the case.
    pub distrust: Option<Group>,
}

impl Brand {
    pub fn read(knowledge: &Knowledge, name: &str, sector: &str, regions: BTreeSet<String>, lines: Vec<Line>) -> Brand {
        let folded = fold(sector);
        let mut brand = Brand { name: name.to_string(), sector: sector.to_string(), regions, ..Brand::default() };
        let words = folded.text.split(' ').map(str::to_string).filter(|word| word.len() >= 5);
        brand.own = names(&[brand.name.clone()]).into_iter().chain(words).collect();
        for hit in knowledge.scan(&folded) {
            let group = knowledge.group(hit.group);
            // An everyday word of a scene says nothing of a trade.
            if group.gravity != 1 || !group.does.has(Sense::Ware) {
                brand.wakes = brand.wakes.with(group.wakes);
            }
            if group.file == FIELDS {
                brand.distrust = brand.distrust.or(Some(*group));
            }
            brand.informs |= group.does.has(Sense::Inform) || group.does.has(Sense::Help);
        }
        brand.stances = lines.into_iter().map(|line| Stance::read(knowledge, line)).collect();
        brand
    }
}

impl Stance {
    fn read(knowledge: &Knowledge, line: Line) -> Stance {
        let joined = format!("{}\n{}", line.text, line.names.join("\n"));
        let folded = fold(&joined);
        let mut stance = Stance { names: names(&line.names), red_lines: names(&line.red_lines), ..Stance::default() };
        for hit in knowledge.scan(&folded) {
            let group = knowledge.group(hit.group);
            stance.does = stance.does.with(group.does);
            stance.about = stance.about.with(group.about);
            stance.pledges |= group.file == PLEDGES;
            if group.cause != 0 {
                stance.causes.push(group.cause);
            }
        }
        stance.causes.sort_unstable();
        stance.causes.dedup();
        stance.line = line;
        stance
    }
}

/// Folded, and long enough to be looked for.
fn names(list: &[String]) -> Vec<String> {
    list.iter().map(|name| fold(name).text).filter(|name| name.chars().count() >= 2).collect()
}
