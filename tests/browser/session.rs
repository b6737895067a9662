//! One browser with the extension, ready to judge: sample events, a fixed day, the probe. And the count of cases.

use anyhow::{Context, Result};
use nunchi::drive::browser::{Browser, Kind, Options};
use nunchi::drive::late::Late;
use nunchi::drive::package::{self, CHROMIUM_ID, FIREFOX_ID, FIREFOX_UUID};
use nunchi::drive::routes::Routes;
use nunchi::drive::server::Server;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A case that takes longer has failed.
const LONGEST: Duration = Duration::from_secs(60);
/// More late cases than that in one browser are no accident.
const MOST_AGAIN: usize = 6;

/// Held on the sample day: it sells with a word that the event wakes up.
pub const BAD: &str = "Killer deals all weekend! Up to 40% off laptops";
/// Fine on any day.
pub const CLEAN: &str = "Our repair desk is open from nine to five";

/// What passed and what failed.
pub struct Run {
    pub kind: Kind,
    words: Vec<String>,
    /// Every case, not the choice of the usual run.
    pub thorough: bool,
    pub passed: usize,
    pub failed: Vec<String>,
    /// Cases that were late once, and why.
    pub again: Vec<String>,
}

impl Run {
    pub fn new(kind: Kind, words: &[String]) -> Run {
        let thorough = !words.is_empty() || std::env::var_os("NUNCHI_THOROUGH").is_some();
        Run { kind, words: words.to_vec(), thorough, passed: 0, failed: Vec::new(), again: Vec::new() }
    }

    /// Whether cases of this group, which need a browser of their own, were asked for.
    pub fn wants(&self, group: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| word == group)
    }

    /// Whether cases whose names begin with this word may have been asked for: they need sessions of their own.
    pub fn wants_any(&self, word: &str) -> bool {
        let known = ["chromium", "firefox"];
        self.words.iter().all(|asked| known.contains(&asked.as_str())) || self.words.iter().any(|asked| asked == word)
    }

    /// Whether this browser takes what each run needs in one browser only: by turns, so that neighbours in a list differ.
    pub fn mine(&self, nth: usize) -> bool {
        self.thorough || nth % 2 == usize::from(self.kind == Kind::Firefox)
    }

    /// Runs a case, unless its name was not asked for. Where something that was waited for did not come in time the case is
    /// run once more, and told at the end: a crowded machine is late now and then. A wrong result is never asked twice.
    pub async fn case(&mut self, name: &str, body: impl AsyncFn() -> Result<()>) {
        let name = format!("{} {name}", self.kind.id());
        if !self.words.iter().all(|word| name.contains(word.as_str())) {
            return;
        }
        let once = async || match tokio::time::timeout(LONGEST, body()).await {
            Ok(result) => result,
            Err(_) => Err(Late::error(format!("took longer than {LONGEST:?}"))),
        };
        let mut result = once().await;
        if let Err(problem) = result.as_ref()
            && problem.chain().any(|cause| cause.is::<Late>())
            && self.again.len() < MOST_AGAIN
        {
            println!("again  {name}: {problem:#}");
            self.again.push(format!("{name}: {problem:#}"));
            result = once().await;
        }
        match result {
            Ok(()) => {
                self.passed += 1;
                println!("ok     {name}");
            }
            Err(problem) => {
                println!("FAILED {name}: {problem:#}");
                self.failed.push(format!("{name}: {problem:#}"));
            }
        }
    }
}

pub struct Session {
    pub browser: Browser,
    pub server: Server,
    pub routes: Routes,
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn target() -> PathBuf {
    root().join("target")
}

/// What is going on in the tests' world.
pub fn events() -> Value {
    json!([{ "id": "sample", "name": "mall shooting", "name_ko": "쇼핑몰 총격", "gravity": 3, "tone": "grave",
        "meaning": "Nine people were killed in a shopping mall.", "meaning_ko": "쇼핑몰에서 아홉 명이 숨졌습니다.",
        "source": "Sample wire", "url": "https://example.org/mall", "date": "2026-03-21", "sample": true }])
}

pub const TODAY: &str = "2026-03-21";

impl Session {
    pub async fn start(kind: Kind, language: &str) -> Result<Session> {
        Session::with(kind, language, crate::cases::SCRIPTS, |_| ()).await
    }

