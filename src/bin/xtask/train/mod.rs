//! `cargo xtask train <folder>`: the trained heads, from the text sets to the bytes that ship. The same folder gives the
//! same bytes on every machine; `--check` trains again and compares instead of writing.

mod calibrate;
mod data;
mod figures;
mod linear;
mod tasks;

use anyhow::{Context, Result, bail};
use data::{Part, Row, Sources};
use linear::{Exact, Example, Rounded};
use nunchi::engine::heads::{MAGIC, Model};
use std::path::Path;
use tasks::{TASKS, Task, Use};

/// The heaviest weight has so many steps. More make the file larger and no head better.
const STEPS: f64 = 127.0;
/// A reading is likely where one text in fifty of the other kind gets, and firm where one in two hundred does.
const LIKELY: f64 = 0.02;
const FIRM: f64 = 0.005;
/// As far as the score of a rounded head may stray from the exact one.
const STRAY: f64 = 0.05;

/// Trains every head on the sets in `folder` and writes `src/data/models` below `root`, or compares with what is there.
pub fn train(root: &Path, folder: &Path, check: bool) -> Result<()> {
    let home = root.join("src/data/models");
    let rows = data::all(folder, &Sources::read(&home.join("sources.json"))?)?;
    let mut figures = figures::HEAD.to_string();
    for (name, korean) in [("en.bin", false), ("ko.bin", true)] {
        let (file, lines) = language(&rows, korean)?;
        figures += &lines;
        put(&home.join(name), &file, check)?;
    }
    print!("{figures}");
    put(&home.join("figures.tsv"), figures.as_bytes(), check)
}

fn put(path: &Path, bytes: &[u8], check: bool) -> Result<()> {
    if !check {
        return std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()));
    }
    if std::fs::read(path).with_context(|| format!("reading {}", path.display()))? != bytes {
        bail!("{} is not what training gives", path.display());
    }
    Ok(())
}

/// The model file of a language, and the lines of its figures.
fn language(rows: &[Row], korean: bool) -> Result<(Vec<u8>, String)> {
    let tasks = TASKS.iter().filter(|task| task.korean == korean);
    let mut file = MAGIC.to_vec();
    file.push(tasks.clone().filter(|task| task.ships).count() as u8);
    let mut lines = String::new();
    for task in tasks {
        eprintln!("training {} ({})", task.head.name(), if korean { "ko" } else { "en" });
        let exact = linear::train(&examples(rows, task.learns, Part::Train), &task.plan);
        let rounded = linear::round(&exact, STEPS);
        let aside = examples(rows, task.learns, Part::Aside);
        let packed = pack(task, &rounded, &aside);
        let mut alone = MAGIC.to_vec();
        alone.push(1);
        alone.extend(&packed);
        if task.ships {
            file.extend(&packed);
        }
        // Read back by the code that ships: what is measured is what runs.
        let Some(model) = Model::read(alone.leak()) else { bail!("{}: the model does not read", task.head.name()) };
        stray(&exact, &model, &aside)?;
        lines += &figures::lines(task, &model, rows, &aside);
    }
    Ok((file, lines))
}

/// The texts of one part that a head uses, with their answers.
fn examples<'a>(rows: &'a [Row], uses: &[Use], part: Part) -> Vec<Example<'a>> {
    rows.iter()
        .filter(|row| row.part == part)
        .filter_map(|row| {
            let (_, yes, no) = uses.iter().find(|one| one.0 == row.set)?;
            let answer = row.labels & yes != 0;
            // Without a yes, every label must be a sure no.
            (answer || row.labels & !no == 0).then_some(Example { features: &row.features, yes: answer })
        })
        .collect()
}

