//! `cargo xtask run`: the product, on a fresh machine, by one command.

use crate::build::{self, Kind as BuildKind};
use crate::stage::{self, HOST, Look, PATH};
use crate::tools::Project;
use crate::{machine, scene};
use anyhow::{Context, Result};
use nunchi::drive::browser::Kind;
use nunchi::engine::Locale;
use std::time::Duration;

/// Opens a browser for a person to type in; without a display the scene plays by itself in both browsers.
pub fn run(project: &Project, kind: Kind) -> Result<()> {
    machine::ready_to_drive(project)?;
    build::build(project, BuildKind::Release)?;
    stage::fixtures(project)?;
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    let runtime = tokio::runtime::Runtime::new().context("starting the runtime")?;
    runtime.block_on(async { if display { watch(project, kind).await } else { play(project).await } })
}

async fn play(project: &Project) -> Result<()> {
    println!("\nno display: the scene plays by itself, on the fixture of {HOST}");
    println!("sample brand: Haneul Coffee; sample event: an apartment fire in Haneul City");
    let (server, routes) = stage::serve(project).await?;
    for kind in Kind::ALL {
        scene::play(project, &server, &routes, kind).await?;
    }
    println!("\nscreenshots: target/screenshots/run-*.png");
    Ok(())
}

/// Until the person closes the browser.
async fn watch(project: &Project, kind: Kind) -> Result<()> {
    let (server, routes) = stage::serve(project).await?;
    let locale = person();
    let look = Look { kind, locale, dark: false, headless: false, probe: false, today: None };
    let browser = stage::open(project, &server, &routes, look).await?;
    browser.goto(HOST, PATH).await?;
    let (editor, _) = scene::composer(&routes)?;
    browser.press(&editor).await?;
    println!("\nThis is a fixture of {HOST}: nothing you post leaves this computer.");
    println!("A sample brand and a sample event (an apartment fire) are in place. Try, for example:");
    println!("  {}\n  {}", scene::tone_deaf(locale), scene::ordinary(locale));
    println!("Close the browser to end.");
    loop {
        for post in server.take() {
            println!("the site received: {}", post.text);
        }
        if browser.driver.window().await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    // Closed by the person: there may be nothing left to quit.
    let _ = browser.quit().await;
    Ok(())
}

/// The language of the person at this computer.
fn person() -> Locale {
    let language =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if language.is_some_and(|language| language.starts_with("ko")) { Locale::Ko } else { Locale::En }
}
