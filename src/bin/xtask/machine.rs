//! What a fresh machine lacks: installed where that is safe to do (Debian and Ubuntu as root, rustup, cargo, npm),
//! said exactly where it is not.

use crate::npm;
use crate::tools::{self, Project};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One thing that must be there, the Debian packages that bring it, and what to do elsewhere.
struct Need {
    what: &'static str,
    there: fn() -> bool,
    packages: &'static [&'static str],
    elsewhere: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        what: "Node.js with npm",
        there: || tools::exists("node") && tools::exists("npm"),
        packages: &["nodejs", "npm"],
        elsewhere: "install Node.js 20 or later",
    },
    Need {
        what: "Chromium",
        there: || ["chromium", "chromium-browser", "google-chrome"].into_iter().any(tools::exists),
        packages: &["chromium"],
        elsewhere: "install Chromium 123 or later (`chromium` in PATH)",
    },
    Need {
        what: "chromedriver",
        there: || tools::exists("chromedriver"),
        packages: &["chromium-driver"],
        elsewhere: "install the chromedriver of the same version as Chromium (in PATH)",
    },
    Need {
        what: "Firefox",
        there: || ["firefox-esr", "firefox"].into_iter().any(tools::exists),
        packages: &["firefox-esr"],
        elsewhere: "install Firefox 142 or later (`firefox` in PATH)",
    },
    Need {
        what: "a font with Korean",
        there: || has_font(":lang=ko"),
        packages: &["fontconfig", "fonts-noto-cjk"],
        elsewhere: "install a Korean font such as Noto Sans CJK",
    },
    Need {
        what: "a font with emoji",
        there: || has_font(":charset=1f600"),
        packages: &["fontconfig", "fonts-noto-color-emoji"],
        elsewhere: "install an emoji font such as Noto Color Emoji",
    },
];

/// What the real servers of `cargo xtask test --all` need.
const SERVERS: &[Need] = &[
    Need {
        what: "Postgres",
        there: || postgres_bin().is_some(),
        packages: &["postgresql"],
        elsewhere: "install PostgreSQL 15 or later (`initdb` in PATH)",
    },
    Need {
        what: "Redis",
        there: || tools::exists("redis-server"),
        packages: &["redis-server"],
        elsewhere: "install Redis 7 (`redis-server` in PATH)",
    },
    Need {
        what: "Python 3.10 or later with venv",
        there: || {
            let asked = "import ensurepip, sys; sys.exit(sys.version_info < (3, 10))";
            Command::new("python3").args(["-c", asked]).stderr(Stdio::null()).status().is_ok_and(|done| done.success())
        },
        packages: &["python3", "python3-venv"],
        elsewhere: "install Python 3.10 or later (`python3` in PATH)",
    },
    Need {
        what: "a C++ compiler",
        there: || tools::exists("c++") && tools::exists("make"),
        packages: &["g++", "make"],
        elsewhere: "install a C++ compiler and make",
    },
];

/// Where Postgres's programs lie; Debian keeps them out of PATH, a folder a version.
pub fn postgres_bin() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut dirs: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    dirs.sort();
    dirs.into_iter().rev().chain(std::env::split_paths(&path)).find(|dir| dir.join("initdb").exists())
}

/// What building needs.
pub fn ready_to_build(project: &Project) -> Result<()> {
    wasm_target(project)?;
    npm::ensure(project)
}

/// What running and testing need: browsers, their drivers, fonts.
pub fn ready_to_drive(project: &Project) -> Result<()> {
    fill(project, NEEDS)?;
    ready_to_build(project)?;
    geckodriver(project)
}

/// What the real servers need beside npm and PyPI.
pub fn ready_to_serve(project: &Project) -> Result<()> {
    fill(project, SERVERS)
}

fn fill(project: &Project, needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.there)()).collect();
    if !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|need| need.what).collect();
        println!("missing: {}", names.join(", "));
        if tools::exists("apt-get") {
            let packages: Vec<_> = missing.iter().flat_map(|need| need.packages).copied().collect();
            apt(project, &packages)?;
        }
        let still: Vec<String> =
            missing.iter().filter(|n| !(n.there)()).map(|n| format!("{}: {}", n.what, n.elsewhere)).collect();
        if !still.is_empty() {
            bail!("please install by hand:\n  {}", still.join("\n  "));
        }
    }
    Ok(())
}

/// rustup has no target twice; asking costs nothing.
fn wasm_target(project: &Project) -> Result<()> {
    let sysroot = tools::run_quietly(project.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown").exists() {
        return Ok(());
    }
    if !tools::exists("rustup") {
        bail!("Rust has no wasm32-unknown-unknown target here: install Rust by rustup, or your system's package of it");
    }
    println!("rustup target add wasm32-unknown-unknown");
    tools::run(project.command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

/// Formatter and linter, for the tests.
pub fn rust_components(project: &Project) -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if !tools::exists(program) {
            if !tools::exists("rustup") {
                bail!("{component} is missing: install it beside your Rust");
            }
            tools::run(project.command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Debian has no package of it; the crate is Mozilla's own.
fn geckodriver(project: &Project) -> Result<()> {
    if tools::exists("geckodriver") || cargo_bin().is_some_and(|dir| dir.join("geckodriver").exists()) {
        return Ok(());
    }
    println!("cargo install geckodriver (this takes some minutes, once)");
    tools::run(project.cargo().args(["install", "geckodriver", "--locked", "--quiet"]))
}

/// Where `cargo install` puts programs.
fn cargo_bin() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    Some(home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?.join("bin"))
}

fn apt(project: &Project, packages: &[&str]) -> Result<()> {
    let root = tools::run_quietly(Command::new("id").arg("-u"))?.trim() == "0";
    let install = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !root {
        bail!("not root: run\n  sudo apt-get update && sudo {install}");
    }
    println!("{install}");
    let apt_get = || {
        let mut command = project.command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    tools::run_quietly(apt_get().args(["update", "-qq"]))?;
    tools::run_quietly(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))?;
    Ok(())
}

fn has_font(pattern: &str) -> bool {
    Command::new("fc-list").arg(pattern).output().is_ok_and(|output| !output.stdout.is_empty())
}
