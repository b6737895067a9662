//! The package as tests load it: the shipped files, and a manifest that is patched in two places.
//!
//! A fixed `key` gives Chromium's unpacked extension the same id everywhere. Hosts that a person would grant by a
//! click are granted from the start, because WebDriver cannot answer that prompt. Nothing else differs.

use serde_json::{Value, json};
use std::fs;
use std::io::{self, Error, ErrorKind};
use std::path::{Path, PathBuf};

/// The public half of a key that was thrown away.
const KEY: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAz3B8MRGREkrS6yHjWrok4+ClXiefePmfKspELTziQHGd447F5GV1biL8ABy5Q6LimQQInEB5Q/UkSpLIywCdgwkEq4SeBJfsIWkiKpUPS74wjJKAYn60OCtT9oMgG5+5UQaM+jg94ZoueFXEkYexf9AX/4hFHZ6PXVn+mOhOnTJtMS30MYA1diKcKOvr78JIAm2pIN3e568Sipqm0QuUj3YRR7dddldvHO0ce+ZuCfsIfjioLIaYh+mMxCLD/5OCW+bX8Ec5EgptI6B85CfzM1eAP+DUwG1ZtlLAt2jubUlmnjcSNg+NqoFR6MRmEk6t/7jRqVPdafils+QVHwMttwIDAQAB";

/// The id that follows from `KEY`.
pub const CHROMIUM_ID: &str = "kgjanfglbfhdggdmilfkpdjhgkboopmd";

/// The id in the manifest for Firefox; preferences name it.
pub const FIREFOX_ID: &str = "{d5a9c6f4-4e0b-4f6e-9a57-3b1f0c2e7a81}";

/// The address that tests give to the extension in Firefox, by the preference `extensions.webextensions.uuids`.
pub const FIREFOX_UUID: &str = "1b0e8f0a-6a53-4a6e-8a0b-5a1c3f6d9e24";

/// Copies `root/pkg/BROWSER` to `target/test-pkg/BROWSER` with the patched manifest, and returns where it lies.
/// `browser`: `chromium` or `firefox`. `hosts`: names of servers of any-server sites (Mastodon).
pub fn make(root: &Path, target: &Path, browser: &str, hosts: &[&str]) -> io::Result<PathBuf> {
    let (from, to) = (root.join("pkg").join(browser), target.join("test-pkg").join(browser));
    if !from.join("manifest.json").exists() {
        let message = format!("{} is not built: run `cargo xtask build`", from.display());
        return Err(Error::new(ErrorKind::NotFound, message));
    }
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    copy(&from, &to)?;
    let path = to.join("manifest.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    if browser == "chromium" {
        manifest["key"] = json!(KEY);
    }
    let mut granted = manifest["host_permissions"].as_array().cloned().unwrap_or_default();
    granted.extend(hosts.iter().map(|host| json!(format!("https://{host}/*"))));
    // A server on one's own computer, without TLS.
    granted.push(json!("http://localhost/*"));
    manifest["host_permissions"] = json!(granted);
    fs::write(&path, serde_json::to_string_pretty(&manifest)?)?;
    Ok(to)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, goal) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &goal)?;
        } else {
            fs::copy(&path, &goal)?;
        }
    }
    Ok(())
}
