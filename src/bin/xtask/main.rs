//! The project's tasks: `cargo xtask build | run | bench | train | test | screenshots`.

mod bench;
mod build;
mod lower;
mod machine;
mod manifest;
mod npm;
mod pack;
mod run;
mod scene;
mod served;
mod servers;
mod shots;
mod stage;
mod test;
mod tools;
mod train;
mod wasm;

use anyhow::{Result, bail};
use nunchi::drive::browser::Kind;
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build [--dev]                     pkg/chromium, pkg/firefox and the two store zips
cargo xtask run [--browser firefox]           the product on a fixture of a social site, ready to type; without a
                                              display it plays the scene itself
cargo xtask screenshots                       popup, card and hold into target/screenshots
cargo xtask bench                             what a review costs and what there is to load, beside harper.js
cargo xtask train <folder> [--check]          the trained heads, from the text sets in a folder (src/data/models/README.md);
                                              --check compares with those that ship instead of writing
cargo xtask test [--all | --servers]          checks and tests, browsers included; --all: every way on every page, the
                                              package built twice, and against real servers of Bluesky and Mastodon,
                                              installed into target/servers; --servers: only those, with the package
                                              as it was built last
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match task(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn task(arguments: &[String]) -> Result<()> {
    let project = tools::Project::find()?;
    let Some((task, options)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    match (task.as_str(), options) {
        ("build", []) => build::build(&project, build::Kind::Release),
        ("build", [dev]) if dev == "--dev" => build::build(&project, build::Kind::Dev),
        ("run", []) => run::run(&project, Kind::Chromium),
        ("run", [option, name]) if option == "--browser" => {
            match Kind::ALL.into_iter().find(|kind| kind.id() == name) {
                Some(kind) => run::run(&project, kind),
                None => bail!("no such browser: {name} (chromium, firefox)"),
            }
        }
        ("screenshots", []) => shots::screenshots(&project),
        ("bench", []) => bench::bench(&project),
        ("train", [folder]) => train::train(&project.root, Path::new(folder), false),
        ("train", [folder, check]) if check == "--check" => train::train(&project.root, Path::new(folder), true),
        ("test", []) => test::test(&project, test::Which::Usual),
        ("test", [all]) if all == "--all" => test::test(&project, test::Which::All),
        ("test", [only]) if only == "--servers" => test::test(&project, test::Which::Servers),
        ("help" | "--help" | "-h", _) => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("no such task: {}\n\n{HELP}", arguments.join(" ")),
    }
}
