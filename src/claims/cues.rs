//! What a brand's own statements tell about a target that nobody else knows: the words that stand, in a statement, where
//! something good or ill is said of them.
//!
//! "Fewer cars mean safer streets for cyclists", said by who is for a toll: who speaks well of cyclists leans that way too.

use super::clause;
use super::library::{Library, PLAIN, Part};
use super::pieces;
use crate::engine::{Folded, fold};
use crate::languages;
use crate::profile::{Position, Stance};

/// Most words that one target takes from its statements, and shortest English and Korean word, in characters.
const MAX: usize = 60;
const SHORT_ENGLISH: usize = 5;
const SHORT_KOREAN: usize = 2;
/// Most statements that are read, and most characters of each.
const STATEMENTS: usize = 20;
const LONG: usize = 600;

/// Words of the statements with what they are to the target, those of the first statements first.
pub fn of(library: &Library, stance: &Stance) -> Vec<(String, Part)> {
    let side = match stance.position {
        Position::Favor => 1,
        Position::Against => -1,
        Position::NoComment => return Vec::new(),
    };
    let mut cues: Vec<(String, Part)> = Vec::new();
    for statement in stance.statements.iter().take(STATEMENTS) {
        let text: String = statement.text.chars().take(LONG).collect();
        for piece in pieces::cut(&text).iter().filter(|piece| !piece.quoted && !piece.asked) {
            let folded = fold(&piece.text);
            for (start, end) in words(&folded) {
                let value = clause::value_at(library, &folded, (start, end)) * side;
                let word = stem(&folded.text[start..end]);
                if value == 0 || !says_much(word) || library.knows(word) || named(stance, word) {
                    continue;
                }
                let part = if value > 0 { Part::KinFor } else { Part::KinAgainst };
                if !cues.iter().any(|(known, _)| known == word) {
                    cues.push((word.to_string(), part));
                }
            }
        }
    }
    cues.truncate(MAX);
    cues
}

/// Every word, in folded bytes. Korean stands without its gaps there; where words start is known all the same.
fn words(folded: &Folded) -> Vec<(usize, usize)> {
    let letter = |c: char| c.is_alphanumeric() || c == '\'' || c == '-';
    let mut found = Vec::new();
    let mut from = None;
    for (at, c) in folded.text.char_indices().chain([(folded.text.len(), ' ')]) {
        if let Some(start) = from.filter(|start| at > *start && (!letter(c) || folded.word_start(at))) {
            found.push((start, at));
            from = None;
        }
        if from.is_none() && letter(c) {
            from = Some(at);
        }
    }
    found
}

/// Without the particle: 서식지를, 서식지.
fn stem(word: &str) -> &str {
    let long = |stem: &&str| stem.chars().count() >= SHORT_KOREAN;
    let korean = word.chars().next_back().is_some_and(|c| ('가'..='힣').contains(&c));
    let cut = languages::PARTICLES.iter().filter(|_| korean).filter_map(|particle| word.strip_suffix(particle));
    cut.filter(long).min_by_key(|stem| stem.len()).unwrap_or(word)
}

/// Whether a word is rare enough to point at something: no function word, no everyday word, no ending of a Korean verb.
fn says_much(word: &str) -> bool {
    let count = word.chars().count();
    if PLAIN.contains(&word) || word.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    if word.is_ascii() {
        return count >= SHORT_ENGLISH && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    }
    const VERBS: [&str; 12] =
        ["합니", "습니", "입니", "니다", "하는", "해야", "하고", "되는", "없는", "있는", "하지", "겠"];
    count >= SHORT_KOREAN && !VERBS.iter().any(|ending| word.contains(ending))
}

/// Whether it is part of a name of the target itself.
fn named(stance: &Stance, word: &str) -> bool {
    let mut names = std::iter::once(&stance.target).chain(&stance.aliases).chain(&stance.hashtags);
    names.any(|name| fold(name).text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Statement;

    fn cues(position: Position, text: &str) -> Vec<(String, Part)> {
        let statement = Statement { text: text.into(), ..Statement::default() };
        let stance = Stance {
            target: "the toll".into(),
            aliases: vec!["케이블카".into()],
            position,
            statements: vec![statement],
            ..Stance::default()
        };
        of(&Library::default(), &stance)
    }

    #[test]
    fn what_a_statement_praises_goes_with_its_side() {
        let cue = |word: &str, part| (word.to_string(), part);
        assert_eq!(cues(Position::Favor, "We protect cyclists."), [cue("cyclists", Part::KinFor)]);
        assert_eq!(cues(Position::Against, "We protect cyclists."), [cue("cyclists", Part::KinAgainst)]);
        assert_eq!(cues(Position::Favor, "We oppose bulldozers."), [cue("bulldozers", Part::KinAgainst)]);
        assert_eq!(
            cues(Position::Against, "산양의 서식지를 지켜야 합니다."),
            [cue("산양", Part::KinAgainst), cue("서식지", Part::KinAgainst)]
        );
        assert_eq!(cues(Position::NoComment, "We protect cyclists."), []);
        assert_eq!(cues(Position::Favor, "Our office is on Canal Street."), []);
        assert_eq!(cues(Position::Favor, "“We protect cyclists and children,” he said."), []);
    }
}
