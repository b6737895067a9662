//! Samples of posts: what servers say they show, what they answer, and what becomes of the mood.

use nunchi::context::{Feeling, Mood, Watch};
use nunchi::sources::{Access, Ask, Item, Listed, Reach, Told, Wrong, find, native};
use serde_json::{Value, json};

const HOUR: f64 = 3_600_000.0;
const NOW: f64 = 1_795_395_600_000.0;

fn read(ask: &Ask, body: Value) -> Result<Told, Wrong> {
    ask.read(body.to_string().as_bytes(), "application/json", native)
}

fn access(body: Value) -> Result<Told, Wrong> {
    read(&Ask::Access { host: "mas.to".into() }, body)
}

fn posts(listed: Listed) -> Ask {
    Ask::Posts { listed, local: false }
}

#[test]
fn a_server_is_taken_at_its_word_on_who_may_read() {
    let said = |local: &str, remote: &str| {
        let both = json!({ "local": local, "remote": remote });
        json!({ "version": "4.5.2", "api_versions": { "mastodon": 8 }, "configuration": { "timelines_access": {
            "live_feeds": both, "hashtag_feeds": both, "trending_link_feeds": both } } })
    };
    let cases = [
        (said("public", "public"), Reach::All, Reach::All),
        (said("public", "authenticated"), Reach::Local, Reach::Closed),
        (said("authenticated", "authenticated"), Reach::Closed, Reach::Closed),
        (said("disabled", "disabled"), Reach::Closed, Reach::Closed),
        (said("a new word", "public"), Reach::Closed, Reach::Closed),
        // Older ones do not say; the timeline of a link came with 4.3.
        (json!({ "version": "4.3.1", "api_versions": { "mastodon": 2 } }), Reach::All, Reach::All),
        (json!({ "version": "4.2.10", "configuration": {} }), Reach::All, Reach::Closed),
    ];
    for (body, tags, links) in cases {
        assert_eq!(access(body.clone()), Ok(Told::Access(Access { tags, links })), "{body}");
    }
    for body in [json!({}), json!([]), json!({ "error": "This method requires an authenticated user" })] {
        assert!(access(body.clone()).is_err(), "{body}");
    }
}

#[test]
fn posts_are_read_and_nothing_of_who_wrote_them() {
    let tag = posts(Listed::Tag { host: "mas.to".into(), tag: "ferry".into() });
    let status = json!({ "content": "<p>Rest in peace &amp; love</p>", "language": null, "created_at": "2026-11-23T00:00:00Z",
        "account": { "username": "ada" }, "spoiler_text": "", "tags": [{ "name": "ferry" }] });
    let told = read(&tag, json!([status, 7, { "content": 5 }])).expect("readable");
    let Told::Posts(list) = told else { panic!("{told:?}") };
    assert_eq!((list.len(), list[0].title.as_str(), list[0].language.as_str()), (2, "Rest in peace & love", ""));
    assert!(!format!("{list:?}").contains("ada"));
    assert!(matches!(read(&tag, json!({ "error": "gone" })), Err(Wrong::Json(..))));

    let feed = posts(Listed::Feed { owner: "did:plc:abc".into(), key: "1".into() });
    let row = |text: &str, langs: Value| {
        json!({ "post": { "uri": "at://x", "author": { "handle": "ada.test" },
        "record": { "text": text, "langs": langs, "createdAt": "2026-11-23T00:00:00Z" } }, "reason": null })
    };
    let rows = json!({ "feed": [row("슬프다", json!(["ko"])), row("So sad", json!(null)), { "post": 1 }, row("Traurig", json!(["de"]))] });
    let told = read(&feed, rows).expect("readable");
    let Told::Posts(list) = told else { panic!("{told:?}") };
    let languages: Vec<&str> = list.iter().map(|post| post.language.as_str()).collect();
    assert_eq!(languages, ["ko", "de"], "a row of another shape costs only itself");
    assert!(matches!(read(&feed, json!({ "error": "InvalidRequest" })), Err(Wrong::Json(..))));
    assert!(matches!(feed.read(b"<html>", "text/html", native), Err(Wrong::Other(_))));

    let handle = Ask::Handle { handle: "trending.bsky.app".into() };
    assert_eq!(read(&handle, json!({ "did": "did:plc:abc" })), Ok(Told::Owner("did:plc:abc".into())));
    for did in [json!(""), json!("https://evil.example"), json!("did:plc:a b"), json!("did:plc:a\"&x=")] {
        assert!(read(&handle, json!({ "did": did })).is_err(), "{did}");
    }
}

