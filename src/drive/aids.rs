//! What a person or the browser itself does to a page and its background: forced colours, a window that shows 320 CSS
//! pixels, an end to the background.

use super::browser::{Browser, Kind, PATIENCE};
use anyhow::{Result, bail};
use serde_json::json;
use std::time::{Duration, Instant};

impl Browser {
    /// The colours of the system in place of the page's, or the page's again.
    pub async fn forced_colors(&self, on: bool) -> Result<()> {
        if self.kind == Kind::Chromium {
            let value = if on { "active" } else { "none" };
            let features = json!([{ "name": "forced-colors", "value": value }]);
            self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        } else {
            self.order("/moz/context", json!({ "context": "chrome" })).await?;
            let script = "Services.prefs.setIntPref('browser.display.document_color_use', arguments[0]); return null;";
            // 2: always the system's; 0: only with a theme of high contrast.
            let done = self.run(script, vec![json!(if on { 2 } else { 0 })]).await;
            self.order("/moz/context", json!({ "context": "content" })).await?;
            done?;
        }
        let script = "return matchMedia('(forced-colors: active)').matches === arguments[0]";
        self.until("the colours", script, vec![json!(on)]).await.map(drop)
    }

    /// As at 400 % in a window of 1280 by 1024: 320 by 256 CSS pixels, four device pixels each. Or as before.
    pub async fn zoomed(&self, on: bool) -> Result<()> {
        if self.kind == Kind::Chromium {
            if on {
                let size = json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            } else {
                self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
            }
        } else {
            // The bars of the window take some of its height.
            let (width, height) = if on { (1280, 1110) } else { (1200, 1000) };
            self.driver.set_window_rect(0, 0, width, height).await?;
            self.order("/moz/context", json!({ "context": "chrome" })).await?;
            let script = "const at = Services.wm.getMostRecentWindow('navigator:browser'); \
                at.gBrowser.selectedBrowser.fullZoom = arguments[0]; return null;";
            let done = self.run(script, vec![json!(if on { 4 } else { 1 })]).await;
            self.order("/moz/context", json!({ "context": "content" })).await?;
            done?;
        }
        let script = "return arguments[0] === (innerWidth <= 330)";
        self.until("the size", script, vec![json!(on)]).await.map(drop)
    }

    /// Ends the background as the browser does when it rests. A page of the extension must be in front.
    pub async fn end_background(&self, firefox_id: &str) -> Result<()> {
        if self.kind == Kind::Chromium {
            self.devtools("ServiceWorker.enable", json!({})).await?;
            self.devtools("ServiceWorker.stopAllWorkers", json!({})).await?;
            tokio::time::sleep(Duration::from_millis(400)).await;
            return Ok(());
        }
        self.order("/moz/context", json!({ "context": "chrome" })).await?;
        let script = "const [id, done] = arguments; const { extension } = WebExtensionPolicy.getByID(id); \
            extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => done(extension.backgroundState), \
            (e) => done(String(e)));";
        let begun = Instant::now();
        let state = loop {
            let state = self.run_async(script, vec![json!(firefox_id)]).await;
            // One that still has something to answer goes on, and one that was asked meanwhile has begun again.
            if begun.elapsed() > PATIENCE || state.as_ref().map_or(true, |state| *state == json!("stopped")) {
                break state;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        self.order("/moz/context", json!({ "context": "content" })).await?;
        match state? {
            state if state == json!("stopped") => Ok(()),
            state => bail!("the background is {state}"),
        }
    }
}
