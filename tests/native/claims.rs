//! Claims: the set of texts in `tests/claims` as a gate, and what a claim tells besides its side.
//! `cargo test claims -- --nocapture` prints the figures; `CLAIMS=1` also lists what was read wrongly.

use nunchi::claims::{Claim, Library, Reason, Side, TARGETS, read};
use nunchi::profile::{Position, Profile, Stance, Statement};
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
    #[serde(default)]
    favor: String,
    #[serde(default)]
    against: String,
    #[serde(default)]
    unsure: String,
}

/// File, target, gold side, kind, text.
type Row = (String, String, Side, String, String);

fn rows() -> Vec<Row> {
    rows_of(&["en-1", "en-2", "ko-1", "ko-2"])
}

fn rows_of(files: &[&str]) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in files {
        let text = fs::read_to_string(format!("tests/claims/{file}.toml")).expect("a file of texts");
        let parsed: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        for target in parsed.target {
            let sides =
                [(Side::Favor, &target.favor), (Side::Against, &target.against), (Side::Unsure, &target.unsure)];
            for (side, list) in sides {
                for (kind, text) in lines(list) {
                    rows.push((file.to_string(), target.id.clone(), side, kind, text));
                }
            }
        }
    }
    rows
}

/// Kind and text of every line.
fn lines(list: &str) -> impl Iterator<Item = (String, String)> {
    list.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let (kind, text) = line.split_once(" | ").unwrap_or_else(|| panic!("no kind: {line}"));
        (kind.trim().to_string(), text.trim().to_string())
    })
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

/// Claims made, claims that are right, and texts that take a side; the wrong ones as lines.
#[derive(Default)]
struct Count {
    claimed: usize,
    right: usize,
    gold: usize,
    wrong: String,
    missed: String,
}

impl Count {
    fn add(&mut self, got: Side, want: Side, text: &str) {
        self.gold += usize::from(want != Side::Unsure);
        if got == Side::Unsure {
            if want != Side::Unsure {
                self.missed += &format!("missed {want:?}: {text}\n");
            }
            return;
        }
        self.claimed += 1;
        self.right += usize::from(got == want);
        if got != want {
            self.wrong += &format!("{got:?}, not {want:?}: {text}\n");
        }
    }

    fn holds(&self, name: &str, least_precision: f64, least_recall: f64) {
        let (precision, recall) = (self.right as f64 / self.claimed as f64, self.right as f64 / self.gold as f64);
        println!("{name}: precision {precision:.3}, recall {recall:.3}, {} texts with a side", self.gold);
        if std::env::var_os("CLAIMS").is_some() {
            println!("{}{}", self.wrong, self.missed);
        }
        assert!(precision >= least_precision, "{name}: precision {precision:.3}\n{}", self.wrong);
        assert!(recall >= least_recall, "{name}: recall {recall:.3}\n{}", self.missed);
    }
}

