//! The brand's own days: a calendar file into the form, saved, weighed on drafts, undone and removed.

use crate::pages::{open, profile, reset, shows};
use crate::session::{Run, Session, root};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

pub async fn run(session: &Session, run: &mut Run) {
    run.case("dates: a calendar file is read, undone, saved", || imported(session)).await;
    run.case("dates: what is not read is told", || unread(session)).await;
    run.case("dates: a solemn day weighs on its day only", || weighs(session)).await;
}

/// Gives a file to the page as choosing one does, or as dropping one does.
async fn give(session: &Session, name: &str, drop: bool) -> Result<()> {
    let bytes = std::fs::read(root().join("tests/ics").join(name)).context(name.to_string())?;
    let script = "const transfer = new DataTransfer(); transfer.items.add(new File([new Uint8Array(arguments[0])], 'days.ics')); \
        const input = document.querySelector('#dates-file'); if (!input) return false; \
        if (arguments[1]) { input.closest('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })); } \
        else { input.files = transfer.files; input.dispatchEvent(new Event('change', { bubbles: true })); } return true;";
    session.browser.until("the box for a file", script, vec![json!(bytes), json!(drop)]).await?;
    Ok(())
}

async fn rows(session: &Session, count: usize) -> Result<()> {
    let script = "return document.querySelectorAll('#date-rows > details').length === arguments[0]";
    session.browser.until(&format!("{count} days"), script, vec![json!(count)]).await?;
    Ok(())
}

async fn imported(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.page("options.html").await?;
    reset(browser).await?;
    open(session, "options").await?;
    give(session, "company.ics", false).await?;
    rows(session, 4).await?;
    shows(browser, ".notice", "4 days were added").await?;
    // The words of the names suggest the tones; a file may say one.
    for (at, words) in [(1, "plant fire · 2019-04-16Solemn"), (3, "Safety week"), (4, "remembers · 2026-0")] {
        shows(browser, &format!("#date-rows > details:nth-child({at}) summary"), words).await?;
    }
    browser.press(".foot .plain").await?;
    rows(session, 0).await?;
    give(session, "company.ics", true).await?;
    rows(session, 4).await?;
    give(session, "company.ics", false).await?;
    shows(browser, ".notice", "No new day").await?;
    rows(session, 4).await?;

    browser.press("#date-rows > details:nth-child(2) > summary").await?;
    browser.press("#date-rows > details:nth-child(2) input[value=celebratory]").await?;
    browser.press("#save-brand").await?;
    shows(browser, ".notice", "saved").await?;
    let kept = profile(browser).await?;
    let dates = kept["dates"].as_array().context("no dates")?;
    ensure!(dates.len() == 4 && dates[0]["tone"] == "solemn" && dates[0]["yearly"] == true, "{kept}");
    ensure!(dates[1]["tone"] == "celebratory" && dates[3]["tone"] == "solemn", "{kept}");
    // Into a file again: caught before the browser saves it.
    let catch = "window.__made = []; const own = URL.createObjectURL; URL.createObjectURL = (blob) => { \
        blob.text().then((text) => window.__made.push(text)); return own.call(URL, blob); }; \
        HTMLAnchorElement.prototype.click = () => {};";
    browser.run(catch, Vec::new()).await?;
    browser.press("#export-dates").await?;
    let made = browser.until("the file", "return window.__made[0]", Vec::new()).await?;
    let made = made.as_str().unwrap_or_default();
    for line in ["SUMMARY:Memorial of the Hwaseong plant fire", "X-NUNCHI-TONE:celebratory", "RRULE:FREQ=YEARLY"] {
        ensure!(made.contains(line), "{line} is missing: {made}");
    }

    open(session, "options").await?;
    rows(session, 4).await?;
    browser.press("#date-rows > details:nth-child(1) > summary").await?;
    browser.press("#date-rows > details:nth-child(1) button").await?;
    rows(session, 3).await?;
    browser.press("#save-brand").await?;
    shows(browser, ".notice", "saved").await?;
    ensure!(profile(browser).await?["dates"].as_array().map(Vec::len) == Some(3), "the day is still there");
    reset(browser).await
}

async fn unread(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "options").await?;
    give(session, "rules.ics", false).await?;
    rows(session, 1).await?;
    shows(browser, "#dates-unread", "10 events were not read").await?;
    shows(browser, "#dates-unread", "Line 5: Weekly meeting").await?;
    give(session, "hostile/page.ics", false).await?;
    shows(browser, "#dates-wrong", "no calendar file").await?;
    rows(session, 1).await?;
    // A day that is wrong is named where it stands.
    browser.press("#add-date").await?;
    let focused = "return document.activeElement.id === 'f-dates-1-name'";
    browser.until("the new day's focus", focused, Vec::new()).await?;
    browser.keys("Memorial").await?;
    browser.press("#save-brand").await?;
    shows(browser, "#f-dates-1-date-wrong", "full day").await?;
    reset(browser).await?;
    // Nothing is left that would ask before leaving.
    browser.press(".foot .plain").await?;
    browser.press(".foot .plain").await?;
    browser.press(".foot .plain").await?;
    rows(session, 0).await
}

async fn weighs(session: &Session) -> Result<()> {
    let browser = &session.browser;
    open(session, "options").await?;
    let judged = async |date: &str| -> Result<bool> {
        let draft = json!({ "text": "Now 20% off every lamp, order today", "date": date });
        let told: Value = browser.ask(json!({ "try": { "draft": draft } })).await?;
        let findings = told["verdict"]["verdict"]["findings"].as_array().cloned().unwrap_or_default();
        Ok(findings.iter().any(|one| {
            one["check"] == "solemn-day-promotion"
                && one["evidence"][0]["text"] == "우리 공장 사고 추모일"
                && one["evidence"][0]["source"] == "What your brand declared"
        }))
    };
    ensure!(!judged("").await?, "it weighs before it was declared");
    let day = json!({ "name": "우리 공장 사고 추모일", "date": "2019-03-21", "yearly": true, "tone": "solemn" });
    browser.ask(json!({ "set-profile": { "json": json!({ "dates": [day] }).to_string() } })).await?;
    ensure!(judged("").await?, "the day of the session is the brand's own, and weighs nothing");
    ensure!(judged("2027-03-21").await? && !judged("2027-03-22").await?, "a scheduled post meets its own day");
    open(session, "today").await?;
    shows(browser, "[aria-labelledby=days] table", "우리 공장 사고 추모일").await?;
    reset(browser).await?;
    ensure!(!judged("").await?, "it weighs although it was taken away");
    Ok(())
}
