//! Several brands: kept, chosen, named, and taken by the account that a page shows. By keyboard, in both languages.

use crate::cases::page;
use crate::matrix::write;
use crate::pages::{accessible, fill, open, shows};
use crate::session::{Run, Session};
use anyhow::{Context, Result, ensure};
use nunchi::drive::browser::Browser;
use nunchi::drive::package::FIREFOX_ID;
use nunchi::drive::routes::{Composer, Page};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What only the second brand has said no to.
const DRAFT: &str = "Our mink coats are back";

pub async fn run(session: &Session, run: &mut Run) {
    run.case("brands: the one profile of before is not lost", || migrated(session)).await;
    run.case("brands: added, renamed, removed and put back by keyboard", || listed(session)).await;
    run.case("brands: a file out and in", || filed(session)).await;
    run.case("brands: chosen in the popup by keyboard", || chosen(session)).await;
    for (site, account) in [("x/home", "x.com @tahoebread"), ("bluesky/home", "bsky.app tahoe.bsky.social")] {
        run.case(&format!("brands: taken by the account on {site}"), || by_account(session, site, account)).await;
    }
    run.case("brands: taken by the account on mastodon/home", || {
        by_account(session, "mastodon/home", "@tahoe@social.example")
    })
    .await;
    run.case("brands: each has its own past posts", || own_past(session)).await;
    run.case("brands: a broken list falls back to the last good one", || recovered(session)).await;
    for locale in ["en", "ko"] {
        for page in ["popup", "options"] {
            run.case(&format!("brands: {page} {locale} axe"), || axe(session, page, locale)).await;
        }
    }
}

async fn status(browser: &Browser) -> Result<Value> {
    let answer = browser.ask(json!({ "status": { "tab": null } })).await?;
    Ok(answer["status"]["status"].clone())
}

async fn names(browser: &Browser) -> Result<Vec<String>> {
    let status = status(browser).await?;
    let brands = status["brands"].as_array().context("no brands")?;
    Ok(brands.iter().map(|brand| brand["name"].as_str().unwrap_or_default().to_string()).collect())
}

async fn act(browser: &Browser, act: Value) -> Result<Value> {
    let answer = browser.ask(json!({ "brand": { "act": act } })).await?;
    ensure!(answer.get("refused").is_none(), "{answer}");
    Ok(answer["status"]["status"].clone())
}

async fn id_of(browser: &Browser, name: &str) -> Result<Value> {
    let status = status(browser).await?;
    let brands = status["brands"].as_array().context("no brands")?;
    let found = brands.iter().find(|brand| brand["name"] == json!(name)).context(name.to_string())?;
    Ok(found["id"].clone())
}

/// One brand without a profile, as the other tests find it.
async fn alone(browser: &Browser) -> Result<()> {
    loop {
        let status = status(browser).await?;
        let brands = status["brands"].as_array().context("no brands")?;
        let Some(last) = brands.iter().rev().find(|brand| brand["id"] != json!(1)).filter(|_| brands.len() > 1) else {
            break;
        };
        act(browser, json!({ "remove": { "brand": last["id"] } })).await?;
    }
    browser.ask(json!({ "set-profile": { "json": "{}" } })).await?;
    Ok(())
}

/// "Tahoe Bread" is against fur and has an account; "해오름" has nothing and is chosen.
async fn two(session: &Session, account: &str) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    alone(browser).await?;
    let (site, handle) = account.split_once(' ').unwrap_or(("social.example", account));
    let bread = json!({ "name": "Tahoe Bread", "accounts": [{ "site": site, "handle": handle }],
        "stances": [{ "target": "fur", "aliases": ["mink"], "position": "against",
            "statements": [{ "text": "We never sell fur.", "date": "2023-05" }] }] });
    browser.ask(json!({ "set-profile": { "json": bread.to_string() } })).await?;
    act(browser, json!({ "add": { "json": json!({ "name": "해오름" }).to_string() } })).await?;
    Ok(())
}

