//! From saved feeds to events: joined across languages, weighed, explained, and back to rest.

use nunchi::context::{Day, Kind, SensitiveContext, Watch, on};
use nunchi::engine::{Draft, Locale, Tone};
use nunchi::judge::Judge;
use nunchi::profile::Profile;
use nunchi::settings::Settings;
use nunchi::sources::{Item, Says, find, native, parse_time};
use std::collections::BTreeSet;

const HOUR: f64 = 3_600_000.0;

fn now() -> f64 {
    parse_time("2026-11-23T01:00:00Z").expect("a time")
}

fn take(watch: &mut Watch, name: &str, now: f64) {
    let id = name.split('.').next().unwrap_or_default();
    let bytes = std::fs::read(format!("tests/feeds/{name}")).unwrap_or_else(|e| panic!("{name}: {e}"));
    let source = find(id).expect("a source");
    watch.take(source, &source.parse(&bytes, "", native).expect("readable"), now);
}

fn all() -> Watch {
    let mut watch = Watch::default();
    for name in [
        "wikipedia-en.json",
        "wikipedia-ko.json",
        "yonhap.xml",
        "kyunghyang.xml",
        "bbc.xml",
        "guardian.bom.xml",
        "bluesky.json",
        "mastodon-tags.json",
        "mastodon-links.json",
        "mastodon-statuses.json",
        "gdacs.xml",
        "usgs.geojson",
        "google-kr.xml",
        "signal.json",
        "nate.js",
        "who.json",
    ] {
        take(&mut watch, name, now());
    }
    watch
}

fn ferry(events: &[SensitiveContext]) -> &SensitiveContext {
    events.iter().find(|event| event.name.ko.contains("여수")).expect("the ferry")
}

#[test]
fn one_event_in_two_languages_is_one() {
    let events = all().events(now(), &[]);
    let told: Vec<&SensitiveContext> = events
        .iter()
        .filter(|event| {
            event.evidence.iter().any(|proof| {
                proof.title.contains("anbit") || proof.title.contains("한빛호") || proof.title.contains("여수")
            })
        })
        .collect();
    assert_eq!(told.len(), 1, "{:#?}", told.iter().map(|event| &event.name).collect::<Vec<_>>());
    let ferry = ferry(&events);
    assert!(ferry.crisis && ferry.gravity == 3 && ferry.tone == Tone::Grave && ferry.kind == Kind::Event);
    assert_eq!((ferry.toll, ferry.regions.as_slice()), (34, &["KR".to_string()][..]));
    let sources: BTreeSet<&str> = ferry.evidence.iter().map(|proof| proof.source.as_str()).collect();
    for source in ["wikipedia-en", "wikipedia-ko", "yonhap", "bbc", "bluesky", "mastodon-tags", "google-kr", "nate"] {
        assert!(sources.contains(source), "{source} is not in {sources:?}");
    }
    assert!(ferry.medtop.contains(&"medtop:03000000".to_string()) && ferry.iab.contains(&"I4GWl6".to_string()));
    assert!(ferry.meaning.en.contains("34") && ferry.meaning.ko.contains("34"));
    assert!(ferry.evidence.iter().all(|proof| proof.seen <= now()));
    assert!(ferry.confidence > 0.8);
}

#[test]
fn what_is_not_grave_stays_light() {
    let events = all().events(now(), &[]);
    for event in &events {
        if event.evidence.iter().any(|proof| {
            proof.title.contains("final") || proof.title.contains("결승") || proof.title.contains("코스피")
        }) {
            assert!(event.gravity == 0 && !event.crisis, "{:?}", event.name);
        }
    }
}

#[test]
fn a_red_alert_is_enough_and_ends_with_its_list() {
    let mut watch = Watch::default();
    take(&mut watch, "gdacs.xml", now());
    let events = watch.events(now(), &[]);
    let quake = events.iter().find(|event| event.name.en.contains("Indonesia")).expect("the quake");
    assert!(quake.crisis && quake.kind == Kind::Hazard && quake.regions == ["ID"]);
    assert!(
        events.iter().filter(|event| event.name.en.contains("MALO")).all(|event| !event.crisis),
        "orange alone is none"
    );
    watch.take(find("gdacs").expect("a source"), &[], now() + HOUR);
    assert!(watch.events(now() + HOUR, &[]).iter().all(|event| !event.crisis), "it is no longer listed");
}

