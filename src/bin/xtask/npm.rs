//! The npm tools: installed from the lock when they are missing or other ones.

use crate::tools::{self, Project};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::path::Path;

/// Runs `npm ci` unless what is installed is what the lock says.
pub fn ensure(project: &Project) -> Result<()> {
    if installed(&project.root)? {
        return Ok(());
    }
    if !tools::exists("npm") {
        bail!("npm is missing: install Node.js 20 or later with npm (Debian, Ubuntu: apt-get install nodejs npm)");
    }
    println!("npm ci");
    tools::run_quietly(project.command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    Ok(())
}

/// npm keeps a lock of its own of what it installed; optional packages of other platforms are missing in it.
pub fn installed(dir: &Path) -> Result<bool> {
    let hidden = dir.join("node_modules/.package-lock.json");
    if !hidden.exists() {
        return Ok(false);
    }
    let (wanted, found) = (packages(&dir.join("package-lock.json"))?, packages(&hidden)?);
    Ok(wanted
        .iter()
        .filter(|(path, package)| !path.is_empty() && package["optional"] != true)
        .all(|(path, package)| found.get(path).is_some_and(|there| there["version"] == package["version"])))
}

fn packages(lock: &Path) -> Result<Map<String, Value>> {
    let lock_text = tools::read(lock)?;
    let mut json: Value = serde_json::from_str(&lock_text).with_context(|| lock.display().to_string())?;
    match json["packages"].take() {
        Value::Object(packages) => Ok(packages),
        _ => bail!("{} lists no packages", lock.display()),
    }
}
