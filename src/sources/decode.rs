//! From bytes to text: which charset, by mark, header or declaration. The tables are not ours: the browser's
//! `TextDecoder` has them, and natively `encoding_rs`, both after the WHATWG standard.

use super::Wrong;

/// Turns bytes into text by a WHATWG label. None: no such label, or not one byte in forty makes sense of it.
pub type Decode = fn(&[u8], &str) -> Option<String>;

/// How far into a document its declaration is looked for.
const HEAD: usize = 400;

/// The label of the charset, in lower case: byte order mark, then header, then XML declaration, then
/// what the source usually writes.
pub fn charset(bytes: &[u8], content_type: &str, usual: &str) -> String {
    let marks: [(&[u8], &str); 3] =
        [(&[0xEF, 0xBB, 0xBF], "utf-8"), (&[0xFE, 0xFF], "utf-16be"), (&[0xFF, 0xFE], "utf-16le")];
    if let Some((_, label)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return label.to_string();
    }
    // The declaration is ASCII in every charset that a feed may have.
    let head: String = bytes.iter().take(HEAD).map(|byte| char::from(*byte)).collect();
    let declared = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(rest, _)| rest);
    let label = after(content_type, "charset").or_else(|| after(declared.unwrap_or_default(), "encoding"));
    label.unwrap_or_else(|| usual.to_string())
}

/// The value behind `name=`, with or without quotes.
fn after(text: &str, name: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let rest = lower[lower.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .take(40)
        .collect();
    (!value.is_empty()).then_some(value)
}

/// The text of an answer, without a byte order mark. Broken UTF-8 is mended, another broken charset is not text.
pub fn text(bytes: &[u8], content_type: &str, usual: &str, decode: Decode) -> Result<String, Wrong> {
    let label = charset(bytes, content_type, usual);
    let text = match label.as_str() {
        "utf-8" | "utf8" | "us-ascii" => String::from_utf8_lossy(bytes).into_owned(),
        // A label that nobody knows is most often UTF-8 all the same.
        _ => match decode(bytes, &label) {
            Some(text) => text,
            None => std::str::from_utf8(bytes).map_err(|_| Wrong::NotText(label.clone()))?.to_string(),
        },
    };
    let text = text.strip_prefix('\u{FEFF}').map(str::to_string).unwrap_or(text);
    let broken = text.chars().filter(|c| *c == '\u{FFFD}' || *c == '\0').count();
    if broken > 0 && broken * 40 > text.chars().count() {
        return Err(Wrong::NotText(label));
    }
    Ok(text)
}

/// `Decode` for the command line and the tests.
#[cfg(feature = "cli")]
pub fn native(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode(bytes).0.into_owned())
}
