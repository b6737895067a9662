//! From Rust to WebAssembly and its JavaScript glue.

use crate::tools::{self, Project};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// One compilation for the browser.
pub struct Compilation<'a> {
    /// The target folder: one for each set of flags, so that none undoes the other's work.
    pub dir: PathBuf,
    pub flags: &'a [&'a str],
    pub opt_level: &'a str,
    pub features: &'a str,
    pub bins: &'a [&'a str],
}

/// Compiles programs of ours; they lie in the folder that is returned. No path of this machine gets into them.
pub fn compile(project: &Project, wanted: &Compilation) -> Result<PathBuf> {
    let Compilation { dir, flags, opt_level, features, bins } = wanted;
    let mut command = project.cargo();
    command.args(["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown"]);
    command.args(["--no-default-features", "--features", features, "--target-dir"]).arg(dir);
    for bin in *bins {
        command.args(["--bin", bin]);
    }
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
    let mut all: Vec<String> = flags.iter().map(|flag| flag.to_string()).collect();
    all.extend(remaps(project)?);
    // Unit separators, unlike the spaces of RUSTFLAGS, let a path hold a space.
    command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", all.join("\u{1f}"));
    tools::run(&mut command)?;
    Ok(dir.join("wasm32-unknown-unknown/release"))
}

/// Panic messages name files: make those names the same on every machine.
fn remaps(project: &Project) -> Result<Vec<String>> {
    let cargo_home = match std::env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => std::env::home_dir().context("no home folder")?.join(".cargo"),
    };
    // The folder of a registry's sources carries the registry's name.
    let mut pairs = vec![(project.root.clone(), "nunchi"), (cargo_home.clone(), "cargo")];
    let sources = cargo_home.join("registry/src");
    if let Ok(entries) = std::fs::read_dir(&sources) {
        // Of several prefixes that fit, rustc takes the last.
        pairs.extend(entries.flatten().map(|entry| (entry.path(), "crates")));
    }
    Ok(pairs.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect())
}

/// Writes `NAME.js` (an ES module) and `NAME_bg.wasm` into `out`.
pub fn bind(wasm: Vec<u8>, name: &str, out: &Path) -> Result<()> {
    tools::fresh_dir(out)?;
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.input_bytes(name, wasm).generate(out).with_context(|| format!("wasm-bindgen on {name}"))
}

/// The same module, whose `target_features` section says `+mutable-globals` and nothing else.
///
/// The objects of std name reference types though the program was compiled without them; without the section
/// wasm-bindgen takes them for granted, and wasm2js cannot lower them.
pub fn plain_features(wasm: &[u8]) -> Result<Vec<u8>> {
    const NAME: &[u8] = b"target_features";
    const FEATURE: &[u8] = b"mutable-globals";
    let Some((header, _)) = wasm.split_at_checked(8).filter(|(header, _)| header.starts_with(b"\0asm")) else {
        bail!("not a WebAssembly module");
    };
    let mut out = header.to_vec();
    let mut at = header.len();
    while let Some(&id) = wasm.get(at) {
        let (length, body) = leb128(wasm, at + 1)?;
        let end = body.checked_add(length).filter(|end| *end <= wasm.len()).context("a section runs past the end")?;
        let named = id == 0 && {
            let (length, name) = leb128(wasm, body)?;
            wasm.get(name..name + length) == Some(NAME)
        };
        if !named {
            out.extend_from_slice(&wasm[at..end]);
        }
        at = end;
    }
    // Every length here is below 128: one byte each.
    let mut section = vec![NAME.len() as u8];
    section.extend_from_slice(NAME);
    section.extend_from_slice(&[1, b'+', FEATURE.len() as u8]);
    section.extend_from_slice(FEATURE);
    out.extend_from_slice(&[0, section.len() as u8]);
    out.extend_from_slice(&section);
    Ok(out)
}

/// The unsigned number at this place, and the place behind it.
fn leb128(bytes: &[u8], mut at: usize) -> Result<(usize, usize)> {
    let (mut value, mut shift) = (0usize, 0);
    loop {
        let byte = *bytes.get(at).context("the module ends in the middle of a number")?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return Ok((value, at));
        }
        if shift > 28 {
            bail!("a length of more than 32 bits");
        }
    }
}

/// What rustc uses of WebAssembly by default and for vectors, and both browsers know. Naming all features would let wasm-opt write
/// encodings that no browser reads yet.
const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Makes a module smaller with `wasm-opt`.
pub fn optimize(project: &Project, input: &Path, output: &Path, level: &str) -> Result<()> {
    let mut command = project.npm_bin("wasm-opt");
    // Split at every run of zeros, sparse tables compress far worse.
    command.arg(input).args(FEATURES).args([level, "--skip-pass=memory-packing", "--strip-debug", "--strip-producers"]);
    command.args(["--strip-target-features", "-o"]).arg(output);
    tools::run_quietly(&mut command)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::plain_features;

    /// Section 0 (custom) with this name and content.
    fn custom(name: &str, content: &[u8]) -> Vec<u8> {
        let mut section = vec![0, (1 + name.len() + content.len()) as u8, name.len() as u8];
        section.extend_from_slice(name.as_bytes());
        section.extend_from_slice(content);
        section
    }

    #[test]
    fn features_are_replaced_and_the_rest_is_kept() {
        let header = b"\0asm\x01\0\0\0".to_vec();
        let types = vec![1, 4, 1, 0x60, 0, 0];
        let old = [header.clone(), types.clone(), custom("target_features", b"\x01+\x03abc"), custom("other", b"x")];
        let new = plain_features(&old.concat()).expect("a sound module");
        let wanted = [header, types, custom("other", b"x"), custom("target_features", b"\x01+\x0fmutable-globals")];
        assert_eq!(new, wanted.concat());
    }

    #[test]
    fn a_broken_module_is_an_error() {
        assert!(plain_features(b"not wasm").is_err());
        assert!(plain_features(b"\0asm\x01\0\0\0\x00\x7f").is_err(), "a section longer than the file");
        assert!(plain_features(b"\0asm\x01\0\0\0\x01\xff\xff\xff\xff\xff\xff").is_err(), "an endless number");
    }
}
