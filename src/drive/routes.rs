//! `tests/browser/sites/routes.json`: which frozen page stands where, and what is known about its composers.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Clone, Debug, Deserialize)]
pub struct Routes {
    /// Content security policies by name.
    pub csp: BTreeMap<String, String>,
    pub pages: Vec<Page>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Page {
    pub host: String,
    pub path: String,
    /// Folder below the fixtures.
    pub page: String,
    /// Id of the record that must know it.
    pub site: Option<String>,
    /// The editor package of the fixture.
    #[serde(default)]
    pub editor: String,
    /// A site on any host: a person grants it.
    #[serde(default)]
    pub server: bool,
    /// The browser may keep it for the way back.
    #[serde(default)]
    pub kept: bool,
    /// Key into `Routes::csp`.
    pub csp: String,
    #[serde(default)]
    pub composers: Vec<Composer>,
    #[serde(default)]
    pub lookalikes: Vec<Lookalike>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Composer {
    pub id: String,
    /// Pressed one after the other before typing.
    #[serde(default)]
    pub open: Vec<String>,
    pub editor: String,
    #[serde(default)]
    pub add: Option<String>,
    #[serde(default)]
    pub boxes: Vec<String>,
    /// None: only keys send.
    #[serde(default)]
    pub submit: Option<String>,
    pub ways: Vec<String>,
    #[serde(default)]
    pub schedule: Vec<String>,
    /// Takes its typing elsewhere: no caret of ours can be put into it.
    #[serde(default)]
    pub caretless: bool,
    /// Pressed before the button that sends can be.
    #[serde(default)]
    pub before: Vec<String>,
    /// The pointer goes there first: the button that sends is drawn only then.
    #[serde(default)]
    pub hover: Option<String>,
    /// Further fields of the same draft: a title, a content warning.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Untrusted events that the page itself makes on a press.
    #[serde(default)]
    pub own: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Part {
    pub name: String,
    pub css: String,
    /// Pressed before it is there.
    #[serde(default)]
    pub open: Vec<String>,
    /// Keys that send from inside it.
    #[serde(default)]
    pub ways: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Lookalike {
    /// Pressed one after the other before it is there.
    #[serde(default)]
    pub open: Vec<String>,
    #[serde(default)]
    pub editor: Option<String>,
    #[serde(default)]
    pub button: Option<String>,
}

impl Routes {
    pub fn read(root: &Path) -> Result<Routes> {
        let path = root.join("tests/browser/sites/routes.json");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    }

    /// Hosts that a person grants by a click.
    pub fn servers(&self) -> Vec<&str> {
        let mut hosts: Vec<&str> =
            self.pages.iter().filter(|page| page.server).map(|page| page.host.as_str()).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts
    }
}
