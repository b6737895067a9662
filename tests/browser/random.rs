//! Seeded sessions: somebody types, corrects, walks away, comes back and presses Post in any way at any speed, while
//! the background sleeps or not. What the site received decides.
//!
//! `cargo test … --test browser -- random COUNT [SEED]`; seeds that ever failed are in `seeds.txt` and always run.

use crate::matrix::{await_posts, models, posts, ready, send, write};
use crate::rest::sleep;
use crate::session::{BAD, Run, Session};
use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::{Composer, Page};
use serde_json::json;
use std::time::Duration;
use thirtyfour::Key;

/// Sessions a browser in every test run, and the seed they begin with.
const USUAL: (u64, u64) = (12, 1);

/// Each is held by itself on the sample day, and stays held whatever stands around it.
const DANGEROUS: [&str; 3] =
    [BAD, "Our killer sale goes bang: 50% off everything", "쇼핑몰 총격? 우리는 총알 배송 반값 세일 중!"];
/// Harmless alone and together, and none of them softens what stands beside it.
const HARMLESS: [&str; 6] = [
    "The blue door is new",
    "오늘은 창가 자리가 조용해요",
    "We moved the shelf by the window",
    "Ordering by phone still works",
    "봄볕이 좋네요 🌿",
    "Nº 5 — «très» tranquille",
];

pub async fn run(session: &Session, run: &mut Run, asked: Option<(u64, u64)>) {
    let kept = include_str!("seeds.txt").lines().filter_map(|line| line.split('#').next()?.trim().parse().ok());
    // Other ones in each browser.
    let shift = if run.kind == Kind::Firefox { USUAL.0 } else { 0 };
    let (count, from) = asked.unwrap_or((USUAL.0, USUAL.1 + shift));
    let kept: Vec<u64> = if asked.is_some() { Vec::new() } else { kept.collect() };
    for seed in kept.into_iter().chain(from..from + count) {
        run.case(&format!("random {seed}"), || one(session, seed)).await;
    }
}

/// What a session comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Danger {
    None,
    /// Pieces of a dangerous sentence: either answer is right, but only one of them.
    Perhaps,
    Certain,
}

fn danger(text: &str) -> Danger {
    if DANGEROUS.iter().any(|bad| text.contains(bad)) {
        return Danger::Certain;
    }
    let rest = HARMLESS.iter().fold(text.to_string(), |rest, fine| rest.replace(fine, ""));
    let known = rest.chars().all(|c| c.is_whitespace() || ".🎈🙂".contains(c));
    if known { Danger::None } else { Danger::Perhaps }
}

async fn one(session: &Session, seed: u64) -> Result<()> {
    let mut dice = Rng::with_seed(seed);
    let all: Vec<(&Page, &Composer)> = session
        .routes
        .pages
        .iter()
        .filter(|page| page.site.is_some())
        .flat_map(|page| page.composers.iter().map(move |composer| (page, composer)))
        .collect();
    let (page, composer) = *dice.choice(&all).context("no composers")?;
    let browser = &session.browser;
    let mut told = format!("{} {}:", page.page, composer.id);
    let done = play(session, page, composer, &mut dice, &mut told).await;
    let errors = browser.run("return window.__errors", Vec::new()).await.unwrap_or_default();
    done.with_context(|| told)?;
    ensure!(errors == json!([]) || errors.is_null(), "the page had errors: {errors}");
    Ok(())
}

