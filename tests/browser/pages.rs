//! Popup, options, onboarding and Today: accessible in both languages, and every way of theirs into the background and back.

use crate::session::{BAD, CLEAN, Run, Session, root};
use anyhow::{Context, Result, ensure};
use nunchi::drive::browser::Browser;
use serde_json::{Value, json};
use thirtyfour::Key;

const PAGES: [&str; 4] = ["popup", "options", "onboarding", "today"];

pub async fn run(session: &Session, run: &mut Run) {
    for locale in ["en", "ko"] {
        for page in PAGES {
            run.case(&format!("pages {page} {locale} axe"), || accessible(session, page, locale)).await;
        }
    }
    run.case("pages popup of a tab", || of_a_tab(session)).await;
    run.case("pages popup switches", || switches(session)).await;
    run.case("pages brand form", || brand_form(session)).await;
    run.case("pages brand json", || brand_json(session)).await;
    run.case("pages import", || import(session)).await;
    run.case("pages server name", || server_name(session)).await;
    run.case("pages try", || try_it(session)).await;
    run.case("pages an event by hand", || by_hand(session)).await;
    run.case("pages no request", || no_request(session)).await;
}

/// Opens a page and waits until the background has answered it.
pub async fn open(session: &Session, page: &str) -> Result<()> {
    session.page(&format!("{page}.html")).await?;
    let ready = "return !!document.querySelector('#enabled, #f-name, #draft, #own-name')";
    session.browser.until(page, ready, Vec::new()).await?;
    Ok(())
}

/// Writes into a field as typing does, all at once.
pub async fn fill(browser: &Browser, css: &str, text: &str) -> Result<()> {
    let script = "const it = document.querySelector(arguments[0]); if (!it) return false; it.focus(); it.value = arguments[1]; \
        it.dispatchEvent(new InputEvent('input', { bubbles: true })); return true;";
    browser.until(css, script, vec![json!(css), json!(text)]).await?;
    Ok(())
}

async fn text_of(browser: &Browser, css: &str) -> Result<String> {
    let text = browser.run("return document.querySelector(arguments[0])?.textContent ?? ''", vec![json!(css)]).await?;
    Ok(text.as_str().unwrap_or_default().to_string())
}

pub async fn shows(browser: &Browser, css: &str, words: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
    let seen = browser.until(&format!("{words:?} in {css}"), script, vec![json!(css), json!(words)]).await;
    match seen {
        Ok(_) => Ok(()),
        Err(problem) => Err(problem.context(format!("it says: {}", text_of(browser, css).await?))),
    }
}

async fn status(browser: &Browser) -> Result<Value> {
    let answer = browser.ask(json!({ "status": { "tab": null } })).await?;
    Ok(answer["status"]["status"].clone())
}

pub async fn profile(browser: &Browser) -> Result<Value> {
    let answer = browser.ask(json!("profile")).await?;
    let text = answer["profile"]["json"].as_str().context("no profile")?;
    Ok(serde_json::from_str(text)?)
}

/// Back to an empty profile and the settings of the session.
pub async fn reset(browser: &Browser) -> Result<()> {
    browser.ask(json!({ "set-profile": { "json": "{}" } })).await?;
    Ok(())
}

pub async fn accessible(session: &Session, page: &str, locale: &str) -> Result<()> {
    let browser = &session.browser;
    open(session, page).await?;
    session.change(json!({ "locale": { "locale": locale } })).await?;
    let spoken =
        browser.until("the language", "return document.documentElement.lang === arguments[0]", vec![json!(locale)]);
    spoken.await?;
    // Everything that folds is looked at too.
    browser.run("document.querySelectorAll('details').forEach((it) => { it.open = true; })", Vec::new()).await?;
    let axe = std::fs::read_to_string(root().join("node_modules/axe-core/axe.min.js"))?;
    browser.run(&format!("{axe}; return null"), Vec::new()).await?;
    let script = "const done = arguments[0]; axe.run(document).then((all) => done(all.violations.map((one) => \
        `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)), (e) => done([String(e)]));";
    let found = browser.run_async(script, Vec::new()).await;
    session.change(json!({ "locale": { "locale": "en" } })).await?;
    let found = found?;
    ensure!(found == json!([]), "axe: {found}");
    Ok(())
}

