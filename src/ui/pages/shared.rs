//! What every part of a page shares: the background's answer, the reader's language, the spoken notice.

use crate::browser::page;
use crate::engine::{Locale, Text};
use crate::protocol::{Answer, BrandAct, CheckLine, FromPage, Status};
use crate::settings::{Change, OWN_SWITCH, Settings};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Handed down by context; only handles, so it is copied everywhere.
#[derive(Clone, Copy)]
pub struct Shared {
    /// None: nothing was ever answered.
    pub status: RwSignal<Option<Status>>,
    /// The background did not answer the last question.
    pub lost: RwSignal<bool>,
    /// Counts answers and failures: controls take their true state again at each.
    pub beat: RwSignal<u32>,
    /// Counts imports: whatever was loaded before is loaded again.
    pub reload: RwSignal<u32>,
    pub locale: Memo<Locale>,
    /// Every check, in the engine's order.
    checks: Memo<Vec<CheckLine>>,
    notice: RwSignal<String>,
    tab: RwSignal<Option<i32>>,
}

/// The parts of a page are always built below `provide`.
pub fn shared() -> Shared {
    use_context().expect("provided by the page before its parts")
}

impl Shared {
    pub fn provide() -> Shared {
        let status = RwSignal::new(None::<Status>);
        let browser = if page::language().to_lowercase().starts_with("ko") { Locale::Ko } else { Locale::En };
        let chosen = move || status.with(|s| s.as_ref().and_then(|s| s.settings.locale));
        let shared = Shared {
            status,
            lost: RwSignal::new(false),
            beat: RwSignal::new(0),
            reload: RwSignal::new(0),
            locale: Memo::new(move |_| chosen().unwrap_or(browser)),
            checks: Memo::new(move |_| status.with(|s| s.as_ref().map(|s| s.checks.clone()).unwrap_or_default())),
            notice: RwSignal::new(String::new()),
            tab: RwSignal::new(None),
        };
        provide_context(shared);
        shared
    }

    /// Which tab `Status` is asked about.
    pub fn set_tab(self, tab: Option<i32>) {
        self.tab.set(tab);
    }

    /// The tab that the popup stands over.
    pub fn tab(self) -> Option<i32> {
        self.tab.get()
    }

    /// The same, once: inside an event.
    pub fn tab_now(self) -> Option<i32> {
        self.tab.get_untracked()
    }

    /// A string that follows the reader's language.
    pub fn t(self, text: &'static Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || text.get(self.locale.get())
    }

    /// The same, for a control that takes a signal.
    pub fn label(self, text: &'static Text) -> Signal<String> {
        Signal::derive(move || text.get(self.locale.get()).to_string())
    }

    /// The same, with places filled at the moment of reading.
    pub fn fill(
        self,
        text: &'static Text,
        values: impl Fn() -> Vec<(&'static str, String)> + Send + Sync + 'static,
    ) -> impl Fn() -> String + Send + Sync + 'static {
        move || {
            let values = values();
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            text.fill(self.locale.get(), &values)
        }
    }

    /// One thing from the settings; the default settings before the first answer.
    pub fn setting<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Settings) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            self.status.with(|s| s.as_ref().map_or_else(|| read(&Settings::default()), |s| read(&s.settings)))
        })
    }

    /// The checks that have a switch.
    pub fn switches(self) -> Vec<CheckLine> {
        self.checks.with(|all| all.iter().filter(|line| line.id != OWN_SWITCH).cloned().collect())
    }

    /// The name of a check, or its id where the table no longer has it (an old log).
    pub fn check_name(self, id: &str) -> String {
        self.checks.with(|checks| {
            let found = checks.iter().find(|check| check.id == id);
            found.map_or_else(|| id.to_string(), |check| check.name.clone())
        })
    }

    pub fn site_name(self, id: &str) -> String {
        if id == crate::sites::learned::SITE.id {
            return words::SITE_LEARNED.get(self.locale.get()).to_string();
        }
        crate::sites::find(id).map_or_else(|| id.to_string(), |site| site.name.to_string())
    }

    /// Asks; None where nobody answered, which the page then shows by itself.
    pub async fn ask(self, question: FromPage) -> Option<Answer> {
        let answer = page::ask(&question).await;
        self.note(answer.is_err());
        if let Ok(Answer::Status { status }) = &answer {
            self.status.set(Some((**status).clone()));
        }
        self.beat.update(|beat| *beat += 1);
        answer.ok()
    }

    fn note(self, lost: bool) {
        if self.lost.get_untracked() != lost {
            self.lost.set(lost);
        }
    }

    /// Loads something of a page's own: now, after an import (`anew`), and when a lost background is back.
    pub fn keep_loaded(self, load: impl Fn(bool) + 'static) {
        Effect::new(move |before: Option<(u32, bool)>| {
            let now = (self.reload.get(), self.lost.get());
            let anew = before.is_none_or(|before| before.0 != now.0);
            if anew || before.is_some_and(|before| before.1 && !now.1) {
                load(anew);
            }
            now
        });
    }

    pub async fn refresh(self) {
        self.ask(FromPage::Status { tab: self.tab.get_untracked() }).await;
    }

    /// Moves one switch, then shows what the background made of it.
    pub fn change(self, change: Change) {
        spawn_local(async move {
            match page::ask(&FromPage::Change { change }).await {
                Ok(Answer::Refused { message, .. }) => {
                    self.say(message);
                    self.beat.update(|beat| *beat += 1);
                }
                Ok(_) => self.refresh().await,
                Err(_) => {
                    self.note(true);
                    self.beat.update(|beat| *beat += 1);
                }
            }
        });
    }

    /// Chooses another brand, then shows what it makes of the day and of the draft.
    pub fn choose(self, brand: u32) {
        spawn_local(async move {
            match page::ask(&FromPage::Brand { act: BrandAct::Choose { brand } }).await {
                Ok(Answer::Refused { message, .. }) => self.say(message),
                Ok(_) => {}
                Err(_) => self.note(true),
            }
            self.refresh().await;
        });
    }

    /// Says one of our sentences in the page's status line.
    pub fn tell(self, text: &'static Text) {
        self.say(text.get(self.locale.get_untracked()).to_string());
    }

    /// Says something in the page's status line, for eyes and for screen readers; it leaves by itself.
    pub fn say(self, said: String) {
        // Emptied first, so that the same sentence twice is spoken twice.
        self.notice.set(String::new());
        let notice = self.notice;
        set_timeout(
            move || {
                notice.set(said.clone());
                let leave = move || {
                    if notice.get_untracked() == said {
                        notice.set(String::new());
                    }
                };
                set_timeout(leave, Duration::from_secs(6));
            },
            Duration::from_millis(60),
        );
    }
}

/// The spoken line. It floats, so that nothing moves when it speaks.
#[component]
pub fn Notice() -> impl IntoView {
    let notice = shared().notice;
    view! { <p class="notice" role="status">{move || notice.get()}</p> }
}

/// Stands on top of a page whose background went away after it had answered.
#[component]
pub fn Lost() -> impl IntoView {
    let shared = shared();
    let retry = move |_| spawn_local(shared.refresh());
    view! {
        <div class="lost" role="alert">
            <p>{shared.t(&words::PAGES_LOST)}</p>
            <button type="button" class="plain" on:click=retry>{shared.t(&words::PAGES_RETRY)}</button>
        </div>
    }
}
