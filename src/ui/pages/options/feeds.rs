//! Options → what is going on: every feed with its switch, whom it asks, when it last answered and what went wrong.
//! Nothing is asked before a person moves a switch here, and the browser asks for each host.

use super::super::general::locale_id;
use super::super::host;
use super::super::parts::{Choice, Field, Switch, focus_later};
use super::super::shared::{Shared, shared};
use crate::browser::page;
use crate::engine::Text;
use crate::protocol::{Answer, FromPage, SourceLine};
use crate::settings::Change;
use crate::words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What can be added by hand: id of the source, its words, whether a server's name is enough.
const PLACES: [(&str, &Text, bool); 5] = [
    ("feed", &words::OPTIONS_FEED_RSS, false),
    ("cap", &words::OPTIONS_FEED_CAP, false),
    ("mastodon-links", &words::OPTIONS_FEED_MASTODON_LINKS, true),
    ("mastodon-tags", &words::OPTIONS_FEED_MASTODON_TAGS, true),
    ("mastodon-statuses", &words::OPTIONS_FEED_MASTODON_POSTS, true),
];

#[derive(Clone, Copy)]
struct Feeds {
    shared: Shared,
    lines: RwSignal<Option<Vec<SourceLine>>>,
}

impl Feeds {
    async fn load(self) {
        if let Some(Answer::Sources { lines }) = self.shared.ask(FromPage::Sources).await {
            self.lines.set(Some(lines));
        }
    }

    fn line(self, key: &str) -> Option<SourceLine> {
        self.lines.with(|lines| lines.as_ref()?.iter().find(|line| line.key == key).cloned())
    }

    /// Must run inside the press: else the browser refuses to ask the person.
    fn turn_on(self, key: String, permission: &str, then: impl FnOnce(bool) + 'static) {
        let granted = page::request_origin(permission);
        spawn_local(async move {
            let granted = granted.await;
            if granted {
                self.shared.ask(FromPage::Change { change: Change::Feed { feed: key, on: true } }).await;
            } else {
                self.shared.tell(&words::OPTIONS_FEED_REFUSED);
            }
            self.load().await;
            then(granted);
        });
    }

    fn turn_off(self, key: String) {
        spawn_local(async move {
            let gone = self.line(&key);
            self.shared.ask(FromPage::Change { change: Change::Feed { feed: key.clone(), on: false } }).await;
            // A right that nothing uses any more is given back; a Mastodon server may be one that is posted to.
            if let Some(gone) = gone.filter(|gone| gone.family != "mastodon") {
                let used = |line: &SourceLine| line.on && line.key != key && line.permission == gone.permission;
                if !self.lines.with_untracked(|lines| lines.iter().flatten().any(used)) {
                    page::remove_origin(&gone.permission).await;
                }
            }
            self.load().await;
        });
    }
}

#[component]
pub fn Feeds() -> impl IntoView {
    let shared = shared();
    let feeds = Feeds { shared, lines: RwSignal::new(None) };
    shared.keep_loaded(move |_| spawn_local(feeds.load()));
    // An answer that came meanwhile is shown.
    page::on_change(move || spawn_local(feeds.load()));
    // Only what there is a line for changes the list itself; how a feed does changes inside its line.
    let keys = Memo::new(move |_| {
        feeds.lines.with(|lines| {
            lines.as_ref().map(|lines| {
                let shown = lines.iter().filter(|line| !line.needs_place || line.key.contains(' '));
                shown.map(|line| (line.key.clone(), line.family.clone())).collect::<Vec<_>>()
            })
        })
    });
    let family = move |(name, title): (&'static str, &'static Text)| {
        let keys = move || {
            let all = keys.get().unwrap_or_default();
            all.into_iter().filter(|(_, family)| family == name).map(|(key, _)| key).collect::<Vec<_>>()
        };
        let id = format!("feeds-{name}");
        let labelled = id.clone();
        view! {
            <section class="stack" aria-labelledby=labelled hidden=move || keys().is_empty()>
                <h4 id=id>{shared.t(title)}</h4>
                <ul class="rows">
                    <For each=keys key=|key| key.clone() let:key><li><Line feeds=feeds key=key /></li></For>
                </ul>
            </section>
        }
    };
    view! {
        <div class="card stack">
            <h3>{shared.t(&words::OPTIONS_FEEDS_LIST)}</h3>
            {move || keys.with(Option::is_none).then(|| view! { <p class="soft">{shared.t(&words::PAGES_LOADING)}</p> })}
            {FAMILIES.into_iter().map(family).collect_view()}
        </div>
        <Add feeds=feeds />
    }
}

const FAMILIES: [(&str, &Text); 6] = [
    ("authority", &words::OPTIONS_FEEDS_AUTHORITY),
    ("press", &words::OPTIONS_FEEDS_PRESS),
    ("wikipedia", &words::OPTIONS_FEEDS_WIKIPEDIA),
    ("bluesky", &words::OPTIONS_FEEDS_BLUESKY),
    ("mastodon", &words::OPTIONS_FEEDS_MASTODON),
    ("search", &words::OPTIONS_FEEDS_SEARCH),
];

