//! What the extension costs a page beside the same page without it: `cargo xtask bench`. Not a test: it prints the
//! figures of one run.
//!
//! Both browsers stand open at once and take turns, so that whatever else the machine does falls on both. Loading is
//! from the start of the navigation to the end of its load event; a key is from the page's first sight of it to the
//! first task after the text changed, and to the frame that shows it. Milliseconds, medians.

use crate::matrix::write;
use crate::session::Session;
use anyhow::{Context, Result};
use nunchi::drive::browser::{Browser, Kind};
use serde_json::{Value, json};
use std::time::Duration;

const PAGES: [&str; 2] = ["x/home", "bluesky/home"];
const LOADS: usize = 40;
const ROUNDS: usize = 6;
const KEYS: usize = 20;
const LENGTH: usize = 280;
const CYCLES: usize = 100;
const MUTATIONS: usize = 1_000;

const TIMED_KEYS: &str = "window.__tasks = []; window.__frames = []; \
    window.addEventListener('keydown', () => { const begun = performance.now(); const spent = () => performance.now() - begun; \
        const task = new MessageChannel(); const frame = new MessageChannel(); \
        task.port1.onmessage = () => window.__tasks.push(spent()); \
        frame.port1.onmessage = () => window.__frames.push(spent()); \
        setTimeout(() => task.port2.postMessage(0)); \
        requestAnimationFrame(() => frame.port2.postMessage(0)); }, true);";

pub async fn run() -> Result<()> {
    println!("\nthe same pages with the extension and without, ms, medians of turns");
    for kind in Kind::ALL {
        let with = Session::start(kind, "en").await?;
        let without = Session::bare(kind).await?;
        for page in PAGES {
            beside(kind, page, "page load", loads(&with, &without, page).await?);
            let [tasks, frames] = keys(&with, &without, page).await?;
            beside(kind, page, "key to task", tasks);
            beside(kind, page, "key to frame", frames);
        }
        cycles(&with, true).await?;
        cycles(&without, false).await?;
        without.quit().await?;
        with.quit().await?;
        let timed = Session::with(kind, "en", &[("time.js", nunchi::drive::TIME)], |_| ()).await?;
        let spent = feed(&timed).await?;
        println!("{:<9} {MUTATIONS} changes of a feed beside an open composer: {spent:.2} ms of ours", kind.id());
        timed.quit().await?;
    }
    Ok(())
}

/// With, without.
type Pair = (Vec<f64>, Vec<f64>);