async fn migrated(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    alone(browser).await?;
    // As the version before left it.
    let script = "const done = arguments[1]; chrome.storage.local.remove(['brands', 'brands_before']).then(() => \
        chrome.storage.local.set({ profile: JSON.parse(arguments[0]), profile_before: {} })).then(() => done(true), (e) => done(String(e)));";
    let old = json!({ "name": "Bakery of before", "stances": [{ "target": "fur", "position": "against", "statements": [], "aliases": [],
        "hashtags": [], "red_lines": [], "owner": "", "review": "", "note": "" }] });
    let done = browser.run_async(script, vec![json!(old.to_string())]).await?;
    ensure!(done == json!(true), "{done}");
    browser.end_background(FIREFOX_ID).await?;
    session.page("options.html").await?;
    ensure!(names(browser).await? == ["Bakery of before"], "{:?}", names(browser).await?);
    ensure!(status(browser).await?["recovered"] == json!(false), "nothing was broken");
    act(browser, json!({ "add": { "json": "{\"name\":\"Second\"}" } })).await?;
    browser.end_background(FIREFOX_ID).await?;
    session.page("options.html").await?;
    ensure!(names(browser).await? == ["Bakery of before", "Second"], "{:?}", names(browser).await?);
    let kept = browser.ask(json!({ "profile-of": { "brand": 1 } })).await?;
    ensure!(kept["profile"]["json"].as_str().unwrap_or_default().contains("\"fur\""), "{kept}");
    let left = "const done = arguments[0]; chrome.storage.local.get(['profile', 'profile_before']).then((it) => done(Object.keys(it).length));";
    ensure!(browser.run_async(left, Vec::new()).await? == json!(0), "the old profile is still stored");
    alone(browser).await
}

async fn press_key(browser: &Browser, css: &str) -> Result<()> {
    browser.until(css, "return !!document.querySelector(arguments[0])", vec![json!(css)]).await?;
    browser.focus(css).await?;
    browser.keys(Key::Return).await
}

async fn listed(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    alone(browser).await?;
    open(session, "options").await?;
    ensure!(!browser.exists("#brands [data-do='remove']").await?, "the only brand can be removed");
    fill(browser, "#f-name", "Tahoe Bread").await?;
    // What is typed is not lost to another brand.
    press_key(browser, "#brand-add").await?;
    shows(browser, "#brand-wrong", "Save or undo").await?;
    press_key(browser, "#save-brand").await?;
    shows(browser, ".notice", "saved").await?;
    press_key(browser, "#brand-add").await?;
    browser.until("two brands", "return document.querySelectorAll('#brands li').length === 2", Vec::new()).await?;
    // The form shows the new one; it gets its name there.
    browser.until("an empty form", "return document.querySelector('#f-name')?.value === ''", Vec::new()).await?;
    fill(browser, "#f-name", "해오름").await?;
    fill(browser, "#f-accounts", "haeoreum").await?;
    press_key(browser, "#save-brand").await?;
    shows(browser, "#f-accounts-wrong", "x.com @yourbrand").await?;
    fill(browser, "#f-accounts", "https://x.com/haeoreum").await?;
    press_key(browser, "#save-brand").await?;
    shows(browser, ".notice", "saved").await?;
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름"], "{:?}", names(browser).await?);
    let kept = crate::pages::profile(browser).await?;
    ensure!(kept["accounts"] == json!([{ "site": "x.com", "handle": "@haeoreum" }]), "{kept}");
    // The first one again, by its button.
    press_key(browser, "#brands li:first-child [data-do='show']").await?;
    let shown = "return document.querySelector('#f-name')?.value === arguments[0]";
    browser.until("the first brand's form", shown, vec![json!("Tahoe Bread")]).await?;
    shows(browser, "#brand-shown", "Tahoe Bread").await?;
    shows(browser, "#past-brand", "Tahoe Bread").await?;
    // Removed after a question, which "cancel" answers too.
    press_key(browser, "#brands li:first-child [data-do='remove']").await?;
    browser.until("the question", "return !!document.querySelector('dialog[open]')", Vec::new()).await?;
    browser.keys(Key::Escape).await?;
    browser.until("no question", "return !document.querySelector('dialog[open]')", Vec::new()).await?;
    ensure!(names(browser).await?.len() == 2, "it went without a yes");
    press_key(browser, "#brands li:first-child [data-do='remove']").await?;
    press_key(browser, "dialog[open] .danger").await?;
    browser.until("one brand", "return document.querySelectorAll('#brands li').length === 1", Vec::new()).await?;
    browser.until("the other one's form", shown, vec![json!("해오름")]).await?;
    // After the worker and the page are new it can still be put back, with its place.
    browser.end_background(FIREFOX_ID).await?;
    open(session, "options").await?;
    shows(browser, "#brand-removed", "Tahoe Bread").await?;
    press_key(browser, "#brand-restore").await?;
    browser.until("two brands", "return document.querySelectorAll('#brands li').length === 2", Vec::new()).await?;
    browser.until("its form", shown, vec![json!("Tahoe Bread")]).await?;
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름"], "{:?}", names(browser).await?);
    alone(browser).await
}

