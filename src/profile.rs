//! What a brand declares about itself: the record that a person edits, that is exported, and that checks compare with.
//!
//! Plain data. `parse` (in `json`) and `Profile::problem` are the only judges of a profile, for pages, background and
//! command line alike.

mod account;
pub mod brands;
mod commitment;
mod dates;
pub mod history;

pub use account::{Account, MAX_ACCOUNTS};
pub use commitment::Commitment;
pub use dates::{BrandDate, DayTone, MAX_DATES};

use crate::engine::{Locale, Text};
use crate::words;
use history::Change;
use serde::{Deserialize, Serialize};

/// Longest profile as JSON, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;
const MAX_STANCES: usize = 200;
const MAX_LIST: usize = 100;
/// Longest single text, in characters.
const MAX_TEXT: usize = 2000;

/// What the brand declares about one target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    #[default]
    Favor,
    Against,
    /// The brand says nothing on this, on purpose.
    NoComment,
}

impl Position {
    pub const ALL: [Position; 3] = [Position::Favor, Position::Against, Position::NoComment];
}

/// Something that the brand said in public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    pub text: String,
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty.
    pub date: String,
    /// http or https, or empty.
    pub url: String,
}

/// The brand's position on one target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stance {
    /// What it is about, as a person says it: "동물실험", "training on artists' work".
    pub target: String,
    /// Other names of the target, in any language.
    pub aliases: Vec<String>,
    /// With or without `#`.
    pub hashtags: Vec<String>,
    pub position: Position,
    pub statements: Vec<Statement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// Never said, joked about or sold beside, in the brand's own words.
    pub red_lines: Vec<String>,
    pub owner: String,
    /// When the stance is to be looked at again, `YYYY-MM-DD`, or empty.
    pub review: String,
    pub note: String,
    /// What it was before, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A brand. The default is "no profile yet".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    pub name: String,
    /// What it sells or does, in its own words.
    pub sector: String,
    /// ISO 3166 two-letter codes of the places it speaks to. Empty: as in the settings.
    pub regions: Vec<String>,
    /// By which pages show that it is this brand that writes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Account>,
    pub stances: Vec<Stance>,
    /// Its own days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<BrandDate>,
}

/// Why a profile is not accepted: which field, and the sentence for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// A path like `stances[2].target`, or empty for the whole.
    pub field: String,
    text: &'static Text,
    detail: String,
}

impl Problem {
    fn new(field: impl Into<String>, text: &'static Text) -> Problem {
        Problem { field: field.into(), text, detail: String::new() }
    }

    pub fn message(&self, locale: Locale) -> String {
        self.message_about(locale, &self.field)
    }

    /// The same sentence with the field called by another name than its path.
    pub fn message_about(&self, locale: Locale, field: &str) -> String {
        self.text.fill(locale, &[("field", field), ("detail", &self.detail)])
    }
}

impl Profile {
    /// The first thing that is wrong, in reading order.
    pub fn problem(&self) -> Option<Problem> {
        let too_long = |field: String, text: &str| {
            (text.chars().count() > MAX_TEXT).then(|| Problem::new(field, &words::PROFILE_TOO_LONG))
        };
        too_long("name".into(), &self.name)
            .or_else(|| too_long("sector".into(), &self.sector))
            .or_else(|| {
                if self.regions.len() > MAX_LIST || self.stances.len() > MAX_STANCES {
                    let field = if self.regions.len() > MAX_LIST { "regions" } else { "stances" };
                    return Some(Problem::new(field, &words::PROFILE_TOO_MANY));
                }
                let bad = self.regions.iter().position(|region| !is_region(region));
                if let Some(at) = bad {
                    return Some(Problem::new(format!("regions[{at}]"), &words::PROFILE_REGION));
                }
                if self.accounts.len() > MAX_ACCOUNTS {
                    return Some(Problem::new("accounts", &words::PROFILE_TOO_MANY));
                }
                if let Some(at) = self.accounts.iter().position(|account| !account.is_sound()) {
                    return Some(Problem::new(format!("accounts[{at}]"), &words::PROFILE_ACCOUNT));
                }
                self.stances.iter().enumerate().find_map(|(at, stance)| {
                    let here = format!("stances[{at}]");
                    let again = self.stances[..at].iter().any(|earlier| same(&earlier.target, &stance.target));
                    stance
                        .problem(&here)
                        .or_else(|| again.then(|| Problem::new(format!("{here}.target"), &words::PROFILE_TARGET_TWICE)))
                })
            })
            .or_else(|| (self.dates.len() > MAX_DATES).then(|| Problem::new("dates", &words::PROFILE_TOO_MANY)))
            .or_else(|| self.dates.iter().enumerate().find_map(|(at, date)| date.problem(&format!("dates[{at}]"))))
    }
}

