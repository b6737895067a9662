//! What claims are about: the starter library of targets, a brand's own targets, and the words that take a position.

use super::cues;
use super::rows::Rows;
use crate::engine::{Entry, Folded, Hit, Laid, Locale, Scanner, Terms, fold};
use crate::languages;
use crate::profile::{Profile, Stance};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A target of the starter library. It has no position: that is the brand's to declare.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Kebab-case, stable for ever.
    pub id: &'static str,
    pub name: (&'static str, &'static str),
    /// Where its words come from. Never empty.
    pub source: &'static str,
    /// The places of the targets that it is opposed to: who is for one of the two is against the other.
    pub against: &'static [u16],
}

impl Target {
    pub fn name(&self, locale: Locale) -> &'static str {
        if locale == Locale::Ko { self.name.1 } else { self.name.0 }
    }
}

/// What a term is to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The target, or what it wants: who is for it is for the target.
    Wants,
    /// Those who are for it, as others call them: who speaks of "vegans" in the plural mostly is none.
    People,
    /// The evil that gives the target its name: climate change.
    Issue,
    /// What it is up against: who is for that is against the target.
    Fights,
    /// What those of the other side hold dear: who names it, and says nothing ill of it, leans against the target.
    Dear,
    /// Those whom it is about: what is said of them leans to a side, and no more.
    Near,
    /// Words that one side uses and the other hardly does.
    LeansFor,
    LeansAgainst,
    /// Takes the side by being said.
    SaidFor,
    SaidAgainst,
    /// Takes the side when told of oneself, the other when denied.
    ActsFor,
    ActsAgainst,
    /// What the brand's own statements speak well or ill of beside the target: what is said of it leans, and no more.
    KinFor,
    KinAgainst,
}

impl Part {
    pub fn sign(self) -> i8 {
        match self {
            Part::Wants | Part::People | Part::Near | Part::LeansFor | Part::SaidFor => 1,
            Part::ActsFor | Part::KinFor => 1,
            Part::Issue | Part::Fights | Part::Dear | Part::LeansAgainst | Part::SaidAgainst => -1,
            Part::ActsAgainst | Part::KinAgainst => -1,
        }
    }

    /// Of the brand's own statements.
    pub fn is_kin(self) -> bool {
        matches!(self, Part::KinFor | Part::KinAgainst)
    }
}

/// What a word does to the mention beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A verb that speaks well of it: supports, needs. English puts it before what it is about.
    Support,
    Oppose,
    /// Says what it is: essential, a burden.
    Fine,
    Foul,
    /// Colours the sentence, whatever it stands beside.
    Good,
    Ill,
    /// Says that somebody suffers.
    Woe,
    /// Wants more or less of it, and may itself be supported or opposed: protect, ban.
    Raise,
    Cut,
    /// Says that it is real, or that it is not.
    Affirm,
    Deny,
    /// Says that it is not there: no, without, -free.
    Absent,
    /// Turns the next word around; Korean puts it right before the verb or after it.
    Not,
    NotBefore,
    NotAfter,
    /// Somebody says it.
    Report,
    First,
    /// Of the writer.
    Own,
    /// A condition.
    If,
    /// A question that is none, and denies what it asks; or one that wants it at last.
    Rhetoric,
    Urge,
    /// Takes what is bad about it as known, and doubts what is good.
    Why,
    Irony,
    /// Laughter, or a show of surprise: what stands beside it is mocked.
    Mock,
    But,
    /// Compares: "better than", and the bare "than".
    Better,
    Than,
    /// The words are named, not said.
    Named,
    /// Stands for what was named before.
    It,
    /// Joins two words without one acting on the other.
    And,
    /// Looks like one of the others, and is none.
    Skip,
}

