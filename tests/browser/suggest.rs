//! Suggestions written into every editor: exactly what was offered, once, taken back by the editor's own undo.

use crate::matrix::{begins_family, models, posts, write};
use crate::session::{Run, Session};
use anyhow::{Result, bail, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::{Composer, Page};
use std::time::{Duration, Instant};
use thirtyfour::Key;

const KEPT: &str = "Half price on all boots today";
const TAG: &str = "#MallShooting";

pub async fn run(session: &Session, run: &mut Run) {
    for (nth, page) in session.routes.pages.iter().filter(|page| page.site.is_some()).enumerate() {
        if !begins_family(page) && !run.mine(nth) {
            continue;
        }
        let mut seen = Vec::new();
        for composer in page.composers.iter().filter(|composer| !composer.caretless) {
            if seen.contains(&composer.editor) {
                continue;
            }
            seen.push(composer.editor.clone());
            let name = format!("{} {} suggestion", page.page, composer.id);
            run.case(&format!("{name} in a line"), || taken(session, page, composer, " ")).await;
            // Where Enter sends there is no second line to type, and Draft.js in Firefox mixes up what a driver types after
            // Enter, with and without us.
            let mixed = session.browser.kind == Kind::Firefox && page.editor == "draft-js";
            // Where each line is a box of its own nothing is written over two of them: `writing.rs` has that.
            let boxes = page.editor == "gutenberg";
            if !mixed && !boxes && !composer.ways.iter().any(|way| way == "enter") {
                run.case(&format!("{name} over lines"), || taken(session, page, composer, "\n\n")).await;
            }
        }
    }
}

async fn taken(session: &Session, page: &Page, composer: &Composer, between: &str) -> Result<()> {
    let browser = &session.browser;
    write(session, page, composer, KEPT).await?;
    browser.keys(format!("{between}{TAG}")).await?;
    browser.await_chip_in(&["caution", "hold"]).await?;
    // A one-line box keeps no lines: what it has now is what must come back.
    let typed = holding(browser).await?;
    // A page may show a button under the chip while the pointer comes near, as Postiz does: it steps aside once.
    let chip = browser.await_part("chip").await?;
    browser.driver.action_chain().move_to(chip.x as i64, chip.y as i64).perform().await?;
    browser.press_part("chip").await?;
    browser.press_part("write").await?;
    let told = until(browser, |text| text.trim_end().ends_with(KEPT)).await;
    ensure!(told.is_ok(), "the draft is {:?}, not {KEPT:?}", holding(browser).await?);
    let begun = Instant::now();
    while browser.parts().await?.iter().any(|part| part.part == "finding" && part.text.contains(TAG)) {
        ensure!(begun.elapsed() < Duration::from_secs(6), "the card is still about the old text");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    ensure!(posts(browser).await?.is_empty(), "writing sent it");

    browser.keys(" now").await?;
    until(browser, |text| text.contains(" now") && text.contains("Half price")).await?;
    for _ in 0..8 {
        if until_short(browser, |text| text == typed).await {
            return Ok(());
        }
        browser.chord(Key::Control, "z").await?;
    }
    bail!("undo ends with {:?}, not {typed:?}", holding(browser).await?)
}

/// The text of the editor that was written into, as its own model has it.
async fn holding(browser: &Browser) -> Result<String> {
    let all = models(browser).await?;
    Ok(all.into_iter().find(|text| text.contains("Half price")).unwrap_or_default())
}

async fn until(browser: &Browser, good: impl Fn(&str) -> bool) -> Result<()> {
    let begun = Instant::now();
    while !good(&holding(browser).await?) {
        ensure!(begun.elapsed() < Duration::from_secs(4), "the draft is {:?}", holding(browser).await?);
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    Ok(())
}

async fn until_short(browser: &Browser, good: impl Fn(&str) -> bool) -> bool {
    for _ in 0..5 {
        if holding(browser).await.is_ok_and(|text| good(&text)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    false
}
