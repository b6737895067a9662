//! Living with others: other extensions in the page, and pages that take composers down, swap them, keep them for later.

use crate::cases::{SCRIPTS, page};
use crate::matrix::{await_posts, held, models, no_errors, passes, posts, send, write};
use crate::session::{BAD, CLEAN, Run, Session};
use anyhow::{Result, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::Composer;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const NEIGHBOUR: &str = include_str!("support/neighbour.js");

/// Pages of one editor family each, beside which the neighbour stands.
const BESIDE: [&str; 9] = [
    "x/home",
    "bluesky/home",
    "mastodon/home",
    "facebook/home",
    "linkedin/classic",
    "linkedin/new",
    "youtube/watch",
    "families/slate",
    "tumblr/dashboard",
];

pub async fn run(session: &Session, run: &mut Run) {
    run.case("others: mounted anew under the hold card", || remounted(session)).await;
    run.case("others: mounted anew in a view transition", || transition(session)).await;
    run.case("others: a dialog swapped under the hold card", || swapped(session)).await;
    run.case("others: released while its button is disabled", || unheard(session)).await;
    run.case("others: released to a page that hears persons only", || persons_only(session)).await;
    run.case("others: what it answers changes under the hold card", || answered(session)).await;
    run.case("others: a box used again for another post", || recycled(session)).await;
    run.case("others: scrolled out of a feed and back", || moved(session)).await;
    run.case("others: back to a page that the browser kept", || kept(session)).await;
    run.case("others: a composer in a frame", || framed(session)).await;
}

/// Sessions of their own, with another extension's script before ours or after it.
pub async fn run_beside(kind: Kind, run: &mut Run) {
    if !run.wants_any("neighbour") {
        return;
    }
    // In one browser the neighbour stands before us, in the other after.
    for before in [true, false].into_iter().filter(|before| run.mine(usize::from(!*before))).collect::<Vec<_>>() {
        let place = if before { "before" } else { "after" };
        let session = match beside(kind, before).await {
            Ok(session) => session,
            Err(problem) => {
                run.failed.push(format!("{} neighbour {place}: the session: {problem:#}", kind.id()));
                continue;
            }
        };
        let pages: Vec<_> = session.routes.pages.iter().filter(|page| BESIDE.contains(&page.page.as_str())).collect();
        for (page, composer) in pages.iter().flat_map(|page| page.composers.iter().map(move |it| (*page, it))) {
            let keys = run.thorough;
            for way in composer.ways.iter().filter(|way| way.as_str() == "mouse" || keys && way.ends_with("enter")) {
                let name = format!("neighbour {place} {} {} {way}", page.page, composer.id);
                run.case(&format!("{name} bad"), || held(&session, page, composer, way)).await;
                run.case(&format!("{name} clean"), || passes(&session, page, composer, way)).await;
            }
        }
        run.case(&format!("neighbour {place} keeps its highlights"), || highlights(&session)).await;
        if let Err(problem) = session.quit().await {
            run.failed.push(format!("{} neighbour {place}: the end: {problem:#}", kind.id()));
        }
    }
}

async fn beside(kind: Kind, before: bool) -> Result<Session> {
    if before {
        let scripts: Vec<_> = SCRIPTS.iter().copied().chain([("neighbour.js", NEIGHBOUR)]).collect();
        return Session::with(kind, "en", &scripts, |_| ()).await;
    }
    let change = |folder: &Path| {
        let path = folder.join("content.js");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(&path, format!("{text}\n{NEIGHBOUR}")).expect("the copy is ours to write");
    };
    Session::with(kind, "en", SCRIPTS, change).await
}

async fn highlights(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "bluesky/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let told = browser.run("return document.documentElement.dataset.neighbour", Vec::new()).await?;
    let seen: Vec<u32> = told.as_str().unwrap_or_default().split(' ').filter_map(|it| it.parse().ok()).collect();
    ensure!(seen.len() == 2 && seen[0] > 0 && seen[1] > 0, "the neighbour heard {told}");
    let script = "const of = (name) => CSS.highlights.get(name)?.size ?? 0; \
        return [of('neighbour'), [...CSS.highlights.keys()].filter((name) => name !== 'neighbour').length]";
    let told = browser.run(script, Vec::new()).await?;
    ensure!(told[0].as_u64() > Some(0) && told[1].as_u64() > Some(0), "highlights: {told}");
    Ok(())
}

async fn release(browser: &Browser) -> Result<()> {
    browser.press_part("post-anyway").await?;
    browser.press_part("reason-told-to").await?;
    browser.press_part("confirm").await
}

/// A bad draft under an open hold card.
async fn held_at<'a>(session: &'a Session, name: &str) -> Result<&'a Composer> {
    let browser = &session.browser;
    let (page, composer) = page(session, name)?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    Ok(composer)
}

