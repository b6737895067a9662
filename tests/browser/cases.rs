//! What the matrix does not say: threads, Hangul, and failures of ours.

use crate::matrix::{await_posts, models, posts, send, write};
use crate::session::{BAD, CLEAN, Run, Session};
use anyhow::{Context, Result, ensure};
use nunchi::drive::routes::{Composer, Page};
use nunchi::drive::{self, browser::Kind};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Scripts of the test's own that stand before the content script, in its world.
pub const SCRIPTS: &[(&str, &str)] = &[("count.js", drive::COUNT), ("probe.js", drive::PROBE)];

pub async fn run(session: &Session, run: &mut Run) {
    run.case("thread held for its second box", || thread(session)).await;
    run.case("hangul is held whole", || hangul(session)).await;
    run.case("exception inside content", || exception(session)).await;
}

/// Chromium does not take an extension of the command line back after a reload: nothing can follow this.
pub async fn run_last(session: &Session, run: &mut Run) {
    run.case("held, and a reload of the extension lets it go", || reloaded(session)).await;
}

/// Sessions of their own: each has another background.
pub async fn run_faults(kind: Kind, run: &mut Run) {
    let deaf = "chrome.runtime.onConnect.addListener = () => {};";
    let silent = "{ const add = chrome.runtime.onConnect.addListener.bind(chrome.runtime.onConnect); add(() => {}); \
        chrome.runtime.onConnect.addListener = () => {}; }";
    let full = "chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));";
    let cuts = "{ const add = chrome.runtime.onConnect.addListener.bind(chrome.runtime.onConnect); \
        chrome.runtime.onConnect.addListener = () => {}; \
        add((port) => port.onMessage.addListener((said) => { if (said.review) port.disconnect(); })); }";
    for (name, fault, checked) in [
        ("a background without ears", deaf, false),
        ("a background that never answers", silent, false),
        ("a background that dies while judging", cuts, false),
        ("storage is full", full, true),
    ] {
        run.case(&format!("fault: {name}"), || with_fault(kind, fault, checked)).await;
    }
}

pub fn page<'a>(session: &'a Session, name: &str) -> Result<(&'a Page, &'a Composer)> {
    let page = session.routes.pages.iter().find(|page| page.page == name).context("no such page")?;
    Ok((page, page.composers.first().context("no composer")?))
}

async fn thread(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/compose")?;
    write(session, page, composer, CLEAN).await?;
    let add = composer.add.as_deref().context("no button that adds a box")?;
    browser.press(add).await?;
    let second = composer.boxes.get(1).context("no second box")?;
    browser.press(second).await?;
    browser.keys(BAD).await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "the thread went out");
    Ok(())
}

async fn hangul(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "bluesky/home")?;
    write(session, page, composer, "쇼핑몰 총격? 우리는 총알 배송 반값 세일 중!").await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "ctrl-enter").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    ensure!(models(browser).await?.iter().any(|text| text.contains("반값 세일 중!")), "the text was changed");
    Ok(())
}

async fn exception(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    browser.run("document.dispatchEvent(new CustomEvent('nunchi-fault'))", Vec::new()).await?;
    send(browser, composer, "mouse").await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);
    browser.await_chip("not-checked").await
}

/// The extension is replaced under an open composer: nobody can judge, so it goes out, once.
async fn reloaded(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let writing = browser.driver.window().await?;
    let other = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(other).await?;
    session.page("options.html").await?;
    // The page that asks is closed by it: there may be no answer.
    let _ = browser.run("setTimeout(() => chrome.runtime.reload(), 50)", Vec::new()).await;
    browser.driver.switch_to_window(writing).await?;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    send(browser, composer, "mouse").await?;
    let held = browser.hold_is_open().await?;
    if held {
        // Firefox puts the new version into open pages: it judges for itself, and that is right.
        ensure!(browser.kind == Kind::Firefox, "a dead content script held a post");
        return Ok(());
    }
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);
    Ok(())
}

async fn with_fault(kind: Kind, fault: &str, checked: bool) -> Result<()> {
    let change = |folder: &Path| {
        let path = folder.join("background.js");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(&path, format!("{fault}\n{text}")).expect("the copy is ours to write");
    };
    let session = Session::with(kind, "en", SCRIPTS, change).await?;
    let done = fault_body(&session, checked).await;
    session.quit().await?;
    done
}

async fn fault_body(session: &Session, checked: bool) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    if checked {
        session.page("options.html").await?;
        session.change(json!({ "hold-everything": { "on": true } })).await?;
        write(session, page, composer, CLEAN).await?;
        browser.await_chip("hold").await?;
        send(browser, composer, "mouse").await?;
        browser.await_hold(true).await?;
        browser.press_part("post-anyway").await?;
        browser.press_part("reason-urgent").await?;
        browser.press_part("confirm").await?;
        await_posts(browser, 1).await?;
        return Ok(());
    }
    write(session, page, composer, BAD).await?;
    send(browser, composer, "mouse").await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);
    write(session, page, composer, BAD).await?;
    send(browser, composer, "ctrl-enter").await?;
    await_posts(browser, 1).await?;
    // It stands there as long as there is something to say it beside.
    browser.goto(&page.host, &page.path).await?;
    write(session, page, composer, BAD).await?;
    browser.await_chip_in(&["not-checked", "checking"]).await
}
