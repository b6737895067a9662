//! With the keyboard alone, at 400 %, and in the system's own colours: the pages, and what stands beside a composer.

use crate::cases::page;
use crate::matrix::{send, write};
use crate::pages::open;
use crate::session::{BAD, Run, Session};
use anyhow::{Context, Result, ensure};
use nunchi::drive::overlay::Part;
use serde_json::{Value, json};
use thirtyfour::Key;

const PAGES: [&str; 4] = ["popup", "options", "onboarding", "today"];

pub async fn run(session: &Session, run: &mut Run) {
    for page in PAGES {
        run.case(&format!("access {page} by keyboard"), || walk(session, page)).await;
        for locale in ["en", "ko"] {
            run.case(&format!("access {page} {locale} at 400 %"), || narrow(session, page, locale)).await;
        }
        run.case(&format!("access {page} in forced colours"), || forced(session, page)).await;
    }
    run.case("access card and hold card at 400 %", || beside(session)).await;
    run.case("access hold card by keyboard, nothing behind it", || held(session)).await;
}

/// Numbers every stop that Tab must make, and writes down at each whether it can be seen to have the focus.
const STOPS: &str = "const css = 'a[href], button, input, select, textarea, summary, [tabindex]'; \
    const drawn = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0; \
    const all = [...document.querySelectorAll(css)].filter((it) => drawn(it) && !it.disabled && it.tabIndex >= 0); \
    const group = (it) => it.type === 'radio' ? it.name : it; \
    const stops = []; for (const it of all) if (!stops.some((other) => group(other) === group(it))) stops.push(it); \
    window.__all = stops.map((it) => it.id || it.textContent.trim().slice(0, 40) || it.outerHTML.slice(0, 80)); \
    window.__trail = []; window.__unseen = []; \
    document.addEventListener('focusin', ({ target }) => { \
        const at = stops.findIndex((it) => group(it) === group(target)); window.__trail.push(at); \
        const look = getComputedStyle(target); const box = target.getBoundingClientRect(); \
        const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2; \
        const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth; \
        if (at >= 0 && !(ring && inside)) window.__unseen.push([window.__all[at], look.outline, Math.round(box.top)]); }); \
    document.activeElement?.blur(); window.getSelection().removeAllRanges(); scrollTo(0, 0); return stops.length;";

/// Tab reaches every control, each shows that it has the focus, in the order of the page; nothing keeps it; and back.
async fn walk(session: &Session, page: &str) -> Result<()> {
    let browser = &session.browser;
    open(session, page).await?;
    // What comes a moment later is a stop too.
    browser
        .until("all of it", "return document.querySelectorAll('button, input, summary, a').length > 3", vec![])
        .await?;
    let count = browser.run(STOPS, Vec::new()).await?.as_u64().context("no stops")?;
    ensure!(count >= 3, "only {count} controls");
    let mut rounds = 0;
    let left = loop {
        // A date is one stop of several parts.
        let keys: String = (0..20).map(|_| Key::Tab.value()).collect();
        browser.keys(keys).await?;
        let script = "return window.__all.filter((_, at) => !window.__trail.includes(at))";
        let left = browser.run(script, Vec::new()).await?;
        rounds += 1;
        if left == json!([]) || rounds > 10 + count / 5 {
            break left;
        }
    };
    ensure!(left == json!([]), "Tab never came to {left}");
    let unseen = browser.run("return window.__unseen", Vec::new()).await?;
    ensure!(unseen == json!([]), "no focus to be seen on {unseen}");
    // The first time at each: never backwards.
    let script = "const first = []; for (const at of window.__trail) if (at >= 0 && !first.includes(at)) first.push(at); \
        const from = first.indexOf(0); const order = [...first.slice(from), ...first.slice(0, from)]; \
        return order.every((at, place) => at === place) || order.map((at) => window.__all[at])";
    let order = browser.run(script, Vec::new()).await?;
    ensure!(order == json!(true), "the order is {order}");
    // Back again, on a fresh page: after the last stop the focus is with the browser's own bars.
    open(session, page).await?;
    browser.run(STOPS, Vec::new()).await?;
    browser.keys((0..6).map(|_| Key::Tab.value()).collect::<String>()).await?;
    let last = "return window.__trail.at(-1) ?? -1";
    let far = browser.run(last, Vec::new()).await?.as_i64().unwrap_or(-1);
    for _ in 0..4 {
        browser.chord(Key::Shift, Key::Tab).await?;
    }
    let back = browser.run(last, Vec::new()).await?.as_i64().unwrap_or(-1);
    ensure!(far > 0 && (0..far).contains(&back), "six times Tab came to {far}, four times back to {back}");
    Ok(())
}

