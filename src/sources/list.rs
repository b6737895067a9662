//! The list of sources: address, permission, interval, terms. Adding one is one entry here and, if its form is new, one
//! file.

use super::item::Item;
use super::{Wrong, bluesky, cap, gdacs, google, mastodon, nate, nws, rss, signal, usgs, who, wikimedia};

/// Who stands behind a source. Two sources of one family may copy each other; two families do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Written by volunteers who cite.
    Wikipedia,
    /// Written by newsrooms.
    Press,
    /// What people on Bluesky post about.
    Bluesky,
    /// What people on a Mastodon server post about.
    Mastodon,
    /// What people search for.
    Search,
    /// Measured or declared by an authority.
    Authority,
}

impl Family {
    pub const ALL: [Family; 6] =
        [Family::Wikipedia, Family::Press, Family::Bluesky, Family::Mastodon, Family::Search, Family::Authority];

    pub const fn name(self) -> &'static str {
        match self {
            Family::Wikipedia => "wikipedia",
            Family::Press => "press",
            Family::Bluesky => "bluesky",
            Family::Mastodon => "mastodon",
            Family::Search => "search",
            Family::Authority => "authority",
        }
    }

    pub fn find(name: &str) -> Option<Family> {
        Family::ALL.into_iter().find(|family| family.name() == name)
    }
}

/// How far its maker stands behind this way of reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Documented for everyone.
    Official,
    /// Works, is not promised: it may vanish any day.
    Unofficial,
}

/// One public feed.
#[derive(Debug)]
pub struct Source {
    /// Stable; stored with a person's switches.
    pub id: &'static str,
    /// A proper name, the same in every language.
    pub name: &'static str,
    pub family: Family,
    pub standing: Standing,
    /// `{yyyy}/{mm}/{dd}`: the day (UTC). `{host}`: a server that the person named. `{address}`: a feed added by hand.
    pub address: &'static str,
    /// The host permission that is asked for at the switch; empty: that of the server or feed the person named.
    pub permission: &'static str,
    /// Least minutes between two requests.
    pub minutes: u16,
    /// What every item is in, where the feed does not say; may be empty.
    pub language: &'static str,
    /// Where its news is from, where the feed does not say; ISO 3166 or empty.
    pub region: &'static str,
    /// The WHATWG label of what it writes, where neither header nor document says so.
    pub charset: &'static str,
    /// What its maker asks of us.
    pub terms: &'static str,
    pub(super) read: fn(&str) -> Result<Vec<Item>, Wrong>,
}

const LINKS_ONLY: &str =
    "The publisher's own feed; title, source and link are shown, nothing is kept longer than 48 hours";
const UNDOCUMENTED: &str = "Undocumented; no terms are granted. Off until a person switches it on";
const TRENDS: &str = "Public interface of the server; read rarely, and only the server that the person named";

const fn press(
    id: &'static str,
    name: &'static str,
    address: &'static str,
    permission: &'static str,
    korean: bool,
) -> Source {
    Source {
        id,
        name,
        family: Family::Press,
        standing: Standing::Official,
        address,
        permission,
        minutes: 10,
        language: if korean { "ko" } else { "en" },
        region: if korean { "KR" } else { "" },
        charset: "utf-8",
        terms: LINKS_ONLY,
        read: rss::read,
    }
}

const fn wikipedia(
    id: &'static str,
    name: &'static str,
    address: &'static str,
    permission: &'static str,
    language: &'static str,
) -> Source {
    Source {
        id,
        name,
        family: Family::Wikipedia,
        standing: Standing::Official,
        address,
        permission,
        minutes: 30,
        language,
        region: "",
        charset: "utf-8",
        terms: "CC BY-SA: shown with its source and link; two requests an hour at most",
        read: wikimedia::read,
    }
}

const fn server(
    id: &'static str,
    name: &'static str,
    address: &'static str,
    read: fn(&str) -> Result<Vec<Item>, Wrong>,
) -> Source {
    Source {
        id,
        name,
        family: Family::Mastodon,
        standing: Standing::Official,
        address,
        permission: "",
        minutes: 15,
        language: "",
        region: "",
        charset: "utf-8",
        terms: TRENDS,
        read,
    }
}

const fn searches(id: &'static str, name: &'static str, address: &'static str, region: &'static str) -> Source {
    Source {
        id,
        name,
        family: Family::Search,
        standing: Standing::Unofficial,
        address,
        permission: "https://trends.google.com/*",
        minutes: 20,
        language: "",
        region,
        charset: "utf-8",
        terms: UNDOCUMENTED,
        read: google::read,
    }
}

const fn authority(
    id: &'static str,
    name: &'static str,
    address: &'static str,
    permission: &'static str,
    minutes: u16,
) -> Source {
    Source {
        id,
        name,
        family: Family::Authority,
        standing: Standing::Official,
        address,
        permission,
        minutes,
        language: "en",
        region: "",
        charset: "utf-8",
        terms: "Public information of an authority; shown with its source",
        read: rss::read,
    }
}

