//! When which feed is asked, and what its answers mean for the next time. Pure.
//!
//! A feed is one source, at one place where the source has many (a Mastodon server, an address given by hand). Nothing
//! is asked more often than its source allows, whatever happens: the next time is fixed before a request goes out.

use crate::context::Day;
use crate::sources::{self, Source, parse_time};
use serde::{Deserialize, Serialize};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
/// Longest wait after failures, and longest that a server can send us away for.
const LONGEST_BACKOFF: f64 = 6.0 * HOUR;
const LONGEST_RETRY: f64 = 24.0 * HOUR;

/// One switch that a person moved: the source's id and, after a space, the place.
#[derive(Clone, Debug)]
pub struct Feed {
    pub key: String,
    pub source: &'static Source,
    place: String,
}

impl Feed {
    /// None: no such source (any more), or the place is missing, odd or unasked for.
    pub fn parse(key: &str) -> Option<Feed> {
        let (id, place) = key.split_once(' ').unwrap_or((key, ""));
        let source = sources::find(id)?;
        let fits = if source.address.contains("{host}") {
            is_host(place)
        } else if source.address == "{address}" {
            place
                .strip_prefix("https://")
                .is_some_and(|rest| is_host(rest.split(['/', '?']).next().unwrap_or_default()))
                && place.len() <= 300
                && place
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'#'))
        } else {
            place.is_empty()
        };
        fits.then(|| Feed { key: key.to_string(), source, place: place.to_string() })
    }

    /// What is asked for at `now` (ms).
    pub fn address(&self, now: f64) -> String {
        let day = Day::from_count((now / (24.0 * HOUR)).floor() as i32);
        let address = self.source.address;
        address
            .replace("{host}", &self.place)
            .replace("{address}", &self.place)
            .replace("{yyyy}", &format!("{:04}", day.year))
            .replace("{mm}", &format!("{:02}", day.month))
            .replace("{dd}", &format!("{:02}", day.day))
    }

    /// The permission that it needs: one host.
    pub fn pattern(&self) -> String {
        if !self.source.permission.is_empty() {
            return self.source.permission.to_string();
        }
        format!("https://{}/*", host_of(&self.address(0.0)))
    }

    /// What a person calls it.
    pub fn name(&self) -> String {
        if self.place.is_empty() {
            self.source.name.to_string()
        } else {
            format!("{} {}", self.source.name, self.place)
        }
    }
}

/// A plain host name with a dot in it; no port, no address of this computer or its network by number.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && label.len() <= 63 && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && text.rsplit('.').next().is_some_and(|top| top.bytes().any(|b| b.is_ascii_alphabetic()))
}

/// The host of an https address.
pub fn host_of(address: &str) -> &str {
    let rest = address.strip_prefix("https://").unwrap_or_default();
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// How a feed is doing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Health {
    /// ms; 0: never.
    pub asked: f64,
    /// When it last answered with something that could be read (or with "unchanged"), ms; 0: never.
    pub good: f64,
    /// Not before, ms.
    pub next: f64,
    pub failures: u32,
    /// Why the last request failed; empty: it did not.
    pub problem: String,
    /// Lines of the last good answer.
    pub items: u32,
    /// For the next conditional request.
    pub etag: String,
    pub modified: String,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Read, so many lines.
    Read { items: u32, etag: String, modified: String },
    /// 304.
    Unchanged,
    /// Another status. `retry`: the header Retry-After as it came.
    Refused { status: u16, retry: String },
    /// No answer, or not one that could be read.
    Failed(String),
    /// The person has not let us in, or took it back.
    Closed,
}

impl Health {
    /// Whether it may be asked at `now`, if least so many minutes lie between two requests. A clock that was set back must not silence a feed for longer than its interval.
    pub fn is_due(&self, minutes: u16, now: f64) -> bool {
        let most = LONGEST_RETRY.max(interval(minutes));
        now >= self.next || self.next - now > most || self.asked > now + MINUTE
    }

