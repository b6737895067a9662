//! Which sample of posts is asked for next, of whom, and what its answer means for the next time. Pure.
//!
//! Rarely: one request at a time, five minutes between two of one server, half an hour between two about one story. A
//! server is asked first what it shows to whom, and what it keeps for its own people is not asked for.

use super::schedule::{Health, Outcome};
use crate::sources::{Access, Ask, Listed, Reach, Told};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const MINUTE: f64 = 60_000.0;
/// Between two requests of one server, in minutes.
const PACE: u16 = 5;
/// Between two samples of one story by one server, and for how long a server's word on its access holds.
const STORY: f64 = 30.0 * MINUTE;
const ACCESS: f64 = 24.0 * 60.0 * MINUTE;
/// Most events that are sampled, the gravest first, and most handles that are remembered.
pub const MOST: usize = 5;
/// Listings of one story by one server that are asked for in turn.
const MAX_LISTED: usize = 3;
const MAX_OWNERS: usize = 50;

/// What is remembered of one server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Server {
    health: Health,
    /// What it said it shows, and when; ms.
    access: Option<Access>,
    said: f64,
}

/// Everything that is remembered between two samples.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Samples {
    servers: BTreeMap<String, Server>,
    /// When a story was last asked for of a server (`STORY HOST`), ms, and how often.
    asked: BTreeMap<String, (f64, u32)>,
    /// DIDs by handle.
    owners: BTreeMap<String, String>,
}

/// The next request, and the story that it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    pub story: String,
    pub ask: Ask,
    /// Whose listing led to it, and whether there are others that were not asked for lately.
    pub listed: Listed,
    pub others: bool,
}

fn key(story: &str, host: &str) -> String {
    format!("{story} {host}")
}

impl Samples {
    /// What to ask now. `wanted`: stories, gravest first, with where posts about them are listed.
    pub fn next(&self, wanted: &[(String, BTreeSet<Listed>)], now: f64) -> Option<Next> {
        for (story, all) in wanted.iter().take(MOST) {
            let hosts: BTreeSet<&str> = all.iter().map(Listed::host).collect();
            for host in hosts {
                let (last, times) = self.asked.get(&key(story, host)).copied().unwrap_or_default();
                // A clock that was set back silences nothing.
                let lately = now - last < STORY && last <= now + MINUTE;
                let due = self.servers.get(host).is_none_or(|server| server.health.is_due(PACE, now));
                if lately || !due {
                    continue;
                }
                let listed: Vec<&Listed> = all.iter().filter(|one| one.host() == host).collect();
                if let Some(next) = self.ask(story, host, &listed, times, now) {
                    return Some(next);
                }
            }
        }
        None
    }

    /// `times`: how often it was asked before; another of its listings may know more.
    fn ask(&self, story: &str, host: &str, listed: &[&Listed], times: u32, now: f64) -> Option<Next> {
        let next = |ask: Ask, listed: &Listed, all: usize| {
            let others = times as usize % all.max(1) + 1 < all;
            Some(Next { story: story.to_string(), ask, listed: listed.clone(), others })
        };
        let server = self.servers.get(host);
        let known = server.filter(|server| now - server.said < ACCESS && server.said <= now + MINUTE);
        let first = *listed.first()?;
        let all = listed.len().min(MAX_LISTED);
        if let one @ Listed::Feed { owner, key } = listed[times as usize % all] {
            let of = if owner.starts_with("did:") { Some(owner) } else { self.owners.get(owner) };
            return match of {
                Some(did) => {
                    let listed = Listed::Feed { owner: did.clone(), key: key.clone() };
                    next(Ask::Posts { listed, local: false }, one, all)
                }
                None => next(Ask::Handle { handle: owner.clone() }, one, 1),
            };
        }
        let Some(access) = known.and_then(|server| server.access) else {
            return next(Ask::Access { host: host.to_string() }, first, 1);
        };
        let reach = |one: &Listed| if matches!(one, Listed::Link { .. }) { access.links } else { access.tags };
        let open: Vec<&Listed> =
            listed.iter().copied().filter(|one| reach(one) != Reach::Closed).take(MAX_LISTED).collect();
        let one = *open.get(times as usize % open.len().max(1))?;
        next(Ask::Posts { listed: one.clone(), local: reach(one) == Reach::Local }, one, open.len())
    }

    /// The request goes out: should we be killed before it comes back, the next one waits all the same.
    pub fn begin(&mut self, next: &Next, now: f64) {
        let server = self.servers.entry(next.listed.host().to_string()).or_default();
        server.health.begin(PACE, now);
        if matches!(next.ask, Ask::Posts { .. }) {
            let asked = self.asked.entry(key(&next.story, next.listed.host())).or_default();
            *asked = (now, asked.1.saturating_add(1));
        }
    }