const WHO: &str = "https://www.who.int/api/emergencies/diseaseoutbreaknews?sf_provider=dynamicProvider372&sf_culture=en\
    &$orderby=PublicationDateAndTime%20desc&$select=Title,ItemDefaultUrl,PublicationDateAndTime&$top=30";

/// Every source, in the order in which a person sees them.
pub static ALL: &[Source] = &[
    wikipedia(
        "wikipedia-en",
        "Wikipedia (English)",
        "https://en.wikipedia.org/api/rest_v1/feed/featured/{yyyy}/{mm}/{dd}",
        "https://en.wikipedia.org/*",
        "en",
    ),
    wikipedia(
        "wikipedia-ko",
        "위키백과",
        "https://ko.wikipedia.org/api/rest_v1/feed/featured/{yyyy}/{mm}/{dd}",
        "https://ko.wikipedia.org/*",
        "ko",
    ),
    press("yonhap", "연합뉴스", "https://www.yna.co.kr/rss/news.xml", "https://www.yna.co.kr/*", true),
    press(
        "kyunghyang",
        "경향신문",
        "https://www.khan.co.kr/rss/rssdata/total_news.xml",
        "https://www.khan.co.kr/*",
        true,
    ),
    press("donga", "동아일보", "https://rss.donga.com/total.xml", "https://rss.donga.com/*", true),
    press(
        "sbs",
        "SBS 뉴스",
        "https://news.sbs.co.kr/news/newsflashRssFeed.do?plink=RSSREADER",
        "https://news.sbs.co.kr/*",
        true,
    ),
    press("bbc", "BBC News", "https://feeds.bbci.co.uk/news/rss.xml", "https://feeds.bbci.co.uk/*", false),
    press("guardian", "The Guardian", "https://www.theguardian.com/world/rss", "https://www.theguardian.com/*", false),
    press("feed", "RSS, Atom", "{address}", "", false),
    Source {
        id: "bluesky",
        name: "Bluesky",
        family: Family::Bluesky,
        standing: Standing::Official,
        address: "https://public.api.bsky.app/xrpc/app.bsky.unspecced.getTrends?limit=25",
        permission: "https://public.api.bsky.app/*",
        minutes: 15,
        language: "en",
        region: "",
        charset: "utf-8",
        terms: "Public interface, marked as subject to change by its maker",
        read: bluesky::read,
    },
    server("mastodon-links", "Mastodon: links", "https://{host}/api/v1/trends/links?limit=20", mastodon::links),
    server("mastodon-tags", "Mastodon: hashtags", "https://{host}/api/v1/trends/tags?limit=20", mastodon::tags),
    server(
        "mastodon-statuses",
        "Mastodon: posts",
        "https://{host}/api/v1/trends/statuses?limit=40",
        mastodon::statuses,
    ),
    Source {
        read: gdacs::read,
        ..authority("gdacs", "GDACS", "https://www.gdacs.org/xml/rss.xml", "https://www.gdacs.org/*", 15)
    },
    Source {
        read: usgs::read,
        terms: "Public domain",
        ..authority(
            "usgs",
            "USGS",
            "https://earthquake.usgs.gov/earthquakes/feed/v1.0/summary/4.5_day.geojson",
            "https://earthquake.usgs.gov/*",
            10,
        )
    },
    Source {
        read: nws::read,
        region: "US",
        terms: "Public domain; not more than two requests a minute",
        ..authority(
            "nws",
            "National Weather Service",
            "https://api.weather.gov/alerts/active?status=actual&severity=Extreme,Severe",
            "https://api.weather.gov/*",
            10,
        )
    },
    Source { read: who::read, ..authority("who", "WHO", WHO, "https://www.who.int/*", 120) },
    Source { read: cap::read, language: "", ..authority("cap", "CAP", "{address}", "", 10) },
    searches("google-kr", "Google Trends KR", "https://trends.google.com/trending/rss?geo=KR", "KR"),
    searches("google-us", "Google Trends US", "https://trends.google.com/trending/rss?geo=US", "US"),
    searches("google-gb", "Google Trends GB", "https://trends.google.com/trending/rss?geo=GB", "GB"),
    Source {
        permission: "https://api.signal.bz/*",
        language: "ko",
        read: signal::read,
        ..searches("signal", "signal.bz", "https://api.signal.bz/news/realtime", "KR")
    },
    Source {
        permission: "https://www.nate.com/*",
        language: "ko",
        charset: "euc-kr",
        read: nate::read,
        ..searches("nate", "네이트", "https://www.nate.com/js/data/jsonLiveKeywordDataV1.js", "KR")
    },
];

/// The source of this id.
pub fn find(id: &str) -> Option<&'static Source> {
    ALL.iter().find(|source| source.id == id)
}
