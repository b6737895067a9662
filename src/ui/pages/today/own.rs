//! Events by hand: what only the person knows.

use super::super::parts::{Choice, Field, focus_later};
use super::Room;
use crate::engine::Text;
use crate::protocol::{FromPage, MAX_OWN, OwnEvent};
use crate::words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

const GRAVITIES: [(&str, &Text); 3] =
    [("1", &words::TODAY_OWN_AWARE), ("2", &words::TODAY_OWN_SERIOUS), ("3", &words::TODAY_OWN_GRAVE)];

#[component]
pub fn Own(room: Room) -> impl IntoView {
    let shared = room.shared;
    let own = Memo::new(move |_| room.with(|all| all.own.clone(), Vec::new()));
    let (name, touches, until) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let gravity = RwSignal::new("2");
    let wrong = RwSignal::new(None::<&'static Text>);
    let problem =
        Signal::derive(move || wrong.get().map(|t| t.get(shared.locale.get())).unwrap_or_default().to_string());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let mut all = own.get_untracked();
        wrong.set(match () {
            () if name.with_untracked(|name| name.trim().is_empty()) => Some(&words::TODAY_OWN_NO_NAME),
            () if all.len() >= MAX_OWN => Some(&words::TODAY_OWN_FULL),
            () => None,
        });
        if wrong.get_untracked().is_some() {
            focus_later("own-name");
            return;
        }
        all.push(OwnEvent {
            name: name.get_untracked(),
            words: touches.with_untracked(|words| words.lines().map(str::to_string).collect()),
            gravity: gravity.get_untracked().parse().unwrap_or(2),
            until: until.get_untracked(),
        });
        spawn_local(async move {
            if room.ask(FromPage::SetOwn { own: all }).await {
                for field in [name, touches, until] {
                    field.set(String::new());
                }
            }
            focus_later("own-name");
        });
    };
    let row = move |(at, one): (usize, OwnEvent)| {
        let remove = move |_| {
            let mut all = own.get_untracked();
            if at < all.len() {
                all.remove(at);
                spawn_local(async move {
                    room.ask(FromPage::SetOwn { own: all }).await;
                    focus_later("own-name");
                });
            }
        };
        let named = one.name.clone();
        let label = shared.fill(&words::TODAY_OWN_REMOVE, move || vec![("name", named.clone())]);
        let date = one.until.clone();
        let until = shared.fill(&words::TODAY_OWN_UNTIL_SHOWN, move || vec![("date", date.clone())]);
        let gravity = one.gravity.to_string();
        let grave = GRAVITIES.iter().find(|(id, _)| *id == gravity).map_or(GRAVITIES[1].1, |(_, words)| *words);
        view! {
            <li class="row between">
                <span>
                    <strong>{one.name}</strong>" "<span class="tag">{shared.t(grave)}</span>" "
                    {(!one.until.is_empty()).then(|| view! { <span class="soft">{until}</span> })}
                    <small>{one.words.join(", ")}</small>
                </span>
                <button type="button" class="plain" on:click=remove>{label}</button>
            </li>
        }
    };
    view! {
        <section aria-labelledby="own">
            <h2 id="own">{shared.t(&words::TODAY_OWN)}</h2>
            <p class="soft">{shared.t(&words::TODAY_OWN_ABOUT)}</p>
            <div class="card stack">
                <ul class="rows" hidden=move || own.with(Vec::is_empty)>
                    {move || own.get().into_iter().enumerate().map(row).collect_view()}
                </ul>
                <form novalidate class="stack" on:submit=add>
                    <Field id="own-name".to_string() label=shared.label(&words::TODAY_OWN_NAME) value=name
                        set=move |text| name.set(text) wrong=problem />
                    <Field id="own-words".to_string() label=shared.label(&words::TODAY_OWN_WORDS) value=touches
                        set=move |text| touches.set(text) rows=3 />
                    <Choice legend=&words::TODAY_OWN_GRAVITY name="own-gravity" options=GRAVITIES.to_vec()
                        value=gravity set=move |id| gravity.set(id) />
                    <Field id="own-until".to_string() label=shared.label(&words::TODAY_OWN_UNTIL) value=until
                        set=move |text| until.set(text) kind="date" />
                    <div class="row"><button type="submit" class="plain">{shared.t(&words::TODAY_OWN_ADD)}</button></div>
                </form>
            </div>
        </section>
    }
}
