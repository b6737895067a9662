//! Accounts of a brand on the sites: by the account that a page shows as the writer's, the brand is known.

use crate::sites;
use serde::{Deserialize, Serialize};

/// Most accounts of a brand, and longest name, in characters.
pub const MAX_ACCOUNTS: usize = 100;
const MAX_NAME: usize = 253;

/// One account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Account {
    /// The host of the site, `x.com`, or of the server.
    pub site: String,
    /// With or without `@`.
    pub handle: String,
}

/// The name alone, out of a handle, an address or what a page calls it.
fn bare(shown: &str) -> String {
    let path = shown.split(['?', '#']).next().unwrap_or_default().trim().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or_default().trim_start_matches('@').to_lowercase()
}

/// Hosts of one site are one.
fn site_of(host: &str) -> String {
    let host = host.trim().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    sites::by_host(host).or_else(|| sites::by_host(&format!("www.{host}"))).map_or(host, |site| site.id).to_string()
}

impl Account {
    /// Out of a line that a person wrote: `x.com @tahoe`, `@tahoe x.com`, `@tahoe@mastodon.social`, or the address of the
    /// profile. What is none of these becomes an account without a site, which `is_sound` refuses.
    pub fn of(line: &str) -> Account {
        let line = line.trim();
        let account =
            |site: &str, handle: &str| Account { site: site.trim().to_lowercase(), handle: handle.trim().into() };
        let address = line.strip_prefix("https://").or_else(|| line.strip_prefix("http://"));
        if let Some((one, other)) = line.split_once(char::is_whitespace).filter(|_| address.is_none()) {
            return if one.starts_with('@') { account(other, one) } else { account(one, other) };
        }
        if let Some((handle, server)) = line.strip_prefix('@').and_then(|rest| rest.split_once('@')) {
            return account(server, &format!("@{handle}"));
        }
        match address.unwrap_or(line).split_once('/') {
            Some((host, path)) if host.contains('.') && !bare(path).is_empty() => {
                account(host.strip_prefix("www.").unwrap_or(host), &format!("@{}", bare(path)))
            }
            _ => account("", line),
        }
    }

    /// As a person reads it, and as `of` takes it.
    pub fn line(&self) -> String {
        format!("{} {}", self.site, self.handle).trim().to_string()
    }

    pub fn is_sound(&self) -> bool {
        let plain = |text: &str| {
            !text.is_empty()
                && text.chars().count() <= MAX_NAME
                && !text.contains(|c: char| c.is_whitespace() || c == '/')
        };
        plain(&self.site) && self.site.contains('.') && plain(self.handle.trim_start_matches('@'))
    }

    /// Whether it is the account that a page of this host shows: a name, an address or a path.
    pub fn is(&self, host: &str, shown: &str) -> bool {
        // A handle that names its server is at home there.
        let (handle, server) = match self.handle.trim_start_matches('@').split_once('@') {
            Some((handle, server)) => (handle, server),
            None => (self.handle.as_str(), self.site.as_str()),
        };
        let shown = bare(shown);
        !shown.is_empty() && bare(handle) == shown && site_of(server) == site_of(host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_people_write_it() {
        for (line, site, handle) in [
            ("x.com @tahoebread", "x.com", "@tahoebread"),
            ("@tahoebread x.com", "x.com", "@tahoebread"),
            ("X.com  tahoebread", "x.com", "tahoebread"),
            ("@tahoe@mastodon.social", "mastodon.social", "@tahoe"),
            ("https://x.com/tahoebread", "x.com", "@tahoebread"),
            ("https://www.x.com/tahoebread/?s=20", "x.com", "@tahoebread"),
            ("bsky.app/profile/tahoe.bsky.social", "bsky.app", "@tahoe.bsky.social"),
            ("bsky.app tahoe.bsky.social", "bsky.app", "tahoe.bsky.social"),
            ("https://mastodon.social/@tahoe", "mastodon.social", "@tahoe"),
        ] {
            let account = Account::of(line);
            assert_eq!((account.site.as_str(), account.handle.as_str()), (site, handle), "{line}");
            assert!(account.is_sound(), "{line}");
            assert_eq!(Account::of(&account.line()), account, "{line}");
        }
        for line in ["", "tahoebread", "@tahoebread", "https://x.com/", "x.com @a b", "/@tahoe", "전체 계정"] {
            assert!(!Account::of(line).is_sound(), "{line}: {:?}", Account::of(line));
        }
    }

    #[test]
    fn what_a_page_shows_is_found_in_every_form() {
        let x = Account::of("x.com @TahoeBread");
        for (host, shown) in [("x.com", "/tahoebread"), ("twitter.com", "tahoebread"), ("mobile.x.com", "/TahoeBread")]
        {
            assert!(x.is(host, shown), "{host} {shown}");
        }
        for (host, shown) in [("x.com", "/tahoe"), ("bsky.app", "/tahoebread"), ("x.com", ""), ("x.com", "/")] {
            assert!(!x.is(host, shown), "{host} {shown}");
        }
        assert!(Account::of("bsky.app tahoe.bsky.social").is("bsky.app", "/profile/tahoe.bsky.social"));
        let mastodon = Account { site: String::new(), handle: "@tahoe@mastodon.social".into() };
        assert!(mastodon.is("mastodon.social", "https://mastodon.social/@tahoe"));
        assert!(!mastodon.is("mastodon.online", "/@tahoe"));
    }
}
