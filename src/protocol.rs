//! What the parts of the extension say to each other. Every message is checked on arrival: a page cannot send one,
//! but an older or newer version of ourselves can.

mod advice;
mod brands;
mod picker;
mod today;

pub use advice::{Advice, DueStance, Outline, Silence};
pub use brands::{BrandAct, BrandLine};
pub use picker::{FromPicker, PickerSays, PickerWords, TrendsSay};
pub use today::{BoxTrend, BoxTrends, ComingDay, GoingEvent, GoingOn, Headline, MAX_OWN, Mark, MoodLine, OwnEvent};

use crate::engine::{Draft, Level, Locale, Verdict};
use crate::profile::DayTone;
use crate::settings::{Change, Settings};
use serde::{Deserialize, Serialize};

/// The name of the port that a content script opens when the first composer is found.
pub const PORT: &str = "composer";

/// Longest draft that is judged, in UTF-16 units. Longer: "not checked".
pub const MAX_DRAFT: usize = 100_000;

/// Most past posts that are kept: the keys of so many take 8 MB.
pub const MOST_PAST: u32 = 500_000;

/// Content → background, over the port.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromContent {
    /// First word on a port. `page` is a number that each load of a page draws: a background that slept knows it by it.
    Hello { site: String, page: u32 },
    /// Judge this. `composer` counts composers of one page, `request` counts up over all of them.
    Review { request: u32, composer: u32, draft: Draft },
    /// A press on Post was stopped and the hold card opened for the verdict of `request`.
    Held { request: u32, composer: u32 },
    /// "Edit" on the hold card.
    Edit { composer: u32 },
    /// "Post anyway" on the hold card.
    Released { request: u32, composer: u32, reason: Reason, note: String, asked_by: String },
    /// A press passed. `request` is its verdict's; None: it was not checked.
    Sent { request: Option<u32>, composer: u32 },
    /// The composer closed.
    Gone { composer: u32 },
    /// "Not for us" on the card. `everywhere`: not only on this site.
    Allow { check: String, everywhere: bool },
    /// "Wrong warning" on the card, about one check of the verdict of `request`.
    Wrong { request: u32, check: String },
}

/// Background → content, over the port.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToContent {
    /// First answer on a port, and again whenever it changes.
    Settings { active: bool, locale: Locale, floor: Level },
    /// `context` is the version of context, brand and settings that it was judged with.
    Verdict { request: u32, context: u32, verdict: Verdict },
    /// Context, brand or settings changed: ask again for every open composer.
    Changed,
    /// The keyboard command: open the card of the composer in use.
    OpenCard,
}

/// Why a held post went out all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Reviewed,
    WrongWarning,
    ToldTo,
    Urgent,
}

impl Reason {
    pub const ALL: [Reason; 4] = [Reason::Reviewed, Reason::WrongWarning, Reason::ToldTo, Reason::Urgent];
}

/// Popup or options → background, by `runtime.sendMessage`. Settings, profile and log are read and written through
/// the background only: one writer, so two tabs cannot lose each other's change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromPage {
    /// → `Answer::Status`.
    Status {
        tab: Option<i32>,
    },
    /// Move one switch (`Settings::apply`). → `Answer::Status` (of no tab).
    Change {
        change: Change,
    },
    /// That of the chosen brand. → `Answer::Profile`.
    Profile,
    /// That of one of the brands. → `Answer::Profile` or `Answer::Refused`.
    ProfileOf {
        brand: u32,
    },
    /// Replace the profile of a brand (JSON text, checked; 0: of the chosen one). → `Answer::Profile` or `Answer::Refused`.
    SetProfile {
        json: String,
        #[serde(default)]
        brand: u32,
    },
    /// → `Answer::Status` (of no tab) or `Answer::Refused`.
    Brand {
        act: BrandAct,
    },
    /// A policy page as plain text. → `Answer::Profile`, with the stances that it proposes; nothing is stored.
    Propose {
        text: String,
    },
    /// Which tones the names of days suggest, in their order. → `Answer::Tones`.
    Tones {
        names: Vec<String>,
    },
    /// Newest first. → `Answer::Log`.
    Log {
        offset: u32,
        limit: u32,
    },
    /// The whole log as a file's text. → `Answer::File`.
    ExportLog {
        csv: bool,
    },
    ClearLog,
    /// → `Answer::GoingOn`.
    GoingOn,
    /// What a person says of an event. → `Answer::GoingOn`.
    Mark {
        id: String,
        mark: Mark,
    },
    /// All events by hand. → `Answer::GoingOn` or `Answer::Refused`.
    SetOwn {
        own: Vec<OwnEvent>,
    },
    /// Puts a silence away, by its key, for good. → `Answer::Status` (of no tab).
    Hush {
        key: String,
    },
    /// Every network request ever made. → `Answer::Requests`.
    Requests,
    /// Every source of news and warnings. → `Answer::Sources`.
    Sources,
    /// What is stored of a brand's past posts (0: of the chosen one's, here and below). → `Answer::Past`.
    Past {
        brand: u32,
    },
    /// A batch of an import: a list of `archive::Post` as JSON. `last`: nothing follows. → `Answer::Added` or
    /// `Answer::Refused`, and then nothing of the batch was taken.
    AddPast {
        posts: String,
        last: bool,
        #[serde(default)]
        brand: u32,
    },
    /// → `Answer::Past` or `Answer::Refused`.
    ForgetPast {
        brand: u32,
    },
    /// Settings and brands as one file. → `Answer::File`.
    ExportAll,
    /// → `Answer::Status` or `Answer::Refused`.
    ImportAll {
        json: String,
    },
    /// Servers granted by a person. → `Answer::Servers`. Called after `permissions.request` too.
    Servers,
    /// Judge a text typed into onboarding or options. → `Answer::Verdict`.
    Try {
        draft: Draft,
    },
    /// Let the person point at a composer in this tab, as soon as its host is granted. → `Answer::Done`.
    Pick {
        tab: i32,
        host: String,
    },
}