    /// Whether what it told last is older than two requests should let it get, or it never told anything.
    pub fn is_silent(&self, minutes: u16, now: f64) -> bool {
        self.good == 0.0 || now - self.good > 2.0 * interval(minutes) + 10.0 * MINUTE
    }

    /// A request goes out: should we be killed before it comes back, the next one waits all the same.
    pub fn begin(&mut self, minutes: u16, now: f64) {
        self.asked = now;
        self.next = now + interval(minutes);
    }

    /// `chance`: evenly spread between 0 and 1, so that not all the world asks in the same second.
    pub fn settle(&mut self, minutes: u16, outcome: Outcome, now: f64, chance: f64) {
        let chance = if (0.0..=1.0).contains(&chance) { chance } else { 0.5 };
        let interval = interval(minutes);
        let failed = |failures: u32| {
            let backoff = interval * f64::from(1u32 << failures.min(10));
            backoff.min(LONGEST_BACKOFF).max(interval) * (0.8 + 0.4 * chance)
        };
        match outcome {
            Outcome::Read { items, etag, modified } => {
                (self.failures, self.items, self.good) = (0, items, now);
                (self.etag, self.modified) = (etag, modified);
                self.problem.clear();
                self.next = now + interval * (1.0 + 0.1 * chance);
            }
            Outcome::Unchanged => {
                (self.failures, self.good) = (0, now);
                self.problem.clear();
                self.next = now + interval * (1.0 + 0.1 * chance);
            }
            Outcome::Refused { status, retry } => {
                self.failures = self.failures.saturating_add(1);
                self.problem = format!("HTTP {status}");
                let told = retry_after(&retry, now).map_or(0.0, |wait| wait.min(LONGEST_RETRY));
                self.next = now + told.max(failed(self.failures));
                // What it once gave may be gone for good.
                if status == 404 || status == 410 {
                    (self.etag, self.modified) = (String::new(), String::new());
                }
            }
            Outcome::Failed(problem) => {
                self.failures = self.failures.saturating_add(1);
                self.problem = problem.chars().take(200).collect();
                self.next = now + failed(self.failures);
                // A broken answer must not be answered with "unchanged" next time.
                (self.etag, self.modified) = (String::new(), String::new());
            }
            Outcome::Closed => {
                self.problem = "permission".into();
                self.next = now + interval;
            }
        }
    }
}

fn interval(minutes: u16) -> f64 {
    f64::from(minutes) * MINUTE
}