/// The popup tells what stands in another tab's composer.
async fn of_a_tab(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let page = session.routes.pages.iter().find(|page| page.site.as_deref() == Some("x")).context("no page of X")?;
    let composer = page.composers.first().context("no composer")?;
    crate::matrix::write(session, page, composer, BAD).await?;
    let driver = &browser.driver;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    let result = async {
        driver.switch_to_window(second.clone()).await?;
        session.page("options.html").await?;
        let others = "const done = arguments[0]; chrome.tabs.query({}).then(async (all) => { const own = (await chrome.tabs.getCurrent()).id; \
            done(all.map((tab) => tab.id).filter((id) => id !== own)); });";
        let tabs = browser.run_async(others, Vec::new()).await?;
        let tabs = tabs.as_array().context("no tabs")?;
        // Which of them it is, only the background knows.
        let mut shown = None;
        for tab in tabs {
            let answer = browser.ask(json!({ "status": { "tab": tab } })).await?;
            if answer["status"]["status"]["site"] == json!("x") {
                shown = Some(tab.clone());
            }
        }
        let tab = shown.context("the background knows no tab of X")?;
        session.page(&format!("popup.html?tab={tab}")).await?;
        shows(browser, "#here", "X").await?;
        browser.until("the verdict", "return !!document.querySelector('.level.big[data-level=\"hold\"]')", Vec::new()).await?;
        ensure!(!text_of(browser, ".finding .what").await?.is_empty(), "no reason is shown");
        ensure!(text_of(browser, ".proofs").await?.contains("Sample wire"), "the evidence names no source");
        ensure!(text_of(browser, ".today").await?.contains("mall shooting"), "today lacks the event");
        ensure!(browser.exists(".today .sample").await?, "the sample is not marked");
        anyhow::Ok(())
    }
    .await;
    driver.close_window().await?;
    driver.switch_to_window(first).await?;
    result
}

async fn switches(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "popup").await?;
    for (css, name) in [("#hold-everything", "hold_everything"), ("#enabled", "enabled")] {
        let before = status(browser).await?["settings"][name].clone();
        // By keyboard, and back.
        for turn in 0..2 {
            browser.focus(css).await?;
            browser.keys(" ").await?;
            let wanted = json!((before == json!(true)) == (turn == 1));
            let script = "return document.querySelector(arguments[0]).checked === arguments[1]";
            browser.until(name, script, vec![json!(css), wanted.clone()]).await?;
            let now = status(browser).await?["settings"][name].clone();
            ensure!(now == wanted, "{name} is {now}, the switch shows {wanted}");
        }
    }
    browser.press("#pause-state + button").await?;
    shows(browser, "#pause-state", "60").await?;
    ensure!(status(browser).await?["settings"]["paused_until"].is_number(), "no pause was kept");
    browser.press("#pause-state + button").await?;
    browser.until("no pause", "return !document.querySelector('.standing')", Vec::new()).await?;
    ensure!(status(browser).await?["settings"]["paused_until"].is_null(), "the pause did not end");
    Ok(())
}

async fn brand_form(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    reset(browser).await?;
    open(session, "options").await?;
    fill(browser, "#f-name", "해오름").await?;
    browser.press("#add-stance").await?;
    let focused = "return document.activeElement.id === arguments[0]";
    browser.until("the new row's focus", focused, vec![json!("f-stances-0-target")]).await?;
    browser.focus("#save-brand").await?;
    browser.keys(Key::Return).await?;
    shows(browser, "p.wrong[role=alert]:has(+ .foot)", "Stance 1").await?;
    browser.until("the wrong field's focus", focused, vec![json!("f-stances-0-target")]).await?;
    ensure!(profile(browser).await?["name"] == json!(""), "a wrong form was saved");
    browser.keys("animal testing").await?;
    browser.focus("#save-brand").await?;
    browser.keys(Key::Return).await?;
    shows(browser, ".notice", "saved").await?;
    let kept = profile(browser).await?;
    ensure!(kept["name"] == json!("해오름") && kept["stances"][0]["target"] == json!("animal testing"), "{kept}");
    open(session, "options").await?;
    let value = browser.until("the saved name", "return document.querySelector('#f-name').value", Vec::new()).await?;
    ensure!(value == json!("해오름"), "the form shows {value}");
    reset(browser).await
}

