//! The development corpus as a gate. The figures are what the engine reached when they were set; they may only rise.

use nunchi::cli::eval::judge;
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