/// Seconds or a date (RFC 9110, 10.2.3), as ms from now.
fn retry_after(text: &str, now: f64) -> Option<f64> {
    let text = text.trim();
    if !text.is_empty() && text.len() < 10 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse::<f64>().ok().map(|seconds| seconds * 1000.0);
    }
    parse_time(text).map(|at| (at - now).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1_795_395_600_000.0;

    fn feed(key: &str) -> Feed {
        Feed::parse(key).unwrap_or_else(|| panic!("{key}"))
    }

    #[test]
    fn a_switch_names_one_address_and_one_host() {
        let wiki = feed("wikipedia-ko");
        assert_eq!(wiki.address(NOW), "https://ko.wikipedia.org/api/rest_v1/feed/featured/2026/11/23");
        assert_eq!(wiki.pattern(), "https://ko.wikipedia.org/*");
        let tags = feed("mastodon-tags uri.life");
        assert_eq!(tags.address(NOW), "https://uri.life/api/v1/trends/tags?limit=20");
        assert_eq!(tags.pattern(), "https://uri.life/*");
        let own = feed("feed https://news.example.org/rss?x=1");
        assert_eq!(
            (own.address(NOW).as_str(), own.pattern().as_str()),
            ("https://news.example.org/rss?x=1", "https://news.example.org/*")
        );
    }

    #[test]
    fn odd_switches_name_nothing() {
        for key in [
            "",
            "nothing",
            "yonhap https://evil.example/",
            "mastodon-tags",
            "mastodon-tags localhost",
            "mastodon-tags 127.0.0.1",
            "mastodon-tags a.b/../c",
            "mastodon-tags evil.example:8080",
            "feed http://plain.example/rss",
            "feed file:///etc/passwd",
            "feed https://x",
            "feed https://user@host.example/",
            "feed https://host.example/ two",
            "feed https://[::1]/",
        ] {
            assert!(Feed::parse(key).is_none(), "{key}");
        }
    }

    #[test]
    fn failures_wait_longer_and_longer_and_one_success_forgets_them() {
        let minutes = feed("yonhap").source.minutes;
        let mut health = Health::default();
        assert!(health.is_due(minutes, NOW));
        let mut waits = Vec::new();
        let mut now = NOW;
        for _ in 0..12 {
            health.begin(minutes, now);
            assert!(!health.is_due(minutes, now + 9.0 * MINUTE));
            health.settle(minutes, Outcome::Failed("timeout".into()), now, 0.5);
            waits.push((health.next - now) / MINUTE);
            now = health.next;
        }
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]) && waits[0] == 20.0 && waits[11] == 360.0, "{waits:?}");
        health.settle(minutes, Outcome::Read { items: 3, etag: "e".into(), modified: String::new() }, now, 0.0);
        assert_eq!((health.failures, health.next - now, health.good), (0, 10.0 * MINUTE, now));
        health.settle(minutes, Outcome::Unchanged, now + HOUR, 0.0);
        assert_eq!((health.items, health.good, health.etag.as_str()), (3, now + HOUR, "e"));
        assert!(!health.is_silent(minutes, now + 1.4 * HOUR) && health.is_silent(minutes, now + 1.6 * HOUR));
        assert!(Health::default().is_silent(minutes, now));
    }

    #[test]
    fn a_server_is_taken_at_its_word_within_reason() {
        let minutes = feed("bluesky").source.minutes;
        let wait = |retry: &str| {
            let mut health = Health::default();
            health.settle(minutes, Outcome::Refused { status: 429, retry: retry.into() }, NOW, 0.5);
            (health.next - NOW) / MINUTE
        };
        assert_eq!(wait("7200"), 120.0);
        assert_eq!(wait("Mon, 23 Nov 2026 04:00:00 GMT"), 180.0);
        assert_eq!(wait("5"), 30.0, "never sooner than our own patience");
        assert_eq!(wait("999999999"), 24.0 * 60.0);
        assert_eq!(wait("soon"), 30.0);
        assert_eq!(wait("Mon, 23 Nov 1998 04:00:00 GMT"), 30.0);
    }

    /// A day without network, woken every five minutes: few requests, however often we wake.
    #[test]
    fn no_storm_when_offline_for_a_day_or_killed_again_and_again() {
        let minutes = feed("bbc").source.minutes;
        let (mut offline, mut killed) = (Health::default(), Health::default());
        let (mut asked, mut started) = (0, 0);
        for tick in 0..288 {
            let now = NOW + f64::from(tick) * 5.0 * MINUTE;
            if offline.is_due(minutes, now) {
                asked += 1;
                offline.begin(minutes, now);
                offline.settle(minutes, Outcome::Failed("offline".into()), now, 0.3);
            }
            if killed.is_due(minutes, now) {
                started += 1;
                killed.begin(minutes, now);
            }
        }
        assert!(asked <= 10, "{asked} requests in a day without network");
        assert!(started <= 144, "{started} requests by workers that died");
    }

    #[test]
    fn clocks_that_jump_silence_nothing() {
        let minutes = feed("usgs").source.minutes;
        let mut health = Health::default();
        let future = NOW + 30.0 * 24.0 * HOUR;
        health.begin(minutes, future);
        health.settle(minutes, Outcome::Unchanged, future, 0.5);
        assert!(health.is_due(minutes, NOW), "the clock was a month ahead");
        let mut chance = Health::default();
        chance.settle(minutes, Outcome::Unchanged, NOW, f64::NAN);
        assert!(chance.next.is_finite());
    }
}
