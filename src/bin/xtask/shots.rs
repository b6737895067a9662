//! `cargo xtask screenshots`: pages, card and hold, in both languages, light and dark, in both browsers.

use crate::build::{self, Kind as BuildKind};
use crate::stage::{self, HOST, Look, PATH, tag};
use crate::tools::Project;
use crate::{machine, scene};
use anyhow::{Context, Result};
use nunchi::drive::browser::{Browser, Kind};
use nunchi::drive::routes::Routes;
use nunchi::engine::Locale;

/// A day that history weighs on, so that the popup has something to show.
const DAY: &str = "2026-05-18";

pub fn screenshots(project: &Project) -> Result<()> {
    machine::ready_to_drive(project)?;
    build::build(project, BuildKind::Release)?;
    stage::fixtures(project)?;
    let runtime = tokio::runtime::Runtime::new().context("starting the runtime")?;
    runtime.block_on(async {
        let (server, routes) = stage::serve(project).await?;
        for kind in Kind::ALL {
            for locale in [Locale::En, Locale::Ko] {
                for dark in [false, true] {
                    let look = Look { kind, locale, dark, headless: true, probe: true, today: Some(DAY) };
                    let browser = stage::open(project, &server, &routes, look).await?;
                    let taken = take(project, &routes, &browser, look).await;
                    browser.quit().await?;
                    taken?;
                }
            }
        }
        println!(
            "target/screenshots: popup, options, dates, onboarding, today, marks, card, hold; en, ko; light, dark; both browsers"
        );
        Ok(())
    })
}

async fn take(project: &Project, routes: &Routes, browser: &Browser, look: Look) -> Result<()> {
    let shade = if look.dark { "dark" } else { "light" };
    let name = |what: &str| {
        let file = format!("{what}-{}-{shade}-{}.png", tag(look.locale), look.kind.id());
        project.root.join("target/screenshots").join(file)
    };
    let (editor, submit) = scene::composer(routes)?;
    browser.goto(HOST, PATH).await?;
    browser.press(&editor).await?;
    browser.keys(scene::tone_deaf(look.locale)).await?;
    browser.await_chip("hold").await?;
    browser.screenshot(&name("marks")).await?;
    browser.press_part("chip").await?;
    browser.await_part("finding").await?;
    browser.screenshot(&name("card")).await?;
    browser.press_part("close").await?;
    browser.press(&submit).await?;
    browser.await_hold(true).await?;
    browser.screenshot(&name("hold")).await?;
    for page in ["popup", "options", "onboarding", "today"] {
        stage::page(browser, &format!("{page}.html")).await?;
        browser.until("the page", "return document.querySelector('main, h1') !== null;", Vec::new()).await?;
        browser.screenshot(&name(page)).await?;
        if page == "options" {
            let dates = "const it = document.querySelector('#dates'); it?.parentElement.querySelector('#date-rows details')\
                ?.setAttribute('open', ''); it?.scrollIntoView(); return !!it;";
            browser.until("the brand's own days", dates, Vec::new()).await?;
            browser.screenshot(&name("dates")).await?;
        }
    }
    Ok(())
}
