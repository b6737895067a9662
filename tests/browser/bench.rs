//! What a keystroke costs: `cargo xtask bench`. Not a test: it prints figures, the page's own beside ours, of one run.
//!
//! Ours: the time inside every callback of the content script. The page's: from its first sight of the key to the first
//! task after the text changed, which holds ours too. Both in ms of the main thread, medians over the keystrokes.

use crate::matrix::write;
use crate::session::Session;
use anyhow::{Context, Result};
use nunchi::drive::browser::Kind;
use serde_json::Value;

/// The draft stands at this length when keys are timed, in UTF-16 units.
const LENGTH: usize = 280;
const KEYS: usize = 60;

const PAGE: &str = "window.__costs = []; let begun = 0; \
    window.addEventListener('keydown', () => { begun = performance.now(); const channel = new MessageChannel(); \
        channel.port1.onmessage = () => window.__costs.push(performance.now() - begun); \
        setTimeout(() => channel.port2.postMessage(0)); }, true);";

pub async fn run() -> Result<()> {
    println!("main thread per keystroke at {LENGTH} characters, ms, median (90th percentile) of {KEYS} keys");
    for kind in Kind::ALL {
        let scripts = [("time.js", nunchi::drive::TIME)];
        let session = Session::with(kind, "en", &scripts, |_| ()).await?;
        for page in ["x/home", "bluesky/home", "mastodon/home"] {
            let (all, ours) = keystrokes(&session, page).await?;
            let share = if all.0 > 0.0 { 100.0 * ours.0 / all.0 } else { 0.0 };
            println!(
                "{:<9} {page:<14} ours {:.2} ({:.2})   page and ours {:.2} ({:.2})   share {share:.0} %",
                kind.id(),
                ours.0,
                ours.1,
                all.0,
                all.1
            );
        }
        session.quit().await?;
    }
    Ok(())
}

/// Median and 90th percentile: of the page with us, and of us alone.
async fn keystrokes(session: &Session, name: &str) -> Result<((f64, f64), (f64, f64))> {
    let browser = &session.browser;
    let page = session.routes.pages.iter().find(|page| page.page == name).context("no such page")?;
    let composer = page.composers.first().context("no composer")?;
    let words = "We bake our bread at six each morning and it is still warm when the doors open. ";
    let text: String = words.chars().cycle().take(LENGTH).collect();
    write(session, page, composer, &text).await?;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    browser.run(PAGE, Vec::new()).await?;
    let (mut all, mut ours) = (Vec::new(), Vec::new());
    for at in 0..KEYS {
        read_time(session).await?;
        browser.keys(if at % 2 == 0 { "x" } else { "\u{e003}" }).await?;
        browser.until("a timed key", "return window.__costs.length > 0", Vec::new()).await?;
        let cost = browser.run("return window.__costs.splice(0)[0]", Vec::new()).await?;
        all.push(cost.as_f64().unwrap_or_default());
        // What waits for the typing to rest belongs to the keystroke too.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        ours.push(read_time(session).await?);
    }
    Ok((middle(all), middle(ours)))
}

async fn read_time(session: &Session) -> Result<f64> {
    let script = "document.dispatchEvent(new CustomEvent('nunchi-time')); return document.documentElement.getAttribute('data-time')";
    let told = session.browser.run(script, Vec::new()).await?;
    let spent: Value = serde_json::from_str(told.as_str().unwrap_or("{}"))?;
    Ok(spent.as_object().map(|kinds| kinds.values().filter_map(Value::as_f64).sum::<f64>()).unwrap_or_default())
}

fn middle(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((values.len() as f64 * share) as usize).copied().unwrap_or_default();
    (at(0.5), at(0.9))
}
