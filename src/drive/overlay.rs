//! What the extension shows in the page: read through the probe, pressed by real pointers and keys.

use super::browser::Browser;
use super::late::Late;
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::time::{Duration, Instant};

/// How long the extension may take to show something.
const PATIENCE: Duration = Duration::from_secs(6);

/// One element with a `data-part`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Part {
    pub part: String,
    pub level: String,
    pub check: String,
    pub text: String,
    pub role: String,
    pub label: String,
    pub shown: bool,
    pub open: bool,
    pub focused: bool,
    /// Its middle.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Browser {
    /// Everything of ours in the page; empty: nothing is shown.
    pub async fn parts(&self) -> Result<Vec<Part>> {
        let script = "document.dispatchEvent(new CustomEvent('nunchi-probe')); \
            return document.documentElement.getAttribute('data-probe') || '[]';";
        let told = self.run(script, Vec::new()).await?;
        Ok(serde_json::from_str(told.as_str().unwrap_or("[]"))?)
    }

    /// The markup of everything of ours.
    pub async fn markup(&self) -> Result<String> {
        let script = "document.dispatchEvent(new CustomEvent('nunchi-markup')); \
            return document.documentElement.getAttribute('data-probe-markup');";
        Ok(self.run(script, Vec::new()).await?.as_str().unwrap_or_default().to_string())
    }

    pub async fn part(&self, name: &str) -> Result<Option<Part>> {
        Ok(self.parts().await?.into_iter().find(|part| part.part == name && part.shown))
    }

    /// The chip's level, or empty.
    pub async fn chip(&self) -> Result<String> {
        Ok(self.part("chip").await?.map(|chip| chip.level).unwrap_or_default())
    }

    pub async fn hold_is_open(&self) -> Result<bool> {
        Ok(self.parts().await?.iter().any(|part| part.part == "hold" && part.open))
    }

    /// Polls until a part is shown.
    pub async fn await_part(&self, name: &str) -> Result<Part> {
        let begun = Instant::now();
        loop {
            if let Some(part) = self.part(name).await? {
                return Ok(part);
            }
            if begun.elapsed() > PATIENCE {
                return Err(Late::error(format!("no {name} is shown")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub async fn await_chip(&self, level: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            let now = self.chip().await?;
            if now == level {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                return Err(Late::error(format!("the chip says {now:?}, not {level:?}")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub async fn await_chip_in(&self, levels: &[&str]) -> Result<()> {
        let begun = Instant::now();
        loop {
            let now = self.chip().await?;
            if levels.contains(&now.as_str()) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                return Err(Late::error(format!("the chip says {now:?}, none of {levels:?}")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub async fn await_hold(&self, open: bool) -> Result<()> {
        let begun = Instant::now();
        while self.hold_is_open().await? != open {
            if begun.elapsed() > PATIENCE {
                let out = self.run("return window.__posts?.length ?? 0", Vec::new()).await?;
                ensure!(!open || out == 0, "the hold card is not shown, and {out} posts are out");
                return Err(Late::error(format!(
                    "the hold card is {}",
                    if open { "not shown" } else { "still shown" }
                )));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }

    /// Presses a part with the mouse.
    pub async fn press_part(&self, name: &str) -> Result<()> {
        self.await_part(name).await?;
        let scroll = "document.documentElement.setAttribute('data-probe-part', arguments[0])";
        self.run(scroll, vec![name.into()]).await?;
        let mut before = None;
        loop {
            let part = self.await_part(name).await?;
            let now = (part.x.round() as i64, part.y.round() as i64);
            // A person presses what stands still, and what was drawn.
            if before.replace(now) == Some(now) {
                return self.press_at(now.0, now.1).await;
            }
            self.frames().await?;
        }
    }
}
