//! Options → past posts: archives dropped as files, read here a slice at a time, stored by the background in batches.

use super::super::parts::Confirm;
use super::super::shared::{Shared, shared};
use super::account::{Account, Accounts, grouped};
use super::brands::Edited;
use crate::archive::{Import, Options, Post, Step};
use crate::browser::page;
use crate::protocol::{Answer, FromPage, PastStatus};
use crate::words;
use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;
use web_sys::{File, FileList};

/// Posts of one batch. The background reads each for claims, which must not keep a draft waiting.
const BATCH: usize = 400;

/// Where an import stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct Run {
    file: String,
    /// Of the file, in percent.
    percent: u32,
    /// Of all files so far.
    added: u32,
}

#[derive(Clone, Copy)]
struct Importer {
    /// The brand that is shown, and the one that an import under way is for.
    brand: RwSignal<u32>,
    into: StoredValue<u32>,
    shared: Shared,
    run: RwSignal<Option<Run>>,
    stop: RwSignal<bool>,
    status: RwSignal<Option<PastStatus>>,
    accounts: RwSignal<Vec<Account>>,
    wrong: RwSignal<String>,
}

/// Why a file was not read to its end.
enum End {
    Stopped,
    Unread,
    Said(String),
    /// Nobody answered.
    Lost,
}

impl Importer {
    async fn load(self) {
        let brand = self.brand.get_untracked();
        if let Some(Answer::Past { past }) = self.shared.ask(FromPage::Past { brand }).await {
            self.status.set(Some(past));
        }
    }

    fn begin(self, files: Option<FileList>) {
        let files: Vec<File> =
            files.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
        if files.is_empty() || self.run.with_untracked(Option::is_some) {
            return;
        }
        let brand = self.brand.get_untracked();
        self.into.set_value(brand);
        self.stop.set(false);
        self.wrong.set(String::new());
        self.accounts.set(Vec::new());
        self.run.set(Some(Run::default()));
        spawn_local(async move {
            let mut end = None;
            for file in files {
                let mut account = Account { file: file.name(), ..Account::default() };
                end = self.file(&file, &mut account).await.err();
                self.accounts.update(|all| all.push(account));
                if end.is_some() {
                    break;
                }
            }
            // However it ended: what was added counts from now on.
            let _ = page::ask(&FromPage::AddPast { posts: "[]".into(), last: true, brand }).await;
            let added = self.run.with_untracked(|run| run.as_ref().map_or(0, |run| run.added));
            self.run.set(None);
            let locale = self.shared.locale.get_untracked();
            match end {
                None => self.shared.say(words::OPTIONS_PAST_DONE.fill(locale, &[("number", &grouped(added.into()))])),
                Some(End::Stopped) => self.wrong.set(words::OPTIONS_PAST_STOPPED.get(locale).into()),
                Some(End::Unread) => self.wrong.set(words::OPTIONS_PAST_UNREAD.get(locale).into()),
                Some(End::Said(why)) => self.wrong.set(why),
                Some(End::Lost) => self.wrong.set(words::PAGES_LOST.get(locale).into()),
            }
            self.load().await;
        });
    }

    async fn file(self, file: &File, account: &mut Account) -> Result<(), End> {
        let size = file.size();
        // The background knows what is stored, and tells new from old.
        let mut import = Import::new(&account.file, size as u64, HashSet::new(), Options::default());
        let mut waiting: Vec<Post> = Vec::new();
        loop {
            let step = import.step();
            if let Step::Read { at, len } = step {
                // Each read lets the page draw and hear the person.
                let bytes =
                    page::bytes(file, at as f64, (at as f64 + len as f64).min(size)).await.ok_or(End::Unread)?;
                import.give(&bytes);
            }
            waiting.extend(import.take());
            account.report = import.report().clone();
            while waiting.len() >= BATCH || (step == Step::Done && !waiting.is_empty()) {
                let rest = waiting.split_off(waiting.len().min(BATCH));
                let batch = std::mem::replace(&mut waiting, rest);
                self.put(&batch, account).await?;
                self.show(account, &import);
            }
            self.show(account, &import);
            if self.stop.get_untracked() {
                return Err(End::Stopped);
            }
            if step == Step::Done {
                return Ok(());
            }
        }
    }

    async fn put(self, batch: &[Post], account: &mut Account) -> Result<(), End> {
        // Strings always print.
        let posts = serde_json::to_string(batch).unwrap_or_default();
        match page::ask(&FromPage::AddPast { posts, last: false, brand: self.into.get_value() }).await {
            Ok(Answer::Added { new, again, over }) => {
                account.new += new;
                account.again += again;
                account.over += over;
                self.run.update(|run| {
                    if let Some(run) = run {
                        run.added += new;
                    }
                });
                Ok(())
            }
            Ok(Answer::Refused { message, .. }) => Err(End::Said(message)),
            _ => Err(End::Lost),
        }
    }

    fn show(self, account: &Account, import: &Import) {
        let (read, of) = import.progress();
        let percent = (read.min(of) * 100).checked_div(of).unwrap_or_default() as u32;
        self.run.update(|run| {
            if let Some(run) = run {
                run.percent = percent;
                run.file.clone_from(&account.file);
            }
        });
    }

