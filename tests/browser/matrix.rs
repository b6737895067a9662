//! Every composer × every way to send: held, edited, released once; ordinary posts untouched.

use crate::session::{BAD, CLEAN, Run, Session};
use anyhow::{Result, bail, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::late::Late;
use nunchi::drive::routes::{Composer, Lookalike, Page, Part};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::Key;

/// Pages of one editor family each, on which the usual run presses in every way.
const FAMILIES: [&str; 7] =
    ["x/home", "bluesky/home", "mastodon/home", "facebook/post", "linkedin/classic", "linkedin/new", "elk/home"];

/// Whether an editor family begins on this page.
pub fn begins_family(page: &Page) -> bool {
    FAMILIES.contains(&page.page.as_str())
}

/// The usual run takes one way of each composer in each browser, so that neighbours in the list and the two browsers
/// differ, and all ways where a family begins. `cargo xtask test --all` and a run by words take everything.
fn taken(run: &Run, page: &Page, nth: usize, ways: &[String]) -> Vec<String> {
    if run.thorough || begins_family(page) || ways.is_empty() {
        return ways.to_vec();
    }
    let shift = if run.kind == Kind::Firefox { ways.len() / 2 } else { 0 };
    vec![ways[(nth + shift) % ways.len()].clone()]
}

pub async fn run(session: &Session, run: &mut Run) {
    let mut nth = 0;
    for page in session.routes.pages.iter().filter(|page| page.site.is_some()) {
        for composer in &page.composers {
            nth += 1;
            for way in &taken(run, page, nth, &composer.ways) {
                let name = format!("{} {} {way}", page.page, composer.id);
                run.case(&format!("{name} bad"), || held(session, page, composer, way)).await;
                if begins_family(page) || run.mine(nth) {
                    run.case(&format!("{name} clean"), || passes(session, page, composer, way)).await;
                }
            }
        }
        for (composer, part) in page.composers.iter().flat_map(|it| it.parts.iter().map(move |part| (it, part))) {
            let name = format!("{} {} in its {}", page.page, composer.id, part.name);
            run.case(&name, || held_for_part(session, page, composer, part)).await;
        }
        for (at, lookalike) in page.lookalikes.iter().enumerate() {
            let name = format!("{} look-alike {at}", page.page);
            // What a record takes for a composer does not differ between browsers.
            if !run.mine(nth + at) {
                continue;
            }
            if let Some(editor) = &lookalike.editor {
                run.case(&name, || ignored(session, page, lookalike, editor)).await;
            }
            if let Some(button) = &lookalike.button {
                run.case(&format!("{name} button"), || not_held(session, page, lookalike, button)).await;
            }
        }
    }
}

/// Opens the page and its composer and types, as a person would.
pub async fn write(session: &Session, page: &Page, composer: &Composer, text: &str) -> Result<()> {
    let browser = &session.browser;
    session.server.take();
    browser.goto(&page.host, &page.path).await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    for css in &composer.open {
        browser.press(css).await?;
    }
    browser.press(&composer.editor).await?;
    browser.keys(text).await?;
    Ok(())
}

/// What comes before the press itself: choosing a time.
pub async fn ready(browser: &Browser, composer: &Composer, way: &str) -> Result<()> {
    for css in &composer.before {
        browser.press(css).await?;
    }
    if way == "schedule" {
        for css in &composer.schedule {
            browser.press(css).await?;
        }
    }
    Ok(())
}

/// Sends in one of the ways of `routes.json`.
pub async fn send(browser: &Browser, composer: &Composer, way: &str) -> Result<()> {
    if let Some(css) = &composer.hover {
        browser.hover(css).await?;
    }
    let button = || composer.submit.as_deref().ok_or_else(|| anyhow::anyhow!("{way} needs a button"));
    match way {
        "mouse" => browser.press(button()?).await,
        "touch" => browser.touch(button()?).await,
        "enter-on-button" => {
            browser.focus(button()?).await?;
            browser.keys(Key::Return).await
        }
        "space-on-button" => {
            browser.focus(button()?).await?;
            browser.keys(" ").await
        }
        "ctrl-enter" => browser.chord(Key::Control, Key::Return).await,
        "enter" => browser.keys(Key::Return).await,
        "schedule" => browser.press(button()?).await,
        other => bail!("no such way: {other}"),
    }
}

pub async fn posts(browser: &Browser) -> Result<Vec<String>> {
    let told = browser.run("return (window.__posts || []).map((post) => post.text)", Vec::new()).await?;
    Ok(serde_json::from_value(told)?)
}

/// The texts of all editors of the page, as their own models have them.
pub async fn models(browser: &Browser) -> Result<Vec<String>> {
    let told = browser.run("return window.__models()", Vec::new()).await?;
    Ok(serde_json::from_value(told)?)
}

async fn seen(browser: &Browser) -> Result<Vec<String>> {
    let told = browser.run("return window.__seen.splice(0)", Vec::new()).await?;
    Ok(serde_json::from_value(told)?)
}

pub async fn await_posts(browser: &Browser, count: usize) -> Result<Vec<String>> {
    let begun = Instant::now();
    loop {
        let posts = posts(browser).await?;
        if posts.len() >= count || begun.elapsed() > Duration::from_secs(5) {
            ensure!(posts.len() <= count, "{} posts arrived, not {count}: {posts:?}", posts.len());
            return if posts.len() == count {
                Ok(posts)
            } else {
                Err(Late::error(format!("{} posts arrived, not {count}", posts.len())))
            };
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

pub async fn no_errors(browser: &Browser) -> Result<()> {
    let errors = browser.run("return window.__errors", Vec::new()).await?;
    ensure!(errors == json!([]), "the page had errors: {errors}");
    Ok(())
}

pub async fn held(session: &Session, page: &Page, composer: &Composer, way: &str) -> Result<()> {
    let browser = &session.browser;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let before = models(browser).await?;
    ensure!(before.iter().any(|text| text.contains(BAD)), "no editor has the text: {before:?}");
    ready(browser, composer, way).await?;
    seen(browser).await?;
    send(browser, composer, way).await?;
    browser.await_hold(true).await?;
    let leaked: Vec<String> = seen(browser).await?.into_iter().filter(|name| acts(name, way)).collect();
    ensure!(leaked.is_empty(), "the page saw {leaked:?}");
    ensure!(posts(browser).await?.is_empty(), "it went out although it was held");

    // Edit is the default: Enter takes it. Nothing is sent, nothing is changed, the caret is in the editor.
    browser.keys(Key::Return).await?;
    browser.await_hold(false).await?;
    let after = models(browser).await?;
    ensure!(after == before, "the draft was changed: {before:?} to {after:?}");
    ensure!(posts(browser).await?.is_empty(), "Edit sent it");
    let script = "let at = document.activeElement; for (let inner; (inner = (at?.shadowRoot ?? at?.closedRoot)?.activeElement); ) at = inner; \
        return !!at && (at.isContentEditable || ['TEXTAREA', 'INPUT'].includes(at.tagName))";
    if !composer.caretless {
        browser.until("the focus in the editor", script, Vec::new()).await?;
    }

    send(browser, composer, way).await?;
    browser.await_hold(true).await?;
    browser.press_part("post-anyway").await?;
    browser.press_part("reason-told-to").await?;
    browser.press_part("confirm").await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);
    arrived(session).await?;
    no_errors(browser).await
}

/// The server behind the page got one post. Waited for, so that none comes late and counts for the next case.
async fn arrived(session: &Session) -> Result<()> {
    let mut received = Vec::new();
    let begun = Instant::now();
    while received.is_empty() && begun.elapsed() < Duration::from_secs(5) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        received.append(&mut session.server.take());
    }
    ensure!(received.len() < 2, "the server received {} posts", received.len());
    if received.is_empty() { Err(Late::error("the server received no post")) } else { Ok(()) }
}

/// Events by which a page sends.
fn acts(name: &str, way: &str) -> bool {
    match way {
        "mouse" | "touch" | "schedule" => name.starts_with("click") || name.starts_with("submit"),
        "ctrl-enter" | "enter" => name.starts_with("submit"),
        _ => name.starts_with("click") || name.starts_with("submit"),
    }
}

pub async fn passes(session: &Session, page: &Page, composer: &Composer, way: &str) -> Result<()> {
    let browser = &session.browser;
    write(session, page, composer, CLEAN).await?;
    browser.await_chip("clear").await?;
    ready(browser, composer, way).await?;
    seen(browser).await?;
    send(browser, composer, way).await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(CLEAN), "another text went out: {:?}", out[0]);
    arrived(session).await?;
    let seen = seen(browser).await?;
    let ours = |name: &String| name.ends_with('!') && !composer.own.contains(name);
    ensure!(!seen.is_empty() && !seen.iter().any(ours), "the page saw events of ours: {seen:?}");
    ensure!(!browser.hold_is_open().await?, "the hold card is open");
    no_errors(browser).await
}

/// The editor is fine, the title or warning is not: held by the button and by every key of that field.
/// Sends, and waits for the hold card; else says what the page heard and whether it posted.
async fn stopped(browser: &Browser, composer: &Composer, way: &str) -> Result<()> {
    seen(browser).await?;
    send(browser, composer, way).await?;
    let Err(problem) = browser.await_hold(true).await else { return Ok(()) };
    let (out, heard) = (posts(browser).await?.len(), seen(browser).await?.join(" "));
    let focus = browser.run("return document.activeElement?.outerHTML.slice(0, 120)", Vec::new()).await?;
    Err(problem.context(format!("{way}: {out} posts, the page heard {heard:?}, the focus is on {focus}")))
}

async fn held_for_part(session: &Session, page: &Page, composer: &Composer, part: &Part) -> Result<()> {
    let browser = &session.browser;
    write(session, page, composer, CLEAN).await?;
    for css in &part.open {
        browser.press(css).await?;
    }
    browser.press(&part.css).await?;
    // Pressing its button may have filled it.
    browser.chord(Key::Control, "a").await?;
    browser.keys(BAD).await?;
    browser.await_chip("hold").await?;
    ready(browser, composer, "mouse").await?;
    let before = models(browser).await?;
    for way in part.ways.iter().map(String::as_str).chain(["mouse"]) {
        stopped(browser, composer, way).await?;
        browser.keys(Key::Return).await?;
        browser.await_hold(false).await?;
        ensure!(posts(browser).await?.is_empty(), "{way}: it went out");
        ensure!(models(browser).await? == before, "{way}: the draft was changed");
        browser.press(&part.css).await?;
    }
    stopped(browser, composer, "mouse").await?;
    browser.press_part("post-anyway").await?;
    browser.press_part("reason-reviewed").await?;
    browser.press_part("confirm").await?;
    await_posts(browser, 1).await?;
    no_errors(browser).await
}

/// Opens the page and what the look-alike stands in. False: it is not on this page.
async fn beside(session: &Session, page: &Page, lookalike: &Lookalike, css: &str) -> Result<bool> {
    let browser = &session.browser;
    browser.goto(&page.host, &page.path).await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    for css in &lookalike.open {
        browser.press(css).await?;
    }
    browser.exists(css).await
}

/// Typing there shows nothing of ours.
async fn ignored(session: &Session, page: &Page, lookalike: &Lookalike, editor: &str) -> Result<()> {
    let browser = &session.browser;
    if !beside(session, page, lookalike, editor).await? {
        return Ok(());
    }
    browser.press(editor).await?;
    browser.keys(BAD).await?;
    // Longer than the rest after which a chip would be shown.
    tokio::time::sleep(Duration::from_millis(600)).await;
    ensure!(browser.chip().await?.is_empty(), "a chip is shown beside a look-alike");
    Ok(())
}

/// A button that does not post what we hold is never stopped: with a bad text in its own box, else in the composer.
async fn not_held(session: &Session, page: &Page, lookalike: &Lookalike, button: &str) -> Result<()> {
    let browser = &session.browser;
    match (&lookalike.editor, page.composers.first()) {
        (Some(editor), _) => {
            if !beside(session, page, lookalike, editor).await? {
                return Ok(());
            }
            browser.press(editor).await?;
            browser.keys(BAD).await?;
        }
        (None, Some(composer)) => {
            write(session, page, composer, BAD).await?;
            browser.await_chip("hold").await?;
        }
        (None, None) => drop(beside(session, page, lookalike, button).await?),
    }
    if !browser.exists(button).await? {
        return Ok(());
    }
    seen(browser).await?;
    browser.press(button).await?;
    let heard = "return window.__seen.includes('click')";
    browser.until("the page to hear of the press", heard, Vec::new()).await?;
    ensure!(!browser.hold_is_open().await?, "a look-alike was held");
    // A message that it sent must not count for the next case.
    let begun = Instant::now();
    while lookalike.editor.is_some() && session.server.take().is_empty() && begun.elapsed() < Duration::from_secs(1) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