    /// With further scripts of the test's own before the extension's, in its world.
    pub async fn with(kind: Kind, language: &str, scripts: &[(&str, &str)], change: impl Fn(&Path)) -> Result<Session> {
        let routes = Routes::read(root())?;
        let extension = package(kind, &routes, scripts)?;
        change(&extension);
        let session = Session::open(kind, language, routes, extension).await?;
        session.prepare(language).await?;
        Ok(session)
    }

    /// The same browser with an extension that does nothing, to compare with.
    pub async fn bare(kind: Kind) -> Result<Session> {
        let extension = target().join("test-pkg").join(format!("{}-bare", kind.id()));
        std::fs::create_dir_all(&extension)?;
        let manifest = json!({ "manifest_version": 3, "name": "Nothing", "version": "1.0" });
        std::fs::write(extension.join("manifest.json"), manifest.to_string())?;
        Session::open(kind, "en", Routes::read(root())?, extension).await
    }

    async fn open(kind: Kind, language: &str, routes: Routes, extension: PathBuf) -> Result<Session> {
        let server = Server::start(routes.clone(), target().join("fixtures")).await?;
        let base = match kind {
            Kind::Chromium => format!("chrome-extension://{CHROMIUM_ID}"),
            Kind::Firefox => format!("moz-extension://{FIREFOX_UUID}"),
        };
        let options = Options {
            extension,
            base,
            firefox_id: FIREFOX_ID.into(),
            port: server.port,
            language: language.into(),
            dark: false,
            headless: true,
        };
        let browser = Browser::start(kind, &options).await.with_context(|| format!("starting {}", kind.id()))?;
        Ok(Session { browser, server, routes })
    }

    async fn prepare(&self, language: &str) -> Result<()> {
        self.browser.close_others().await?;
        self.page("options.html").await?;
        self.browser.store("local", json!({ "events": events(), "today": TODAY })).await?;
        self.change(json!({ "locale": { "locale": language } })).await?;
        // A server that is granted in the manifest is registered when somebody asks for the list.
        self.browser.ask(json!("servers")).await?;
        Ok(())
    }

    /// Opens a page of the extension.
    pub async fn page(&self, name: &str) -> Result<()> {
        self.browser.driver.goto(format!("{}/{name}", self.browser.base)).await?;
        Ok(())
    }

    /// Moves a switch. A page of the extension must be open.
    pub async fn change(&self, change: Value) -> Result<Value> {
        self.browser.ask(json!({ "change": { "change": change } })).await
    }

    pub async fn quit(self) -> Result<()> {
        self.browser.quit().await
    }
}

/// The test package in a folder of its own: sessions may run at the same time.
fn package(kind: Kind, routes: &Routes, scripts: &[(&str, &str)]) -> Result<PathBuf> {
    let made = package::make(root(), &target(), kind.id(), &routes.servers())?;
    let path = made.join("manifest.json");
    let mut manifest: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
    let list = manifest["content_scripts"][0]["js"].as_array_mut().context("the manifest has no content script")?;
    for (at, (name, text)) in scripts.iter().enumerate() {
        list.insert(at, json!(name));
        std::fs::write(made.join(name), text)?;
    }
    // Servers are registered by the background with its own file name: there the scripts go into that file.
    let content = std::fs::read_to_string(made.join("content.js"))?;
    let before: String = scripts.iter().map(|(_, text)| format!("{text}\n")).collect();
    std::fs::write(made.join("content.js"), format!("{before}{content}"))?;
    let list = manifest["content_scripts"][0]["js"].as_array_mut().context("the manifest has no content script")?;
    list.retain(|name| name == "content.js");
    std::fs::write(&path, serde_json::to_string_pretty(&manifest)?)?;
    Ok(made)
}