async fn brand_json(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "options").await?;
    browser.press("input[value=json]").await?;
    fill(browser, "#profile-json", r#"{"name":"Acme","stances":[{"target":"privacy","position":"maybe"}]}"#).await?;
    browser.press("#save-brand").await?;
    shows(browser, "#profile-json-wrong", "Position").await?;
    fill(browser, "#profile-json", r#"{"name":"Acme","stances":[{"target":"privacy","position":"favor"}]}"#).await?;
    browser.press("#save-brand").await?;
    shows(browser, ".notice", "saved").await?;
    ensure!(profile(browser).await?["name"] == json!("Acme"), "the JSON was not kept");
    reset(browser).await
}

async fn import(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "options").await?;
    let give = "const transfer = new DataTransfer(); transfer.items.add(new File([arguments[0]], 'settings.json')); \
        const input = document.querySelector('#import'); input.files = transfer.files; \
        input.dispatchEvent(new Event('change', { bubbles: true })); return true;";
    let before = status(browser).await?;
    browser.run(give, vec![json!("{\"nunchi\": 1, \"settings\": 7}")]).await?;
    browser
        .until("the refusal", "return document.querySelector('#import-wrong').textContent !== ''", Vec::new())
        .await?;
    ensure!(status(browser).await? == before, "a refused file changed something");
    let all = browser.ask(json!("export-all")).await?;
    let text = all["file"]["text"].as_str().context("no export")?;
    let mut file: Value = serde_json::from_str(text)?;
    file["settings"]["sensitivity"] = json!("strict");
    browser.run(give, vec![json!(file.to_string())]).await?;
    browser.until("the import", "return document.querySelector('input[value=strict]').checked", Vec::new()).await?;
    ensure!(text_of(browser, "#import-wrong").await?.is_empty(), "the old error stays");
    browser.press("#undo-import").await?;
    browser.until("the undo", "return document.querySelector('input[value=normal]').checked", Vec::new()).await?;
    Ok(())
}

async fn server_name(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "options").await?;
    fill(browser, "#server", "nonsense").await?;
    browser.keys(Key::Return).await?;
    shows(browser, "#server-wrong", "mastodon.social").await?;
    fill(browser, "#server", "https://x.com/home").await?;
    browser.keys(Key::Return).await?;
    shows(browser, "#server-wrong", "built in").await?;
    fill(browser, "#server", "http://[::1]:3000").await?;
    browser.keys(Key::Return).await?;
    shows(browser, "#server-wrong", "made of numbers").await?;
    // It is granted from the start, as the browser's question cannot be answered here: so it is not asked.
    fill(browser, "#server", "http://localhost:3000").await?;
    browser.keys(Key::Return).await?;
    let listed =
        "return [...document.querySelectorAll('li')].some((it) => it.textContent.includes('http://localhost'))";
    browser.until("the server in the list", listed, Vec::new()).await?;
    ensure!(text_of(browser, "#server-wrong").await?.is_empty(), "it is listed and refused");
    Ok(())
}

async fn try_it(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "onboarding").await?;
    browser.press("#draft").await?;
    browser.keys(BAD).await?;
    browser.until("the hold", "return !!document.querySelector('.level.big[data-level=\"hold\"]')", Vec::new()).await?;
    ensure!(!text_of(browser, ".finding q").await?.is_empty(), "the words are not quoted");
    fill(browser, "#draft", CLEAN).await?;
    browser
        .until("all clear", "return !!document.querySelector('.level.big[data-level=\"clear\"]')", Vec::new())
        .await?;
    Ok(())
}

/// What only a person knows weighs on drafts from the moment it is written down, and no longer once it is taken away.
async fn by_hand(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let judged = async || -> Result<Value> {
        let told =
            browser.ask(json!({ "try": { "draft": { "text": "Our kettle is back: 20% off this weekend" } } })).await?;
        Ok(told["verdict"]["verdict"]["level"].clone())
    };
    open(session, "today").await?;
    ensure!(judged().await? != "hold", "held before anything was written down");
    browser.press("[aria-labelledby='own'] form button").await?;
    shows(browser, "#own-name-wrong", "Say what it is").await?;
    fill(browser, "#own-name", "Kettle recall after two deaths").await?;
    fill(browser, "#own-words", "#kettlerecall\nkettle").await?;
    browser.press("[aria-labelledby='own'] input[value='3']").await?;
    browser.press("[aria-labelledby='own'] form button").await?;
    shows(browser, "[aria-labelledby='own'] .rows", "Kettle recall").await?;
    ensure!(judged().await? == "hold", "the event weighs nothing");
    crate::rest::sleep(session).await?;
    ensure!(judged().await? == "hold", "forgotten with the background");
    open(session, "today").await?;
    shows(browser, "[aria-labelledby='own'] .rows", "Kettle recall").await?;
    browser.press("[aria-labelledby='own'] .rows button").await?;
    browser
        .until("gone", "return document.querySelectorAll('[aria-labelledby=own] .rows li').length === 0", Vec::new())
        .await?;
    ensure!(judged().await? != "hold", "it weighs although it was taken away");
    Ok(())
}

async fn no_request(session: &Session) -> Result<()> {
    open(session, "options").await?;
    shows(&session.browser, "#requests", "no network request").await
}
