//! `cargo xtask build`: the extension for both browsers, loadable as it is, and the zips for the stores.

use crate::tools::{self, Project};
use crate::{lower, machine, manifest, pack, served, wasm};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Minified; what goes to the stores.
    Release,
    /// Readable JavaScript, and less time spent on making things small.
    Dev,
}

/// A browser that a package is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    pub fn id(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }
}

/// Starts at the end of the script's own evaluation: a worker must listen before it returns to its event loop, or it
/// loses the very event that woke it. So the module comes inside the script and is compiled on the spot.
/// The program lies beside it as base64, in parts: a worker must listen before it first waits, or it loses the event
/// that woke it, and stores do not read a script of more than five megabytes.
const BACKGROUND_ENTRY: &str = "\
import { initSync } from './background.js';
IMPORTS
const text = [PARTS].join('');
const module = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
initSync({ module });
";

/// Bytes of the program in one part. A multiple of three: then the texts of the parts are the text of the whole.
const PART: usize = 2_400_000;

const PAGES_ENTRY: &str = "\
import init from './pages.js';
init({ module_or_path: new URL('pages.wasm', import.meta.url) });
";

/// How Leptos fills a `<template>` with the fixed markup of a view, known when it was compiled; nothing else calls it.
/// Stores refuse the assignment, whatever stands on its right: so the markup is parsed instead, and no script in it
/// could ever run.
const INNER_HTML: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
const PARSED: &str = "\
const markup = '<template>' + getStringFromWasm0(arg1, arg2) + '</template>';
            const parsed = new DOMParser().parseFromString(markup, 'text/html').querySelector('template');
            arg0.content.replaceChildren(parsed.content);";

/// What goes to a store, from the root of the project.
pub fn zip_path(browser: Browser) -> String {
    format!("pkg/nunchi-{}.zip", browser.id())
}

/// Makes `pkg/`. Only one build writes there at a time.
pub fn build(project: &Project, kind: Kind) -> Result<()> {
    machine::ready_to_build(project)?;
    let programs = programs(project, kind)?;

    let pkg = project.root.join("pkg");
    fs::create_dir_all(&pkg)?;
    let lock = File::create(project.root.join("pkg/.lock"))?;
    lock.lock().context("waiting for another build")?;
    for browser in Browser::ALL {
        let stage = project.target.join("stage").join(browser.id());
        assemble(project, browser, &programs, &stage)?;
        let package = pkg.join(browser.id());
        tools::fresh_dir(&package)?;
        tools::copy_dir(&stage, &package)?;
        pack::zip(&stage, &project.root.join(zip_path(browser)))?;
    }
    report(&pkg.join("chromium"))
}

/// A program that stays WebAssembly.
struct Program {
    name: &'static str,
    entry: &'static str,
    flags: &'static [&'static str],
    opt_level: &'static str,
    /// What `wasm-opt` is told.
    optimized: &'static str,
}

/// It judges at every key, so it is made for speed: a review takes a third of the time that it takes when made for size.
const BACKGROUND: Program = Program {
    name: "background",
    entry: BACKGROUND_ENTRY,
    flags: &["-Ctarget-feature=+simd128"],
    opt_level: "2",
    optimized: "-O3",
};

/// It only shows things: made for size.
const PAGES: Program = Program {
    name: "pages",
    entry: PAGES_ENTRY,
    // Leptos: views as values, not as one type the size of the page. A tenth smaller.
    flags: &["--cfg=erase_components"],
    opt_level: "s",
    optimized: "-Oz",
};

/// The three programs, side by side: each ends with minutes in which one core links. Returns the folder that holds just
/// them.
fn programs(project: &Project, kind: Kind) -> Result<PathBuf> {
    let work = project.target.join("programs");
    let out = work.join("ready");
    tools::fresh_dir(&out)?;
    std::thread::scope(|scope| {
        let (work, out) = (&work, &out);
        let stays = [&BACKGROUND, &PAGES].map(|it| scope.spawn(move || program(project, kind, it, work, out)));
        content(project, kind, work, out)?;
        for one in stays {
            one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        }
        anyhow::Ok(())
    })?;
    fs::copy(work.join("pages/pages_bg.wasm"), out.join("pages.wasm"))?;
    Ok(out)
}

fn content(project: &Project, kind: Kind, work: &Path, out: &Path) -> Result<()> {
    println!("content");
    let content = work.join("content");
    lower::lower(project, &content, if kind == Kind::Release { "-Os" } else { "-O1" })?;
    bundle(project, kind, &content.join("content.mjs"), "iife", &out.join("content.js"))
}