/// A brand of either position is contradicted by exactly the texts that take the other side; so right claims among all
/// claims, and among all texts that take a side, are precision and recall of contradictions.
#[test]
fn contradictions_are_found_and_not_invented() {
    let library = &Library::default();
    let sets: [(&[&str], f64, f64); 4] = [
        (&["en-1", "en-2"], 0.95, 0.85),
        (&["ko-1", "ko-2"], 0.95, 0.85),
        (&["fresh-en"], 0.95, 0.80),
        (&["fresh-ko"], 0.95, 0.90),
    ];
    for (files, precision, recall) in sets {
        let mut count = Count::default();
        for (_, target, want, _, text) in rows_of(files) {
            count.add(side(&read(library, &text), &target), want, &text);
        }
        count.holds(files[0], precision, recall);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Owned {
    target: Vec<OwnTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnTarget {
    name: String,
    aliases: Vec<String>,
    position: Position,
    statements: Vec<String>,
    favor: String,
    against: String,
    unsure: String,
}

/// The texts of a file of targets that a brand names, each read with nothing but its own record.
fn own(file: &str) -> Count {
    let text = fs::read_to_string(format!("tests/claims/{file}.toml")).expect("a file of texts");
    let owned: Owned = toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
    let mut count = Count::default();
    for own in owned.target {
        let statement = |text: String| Statement { text, ..Statement::default() };
        let stance = Stance {
            target: own.name.clone(),
            aliases: own.aliases,
            position: own.position,
            statements: own.statements.into_iter().map(statement).collect(),
            ..Stance::default()
        };
        let library = Library::of(&Profile { stances: vec![stance], ..Profile::default() });
        let sides = [(Side::Favor, own.favor), (Side::Against, own.against), (Side::Unsure, own.unsure)];
        for (want, list) in sides {
            for (_, text) in lines(&list) {
                let claims = read(&library, &text);
                let claim = claims.iter().find(|claim| claim.stances == [0]);
                count.add(claim.map_or(Side::Unsure, |claim| claim.side), want, &text);
            }
        }
    }
    count
}

/// Name, aliases and two statements are enough for a target that the library has never heard of.
#[test]
fn a_target_of_the_brands_own_is_read_by_its_statements() {
    own("own").holds("own", 0.95, 0.80);
}

/// Short posts say much by hint. What is claimed must be right; much is left open, most where nothing is known of a target
/// but its name.
#[test]
fn short_posts_of_the_public_are_read_with_a_profile_only() {
    for (file, precision, recall) in [
        ("tweets-en-1", 0.80, 0.42),
        ("tweets-en-2", 0.80, 0.38),
        ("tweets-en-3", 0.85, 0.60),
        ("tweets-en-4", 0.85, 0.60),
        ("tweets-en-5", 0.75, 0.42),
        ("tweets-ko", 0.60, 0.10),
    ] {
        own(file).holds(file, precision, recall);
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
    let mut texts = rows();
    texts.extend(rows_of(&["fresh-en", "fresh-ko"]));
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

/// Who is for a target is against what it is opposed to, in both languages and in both directions.
#[test]
fn favour_of_one_is_against_what_it_is_opposed_to() {
    let library = Library::default();
    for (text, favor, against) in [
        ("We support pro-life groups across the state.", "right-to-life", "abortion"),
        ("Choose life. Protect the unborn.", "right-to-life", "abortion"),
        ("We support abortion rights, and say so openly.", "abortion", "right-to-life"),
        ("우리는 태아의 생명권을 지지합니다.", "right-to-life", "abortion"),
        ("임신중지 권리를 지지합니다.", "abortion", "right-to-life"),
        ("We support the abolition of the death penalty.", "death-penalty-abolition", "death-penalty"),
        ("사형제 폐지에 찬성합니다.", "death-penalty-abolition", "death-penalty"),
        ("Bring back the death penalty!", "death-penalty", "death-penalty-abolition"),
        ("사형 집행을 지지합니다.", "death-penalty", "death-penalty-abolition"),
        ("We support gun rights.", "gun-rights", "gun-control"),
        ("총기 규제를 지지합니다.", "gun-control", "gun-rights"),
    ] {
        let claims = read(&library, text);
        assert_eq!(side(&claims, favor), Side::Favor, "{text}: {claims:?}");
        assert_eq!(side(&claims, against), Side::Against, "{text}: {claims:?}");
    }
    // A question or a report takes no side on either.
    for text in ["Should we support abortion rights?", "임신중지 권리에 대해 어떻게 생각하세요?"] {
        let claims = read(&library, text);
        assert_eq!(side(&claims, "right-to-life"), Side::Unsure, "{text}: {claims:?}");
    }
}

#[test]
fn a_brand_is_held_to_what_it_is_opposed_to() {
    use nunchi::engine::{Draft, Level, Locale};
    let brand = |target: &str| Profile {
        name: "Acme".into(),
        stances: vec![Stance { target: target.into(), position: Position::Favor, ..Stance::default() }],
        ..Profile::default()
    };
    let level = |target: &str, text: &str| {
        let judge = nunchi::judge::Judge::new(&brand(target), &Default::default(), &[], "2026-03-02");
        judge.review(&Draft { text: text.into(), ..Draft::default() }, "", Locale::En)
    };
    for (target, text) in [
        ("abortion rights", "We support pro-life groups across the state."),
        ("pro-life", "We support abortion rights, and say so openly."),
        ("사형제 폐지", "사형 집행을 지지합니다."),
        ("사형제", "사형제 폐지에 찬성합니다."),
    ] {
        let verdict = level(target, text);
        let crossed = verdict.findings.iter().any(|finding| finding.check == "stance-contradiction");
        assert!(crossed && verdict.level >= Level::Caution, "{target}: {text}: {verdict:?}");
    }
    for (target, text) in [
        ("pro-life", "We support pro-life groups across the state."),
        ("사형제 폐지", "사형제 폐지에 찬성합니다."),
        ("abortion rights", "We support abortion rights, and say so openly."),
    ] {
        let verdict = level(target, text);
        assert!(
            !verdict.findings.iter().any(|one| one.check == "stance-contradiction"),
            "{target}: {text}: {verdict:?}"
        );
    }
}

#[test]
fn a_policy_page_proposes_the_stance_and_not_what_follows() {
    let stances = nunchi::claims::propose("We support abortion rights. 우리는 사형제 폐지를 지지합니다.");
    let names: Vec<&str> = stances.iter().map(|stance| stance.target.as_str()).collect();
    assert_eq!(names, ["Abortion rights", "사형제 폐지"], "{stances:?}");
}
