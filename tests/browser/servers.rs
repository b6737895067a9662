//! Against real servers: a Bluesky AppView with its PDS, and a Mastodon server, behind the true host names. Only where
//! `cargo xtask test --all` has started them; it says where in `NUNCHI_SERVERS`.
//!
//! Two things are told to them and not made by them: what trends on Bluesky (that service's code is closed), and which
//! links trend on Mastodon (the server has none). Everything else is their own: accounts, posts, tags, timelines, feeds,
//! what they show to whom, headers, errors.

use crate::cases::page;
use crate::feeds::{again, now, says, switch};
use crate::matrix::{posts, send, write};
use crate::session::{BAD, Run, Session};
use anyhow::{Context, Result, bail, ensure};
use nunchi::drive::browser::Kind;
use nunchi::drive::server::{Answer, Asked};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const BLUESKY: &str = "public.api.bsky.app";
const MASTODON: &str = "mas.to";
const LINKS: &str = "/api/v1/trends/links";
const TAG: &str = "OhioShooting";

/// Where the servers are.
#[derive(Deserialize)]
struct Servers {
    appview: String,
    /// Takes what is to be posted and to trend.
    control: String,
    mastodon: String,
}

/// One browser after the other: they share the servers.
pub async fn run(kind: Kind, run: &mut Run) -> Result<()> {
    let told = std::env::var("NUNCHI_SERVERS").context("no real servers: `cargo xtask test --all` starts them")?;
    let servers: Servers = serde_json::from_str(&told)?;
    let session = Session::with(kind, "en", crate::cases::SCRIPTS, let_in).await?;
    session.server.pass(BLUESKY, &servers.appview);
    session.server.pass(MASTODON, &servers.mastodon);
    run.case("servers: quiet days are read and hold nothing", || calm(&session, &servers)).await;
    run.case("servers: a crisis turns the open draft to hold", || crisis(&session, &servers)).await;
    run.case("servers: the mood is sampled and told in words", || mood(&session)).await;
    run.case("servers: errors of the real ones are told as they are", || refused(&session, &servers)).await;
    clear(&servers).await?;
    session.quit().await
}

/// The hosts that a person would let in at the switch: WebDriver cannot answer that question.
fn let_in(extension: &Path) {
    crate::feeds::grant(extension, &[BLUESKY, MASTODON]);
}

async fn post(address: &str, token: &str, body: Value) -> Result<Value> {
    let client = reqwest::Client::builder().timeout(Duration::from_secs(50)).build()?;
    let asked = client.post(address).header("content-type", "application/json").bearer_auth(token);
    let answer = asked.body(body.to_string()).send().await?;
    let (status, text) = (answer.status(), answer.text().await?);
    if !status.is_success() {
        bail!("{address} answers {status}: {text}");
    }
    Ok(serde_json::from_str(&text)?)
}

/// What people write about it: so many posts of each kind.
fn voices(grief: usize, rest: usize) -> Vec<String> {
    let sad = (0..grief).map(|i| match i % 3 {
        0 => format!("Rest in peace to everyone at that mall in Ohio. Heartbroken {i}"),
        1 => format!("Thoughts are with the families in Ohio tonight. So sad {i}"),
        _ => format!("No words. Crying for Ohio 💔 {i}"),
    });
    let other = (0..rest).map(|i| match i % 2 {
        0 => format!("Enough is enough, we demand answers after Ohio {i}"),
        _ => format!("Police give an update on the Ohio mall at nine {i}"),
    });
    sad.chain(other).collect()
}

/// Nothing of a person goes out, and no word of a draft.
fn is_clean(asked: &[Asked]) -> Result<()> {
    for one in asked {
        ensure!(!one.headers.contains_key("cookie") && !one.headers.contains_key("authorization"), "{one:?}");
        let all = format!("{}?{}", one.path, one.query).to_lowercase();
        ensure!(["killer", "deals", "weekend", "laptop"].iter().all(|word| !all.contains(word)), "{one:?}");
    }
    Ok(())
}

