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

/// How the fixed data get into the memory: each character of a string is a byte.
const PLAIN: &str = "\
  function putData(view, offset, text) {
    for (var i = 0; i < text.length; ++i) view[offset + i] = text.charCodeAt(i);
  }
function initActiveSegments";

/// wasm2js writes the fixed data in base64, in which words look different at every third place: packed, they take a third
/// more room than as they are.
fn plain_data(text: &str) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("base64DecodeToExistingUint8Array(") {
        let (place, after) = after.split_once('"').context("the place of fixed data")?;
        let (data, after) = after.split_once('"').context("fixed data")?;
        out.push_str(before);
        out.push_str("putData(");
        out.push_str(place);
        let bytes: String = from_base64(data)?.into_iter().map(char::from).collect();
        out.push_str(&serde_json::to_string(&bytes)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn from_base64(text: &str) -> Result<Vec<u8>> {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for sign in text.trim_end_matches('=').bytes() {
        let value = SIGNS.iter().position(|known| *known == sign).context("no base64")?;
        (bits, held) = (bits << 6 | value as u32, held + 6);
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    Ok(bytes)
}

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
    let decoder = between(&kept, "  var base64ReverseLookup", "function initActiveSegments").context("the decoder")?;
    let kept = once(&kept, &decoder, PLAIN)?;
    let kept = plain_data(&kept)?;
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

    const LOWERED: &str = "import * as glue from 'glue';\n\n  var base64ReverseLookup = 1;\n\
        function initActiveSegments(imports) {\n  base64DecodeToExistingUint8Array(bufferView, 8, \"w6kKAA==\");\n}\n\
        function asmFunc(imports) {\nvar newBuffer = new \
        ArrayBuffer(newPages << 16);\nnewHEAP8.set(HEAP8);\n}\nvar retasmFunc = asmFunc({\n  \"glue\": glue,\n});\n\
        export var memory = retasmFunc.memory;\n";

    #[test]
    fn lowered_code_grows_in_place_and_is_called_by_us() {
        let module = lowered_module(LOWERED).expect("every patch fits");
        assert!(module.contains("var newBuffer = buffer.transfer(newPages << 16);"));
        assert!(module.contains("export { asmFunc };"));
        assert!(module.contains("putData(bufferView, 8, \"\u{c3}\u{a9}\\n\\u0000\");"), "{module}");
        for gone in ["base64", "import ", "export var", "retasmFunc", "newHEAP8.set"] {
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