/// LinkedIn puts another dialog with the same words in the place of the one that is there.
async fn swap(browser: &Browser) -> Result<()> {
    let swap = "window.__first = document.querySelector('dialog'); window.__swap(); return null";
    browser.run(swap, Vec::new()).await?;
    let other = "const it = document.querySelector('dialog'); return !!it && it !== window.__first && it.textContent.includes(arguments[0])";
    browser.until("the other dialog", other, vec![json!(BAD)]).await?;
    Ok(())
}

/// One post went out, with its words.
async fn whole(browser: &Browser) -> Result<()> {
    let out = await_posts(browser, 1).await?;
    ensure!(out[0].contains(BAD), "another text went out: {:?}", out[0]);
    Ok(())
}

/// "Post anyway" presses the button that is there now, not the one that was there when the card opened.
async fn remounted(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let composer = held_at(session, "x/home").await?;
    // X takes its composer down for the schedule and mounts it anew with the same text.
    let script = "window.__old = document.querySelector(arguments[0]); const press = (id) => \
        document.querySelector(`[data-testid=${id}]`)?.click(); press('scheduleOption'); \
        setTimeout(() => press('scheduledConfirmationPrimaryAction'), 100); return null";
    browser.run(script, vec![json!(composer.editor)]).await?;
    let anew = "const now = document.querySelector(arguments[0]); return !!now && now !== window.__old && now.textContent !== ''";
    browser.until("the composer mounted anew", anew, vec![json!(composer.editor)]).await?;
    ensure!(browser.hold_is_open().await?, "the card is gone");
    release(browser).await?;
    whole(browser).await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    ensure!(posts(browser).await?.len() == 1, "it went out twice");
    no_errors(browser).await
}

/// A page draws its change of views over itself while a bad draft stands; then it is pressed.
async fn transition(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let script = "const done = arguments[0]; const change = () => { const it = document.querySelector('main').parentNode; \
        it.append(document.querySelector('main')); }; if (!document.startViewTransition) { change(); return done('none'); } \
        document.startViewTransition(change).finished.then(() => done('drawn'), (e) => done(String(e)));";
    let told = browser.run_async(script, Vec::new()).await?;
    ensure!(told == json!("drawn") || told == json!("none"), "the transition: {told}");
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    release(browser).await?;
    await_posts(browser, 1).await?;
    no_errors(browser).await
}

/// LinkedIn shows a dialog and puts another in its place: our card goes over to it, and what it releases is posted there.
async fn swapped(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let composer = held_at(session, "linkedin/new").await?;
    swap(browser).await?;
    ensure!(posts(browser).await?.is_empty(), "swapping sent it");
    // It stands above the second dialog, so that it can be pressed; and going back leads into the second editor.
    browser.await_part("edit").await?;
    browser.keys(thirtyfour::Key::Escape).await?;
    browser.await_hold(false).await?;
    ensure!(models(browser).await?.iter().any(|text| text == BAD), "the page lost its own text");
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    swap(browser).await?;
    browser.await_part("post-anyway").await?;
    ensure!(posts(browser).await?.is_empty(), "the second dialog let it out");
    release(browser).await?;
    whole(browser).await?;
    no_errors(browser).await
}

/// The page cannot take what was released at once: its button is disabled, then its dialog is another. The person's own
/// next press passes all the same, and no card comes between.
async fn unheard(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let composer = held_at(session, "linkedin/new").await?;
    let disable = "document.querySelector(arguments[0]).disabled = true; return null";
    browser.run(disable, vec![json!(composer.submit)]).await?;
    release(browser).await?;
    // As long as the page is given to take it, and longer.
    let begun = std::time::Instant::now();
    while begun.elapsed() < Duration::from_millis(1_800) {
        ensure!(posts(browser).await?.is_empty(), "a disabled button posted");
        ensure!(!browser.hold_is_open().await?, "a notice while the page is at it");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    swap(browser).await?;
    send(browser, composer, "mouse").await?;
    whole(browser).await?;
    ensure!(!browser.hold_is_open().await?, "it was held again");
    no_errors(browser).await
}

/// Our press is not heard: the card says so, and the person's own passes.
async fn persons_only(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "x/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let deaf = "for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) \
        addEventListener(name, (event) => event.isTrusted || event.stopImmediatePropagation(), true); return null";
    browser.run(deaf, Vec::new()).await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    release(browser).await?;
    browser.press_part("again-ok").await?;
    browser.await_hold(false).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out by itself");
    send(browser, composer, "mouse").await?;
    await_posts(browser, 1).await?;
    ensure!(!browser.hold_is_open().await?, "it was held again");
    no_errors(browser).await
}

