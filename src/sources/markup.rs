//! Plain text out of markup: tags go, references become characters, spaces become one. Never the other way.

/// The named references that feeds use; HTML has two thousand, of which a headline needs these.
const NAMED: [(&str, char); 22] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("middot", '·'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("uuml", 'ü'),
    ("ouml", 'ö'),
    ("auml", 'ä'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
];

/// The character of a reference without its `&` and `;`. None: unknown, or a character that no text has.
pub fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())
}

/// Without tags and references. What stands in `script` and `style` is no text.
pub fn plain(markup: &str) -> String {
    if !markup.contains(['<', '&']) {
        return spaced(markup);
    }
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let end = rest.bytes().take(12).position(|byte| byte == b';');
            match end.and_then(|end| Some((end, reference(rest.get(1..end)?)?))) {
                Some((end, c)) => {
                    out.push(c);
                    rest = &rest[end + 1..];
                }
                None => {
                    out.push('&');
                    rest = &rest[1..];
                }
            }
            continue;
        }
        let inside = &rest[1..];
        let tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(end) = inside.find('>').filter(|_| tag) else {
            out.push('<');
            rest = inside;
            continue;
        };
        let letters = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphabetic);
        let name = letters.take(8).collect::<String>().to_ascii_lowercase();
        if !matches!(name.as_str(), "a" | "b" | "i" | "em" | "strong" | "span" | "u" | "mark" | "font") {
            out.push(' ');
        }
        rest = &inside[end + 1..];
        if !inside.starts_with('/') && matches!(name.as_str(), "script" | "style") {
            let closing = format!("</{name}");
            rest = rest.find(&closing).map_or("", |at| &rest[at..]);
        }
    }
    out.push_str(rest);
    spaced(&out)
}

/// One space between words, and no character that draws nothing or turns the writing around.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        let seen = |c: &char| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        out.extend(word.chars().filter(seen));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_becomes_a_line() {
        assert_eq!(plain("<p>Two <b>dead</b>,&nbsp;three&#39;s <br>hurt</p>"), "Two dead, three's hurt");
        assert_eq!(plain("사망 &quot;3명&quot; &amp; 실종"), "사망 \"3명\" & 실종");
        assert_eq!(plain("a<script>alert('x')</script>b"), "a b");
        assert_eq!(plain("1 < 2 && 3 &bogus; 4 <"), "1 < 2 && 3 &bogus; 4 <");
        assert_eq!(plain("in\u{202E}visible\u{0}  line"), "invisible line");
        assert_eq!(plain("&#0;&#xD800;&#99999999999;x"), "&#0;&#xD800;&#99999999999;x");
    }
}