    async fn forget(self) {
        match self.shared.ask(FromPage::ForgetPast { brand: self.brand.get_untracked() }).await {
            Some(Answer::Past { past }) => {
                self.status.set(Some(past));
                self.accounts.set(Vec::new());
                self.wrong.set(String::new());
                self.shared.tell(&words::OPTIONS_PAST_FORGOTTEN);
            }
            Some(Answer::Refused { message, .. }) => self.wrong.set(message),
            _ => {}
        }
    }
}

#[component]
pub fn Past() -> impl IntoView {
    let shared = shared();
    let Edited(brand) = expect_context();
    let importer = Importer {
        brand,
        into: StoredValue::new(0),
        shared,
        run: RwSignal::new(None),
        stop: RwSignal::new(false),
        status: RwSignal::new(None),
        accounts: RwSignal::new(Vec::new()),
        wrong: RwSignal::new(String::new()),
    };
    shared.keep_loaded(move |_| spawn_local(importer.load()));
    Effect::new(move |before: Option<u32>| {
        let now = brand.get();
        if before.is_some_and(|before| before != now) {
            importer.accounts.set(Vec::new());
            spawn_local(importer.load());
        }
        now
    });
    let whose = move || Edited(brand).name(shared).map(|name| view! { <p id="past-brand"><strong>{name}</strong></p> });
    let node = NodeRef::<html::Input>::new();
    let busy = Memo::new(move |_| importer.run.with(Option::is_some));
    let over = RwSignal::new(false);
    let chosen = move |_| {
        let Some(input) = node.get_untracked() else { return };
        importer.begin(input.files());
        // Emptied, so that the same file can be chosen again to go on with it.
        input.set_value("");
    };
    let dragged = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        importer.begin(event.data_transfer().and_then(|data| data.files()));
    };
    view! {
        <div class="card stack">
            {whose}
            <div class="field drop" class:over=move || over.get() on:dragover=dragged on:dragleave=move |_| over.set(false) on:drop=dropped>
                <label for="past-files">{shared.t(&words::OPTIONS_PAST_CHOOSE)}</label>
                <small id="past-about">{shared.t(&words::OPTIONS_PAST_CHOOSE_ABOUT)}</small>
                <div class="row">
                    <input type="file" id="past-files" multiple node_ref=node on:change=chosen disabled=move || busy.get()
                        aria-describedby="past-about past-wrong" />
                    <span class="soft">{shared.t(&words::OPTIONS_PAST_DROP)}</span>
                </div>
                <p class="wrong" id="past-wrong" role="alert">{move || importer.wrong.get()}</p>
            </div>
            {move || busy.get().then(|| view! { <Progress importer=importer /> })}
            <Accounts all=importer.accounts />
            <Stored importer=importer busy=busy />
        </div>
    }
}

#[component]
fn Progress(importer: Importer) -> impl IntoView {
    let shared = importer.shared;
    let percent = Memo::new(move |_| importer.run.with(|run| run.as_ref().map_or(0, |run| run.percent)));
    let line = move || {
        let run = importer.run.get().unwrap_or_default();
        let values = [("file", run.file), ("percent", run.percent.to_string()), ("number", grouped(run.added.into()))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        words::OPTIONS_PAST_RUNNING.fill(shared.locale.get(), &values)
    };
    view! {
        <div class="stack" id="past-progress">
            <progress max="100" value=move || percent.get().to_string() aria-label=shared.t(&words::OPTIONS_PAST_PROGRESS)></progress>
            <p class="soft">{line}</p>
            <div class="row">
                <button type="button" class="plain" id="past-stop" on:click=move |_| importer.stop.set(true)>
                    {shared.t(&words::OPTIONS_PAST_STOP)}
                </button>
            </div>
        </div>
    }
}

/// What is there, and the way to be rid of it.
#[component]
fn Stored(importer: Importer, busy: Memo<bool>) -> impl IntoView {
    let shared = importer.shared;
    let ask = RwSignal::new(false);
    let line = move || {
        let Some(past) = importer.status.get() else {
            return words::PAGES_LOADING.get(shared.locale.get()).to_string();
        };
        let locale = shared.locale.get();
        if past.newer {
            return words::PAST_NEWER.get(locale).to_string();
        }
        if past.posts == 0 {
            return words::OPTIONS_PAST_NONE.get(locale).to_string();
        }
        let size = format!("{:.1}", past.bytes / 1e6);
        let mut said =
            words::OPTIONS_PAST_COUNT.fill(locale, &[("number", &grouped(past.posts.into())), ("size", &size)]);
        if !past.first.is_empty() {
            said.push(' ');
            said += &words::OPTIONS_PAST_DAYS.fill(locale, &[("first", &past.first), ("last", &past.last)]);
        }
        if past.reading {
            said.push(' ');
            said += words::OPTIONS_PAST_READING.get(locale);
        }
        said
    };
    let any = move || importer.status.with(|past| past.as_ref().is_some_and(|past| past.posts > 0));
    view! {
        <p id="past-stored">{line}</p>
        <div class="row">
            <button type="button" class="plain" id="past-forget" disabled=move || busy.get() || !any()
                on:click=move |_| ask.set(true)>{shared.t(&words::OPTIONS_PAST_FORGET)}</button>
        </div>
        <Confirm open=ask title=&words::OPTIONS_PAST_FORGET_TITLE body=&words::OPTIONS_PAST_FORGET_BODY
            yes=&words::OPTIONS_PAST_FORGET_YES then=move || spawn_local(importer.forget()) />
    }
}
