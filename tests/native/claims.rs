//! Claims: the set of texts in `tests/claims` as a gate, and what a claim tells besides its side.

use nunchi::claims::{Claim, Library, Reason, Side, TARGETS, read};
use nunchi::profile::{Position, Profile, Stance};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    target: Vec<Target>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    id: String,
    favor: String,
    against: String,
    unsure: String,
}

/// File, target, gold side, kind, text.
fn rows() -> Vec<(String, String, Side, String, String)> {
    let mut rows = Vec::new();
    for file in ["en-1", "en-2", "ko-1", "ko-2"] {
        let text = fs::read_to_string(format!("tests/claims/{file}.toml")).expect("a file of texts");
        let parsed: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        for target in parsed.target {
            let sides =
                [(Side::Favor, &target.favor), (Side::Against, &target.against), (Side::Unsure, &target.unsure)];
            for (side, list) in sides {
                for line in list.lines().filter(|line| !line.trim().is_empty()) {
                    let (kind, text) = line.split_once(" | ").unwrap_or_else(|| panic!("{file}: {line}"));
                    rows.push((file.into(), target.id.clone(), side, kind.trim().into(), text.trim().into()));
                }
            }
        }
    }
    rows
}

fn side(claims: &[Claim], target: &str) -> Side {
    claims.iter().find(|claim| claim.target == target).map_or(Side::Unsure, |claim| claim.side)
}

#[test]
fn the_set_is_large_and_hard_enough() {
    let rows = rows();
    let korean = rows.iter().filter(|row| row.0.starts_with("ko")).count();
    assert!(rows.len() >= 400 && korean * 2 >= 400, "{} texts, {korean} Korean", rows.len());
    let targets: BTreeSet<&str> = rows.iter().map(|row| row.1.as_str()).collect();
    assert!(targets.len() >= 30);
    let known: BTreeSet<&str> = TARGETS.iter().map(|target| target.id).collect();
    assert!(targets.is_subset(&known), "{:?}", targets.difference(&known));
    for kind in ["not", "irony", "quote", "ask", "if", "tag"] {
        assert!(rows.iter().filter(|row| row.3 == kind).count() >= 5, "too few of kind {kind}");
    }
    let texts: BTreeSet<&str> = rows.iter().map(|row| row.4.as_str()).collect();
    assert_eq!(texts.len(), rows.len(), "a text stands twice");
}

/// A brand of either position is contradicted by exactly the texts that take the other side; so right claims among all
/// claims, and among all texts that take a side, are precision and recall of contradictions.
#[test]
fn contradictions_are_found_and_not_invented() {
    let library = &Library::default();
    for language in ["en", "ko"] {
        let (mut claimed, mut right, mut gold) = (0, 0, 0);
        let mut wrong = String::new();
        for (file, target, want, _, text) in rows().iter().filter(|row| row.0.starts_with(language)) {
            let got = side(&read(library, text), target);
            gold += usize::from(*want != Side::Unsure);
            if got != Side::Unsure {
                claimed += 1;
                right += usize::from(got == *want);
                if got != *want {
                    wrong += &format!("{file} {target}: {got:?}, not {want:?}: {text}\n");
                }
            }
        }
        let (precision, recall) = (right as f64 / claimed as f64, right as f64 / gold as f64);
        assert!(precision >= 0.95, "{language}: precision {precision:.3}\n{wrong}");
        assert!(recall >= 0.85, "{language}: recall {recall:.3}");
    }
}

#[test]
fn what_is_not_the_writers_own_is_not_claimed_and_the_reason_is_told() {
    let library = &Library::default();
    let reason = |text: &str, target: &str| {
        let claims = read(library, text);
        let claim = claims.iter().find(|claim| claim.target == target).unwrap_or_else(|| panic!("{text}: nothing"));
        assert_eq!(claim.side, Side::Unsure, "{text}");
        claim.reason
    };
    let cases = [
        ("Critics said that unions are thugs.", "labour", Reason::Reported),
        ("한 후보는 노조가 나라를 망친다고 주장했다.", "labour", Reason::Reported),
        ("Are unions good for small shops?", "labour", Reason::Asked),
        ("파업은 언제 끝나나요?", "labour", Reason::Asked),
        ("If we supported gun control, what would change.", "gun-control", Reason::Supposed),
        ("The union met on Tuesday.", "labour", Reason::OnlyNamed),
        ("노동조합 사무실은 3층이에요.", "labour", Reason::OnlyNamed),
        ("We support nuclear power. We oppose nuclear power.", "nuclear-power", Reason::Mixed),
    ];
    for (text, target, want) in cases {
        assert_eq!(reason(text, target), Some(want), "{text}");
    }
}