async fn play(session: &Session, page: &Page, composer: &Composer, dice: &mut Rng, told: &mut String) -> Result<()> {
    let browser = &session.browser;
    let mut say = |what: &str| *told = format!("{told} {what};");
    let mut first = *dice.choice(&HARMLESS).context("none")?;
    if dice.bool() {
        first = dice.choice(&DANGEROUS).context("none")?;
    }
    write(session, page, composer, first).await?;
    say(first);
    for _ in 0..dice.u8(0..5) {
        let step = dice.u8(0..11);
        say(&step.to_string());
        stir(session, composer, dice, step).await?;
    }
    rest(dice).await;
    let way = dice.choice(&composer.ways).context("no way")?.as_str();
    let before = models(browser).await?;
    let text = before.join("\n");
    let wanted = danger(&text);
    say(&format!("{text:?} {wanted:?} {way}"));
    if text.trim().is_empty() {
        return Ok(());
    }
    ready(browser, composer, way).await?;
    if way == "enter" || way == "ctrl-enter" {
        browser.press(&composer.editor).await?;
    }
    send(browser, composer, way).await?;
    let held = match wanted {
        Danger::Certain => {
            browser.await_hold(true).await?;
            true
        }
        Danger::None => false,
        Danger::Perhaps => {
            tokio::time::sleep(Duration::from_millis(900)).await;
            browser.hold_is_open().await?
        }
    };
    if !held {
        await_posts(browser, 1).await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
        ensure!(posts(browser).await?.len() == 1, "it went out twice");
        ensure!(!browser.hold_is_open().await?, "the hold card is open over a sent post");
        return Ok(());
    }
    ensure!(posts(browser).await?.is_empty(), "it went out although it was held");
    let now = models(browser).await?;
    ensure!(now == before, "the draft was changed: {now:?}");
    if dice.u8(0..3) > 0 {
        browser.press_part("post-anyway").await?;
        browser.press_part(dice.choice(["reason-reviewed", "reason-urgent"]).context("none")?).await?;
        browser.press_part("confirm").await?;
        let out = await_posts(browser, 1).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        ensure!(posts(browser).await?.len() == 1, "it went out twice");
        ensure!(danger(&out[0]) == wanted, "another text went out: {out:?}");
        return Ok(());
    }
    browser.keys(if dice.bool() { Key::Escape } else { Key::Return }).await?;
    browser.await_hold(false).await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    ensure!(posts(browser).await?.is_empty(), "going back to the draft sent it");
    let now = models(browser).await?;
    ensure!(now == before, "the draft was changed: {now:?}");
    Ok(())
}

async fn rest(dice: &mut Rng) {
    let pause = [0, 0, 20, 120, 320, 700];
    tokio::time::sleep(Duration::from_millis(pause[dice.usize(0..pause.len())])).await;
}

/// One thing that a person does on the way.
async fn stir(session: &Session, composer: &Composer, dice: &mut Rng, step: u8) -> Result<()> {
    let browser = &session.browser;
    let end = || async {
        browser.press(&composer.editor).await?;
        browser.chord(Key::Control, Key::End).await
    };
    match step {
        0 | 1 => {
            end().await?;
            browser.keys(format!(" {}", dice.choice(&HARMLESS).context("none")?)).await
        }
        2 => {
            end().await?;
            browser.keys(format!(" {}", dice.choice(&DANGEROUS).context("none")?)).await
        }
        3 => browser.keys(*dice.choice(&["🎈", "🙂", "."]).context("none")?).await,
        4 => {
            end().await?;
            browser.keys(String::from('\u{e003}').repeat(dice.usize(1..6))).await
        }
        5 => browser.chord(Key::Control, "z").await,
        6 => browser.chord(Key::Shift, Key::Return).await,
        7 => {
            rest(dice).await;
            Ok(())
        }
        // All of it away, and begun anew.
        8 => {
            browser.press(&composer.editor).await?;
            browser.chord(Key::Control, "a").await?;
            browser.keys(*dice.choice(&HARMLESS).context("none")?).await
        }
        9 => scroll(browser, dice).await,
        _ if dice.u8(0..3) == 0 => {
            sleep(session).await?;
            browser.press(&composer.editor).await
        }
        _ => browser.chord(Key::Control, Key::Home).await,
    }
}

async fn scroll(browser: &Browser, dice: &mut Rng) -> Result<()> {
    let by = dice.i32(-300..300);
    browser.run("window.scrollBy(0, arguments[0]); return null", vec![json!(by)]).await?;
    Ok(())
}

/// `random COUNT [SEED]` on the command line.
pub fn asked(words: &[String]) -> Option<(u64, u64)> {
    let at = words.iter().position(|word| word == "random")?;
    let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
    Some((number(at + 1)?, number(at + 2).unwrap_or(USUAL.1)))
}

/// Sessions of their own, nothing else.
pub async fn alone(kind: Kind, count: u64, from: u64) -> Result<Run> {
    let mut run = Run::new(kind, &[]);
    let session = Session::start(kind, "en").await?;
    self::run(&session, &mut run, Some((count, from))).await;
    session.quit().await?;
    Ok(run)
}
