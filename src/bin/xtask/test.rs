//! `cargo xtask test`: everything that must hold, on a fresh machine too. All steps run; the summary names what failed.

use crate::build::{self, Browser, Kind};
use crate::tools::{self, Project};
use crate::{machine, pack, servers, stage};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The most that `content.js` may weigh on every page load, in bytes after gzip.
const CONTENT_LIMIT: usize = 120 * 1024;

/// What a step counted.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    passed: u32,
    failed: u32,
}

const ONE: Count = Count { passed: 1, failed: 0 };

type Step = (&'static str, fn(&Project) -> Result<Count>);

const STEPS: &[Step] = &[
    ("format", format),
    ("lints, native", lint_native),
    ("lints, browser", lint_browser),
    ("native tests", native_tests),
    ("tests of the tasks", task_tests),
    ("package", package),
    ("web-ext lint", web_ext_lint),
    ("size of content.js", content_size),
    ("browser tests", browser_tests),
];

/// Only with `--all`: what takes long, and what needs some 700 MB of packages, which are not to be had everywhere.
const LONG: &[Step] = &[("browser tests, every case", browser_tests_every), ("package, built again", package_again)];
const SERVERS: &[Step] = &[("real servers, installed", servers_installed), ("real servers", real_servers)];

/// Which tests run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Without real servers.
    Usual,
    All,
    /// Real servers only, with the package as it was built last.
    Servers,
}

pub fn test(project: &Project, which: Which) -> Result<()> {
    machine::ready_to_drive(project)?;
    machine::rust_components(project)?;
    let mut rows = Vec::new();
    let mut total = Count::default();
    let usual = STEPS.iter().filter(|(name, _)| which != Which::All || *name != "browser tests");
    let steps: Vec<&Step> = match which {
        Which::Usual => usual.collect(),
        Which::All => usual.chain(LONG).chain(SERVERS).collect(),
        Which::Servers => SERVERS.iter().collect(),
    };
    for (name, step) in steps {
        println!("\n== {name}");
        let begun = Instant::now();
        let count = step(project).unwrap_or_else(|error| {
            println!("{error:#}");
            Count { passed: 0, failed: 1 }
        });
        total.passed += count.passed;
        total.failed += count.failed;
        rows.push((name, count, begun.elapsed().as_secs()));
    }
    println!("\n== summary");
    for (name, count, seconds) in rows {
        let mark = if count.failed == 0 { "ok    " } else { "FAILED" };
        println!("{mark} {name:<22} {:>5} passed {:>4} failed {seconds:>5} s", count.passed, count.failed);
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        bail!("not everything holds");
    }
    Ok(())
}

fn format(project: &Project) -> Result<Count> {
    tools::run(project.cargo().args(["fmt", "--check"]))?;
    Ok(ONE)
}

fn lint_native(project: &Project) -> Result<Count> {
    let arguments = ["clippy", "--quiet", "--all-targets", "--no-default-features", "--features", "cli,xtask"];
    tools::run(project.cargo().args(arguments).args(["--", "-D", "warnings"]))?;
    Ok(ONE)
}

fn lint_browser(project: &Project) -> Result<Count> {
    for features in ["content", "background,pages"] {
        let mut clippy = project.cargo();
        clippy.args(["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--no-default-features"]);
        tools::run(clippy.args(["--features", features, "--", "-D", "warnings"]))?;
    }
    Ok(Count { passed: 2, failed: 0 })
}

/// With the browser's half too: much of it is pure, and tested natively.
fn native_tests(project: &Project) -> Result<Count> {
    let features = ["--no-default-features", "--features", "cli,content,background,pages"];
    counted(project.cargo().args(["test", "--no-fail-fast"]).args(features))
}

fn task_tests(project: &Project) -> Result<Count> {
    let arguments = ["test", "--no-fail-fast", "--no-default-features", "--features", "xtask", "--bin", "xtask"];
    counted(project.cargo().args(arguments))
}

const IN_BROWSERS: [&str; 6] =
    ["test", "--no-fail-fast", "--no-default-features", "--features", "drive", "--test=browser"];

/// A choice of the ways to press Post on each page, all of them once for each editor family.
fn browser_tests(project: &Project) -> Result<Count> {
    stage::fixtures(project)?;
    counted(project.cargo().args(IN_BROWSERS))
}

fn browser_tests_every(project: &Project) -> Result<Count> {
    stage::fixtures(project)?;
    counted(project.cargo().args(IN_BROWSERS).env("NUNCHI_THOROUGH", "1"))
}

fn servers_installed(project: &Project) -> Result<Count> {
    servers::install(project)?;
    Ok(ONE)
}

/// The same program as the browser tests, with the one group that asks real servers.
fn real_servers(project: &Project) -> Result<Count> {
    stage::fixtures(project)?;
    let servers = servers::start(project)?;
    let arguments = ["test", "--no-default-features", "--features", "drive", "--test", "browser", "--", "servers"];
    counted(project.cargo().args(arguments).env("NUNCHI_SERVERS", &servers.told))
}