    /// What came of it. `chance` as in `Health::settle`.
    pub fn settle(&mut self, next: &Next, came: Result<&Told, Outcome>, now: f64, chance: f64) {
        let host = next.listed.host().to_string();
        let server = self.servers.entry(host).or_default();
        let told = match came {
            Ok(told) => told,
            Err(outcome) => {
                if let Outcome::Refused { status: 401 | 403 | 422, .. } = &outcome {
                    // It keeps this for its own people, whatever it said.
                    let (mut access, of) = (server.access.unwrap_or_default(), &next.listed);
                    if matches!(of, Listed::Link { .. }) {
                        access.links = Reach::Closed;
                    } else {
                        access.tags = Reach::Closed;
                    }
                    (server.access, server.said) = (Some(access), now);
                }
                // A story that the server no longer lists is no failure of the server.
                let gone = matches!(&outcome, Outcome::Refused { status: 404, .. });
                let outcome = if gone && matches!(next.ask, Ask::Posts { .. }) { Outcome::Unchanged } else { outcome };
                server.health.settle(PACE, outcome, now, chance);
                return;
            }
        };
        let read = Outcome::Read { items: 0, etag: String::new(), modified: String::new() };
        server.health.settle(PACE, read, now, chance);
        match told {
            // What was asked first only led to the sample: that may follow at once.
            Told::Access(access) => {
                (server.access, server.said) = (Some(*access), now);
                server.health.next = now;
            }
            Told::Owner(did) => {
                server.health.next = now;
                if let (Ask::Handle { handle }, true) = (&next.ask, self.owners.len() < MAX_OWNERS) {
                    self.owners.insert(handle.clone(), did.clone());
                }
            }
            // Nobody talks there: another listing of the same story may know more.
            Told::Posts(posts) if posts.is_empty() && next.others => {
                server.health.next = now;
                if let Some(asked) = self.asked.get_mut(&key(&next.story, next.listed.host())) {
                    asked.0 = 0.0;
                }
            }
            Told::Posts(_) => {}
        }
    }