#[test]
fn it_decays_and_survives_storage_and_a_clock_that_jumps() {
    let watch = all();
    let text = serde_json::to_string(&watch).expect("plain data");
    let mut again: Watch = serde_json::from_str(&text).expect("our own");
    assert_eq!(again.events(now(), &[]), watch.events(now(), &[]));
    for name in ["yonhap.xml", "bbc.xml"] {
        take(&mut again, name, now() - 400.0 * HOUR);
        take(&mut again, name, now());
    }
    assert!(ferry(&again.events(now(), &[])).crisis, "the same lines again change nothing");
    assert!(again.events(now() + 80.0 * HOUR, &[]).iter().all(|event| !event.crisis));
    again.take(find("bbc").expect("a source"), &[], now() + 400.0 * HOUR);
    assert!(again.events(now() + 400.0 * HOUR, &[]).is_empty());
    let broken: Result<Watch, _> = serde_json::from_str("{\"stories\":7}");
    assert!(broken.is_err());
    let strange =
        serde_json::from_str::<Watch>("{\"stories\":[{\"id\":\"x\",\"marks\":[{}],\"topics\":[\"no such\"]}]}");
    assert!(strange.expect("readable").events(f64::NAN, &[]).len() <= 1);
}

#[test]
fn what_a_person_switched_off_is_forgotten_and_told_anew_when_switched_on() {
    let mut watch = all();
    let before = watch.events(now(), &[]);
    assert!(ferry(&before).evidence.iter().any(|proof| proof.source == "bbc"));
    watch.without(&["bbc", "gdacs"].into());
    let without = watch.events(now(), &[]);
    assert!(
        without.iter().all(|one| one.evidence.iter().all(|proof| proof.source != "bbc" && proof.source != "gdacs"))
    );
    assert!(ferry(&without).crisis, "the others still tell of it");
    take(&mut watch, "bbc.xml", now());
    assert!(ferry(&watch.events(now(), &[])).evidence.iter().any(|proof| proof.source == "bbc"));
}

#[test]
fn a_person_pins_and_mutes() {
    let mut watch = all();
    let id = ferry(&watch.events(now(), &[])).id.clone();
    watch.muted.insert(id.clone());
    assert!(watch.events(now(), &[]).iter().all(|event| event.id != id));
    watch.muted.clear();
    let light = watch.events(now(), &[]).iter().find(|event| !event.crisis).expect("one").id.clone();
    watch.pinned.insert(light.clone());
    let events = watch.events(now(), &[]);
    let pinned = events.iter().find(|event| event.id == light).expect("still there");
    assert!(pinned.crisis && pinned.pinned && pinned.gravity == 3);
}

#[test]
fn a_day_explains_what_people_remember() {
    let day = Day::parse("2026-04-16").expect("a day");
    let now = f64::from(day.count()) * 24.0 * HOUR + 9.0 * HOUR;
    let mut watch = Watch::default();
    let item = |says: Says, title: &str| Item { says, title: title.into(), language: "ko".into(), ..Item::default() };
    watch.take(find("yonhap").expect("a source"), &[item(Says::Report, "세월호 참사 희생자를 기리며")], now);
    watch.take(find("signal").expect("a source"), &[item(Says::Interest, "세월호 참사")], now);
    watch.take(find("nate").expect("a source"), &[item(Says::Interest, "세월호 참사 추모")], now);
    let events = watch.events(now, &on(day, &BTreeSet::new()));
    assert!(events.iter().all(|event| !event.crisis), "{events:#?}");
}

/// The whole way: feeds, events, and a sale that is stopped by them.
#[test]
fn a_crisis_in_the_feeds_stops_a_sale_and_its_end_lets_it_go() {
    let draft = Draft {
        text: "여수 밤바다 특가! 오늘만 객실 50% 할인, 지금 예약하세요 🎉".into(),
        lang: "ko".into(),
        ..Draft::default()
    };
    let level = |watch: &Watch, now: f64| {
        let events: Vec<_> = watch.events(now, &[]).iter().map(|event| event.event()).collect();
        let profile = Profile { regions: vec!["KR".into()], ..Profile::default() };
        let judge = Judge::new(&profile, &Settings::default(), &events, "2026-11-23");
        judge.review(&draft, "x", Locale::Ko)
    };
    let before = level(&Watch::default(), now());
    let during = level(&all(), now());
    let after = level(&all(), now() + 80.0 * HOUR);
    assert!(during.level > before.level, "{during:#?}");
    assert_eq!(after.level, before.level);
    let shown: Vec<&str> =
        during.findings.iter().flat_map(|finding| &finding.evidence).map(|evidence| evidence.source.as_str()).collect();
    assert!(
        shown
            .iter()
            .any(|source| source.contains("연합뉴스") || source.contains("BBC") || source.contains("Wikipedia")),
        "{shown:?}"
    );
}
