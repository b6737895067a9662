//! Every editor family × every place that a suggestion changes × the site's own undo: exact, or declined in words.
//!
//! `cargo test … --test browser -- writing` prints the table.

use crate::matrix::{models, no_errors, posts, write};
use crate::session::{Run, Session};
use anyhow::{Context, Result, bail, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::Composer;
use serde_json::json;
use std::cell::Cell;
use std::time::{Duration, Instant};
use thirtyfour::Key;

/// A family, and the page whose first composer is one.
const FAMILIES: [(&str, &str); 12] = [
    ("Draft.js", "x/home"),
    ("Lexical, rich text", "facebook/home"),
    ("Lexical, plain text", "families/lexical-plain"),
    ("Quill 1", "linkedin/classic"),
    ("Quill 2", "families/quill-2"),
    ("TipTap 3 (ProseMirror)", "bluesky/home"),
    ("TipTap 2 (ProseMirror)", "elk/home"),
    ("Slate", "families/slate"),
    ("React text area", "mastodon/home"),
    ("plain contenteditable", "youtube/watch"),
    ("blocks as in Gutenberg", "tumblr/dashboard"),
    ("SmartEditor ONE", "naver/blog"),
];

/// What is typed and what it must be after the suggestion.
struct Place {
    name: &'static str,
    typed: &'static str,
    wanted: &'static str,
}

const PLACES: [Place; 4] = [
    Place {
        name: "end of a line",
        typed: "Half price on all boots today #MallShooting",
        wanted: "Half price on all boots today",
    },
    Place {
        name: "between words",
        typed: "Half price on all boots today! #MallShooting And free socks",
        wanted: "Half price on all boots today! And free socks",
    },
    Place {
        name: "after Hangul and emoji",
        typed: "오늘만 부츠 전부 반값 세일 👟 #MallShooting",
        wanted: "오늘만 부츠 전부 반값 세일 👟",
    },
    Place {
        name: "a line of its own",
        typed: "Half price on all boots today\n#MallShooting",
        wanted: "Half price on all boots today",
    },
];

/// What came of one cell.
enum Outcome {
    /// Written as offered; that many undos brought the former text back.
    Exact(usize),
    /// Nothing was changed, the new text was on the clipboard, and the card said so.
    Declined,
    /// The family has no such text: Enter sends, or the driver cannot type it here.
    None,
}

pub async fn run(session: &Session, run: &mut Run) {
    let mut table = Vec::new();
    for (family, page) in FAMILIES {
        let mut cells = Vec::new();
        for place in &PLACES {
            let told = Cell::new(None);
            let body = async || {
                told.set(Some(cell(session, page, place).await?));
                Ok(())
            };
            run.case(&format!("writing {family}: {}", place.name), body).await;
            cells.push(told.take());
        }
        table.push((family, cells));
    }
    print(session.browser.kind, &table);
    run.case("writing: an editor that refuses", || refused(session)).await;
    run.case("writing: an editor that makes something else of it", || altered(session)).await;
    run.case("writing: into a field beside the editor", || field(session)).await;
}

fn print(kind: Kind, table: &[(&str, Vec<Option<Outcome>>)]) {
    if table.iter().all(|(_, cells)| cells.iter().all(Option::is_none)) {
        return;
    }
    let heads: Vec<&str> = PLACES.iter().map(|place| place.name).collect();
    println!("| {} | {} |", kind.id(), heads.join(" | "));
    println!("| --- |{}", " --- |".repeat(heads.len()));
    for (family, cells) in table.iter().filter(|(_, cells)| cells.iter().any(Option::is_some)) {
        let words = cells.iter().map(|cell| match cell {
            Some(Outcome::Exact(1)) => "exact, 1 undo".to_string(),
            Some(Outcome::Exact(steps)) => format!("exact, {steps} undos"),
            Some(Outcome::Declined) => "declined".into(),
            Some(Outcome::None) => "–".into(),
            None => "not run, or failed".into(),
        });
        println!("| {family} | {} |", words.collect::<Vec<_>>().join(" | "));
    }
}

async fn cell(session: &Session, page: &str, place: &Place) -> Result<Outcome> {
    let browser = &session.browser;
    let (page, composer) = crate::cases::page(session, page)?;
    // Draft.js in Firefox mixes up what a driver types after Enter, with and without us.
    let mixed = browser.kind == Kind::Firefox && page.editor == "draft-js";
    if place.typed.contains('\n') && (mixed || composer.ways.iter().any(|way| way == "enter")) {
        return Ok(Outcome::None);
    }
    write(session, page, composer, place.typed).await?;
    browser.await_chip_in(&["caution", "hold"]).await?;
    let before = holding(browser).await?;
    ensure!(before.ends_with("#MallShooting") || before.ends_with("socks"), "typing came to {before:?}");
    let written = take(browser, place.wanted).await?;
    ensure!(posts(browser).await?.is_empty(), "writing sent it");
    let after = holding(browser).await?;
    if !written {
        ensure!(after == before, "declined, and changed to {after:?}");
        clipboard_has(browser, place.wanted).await?;
        return Ok(Outcome::Declined);
    }
    ensure!(after.trim_end() == place.wanted, "the draft is {after:?}");
    let steps = undone(browser, &before).await?;
    browser.chord(Key::Control, Key::End).await?;
    browser.keys(" indeed").await?;
    until(browser, &format!("{before} indeed")).await?;
    browser.await_chip_in(&["caution", "hold"]).await?;
    no_errors(browser).await?;
    Ok(Outcome::Exact(steps))
}

/// Presses the suggestion. True: it is written, or the card says so; false: the card says that it is not, and on the
/// clipboard.
async fn take(browser: &Browser, wanted: &str) -> Result<bool> {
    browser.press_part("chip").await?;
    browser.press_part("write").await?;
    let begun = Instant::now();
    loop {
        let said = browser.parts().await?.into_iter().find(|part| part.part == "status").unwrap_or_default().text;
        // "Done" is said for as long as it takes to judge the new text.
        let fields =
            browser.run("return [...document.querySelectorAll('input')].map((it) => it.value)", Vec::new()).await?;
        let fields: Vec<String> = serde_json::from_value(fields)?;
        if said.starts_with("Done.") || models(browser).await?.iter().chain(&fields).any(|it| it.trim_end() == wanted) {
            return Ok(true);
        }
        if said.contains("is on your clipboard") {
            return Ok(false);
        }
        ensure!(begun.elapsed() < Duration::from_secs(6), "the card says {said:?}");
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// The text of the editor that was written in, as its own model has it.
async fn holding(browser: &Browser) -> Result<String> {
    let all = models(browser).await?;
    Ok(all.into_iter().find(|text| text.contains("Half price") || text.contains("부츠")).unwrap_or_default())
}

async fn until(browser: &Browser, wanted: &str) -> Result<()> {
    let begun = Instant::now();
    loop {
        let now = holding(browser).await?;
        if now == wanted {
            return Ok(());
        }
        ensure!(begun.elapsed() < Duration::from_secs(4), "the draft is {now:?}, not {wanted:?}");
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// Undoes in the site's own way until the former text is back. Returns how often it took.
async fn undone(browser: &Browser, former: &str) -> Result<usize> {
    for step in 1..=4 {
        browser.chord(Key::Control, "z").await?;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(300) {
            if holding(browser).await? == former {
                return Ok(step);
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
    bail!("undo ends with {:?}, not {former:?}", holding(browser).await?)
}

async fn clipboard_has(browser: &Browser, wanted: &str) -> Result<()> {
    let place =
        "const area = document.createElement('textarea'); area.id = 'pasted'; document.body.prepend(area); return null";
    browser.run(place, Vec::new()).await?;
    // The card may lie over it.
    browser.keys(Key::Escape).await?;
    browser.focus("#pasted").await?;
    browser.chord(Key::Control, "v").await?;
    let begun = Instant::now();
    loop {
        let told = browser.run("return document.querySelector('#pasted').value", Vec::new()).await?;
        if told == json!(wanted) {
            return Ok(());
        }
        ensure!(begun.elapsed() < Duration::from_secs(4), "the clipboard has {told}, not {wanted:?}");
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// Types the first text into the box of a page that has none of its own behaviour, and changes how it takes words.
async fn stubborn<'a>(session: &'a Session, script: &str) -> Result<&'a Composer> {
    let browser = &session.browser;
    let (page, composer) = crate::cases::page(session, "youtube/watch")?;
    write(session, page, composer, PLACES[0].typed).await?;
    browser.await_chip_in(&["caution", "hold"]).await?;
    browser.run(script, vec![json!(composer.editor)]).await?;
    Ok(composer)
}

/// It puts back what was there, as an editor does that draws its own model.
async fn refused(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let script = "const box = document.querySelector(arguments[0]); const kept = box.textContent; \
        box.addEventListener('input', () => (box.textContent = kept), { capture: true }); return null";
    stubborn(session, script).await?;
    ensure!(!take(browser, PLACES[0].wanted).await?, "it says that it is written");
    ensure!(holding(browser).await? == PLACES[0].typed, "the draft was changed");
    clipboard_has(browser, PLACES[0].wanted).await
}

/// It was tried once and never again: what the editor made of it is still there, and the card does not say "done".
async fn altered(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let script = "const box = document.querySelector(arguments[0]); let times = 0; window.__times = () => times; \
        box.addEventListener('input', () => { times += 1; box.textContent += '!'; }, { capture: true }); return null";
    stubborn(session, script).await?;
    ensure!(!take(browser, PLACES[0].wanted).await?, "it says that it is written");
    let times = browser.run("return window.__times()", Vec::new()).await?;
    ensure!(times == json!(1), "it was tried {times} times");
    let now = holding(browser).await?;
    ensure!(now == format!("{}!", PLACES[0].wanted), "the draft is {now:?}");
    // The verdict on what it left behind takes nothing out of the card that a person must read.
    browser.await_chip("caution").await?;
    let notice = browser.await_part("notice").await?;
    ensure!(notice.text.contains("is on your clipboard"), "the notice is {:?}", notice.text);
    clipboard_has(browser, PLACES[0].wanted).await
}

/// A content warning is a field of the same draft.
async fn field(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = crate::cases::page(session, "mastodon/home")?;
    let part = composer.parts.first().context("no part")?;
    write(session, page, composer, "Free socks for everybody").await?;
    for css in &part.open {
        browser.press(css).await?;
    }
    browser.press(&part.css).await?;
    browser.keys(PLACES[0].typed).await?;
    browser.await_chip_in(&["caution", "hold"]).await?;
    ensure!(take(browser, PLACES[0].wanted).await?, "it was not written");
    let read = "return [document.querySelector(arguments[0]).value, document.querySelector(arguments[1]).value]";
    let both = || browser.run(read, vec![json!(part.css), json!(composer.editor)]);
    let now = both().await?;
    ensure!(now == json!([PLACES[0].wanted, "Free socks for everybody"]), "now {now}");
    browser.chord(Key::Control, "z").await?;
    let now = both().await?;
    ensure!(now == json!([PLACES[0].typed, "Free socks for everybody"]), "undone {now}");
    no_errors(browser).await
}
