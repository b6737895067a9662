//! The box of trends of X: read only where a person asked for it, kept in memory only, gone when they ask no more, and
//! the page cannot tell.

use crate::cases::page;
use crate::pages::shows;
use crate::session::{Run, Session};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

pub async fn run(session: &Session, run: &mut Run) {
    run.case("boxed: not read before the switch is moved", || before(session)).await;
    run.case("boxed: read, shown, kept in memory, unseen by the page", || read(session)).await;
    run.case("boxed: switched off, all is forgotten", || off(session)).await;
}

/// Comes to the composer as a person does, and tells what the page could have seen of it.
async fn visit(session: &Session) -> Result<Value> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    browser.goto(&page.host, &page.path).await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    let watch = "window.__spied = []; window.__names = 0; window.__names = Object.getOwnPropertyNames(window).length; \
        new MutationObserver((all) => window.__spied.push(...all.map((one) => one.type)))\
        .observe(document.querySelector('[data-testid=sidebarColumn]'), { subtree: true, childList: true, attributes: true, characterData: true }); \
        for (const name of ['querySelectorAll', 'querySelector']) { const own = Document.prototype[name]; \
        Document.prototype[name] = function (css) { if (String(css).includes('trend')) window.__spied.push(css); return own.call(this, css); }; }";
    browser.run(watch, Vec::new()).await?;
    browser.press(&composer.editor).await?;
    browser.keys("Hello").await?;
    browser.await_chip("clear").await?;
    let seen = "return [window.__spied, Object.getOwnPropertyNames(window).length - window.__names, \
        performance.getEntriesByType('resource').filter((one) => one.name.includes('extension:')).length]";
    browser.run(seen, Vec::new()).await
}

/// Scripts of ours that are registered, and what is kept of trends on the disk and in memory.
async fn kept(session: &Session) -> Result<Value> {
    let script = "const done = arguments[0]; (async () => done([\
        (await chrome.scripting.getRegisteredContentScripts()).map((one) => one.id).includes('trends'), \
        JSON.stringify(await chrome.storage.local.get(null)).includes('#Monday') || \
        JSON.stringify(await chrome.storage.sync.get(null)).includes('#Monday'), \
        JSON.stringify(await chrome.storage.session.get(null)).includes('#Monday')]))().catch((e) => done(String(e)));";
    session.browser.run_async(script, Vec::new()).await
}

/// The browser takes and drops scripts in its own time.
async fn keeps(session: &Session, wanted: Value) -> Result<()> {
    let begun = Instant::now();
    loop {
        let kept = kept(session).await?;
        if kept == wanted {
            return Ok(());
        }
        ensure!(begun.elapsed() < Duration::from_secs(8), "{kept}, not {wanted}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn today(session: &Session) -> Result<()> {
    session.page("today.html").await?;
    session.browser.until("the page", "return !!document.querySelector('#days + p + table')", Vec::new()).await?;
    Ok(())
}

async fn before(session: &Session) -> Result<()> {
    let seen = visit(session).await?;
    ensure!(seen == json!([[], 0, 0]), "the page saw {seen}");
    today(session).await?;
    ensure!(!session.browser.exists("#boxed-trends").await?, "read before anybody asked for it");
    keeps(session, json!([false, false, false])).await?;
    Ok(())
}

async fn read(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    // By keyboard: Firefox without a window scrolls once more between the look and a press.
    browser.focus("#page-trends").await?;
    browser.keys(" ").await?;
    browser.until("the switch", "return document.querySelector('#page-trends').checked", Vec::new()).await?;
    keeps(session, json!([true, false, false])).await?;
    let seen = visit(session).await?;
    ensure!(seen == json!([[], 0, 0]), "the page saw {seen}");
    today(session).await?;
    shows(browser, "#boxed-trends", "#Monday").await?;
    shows(browser, "#boxed-trends", "Harbour bridge collapse").await?;
    let shown = browser.run("return document.querySelector('#boxed-trends').textContent", Vec::new()).await?;
    let shown = shown.as_str().unwrap_or_default();
    ensure!(!shown.contains("FreshDeals") && !shown.contains("posts"), "it shows {shown}");
    keeps(session, json!([true, false, true])).await?;

    // No event of the feeds came of it, and none is a crisis.
    let told = browser.ask(json!("going-on")).await?;
    let events = told["going-on"]["going_on"]["events"].as_array().cloned().unwrap_or_default();
    ensure!(events.iter().all(|one| one["sample"] == true), "{events:?}");
    let draft = json!({ "try": { "draft": { "text": "Our bridge sale is collapsing prices: 40% off, order now" } } });
    let verdict = browser.ask(draft).await?;
    ensure!(verdict["verdict"]["verdict"]["level"] != "hold", "a trend of a page held a post: {verdict}");

    crate::rest::sleep(session).await?;
    today(session).await?;
    shows(browser, "#boxed-trends", "#Monday").await
}

async fn off(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    let script = "return document.querySelector('#page-trends')?.checked";
    browser.until("the switch, still on", script, Vec::new()).await?;
    browser.focus("#page-trends").await?;
    browser.keys(" ").await?;
    let script = "return document.querySelector('#page-trends').checked === false";
    browser.until("the switch, off", script, Vec::new()).await?;
    keeps(session, json!([false, false, false])).await?;
    visit(session).await?;
    today(session).await?;
    ensure!(!browser.exists("#boxed-trends").await?, "still read");
    keeps(session, json!([false, false, false])).await?;
    Ok(())
}