/// One feed.
#[component]
fn Line(feeds: Feeds, key: String) -> impl IntoView {
    let shared = feeds.shared;
    let line = {
        let key = key.clone();
        Memo::new(move |_| feeds.line(&key).unwrap_or_default())
    };
    let label = Signal::derive(move || {
        let line = line.get();
        if line.unofficial {
            words::OPTIONS_FEED_UNOFFICIAL.fill(shared.locale.get(), &[("name", &line.name)])
        } else {
            line.name
        }
    });
    let about = Signal::derive(move || {
        let line = line.get();
        let host = host::of_pattern(&line.permission).to_string();
        let asks = words::OPTIONS_FEED_ASKS.fill(shared.locale.get(), &[("host", &host)]);
        format!("{asks} {}", health(shared, &line))
    });
    let id = format!("feed-{}", key.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    view! {
        <Switch label=label about=about on=Signal::derive(move || line.get().on) id=id set=move |on| {
            if on {
                let permission = line.with_untracked(|line| line.permission.clone());
                feeds.turn_on(key.clone(), &permission, |_| ());
            } else {
                feeds.turn_off(key.clone());
            }
        } />
    }
}

/// How a feed does, in a sentence. A feed that failed never reads as if all were well.
fn health(shared: Shared, line: &SourceLine) -> String {
    let locale = shared.locale.get();
    if !line.on {
        return String::new();
    }
    let when = || {
        let date = js_sys::Date::new(&line.good.into());
        String::from(date.to_locale_string(locale_id(locale), &wasm_bindgen::JsValue::UNDEFINED))
    };
    if line.problem == "permission" {
        return words::OPTIONS_FEED_CLOSED.get(locale).to_string();
    }
    let problem = line.problem.as_str();
    match (line.good > 0.0, problem.is_empty()) {
        (true, true) => words::OPTIONS_FEED_GOOD.fill(locale, &[("time", &when()), ("count", &line.items.to_string())]),
        (true, false) => words::OPTIONS_FEED_SINCE.fill(locale, &[("time", &when()), ("problem", problem)]),
        (false, false) => words::OPTIONS_FEED_NEVER.fill(locale, &[("problem", problem)]),
        (false, true) => words::OPTIONS_FEED_WAITING.get(locale).to_string(),
    }
}

/// A feed or a server by hand.
#[component]
fn Add(feeds: Feeds) -> impl IntoView {
    let shared = feeds.shared;
    let kind = RwSignal::new("feed");
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static Text>);
    let is_server = move || PLACES.iter().any(|(id, _, server)| *server && *id == kind.get());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let server = PLACES.iter().any(|(id, _, server)| *server && *id == kind.get_untracked());
        let Some((place, permission)) = typed.with_untracked(|typed| place(typed, server)) else {
            let words = if server { &words::OPTIONS_SERVER_WRONG } else { &words::OPTIONS_FEED_WRONG };
            wrong.set(Some(words));
            focus_later("feed-place");
            return;
        };
        feeds.turn_on(format!("{} {place}", kind.get_untracked()), &permission, move |granted| {
            wrong.set((!granted).then_some(&words::OPTIONS_FEED_REFUSED));
            if granted {
                typed.set(String::new());
                shared.tell(&words::OPTIONS_FEED_ADDED);
            }
            focus_later("feed-place");
        });
    };
    let label = Signal::derive(move || {
        let text = if is_server() { &words::OPTIONS_SERVER } else { &words::OPTIONS_FEED_ADDRESS };
        text.get(shared.locale.get()).to_string()
    });
    let kinds = PLACES.iter().map(|(id, words, _)| (*id, *words)).collect();
    let problem =
        Signal::derive(move || wrong.get().map(|t| t.get(shared.locale.get())).unwrap_or_default().to_string());
    view! {
        <div class="card stack">
            <h3>{shared.t(&words::OPTIONS_FEED_ADD_TITLE)}</h3>
            <form novalidate on:submit=add class="stack">
                <Choice legend=&words::OPTIONS_FEED_KIND name="feed-kind"
                    options=kinds
                    value=kind set=move |id| kind.set(id) />
                <Field id="feed-place".to_string() label=label value=typed set=move |text| typed.set(text) wrong=problem />
                <div class="row"><button type="submit" class="plain">{shared.t(&words::OPTIONS_SERVER_ADD)}</button></div>
            </form>
        </div>
    }
}

/// What was typed → the place in the feed's key, and the permission that it needs.
fn place(typed: &str, server: bool) -> Option<(String, String)> {
    let host = host::host_of(typed).and_then(|host| page::ascii_host(&host))?;
    let permission = host::pattern(&host);
    if server {
        return Some((host, permission));
    }
    let typed = typed.trim();
    let address = typed.split_once("://").map_or_else(|| format!("https://{typed}"), |_| typed.to_string());
    let address = page::https_address(&address)?;
    Some((address, permission))
}