/// A head as `Model::read` wants it.
fn pack(task: &Task, head: &Rounded, aside: &[Example]) -> Vec<u8> {
    let score = |one: &Example| {
        let sum: i32 = one.features.iter().map(|f| i32::from(head.weights[*f as usize])).sum();
        f64::from(sum as f32 * head.scale / (one.features.len().max(1) as f32).sqrt() + head.bias)
    };
    let scored: Vec<(f64, bool)> = aside.iter().map(|one| (score(one), one.yes)).collect();
    let (likely, firm) = (calibrate::exceeded(&scored, LIKELY), calibrate::exceeded(&scored, FIRM));
    let knots = calibrate::knots(scored);
    let mut out = vec![task.head as u8, knots.len() as u8];
    for number in [head.bias, head.scale, likely, firm].into_iter().chain(knots.into_iter().flat_map(|(x, y)| [x, y])) {
        out.extend(number.to_le_bytes());
    }
    out.extend(head.weights.iter().map(|weight| *weight as u8));
    out
}

/// Fails if rounding changed what the head says.
fn stray(exact: &Exact, model: &Model, aside: &[Example]) -> Result<()> {
    for one in aside {
        let (before, after) = (exact.score(one.features), f64::from(model.readings(one.features)[0].score));
        if (before - after).abs() > STRAY {
            bail!("rounding moves a score from {before:.4} to {after:.4}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use nunchi::engine::fold;
    use nunchi::engine::heads::{Head, features};

    const TASK: Task = Task {
        head: Head::Cheer,
        korean: false,
        learns: &[],
        meets: &[],
        plan: linear::Plan { cost: 1.0, passes: 10, keep: 4000 },
        ships: true,
    };

    /// (text, yes) for a small head.
    fn texts() -> Vec<(Vec<u16>, bool)> {
        let read = |text: String| features(&fold(&text), false, &[]);
        let days = ["monday", "tuesday", "friday", "sunday", "may", "june", "winter", "autumn"];
        let yes = days.iter().map(|day| (read(format!("so happy and excited about {day}, hooray")), true));
        let no = days.iter().map(|day| (read(format!("the office closes early on {day}")), false));
        yes.chain(no).collect()
    }

    fn model() -> (Exact, Vec<u8>) {
        let texts = texts();
        let examples: Vec<Example> = texts.iter().map(|(features, yes)| Example { features, yes: *yes }).collect();
        let exact = linear::train(&examples, &TASK.plan);
        let mut bytes = [MAGIC.as_slice(), &[1]].concat();
        bytes.extend(pack(&TASK, &linear::round(&exact, STEPS), &examples));
        (exact, bytes)
    }

    #[test]
    fn training_twice_gives_the_same_bytes_and_another_order_of_labels_does_not() {
        assert_eq!(model().1, model().1);
        let texts = texts();
        let turned: Vec<Example> = texts.iter().map(|(features, yes)| Example { features, yes: !yes }).collect();
        let other = linear::round(&linear::train(&turned, &TASK.plan), STEPS);
        assert_ne!(model().1[model().1.len() - other.weights.len()..].to_vec(), {
            other.weights.iter().map(|weight| *weight as u8).collect::<Vec<u8>>()
        });
    }

    #[test]
    fn a_rounded_head_says_what_the_exact_one_says() {
        let (exact, bytes) = model();
        let model = Model::read(bytes.leak()).expect("a model");
        for (features, yes) in texts() {
            let reading = model.readings(&features)[0];
            assert!((f64::from(reading.score) - exact.score(&features)).abs() < STRAY);
            assert_eq!(reading.score > 0.0, yes);
        }
    }

    #[test]
    fn calibration_rises_and_gives_the_shares_back() {
        // Of the texts with score s in 0..100, s in a hundred are yes.
        let scored = (0..10_000).map(|n| (f64::from(n % 100), (n / 100) % 100 < n % 100)).collect::<Vec<_>>();
        let knots = calibrate::knots(scored.clone());
        assert!(knots.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{knots:?}");
        for (score, share) in knots {
            assert!((score / 100.0 - share).abs() < 0.03, "{score} {share}");
        }
        let bound = calibrate::exceeded(&scored, 0.01);
        let over = scored.iter().filter(|one| !one.1 && one.0 > f64::from(bound)).count();
        let no = scored.iter().filter(|one| !one.1).count();
        assert!(over * 100 <= no, "{over} of {no}");
    }
}
