//! The development corpus as a gate. The figures are what the engine reached when they were set; they may only rise.

use nunchi::cli::eval::{bins, by_trends, days, distance, judge, without_events};
use nunchi::cli::score::wilson;
use nunchi::engine::Level;

#[test]
fn no_clear_row_is_held_and_most_bad_rows_are_seen() {
    let rows = judge("tests/corpus/dev.jsonl").expect("the corpus reads");
    assert_eq!(rows.len(), 190);
    let of = |label: Level| rows.iter().filter(move |row| row.label() == label);
    let held: Vec<&str> =
        of(Level::Clear).filter(|row| row.level() == Level::Hold).map(|row| row.id.as_str()).collect();
    assert!(held.is_empty(), "held for nothing: {held:?}");

    let share = |rows: Vec<Level>, least: Level| {
        rows.iter().filter(|level| **level >= least).count() as f64 / rows.len() as f64
    };
    let levels = |label: Level| of(label).map(|row| row.level()).collect::<Vec<_>>();
    let hold = levels(Level::Hold);
    let bad: Vec<Level> = hold.iter().copied().chain(levels(Level::Caution)).collect();
    let seen = share(bad, Level::Caution);
    let stopped = share(hold.clone(), Level::Hold);
    let disturbed = share(levels(Level::Clear), Level::Caution);
    assert!(share(hold, Level::Caution) >= 0.5);
    assert!(seen >= 0.88, "bad rows at caution or above: {seen:.2}");
    assert!(stopped >= 0.75, "hold rows held: {stopped:.2}");
    assert!(disturbed <= 0.02, "clear rows at caution or above: {disturbed:.2}");
}

#[test]
fn the_pairs_of_our_own_stay_told_apart() {
    let sets = [
        ("own-en", 0.9),
        ("own-en-2", 0.75),
        ("own-en-3", 0.85),
        ("own-en-4", 0.65),
        ("own-ko", 0.9),
        ("own-ko-2", 0.9),
        ("own-ko-3", 0.9),
        ("own-stance", 0.85),
        ("own-stance-2", 0.85),
    ];
    for (path, least) in sets.map(|(name, least)| (format!("tests/corpus/{name}.jsonl"), least)) {
        let rows = judge(&path).unwrap_or_else(|e| panic!("{e}"));
        let share = |bad: bool| {
            let of: Vec<Level> =
                rows.iter().filter(|row| (row.label() > Level::Hint) == bad).map(|row| row.level()).collect();
            of.iter().filter(|level| **level >= Level::Caution).count() as f64 / of.len() as f64
        };
        assert!(share(true) >= least, "{path}: bad rows seen: {:.2}", share(true));
        assert!(share(false) <= 0.05, "{path}: clear rows disturbed: {:.2}", share(false));
    }
}

#[test]
fn unrelated_trends_change_no_verdict() {
    let rows = judge("tests/corpus/dev.jsonl").expect("the corpus reads");
    let days = days();
    assert_eq!(days.len(), 10);
    assert!(days.iter().all(|day| day.len() == 20), "twenty trends a day");
    let changes: Vec<String> =
        by_trends(&rows).iter().map(|one| format!("{} {:?} {:?}", one.id, one.before, one.after.level)).collect();
    assert!(changes.is_empty(), "changed by noise: {changes:?}");
}

#[test]
fn without_its_events_a_post_that_only_they_made_bad_is_let_go() {
    let rows = judge("tests/corpus/dev.jsonl").expect("the corpus reads");
    let silent = without_events(&rows);
    assert!(silent.len() >= 20, "only {} rows", silent.len());
    let loud: Vec<&str> =
        silent.iter().filter(|row| row.after.level > Level::Hint).map(|row| row.id.as_str()).collect();
    assert!(loud.len() * 10 <= silent.len(), "still bad without their events: {loud:?}");
}

#[test]
fn stated_confidence_is_borne_out_where_it_was_not_set() {
    let rows = judge("tests/corpus/dev.jsonl").expect("the corpus reads");
    let bins = bins(&rows);
    assert!(bins.len() >= 4, "confidence tells verdicts apart: {bins:?}");
    for (stated, (bad, all)) in &bins {
        // Few rows prove little: only what the interval rules out is wrong.
        let (_, high) = wilson(*bad, *all);
        assert!(100.0 * high + 1.0 >= f64::from(*stated), "{stated} % stated, {bad} of {all} bad");
    }
    assert!(distance(&bins) <= 12.0, "off by {:.1} points", distance(&bins));
}
