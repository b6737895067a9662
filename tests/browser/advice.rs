//! What the popup says beside a draft: selective silence, reviews that are due, and an outline. By keyboard, in both
//! languages.

use crate::pages::{accessible, open, reset, shows};
use crate::session::{Run, Session, TODAY};
use anyhow::{Result, ensure};
use nunchi::drive::browser::Browser;
use nunchi::drive::package::FIREFOX_ID;
use serde_json::{Value, json};
use thirtyfour::Key;

/// World Refugee Day.
const DAY: &str = "2026-06-20";

pub async fn run(session: &Session, run: &mut Run) {
    for locale in ["en", "ko"] {
        run.case(&format!("advice: a silence is told and put away {locale}"), silence(session, locale)).await;
        run.case(&format!("advice: an outline is laid out and copied {locale}"), outline(session, locale)).await;
        run.case(&format!("advice: a review that is due opens its stance {locale}"), due(session, locale)).await;
        run.case(&format!("advice: popup {locale} axe"), axe(session, "popup", locale)).await;
        run.case(&format!("advice: today {locale} axe"), axe(session, "today", locale)).await;
    }
    run.case("advice: a profile with nothing to show says so", nothing(session)).await;
}

/// A brand that spoke a year ago, with a review that is over.
fn brand(statements: Value, commitments: Value) -> String {
    let refugees = json!({ "target": "Refugees and asylum", "aliases": ["난민"], "position": "favor", "statements": statements,
        "commitments": commitments, "review": "2026-06-01" });
    let later = json!({ "target": "animal testing", "position": "against", "review": "2027-01-01" });
    json!({ "name": "Tahoe Bread", "stances": [later, refugees] }).to_string()
}

fn full() -> String {
    let statements = json!([{ "text": "We hire newcomers in every kitchen.", "date": "2025-06-18", "url": "https://example.org/kitchens" }]);
    brand(
        statements,
        json!([{ "what": "Forty apprenticeships a year", "until": "2025", "receipts": ["https://example.org/report"] }]),
    )
}

async fn stage(session: &Session, locale: &str, profile: String) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    browser.store("local", json!({ "today": DAY })).await?;
    session.change(json!({ "locale": { "locale": locale } })).await?;
    browser.ask(json!({ "set-profile": { "json": profile } })).await?;
    let script = "const [day, done] = arguments; const ask = () => chrome.runtime.sendMessage('going-on').then((it) => \
        it['going-on'].going_on.days[0]?.date === day ? done(true) : setTimeout(ask, 50)); ask();";
    browser.run_async(script, vec![json!(DAY)]).await?;
    Ok(())
}

async fn strike(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    browser.store("local", json!({ "today": TODAY, "silences": [] })).await?;
    session.change(json!({ "locale": { "locale": "en" } })).await?;
    reset(browser).await?;
    // Another worker reads what was put away anew.
    browser.end_background(FIREFOX_ID).await
}

async fn key(browser: &Browser, css: &str) -> Result<()> {
    browser.until(css, "return !!document.querySelector(arguments[0])", vec![json!(css)]).await?;
    browser.focus(css).await?;
    browser.keys(Key::Return).await
}

async fn silence(session: &Session, locale: &str) -> Result<()> {
    let browser = &session.browser;
    stage(session, locale, full()).await?;
    open(session, "popup").await?;
    let words = if locale == "ko" {
        ["2025-06-18", "We hire newcomers in every kitchen.", "세계 난민의 날", "정해 두어도"]
    } else {
        ["2025-06-18", "We hire newcomers in every kitchen.", "World Refugee Day", "You may want to decide"]
    };
    for word in words {
        shows(browser, "#silences", word).await?;
    }
    let linked = "return [...document.querySelectorAll('#silences a.source')].map((it) => it.href)";
    let links = browser.run(linked, Vec::new()).await?;
    ensure!(links[0] == json!("https://example.org/kitchens"), "{links}");
    ensure!(
        !links[1].is_null() || browser.exists("#silences p:nth-child(2) .source").await?,
        "the day has no source: {links}"
    );
    key(browser, "#silences button").await?;
    browser.until("no silence", "return !document.querySelector('#silences li')", Vec::new()).await?;
    let focused = "return document.activeElement.id === 'for-the-brand'";
    browser.until("the focus on the heading", focused, Vec::new()).await?;
    // It stays away in the next worker and comes back for another year.
    browser.end_background(FIREFOX_ID).await?;
    open(session, "popup").await?;
    shows(browser, "#due", "Refugees").await?;
    ensure!(!browser.exists("#silences li").await?, "it came back");
    strike(session).await
}

async fn outline(session: &Session, locale: &str) -> Result<()> {
    let browser = &session.browser;
    stage(session, locale, full()).await?;
    for page in ["popup", "today"] {
        open(session, page).await?;
        let words = if locale == "ko" {
            ["“We hire newcomers in every kitchen.” (2025-06-18)", "우리가 한 일: Forty apprenticeships", "출처"]
        } else {
            ["“We hire newcomers in every kitchen.” (2025-06-18)", "What we did: Forty apprenticeships", "source"]
        };
        for word in words {
            shows(browser, ".outline", word).await?;
        }
        let catch = "Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, \
            value: (text) => { window.__copied = text; return Promise.resolve(); } });";
        browser.run(catch, Vec::new()).await?;
        key(browser, ".outline [data-do='copy']").await?;
        let copied = browser.until("the copy", "return window.__copied", Vec::new()).await?;
        let copied = copied.as_str().unwrap_or_default();
        ensure!(copied.lines().count() == 4 && copied.contains("https://example.org/kitchens"), "{copied}");
        ensure!(!copied.contains('!') && !copied.contains('#'), "a slogan: {copied}");
    }
    strike(session).await
}

async fn nothing(session: &Session) -> Result<()> {
    let browser = &session.browser;
    stage(session, "en", brand(json!([]), json!([{ "what": "Ten flats", "until": "2024" }]))).await?;
    open(session, "popup").await?;
    shows(browser, ".outline[data-empty]", "nothing concrete").await?;
    ensure!(!browser.exists(".outline [data-do='copy']").await?, "there is something to copy");
    ensure!(!browser.exists("#silences li").await?, "nothing was said before");
    strike(session).await
}

async fn due(session: &Session, locale: &str) -> Result<()> {
    let browser = &session.browser;
    stage(session, locale, full()).await?;
    open(session, "popup").await?;
    let rows = browser.run("return document.querySelectorAll('#due li').length", Vec::new()).await?;
    ensure!(rows == json!(1), "{rows} reviews are due");
    shows(browser, "#due", "2026-06-01").await?;
    let link = browser.run("return document.querySelector('#due a').href", Vec::new()).await?;
    let link = link.as_str().unwrap_or_default().to_string();
    browser.driver.goto(link).await?;
    let there =
        "return document.activeElement.id === 'f-stances-1-review' && document.activeElement.closest('details').open";
    browser.until("the stance's review", there, Vec::new()).await?;
    strike(session).await
}

async fn axe(session: &Session, page: &str, locale: &str) -> Result<()> {
    stage(session, locale, full()).await?;
    let found = accessible(session, page, locale).await;
    strike(session).await?;
    found
}
