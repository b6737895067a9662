//! What is shown in the page, looked at by axe-core: chip, card and hold card, in both languages.

use crate::matrix::{send, write};
use crate::session::{BAD, Run, Session, root};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

pub async fn run(session: &Session, run: &mut Run) {
    for locale in ["en", "ko"] {
        run.case(&format!("shown {locale} axe"), || accessible(session, locale)).await;
    }
    run.case("shown card by keyboard", || card(session)).await;
}

async fn locale(session: &Session, locale: &str) -> Result<()> {
    session.page("options.html").await?;
    session.change(json!({ "locale": { "locale": locale } })).await?;
    Ok(())
}

/// axe does not see closed shadow roots: it looks at a copy with the same markup and the same style sheet.
async fn accessible(session: &Session, language: &str) -> Result<()> {
    let browser = &session.browser;
    locale(session, language).await?;
    let page = session.routes.pages.iter().find(|page| page.page == "x/home").context("no X")?;
    let composer = page.composers.first().context("no composer")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    browser.press_part("chip").await?;
    let card = browser.await_part("card").await?;
    ensure!(card.role == "dialog", "the card has the role {:?}", card.role);
    let with_card = browser.markup().await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    browser.press_part("post-anyway").await?;
    let with_hold = browser.markup().await?;
    browser.keys(Key::Escape).await?;
    browser.await_hold(false).await?;

    locale(session, "en").await?;
    let axe = std::fs::read_to_string(root().join("node_modules/axe-core/axe.min.js"))?;
    let css = std::fs::read_to_string(root().join("src/ui/overlay/overlay.css"))?;
    for (name, markup) in [("card", with_card), ("hold card", with_hold)] {
        session.page("options.html").await?;
        // It would be drawn over the copy.
        browser.until("the options", "return !!document.querySelector('main')", Vec::new()).await?;
        let copy = "const host = document.createElement('div'); document.body.replaceChildren(document.createElement('main')); \
            document.querySelector('main').append(host); const root = host.attachShadow({ mode: 'open' }); \
            root.innerHTML = arguments[0]; const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[1]); \
            root.adoptedStyleSheets = [sheet]; const dialog = root.querySelector('dialog[open]'); \
            if (dialog) { dialog.open = false; dialog.showModal(); } return null;";
        browser.run(copy, vec![json!(markup), json!(css)]).await?;
        browser.run(&format!("{axe}; return null"), Vec::new()).await?;
        let script = "const done = arguments[0]; axe.run(document, { rules: { 'page-has-heading-one': { enabled: false } } })\
            .then((all) => done(all.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)), \
            (e) => done([String(e)]));";
        let found = browser.run_async(script, Vec::new()).await?;
        ensure!(found == json!([]), "axe on the {name}: {found}");
    }
    Ok(())
}

/// Escape closes the card and the chip has the focus again; "not for us" silences the check.
async fn card(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let page = session.routes.pages.iter().find(|page| page.page == "x/home").context("no X")?;
    let composer = page.composers.first().context("no composer")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    browser.press_part("chip").await?;
    ensure!(browser.await_part("close").await?.focused, "the card did not take the focus it was asked for");
    let finding = browser.await_part("finding").await?;
    ensure!(!finding.check.is_empty() && finding.text.contains("mall shooting"), "no evidence: {}", finding.text);
    browser.keys(Key::Escape).await?;
    let chip = browser.await_part("chip").await?;
    ensure!(chip.focused && !chip.label.is_empty(), "the focus went elsewhere");
    ensure!(browser.part("card").await?.is_none(), "the card is still open");

    let checks: Vec<String> =
        browser.parts().await?.into_iter().filter(|part| part.part == "finding").map(|part| part.check).collect();
    browser.press_part("chip").await?;
    browser.press_part("allow").await?;
    session.page("options.html").await?;
    let status = browser.ask(json!({ "status": { "tab": null } })).await?;
    let exceptions = status["status"]["status"]["settings"]["exceptions"].clone();
    ensure!(exceptions[0]["site"] == json!("x"), "no exception was kept: {exceptions}");
    ensure!(checks.iter().any(|check| exceptions[0]["check"] == json!(check)), "another check was silenced");
    for check in checks {
        session.change(json!({ "check": { "check": check, "site": "x", "on": true } })).await?;
    }
    Ok(())
}
