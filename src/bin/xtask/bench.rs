//! `cargo xtask bench`: what a review costs and what there is to load, beside harper.js and a bare scan, in one run.

use crate::tools::{self, Project};
use crate::{build, machine, npm, stage};
use anyhow::Result;

pub fn bench(project: &Project) -> Result<()> {
    machine::ready_to_build(project)?;
    npm::ensure(project)?;
    build::build(project, build::Kind::Release)?;
    let figures = project.target.join("bench/figures.json");
    tools::write(&figures, "{}")?;

    println!("\n== the engine, native");
    let arguments = ["bench", "--quiet", "--no-default-features", "--features", "cli", "--bench", "engine", "--"];
    tools::run(project.cargo().args(arguments).arg(&figures))?;

    println!("\n== beside others");
    let mut beside = project.command("node");
    beside.arg("tests/bench/beside.mjs").arg(&figures);
    beside.arg(project.target.join("programs/background/background_bg.wasm"));
    tools::run(&mut beside)?;

    println!("\n== a keystroke, in both browsers");
    machine::ready_to_drive(project)?;
    stage::fixtures(project)?;
    let arguments =
        ["test", "--quiet", "--no-default-features", "--features", "drive", "--test", "browser", "--", "bench"];
    tools::run(project.cargo().args(arguments))
}
