//! The project's tasks: `cargo xtask build | run | test | screenshots`.

mod build;
mod lower;
mod machine;
mod manifest;
mod npm;
mod pack;
mod test;
mod tools;
mod wasm;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build [--dev]                     pkg/chromium, pkg/firefox and the two store zips
cargo xtask test                              every check and test, browsers included
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let project = tools::Project::find()?;
    let Some((task, options)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    match (task.as_str(), options) {
        ("build", []) => build::build(&project, build::Kind::Release),
        ("build", [dev]) if dev == "--dev" => build::build(&project, build::Kind::Dev),
        ("test", []) => test::test(&project),
        ("help" | "--help" | "-h", _) => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("no such task: {}\n\n{HELP}", arguments.join(" ")),
    }
}
