//! Pages that are in no table: a person points at box and button, by mouse and by keyboard; and the page changes.

use crate::matrix::{await_posts, posts};
use crate::session::{BAD, CLEAN, Run, Session};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

/// One in-house tool: its host, what opens its composer, the box, the button that posts.
struct Tool {
    host: &'static str,
    open: &'static str,
    editor: &'static str,
    submit: &'static str,
}

const FORM: Tool = Tool {
    host: "form.tools.example",
    open: "",
    editor: ".new-post textarea",
    submit: ".new-post button[type='submit']",
};
const REACT: Tool = Tool {
    host: "react.tools.example",
    open: "",
    editor: "[role='textbox'][aria-label='Post']",
    submit: "[role='button']:last-child",
};
const DIALOG: Tool =
    Tool { host: "dialog.tools.example", open: "#open", editor: "dialog textarea", submit: "dialog button" };

/// A suite with a real editor that no record knows.
const SUITE: Tool =
    Tool { host: "suite.tools.example", open: "#open", editor: ".layer .ProseMirror", submit: ".layer .btnSub" };

/// It sends when the pointer goes down.
const EARLY: Tool = Tool { host: "early.tools.example", open: "", editor: "textarea", submit: "[data-testid='send']" };

/// The picker's own element in the page.
const PICKER: &str = "return !!document.querySelector('[data-nunchi=picker]')";

/// Writes down every press that reaches an element of the page.
const REACHED: &str = "window.__reached = []; \
    for (const type of ['pointerdown', 'mousedown', 'click', 'submit', 'keydown', 'keyup', 'beforeinput']) \
    document.body.addEventListener(type, (event) => window.__reached.push(`${type} ${event.target.localName}`), true)";

pub async fn run(session: &Session, run: &mut Run) {
    for (name, tool) in [("form", &FORM), ("react", &REACT), ("dialog", &DIALOG), ("suite", &SUITE), ("early", &EARLY)]
    {
        run.case(&format!("generic {name} by mouse"), || works(session, tool, false)).await;
        run.case(&format!("generic {name} by keyboard"), || works(session, tool, true)).await;
    }
    run.case("generic left by escape", || left(session)).await;
    run.case("generic box gone", || gone(session, &FORM, false)).await;
    run.case("generic button gone", || gone(session, &REACT, true)).await;
}

async fn open(session: &Session, tool: &Tool, path: &str) -> Result<()> {
    let browser = &session.browser;
    browser.goto(tool.host, path).await?;
    browser.until("the page", "return window.__ready === true", Vec::new()).await?;
    if !tool.open.is_empty() {
        browser.press(tool.open).await?;
    }
    Ok(())
}

/// Does something in a page of the extension beside the one in front, and comes back. `body` has `tab`, the id of the
/// tab of this host, and ends by calling `done`.
async fn beside(session: &Session, tool: &Tool, body: &str) -> Result<Value> {
    let (browser, driver) = (&session.browser, &session.browser.driver);
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second).await?;
    session.page("options.html").await?;
    let script = format!(
        "const [host, done] = arguments; chrome.tabs.query({{}}).then(async (all) => {{ \
         const tab = all.find((it) => it.url?.startsWith(`https://${{host}}/`))?.id; {body} }})\
         .catch((e) => done({{ failed: String(e) }}));"
    );
    let told = browser.run_async(&script, vec![json!(tool.host)]).await;
    driver.close_window().await?;
    driver.switch_to_window(first).await?;
    let told = told?;
    ensure!(told["failed"].is_null(), "{told}");
    Ok(told)
}

async fn learned(session: &Session, tool: &Tool) -> Result<Value> {
    let told = beside(session, tool, "done(await chrome.runtime.sendMessage({ status: { tab } }));").await?;
    Ok(told["status"]["status"]["settings"]["learned"][tool.host].clone())
}

async fn forget(session: &Session, tool: &Tool) -> Result<()> {
    let body = "done(await chrome.runtime.sendMessage({ change: { change: { learned: { host, learned: null } } } }));";
    beside(session, tool, body).await.map(drop)
}

async fn ask(session: &Session, tool: &Tool) -> Result<()> {
    beside(session, tool, "done(await chrome.runtime.sendMessage({ pick: { tab, host } }));").await?;
    session.browser.until("the picker", PICKER, Vec::new()).await?;
    Ok(())
}

