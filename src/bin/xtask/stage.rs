//! A browser with the extension on the fixture sites, a sample brand and a sample event in place.

use crate::build::Browser as Package;
use crate::tools::{self, Project};
use anyhow::{Context, Result, bail};
use nunchi::drive::browser::{Browser, Kind, Options};
use nunchi::drive::package::{self, CHROMIUM_ID, FIREFOX_ID, FIREFOX_UUID};
use nunchi::drive::routes::Routes;
use nunchi::drive::server::Server;
use nunchi::engine::Locale;
use nunchi::protocol::{Answer, FromPage};
use nunchi::settings::Change;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Made up, and shown as samples.
const BRAND: &str = include_str!("samples/brand.json");
const EVENTS: &str = include_str!("samples/events.json");

/// The page that everything is shown on.
pub const HOST: &str = "x.com";
pub const PATH: &str = "/home";

/// How a browser is opened.
#[derive(Clone, Copy)]
pub struct Look {
    pub kind: Kind,
    pub locale: Locale,
    pub dark: bool,
    pub headless: bool,
    /// Whether the program must see our own elements; a person needs no probe.
    pub probe: bool,
    /// A fixed day (`YYYY-MM-DD`), so that pictures stay the same; None: today.
    pub today: Option<&'static str>,
}

/// The fixture pages, bundled with the real editors.
pub fn fixtures(project: &Project) -> Result<PathBuf> {
    let out = project.root.join("target/fixtures");
    tools::run_quietly(project.command("node").arg("tests/browser/build.mjs").arg(&out))?;
    Ok(out)
}

/// Starts the server of the fixture sites.
pub async fn serve(project: &Project) -> Result<(Server, Routes)> {
    let routes = Routes::read(&project.root)?;
    let server = Server::start(routes.clone(), project.root.join("target/fixtures")).await?;
    Ok((server, routes))
}

/// Opens a browser and puts the samples in place; it stands on the options page then.
pub async fn open(project: &Project, server: &Server, routes: &Routes, look: Look) -> Result<Browser> {
    let id = match look.kind {
        Kind::Chromium => Package::Chromium.id(),
        Kind::Firefox => Package::Firefox.id(),
    };
    let extension = package::make(&project.root, &project.target, id, &routes.servers())?;
    if look.probe {
        let content = extension.join("content.js");
        tools::write(&content, format!("{}\n{}", nunchi::drive::PROBE, tools::read(&content)?))?;
    }
    let base = match look.kind {
        Kind::Chromium => format!("chrome-extension://{CHROMIUM_ID}"),
        Kind::Firefox => format!("moz-extension://{FIREFOX_UUID}"),
    };
    let options = Options {
        extension,
        base,
        firefox_id: FIREFOX_ID.into(),
        port: server.port,
        language: tag(look.locale).into(),
        dark: look.dark,
        headless: look.headless,
    };
    let browser = Browser::start(look.kind, &options).await.with_context(|| format!("starting {}", look.kind.id()))?;
    browser.close_others().await?;
    page(&browser, "options.html").await?;
    let events: Value = serde_json::from_str(EVENTS)?;
    let mut values = json!({ "events": events });
    if let Some(today) = look.today {
        values["today"] = json!(today);
    }
    browser.store("local", values).await?;
    ask(&browser, FromPage::SetProfile { json: BRAND.into(), brand: 0 }).await?;
    ask(&browser, FromPage::Change { change: Change::Locale { locale: Some(look.locale) } }).await?;
    Ok(browser)
}

pub fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en",
        Locale::Ko => "ko",
    }
}

/// Opens a page of the extension.
pub async fn page(browser: &Browser, name: &str) -> Result<()> {
    browser.driver.goto(format!("{}/{name}", browser.base)).await?;
    Ok(())
}

/// Asks the background, from a page of the extension that is open.
pub async fn ask(browser: &Browser, question: FromPage) -> Result<Answer> {
    let said = browser.ask(serde_json::to_value(&question)?).await?;
    match serde_json::from_value(said.clone()) {
        Ok(Answer::Refused { message, field }) => bail!("the extension refused {field}: {message}"),
        Ok(answer) => Ok(answer),
        Err(problem) => bail!("the extension answered {said}: {problem}"),
    }
}
