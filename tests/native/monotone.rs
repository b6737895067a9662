//! More evidence never lowers a verdict: one more event, a declared line, and any event list at all.

use nunchi::engine::{Draft, Event, Level, Locale};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use nunchi::{brand, checks};
use std::collections::BTreeSet;

use crate::checks::cases;

/// What may go on, from nothing much to the worst.
const EVENTS: &[&str] = &[
    "mall shooting",
    "school shooting",
    "vigil",
    "#PrayForUs",
    "flash flood",
    "hurricane",
    "earthquake",
    "plane crash",
    "blackout",
    "heatwave",
    "E. coli outbreak",
    "layoffs",
    "data breach",
    "strike",
    "9/11 anniversary",
    "#NeverForget",
    "George Floyd",
    "international women's day",
    "state funeral",
    "Carrie Fisher dies",
    "invasion",
    "hostages",
    "boycott",
    "season finale",
    "이태원 참사",
    "국가애도기간",
    "세월호 참사 추모",
    "5·18 민주화운동 기념일",
    "공장 화재",
    "집중호우",
    "비상계엄",
    "여객기 추락 사고",
    "불매운동",
    "개인정보 유출",
    "장애인의 날",
    "핼러윈",
    "새 앨범",
];

fn level(draft: &Draft, events: &[&str], stance: &[String]) -> Level {
    let events: Vec<Event> = events.iter().map(|line| Event::trend(line)).collect();
    let regions: BTreeSet<String> = ["US", "KR"].iter().map(|region| region.to_string()).collect();
    let lines = brand::plain(stance);
    Judge::of("", "", lines, &Settings::default(), regions, &events, "2026-06-09").review(draft, "", Locale::En).level
}

#[test]
fn one_more_event_never_lowers_a_verdict() {
    let (mut lowered, mut raised) = (Vec::new(), 0);
    for (number, case) in checks::ALL.iter().flat_map(|check| cases(check.id)).enumerate() {
        let draft = Draft { text: case.draft.clone(), ..Draft::default() };
        // Which events go together changes from case to case, so that the pairs differ without being all of them.
        for step in 0..6 {
            let at = |offset: usize| EVENTS[(number * 7 + step * 11 + offset) % EVENTS.len()];
            let (one, two) = (at(0), at(5));
            let (before, after) = (level(&draft, &[one], &[]), level(&draft, &[one, two], &[]));
            let turned = level(&draft, &[two, one], &[]);
            raised += u32::from(after > before);
            if after < before || turned < before {
                lowered.push(format!("{one} {before:?}, and {two} {after:?} or {turned:?}: {}", case.draft));
            }
        }
    }
    assert!(raised > 50, "only {raised} pairs in which the second event matters");
    assert!(lowered.is_empty(), "{} lowered:\n{}", lowered.len(), lowered.join("\n"));
}

/// A line may bear out what was only hinted at; it takes no caution back.
#[test]
fn one_more_declared_line_never_lowers_a_verdict() {
    let stance = ["Never works with fur".to_string(), "Pays its staff a living wage".to_string()];
    for case in checks::ALL.iter().flat_map(|check| cases(check.id)) {
        let draft = Draft { text: case.draft.clone(), ..Draft::default() };
        let levels: Vec<Level> = (0..=2).map(|count| level(&draft, &["mall shooting"], &stance[..count])).collect();
        assert!(levels.windows(2).all(|pair| pair[0] <= pair[1].max(Level::Hint)), "{levels:?}: {}", case.draft);
    }
}
