//! Stance records proposed out of a policy page that a person pasted. Each comes with the sentences that it stands on; a
//! person confirms each.

use super::weigh::opposed;
use super::{Claim, Library, Reason, Side, TARGETS, pieces, read};
use crate::engine::{Locale, fold};
use crate::profile::{Position, Stance, Statement};

/// Longest page that is read, in characters; of a longer one the beginning is.
pub const MAX_PAGE: usize = 100_000;
/// Most sentences that one record takes, and longest sentence, in characters.
const STATEMENTS: usize = 10;
const LONG: usize = 600;
/// Most records.
const MAX: usize = 100;

/// By which a page says that it says nothing. Compared with folded text.
const SILENT: [&str; 12] = [
    "do not comment on",
    "don't comment on",
    "no comment on",
    "take no position",
    "takes no position",
    "take no side",
    "do not take sides",
    "remain neutral",
    "입장을 내지 않",
    "입장을 밝히지 않",
    "의견을 내지 않",
    "중립을 지",
];

/// Records in the order in which the page comes to them: one for every target and position.
pub fn propose(page: &str) -> Vec<Stance> {
    let library = Library::default();
    let silent: Vec<String> = SILENT.iter().map(|words| fold(words).text).collect();
    let mut stances: Vec<Stance> = Vec::new();
    for sentence in sentences(page) {
        let folded = fold(&sentence).text;
        let quiet = silent.iter().any(|words| folded.contains(words.as_str()));
        let claims = read(&library, &sentence);
        // What follows from another claim of the sentence is no stance of its own.
        let follows = |claim: &Claim| {
            claim.side == Side::Against
                && opposed(&claim.target).any(|other| {
                    let other = library.id(other);
                    claims.iter().any(|known| known.target == other && known.side == Side::Favor)
                })
        };
        for claim in claims.iter().filter(|claim| !follows(claim)) {
            let Some(position) = position(claim, quiet) else { continue };
            let Some(target) = TARGETS.iter().find(|target| target.id == claim.target) else { continue };
            let korean = sentence.chars().any(|c| ('가'..='힣').contains(&c));
            let (locale, other) = if korean { (Locale::Ko, Locale::En) } else { (Locale::En, Locale::Ko) };
            let statement = Statement { text: sentence.clone(), ..Statement::default() };
            let same = |stance: &Stance| {
                stance.position == position && [target.name.0, target.name.1].contains(&stance.target.as_str())
            };
            match stances.iter().position(same) {
                Some(at) if stances[at].statements.len() < STATEMENTS => stances[at].statements.push(statement),
                None if stances.len() < MAX => stances.push(Stance {
                    target: target.name(locale).to_string(),
                    aliases: vec![target.name(other).to_string()],
                    position,
                    statements: vec![statement],
                    ..Stance::default()
                }),
                _ => {}
            }
        }
    }
    stances
}

fn position(claim: &Claim, quiet: bool) -> Option<Position> {
    match (claim.side, claim.firm, claim.reason) {
        // Somebody else's words are no policy.
        (_, _, Some(Reason::Reported)) => None,
        _ if quiet => Some(Position::NoComment),
        (Side::Favor, true, _) => Some(Position::Favor),
        (Side::Against, true, _) => Some(Position::Against),
        _ => None,
    }
}

/// The sentences of a page as they are written, those of headings and lists too.
fn sentences(page: &str) -> Vec<String> {
    let page: String = page.chars().take(MAX_PAGE).collect();
    let mut found = Vec::new();
    for line in page.lines() {
        let units: Vec<u16> = line.encode_utf16().collect();
        // Where each sentence begins; it ends where the next one does.
        let mut starts: Vec<(usize, u32)> = Vec::new();
        for piece in pieces::cut(line) {
            if starts.last().is_none_or(|(number, _)| *number != piece.sentence) {
                starts.push((piece.sentence, piece.start));
            }
        }
        for (at, (_, start)) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(units.len(), |(_, next)| *next as usize);
            let text = String::from_utf16_lossy(units.get(*start as usize..end).unwrap_or_default());
            let text = text.trim().trim_start_matches(['-', '*', '•', '·', '#', ' ']);
            if !text.is_empty() && text.chars().count() <= LONG {
                found.push(text.to_string());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> Vec<(String, Position, Vec<String>)> {
        let texts = |stance: &Stance| stance.statements.iter().map(|statement| statement.text.clone()).collect();
        propose(page).iter().map(|stance| (stance.target.clone(), stance.position, texts(stance))).collect()
    }

    #[test]
    fn a_page_becomes_records_with_their_sentences() {
        let page = "# What we stand for\n\nFounded in 1998, we sell soap. We support our union. We do not test on animals!\n\
            - We will always stand with our union.\n\
            Critics say that unions are thugs.\n\
            We do not comment on abortion.\n";
        let found = shown(page);
        let of = |target: &str| found.iter().find(|(name, _, _)| name == target).cloned();
        let labour = TARGETS.iter().find(|target| target.id == "labour").expect("a target").name.0;
        let abortion = TARGETS.iter().find(|target| target.id == "abortion").expect("a target").name.0;
        let (_, position, texts) = of(labour).expect("labour");
        assert_eq!(position, Position::Favor);
        assert_eq!(texts, ["We support our union.", "We will always stand with our union."]);
        let (_, position, texts) = of(abortion).expect("abortion");
        assert_eq!((position, texts), (Position::NoComment, vec!["We do not comment on abortion.".to_string()]));
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_korean_page_too() {
        let found =
            shown("■ 우리의 약속\n동물실험에 반대합니다. 매장은 아홉 시에 엽니다.\n차별금지법 제정을 지지합니다.");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|(_, position, texts)| *position == Position::Favor && texts.len() == 1));
        assert_eq!(found[0].2, ["동물실험에 반대합니다."]);
    }

    #[test]
    fn any_page_is_read_and_its_records_are_accepted() {
        let long = "We support our union. ".repeat(20_000);
        for page in ["", "\n\n", "😀 😀. 😀", "\"", "no comment on", &long] {
            let profile = crate::profile::Profile { stances: propose(page), ..Default::default() };
            assert_eq!(profile.problem(), None, "{}", &page[..page.floor_char_boundary(20)]);
        }
    }
}