/// No page scrolls sideways at 320 CSS pixels, with everything unfolded.
async fn narrow(session: &Session, page: &str, locale: &str) -> Result<()> {
    let browser = &session.browser;
    open(session, page).await?;
    session.change(json!({ "locale": { "locale": locale } })).await?;
    let spoken = "return document.documentElement.lang === arguments[0]";
    browser.until("the language", spoken, vec![json!(locale)]).await?;
    browser.run("document.querySelectorAll('details').forEach((it) => { it.open = true; })", Vec::new()).await?;
    browser.zoomed(true).await?;
    let script = "const wide = document.scrollingElement.scrollWidth; const room = document.documentElement.clientWidth; \
        if (wide <= room) return []; \
        return [wide, room, ...[...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > room + 1 \
        && !it.closest('.scroll')).slice(0, 8).map((it) => `${it.localName}.${it.className}#${it.id}`)]";
    let over = browser.run(script, Vec::new()).await;
    let shot = format!("target/screenshots/zoomed-{page}-{locale}-{}.png", browser.kind.id());
    browser.screenshot(&crate::session::root().join(shot)).await?;
    browser.zoomed(false).await?;
    session.change(json!({ "locale": { "locale": "en" } })).await?;
    let over = over?;
    ensure!(over == json!([]), "it scrolls sideways: {over}");
    Ok(())
}

/// With the colours of the system, what can be pressed keeps an edge, and what is on differs from what is off.
async fn forced(session: &Session, page: &str) -> Result<()> {
    let browser = &session.browser;
    open(session, page).await?;
    browser.forced_colors(true).await?;
    let script = "const bad = []; const drawn = (it) => it.checkVisibility() && it.getClientRects().length > 0; \
        for (const it of document.querySelectorAll(\"button, select, textarea, input:not([type='file'])\")) { if (!drawn(it)) continue; \
        const look = getComputedStyle(it); const edge = look.borderTopStyle !== 'none' && parseFloat(look.borderTopWidth) >= 1; \
        const own = look.appearance !== 'none'; if (!edge && !own) bad.push(it.id || it.outerHTML.slice(0, 60)); } \
        for (const it of document.querySelectorAll('[role=switch]')) { const look = (on) => { it.checked = on; \
        return getComputedStyle(it).backgroundColor + getComputedStyle(it, '::after').translate; }; \
        const was = it.checked; if (look(true) === look(false)) bad.push(`${it.id}: on is off`); it.checked = was; } \
        for (const it of document.querySelectorAll('.level, .tone')) if (!it.textContent.trim()) bad.push('a level without a word'); \
        return bad";
    let bad = browser.run(script, Vec::new()).await;
    // By the key itself: what a script focuses may go without a ring.
    browser.keys(Key::Tab).await?;
    let ring = "const look = getComputedStyle(document.activeElement); return document.activeElement !== document.body \
        && look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 \
        && look.outlineColor !== getComputedStyle(document.body).backgroundColor || \
        `${document.activeElement.localName}: ${look.outline}`";
    let ring = browser.run(ring, Vec::new()).await;
    let shot = format!("target/screenshots/forced-{page}-{}.png", browser.kind.id());
    browser.screenshot(&crate::session::root().join(shot)).await?;
    browser.forced_colors(false).await?;
    let bad: Value = bad?;
    ensure!(bad == json!([]), "in forced colours: {bad}");
    let ring = ring?;
    ensure!(ring == json!(true), "no ring in forced colours: {ring}");
    Ok(())
}

