//! A real browser with the extension in it, driven by WebDriver.

use super::late::Late;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::{Command as Wire, ExtensionCommand};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, TypingData};

/// How long anything that is expected may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Chromium, Kind::Firefox];

    pub fn id(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
        }
    }
}

/// What a session is started with.
pub struct Options {
    /// The unpacked extension.
    pub extension: PathBuf,
    /// Where its own pages stand: `chrome-extension://ID` or `moz-extension://UUID`.
    pub base: String,
    /// Firefox: the add-on's id, for the fixed UUID.
    pub firefox_id: String,
    pub port: u16,
    /// `en` or `ko`.
    pub language: String,
    pub dark: bool,
    pub headless: bool,
}

/// Only our own child, and always it.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub struct Browser {
    pub kind: Kind,
    pub driver: WebDriver,
    pub base: String,
    _process: Process,
    _profile: Option<PathBuf>,
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn program(names: &[&str]) -> Result<PathBuf> {
    let home = std::env::home_dir().unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or(home.join(".cargo"), PathBuf::from).join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let dirs: Vec<PathBuf> = std::env::split_paths(&path).chain([cargo]).collect();
    let found = names.iter().flat_map(|name| dirs.iter().map(move |dir| dir.join(name))).find(|path| path.exists());
    found.with_context(|| format!("none of {names:?} is installed"))
}

