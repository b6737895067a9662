//! No cost where there is no composer: no timer, no observer, no message.

use crate::session::{Run, Session};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

pub async fn run(session: &Session, run: &mut Run) {
    run.case("idle without a composer", || quiet(session)).await;
}

async fn quiet(session: &Session) -> Result<()> {
    let browser = &session.browser;
    // Direct messages: one of our hosts, and nothing on it is ours.
    browser.goto("x.com", "/messages").await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    browser.press("body").await?;
    browser.keys("scrolling and reading only").await?;
    let scroll = "for (let at = 0; at < 20; at++) { window.scrollTo(0, at * 40); \
        document.body.append(document.createElement('p')); }";
    browser.run(scroll, Vec::new()).await?;
    let started = browser.run("return document.documentElement.getAttribute('data-started')", Vec::new()).await?;
    ensure!(started == json!("loading"), "the content script was not there at document_start: {started}");
    let counts = browser.run("return document.documentElement.getAttribute('data-counts')", Vec::new()).await?;
    ensure!(counts == Value::Null, "an idle page has cost: {counts}");

    // The counter itself works: a composer does use timers and observers.
    browser.goto("x.com", "/home").await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    browser.press("[data-testid='tweetTextarea_0']").await?;
    browser.keys("hello").await?;
    browser.await_chip("clear").await?;
    let counts = browser.run("return document.documentElement.getAttribute('data-counts')", Vec::new()).await?;
    ensure!(counts.as_str().is_some_and(|text| text.contains("MutationObserver")), "nothing was counted: {counts}");
    Ok(())
}