impl Stance {
    fn problem(&self, here: &str) -> Option<Problem> {
        if self.target.trim().is_empty() {
            return Some(Problem::new(format!("{here}.target"), &words::PROFILE_TARGET_EMPTY));
        }
        for (name, text) in [("target", &self.target), ("owner", &self.owner), ("note", &self.note)] {
            if text.chars().count() > MAX_TEXT {
                return Some(Problem::new(format!("{here}.{name}"), &words::PROFILE_TOO_LONG));
            }
        }
        let lists = [("aliases", &self.aliases), ("hashtags", &self.hashtags), ("red_lines", &self.red_lines)];
        for (name, list) in lists {
            if list.len() > MAX_LIST {
                return Some(Problem::new(format!("{here}.{name}"), &words::PROFILE_TOO_MANY));
            }
            if let Some(at) = list.iter().position(|text| text.chars().count() > MAX_TEXT) {
                return Some(Problem::new(format!("{here}.{name}[{at}]"), &words::PROFILE_TOO_LONG));
            }
        }
        if self.statements.len() > MAX_LIST {
            return Some(Problem::new(format!("{here}.statements"), &words::PROFILE_TOO_MANY));
        }
        for (at, statement) in self.statements.iter().enumerate() {
            let here = format!("{here}.statements[{at}]");
            if statement.text.trim().is_empty() {
                return Some(Problem::new(format!("{here}.text"), &words::PROFILE_STATEMENT_EMPTY));
            }
            if statement.text.chars().count() > MAX_TEXT {
                return Some(Problem::new(format!("{here}.text"), &words::PROFILE_TOO_LONG));
            }
            if !is_date(&statement.date) {
                return Some(Problem::new(format!("{here}.date"), &words::PROFILE_DATE));
            }
            if !is_url(&statement.url) {
                return Some(Problem::new(format!("{here}.url"), &words::PROFILE_URL));
            }
        }
        if self.commitments.len() > MAX_LIST {
            return Some(Problem::new(format!("{here}.commitments"), &words::PROFILE_TOO_MANY));
        }
        let promises = self.commitments.iter().enumerate();
        let wrong = promises.map(|(at, promise)| promise.problem(&format!("{here}.commitments[{at}]")));
        if let Some(problem) = wrong.flatten().next() {
            return Some(problem);
        }
        if self.changes.len() > history::MAX_CHANGES {
            return Some(Problem::new(format!("{here}.changes"), &words::PROFILE_TOO_MANY));
        }
        for (at, change) in self.changes.iter().enumerate() {
            let here = format!("{here}.changes[{at}]");
            let texts = [&change.by, &change.why].into_iter().chain(&change.statements);
            if texts.into_iter().any(|text| text.chars().count() > MAX_TEXT) {
                return Some(Problem::new(here, &words::PROFILE_TOO_LONG));
            }
            if change.statements.len() > MAX_LIST {
                return Some(Problem::new(format!("{here}.statements"), &words::PROFILE_TOO_MANY));
            }
            if change.date.is_empty() || !is_date(&change.date) {
                return Some(Problem::new(format!("{here}.date"), &words::PROFILE_DATE));
            }
        }
        (!self.review.is_empty() && (self.review.len() != 10 || !is_date(&self.review)))
            .then(|| Problem::new(format!("{here}.review"), &words::PROFILE_DATE))
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    text.is_empty()
        || (text.len() <= MAX_TEXT && rest.is_some_and(|r| !r.is_empty()) && !text.contains(char::is_whitespace))
}

/// Empty, or a day, month or year of the proleptic Gregorian calendar.
pub(crate) fn is_date(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
    };
    let Some(year) = number(parts[0], 4) else { return false };
    let Some(month) = parts.get(1).map_or(Some(1), |part| number(part, 2)) else { return false };
    let Some(day) = parts.get(2).map_or(Some(1), |part| number(part, 2)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    parts.len() <= 3 && (1..=days).contains(&day)
}

/// A profile as a file's text.
#[cfg(feature = "json")]
pub mod json {
    use super::*;
    use serde_json::error::Category;