impl Browser {
    pub async fn start(kind: Kind, options: &Options) -> Result<Browser> {
        let port = free_port()?;
        let mut command;
        match kind {
            Kind::Chromium => {
                command = Command::new(program(&["chromedriver"])?);
                command.arg(format!("--port={port}"));
            }
            Kind::Firefox => {
                command = Command::new(program(&["geckodriver"])?);
                command.args([format!("--port={port}"), format!("--marionette-port={}", free_port()?)]);
                command.args([format!("--websocket-port={}", free_port()?), "--allow-system-access".into()]);
            }
        }
        command
            .env("LANGUAGE", &options.language)
            .env("LC_ALL", if options.language == "ko" { "ko_KR.UTF-8" } else { "C.UTF-8" });
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let process = Process(child);
        let begun = Instant::now();
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if begun.elapsed() > PATIENCE {
                bail!("the driver of {} does not answer", kind.id());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let address = format!("http://127.0.0.1:{port}");
        let (driver, profile) = match kind {
            Kind::Chromium => {
                let profile = std::env::temp_dir().join(format!("nunchi-{}-{port}", std::process::id()));
                (WebDriver::new(&address, chromium(options, &profile)?).await?, Some(profile))
            }
            Kind::Firefox => {
                let driver = WebDriver::new(&address, firefox(options)?).await?;
                let path = options.extension.display().to_string();
                FirefoxTools::new(driver.handle().clone()).install_addon(&path, Some(true)).await?;
                (driver, None)
            }
        };
        let base = options.base.clone();
        Ok(Browser { kind, driver, base, _process: process, _profile: profile })
    }

    pub async fn quit(self) -> Result<()> {
        let Browser { driver, _process, _profile, .. } = self;
        driver.quit().await?;
        drop(_process);
        if let Some(profile) = _profile {
            // A browser that still writes leaves something behind in the temporary folder.
            let _ = std::fs::remove_dir_all(profile);
        }
        Ok(())
    }

    /// Onboarding opens in a tab of its own and takes the front; a page behind it draws no frames.
    pub async fn close_others(&self) -> Result<()> {
        let own = self.driver.window().await?;
        let begun = Instant::now();
        loop {
            let others: Vec<_> = self.driver.windows().await?.into_iter().filter(|window| *window != own).collect();
            if others.is_empty() && begun.elapsed() < Duration::from_secs(15) {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
            for window in others {
                self.driver.switch_to_window(window).await?;
                self.driver.close_window().await?;
            }
            self.driver.switch_to_window(own).await?;
            return Ok(());
        }
    }

    /// Over TLS, if the host does not come with a scheme of its own.
    pub async fn goto(&self, host: &str, path: &str) -> Result<()> {
        let scheme = if host.contains("://") { "" } else { "https://" };
        self.driver.goto(format!("{scheme}{host}{path}")).await?;
        Ok(())
    }

    /// Runs a script in the page; `arguments[0]…` are `arguments`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script that ends by calling its last argument.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute_async(script, arguments).await?.json().clone())
    }

    /// Asks a page of the extension: sends a message to the background and returns its answer. The page must be open.
    pub async fn ask(&self, question: Value) -> Result<Value> {
        let script = "const [question, done] = arguments; chrome.runtime.sendMessage(question).then(done, (e) => done({failed: String(e)}));";
        self.run_async(script, vec![question]).await
    }

    /// Writes to the extension's storage. A page of the extension must be open.
    pub async fn store(&self, area: &str, values: Value) -> Result<()> {
        let script = "const [area, values, done] = arguments; chrome.storage[area].set(values).then(() => done(null), (e) => done(String(e)));";
        match self.run_async(script, vec![json!(area), values]).await? {
            Value::Null => Ok(()),
            problem => bail!("storage: {problem}"),
        }
    }

    /// Polls until a script returns something truthy, and returns it.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let begun = Instant::now();
        loop {
            let value = self.run(script, arguments.clone()).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            if begun.elapsed() > PATIENCE {
                return Err(Late::error(format!("waited in vain for {what}")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The middle of an element on the screen, scrolled into view; `css` may step into open shadow roots by `>>>`.
    pub async fn place(&self, css: &str) -> Result<(i64, i64)> {
        let mut before = None;
        loop {
            let found = self.until(css, PLACE, vec![json!(css)]).await?;
            let now = (found["x"].as_f64().unwrap_or_default() as i64, found["y"].as_f64().unwrap_or_default() as i64);
            // A person presses what stands still, and what was drawn.
            if before.replace(now) == Some(now) {
                return Ok(now);
            }
            self.frames().await?;
        }
    }

    /// Until the page was drawn twice.
    pub(super) async fn frames(&self) -> Result<()> {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        self.run_async(script, Vec::new()).await?;
        Ok(())
    }

    /// Presses the mouse there, as a person does.
    pub async fn press_at(&self, x: i64, y: i64) -> Result<()> {
        self.driver.action_chain().move_to(x, y).click().perform().await?;
        Ok(())
    }

    pub async fn press(&self, css: &str) -> Result<()> {
        let (x, y) = self.place(css).await?;
        self.press_at(x, y).await
    }

    /// Puts the pointer over an element.
    pub async fn hover(&self, css: &str) -> Result<()> {
        let (x, y) = self.place(css).await?;
        self.driver.action_chain().move_to(x, y).perform().await?;
        Ok(())
    }

    /// Touches an element. Firefox has touch as a WebDriver pointer; so has Chromium.
    pub async fn touch(&self, css: &str) -> Result<()> {
        let (x, y) = self.place(css).await?;
        let finger = json!([{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": [
            { "type": "pointerMove", "duration": 0, "x": x, "y": y }, { "type": "pointerDown", "button": 0 },
            { "type": "pause", "duration": 20 }, { "type": "pointerUp", "button": 0 } ] }]);
        self.perform(finger).await
    }

    async fn perform(&self, actions: Value) -> Result<()> {
        self.order("/actions", json!({ "actions": actions })).await
    }

    pub(super) async fn order(&self, path: &'static str, body: Value) -> Result<()> {
        self.driver.handle().cmd(Wire::ExtensionCommand(Box::new(Order(path, body)))).await?;
        Ok(())
    }

    /// Chromium only: a command of its own protocol, to the page in front. Returns what it answers.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Types into whatever has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    pub async fn chord(&self, modifier: Key, key: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().key_down(modifier.clone()).send_keys(key).key_up(modifier).perform().await?;
        Ok(())
    }

    pub async fn focus(&self, css: &str) -> Result<()> {
        self.until(css, &format!("{FIND} const it = find(arguments[0]); it?.focus(); return !!it;"), vec![json!(css)])
            .await?;
        Ok(())
    }

    pub async fn exists(&self, css: &str) -> Result<bool> {
        Ok(self.run(&format!("{FIND} return !!find(arguments[0]);"), vec![json!(css)]).await? == json!(true))
    }

    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir)?;
        }
        self.driver.screenshot(path).await?;
        Ok(())
    }
}

