//! Browser tests: the packaged extension in real browsers, on frozen pages with the real editors.
//!
//! `cargo test --no-default-features --features drive --test browser [-- WORD…]`: only cases whose name holds every
//! word, for example `-- firefox x/home`.

mod access;
mod advice;
mod bench;
mod boxed;
mod brands;
mod cases;
mod dates;
mod engine;
mod faults;
mod feeds;
mod generic;
mod idle;
mod light;
mod matrix;
mod others;
mod pages;
mod past;
mod ports;
mod random;
mod rest;
mod servers;
mod session;
mod shown;
mod suggest;
mod writing;

use anyhow::Result;
use nunchi::drive::browser::Kind;
use session::{Run, Session};

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if words.iter().any(|word| word == "bench") {
        if words.iter().any(|word| word == "past") {
            return past::measure().await;
        }
        if words.iter().any(|word| word == "light") {
            return light::run().await;
        }
        if words.len() == 1 {
            bench::run().await?;
            light::run().await?;
            past::measure().await?;
        }
        return engine::run().await;
    }
    if words.iter().any(|word| word == "servers") {
        let mut results = Vec::new();
        for kind in Kind::ALL {
            let mut run = Run::new(kind, &words);
            results.push((kind, servers::run(kind, &mut run).await.map(|()| run)));
        }
        return finish(results);
    }
    let (chromium, firefox) = match random::asked(&words) {
        Some((count, from)) => {
            tokio::join!(random::alone(Kind::Chromium, count, from), random::alone(Kind::Firefox, count, from))
        }
        None => tokio::join!(all(Kind::Chromium, &words), all(Kind::Firefox, &words)),
    };
    finish(vec![(Kind::Chromium, chromium), (Kind::Firefox, firefox)])
}

fn finish(results: Vec<(Kind, Result<Run>)>) -> Result<()> {
    let (mut passed, mut failed) = (0, 0);
    for (kind, run) in results {
        match run {
            Ok(run) => {
                passed += run.passed;
                failed += run.failed.len();
                run.again.iter().for_each(|line| println!("late   {line}"));
                run.failed.iter().for_each(|line| println!("FAILED {line}"));
            }
            Err(problem) => {
                failed += 1;
                println!("FAILED {}: the session: {problem:#}", kind.id());
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    std::process::exit(i32::from(failed > 0));
}

async fn all(kind: Kind, words: &[String]) -> Result<Run> {
    let mut run = Run::new(kind, words);
    let session = Session::start(kind, "en").await?;
    idle::run(&session, &mut run).await;
    matrix::run(&session, &mut run).await;
    shown::run(&session, &mut run).await;
    suggest::run(&session, &mut run).await;
    writing::run(&session, &mut run).await;
    pages::run(&session, &mut run).await;
    access::run(&session, &mut run).await;
    dates::run(&session, &mut run).await;
    brands::run(&session, &mut run).await;
    advice::run(&session, &mut run).await;
    boxed::run(&session, &mut run).await;
    past::run(&session, &mut run).await;
    cases::run(&session, &mut run).await;
    rest::run(&session, &mut run).await;
    generic::run(&session, &mut run).await;
    others::run(&session, &mut run).await;
    ports::run(&session, &mut run).await;
    random::run(&session, &mut run, None).await;
    cases::run_last(&session, &mut run).await;
    session.quit().await?;
    cases::run_faults(kind, &mut run).await;
    others::run_beside(kind, &mut run).await;
    if let Err(problem) = feeds::run(kind, &mut run).await {
        run.failed.push(format!("{} feeds: the session: {problem:#}", kind.id()));
    }
    Ok(run)
}
