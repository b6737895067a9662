//! What a person types as a server ("mastodon.social", "@me@mstdn.jp", a pasted address) → the host that is asked for.

/// The host name in lower case, without port or path. None: no such name can be on the public web.
pub fn host_of(typed: &str) -> Option<String> {
    let text = typed.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next().unwrap_or_default();
    // A handle (@name@host) or a name before the host: the host is after the last @.
    let text = text.rsplit('@').next().unwrap_or_default();
    let host = text.trim_end_matches('.').to_lowercase();
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c == '-' || (c.is_alphanumeric() && (!c.is_ascii() || c.is_ascii_alphanumeric())))
    };
    let number = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    (host.len() <= 253 && host.contains('.') && !number && host.split('.').all(label)).then_some(host)
}

/// The pattern that the browser is asked for.
pub fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}

/// The host of a pattern, as a person reads it.
pub fn of_pattern(pattern: &str) -> &str {
    let rest = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_from_what_people_paste() {
        let cases = [
            ("mastodon.social", "mastodon.social"),
            ("  Mastodon.Social. ", "mastodon.social"),
            ("https://mstdn.jp/@me/123?x#y", "mstdn.jp"),
            ("@me@planet.moe", "planet.moe"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
            ("눈치.한국", "눈치.한국"),
        ];
        for (typed, host) in cases {
            assert_eq!(host_of(typed).as_deref(), Some(host), "{typed}");
            assert_eq!(of_pattern(&pattern(host)), host);
        }
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for typed in
            ["", "mastodon", "*.social", "a b.com", "127.0.0.1", "-a.com", "a..com", "<all_urls>", "host:8080.x"]
        {
            assert_eq!(host_of(typed), None, "{typed}");
        }
    }
}