/// A command that the library has no word for: where it goes and what it says.
#[derive(Debug)]
struct Order(&'static str, Value);

impl ExtensionCommand for Order {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.1.clone())
    }

    fn method(&self) -> axum::http::Method {
        axum::http::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        self.0.into()
    }
}

const FIND: &str = "const find = (css) => { let roots = [document], found = null; for (const step of css.split('>>>')) { \
    found = null; for (const root of roots) { found = root?.querySelector(step.trim()); if (found) break; } \
    if (!found) return null; roots = [found.shadowRoot ?? found.closedRoot]; } return found; };";

const PLACE: &str = "const find = (css) => { let roots = [document], found = null; for (const step of css.split('>>>')) { \
    found = null; for (const root of roots) { found = root?.querySelector(step.trim()); if (found) break; } \
    if (!found) return null; roots = [found.shadowRoot ?? found.closedRoot]; } return found; }; \
    const it = find(arguments[0]); if (!it) return null; it.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
    const box = it.getBoundingClientRect(); if (!box.width || !box.height) return null; \
    if (it.disabled || it.getAttribute('aria-disabled') === 'true') return null; \
    return { x: Math.round(box.x + Math.min(box.width / 2, 60)), y: Math.round(box.y + box.height / 2) };";

fn chromium(options: &Options, profile: &Path) -> Result<thirtyfour::ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    let mut arguments = vec![
        "--no-sandbox".to_string(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--ignore-certificate-errors".into(),
        "--window-size=1200,900".into(),
        format!("--lang={}", options.language),
        format!("--host-resolver-rules=MAP * 127.0.0.1:{}, EXCLUDE localhost", options.port),
        format!("--load-extension={}", options.extension.display()),
        "--disable-features=DisableLoadExtensionCommandLineSwitch".into(),
        format!("--user-data-dir={}", profile.display()),
    ];
    if options.headless {
        arguments.push("--headless=new".into());
    }
    if options.dark {
        arguments.push("--force-dark-mode".into());
        arguments.push("--blink-settings=preferredColorScheme=0".into());
    }
    for argument in &arguments {
        wanted.add_arg(argument)?;
    }
    let binary = program(&["chromium", "chromium-browser", "google-chrome"])?;
    wanted.set_binary(&binary.display().to_string())?;
    Ok(wanted)
}

fn firefox(options: &Options) -> Result<thirtyfour::FirefoxCapabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    if options.headless {
        wanted.set_headless()?;
    }
    wanted.add_arg("--width=1200")?;
    wanted.add_arg("--height=1000")?;
    wanted.accept_insecure_certs(true)?;
    wanted.set_firefox_binary(&program(&["firefox-esr", "firefox"])?.display().to_string())?;
    let uuid = options.base.trim_start_matches("moz-extension://");
    let mut preferences = FirefoxPreferences::new();
    let uuids = json!({ options.firefox_id.as_str(): uuid }).to_string();
    preferences.set("extensions.webextensions.uuids", uuids)?;
    preferences.set("network.dns.forceResolve", "127.0.0.1")?;
    preferences.set("network.socket.forcePort", format!("443={}", options.port))?;
    preferences.set("network.stricttransportsecurity.preloadlist", false)?;
    preferences.set("security.cert_pinning.enforcement_level", 0)?;
    // The bench reads the clock; rounded to whole ms it would read nothing.
    preferences.set("privacy.reduceTimerPrecision", false)?;
    preferences.set("dom.w3c_touch_events.enabled", 1)?;
    // After 300 ms a touch is no tap and no click comes of it: on a slow machine that is no time.
    preferences.set("apz.max_tap_time", 60_000)?;
    preferences.set("ui.click_hold_context_menus.delay", 60_000)?;
    preferences.set("ui.systemUsesDarkTheme", i32::from(options.dark))?;
    preferences.set("layout.css.prefers-color-scheme.content-override", if options.dark { 0 } else { 1 })?;
    preferences.set("intl.accept_languages", options.language.as_str())?;
    preferences.set("intl.locale.requested", options.language.as_str())?;
    wanted.set_preferences(preferences)?;
    Ok(wanted)
}
