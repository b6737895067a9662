//! The content program: WebAssembly lowered to plain JavaScript, because a page's content security policy forbids
//! WebAssembly in Chromium's content scripts. It starts synchronously: whoever listens first at document_start wins.

use crate::tools::{self, Project};
use crate::wasm;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// No reference types, no bulk memory: only what JavaScript can stand in for.
const FLAGS: &[&str] = &["-Ctarget-cpu=mvp", "-Ctarget-feature=+mutable-globals"];

/// What std's own objects use all the same, and its lowering.
const LOWERING: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--strip-debug",
    "--strip-producers",
];

/// Writes the ES modules of the content program into `out`; the entry is `content.mjs`.
pub fn lower(project: &Project, out: &Path, level: &str) -> Result<()> {
    let built = wasm::compile(
        project,
        &wasm::Compilation {
            dir: project.target.join("lowered"),
            flags: FLAGS,
            opt_level: "z",
            features: "content",
            bins: &["content"],
        },
    )?;
    let module = std::fs::read(built.join("content.wasm"))?;
    wasm::bind(wasm::plain_features(&module)?, "content", out)?;

    let (bound, optimized, lowered) = (out.join("content_bg.wasm"), out.join("opt.wasm"), out.join("lowered.mjs"));
    tools::run_quietly(project.npm_bin("wasm-opt").arg(&bound).args(LOWERING).arg(level).arg("-o").arg(&optimized))?;
    let mut wasm2js = project.npm_bin("wasm2js");
    wasm2js.arg(&optimized).args(["--mvp-features", "--enable-mutable-globals", level, "-o"]).arg(&lowered);
    tools::run_quietly(&mut wasm2js)?;

    tools::write(&lowered, lowered_module(&tools::read(&lowered)?)?)?;
    let glue = out.join("content.js");
    tools::write(&glue, glue_module(&tools::read(&glue)?)?)?;
    tools::write(&out.join("content.mjs"), ENTRY)
}

const ENTRY: &str = "\
import { startLowered } from './content.js';
import { asmFunc } from './lowered.mjs';
startLowered(asmFunc);
";

/// wasm2js's module: its imports are given by the glue, and its memory grows in place.
fn lowered_module(text: &str) -> Result<String> {
    let mut kept = String::with_capacity(text.len());
    let mut imports = 0;
    for line in text.lines() {
        if line.starts_with("import ") {
            imports += 1;
        } else if !line.starts_with("export var ") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    if imports == 0 {
        bail!("wasm2js wrote no import: its output has changed");
    }
    let call = between(&kept, "var retasmFunc = asmFunc({", "\n});\n").context("the call of asmFunc")?;
    let kept = once(&kept, &call, "export { asmFunc };\n")?;
    // wasm2js copies into a new buffer and leaves the old one attached: the glue would go on reading the old one.
    let kept = once(&kept, "new ArrayBuffer(newPages << 16);", "buffer.transfer(newPages << 16);")?;
    once(&kept, "newHEAP8.set(HEAP8);", "")
}

/// The glue with a way to start from lowered code; what only WebAssembly needs falls away in bundling.
fn glue_module(text: &str) -> Result<String> {
    // What is written by hand for this program is bundled with it.
    let foreign = |line: &str| line.starts_with("import ") && !line.contains("'./snippets/");
    if text.contains("require(") || text.lines().any(foreign) {
        bail!("the glue of the content program imports something: it must stand alone");
    }
    once(
        text,
        "export { initSync, __wbg_init as default };",
        "export function startLowered(lowered) {
    return __wbg_finalize_init({ exports: lowered(__wbg_get_imports()) }, undefined);
}",
    )
}

/// Replaces what must stand there exactly once.
pub fn once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => bail!("expected once, found {count} times in generated code: {}", from.lines().next().unwrap_or("")),
    }
}

/// The first piece that begins and ends so.
fn between(text: &str, begin: &str, end: &str) -> Option<String> {
    let from = text.find(begin)?;
    let to = from + text[from..].find(end)? + end.len();
    Some(text[from..to].to_string())
}

#[cfg(test)]
mod tests {
    use super::{glue_module, lowered_module};

    const LOWERED: &str = "import * as glue from 'glue';\n\nfunction asmFunc(imports) {\nvar newBuffer = new \
        ArrayBuffer(newPages << 16);\nnewHEAP8.set(HEAP8);\n}\nvar retasmFunc = asmFunc({\n  \"glue\": glue,\n});\n\
        export var memory = retasmFunc.memory;\n";

    #[test]
    fn lowered_code_grows_in_place_and_is_called_by_us() {
        let module = lowered_module(LOWERED).expect("every patch fits");
        assert!(module.contains("var newBuffer = buffer.transfer(newPages << 16);"));
        assert!(module.contains("export { asmFunc };"));
        for gone in ["import ", "export var", "retasmFunc", "newHEAP8.set"] {
            assert!(!module.contains(gone), "{gone} is still there");
        }
    }

    #[test]
    fn a_patch_that_no_longer_fits_stops_the_build() {
        assert!(lowered_module(&LOWERED.replace("newPages << 16", "pages * 65536")).is_err());
        assert!(lowered_module(&LOWERED.replace("import * as glue from 'glue';", "")).is_err());
        assert!(glue_module("export { initSync };").is_err());
        let import = |from: &str| {
            glue_module(&format!("import {{ a }} from '{from}';\nexport {{ initSync, __wbg_init as default }};"))
        };
        assert!(import("./snippets/nunchi/write.js").is_ok() && import("env").is_err());
        assert!(glue_module("const a = require('x');\nexport { initSync, __wbg_init as default };").is_err());
    }
}