/// Times and counts in the post above go on while one reads the card: the words that were released are still the same.
async fn answered(session: &Session) -> Result<()> {
    let browser = &session.browser;
    held_at(session, "linkedin/new-comment").await?;
    let tick = "document.querySelector('[data-testid=expandable-text-box]').textContent += ' 12 comments'; return null";
    browser.run(tick, Vec::new()).await?;
    release(browser).await?;
    whole(browser).await?;
    no_errors(browser).await
}

/// A list that draws only what is seen uses a box again for another post: what was said of the old text says nothing of
/// the new one.
async fn recycled(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "youtube/watch")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let put = "document.querySelector(arguments[0]).textContent = arguments[1]; return null";
    browser.run(put, vec![json!(composer.editor), json!(CLEAN)]).await?;
    browser.await_chip("clear").await?;
    browser.run(put, vec![json!(composer.editor), json!(BAD)]).await?;
    // At once: the verdict of the text before it must not be taken for its own.
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    browser.run(put, vec![json!(composer.editor), json!(CLEAN)]).await?;
    release(browser).await?;
    tokio::time::sleep(Duration::from_millis(400)).await;
    ensure!(posts(browser).await?.is_empty(), "a release went to another text");
    Ok(())
}

/// The same elements leave the page and come back, as in a feed that is scrolled away.
async fn moved(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "youtube/watch")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let away = "window.__box = document.querySelector('ytd-commentbox'); window.__from = window.__box.parentNode; \
        window.__box.remove(); return null";
    browser.run(away, Vec::new()).await?;
    let begun = std::time::Instant::now();
    while !browser.chip().await?.is_empty() {
        ensure!(begun.elapsed() < Duration::from_secs(5), "the chip stays for a composer that is gone");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    browser.run("window.__from.append(window.__box); return null", Vec::new()).await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    release(browser).await?;
    await_posts(browser, 1).await?;
    no_errors(browser).await
}

/// Away and back: a page that was kept goes on with its draft, and what it knew of the background is of no use any more.
async fn kept(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (page, composer) = page(session, "bluesky/home")?;
    write(session, page, composer, BAD).await?;
    browser.await_chip("hold").await?;
    let mark = "addEventListener('pageshow', (event) => (window.__kept = event.persisted)); return null";
    browser.run(mark, Vec::new()).await?;
    browser.goto("bsky.app", "/profile/baker.example/post/3kabc").await?;
    browser.until("the other page", "return window.__ready === true", Vec::new()).await?;
    browser.driver.back().await?;
    browser.until("the first page", "return window.__ready === true", Vec::new()).await?;
    let was_kept = browser.run("return window.__kept === true", Vec::new()).await? == json!(true);
    println!("       {} kept the page: {was_kept}", browser.kind.id());
    ensure!(was_kept, "the browser did not keep the page: nothing is tested");
    browser.await_chip("hold").await?;
    send(browser, composer, "ctrl-enter").await?;
    if !browser.hold_is_open().await? {
        // The focus may be elsewhere after the way back.
        send(browser, composer, "mouse").await?;
    }
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    browser.keys(thirtyfour::Key::Return).await?;
    browser.await_hold(false).await?;
    browser.press(&composer.editor).await?;
    browser.chord(thirtyfour::Key::Control, "a").await?;
    browser.keys(CLEAN).await?;
    browser.await_chip("clear").await?;
    send(browser, composer, "mouse").await?;
    await_posts(browser, 1).await.map(drop)
}

/// Naver Cafe shows its articles in a frame.
async fn framed(session: &Session) -> Result<()> {
    let browser = &session.browser;
    browser.goto("cafe.naver.com", "/bakery").await?;
    browser
        .until("the frame", "return document.querySelector('iframe')?.contentWindow?.__ready === true", Vec::new())
        .await?;
    browser.driver.enter_frame(0).await?;
    let done = in_frame(session).await;
    browser.driver.enter_default_frame().await?;
    done
}

async fn in_frame(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let (_, composer) = page(session, "naver/cafe")?;
    session.server.take();
    browser.press(&composer.editor).await?;
    browser.keys(BAD).await?;
    browser.await_chip("hold").await?;
    send(browser, composer, "mouse").await?;
    browser.await_hold(true).await?;
    ensure!(posts(browser).await?.is_empty(), "it went out");
    release(browser).await?;
    await_posts(browser, 1).await?;
    no_errors(browser).await
}