fn program(project: &Project, kind: Kind, program: &Program, work: &Path, out: &Path) -> Result<()> {
    let name = program.name;
    println!("{name}");
    let built = wasm::compile(
        project,
        &wasm::Compilation {
            dir: project.target.join("wasm").join(name),
            flags: program.flags,
            opt_level: program.opt_level,
            features: name,
            bins: &[name],
        },
    )?;
    let dir = work.join(name);
    wasm::bind(fs::read(built.join(format!("{name}.wasm")))?, name, &dir)?;
    let bound = dir.join(format!("{name}_bg.wasm"));
    wasm::optimize(project, &bound, &bound, if kind == Kind::Release { program.optimized } else { "-O1" })?;
    if name == "pages" {
        let glue = dir.join("pages.js");
        tools::write(&glue, lower::once(&tools::read(&glue)?, INNER_HTML, PARSED)?)?;
    }
    let main = dir.join(format!("{name}.mjs"));
    let entry = if program.entry == BACKGROUND_ENTRY {
        in_parts(project, kind, &fs::read(&bound)?, &dir, out)?
    } else {
        program.entry.to_string()
    };
    tools::write(&main, &entry)?;
    bundle(project, kind, &main, "esm", &out.join(format!("{name}.js")))
}

/// Writes the program's parts; the entry that puts them together.
fn in_parts(project: &Project, kind: Kind, program: &[u8], dir: &Path, out: &Path) -> Result<String> {
    let (mut imports, mut names) = (Vec::new(), Vec::new());
    for (at, part) in program.chunks(PART).enumerate() {
        let name = format!("program-{}", at + 1);
        tools::write(&dir.join(format!("{name}.bin")), part)?;
        let main = dir.join(format!("{name}.mjs"));
        tools::write(&main, format!("export {{ default }} from './{name}.bin';\n"))?;
        bundle(project, kind, &main, "esm", &out.join(format!("{name}.js")))?;
        imports.push(format!("import part{at} from './{name}.js';"));
        names.push(format!("part{at}"));
    }
    Ok(BACKGROUND_ENTRY.replace("IMPORTS", &imports.join("\n")).replace("PARTS", &names.join(", ")))
}

/// One file of JavaScript. A readable copy stays beside the sources of the bundle, for review.
fn bundle(project: &Project, kind: Kind, entry: &Path, format: &str, out: &Path) -> Result<()> {
    let readable = entry.with_extension("readable.js");
    for (minify, to) in [(false, readable.as_path()), (kind == Kind::Release, out)] {
        let mut esbuild = project.npm_bin("esbuild");
        esbuild.arg(entry).args(["--bundle", "--tree-shaking=true", "--loader:.bin=base64", "--charset=utf8"]);
        esbuild.args(["--target=chrome123,firefox140", "--log-level=warning", "--legal-comments=none"]);
        esbuild.arg("--external:./program-*.js");
        esbuild.arg(format!("--format={format}")).arg(format!("--outfile={}", to.display()));
        if minify {
            esbuild.arg("--minify");
        }
        tools::run_quietly(&mut esbuild)?;
    }
    Ok(())
}

/// A package: the programs, the files written by hand, the manifest of this browser.
fn assemble(project: &Project, browser: Browser, programs: &Path, stage: &Path) -> Result<()> {
    tools::fresh_dir(stage)?;
    tools::copy_dir(programs, stage)?;
    let extension = project.root.join("extension");
    for file in tools::files(&extension)? {
        // The SVG beside the icons is their source; browsers want the PNGs.
        let skip = manifest::is_part(&file) || file.extension().is_some_and(|kind| kind == "svg");
        if !skip {
            tools::write(&stage.join(&file), fs::read(extension.join(&file))?)?;
        }
    }
    served::write(&stage.join("servers.js"))?;
    manifest::write(&extension, browser, &stage.join("manifest.json"))
}

/// What a person would ask first: how big is it?
fn report(package: &Path) -> Result<()> {
    for name in tools::files(package)? {
        let code = ["js", "wasm"].iter().any(|kind| name.extension().is_some_and(|other| other == *kind));
        if code {
            let bytes = fs::read(package.join(&name))?;
            println!(
                "  {:<14} {:>5} KB, {:>4} KB gzip",
                name.display(),
                bytes.len().div_ceil(1024),
                pack::gzip_size(&bytes)?.div_ceil(1024)
            );
        }
    }
    println!("pkg/chromium and pkg/firefox are ready to load");
    Ok(())
}