async fn filed(session: &Session) -> Result<()> {
    let browser = &session.browser;
    two(session, "x.com @tahoebread").await?;
    open(session, "options").await?;
    let catch = "window.__made = []; const own = URL.createObjectURL; URL.createObjectURL = (blob) => { \
        blob.text().then((text) => window.__made.push(text)); return own.call(URL, blob); }; \
        HTMLAnchorElement.prototype.click = function () { window.__name = this.download; };";
    browser.run(catch, Vec::new()).await?;
    press_key(browser, "#brands li:first-child [data-do='export']").await?;
    let made = browser.until("the file", "return window.__made[0]", Vec::new()).await?;
    let name = browser.run("return window.__name", Vec::new()).await?;
    ensure!(name == json!("nunchi-brand-tahoe-bread.json"), "{name}");
    let text = made.as_str().unwrap_or_default().replace("Tahoe Bread", "Third");
    let give = "const transfer = new DataTransfer(); transfer.items.add(new File([arguments[0]], 'brand.json')); \
        const input = document.querySelector('#brand-file'); input.files = transfer.files; \
        input.dispatchEvent(new Event('change', { bubbles: true })); return true;";
    browser.run(give, vec![json!("{\"name\":7}")]).await?;
    shows(browser, "#brand-wrong", "name").await?;
    browser.run(give, vec![json!(text)]).await?;
    browser.until("three brands", "return document.querySelectorAll('#brands li').length === 3", Vec::new()).await?;
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름", "Third"], "{:?}", names(browser).await?);
    let third = crate::pages::profile(browser).await?;
    ensure!(third["stances"][0]["statements"][0]["text"] == json!("We never sell fur."), "{third}");
    // Everything as one file, and back.
    let all = browser.ask(json!("export-all")).await?;
    let all = all["file"]["text"].clone();
    alone(browser).await?;
    let back = browser.ask(json!({ "import-all": { "json": all } })).await?;
    ensure!(back.get("refused").is_none(), "{back}");
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름", "Third"], "{:?}", names(browser).await?);
    // A file of before there could be several is for the brand in use.
    let old =
        json!({ "nunchi": 1, "settings": back["status"]["status"]["settings"], "profile": { "name": "Of before" } });
    let taken = browser.ask(json!({ "import-all": { "json": old.to_string() } })).await?;
    ensure!(taken.get("refused").is_none(), "{taken}");
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름", "Of before"], "{:?}", names(browser).await?);
    alone(browser).await
}

async fn chosen(session: &Session) -> Result<()> {
    let browser = &session.browser;
    two(session, "x.com @nobody").await?;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("clear").await?;
    open(session, "popup").await?;
    let select = "#brand-choice";
    let value = "return document.querySelector(arguments[0])?.selectedOptions[0]?.textContent === arguments[1]";
    browser.until("the chosen brand", value, vec![json!(select), json!("해오름")]).await?;
    browser.focus(select).await?;
    browser.keys("T").await?;
    browser.until("the other brand", value, vec![json!(select), json!("Tahoe Bread")]).await?;
    let id = id_of(browser, "Tahoe Bread").await?;
    // Firefox tells of a choice by keyboard when the list is left.
    browser.keys(Key::Tab).await?;
    for _ in 0..100 {
        if status(browser).await?["chosen"] == id {
            break;
        }
    }
    ensure!(status(browser).await?["chosen"] == id, "the choice did not reach the background");
    compared(session, page, composer).await?;
    session.page("options.html").await?;
    alone(browser).await
}

