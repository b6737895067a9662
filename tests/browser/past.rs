//! Archives of past posts: dropped into the options, stored, and quoted by the draft that goes against them.

use crate::cases::page;
use crate::matrix::write;
use crate::session::{Run, Session};
use anyhow::{Context, Result, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::package::FIREFOX_ID;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What the draft of the tests goes against.
const SAID: &str = "We support nuclear power and say so openly.";
const DRAFT: &str = "We oppose nuclear power.";

/// Posts of an ordinary archive.
const MANY: u32 = 5_000;

pub async fn run(session: &Session, run: &mut Run) {
    run.case("past posts: imported, told, quoted, forgotten", || quoted(session)).await;
    run.case("past posts: an import that was cut off goes on", || cut_off(session)).await;
    run.case("past posts: what went out is one", || sent(session)).await;
}

/// 100,000 posts: `cargo xtask bench`. Prints the seconds, the bytes, and the longest time that the page stood still.
pub async fn measure() -> Result<()> {
    for kind in Kind::ALL {
        let session = Session::start(kind, "en").await?;
        let browser = &session.browser;
        open(&session).await?;
        let frames = "window.__still = 0; let last = performance.now(); const tick = () => { const now = performance.now(); \
            window.__still = Math.max(window.__still, now - last); last = now; setTimeout(tick, 0); }; tick();";
        give(browser, 100_000, "tweets.js").await?;
        let begun = Instant::now();
        browser.run(frames, Vec::new()).await?;
        let told = finished(browser, 100_000, Duration::from_secs(300)).await?;
        let (seconds, still) = (begun.elapsed().as_secs_f64(), browser.run("return window.__still", Vec::new()).await?);
        println!("{:<9} 100,000 posts in {seconds:.1} s, page still for {still} ms at most, stored {told}", kind.id());
        session.quit().await?;
    }
    Ok(())
}

async fn open(session: &Session) -> Result<()> {
    session.page("options.html").await?;
    session
        .browser
        .until("the past posts", "return document.querySelector('#past-files')?.disabled === false", Vec::new())
        .await?;
    Ok(())
}

/// Chooses an archive of X with so many posts, one repost and one broken row, made in the page.
async fn give(browser: &Browser, count: u32, name: &str) -> Result<()> {
    let script = "const [count, name, said] = arguments; const rows = []; \
        const row = (n, text) => JSON.stringify({ tweet: { id_str: String(10000 + n), full_text: text, created_at: \
        `Wed Mar 05 10:00:00 +0000 ${2010 + n % 14}`, lang: 'en', retweet_count: '3', favorite_count: '12', source: 'web', \
        display_text_range: ['0', '140'], entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } } }); \
        rows.push(row(0, said), row(-1, 'RT @someone: not our words'), '{ \"tweet\": 7 }'); \
        for (let n = 1; n < count; n++) rows.push(row(n, `Loaf number ${n} is out of the oven, come by before noon and say hello to the bakers`)); \
        const file = new File(['window.YTD.tweets.part0 = [' + rows.join(',\\n') + ']'], name); \
        const transfer = new DataTransfer(); transfer.items.add(file); const input = document.querySelector('#past-files'); \
        input.files = transfer.files; input.dispatchEvent(new Event('change', { bubbles: true })); return true;";
    browser.run(script, vec![json!(count), json!(name), json!(SAID)]).await?;
    Ok(())
}

async fn stored(browser: &Browser) -> Result<Value> {
    let told = browser.ask(json!({ "past": { "brand": 0 } })).await?;
    Ok(told["past"]["past"].clone())
}

/// Waits until no import runs and so many are stored.
async fn finished(browser: &Browser, count: u32, longest: Duration) -> Result<Value> {
    let begun = Instant::now();
    loop {
        let idle = browser.run("return !document.querySelector('#past-progress')", Vec::new()).await?;
        let told = stored(browser).await?;
        if idle == json!(true) && told["posts"] == json!(count) {
            return Ok(told);
        }
        let shown = text(browser, "#past").await?;
        ensure!(begun.elapsed() < longest, "{told} are stored; the page says {shown}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn text(browser: &Browser, css: &str) -> Result<String> {
    let text = browser.run("return document.querySelector(arguments[0])?.textContent ?? ''", vec![json!(css)]).await?;
    Ok(text.as_str().unwrap_or_default().to_string())
}

async fn shows(browser: &Browser, css: &str, words: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
    match browser.until(words, script, vec![json!(css), json!(words)]).await {
        Ok(_) => Ok(()),
        Err(problem) => Err(problem.context(format!("it says: {}", text(browser, css).await?))),
    }
}

async fn forget(browser: &Browser) -> Result<()> {
    browser.ask(json!({ "forget-past": { "brand": 0 } })).await?;
    Ok(())
}

async fn quoted(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session).await?;
    forget(browser).await?;
    give(browser, MANY, "tweets.js").await?;
    finished(browser, MANY, Duration::from_secs(30)).await?;
    shows(browser, "#past-stored", "5,000 posts").await?;
    shows(browser, "#past-stored", "2010-03-05").await?;
    shows(browser, "#past-accounts", "5,000 added, 0 already there, 1 by others, 0 without words, 1 not read").await?;
    shows(browser, "#past-accounts .bad", "row 3: not a record of this format").await?;
    give(browser, MANY, "tweets.js").await?;
    shows(browser, "#past-accounts", "0 added, 5,000 already there").await?;
    finished(browser, MANY, Duration::from_secs(30)).await?;

    // Another worker reads it from the disk.
    browser.end_background(FIREFOX_ID).await?;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("caution").await?;
    browser.press_part("chip").await?;
    browser.await_part("card").await?;
    let card = browser.markup().await?;
    for words in [SAID, "2010-03-05", "https://x.com/i/web/status/10000"] {
        ensure!(card.contains(words), "the card lacks {words}: {card}");
    }

    open(session).await?;
    browser.press("#past-forget").await?;
    browser.press("dialog[open] .danger").await?;
    shows(browser, "#past-stored", "No past posts yet").await?;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("clear").await
}

async fn cut_off(session: &Session) -> Result<()> {
    const COUNT: u32 = 20_000;
    let browser = &session.browser;
    open(session).await?;
    forget(browser).await?;
    give(browser, COUNT, "tweets.js").await?;
    let some = "return /[1-9][0-9,]* posts added/.test(document.querySelector('#past-progress')?.textContent ?? '')";
    browser.until("the first posts", some, Vec::new()).await?;
    // As if the browser had died: the page is gone in the middle of it.
    open(session).await?;
    let before = stored(browser).await?["posts"].as_u64().context("no count")?;
    ensure!(before > 0 && before < u64::from(COUNT), "{before} of {COUNT} were stored before it was cut off");
    give(browser, COUNT, "tweets.js").await?;
    finished(browser, COUNT, Duration::from_secs(40)).await?;
    let told = text(browser, "#past-accounts").await?;
    ensure!(told.contains("already there") && !told.contains(" 0 already there"), "{told}");
    forget(browser).await
}

async fn sent(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session).await?;
    forget(browser).await?;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, SAID).await?;
    browser.await_chip("clear").await?;
    crate::matrix::send(browser, composer, "mouse").await?;
    crate::matrix::await_posts(browser, 1).await?;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("caution").await?;
    open(session).await?;
    let told = stored(browser).await?;
    ensure!(told["posts"] == json!(1), "{told}");
    forget(browser).await
}