fn package(project: &Project) -> Result<Count> {
    build::build(project, Kind::Release)?;
    Ok(ONE)
}

/// Forgets our own compiled crate and builds again: the zips must be the same bytes.
fn package_again(project: &Project) -> Result<Count> {
    let zips = || -> Result<Vec<Vec<u8>>> {
        let read = |browser: Browser| std::fs::read(project.root.join(build::zip_path(browser)));
        Ok(Browser::ALL.into_iter().map(read).collect::<Result<_, _>>()?)
    };
    let first = zips()?;
    for dir in ["lowered", "wasm/background", "wasm/pages"] {
        let mut clean = project.cargo();
        clean.args(["clean", "--quiet", "--release", "--target", "wasm32-unknown-unknown", "-p", "nunchi"]);
        tools::run(clean.arg("--target-dir").arg(project.target.join(dir)))?;
    }
    build::build(project, Kind::Release)?;
    if first != zips()? {
        bail!("two builds of the same sources differ");
    }
    Ok(ONE)
}

/// Lints both packages by the rules of Firefox's store.
fn web_ext_lint(project: &Project) -> Result<Count> {
    let pkg = project.root.join("pkg");
    let firefox = pkg.join("firefox");
    web_ext_lint_one(project, &firefox)?;

    // The linter wants Firefox's own keys; Chromium warns of them. So it reads a copy in which just those stand.
    let copy = project.target.join("lint/chromium");
    tools::fresh_dir(&copy)?;
    tools::copy_dir(&pkg.join("chromium"), &copy)?;
    let mut manifest: Value = serde_json::from_str(&tools::read(&copy.join("manifest.json"))?)?;
    let donor: Value = serde_json::from_str(&tools::read(&firefox.join("manifest.json"))?)?;
    manifest["browser_specific_settings"] = donor["browser_specific_settings"].clone();
    manifest["background"] = donor["background"].clone();
    tools::write(&copy.join("manifest.json"), manifest.to_string())?;
    web_ext_lint_one(project, &copy)?;
    Ok(Count { passed: 2, failed: 0 })
}

fn web_ext_lint_one(project: &Project, dir: &Path) -> Result<()> {
    let mut lint = project.npm_bin("web-ext");
    lint.args(["lint", "--no-input", "--no-config-discovery", "--output", "json", "--source-dir"]).arg(dir);
    let output = lint.stdin(Stdio::null()).output().context("web-ext does not start")?;
    let report: Value = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("web-ext lint: {}", String::from_utf8_lossy(&output.stderr)))?;
    let found: Vec<String> = ["errors", "warnings"]
        .iter()
        .flat_map(|kind| report[kind].as_array().cloned().unwrap_or_default())
        .map(|row| format!("{}: {} ({})", row["code"], row["message"], row["file"]))
        .collect();
    if !found.is_empty() || report["summary"]["errors"] != 0 {
        bail!("{}:\n  {}", dir.display(), found.join("\n  "));
    }
    println!("{}: no errors, no warnings", dir.file_name().unwrap_or_default().to_string_lossy());
    Ok(())
}

fn content_size(project: &Project) -> Result<Count> {
    let size = pack::gzip_size(&std::fs::read(project.root.join("pkg/chromium/content.js"))?)?;
    println!("{size} bytes after gzip, {CONTENT_LIMIT} allowed");
    if size > CONTENT_LIMIT {
        bail!("content.js is too large for every page load");
    }
    Ok(ONE)
}

/// Runs `cargo test`, passes on what it prints, and adds up the results of its programs.
fn counted(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo does not start")?;
    let mut total = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            if let Some(count) = result_line(&line) {
                total.passed += count.passed;
                total.failed += count.failed;
            }
        }
    }
    let status = child.wait()?;
    // A program that crashed, or did not compile, reports no failed test.
    if !status.success() && total.failed == 0 {
        total.failed = 1;
    }
    if total.passed + total.failed == 0 {
        bail!("no test ran");
    }
    Ok(total)
}

/// `test result: ok. 12 passed; 0 failed; …` of Rust's own harness, `12 passed, 0 failed` of ours.
fn result_line(line: &str) -> Option<Count> {
    let counts = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let number = |word| counts.split([';', ',']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

#[cfg(test)]
mod tests {
    use super::result_line;

    #[test]
    fn results_of_cargo_test_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s";
        let count = result_line(line).expect("a result line");
        assert_eq!((count.passed, count.failed), (12, 3));
        let count = result_line("40 passed, 2 failed").expect("a result line");
        assert_eq!((count.passed, count.failed), (40, 2));
        assert!(result_line("test checks::one ... ok").is_none());
        assert!(result_line("ok     chromium x/home: 1 passed through").is_none());
    }
}
