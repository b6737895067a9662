//! What a review costs in the browser's background, how long it takes to wake up and how much memory it holds:
//! `cargo xtask bench`. Not a test: it prints the figures of one run.
//!
//! A review is counted from the arrival of the message to the hand-over of the verdict, so it holds both translations:
//! once with each draft sent after the answer to the last, when the browser's other work has gone over the processor's
//! caches meanwhile, and once with all in a row, the warm program alone. Chromium's clock in a worker has steps of
//! 0.1 ms, Firefox's of 0.02; the mean says what lies between the steps.

use crate::rest::sleep;
use crate::session::{Session, events, root};
use anyhow::{Context, Result};
use nunchi::drive::browser::Kind;
use serde_json::{Value, json};
use std::path::Path;

/// UTF-16 units of a draft (all of the texts are within the Basic Multilingual Plane or nearly so).
const LENGTH: usize = 280;
const DRAFTS: usize = 600;
const WARM_UP: usize = 200;
const COLD_STARTS: usize = 5;
const SCRIPTS: &[(&str, &str)] = &[("drafts.js", include_str!("support/drafts.js"))];

pub async fn run() -> Result<()> {
    println!("\none review of {LENGTH} characters in the background, ms      mean      p50      p99");
    for kind in Kind::ALL {
        let session = Session::with(kind, "en", SCRIPTS, timed).await?;
        for (lang, count) in [("en", 1), ("ko", 1), ("en", 1000), ("ko", 1000)] {
            session.page("options.html").await?;
            session.browser.store("local", json!({ "events": many(count) })).await?;
            let drafts = drafts(lang, DRAFTS + WARM_UP)?;
            for (way, row) in [("alone", false), ("in a row", true)] {
                let told = review(&session, &drafts, row).await?;
                let list = told[if row { "row" } else { "spent" }].as_array().context("no times")?;
                let mut spent: Vec<f64> = list.iter().filter_map(Value::as_f64).skip(WARM_UP).collect();
                let mean = spent.iter().sum::<f64>() / spent.len() as f64;
                spent.sort_by(f64::total_cmp);
                let at = |share: f64| spent.get((spent.len() as f64 * share) as usize).copied().unwrap_or_default();
                let memory = told["memory"].as_f64().unwrap_or_default() / 1_048_576.0;
                println!(
                    "{:<9} {lang} {count:>5} events   {way:<9} {mean:>18.3} {:>8.2} {:>8.2}   memory {memory:.1} MiB",
                    kind.id(),
                    at(0.5),
                    at(0.99)
                );
            }
        }
        starts(kind, &session).await?;
        session.quit().await?;
    }
    Ok(())
}

/// From nothing: the background is ended, and a page asks it.
async fn starts(kind: Kind, session: &Session) -> Result<()> {
    let (mut inside, mut reached, mut loaded) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..COLD_STARTS {
        sleep(session).await?;
        let told = review(session, &drafts("en", 1)?, false).await?;
        let time = |name: &str| told[name].as_f64().unwrap_or_default();
        inside.push(time("first"));
        loaded.push(time("loaded"));
        reached.push(time("reached"));
    }
    let middle = |values: &mut Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    println!(
        "{:<9} start to first verdict, ms, median of {COLD_STARTS}: {:.0} in the background (program ready after {:.0}), \
         {:.0} as the page sees it, the worker's own start included",
        kind.id(),
        middle(&mut inside),
        middle(&mut loaded),
        middle(&mut reached)
    );
    Ok(())
}

fn timed(extension: &Path) {
    let path = extension.join("background.js");
    let program = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let script = include_str!("support/background-time.js");
    std::fs::write(&path, format!("{script}\n{program}")).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

/// `row`: all at once, not each after the answer to the last.
async fn review(session: &Session, drafts: &[String], row: bool) -> Result<Value> {
    let browser = &session.browser;
    let page = session.routes.pages.iter().find(|page| page.page == "x/home").context("no such page")?;
    browser.goto(&page.host, &page.path).await?;
    let script = "document.documentElement.setAttribute('data-drafts', JSON.stringify(arguments[0])); \
        document.dispatchEvent(new CustomEvent('nunchi-drafts'));";
    browser.run(script, vec![json!({ "drafts": drafts, "row": row })]).await?;
    browser.until("all verdicts", "return document.documentElement.hasAttribute('data-told')", Vec::new()).await?;
    let told = browser.run("return document.documentElement.getAttribute('data-told')", Vec::new()).await?;
    Ok(serde_json::from_str(told.as_str().unwrap_or("null"))?)
}

/// Texts as people post them, no two alike: windows over the drafts of the development corpus.
fn drafts(lang: &str, count: usize) -> Result<Vec<String>> {
    let rows = std::fs::read_to_string(root().join("tests/corpus/dev.jsonl"))?;
    let mut all = String::new();
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row)?;
        if row["lang"] == lang {
            all.push_str(row["draft"].as_str().unwrap_or_default());
            all.push(' ');
        }
    }
    let all: Vec<char> = all.chars().collect();
    let window = |at: usize| all.iter().cycle().skip(at * 31 % all.len()).take(LENGTH).collect();
    Ok((0..count).map(window).collect())
}

fn many(count: usize) -> Value {
    let mut list = events();
    if let Some(list) = list.as_array_mut() {
        list.extend((1..count).map(|at| {
            json!({ "id": format!("e{at}"), "name": format!("flood warning for district {at}"), "gravity": at % 4,
                "tone": if at % 4 == 3 { "grave" } else { "light" }, "date": "2026-03-20", "source": "Sample wire" })
        }));
    }
    list
}
