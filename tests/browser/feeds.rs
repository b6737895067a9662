//! Feeds, from the switch to the held post: a crisis comes in, the open draft turns to hold by itself. And what happens
//! when the servers behind them misbehave. In a browser of its own, because nothing else may be going on.

use crate::cases::page;
use crate::matrix::{posts, send, write};
use crate::rest::sleep;
use crate::session::{BAD, Run, Session};
use anyhow::{Context, Result, ensure};
use nunchi::drive::browser::Kind;
use nunchi::drive::server::{Answer, Asked};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

pub const PRESS: &str = "feeds.bbci.co.uk";
pub const TALK: &str = "public.api.bsky.app";
pub const RSS: &str = "application/rss+xml; charset=utf-8";

pub async fn run(kind: Kind, run: &mut Run) -> Result<()> {
    if !run.wants("feeds") {
        return Ok(());
    }
    let session = Session::with(kind, "en", crate::cases::SCRIPTS, let_in).await?;
    run.case("feeds: nothing is asked before a switch is moved", || quiet(&session)).await;
    run.case("feeds: a crisis turns the open draft to hold", || crisis(&session)).await;
    run.case("feeds: the Today page shows it, and takes a person's word", || marks(&session)).await;
    run.case("feeds: the mood of a sample is told in words", || mood(&session)).await;
    run.case("feeds: unchanged, and told to wait", || waits(&session)).await;
    run.case("feeds: failed, broken, endless, redirected, an entity bomb", || faults(&session)).await;
    crate::faults::run(&session, run).await;
    run.case("feeds: switched off, all is forgotten", || forgotten(&session)).await;
    session.quit().await
}

/// The hosts that a person would let in at the switch: WebDriver cannot answer that question.
fn let_in(extension: &Path) {
    grant(extension, &[PRESS, TALK]);
}

