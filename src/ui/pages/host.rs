//! What a person types as a server ("mastodon.social", "@me@mstdn.jp", a pasted address) → the host that is asked for.

/// The host name in lower case, without port or path. None: no such name can be on the public web.
pub fn host_of(typed: &str) -> Option<String> {
    let text = typed.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next().unwrap_or_default();
    // A handle (@name@host) or a name before the host: the host is after the last @.
    let text = text.rsplit('@').next().unwrap_or_default();
    let host = text.trim_end_matches('.').to_lowercase();
    (host.contains('.') && is_name(&host)).then_some(host)
}

/// Labels between dots, of which the last is no number.
fn is_name(host: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c == '-' || (c.is_alphanumeric() && (!c.is_ascii() || c.is_ascii_alphanumeric())))
    };
    let number = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    host.len() <= 253 && !number && host.split('.').all(label)
}

/// A server that a person adds: on the public web, in a company or on this computer, over TLS or not.
#[derive(Debug, PartialEq, Eq)]
pub struct Server {
    pub secure: bool,
    /// Without its port: neither browser's permission for a host knows ports apart.
    pub host: String,
}

/// Why an address is no server's.
#[derive(Debug, PartialEq, Eq)]
pub enum NoServer {
    /// Nothing that a server could be called.
    Wrong,
    /// An IPv6 address: Firefox matches no pattern with it.
    Number,
}

/// "mastodon.social", "http://localhost:3000", "https://social.company:8443/home" → what the browser is asked for.
pub fn server_of(typed: &str) -> Result<Server, NoServer> {
    let typed = typed.trim();
    let (scheme, rest) = typed.split_once("://").map_or((None, typed), |(scheme, rest)| (Some(scheme), rest));
    let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default();
    if place.starts_with('[') || place.matches(':').count() > 1 {
        return Err(NoServer::Number);
    }
    let (name, port) = place.split_once(':').map_or((place, None), |(name, port)| (name, Some(port)));
    let host = name.trim_end_matches('.').to_lowercase();
    let number = host.parse::<std::net::Ipv4Addr>().is_ok();
    let local = host == "localhost" || host.ends_with(".localhost");
    // One word alone is more often a slip than a machine in the house.
    let meant = host.contains('.') || local || scheme.is_some() || port.is_some();
    let is_port =
        |port: &str| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    if !(number || (meant && is_name(&host))) || !port.is_none_or(is_port) {
        return Err(NoServer::Wrong);
    }
    let secure = match scheme.map(str::to_lowercase).as_deref() {
        Some("https") => true,
        Some("http") => false,
        Some(_) => return Err(NoServer::Wrong),
        None => !local && !number,
    };
    Ok(Server { secure, host })
}

impl Server {
    pub fn pattern(&self) -> String {
        format!("{}://{}/*", if self.secure { "https" } else { "http" }, self.host)
    }
}

/// The pattern that the browser is asked for.
pub fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}

/// The host of a pattern, as a person reads it: with its scheme where that is not the usual one.
pub fn of_pattern(pattern: &str) -> &str {
    pattern.strip_prefix("https://").unwrap_or(pattern).trim_end_matches("/*")
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
    fn a_server_may_have_a_port_or_no_certificate() {
        let cases = [
            ("mastodon.social", "https://mastodon.social/*"),
            ("@me@planet.moe", "https://planet.moe/*"),
            ("https://Social.Company:8443/home", "https://social.company/*"),
            ("http://localhost:3000", "http://localhost/*"),
            ("localhost:3000/web", "http://localhost/*"),
            ("localhost", "http://localhost/*"),
            ("https://localhost:3000", "https://localhost/*"),
            ("192.168.1.20:3000", "http://192.168.1.20/*"),
            ("http://nas:8080", "http://nas/*"),
            ("nas:8080", "https://nas/*"),
        ];
        for (typed, pattern) in cases {
            assert_eq!(server_of(typed).map(|server| server.pattern()).as_deref(), Ok(pattern), "{typed}");
        }
        assert_eq!(of_pattern("http://localhost/*"), "http://localhost");
        assert_eq!(of_pattern("https://social.company/*"), "social.company");
        let wrong = [
            "",
            "nonsense",
            "*.social",
            "<all_urls>",
            "ftp://a.example",
            "a.example:",
            "a.example:0",
            "a.example:+80",
            "a.example:65536",
            "a.example:80x",
            "1.2.3",
            "http://",
            "https://-a.com",
        ];
        for typed in wrong {
            assert_eq!(server_of(typed), Err(NoServer::Wrong), "{typed}");
        }
        for typed in ["http://[::1]:3000", "[fe80::1]", "fe80::1"] {
            assert_eq!(server_of(typed), Err(NoServer::Number), "{typed}");
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