/// Whether a part stands inside the window with all of it.
fn inside(part: &Part, size: &Value) -> bool {
    let (width, height) = (size[0].as_f64().unwrap_or_default(), size[1].as_f64().unwrap_or_default());
    let (left, top) = (part.x - part.width / 2.0, part.y - part.height / 2.0);
    left >= -1.0 && top >= -1.0 && left + part.width <= width + 1.0 && top + part.height <= height + 1.0
}

/// The card and the hold card stay in the window, and every button of theirs can be come to.
async fn beside(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    browser.zoomed(true).await?;
    let done = async {
        browser.focus(&composer.editor).await?;
        browser.run("document.activeElement.scrollIntoView({ block: 'center' })", Vec::new()).await?;
        let size = browser.run("return [innerWidth, innerHeight]", Vec::new()).await?;
        browser.press_part("chip").await?;
        let card = browser.await_part("card").await?;
        let shot = |name: &str| {
            crate::session::root().join(format!("target/screenshots/zoomed-{name}-{}.png", browser.kind.id()))
        };
        browser.screenshot(&shot("card")).await?;
        ensure!(inside(&card, &size), "the card leaves the window: {card:?} in {size}");
        for part in ["close", "allow", "wrong"] {
            reached(session, part, &size).await?;
        }
        browser.keys(Key::Escape).await?;
        browser.focus(&composer.editor).await?;
        send(browser, composer, "ctrl-enter").await?;
        browser.await_hold(true).await?;
        let hold = browser.await_part("hold").await?;
        browser.screenshot(&shot("hold")).await?;
        ensure!(inside(&hold, &size), "the hold card leaves the window: {hold:?} in {size}");
        for part in ["edit", "post-anyway"] {
            reached(session, part, &size).await?;
        }
        let wide = "return document.scrollingElement.scrollWidth <= document.documentElement.clientWidth || \
            document.scrollingElement.scrollWidth";
        browser.run(wide, Vec::new()).await?;
        browser.keys(Key::Escape).await?;
        browser.await_hold(false).await
    }
    .await;
    browser.zoomed(false).await?;
    done
}

/// Scrolled to, a part stands inside the window.
async fn reached(session: &Session, name: &str, size: &Value) -> Result<()> {
    let scroll = "document.documentElement.setAttribute('data-probe-part', arguments[0])";
    session.browser.run(scroll, vec![json!(name)]).await?;
    session.browser.await_part(name).await?;
    let part = session.browser.await_part(name).await?;
    ensure!(inside(&part, size), "{name} cannot be come to: {part:?} in {size}");
    Ok(())
}

/// In the hold card Tab goes through its own controls only; Escape leads back to the draft.
async fn held(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..12 {
        let focused = browser.parts().await?.into_iter().find(|part| part.focused && part.part != "hold");
        if let Some(part) = focused.filter(|part| !seen.contains(&part.part)) {
            seen.push(part.part);
        }
        browser.keys(Key::Tab).await?;
        // Nothing of the page behind it takes the focus: it is ours, or the browser's own.
        let behind = "return document.activeElement?.matches('a, button, input, textarea, [contenteditable]') ?? false";
        ensure!(browser.run(behind, Vec::new()).await? == json!(false), "the page behind has the focus");
    }
    for part in ["edit", "post-anyway"] {
        ensure!(seen.iter().any(|one| one == part), "Tab never came to {part}: {seen:?}");
    }
    browser.keys(Key::Escape).await?;
    browser.await_hold(false).await?;
    let back = "return document.activeElement?.isContentEditable === true";
    browser.until("the caret in the draft", back, Vec::new()).await?;
    Ok(())
}
