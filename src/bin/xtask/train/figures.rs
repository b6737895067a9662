//! What the heads reach on texts they never saw, as the table `src/data/models/figures.tsv`.

use super::data::{Part, Row};
use super::examples;
use super::linear::Example;
use super::tasks::Task;
use nunchi::engine::heads::Model;

pub const HEAD: &str = "head\tlanguage\ttested on\ttexts\tyes\tmacro-F1\tF1 of yes\tAUC\tlikely recall\tlikely false alarms\tfirm recall\tfirm false alarms\n";

/// One line for each set that the head is tested on. The threshold is the best for macro-F1 on texts held aside.
pub fn lines(task: &Task, model: &Model, rows: &[Row], aside: &[Example]) -> String {
    let threshold = best(&scored(model, aside));
    let language = if task.korean { "ko" } else { "en" };
    let own = task.learns.iter().map(|one| (one, "test split"));
    let foreign = task.meets.iter().map(|one| (one, "never trained on"));
    let mut out = String::new();
    for (one, kind) in own.chain(foreign) {
        let test = examples(rows, std::slice::from_ref(one), Part::Test);
        let scored = scored(model, &test);
        let yes = scored.iter().filter(|one| one.yes).count();
        let of = |answer: bool, sure: fn(&Scored) -> bool| {
            let of = scored.iter().filter(|one| one.yes == answer);
            share(of.clone().filter(|one| sure(one)).count(), of.count())
        };
        let (all, positive) = f1(&scored, threshold);
        let (all, positive, auc) = match yes {
            // One answer alone says nothing of telling two apart.
            yes if yes == 0 || yes == scored.len() => ("-".into(), "-".into(), "-".into()),
            _ => (percent(all), percent(positive), percent(auc(&scored))),
        };
        out += &format!(
            "{}\t{language}\t{} ({kind})\t{}\t{yes}\t{all}\t{positive}\t{auc}\t{}\t{}\t{}\t{}\n",
            task.head.name(),
            one.0,
            test.len(),
            of(true, |one| one.likely),
            of(false, |one| one.likely),
            of(true, |one| one.firm),
            of(false, |one| one.firm),
        );
    }
    out
}

struct Scored {
    score: f64,
    likely: bool,
    firm: bool,
    yes: bool,
}

fn scored(model: &Model, examples: &[Example]) -> Vec<Scored> {
    let mut all: Vec<Scored> = examples
        .iter()
        .map(|one| {
            let reading = model.readings(one.features)[0];
            Scored { score: f64::from(reading.score), likely: reading.likely, firm: reading.firm, yes: one.yes }
        })
        .collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all
}

fn f(hit: f64, wrong: f64, missed: f64) -> f64 {
    if hit == 0.0 { 0.0 } else { 2.0 * hit / (2.0 * hit + wrong + missed) }
}

/// (macro-F1, F1 of yes) where scores from `threshold` up mean yes.
fn f1(scored: &[Scored], threshold: f64) -> (f64, f64) {
    let count = |said: bool, is: bool| {
        scored.iter().filter(|one| (one.score >= threshold) == said && one.yes == is).count() as f64
    };
    let yes = f(count(true, true), count(true, false), count(false, true));
    let no = f(count(false, false), count(false, true), count(true, false));
    ((yes + no) / 2.0, yes)
}

/// The threshold of the best macro-F1, of a hundred evenly taken from the scores.
fn best(scored: &[Scored]) -> f64 {
    let thresholds = scored.iter().step_by((scored.len() / 100).max(1)).map(|one| one.score);
    let tried = thresholds.map(|threshold| (f1(scored, threshold).0, threshold));
    tried.max_by(|a, b| a.0.total_cmp(&b.0)).map_or(0.0, |best| best.1)
}

/// The share of pairs of a yes and a no that stand in the right order; scores fall.
fn auc(scored: &[Scored]) -> f64 {
    let (mut above, mut right) = (0.0, 0.0);
    for one in scored {
        if one.yes {
            above += 1.0;
        } else {
            right += above;
        }
    }
    let no = scored.len() as f64 - above;
    right / (above * no).max(1.0)
}

fn percent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

fn share(part: usize, all: usize) -> String {
    if all == 0 { "-".into() } else { percent(part as f64 / all as f64) }
}
