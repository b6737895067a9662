//! Sources: saved feeds of every kind, and what hostile servers answer.

use nunchi::sources::{ALL, Item, Says, Severity, Wrong, charset, find, native, parse_time};
use std::fs;
use std::path::{Path, PathBuf};

fn parse(id: &str, bytes: &[u8]) -> Result<Vec<Item>, Wrong> {
    find(id).unwrap_or_else(|| panic!("no source {id}")).parse(bytes, "", native)
}

fn saved(name: &str) -> Vec<u8> {
    let path = Path::new("tests/feeds").join(name);
    fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn items(id: &str, name: &str) -> Vec<Item> {
    parse(id, &saved(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn titles(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.title.as_str()).collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    all.retain(|path| path.is_file() && path.extension().is_some_and(|ext| ext != "md"));
    all.sort();
    all
}

fn id_of(path: &Path) -> String {
    let name = path.file_name().expect("a file").to_string_lossy().to_string();
    name.split('.').next().unwrap_or_default().to_string()
}

#[test]
fn records_are_complete_and_ask_for_one_host_each() {
    for source in ALL {
        assert!(!source.name.is_empty() && !source.terms.is_empty() && source.minutes >= 10, "{}", source.id);
        assert!(source.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", source.id);
        if source.permission.is_empty() {
            assert!(source.address.contains("{host}") || source.address == "{address}", "{}", source.id);
        } else {
            let host = source.permission.trim_end_matches('*');
            assert!(source.address.starts_with(host) && host.starts_with("https://"), "{}", source.id);
            assert!(!host["https://".len()..].contains('*'), "{}", source.id);
        }
        assert_eq!(ALL.iter().filter(|other| other.id == source.id).count(), 1, "{} twice", source.id);
    }
}

#[test]
fn every_form_of_feed_has_a_saved_one_and_each_is_read() {
    for path in files("tests/feeds") {
        let list =
            parse(&id_of(&path), &fs::read(&path).expect("readable")).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        assert!(!list.is_empty(), "{path:?}");
        for item in &list {
            assert!(!item.title.contains(['<', '\n']) && !item.title.contains("&amp;"), "{path:?}: {}", item.title);
            assert!(item.link.is_empty() || item.link.starts_with("https://"), "{path:?}: {}", item.link);
            assert_eq!(item.says == Says::Warning, item.alarm.is_some(), "{path:?}");
        }
    }
}

#[test]
fn wikipedia_news_and_most_read() {
    let list = items("wikipedia-en", "wikipedia-en.json");
    assert_eq!(list[0].title, "In South Korea, the ferry Hanbit sinks off Yeosu, killing at least 34 people.");
    assert_eq!(list[0].link, "https://en.wikipedia.org/wiki/Sinking_of_the_Hanbit");
    assert_eq!((list[2].title.as_str(), list[2].says), ("Hanbit (ferry)", Says::Interest));
    assert_eq!(list[2].history, [812_000, 15, 12]);
    assert_eq!(items("wikipedia-ko", "wikipedia-ko.json")[0].language, "ko");
}

#[test]
fn rss_and_atom() {
    let list = items("yonhap", "yonhap.xml");
    assert_eq!(list[0].title, "[속보] 여수 앞바다서 여객선 한빛호 침몰…12명 사망");
    assert_eq!(list[0].time, parse_time("2026-11-22T22:12:00Z"));
    assert_eq!((list[0].language.as_str(), list[0].regions.as_slice()), ("ko", &["KR".to_string()][..]));
    assert_eq!(items("kyunghyang", "kyunghyang.xml")[0].summary, "여수 앞바다에서 여객선 한빛호가 침몰했다.");
    let list = items("guardian", "guardian.bom.xml");
    assert_eq!(list[0].title, "South Korea ferry disaster: Hanbit sinking kills 34 & leaves dozens missing");
    assert_eq!(list[0].link, "https://www.theguardian.com/world/2026/nov/23/hanbit");
    assert_eq!(list[1].title, "How to roast a squash");
    assert_eq!(items("bbc", "bbc.xml")[0].language, "en");
}

#[test]
fn trends_of_networks_and_searches() {
    let list = items("bluesky", "bluesky.json");
    assert_eq!((list[0].count, list[0].link.starts_with("https://bsky.app/profile/")), (4821, true));
    let list = items("mastodon-tags", "mastodon-tags.json");
    assert_eq!((list[0].tags[0].as_str(), list[0].history.len(), list[0].history[0]), ("hanbit", 7, 512));
    assert_eq!(items("mastodon-links", "mastodon-links.json")[0].count, 88);
    let list = items("mastodon-statuses", "mastodon-statuses.json");
    assert_eq!(list[0].title, "여수 여객선 침몰… 부디 무사히 구조되기를 #한빛호");
    assert_eq!((list[0].tags[0].as_str(), list[0].count), ("한빛호", 200));
    let list = items("google-kr", "google-kr.xml");
    assert_eq!((list[0].count, list[0].summary.as_str()), (50_000, "여수 여객선 침몰…사망 34명"));
    assert_eq!(titles(&items("signal", "signal.json")), ["여수 여객선 침몰", "여자 월드컵 결승"]);
    assert_eq!(titles(&items("nate", "nate.js")), ["여수 여객선 침몰", "수능 등급컷"]);
}

#[test]
fn warnings_of_authorities() {
    let list = items("gdacs", "gdacs.xml");
    assert_eq!(list.len(), 2, "green ones are left out");
    let alarm = list[0].alarm.as_ref().expect("an alarm");
    assert!(alarm.top && alarm.cap.severity == Severity::Extreme && alarm.topics.contains(&"quake".into()));
    let list = items("usgs", "usgs.geojson");
    assert_eq!(titles(&list), ["M 7.6 earthquake - 62 km N of Palu, Indonesia", "M 5.7 earthquake - Kermadec Islands"]);
    assert!(list[0].alarm.as_ref().is_some_and(|alarm| alarm.top));
    assert!(list[1].alarm.as_ref().is_some_and(|alarm| !alarm.top));
    let list = items("nws", "nws.json");
    assert_eq!(list.len(), 1, "the update replaces the first, the test is none");
    let alarm = list[0].alarm.as_ref().expect("an alarm");
    assert!(alarm.top && alarm.ends == parse_time("2026-11-24T00:00:00Z"));
    let list = items("cap", "cap.xml");
    assert_eq!(titles(&list), ["동해안 지진해일 경보 상향"], "updated, cancelled and exercised ones are gone");
    assert_eq!(list[0].summary, "강원 동해안, 경북 동해안");
    assert!(items("who", "who.json")[0].link.ends_with("/item/2026-DON600"));
}

#[test]
fn korean_charsets() {
    let nate = find("nate").expect("a source").parse(&saved("nate.js"), "text/javascript; charset=UTF-8", native);
    assert_eq!(nate.expect_err("a header that lies"), Wrong::NotText("utf-8".into()));
    assert_eq!(titles(&items("yonhap", "hostile/yonhap.euc-kr.xml")), ["강릉 산불 확산…주민 대피령"]);
    assert!(matches!(parse("yonhap", &saved("hostile/yonhap.lying.xml")), Err(Wrong::NotText(_))));
    assert_eq!(charset(b"\xEF\xBB\xBF<?xml encoding='euc-kr'?>", "text/xml; charset=big5", "utf-8"), "utf-8");
    assert_eq!(charset(b"<?xml version='1.0' encoding='euc-kr'?>", "text/xml", "utf-8"), "euc-kr");
    assert_eq!(charset(b"", "text/xml; Charset=\"KS_C_5601-1987\"", "utf-8"), "ks_c_5601-1987");
}

#[test]
fn an_entity_bomb_stays_small_and_no_file_is_opened() {
    let list = items("yonhap", "hostile/yonhap.bomb.xml");
    assert_eq!(list[0].title, "News and end");
}

#[test]
fn broken_answers_say_what_is_wrong() {
    let told = |id: &str, name: &str| match parse(id, &saved(name)) {
        Ok(list) => panic!("{name} was read: {:?}", titles(&list)),
        Err(wrong) => wrong.to_string(),
    };
    assert!(told("yonhap", "hostile/yonhap.mismatch.xml").starts_with("broken XML at byte"));
    assert_eq!(told("yonhap", "hostile/yonhap.page.html"), "not a feed: an HTML page");
    assert_eq!(told("bluesky", "hostile/bluesky.html"), "not a feed: a page instead of data");
    assert!(told("bluesky", "hostile/bluesky.shape.json").starts_with("unexpected JSON at trends"));
    assert!(told("bluesky", "hostile/bluesky.cut.json").contains("EOF"));
    assert!(told("mastodon-tags", "hostile/mastodon-tags.error.json").starts_with("unexpected JSON"));
    assert!(told("usgs", "hostile/usgs.list.json").starts_with("unexpected JSON"));
    assert_eq!(
        told("wikipedia-en", "hostile/wikipedia-en.empty.json"),
        "unexpected JSON at .: neither news nor mostread"
    );
    assert_eq!(parse("yonhap", b""), Err(Wrong::Other("no XML element in it")));
    assert_eq!(parse("yonhap", &vec![b' '; 2 * 1024 * 1024 + 1]), Err(Wrong::TooBig));
}

#[test]
fn what_is_whole_survives_what_is_not() {
    assert_eq!(titles(&items("yonhap", "hostile/yonhap.cut.xml")), ["whole"]);
    assert_eq!(titles(&items("bluesky", "hostile/bluesky.rows.json")), ["17", "good"]);
    let list = items("usgs", "hostile/usgs.values.json");
    assert_eq!((list.len(), list[0].time), (1, None));
    let list = items("yonhap", "hostile/yonhap.links.xml");
    assert_eq!(titles(&list), ["a b", "data", "spaced"]);
    assert!(list.iter().all(|item| item.link.is_empty()));
}

#[test]
fn deep_and_long_documents_end() {
    let deep = format!("<rss>{}", "<a>".repeat(100_000));
    assert!(matches!(parse("yonhap", deep.as_bytes()), Err(Wrong::Xml(..))));
    let deep = format!("<rss><item>{}", "<a>".repeat(100_000));
    assert!(matches!(parse("yonhap", deep.as_bytes()), Err(Wrong::Xml(..))));
    let many = format!("<rss>{}</rss>", "<item><title>t</title></item>".repeat(5000));
    assert_eq!(parse("yonhap", many.as_bytes()).expect("readable").len(), 500);
    let wide = format!("<rss><item><title>{}</title>{}</item></rss>", "가".repeat(200_000), "<b/>".repeat(100_000));
    let list = parse("yonhap", wide.as_bytes()).expect("readable");
    assert!(list.iter().all(|item| item.title.chars().count() <= 300));
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(parse("nate", nested.as_bytes()), Err(Wrong::Json(..))));
}

/// Every saved feed cut and bent at many places, by every reader: an answer or an error, never a crash.
#[test]
fn no_bytes_crash_a_reader() {
    let mut seed = 0x9E37_79B9_7F4A_7C15u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed as usize
    };
    let (mut read, mut refused) = (0, 0);
    for path in files("tests/feeds").into_iter().chain(files("tests/feeds/hostile")) {
        let whole = fs::read(&path).expect("readable");
        for round in 0..60 {
            let mut bytes = whole.clone();
            if round % 2 == 0 {
                bytes.truncate(random() % (whole.len() + 1));
            }
            for _ in 0..round % 7 {
                if !bytes.is_empty() {
                    let at = random() % bytes.len();
                    bytes[at] = random() as u8;
                }
            }
            for source in ALL {
                match source.parse(&bytes, "", native) {
                    Ok(_) => read += 1,
                    Err(_) => refused += 1,
                }
            }
        }
    }
    assert!(read > 1000 && refused > 1000, "{read} read, {refused} refused");
}