#[test]
fn only_what_a_server_listed_itself_is_asked_for() {
    let of = |source: &str, link: &str, host: &str| {
        let item = Item { link: link.into(), host: host.into(), tags: vec!["ferry".into()], ..Item::default() };
        Listed::of(source, &item)
    };
    assert!(of("mastodon-links", "https://news.example/a", "mas.to").is_some_and(|one| one.host() == "mas.to"));
    assert_eq!(of("mastodon-links", "https://news.example/a", ""), None, "nobody knows whose it is");
    assert_eq!(of("bbc", "https://news.example/a", "mas.to"), None);
    assert!(of("bluesky", "https://bsky.app/profile/trending.bsky.app/feed/17", "").is_some());
    for odd in [
        "https://bsky.app/search?q=ferry",
        "https://evil.example/profile/a.b/feed/17",
        "https://bsky.app/profile/a/../b/feed/17",
        "https://bsky.app/profile/a.b/feed/17?x=1",
        "https://bsky.app/profile//feed/17",
    ] {
        assert_eq!(of("bluesky", odd, ""), None, "{odd}");
    }
    let tag = of("mastodon-tags", "", "mas.to").expect("a tag");
    assert!(tag.is_of("mastodon-links mas.to") && !tag.is_of("mastodon-tags other.example") && !tag.is_of("bluesky"));
    let ask = posts(Listed::Tag { host: "mas.to".into(), tag: "../../oauth?x=#".into() });
    assert_eq!(ask.address(), "https://mas.to/api/v1/timelines/tag/..%2F..%2Foauth%3Fx%3D%23?limit=40");
}

/// A crisis on one server, and what its people feel.
#[test]
fn a_mood_stays_with_its_story_and_goes_with_it() {
    let mut watch = Watch::default();
    let list = |id: &str, body: Value| {
        let source = find(id).expect("a source");
        let mut items = source.parse(body.to_string().as_bytes(), "", native).expect("readable");
        items.iter_mut().for_each(|item| item.host = "mas.to".into());
        (source, items)
    };
    let title = "Ferry sinks off Yeosu, at least 34 dead";
    let (source, items) =
        list("mastodon-links", json!([{ "url": "https://news.example/ferry", "title": title, "language": "en" }]));
    watch.take(source, &items, NOW);
    let (source, items) =
        list("mastodon-tags", json!([{ "name": "YeosuFerry", "url": "https://mas.to/tags/yeosuferry" }]));
    watch.take(source, &items, NOW);
    let events = watch.events(NOW, &[]);
    let listed = watch.listed(&events, NOW);
    assert!(
        listed.iter().any(|(id, all)| *id == events[0].id && all.iter().any(|one| matches!(one, Listed::Link { .. })))
    );
    assert!(events[0].mood.is_none());

    let sample: Vec<Item> = (0..20).map(|i| Item { title: format!("So sad {i}"), ..Item::default() }).collect();
    let mood = |posts: &[Item], source: &str, at: f64| Mood::of(posts, source, at).expect("a mood");
    watch.feel(&events[0].id, mood(&sample, "Mastodon", NOW));
    watch.feel(&events[0].id, mood(&sample[..4], "Bluesky", NOW));
    watch.feel("no such story", mood(&sample, "Mastodon", NOW));
    let text = serde_json::to_string(&watch).expect("plain data");
    let mut watch: Watch = serde_json::from_str(&text).expect("our own");
    let shown = |watch: &Watch, now: f64| watch.events(now, &[]).first().and_then(|one| one.mood.clone());
    let now = shown(&watch, NOW).expect("a mood");
    assert_eq!(
        (now.n, now.source.as_str(), now.most()),
        (20, "Mastodon", Some((Feeling::Mourning, 20))),
        "the fullest"
    );
    watch.feel(&events[0].id, mood(&sample[..18], "Mastodon", NOW + HOUR));
    assert_eq!(shown(&watch, NOW + HOUR).expect("a mood").n, 18, "the newer one of that network");
    assert!(shown(&watch, NOW + 8.0 * HOUR).is_none(), "too old to be told");
    watch.without(&["mastodon-links", "mastodon-tags"].into());
    assert!(!serde_json::to_string(&watch).expect("plain data").contains("Bluesky"), "{watch:?}");
}