impl Role {
    /// Whether it says something about a mention, and what.
    pub fn value(self) -> Option<i8> {
        match self {
            Role::Support | Role::Fine | Role::Raise | Role::Affirm => Some(1),
            Role::Oppose | Role::Foul | Role::Cut | Role::Deny | Role::Absent => Some(-1),
            _ => None,
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/targets.rs"));

/// What one hit of the scan means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    Mention(u16, Part),
    Word(Role),
}

/// The reviewed words, ready to scan with as the build laid them down.
static SCANNER: LazyLock<Scanner> = LazyLock::new(|| Scanner::laid(&CLAIM_TERMS, languages::PARTICLES));

/// Terms on their way into a scanner.
#[derive(Default)]
struct Table {
    terms: Vec<(String, u16)>,
    marks: Vec<Mark>,
    numbers: HashMap<Mark, u16>,
}

impl Table {
    fn add(&mut self, text: &str, mark: Mark) {
        let marks = &mut self.marks;
        let number = *self.numbers.entry(mark).or_insert_with(|| {
            marks.push(mark);
            (marks.len() - 1) as u16
        });
        self.terms.push((text.to_string(), number));
    }

    fn scanner(&self) -> Scanner {
        Scanner::new(self.terms.iter().map(|(text, mark)| (text.as_str(), *mark)), languages::PARTICLES)
    }
}

/// A target that a brand named.
struct Own {
    name: String,
    /// The target of the library that it is another name of.
    same: Option<u16>,
}

/// The starter library with the targets of one brand.
#[derive(Default)]
pub struct Library {
    own: Vec<Own>,
    /// The brand's names for its targets as they stand in a hashtag.
    pub(super) names: HashMap<String, (u16, Part)>,
    scanner: Option<Scanner>,
    marks: Vec<Mark>,
}

impl Library {
    /// The targets of a profile beside those of the library, numbered as its stances are.
    pub fn of(profile: &Profile) -> Library {
        let names = |stance: &Stance| -> Vec<String> {
            let words = std::iter::once(&stance.target).chain(&stance.aliases).chain(&stance.hashtags);
            words.cloned().collect()
        };
        let names: Vec<Vec<String>> = profile.stances.iter().map(names).collect();
        let library = Library::new(&names);
        let cues: Vec<Vec<(String, Part)>> = profile.stances.iter().map(|stance| cues::of(&library, stance)).collect();
        Library::with(&names, &cues)
    }

    /// Targets by their names, the first of which names them. One that bears a name of the library's stands for that
    /// target; another is read by its own names.
    pub fn new(targets: &[Vec<String>]) -> Library {
        Library::with(targets, &[])
    }

    fn with(targets: &[Vec<String>], cues: &[Vec<(String, Part)>]) -> Library {
        let mut table = Table::default();
        let mut own = Vec::new();
        let mut short = HashMap::new();
        for (number, names) in targets.iter().enumerate() {
            let same = names.iter().find_map(|name| named(name));
            let target = (TARGETS.len() + number) as u16;
            for name in names {
                let plain = name.trim_start_matches('#');
                let fits = plain.chars().count() >= 2 && !plain.contains(['~', '*', '$']);
                if fits && (same.is_none() || !known(plain)) {
                    table.add(plain, Mark::Mention(same.unwrap_or(target), Part::Wants));
                    short.insert(squeezed(plain), (same.unwrap_or(target), Part::Wants));
                }
            }
            for (word, part) in cues.get(number).into_iter().flatten() {
                table.add(word, Mark::Mention(same.unwrap_or(target), *part));
            }
            own.push(Own { name: names.first().cloned().unwrap_or_default(), same });
        }
        let scanner = (!table.terms.is_empty()).then(|| table.scanner());
        Library { own, names: short, scanner, marks: table.marks }
    }

    /// What stands in a folded clause, the longest of what lies within one another, in order of its start.
    pub fn marks(&self, folded: &Folded) -> Vec<(Mark, usize, usize)> {
        let mut found: Vec<(Mark, usize, usize)> = Vec::new();
        let mut take = |hits: Vec<Hit>, marks: &[Mark]| {
            found.extend(hits.iter().map(|hit| (marks[hit.group as usize], hit.start, hit.end)));
        };
        take(SCANNER.scan(folded), MARKS);
        if let Some(scanner) = &self.scanner {
            take(scanner.scan(folded), &self.marks);
        }
        // The longest first among those that begin together: what lies in one that is kept goes.
        found.sort_by_key(|(_, start, end)| (*start, std::cmp::Reverse(*end)));
        let mut kept: Vec<(Mark, usize, usize)> = Vec::with_capacity(found.len());
        let mut reach = (0, 0);
        for (mark, start, end) in found {
            let covered = reach.1 >= end && reach.1 - reach.0 > end - start;
            if end > reach.1 {
                reach = (start, end);
            }
            if !covered {
                kept.push((mark, start, end));
            }
        }
        kept
    }

    /// What a hashtag says by itself, by its folded name without spaces.
    pub fn tag(&self, name: &str) -> &[Mark] {
        TAGS.of(name).next().copied().unwrap_or_default()
    }

    /// Whether the library itself has this word for something.
    pub fn knows(&self, word: &str) -> bool {
        name_of(word).is_some()
    }

    /// The id of a target: one of the library's, or a stance of the profile by its name.
    pub fn id(&self, target: u16) -> &str {
        let at = target as usize;
        match TARGETS.get(at) {
            Some(known) => known.id,
            None => self.own.get(at - TARGETS.len()).map_or("", |own| own.name.as_str()),
        }
    }

    /// The id of the target that a brand calls by this name.
    pub fn target(&self, name: &str) -> Option<String> {
        let number = self.own.iter().position(|own| own.name == name)?;
        let target = self.own[number].same.unwrap_or((TARGETS.len() + number) as u16);
        Some(self.id(target).to_string())
    }

    /// The numbers of the brand's own targets that a target is.
    pub fn stances(&self, target: u16) -> Vec<usize> {
        let own = |number: usize| TARGETS.len() + number == target as usize;
        self.own
            .iter()
            .enumerate()
            .filter(|(number, stance)| own(*number) || stance.same == Some(target))
            .map(|(number, _)| number)
            .collect()
    }
}

fn squeezed(name: &str) -> String {
    fold(name).text.replace(' ', "")
}

/// The target of the library that a person's name for a target means: its id, its name, or a term for what it wants or is about.
fn named(name: &str) -> Option<u16> {
    let name = squeezed(name);
    let own = TARGETS.iter().position(|target| {
        squeezed(target.id) == name || [target.name.0, target.name.1].iter().any(|n| squeezed(n) == name)
    });
    let term = || NAMES.of(&name).find(|(_, part)| matches!(part, Part::Wants | Part::Issue));
    own.map(|at| at as u16).or_else(|| term().map(|(target, _)| *target))
}

fn known(name: &str) -> bool {
    NAMES.of(&squeezed(name)).next().is_some()
}

/// What a word that stands in a hashtag among others is the name of.
pub(super) fn name_of(word: &str) -> Option<(u16, Part)> {
    let fits =
        |(_, part): &&(u16, Part)| matches!(part, Part::Wants | Part::People | Part::Issue | Part::Fights | Part::Dear);
    NAMES.of(word).rfind(fits).copied()
}

/// What a word does in a hashtag of several.
pub(super) fn act_of(word: &str) -> Option<Role> {
    ACTS.of(word).rfind(|role| role.value().is_some()).copied()
}

/// The side that a word takes that only acts in a hashtag.
pub(super) fn head_of(word: &str) -> Option<i8> {
    HEADS.of(word).next_back().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn targets_are_complete() {
        assert!(TARGETS.len() >= 30);
        for (at, target) in TARGETS.iter().enumerate() {
            assert!(
                !target.name.0.is_empty() && !target.name.1.is_empty() && target.source.len() > 20,
                "{}",
                target.id
            );
            let has = |hangul: bool| {
                NAMES.all().any(|(text, (number, _))| {
                    *number as usize == at && hangul == text.chars().any(|c| ('가'..='힣').contains(&c))
                })
            };
            assert!(has(true) && has(false), "{} has words of one language only", target.id);
        }
    }

    #[test]
    fn a_stance_finds_its_target_by_any_name() {
        let stance = |target: &str| Stance { target: target.into(), ..Stance::default() };
        let profile = Profile { stances: vec![stance("노동조합"), stance("Moon bases")], ..Profile::default() };
        let library = Library::of(&profile);
        let labour = TARGETS.iter().position(|target| target.id == "labour").expect("a target") as u16;
        assert_eq!(library.stances(labour), [0]);
        assert_eq!(library.stances((TARGETS.len() + 1) as u16), [1]);
        assert_eq!(library.id((TARGETS.len() + 1) as u16), "Moon bases");
    }
}