/// Points at both, and waits until it is learned. The page must have heard of neither press.
async fn point(session: &Session, tool: &Tool, keyboard: bool) -> Result<()> {
    let browser = &session.browser;
    open(session, tool, "/new").await?;
    ask(session, tool).await?;
    browser.run(REACHED, Vec::new()).await?;
    for (css, boxes) in [(tool.editor, true), (tool.submit, false)] {
        if keyboard {
            for _ in 0..place_in_order(session, css, boxes).await? {
                browser.keys(Key::Tab).await?;
            }
            browser.keys(Key::Return).await?;
        } else {
            browser.press(css).await?;
        }
    }
    browser.until("the end of picking", "return !document.querySelector('[data-nunchi=picker]')", Vec::new()).await?;
    let heard = browser.run("return window.__reached", Vec::new()).await?;
    ensure!(heard == json!([]), "the page heard {heard}");
    ensure!(posts(browser).await?.is_empty(), "pointing has posted");
    let kept = learned(session, tool).await?;
    ensure!(kept["changed"] == json!(false) && !kept["submit"][0].is_null(), "learned: {kept}");
    Ok(())
}

/// How often Tab must be pressed until the picker stands on it.
async fn place_in_order(session: &Session, css: &str, boxes: bool) -> Result<u64> {
    let script = "const [css, boxes, editor] = arguments; const all = boxes \
        ? \"textarea, input:not([type]), input[type='text'], [contenteditable]\" : \"button, [role='button'], a[href]\"; \
        return [...document.querySelectorAll(all)].filter((it) => it.getClientRects().length > 0)\
        .indexOf(document.querySelector(css)) + 1";
    let told = session.browser.run(script, vec![json!(css), json!(boxes)]).await?;
    told.as_u64().filter(|at| *at > 0).context("the element is not among those that Tab reaches")
}

async fn works(session: &Session, tool: &Tool, keyboard: bool) -> Result<()> {
    let browser = &session.browser;
    point(session, tool, keyboard).await?;

    open(session, tool, "/new").await?;
    browser.press(tool.editor).await?;
    browser.keys(BAD).await?;
    browser.await_chip("hold").await?;
    browser.press(tool.submit).await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out although it was held");
    browser.press_part("post-anyway").await?;
    browser.press_part("reason-told-to").await?;
    browser.press_part("confirm").await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);

    open(session, tool, "/new").await?;
    browser.press(tool.editor).await?;
    browser.keys(CLEAN).await?;
    browser.await_chip("clear").await?;
    browser.press(tool.submit).await?;
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(CLEAN), "another text went out: {:?}", out[0]);
    let errors = browser.run("return window.__errors", Vec::new()).await?;
    ensure!(errors == json!([]), "the page had errors: {errors}");
    forget(session, tool).await
}

async fn left(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, &FORM, "/new").await?;
    ask(session, &FORM).await?;
    browser.keys(Key::Escape).await?;
    browser.until("the picker gone", "return !document.querySelector('[data-nunchi=picker]')", Vec::new()).await?;
    ensure!(learned(session, &FORM).await?.is_null(), "something was learned");
    // The page is the person's again.
    browser.press(FORM.editor).await?;
    browser.keys(CLEAN).await?;
    browser.press(FORM.submit).await?;
    await_posts(browser, 1).await.map(drop)
}

/// The page changed: nothing is watched any more, and the popup says so.
async fn gone(session: &Session, tool: &Tool, typing: bool) -> Result<()> {
    let browser = &session.browser;
    point(session, tool, false).await?;
    open(session, tool, "/new?changed").await?;
    if typing {
        browser.press(tool.editor).await?;
        browser.keys(CLEAN).await?;
    }
    let begun = std::time::Instant::now();
    while learned(session, tool).await?["changed"] != json!(true) {
        ensure!(begun.elapsed().as_secs() < 20, "nobody noticed that the page changed");
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    let (driver, first) = (&browser.driver, browser.driver.window().await?);
    let tab = beside(session, tool, "done(tab);").await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second).await?;
    session.page(&format!("popup.html?tab={tab}")).await?;
    let said = "return document.querySelector('#watch p')?.textContent.includes('has changed')";
    let said = browser.until("a word in the popup", said, Vec::new()).await;
    driver.close_window().await?;
    driver.switch_to_window(first).await?;
    said?;
    open(session, tool, "/new?changed").await?;
    browser.press(tool.editor).await?;
    browser.keys(BAD).await?;
    browser.press(tool.submit).await?;
    await_posts(browser, 1).await?;
    forget(session, tool).await
}
