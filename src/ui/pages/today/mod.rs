//! The Today page: what goes on as far as the sources tell, what only the person knows, and the days to come.

mod boxed;
mod days;
mod event;
mod own;

use super::advice::Outlines;
use super::shared::{Lost, Shared, shared};
use crate::browser::page;
use crate::protocol::{Answer, FromPage, GoingOn, Mark};
use crate::settings::Change;
use crate::words;
use boxed::Boxed;
use days::Days;
use event::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use own::Own;

/// What the page has loaded.
#[derive(Clone, Copy)]
struct Room {
    shared: Shared,
    going_on: RwSignal<Option<GoingOn>>,
}

impl Room {
    async fn ask(self, question: FromPage) -> bool {
        match self.shared.ask(question).await {
            Some(Answer::GoingOn { going_on }) => {
                self.going_on.set(Some(*going_on));
                true
            }
            Some(Answer::Refused { message, .. }) => {
                self.shared.say(message);
                false
            }
            _ => false,
        }
    }

    fn mark(self, id: String, mark: Mark) {
        spawn_local(async move {
            self.ask(FromPage::Mark { id, mark }).await;
        });
    }

    /// Nothing was answered yet: no list is empty before.
    fn waits(self) -> bool {
        self.going_on.with(Option::is_none)
    }

    fn with<T>(self, read: impl Fn(&GoingOn) -> T, or: T) -> T {
        self.going_on.with(|all| all.as_ref().map(read)).unwrap_or(or)
    }
}

#[component]
pub fn TodayPage() -> impl IntoView {
    let shared = shared();
    let room = Room { shared, going_on: RwSignal::new(None) };
    shared.keep_loaded(move |_| {
        spawn_local(async move {
            room.ask(FromPage::GoingOn).await;
        });
    });
    // A feed has answered, or another page changed something.
    page::on_change(move || {
        spawn_local(async move {
            room.ask(FromPage::GoingOn).await;
        });
    });
    view! {
        <main class="letter stack" id="today-page">
            <header>
                <h1>{shared.t(&words::TODAY_HEADING)}</h1>
                <p class="soft lead">{shared.t(&words::TODAY_LEAD)}</p>
            </header>
            {move || shared.lost.get().then(|| view! { <Lost /> })}
            <Propose room=room />
            <Going room=room />
            <Outlines />
            <Boxed room=room />
            <Own room=room />
            <section aria-labelledby="days"><Days room=room /></section>
            <p><a href="options.html#feeds">{shared.t(&words::POPUP_FEEDS_CHOOSE)}</a></p>
        </main>
    }
}

/// A crisis proposes to hold everything; only a person does it.
#[component]
fn Propose(room: Room) -> impl IntoView {
    let shared = room.shared;
    let holding = shared.setting(|s| s.hold_everything);
    move || {
        let name =
            room.with(|all| all.events.iter().find(|event| event.crisis).map(|event| event.name.clone()), None)?;
        let said = words::POPUP_PROPOSE.fill(shared.locale.get(), &[("name", &name)]);
        Some(view! {
            <div class="card stack">
                {(!holding.get()).then(|| view! { <p>{said}</p> })}
                <super::parts::Switch id="hold-everything" label=shared.label(&words::POPUP_HOLD_ALL)
                    on=holding set=move |on| shared.change(Change::HoldEverything { on }) />
            </div>
        })
    }
}

#[component]
fn Going(room: Room) -> impl IntoView {
    let shared = room.shared;
    let events = Memo::new(move |_| room.with(|all| all.events.clone(), Vec::new()));
    let muted = Memo::new(move |_| room.with(|all| all.muted.clone(), Vec::new()));
    let now = move || room.with(|all| all.now, 0.0);
    let count = shared.fill(&words::TODAY_MUTED, move || vec![("count", muted.with(Vec::len).to_string())]);
    view! {
        <section aria-labelledby="going">
            <h2 id="going">{shared.t(&words::TODAY_GOING)}</h2>
            <p class="soft" hidden=move || !room.waits()>{shared.t(&words::PAGES_LOADING)}</p>
            <p class="soft" hidden=move || room.waits() || !events.with(Vec::is_empty)>
                {shared.t(&words::TODAY_GOING_NONE)}
            </p>
            <ul class="stack">
                <For each=move || events.get() key=|event| format!("{event:?}") let:event>
                    <li class="card"><Event room=room event=event now=now() muted=false /></li>
                </For>
            </ul>
            <details class="fold" hidden=move || muted.with(Vec::is_empty)>
                <summary>{count}</summary>
                <ul class="stack">
                    <For each=move || muted.get() key=|event| format!("{event:?}") let:event>
                        <li class="card"><Event room=room event=event now=now() muted=true /></li>
                    </For>
                </ul>
            </details>
        </section>
    }
}