fn beside(kind: Kind, page: &str, what: &str, (with, without): Pair) {
    let (with, without) = (middle(with), middle(without));
    println!(
        "{:<9} {page:<14} {what:<14} with {with:>7.2}   without {without:>7.2}   {:+.1} %",
        kind.id(),
        100.0 * (with / without - 1.0)
    );
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

async fn loads(with: &Session, without: &Session, name: &str) -> Result<Pair> {
    let mut pair = Pair::default();
    for at in 0..LOADS {
        let mut turns = [(with, &mut pair.0), (without, &mut pair.1)];
        // Neither always goes first.
        if at % 2 == 1 {
            turns.reverse();
        }
        for (session, list) in turns {
            let page = session.routes.pages.iter().find(|page| page.page == name).context("no such page")?;
            session.browser.goto(&page.host, &page.path).await?;
            let script = "const [load] = performance.getEntriesByType('navigation'); \
                return load.loadEventEnd > 0 ? load.duration : 0";
            list.push(session.browser.until("the load", script, Vec::new()).await?.as_f64().unwrap_or_default());
        }
    }
    Ok(pair)
}

/// To the task, to the frame.
async fn keys(with: &Session, without: &Session, name: &str) -> Result<[Pair; 2]> {
    let mut pairs: [Pair; 2] = Default::default();
    let words = "We bake our bread at six each morning and it is still warm when the doors open. ";
    let text: String = words.chars().cycle().take(LENGTH).collect();
    for at in 0..ROUNDS {
        let mut turns = [(with, true), (without, false)];
        if at % 2 == 1 {
            turns.reverse();
        }
        for (session, ours) in turns {
            let page = session.routes.pages.iter().find(|page| page.page == name).context("no such page")?;
            write(session, page, page.composers.first().context("no composer")?, &text).await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            session.browser.run(TIMED_KEYS, Vec::new()).await?;
            for key in 0..KEYS {
                session.browser.keys(if key % 2 == 0 { "x" } else { "\u{e003}" }).await?;
                let both = "return window.__tasks.length > 0 && window.__frames.length > 0";
                session.browser.until("a timed key", both, Vec::new()).await?;
                let cost = "return [window.__tasks.splice(0)[0], window.__frames.splice(0)[0]]";
                let cost = session.browser.run(cost, Vec::new()).await?;
                for (at, pair) in pairs.iter_mut().enumerate() {
                    let list = if ours { &mut pair.0 } else { &mut pair.1 };
                    list.push(cost[at].as_f64().unwrap_or_default());
                }
            }
        }
    }
    Ok(pairs)
}

/// Ms of ours while a feed grows beside an open composer.
async fn feed(session: &Session) -> Result<f64> {
    let browser = &session.browser;
    let page = session.routes.pages.iter().find(|page| page.page == "x/home").context("no such page")?;
    write(session, page, page.composers.first().context("no composer")?, "We bake our bread at six").await?;
    tokio::time::sleep(Duration::from_millis(1_000)).await;
    spent(browser).await?;
    let grow = "const feed = document.querySelector('[role=region]'); let left = arguments[0]; \
        const step = () => { for (let at = 0; at < 10; at++) { const row = document.createElement('div'); \
            row.dataset.testid = 'cellInnerDiv'; row.textContent = 'another post ' + left; feed.append(row); } \
            left -= 10; if (left > 0) requestAnimationFrame(step); else window.__grown = true; }; step();";
    browser.run(grow, vec![json!(MUTATIONS)]).await?;
    browser.until("a grown feed", "return window.__grown === true", Vec::new()).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    spent(browser).await
}

async fn spent(browser: &Browser) -> Result<f64> {
    let script = "document.dispatchEvent(new CustomEvent('nunchi-time')); return document.documentElement.getAttribute('data-time')";
    let told = browser.run(script, Vec::new()).await?;
    let spent: Value = serde_json::from_str(told.as_str().unwrap_or("{}"))?;
    Ok(spent.as_object().map(|kinds| kinds.values().filter_map(Value::as_f64).sum::<f64>()).unwrap_or_default())
}

/// A dialog opened, written in and closed, over and over. No driver can read the heap of Firefox.
async fn cycles(session: &Session, ours: bool) -> Result<()> {
    let browser = &session.browser;
    if browser.kind == Kind::Firefox {
        return Ok(());
    }
    let page = session.routes.pages.iter().find(|page| page.page == "x/home").context("no such page")?;
    browser.goto(&page.host, &page.path).await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    browser.devtools("Performance.enable", json!({})).await?;
    let begun = cycle(browser, 20, ours).await?;
    let ended = cycle(browser, CYCLES, ours).await?;
    for (name, before) in begun {
        let after = ended.iter().find(|(other, _)| *other == name).map(|(_, value)| *value).unwrap_or_default();
        let side = if ours { "with" } else { "without" };
        println!("chromium  {CYCLES} composers opened and closed {side:<8} {name:<18} {before:>9.0} → {after:>9.0}");
    }
    Ok(())
}

async fn cycle(browser: &Browser, count: usize, ours: bool) -> Result<Vec<(&'static str, f64)>> {
    for _ in 0..count {
        browser.press("[data-testid='SideNav_NewTweet_Button']").await?;
        browser.press("[role='dialog'] [data-testid='tweetTextarea_0']").await?;
        browser.keys("bread").await?;
        // As long and with as many scripts of the driver in both: those grow the heap by themselves.
        tokio::time::sleep(Duration::from_millis(400)).await;
        browser.press("[data-testid='app-bar-close']").await?;
        let closed = "return !document.querySelector('[role=\"dialog\"]')";
        browser.until("a closed dialog", closed, Vec::new()).await?;
    }
    // What a composer holds goes after the time that a page has to put it back.
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let told = browser.devtools("Performance.getMetrics", json!({})).await?;
    let value = |name: &str| {
        let mut metrics = told["metrics"].as_array().into_iter().flatten();
        metrics.find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
    };
    if ours {
        browser.press("[data-testid='SideNav_NewTweet_Button']").await?;
        browser.press("[role='dialog'] [data-testid='tweetTextarea_0']").await?;
        browser.keys("bread").await?;
        browser.await_chip("clear").await.context("nothing of ours is there any more")?;
        browser.press("[data-testid='app-bar-close']").await?;
    }
    Ok(["JSHeapUsedSize", "JSEventListeners", "Nodes"].map(|name| (name, value(name))).to_vec())
}