/// Lets in these hosts from the start.
pub fn grant(extension: &Path, hosts: &[&str]) {
    let path = extension.join("manifest.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut manifest: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    if let Some(granted) = manifest["host_permissions"].as_array_mut() {
        granted.extend(hosts.iter().map(|host| json!(format!("https://{host}/*"))));
    }
    std::fs::write(&path, manifest.to_string()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

pub async fn now(session: &Session) -> Result<(String, String)> {
    let told =
        session.browser.run("const now = new Date(); return [now.toUTCString(), now.toISOString()]", vec![]).await?;
    let text = |at: usize| told[at].as_str().unwrap_or_default().to_string();
    Ok((text(0), text(1)))
}

/// A shooting in a mall, as a newsroom and as a network tell it.
async fn news(session: &Session) -> Result<(String, String)> {
    let (date, iso) = now(session).await?;
    let rss = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>BBC News</title><item>\
         <title>At least nine people killed in mall shooting in Ohio</title>\
         <link>https://www.bbc.co.uk/news/articles/c0000000009o</link><pubDate>{date}</pubDate></item></channel></rss>"
    );
    let trends = json!({ "trends": [{ "topic": "Ohio mall shooting", "displayName": "Ohio mall shooting",
        "description": "At least nine people were killed in a shooting at a mall in Ohio.",
        "link": "/profile/trending.bsky.app/feed/1", "startedAt": iso, "postCount": 9000, "status": "hot",
        "category": "news", "actors": [] }] });
    Ok((rss, trends.to_string()))
}

/// The requests for the feeds themselves, without those for samples.
pub fn asked(session: &Session) -> Vec<Asked> {
    let mut asked = session.server.asked();
    asked.retain(|one| !one.path.contains("resolveHandle") && !one.path.contains("getFeed"));
    asked
}

async fn quiet(session: &Session) -> Result<()> {
    session.page("options.html").await?;
    // No sample events, and the real day.
    session.browser.store("local", json!({ "events": [], "today": "" })).await?;
    for host in [PRESS, TALK] {
        session.server.answer(host, Answer::status(500));
    }
    let alarms =
        "const done = arguments[0]; chrome.alarms.getAll().then((all) => done(all.map((alarm) => alarm.name)))";
    let alarms = session.browser.run_async(alarms, vec![]).await?;
    ensure!(alarms == json!([]), "alarms are set: {alarms}");
    let lines = session.browser.ask(json!("sources")).await?;
    let lines = lines["sources"]["lines"].as_array().context("no sources")?;
    ensure!(lines.len() > 15 && lines.iter().all(|line| line["on"] == false), "a feed is on");
    ensure!(session.server.asked().is_empty(), "a feed was asked");
    Ok(())
}

/// Moves the switch of a feed as a person does, on the options page.
pub async fn switch(session: &Session, feed: &str) -> Result<()> {
    session.browser.until("the switch", "return !!document.querySelector(arguments[0])", vec![json!(feed)]).await?;
    session.browser.press(feed).await
}

/// Waits until what the options page says of a feed holds these words.
pub async fn says(session: &Session, feed: &str, words: &str) -> Result<()> {
    let script = "return !!document.querySelector(arguments[0] + '-about')?.textContent.includes(arguments[1])";
    let waited = session.browser.until(words, script, vec![json!(feed), json!(words)]).await;
    if waited.is_err() {
        let said = session
            .browser
            .run("return document.querySelector(arguments[0] + '-about')?.textContent", vec![json!(feed)])
            .await?;
        anyhow::bail!("it says {said}, not {words:?}");
    }
    Ok(())
}

async fn crisis(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (rss, trends) = news(session).await?;
    session.server.answer(PRESS, Answer::ok(RSS, rss).with("etag", "\"one\""));
    session.server.answer(TALK, Answer::ok("application/json", trends));
    let owner = json!({ "did": "did:plc:qrz3lhbyuxbeilrc6nekdqme" });
    let owner = Answer::ok("application/json", owner.to_string());
    session.server.answer_at(TALK, "/xrpc/com.atproto.identity.resolveHandle", owner);
    let sample: Vec<Value> = (0..24)
        .map(|i| match i {
            0..18 => format!("Rest in peace, Ohio. Heartbroken {i}"),
            18..20 => format!("Enough is enough. We demand answers {i}"),
            _ => format!("Police give an update at nine {i}"),
        })
        .map(|text| json!({ "post": { "record": { "text": text, "langs": ["en"], "createdAt": "2026-01-01T00:00:00Z" } } }))
        .collect();
    let feed = Answer::ok("application/json", json!({ "feed": sample }).to_string());
    session.server.answer_at(TALK, "/xrpc/app.bsky.feed.getFeed", feed);
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("clear").await?;

    let writing = browser.driver.window().await?;
    let other = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(other).await?;
    session.page("options.html").await?;
    for feed in ["#feed-bbc", "#feed-bluesky"] {
        switch(session, feed).await?;
        says(session, feed, "Last answer").await?;
    }
    let asked = asked(session);
    ensure!(asked.len() == 2, "{asked:?}");
    ensure!(
        asked.iter().all(|one| !one.headers.contains_key("cookie") && !one.headers.contains_key("referer")),
        "{asked:?}"
    );
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(writing).await?;

    // The page was not touched.
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    let said = browser.markup().await?;
    ensure!(said.contains("mall shooting"), "the evidence is missing: {said}");
    Ok(())
}

/// What a person calls none of ours weighs nothing, until it is watched again.
async fn marks(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let held = async || -> Result<bool> {
        let judged = browser.ask(json!({ "try": { "draft": { "text": BAD } } })).await?;
        Ok(judged["verdict"]["verdict"]["level"] == "hold")
    };
    session.page("today.html").await?;
    let shown = "return [...document.querySelectorAll('#today-page .going')].some((one) => one.textContent.includes('mall shooting') \
        && one.querySelector('.hot') && one.querySelector('a.source'))";
    browser.until("the event with its sources", shown, vec![]).await?;
    browser.until("the proposal", "return !!document.querySelector('#today-page #hold-everything')", vec![]).await?;
    ensure!(held().await?, "it weighs nothing");
    browser.press(".going [data-mark='mute']").await?;
    let muted = "return !!document.querySelector('details .going [data-mark=\"mute\"]')";
    browser.until("it among the muted", muted, vec![]).await?;
    ensure!(!held().await?, "it weighs although it is none of ours");
    browser.run("document.querySelector('#today-page details').open = true", vec![]).await?;
    browser.press("details .going [data-mark='mute']").await?;
    browser.until("the event again", shown, vec![]).await?;
    ensure!(held().await?, "it weighs nothing after it was taken back");
    Ok(())
}

/// A trend's own feed is sampled, once; what people feel is told with its sample, and the request is in the list.
async fn mood(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("today.html").await?;
    let words = "Mood: mostly mourning (18 of 24 posts, Bluesky,";
    let script =
        "return [...document.querySelectorAll('.going .mood')].some((one) => one.textContent.includes(arguments[0]))";
    browser.until(words, script, vec![json!(words)]).await?;
    let list = browser.ask(json!("requests")).await?.to_string();
    ensure!(list.matches("getFeed").count() == 1 && list.matches("resolveHandle").count() == 1, "{list}");
    Ok(())
}

/// Lets the feeds be due again and wakes a fresh background by their own alarm: whoever wakes it after it was ended, be it
/// this page, it reads what was written here.
pub async fn again(session: &Session) -> Result<()> {
    wake(session, "health.next = 0;").await
}

/// The same, with another change of what is stored of each feed.
pub async fn wake(session: &Session, change: &str) -> Result<()> {
    let driver = &session.browser.driver;
    // A case that took too long may have left us in a tab that it closed.
    if driver.window().await.is_err() {
        let left = driver.windows().await?.into_iter().next().context("no tab")?;
        driver.switch_to_window(left).await?;
    }
    session.page("options.html").await?;
    let script = format!(
        "const [wait, done] = arguments; (async () => {{ \
        const {{ feed_health }} = await chrome.storage.local.get('feed_health'); \
        for (const health of Object.values(feed_health)) {{ {change} }} \
        await chrome.storage.local.set({{ feed_health }}); const when = Date.now() + wait; \
        await chrome.alarms.create('feeds', {{ when, periodInMinutes: 5 }}); done(when); }})();"
    );
    for wait in [2000, 6000, 15_000] {
        // What an attempt before this one asked is none of the round.
        session.server.asked();
        let when = session.browser.run_async(&script, vec![json!(wait)]).await?.as_f64().context("no time")?;
        sleep(session).await?;
        let now = session.browser.run("return Date.now()", vec![]).await?.as_f64().context("no time")?;
        // On a busy machine it may have rung in the old background, which knows nothing of what was written.
        if now < when {
            tokio::time::sleep(Duration::from_millis((when - now) as u64)).await;
            return Ok(());
        }
    }
    anyhow::bail!("the background could not be ended in 15 s")
}

async fn waits(session: &Session) -> Result<()> {
    asked(session);
    session.server.answer(PRESS, Answer::status(304));
    session.server.answer(TALK, Answer::status(429).with("retry-after", "7200"));
    again(session).await?;
    let first = crate::faults::came(session, 2).await?;
    says(session, "#feed-bluesky", "HTTP 429").await?;
    says(session, "#feed-bbc", "Last answer").await?;
    let conditional = first
        .iter()
        .any(|one| one.host == PRESS && one.headers.get("if-none-match").is_some_and(|tag| tag == "\"one\""));
    ensure!(first.len() == 2 && conditional, "{first:?}");
    Ok(())
}

async fn faults(session: &Session) -> Result<()> {
    let (rss, _) = news(session).await?;
    let cases: [(&str, Answer); 5] = [
        ("HTTP 500", Answer::status(500)),
        ("broken XML", Answer::ok(RSS, rss.replace("</title><link>", "<link>"))),
        ("more than", Answer { endless: true, ..Answer::ok(RSS, vec![b' '; 300_000]) }),
        ("Not checked since", Answer::status(302).with("location", "https://elsewhere.example/rss")),
        (
            "broken XML",
            Answer::ok(
                RSS,
                "<!DOCTYPE r [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><rss><channel><item><title>&c;</title>",
            ),
        ),
    ];
    for (words, answer) in cases {
        session.server.answer(PRESS, answer);
        again(session).await?;
        let mut all = crate::faults::came(session, 2).await?;
        says(session, "#feed-bbc", words).await?;
        says(session, "#feed-bbc", "Not checked since").await?;
        all.extend(asked(session));
        ensure!(all.len() <= 4, "a storm: {all:?}");
        // Told once is known until it is old: a server that fails takes nothing back.
        let judged = session.browser.ask(json!({ "try": { "draft": { "text": BAD } } })).await?;
        ensure!(judged["verdict"]["verdict"]["level"] == "hold", "after {words}: {judged}");
    }
    Ok(())
}

async fn forgotten(session: &Session) -> Result<()> {
    session.page("options.html").await?;
    for feed in ["#feed-bbc", "#feed-bluesky"] {
        switch(session, feed).await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    let judged = session.browser.ask(json!({ "try": { "draft": { "text": BAD } } })).await?;
    ensure!(judged["verdict"]["verdict"]["level"] != "hold", "{judged}");
    session.server.asked();
    let script = "const done = arguments[0]; (async () => done([await chrome.alarms.getAll(), \
        Object.keys(await chrome.storage.local.get(['watch', 'feed_health', 'feed_events', 'samples']))]))();";
    let left = session.browser.run_async(script, vec![]).await?;
    ensure!(left == json!([[], []]), "left behind: {left}");
    Ok(())
}