#[test]
fn the_words_are_marked_in_the_writers_own_text() {
    let text = "😀 오늘도 씁니다. 저희는 동물실험에 반대합니다.";
    let claims = read(&Library::default(), text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let claim = claims.iter().find(|claim| claim.target == "animal-welfare").expect("a claim");
    assert_eq!((claim.side, claim.firm, claim.reason), (Side::Favor, true, None));
    let words: Vec<String> =
        claim.words.iter().map(|(a, b)| String::from_utf16_lossy(&units[*a as usize..*b as usize])).collect();
    assert_eq!(words, ["동물실험에 반대"]);
}

#[test]
fn hashtags_of_several_words_take_a_side() {
    let library = &Library::default();
    let cases = [
        ("Morning run. #antifeminism", "feminism", Side::Against),
        ("Morning run. #bancoal", "climate", Side::Favor),
        ("Morning run. #feminismiscancer", "feminism", Side::Against),
        ("We love #womensrights", "feminism", Side::Favor),
        ("아침 달리기 #차별금지법제정하라", "anti-discrimination-law", Side::Favor),
        ("아침 달리기 #원전반대", "nuclear-power", Side::Against),
        // Scorn before it: the hashtag mocks, or it does not; nobody can tell.
        ("You people are so stupid. #ActOnClimate", "climate", Side::Unsure),
        ("Morning run. #feminism", "feminism", Side::Unsure),
    ];
    for (text, target, want) in cases {
        assert_eq!(side(&read(library, text), target), want, "{text}");
    }
}

#[test]
fn a_profile_brings_targets_of_its_own() {
    let stance = |target: &str, aliases: &[&str]| Stance {
        target: target.into(),
        aliases: aliases.iter().map(|alias| alias.to_string()).collect(),
        position: Position::Against,
        ..Stance::default()
    };
    let profile = Profile {
        stances: vec![stance("the harbour tunnel", &["항만 터널"]), stance("unions", &[])],
        ..Profile::default()
    };
    let library = Library::of(&profile);
    let sides = |text: &str| -> Vec<(Vec<usize>, Side)> {
        read(&library, text).into_iter().map(|claim| (claim.stances, claim.side)).collect()
    };
    assert_eq!(sides("We support the harbour tunnel."), [(vec![0], Side::Favor)]);
    assert_eq!(sides("항만 터널 건설에 반대합니다."), [(vec![0], Side::Against)]);
    assert_eq!(sides("We stand with our union."), [(vec![1], Side::Favor)]);
    assert_eq!(sides("We open at nine."), []);
}

#[test]
fn any_text_is_read_and_its_spans_lie_in_it() {
    let library = &Library::default();
    let texts = rows();
    let long = texts.iter().map(|row| row.4.as_str()).collect::<Vec<_>>().join(" ");
    let odd =
        ["", " ", "#", "##a#", "\"", "“““ ”", "?!?!", "\u{200B}\u{1F9D1}\u{200D}", "ㅋㅋㅋ#난민", "not not not", &long];
    // Every text of the set with letters missing, too.
    let holes = texts.iter().enumerate().map(|(at, row)| row.4.chars().skip(at % 7).step_by(1 + at % 3).collect());
    for text in odd.iter().map(|text| text.to_string()).chain(holes) {
        let end = text.encode_utf16().count() as u32;
        for claim in read(library, &text) {
            assert!(claim.words.iter().all(|(a, b)| a < b && *b <= end), "{text}: {claim:?}");
            assert_eq!(claim.reason.is_some(), claim.side == Side::Unsure, "{text}: {claim:?}");
        }
    }
}
