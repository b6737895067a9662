//! The product in one scene: a tone-deaf draft is held, an ordinary one goes out. Played in a real browser; every
//! claim that is printed was checked against what the site received.

use crate::stage::{self, HOST, Look, PATH, tag};
use crate::tools::Project;
use anyhow::{Result, bail, ensure};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::Routes;
use nunchi::drive::server::Server;
use nunchi::engine::{Draft, Locale, Verdict};
use nunchi::protocol::{Answer, FromPage};
use std::time::{Duration, Instant};
use thirtyfour::Key;

/// A sale with words that the sample event wakes up.
pub fn tone_deaf(locale: Locale) -> &'static str {
    match locale {
        Locale::En => {
            "Our weekend sale is on fire! 50% off every latte, killer deals until they burn out. Run, don't walk!"
        }
        Locale::Ko => "주말 특가가 활활 불타오른다! 모든 라떼 50% 할인, 재고가 다 타버리기 전에 지금 달려오세요!",
    }
}

/// Fine on any day.
pub fn ordinary(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "We bake our bread at six every morning, so it is still warm when we open the doors.",
        Locale::Ko => "매일 아침 여섯 시에 빵을 굽습니다. 문을 열 때면 아직 따뜻해요.",
    }
}

/// Plays it: English in Chromium, Korean in Firefox.
pub async fn play(project: &Project, server: &Server, routes: &Routes, kind: Kind) -> Result<()> {
    let locale = if kind == Kind::Chromium { Locale::En } else { Locale::Ko };
    let look = Look { kind, locale, dark: false, headless: true, probe: true, today: None };
    let browser = stage::open(project, server, routes, look).await?;
    let played = acts(project, server, routes, &browser, locale).await;
    if played.is_err() {
        let path = project.root.join(format!("target/screenshots/run-{}-failed.png", kind.id()));
        // The failure itself is what will be told.
        if browser.screenshot(&path).await.is_ok() {
            println!("the page as it stood: {}", path.display());
        }
    }
    browser.quit().await?;
    played
}

async fn acts(project: &Project, server: &Server, routes: &Routes, browser: &Browser, locale: Locale) -> Result<()> {
    let (bad, fine) = (verdict(browser, tone_deaf(locale)).await?, verdict(browser, ordinary(locale)).await?);
    let (editor, submit) = composer(routes)?;
    let shot = |name: &str| project.root.join(format!("target/screenshots/run-{}-{name}.png", browser.kind.id()));
    server.take();

    browser.goto(HOST, PATH).await?;
    browser.press(&editor).await?;
    browser.keys(tone_deaf(locale)).await?;
    browser.await_chip("hold").await?;
    browser.screenshot(&shot("1-marked")).await?;
    browser.press(&submit).await?;
    browser.await_hold(true).await?;
    browser.screenshot(&shot("2-held")).await?;
    ensure!(server.take().is_empty(), "the site received the draft that was held");
    told(browser, locale, tone_deaf(locale), &bad, "held: the site received 0 posts");

    browser.press_part("edit").await?;
    browser.await_hold(false).await?;
    browser.driver.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control).perform().await?;
    browser.keys(Key::Backspace).await?;
    browser.keys(ordinary(locale)).await?;
    browser.await_chip("clear").await?;
    browser.press(&submit).await?;
    let received = arrived(server).await?;
    ensure!(received == [ordinary(locale)], "the site received {received:?}");
    browser.screenshot(&shot("3-sent")).await?;
    told(browser, locale, ordinary(locale), &fine, "went out: the site received 1 post, word for word");
    Ok(())
}

/// What the extension itself says of a text; the popup's own question.
async fn verdict(browser: &Browser, text: &str) -> Result<Verdict> {
    let draft = Draft { text: text.into(), ..Draft::default() };
    match stage::ask(browser, FromPage::Try { draft }).await? {
        Answer::Verdict { verdict } => Ok(verdict),
        other => bail!("asked for a verdict, told {other:?}"),
    }
}

/// The first composer of the page: its editor and the button that sends.
pub fn composer(routes: &Routes) -> Result<(String, String)> {
    let page = routes.pages.iter().find(|page| page.host == HOST && page.path == PATH);
    let composer = page.and_then(|page| page.composers.first());
    match composer.map(|composer| (composer.editor.clone(), composer.submit.clone())) {
        Some((editor, Some(submit))) => Ok((editor, submit)),
        _ => bail!("no fixture page with a composer and a button at {HOST}{PATH}"),
    }
}

/// Waits for the first post, and a moment longer for one too many.
async fn arrived(server: &Server) -> Result<Vec<String>> {
    let begun = Instant::now();
    let mut texts: Vec<String> = Vec::new();
    let mut since = None;
    loop {
        texts.extend(server.take().into_iter().map(|post| post.text));
        if !texts.is_empty() && since.get_or_insert_with(Instant::now).elapsed() > Duration::from_millis(500) {
            return Ok(texts);
        }
        if begun.elapsed() > Duration::from_secs(8) {
            bail!("the ordinary draft did not arrive");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn told(browser: &Browser, locale: Locale, text: &str, verdict: &Verdict, outcome: &str) {
    println!("\n{} ({}), as typed: {text}", browser.kind.id(), tag(locale));
    println!("  verdict: {}", format!("{:?}", verdict.level).to_lowercase());
    for finding in &verdict.findings {
        println!("  - {}, {}: {}", format!("{:?}", finding.level).to_lowercase(), finding.check, finding.what);
        println!("      {}", finding.why);
        for evidence in &finding.evidence {
            println!("      {} ({})", evidence.text, evidence.source);
        }
        println!("      -> {}", finding.todo);
    }
    println!("  {outcome}");
}