/// The background's answer to a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Status {
        status: Box<Status>,
    },
    Profile {
        json: String,
    },
    Tones {
        tones: Vec<DayTone>,
    },
    Log {
        total: u32,
        /// The number of the first entry that no longer fits its hash chain; None: the log is as it was written.
        changed: Option<u32>,
        entries: Vec<LogEntry>,
    },
    File {
        name: String,
        text: String,
    },
    Requests {
        lines: Vec<RequestLine>,
    },
    Servers {
        origins: Vec<String>,
    },
    Sources {
        lines: Vec<SourceLine>,
    },
    Verdict {
        verdict: Verdict,
    },
    Past {
        past: PastStatus,
    },
    /// Of a batch of past posts: those that are new, those that were there, those for which there is no room.
    Added {
        new: u32,
        again: u32,
        over: u32,
    },
    /// What is wrong, in words for a person (in the reader's language), and where (a field's name) if known.
    Refused {
        message: String,
        field: String,
    },
    GoingOn {
        going_on: Box<GoingOn>,
    },
    Picker {
        words: PickerWords,
    },
    Candidates {
        editor: Vec<String>,
        submit: Vec<String>,
    },
    Done,
}

/// What the popup shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    pub settings: Settings,
    pub locale: Locale,
    /// The site of the tab that was asked about, if it is one of ours and a composer was found there.
    pub site: Option<String>,
    /// The newest verdict in that tab.
    pub verdict: Option<Verdict>,
    /// What is going on today.
    pub today: Vec<TodayItem>,
    /// The chosen brand's name; empty: no profile yet.
    pub brand: String,
    /// Every brand, in the order of the list, and which is chosen.
    pub brands: Vec<BrandLine>,
    pub chosen: u32,
    /// What may be said today for the chosen brand.
    pub advice: Advice,
    /// The name of the brand that was taken away last and can be put back; None: there is none.
    pub removed: Option<String>,
    /// Whether storage has every line of the decision log; if not, they wait in memory.
    pub log_kept: bool,
    /// A stored value was broken, and the last good one is used instead.
    pub recovered: bool,
    /// Every check there is, in the order of the engine's table, in the words of `locale`.
    pub checks: Vec<CheckLine>,
    /// How many feeds are on.
    pub feeds: u32,
    /// The names of those that have not answered well for a while.
    pub silent: Vec<String>,
}

/// What is stored of past posts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PastStatus {
    pub posts: u32,
    /// Bytes of texts and keys.
    pub bytes: f64,
    /// The days of the oldest and newest, `YYYY-MM-DD`; empty: none has a day.
    pub first: String,
    pub last: String,
    /// They are being read for changed targets.
    pub reading: bool,
    /// A later version of ourselves stored them, and they are left alone.
    pub newer: bool,
}

/// One check, as a page lists it (pages do not link the engine).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckLine {
    pub id: String,
    /// From the words `check_<id>_name`.
    pub name: String,
    /// An administrator keeps it on.
    pub locked: bool,
}

/// One observance or event of today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TodayItem {
    pub name: String,
    pub meaning: String,
    /// `solemn`, `celebratory`, `awareness`, `contested`, `grave`.
    pub tone: String,
    /// `observance` or `event`.
    pub kind: String,
    pub source: String,
    pub url: Option<String>,
    pub sample: bool,
}

/// One line of the decision log. `hash` is SHA-256 over `previous` and every other field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogEntry {
    pub number: u32,
    /// RFC 3339, UTC.
    pub time: String,
    pub site: String,
    pub level: Level,
    pub checks: Vec<String>,
    /// `held`, `edited-better`, `edited-same`, `edited-worse`, `dropped`, `posted-anyway`, `posted`, `wrong-warning`.
    pub outcome: String,
    pub reason: String,
    pub note: String,
    pub asked_by: String,
    /// SHA-256 of the text, hexadecimal.
    pub text_hash: String,
    /// Only where a person switched it on.
    pub text: String,
    pub previous: String,
    pub hash: String,
}

/// One source of news and warnings, with its switch and how it does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceLine {
    /// What `Change::Feed` names.
    pub key: String,
    pub name: String,
    /// `wikipedia`, `press`, `bluesky`, `mastodon`, `search`, `authority`.
    pub family: String,
    /// Its maker has not promised it.
    pub unofficial: bool,
    /// The origin pattern that the switch asks for; empty: a place must be given first.
    pub permission: String,
    pub address: String,
    pub terms: String,
    pub on: bool,
    /// A server or an address must be given: the key is its id, a space and that.
    pub needs_place: bool,
    /// When it last answered well, ms since 1970; 0: never.
    pub good: f64,
    /// Why the last request failed; `permission`: the person did not let us in. Empty: it did not fail.
    pub problem: String,
    pub items: u32,
}

/// One network request that was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestLine {
    pub time: String,
    pub address: String,
    pub status: u16,
    pub bytes: u32,
    pub purpose: String,
}