/// The draft is held against Tahoe Bread's record, and the card says so.
async fn compared(session: &Session, page: &Page, composer: &Composer) -> Result<()> {
    let browser = &session.browser;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("hold").await?;
    browser.press_part("chip").await?;
    browser.await_part("card").await?;
    let card = browser.markup().await?;
    ensure!(card.contains("Compared with Tahoe Bread"), "the card names no brand: {card}");
    Ok(())
}

async fn by_account(session: &Session, site: &str, account: &str) -> Result<()> {
    let browser = &session.browser;
    two(session, account).await?;
    let (page, composer) = page(session, site)?;
    compared(session, page, composer).await?;
    // Both have it: the brand in use counts.
    session.page("options.html").await?;
    let (host, handle) = account.split_once(' ').unwrap_or(("social.example", account));
    let other = json!({ "name": "해오름", "accounts": [{ "site": host, "handle": handle }] });
    browser.ask(json!({ "set-profile": { "json": other.to_string() } })).await?;
    write(session, page, composer, DRAFT).await?;
    browser.await_chip("clear").await?;
    session.page("options.html").await?;
    alone(browser).await
}

async fn own_past(session: &Session) -> Result<()> {
    let browser = &session.browser;
    two(session, "x.com @tahoebread").await?;
    let other = id_of(browser, "해오름").await?;
    let count = |brand: Value| async move {
        let told = browser.ask(json!({ "past": { "brand": brand } })).await?;
        anyhow::Ok(told["past"]["past"]["posts"].clone())
    };
    for brand in [json!(1), other.clone()] {
        browser.ask(json!({ "forget-past": { "brand": brand } })).await?;
    }
    // The page shows the account of the first brand: what goes out there is its own.
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, "We support nuclear power and say so openly.").await?;
    browser.await_chip("clear").await?;
    crate::matrix::send(browser, composer, "mouse").await?;
    crate::matrix::await_posts(browser, 1).await?;
    session.page("options.html").await?;
    for _ in 0..100 {
        if count(json!(1)).await? == json!(1) {
            break;
        }
    }
    ensure!(count(json!(1)).await? == json!(1) && count(other.clone()).await? == json!(0), "it is another brand's");
    // Removed and put back, with its posts; removed for good, without.
    act(browser, json!({ "remove": { "brand": 1 } })).await?;
    act(browser, json!("restore")).await?;
    browser.end_background(FIREFOX_ID).await?;
    session.page("options.html").await?;
    for _ in 0..100 {
        if count(json!(1)).await? == json!(1) {
            break;
        }
    }
    ensure!(count(json!(1)).await? == json!(1), "its posts did not come back");
    write(session, page, composer, "We oppose nuclear power.").await?;
    browser.await_chip("caution").await?;
    session.page("options.html").await?;
    browser.ask(json!({ "forget-past": { "brand": 1 } })).await?;
    alone(browser).await
}

async fn recovered(session: &Session) -> Result<()> {
    let browser = &session.browser;
    two(session, "x.com @tahoebread").await?;
    // One more change, so that the state before it has both.
    browser.ask(json!({ "set-profile": { "json": "{\"name\":\"해오름 2\"}" } })).await?;
    browser.store("local", json!({ "brands": { "chosen": 4, "all": [] } })).await?;
    browser.end_background(FIREFOX_ID).await?;
    session.page("options.html").await?;
    ensure!(names(browser).await? == ["Tahoe Bread", "해오름"], "{:?}", names(browser).await?);
    ensure!(status(browser).await?["recovered"] == json!(true), "nobody is told");
    alone(browser).await
}

async fn axe(session: &Session, page: &str, locale: &str) -> Result<()> {
    two(session, "x.com @tahoebread").await?;
    let found = accessible(session, page, locale).await;
    session.page("options.html").await?;
    alone(&session.browser).await?;
    found
}