    /// Reads a profile. Err names the field where one is known; the caller keeps what it had.
    pub fn parse(text: &str) -> Result<Profile, Problem> {
        if text.len() > MAX_BYTES {
            return Err(Problem::new("", &words::PROFILE_TOO_BIG));
        }
        let mut reader = serde_json::Deserializer::from_str(text);
        let profile: Profile = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            let inner = error.inner();
            let text = match inner.classify() {
                Category::Data => &words::PROFILE_VALUE,
                _ => &words::PROFILE_SYNTAX,
            };
            let field = if path == "." { String::new() } else { path };
            Problem { field, text, detail: inner.to_string() }
        })?;
        reader.end().map_err(|error| Problem {
            field: String::new(),
            text: &words::PROFILE_SYNTAX,
            detail: error.to_string(),
        })?;
        profile.problem().map_or(Ok(profile), Err)
    }

    /// Indented, as a person edits it.
    pub fn print(profile: &Profile) -> String {
        // A struct of strings and lists always prints.
        serde_json::to_string_pretty(profile).unwrap_or_default()
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut Profile)) -> Profile {
        let mut profile = Profile {
            name: "해오름 Haeoreum".into(),
            sector: "cosmetics".into(),
            regions: vec!["KR".into()],
            accounts: vec![Account::of("x.com @haeoreum")],
            stances: vec![Stance {
                target: "animal testing".into(),
                aliases: vec!["동물실험".into()],
                position: Position::Against,
                statements: vec![Statement {
                    text: "We never test on animals.".into(),
                    date: "2021-03".into(),
                    url: "https://example.org/policy".into(),
                }],
                review: "2027-02-28".into(),
                ..Stance::default()
            }],
            dates: vec![BrandDate { name: "창립일".into(), date: "1998-06-01".into(), ..BrandDate::default() }],
        };
        change(&mut profile);
        profile
    }

    #[test]
    fn what_is_printed_reads_back_the_same() {
        for profile in [Profile::default(), with(|_| ())] {
            assert_eq!(json::parse(&json::print(&profile)), Ok(profile));
        }
        assert_eq!(json::parse("{}"), Ok(Profile::default()));
    }

    #[test]
    fn every_problem_names_its_field() {
        type Change = fn(&mut Profile);
        let cases: [(&str, Change); 10] = [
            ("accounts[1]", |p| p.accounts.push(Account::of("haeoreum"))),
            ("regions[1]", |p| p.regions.push("korea".into())),
            ("stances[0].target", |p| p.stances[0].target = "  ".into()),
            ("stances[1].target", |p| p.stances.push(Stance { target: "Animal Testing ".into(), ..Stance::default() })),
            ("stances[0].statements[0].text", |p| p.stances[0].statements[0].text.clear()),
            ("stances[0].statements[0].date", |p| p.stances[0].statements[0].date = "2021-02-29".into()),
            ("stances[0].statements[0].url", |p| p.stances[0].statements[0].url = "javascript:alert(1)".into()),
            ("stances[0].review", |p| p.stances[0].review = "2027".into()),
            ("stances[0].note", |p| p.stances[0].note = "가".repeat(MAX_TEXT + 1)),
            ("stances", |p| p.stances = vec![Stance::default(); MAX_STANCES + 1]),
        ];
        for (field, change) in cases {
            let problem = with(change).problem().unwrap_or_else(|| panic!("{field}: accepted"));
            assert_eq!(problem.field, field);
            for locale in [Locale::En, Locale::Ko] {
                assert!(!problem.message(locale).contains('{'), "{}", problem.message(locale));
            }
        }
        assert_eq!(with(|_| ()).problem(), None);
    }

    #[test]
    fn broken_files_are_refused_with_a_place() {
        let field = |text: &str| json::parse(text).expect_err(text).field;
        assert_eq!(field(r#"{"stances":[{"target":"a","position":"maybe"}]}"#), "stances[0].position");
        assert_eq!(field(r#"{"stances":[{"target":7}]}"#), "stances[0].target");
        assert!(field(r#"{"stance":[]}"#).contains("stance"));
        assert_eq!(field("not json"), "");
        assert_eq!(field("{} {}"), "");
        assert_eq!(field(&" ".repeat(MAX_BYTES + 1)), "");
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for good in ["", "2024", "2024-02", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["24", "2024-13", "2024-00-01", "1900-02-29", "2024-02-30", "2024-02-29-1", "2024-2-3", "오늘"] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