/// Waits until the three feeds were asked.
async fn read(session: &Session) -> Result<()> {
    let begun = Instant::now();
    let mut feeds = 0;
    while feeds < 3 {
        ensure!(begun.elapsed() < Duration::from_secs(20), "{feeds} of 3 feeds were asked");
        tokio::time::sleep(Duration::from_millis(50)).await;
        let asked = session.server.asked();
        is_clean(&asked)?;
        feeds += asked.iter().filter(|one| one.path.to_lowercase().contains("trends")).count();
    }
    Ok(())
}

async fn calm(session: &Session, servers: &Servers) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    // No sample events, and the real day.
    browser.store("local", json!({ "events": [], "today": "" })).await?;
    let posts = json!([["ada", "What a final! Champions 🏆", "en"], ["minji", "우승 축하합니다!", "ko"]]);
    let trend = json!({ "name": "Women's final", "description": "Fans react to the women's final.", "feed": "final",
        "category": "sports", "posts": posts });
    post(&servers.control, "", json!({ "trends": [trend] })).await?;
    let token = "token-of-ada";
    let status = json!({ "status": "What a final! #WomensFinal", "language": "en" });
    post(&format!("{}/api/v1/statuses", servers.mastodon), token, status).await?;
    session.server.answer_at(MASTODON, LINKS, Answer::ok("application/json", "[]"));

    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("clear").await?;
    let writing = browser.driver.window().await?;
    let other = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(other).await?;
    session.page("options.html").await?;
    session.server.asked();
    switch(session, "#feed-bluesky").await?;
    says(session, "#feed-bluesky", "Last answer").await?;
    for kind in ["mastodon-tags", "mastodon-links"] {
        browser.press(&format!("label:has(input[name='feed-kind'][value='{kind}'])")).await?;
        browser.press("#feed-place").await?;
        browser.keys(MASTODON).await?;
        browser.press("form:has(#feed-place) button[type='submit']").await?;
        says(session, &format!("#feed-{kind}-mas-to"), "Last answer").await?;
    }
    let asked = session.server.asked();
    ensure!(asked.len() == 3, "{asked:?}");
    browser.driver.switch_to_window(writing).await?;
    browser.await_chip("clear").await
}

async fn crisis(session: &Session, servers: &Servers) -> Result<()> {
    let browser = &session.browser;
    let (_, iso) = now(session).await?;
    let all: Vec<Value> = voices(9, 7).into_iter().map(|text| json!(["ada", text, "en"])).collect();
    let trend = json!({ "name": "Ohio mall shooting", "feed": "ohio", "posts": all,
        "description": "At least nine people were killed in a shooting at a mall in Ohio." });
    post(&servers.control, "", json!({ "trends": [trend] })).await?;
    for (at, text) in voices(18, 6).into_iter().enumerate() {
        let token = ["token-of-ada", "token-of-minji", "token-of-tomas"][at % 3];
        let status = json!({ "status": format!("{text} #{TAG}"), "language": "en" });
        post(&format!("{}/api/v1/statuses", servers.mastodon), token, status).await?;
    }
    let day = json!({ "day": "1", "accounts": "40", "uses": "60" });
    let link = json!([{ "url": "https://news.example/ohio", "title": "At least nine people killed in mall shooting in Ohio",
        "description": "Police say the gunman is dead.", "type": "link", "provider_name": "News", "language": "en",
        "published_at": iso, "history": [day] }]);
    session.server.answer_at(MASTODON, LINKS, Answer::ok("application/json", link.to_string()));

    let writing = browser.driver.window().await?;
    let other = browser.driver.windows().await?.into_iter().find(|window| *window != writing).context("one tab")?;
    browser.driver.switch_to_window(other.clone()).await?;
    session.server.asked();
    again(session).await?;
    read(session).await?;
    browser.driver.switch_to_window(writing.clone()).await?;
    // The page was not touched.
    browser.await_chip("hold").await?;
    let composer = page(session, "x/home")?.1;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    let said = browser.markup().await?;
    ensure!(said.contains("mall shooting"), "the event is missing: {said}");
    let sources = ["Bluesky", "Mastodon"].iter().filter(|source| said.contains(**source)).count();
    ensure!(sources == 2, "two families must be named: {said}");
    Ok(())
}