    /// Forgets what is of no feed that is on, and stories of long ago.
    pub fn forget(&mut self, is_on: impl Fn(&str) -> bool, now: f64) {
        self.servers.retain(|host, _| is_on(host));
        self.asked.retain(|key, (last, _)| {
            key.rsplit(' ').next().is_some_and(&is_on) && (now - *last).abs() < 48.0 * 60.0 * MINUTE
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Item;

    const NOW: f64 = 1_795_395_600_000.0;
    fn read() -> Told {
        Told::Posts(vec![Item { title: "Rest in peace".into(), ..Item::default() }])
    }

    fn host() -> String {
        "mas.to".into()
    }

    fn tag(name: &str) -> Listed {
        Listed::Tag { host: host(), tag: name.into() }
    }

    fn link() -> Listed {
        Listed::Link { host: host(), url: "https://news.example/ferry?a=1&b=2".into() }
    }

    fn wanted(listed: &[Listed]) -> Vec<(String, BTreeSet<Listed>)> {
        vec![("story-1".into(), listed.iter().cloned().collect())]
    }

    fn access(tags: Reach, links: Reach) -> Told {
        Told::Access(Access { tags, links })
    }

    /// Asks and answers; the addresses in their order.
    fn play(samples: &mut Samples, wanted: &[(String, BTreeSet<Listed>)], now: f64, answers: &[Told]) -> Vec<String> {
        let mut asked = Vec::new();
        while let Some(next) = samples.next(wanted, now) {
            asked.push(next.ask.address());
            samples.begin(&next, now);
            samples.settle(&next, Ok(&answers.get(asked.len() - 1).cloned().unwrap_or_else(read)), now, 0.5);
            assert!(asked.len() < 10, "a storm: {asked:?}");
        }
        asked
    }

    #[test]
    fn a_server_is_asked_first_what_it_shows_and_then_rarely() {
        let mut samples = Samples::default();
        let wanted = wanted(&[tag("한빛호"), link()]);
        let asked = play(&mut samples, &wanted, NOW, &[access(Reach::All, Reach::All)]);
        let first = "https://mas.to/api/v2/instance";
        let posts =
            "https://mas.to/api/v1/timelines/link?url=https%3A%2F%2Fnews.example%2Fferry%3Fa%3D1%26b%3D2&limit=40";
        assert_eq!(asked, [first, posts]);
        assert!(samples.next(&wanted, NOW + 29.0 * MINUTE).is_none());
        let later = play(&mut samples, &wanted, NOW + 31.0 * MINUTE, &[]);
        assert_eq!(
            later,
            ["https://mas.to/api/v1/timelines/tag/%ED%95%9C%EB%B9%9B%ED%98%B8?limit=40"],
            "the other listing"
        );
        let mut all = 0;
        for tick in 0..288 {
            all += play(&mut samples, &wanted, NOW + f64::from(tick) * 5.0 * MINUTE, &[]).len();
        }
        assert!((40..=49).contains(&all), "{all} in a day");
    }

    #[test]
    fn where_nobody_talks_the_other_listings_are_tried_once() {
        let mut samples = Samples::default();
        let wanted = wanted(&[tag("ferry"), link(), tag("one"), tag("two"), tag("three")]);
        let none = Told::Posts(Vec::new());
        let answers = [access(Reach::All, Reach::All), none.clone(), none.clone(), none.clone(), none];
        assert_eq!(play(&mut samples, &wanted, NOW, &answers).len(), 4, "the access and three listings");
        assert!(samples.next(&wanted, NOW + 29.0 * MINUTE).is_none());
    }

    #[test]
    fn what_is_kept_for_members_is_not_asked_for() {
        let mut samples = Samples::default();
        let wanted = wanted(&[tag("ferry"), link()]);
        assert_eq!(play(&mut samples, &wanted, NOW, &[access(Reach::Closed, Reach::Closed)]).len(), 1);
        assert!(samples.next(&wanted, NOW + 60.0 * MINUTE).is_none(), "its word holds for a day");
        let mut samples = Samples::default();
        let asked = play(&mut samples, &wanted, NOW, &[access(Reach::Local, Reach::Closed)]);
        assert_eq!(asked[1], "https://mas.to/api/v1/timelines/tag/ferry?limit=40&local=true");
        // It said otherwise, and refuses.
        let mut samples = Samples::default();
        play(&mut samples, &wanted, NOW, &[access(Reach::All, Reach::Closed)]);
        let next = samples.next(&wanted, NOW + 31.0 * MINUTE).expect("due again");
        samples.begin(&next, NOW + 31.0 * MINUTE);
        let refused = Outcome::Refused { status: 401, retry: String::new() };
        samples.settle(&next, Err(refused), NOW + 31.0 * MINUTE, 0.5);
        assert!(samples.next(&wanted, NOW + 20.0 * 60.0 * MINUTE).is_none(), "asked again although it refused");
    }

    #[test]
    fn a_trend_of_bluesky_is_asked_by_its_owners_did() {
        let mut samples = Samples::default();
        let wanted = wanted(&[Listed::Feed { owner: "trending.bsky.app".into(), key: "17".into() }]);
        let asked = play(&mut samples, &wanted, NOW, &[Told::Owner("did:plc:abc".into())]);
        let posts = "https://public.api.bsky.app/xrpc/app.bsky.feed.getFeed\
            ?feed=at%3A%2F%2Fdid%3Aplc%3Aabc%2Fapp.bsky.feed.generator%2F17&limit=40";
        assert_eq!(asked[1], posts);
        assert!(asked[0].ends_with("com.atproto.identity.resolveHandle?handle=trending.bsky.app"));
        assert_eq!(play(&mut samples, &wanted, NOW + 31.0 * MINUTE, &[]), [posts], "the handle is known");
    }

    #[test]
    fn failures_back_off_and_a_killed_worker_asks_no_sooner() {
        let mut samples = Samples::default();
        let wanted = wanted(&[tag("ferry")]);
        let mut asked = 0;
        for tick in 0..288 {
            let now = NOW + f64::from(tick) * 5.0 * MINUTE;
            if let Some(next) = samples.next(&wanted, now) {
                samples.begin(&next, now);
                samples.settle(&next, Err(Outcome::Failed("offline".into())), now, 0.5);
                asked += 1;
            }
        }
        assert!((3..=12).contains(&asked), "{asked} requests in a day without network");
        let mut killed = Samples::default();
        let next = killed.next(&wanted, NOW).expect("due");
        killed.begin(&next, NOW);
        let text = serde_json::to_string(&killed).expect("plain data");
        let again: Samples = serde_json::from_str(&text).expect("our own");
        assert!(again.next(&wanted, NOW + 4.0 * MINUTE).is_none() && again.next(&wanted, NOW + 5.0 * MINUTE).is_some());
        let mut gone = again;
        gone.forget(|host| host != "mas.to", NOW);
        assert_eq!(gone, Samples::default());
    }
}
