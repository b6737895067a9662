//! The background sleeps, and a composition is under way: what happens meanwhile, and after.

use crate::cases::page;
use crate::matrix::{await_posts, models, posts, send, write};
use crate::session::{BAD, CLEAN, Run, Session};
use anyhow::{Result, ensure};
use nunchi::drive::browser::Kind;
use nunchi::drive::package::FIREFOX_ID;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::Key;

pub async fn run(session: &Session, run: &mut Run) {
    run.case("asleep: what was judged stays held", || held_asleep(session)).await;
    run.case("asleep: what is written then is judged", || judged_awake(session)).await;
    run.case("asleep: an ordinary post goes out", || clean_asleep(session)).await;
    if session.browser.kind == Kind::Chromium {
        run.case("composing: nothing happens, and its Enter sends nothing", || composing(session)).await;
    }
}

/// Ends the background while the page in front stays as it is.
pub async fn sleep(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let writing = browser.driver.window().await?;
    let other = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(other).await?;
    session.page("options.html").await?;
    browser.end_background(FIREFOX_ID).await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(writing).await?;
    Ok(())
}

/// The newest outcomes of the decision log, newest first.
async fn outcomes(session: &Session) -> Result<Vec<(String, String)>> {
    session.page("options.html").await?;
    let told = session.browser.ask(json!({ "log": { "offset": 0, "limit": 5 } })).await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let entries = told["log"]["entries"].as_array().cloned().unwrap_or_default();
    Ok(entries.iter().map(|entry| (text(&entry["outcome"]), text(&entry["reason"]))).collect())
}

async fn held_asleep(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    sleep(session).await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    sleep(session).await?;
    browser.press_part("post-anyway").await?;
    browser.press_part("reason-told-to").await?;
    browser.press_part("confirm").await?;
    await_posts(browser, 1).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    ensure!(posts(browser).await?.len() == 1, "it went out twice");
    let told = outcomes(session).await?;
    ensure!(told.first().is_some_and(|(_, reason)| reason == "told-to"), "the log says {told:?}");
    Ok(())
}

async fn judged_awake(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, CLEAN).await?;
    browser.await_chip("clear").await?;
    sleep(session).await?;
    browser.press(&composer.editor).await?;
    browser.keys(Key::End).await?;
    browser.keys(format!(". {BAD}")).await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    Ok(())
}

async fn clean_asleep(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, CLEAN).await?;
    sleep(session).await?;
    browser.press(&composer.editor).await?;
    browser.keys(Key::End).await?;
    browser.keys(" today").await?;
    send(browser, composer, "mouse").await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(CLEAN), "another text went out: {:?}", out[0]);
    Ok(())
}

/// A comment box that sends on a bare Enter: the most dangerous place for Hangul.
async fn composing(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "facebook/post")?;
    write(session, page, composer, "쇼핑몰 총격? 우리는 총알 배송 반값 ").await?;
    let before = models(browser).await?;
    for syllable in ["ㅅ", "세", "셍"] {
        let parameters = json!({ "text": syllable, "selectionStart": 1, "selectionEnd": 1 });
        browser.devtools("Input.imeSetComposition", parameters).await?;
    }
    // As the browser tells it: the key belongs to the input method.
    let key = |kind: &str| json!({ "type": kind, "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229 });
    browser.devtools("Input.dispatchKeyEvent", key("rawKeyDown")).await?;
    browser.devtools("Input.dispatchKeyEvent", key("keyUp")).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    ensure!(!browser.hold_is_open().await?, "the Enter of a composition was taken for a press on Post");
    ensure!(posts(browser).await?.is_empty(), "it went out");
    browser.devtools("Input.insertText", json!({ "text": "세일 중!" })).await?;
    browser.await_chip("hold").await?;
    let after = models(browser).await?;
    ensure!(after != before && after.iter().any(|text| text.contains("반값 세일 중!")), "the text was lost: {after:?}");
    send(browser, composer, "enter").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    Ok(())
}