/// The last samples may still be on their way.
async fn told(session: &Session, network: &str) -> Result<Value> {
    let script = "const [network, done] = arguments; chrome.storage.local.get('watch').then(({ watch }) => done( \
        Object.values(JSON.parse(watch ?? '{}').moods ?? {}).flat().find((mood) => mood.source === network) ?? null));";
    let begun = Instant::now();
    loop {
        let told = session.browser.run_async(script, vec![json!(network)]).await?;
        if told != Value::Null {
            return Ok(told);
        }
        ensure!(begun.elapsed() < Duration::from_secs(20), "no mood of {network}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn mood(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("today.html").await?;
    let (mastodon, bluesky) = (told(session, "Mastodon").await?, told(session, "Bluesky").await?);
    ensure!(mastodon["n"] == 24 && mastodon["counts"][2] == 18, "{mastodon}");
    ensure!(bluesky["n"] == 16 && bluesky["counts"][2] == 9, "{bluesky}");
    session.page("today.html").await?;
    let words = "Mood: mostly mourning (18 of 24 posts, Mastodon,";
    let script =
        "return [...document.querySelectorAll('.going .mood')].some((one) => one.textContent.includes(arguments[0]))";
    browser.until(words, script, vec![json!(words)]).await?;

    is_clean(&session.server.asked())?;
    let told = browser.ask(json!("requests")).await?;
    let lines = told["requests"]["lines"].as_array().context("no list of requests")?;
    for part in ["/api/v2/instance", "/timelines/link?", "/timelines/tag/", "resolveHandle?", "getFeed?"] {
        let times = lines.iter().filter(|line| line["address"].as_str().is_some_and(|at| at.contains(part)));
        let statuses: Vec<&Value> = times.map(|line| &line["status"]).collect();
        ensure!(statuses == [&json!(200)], "{part} was asked with {statuses:?}: {lines:?}");
    }
    // Three feeds twice, and what the two samples needed.
    ensure!(lines.len() == 11, "{} requests: {lines:?}", lines.len());
    Ok(())
}

/// The real AppView fails where nobody ranks: what was told before stays, with its age.
async fn refused(session: &Session, servers: &Servers) -> Result<()> {
    post(&servers.control, "", json!({ "down": true })).await?;
    session.server.asked();
    again(session).await?;
    read(session).await?;
    says(session, "#feed-bluesky", "HTTP 5").await?;
    says(session, "#feed-bluesky", "Not checked since").await?;
    let judged = session.browser.ask(json!({ "try": { "draft": { "text": BAD } } })).await?;
    ensure!(judged["verdict"]["verdict"]["level"] == "hold", "what was told is forgotten: {judged}");
    Ok(())
}

/// Takes back what was posted to Mastodon: the next browser begins on a quiet day.
async fn clear(servers: &Servers) -> Result<()> {
    let client = reqwest::Client::new();
    let list =
        client.get(format!("{}/api/v1/timelines/tag/{TAG}?limit=40", servers.mastodon)).send().await?.text().await?;
    for status in serde_json::from_str::<Vec<Value>>(&list)? {
        let (id, name) = (status["id"].as_str().context("no id")?, status["account"]["username"].as_str());
        let gone = client.delete(format!("{}/api/v1/statuses/{id}", servers.mastodon));
        gone.bearer_auth(format!("token-of-{}", name.unwrap_or_default())).send().await?.error_for_status()?;
    }
    Ok(())
}
