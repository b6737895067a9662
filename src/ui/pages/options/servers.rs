//! Servers that a person let us into, one by one: Mastodon and its relatives run under any name.

use super::super::host::{self, NoServer, Server};
use super::super::parts::{Field, focus_later};
use super::super::shared::shared;
use crate::browser::page;
use crate::engine::Text;
use crate::protocol::{Answer, FromPage};
use crate::words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Servers() -> impl IntoView {
    let shared = shared();
    let servers = RwSignal::new(None::<Vec<String>>);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static Text>);
    let load = move || async move {
        if let Some(Answer::Servers { origins }) = shared.ask(FromPage::Servers).await {
            servers.set(Some(origins));
        }
    };
    shared.keep_loaded(move |_| spawn_local(load()));

    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let server = typed.with_untracked(|typed| host::server_of(typed)).and_then(|server| {
            let host = page::ascii_host(&server.host).ok_or(NoServer::Wrong)?;
            Ok(Server { host, ..server })
        });
        let refused = match &server {
            Err(NoServer::Wrong) => Some(&words::OPTIONS_SERVER_WRONG),
            Err(NoServer::Number) => Some(&words::OPTIONS_SERVER_NUMBER),
            Ok(server) if crate::sites::by_host(&server.host).is_some() => Some(&words::OPTIONS_SERVER_KNOWN),
            Ok(_) => None,
        };
        let (None, Ok(server)) = (refused, server) else {
            wrong.set(refused);
            focus_later("server");
            return;
        };
        // Inside the press, before anything is awaited: else the browser refuses to ask.
        let granted = page::request_origin(&server.pattern());
        spawn_local(async move {
            if granted.await {
                wrong.set(None);
                typed.set(String::new());
                load().await;
                shared.tell(&words::OPTIONS_SERVER_ADDED);
            } else {
                wrong.set(Some(&words::OPTIONS_SERVER_REFUSED));
            }
            focus_later("server");
        });
    };

    let row = move |origin: String| {
        let name = host::of_pattern(&origin).to_string();
        let spoken = {
            let name = name.clone();
            shared.fill(&words::OPTIONS_SERVER_REMOVE, move || vec![("host", name.clone())])
        };
        let remove = move |_| {
            let origin = origin.clone();
            spawn_local(async move {
                let gone = page::remove_origin(&origin).await;
                load().await;
                shared.tell(if gone { &words::OPTIONS_SERVER_REMOVED } else { &words::OPTIONS_SERVER_KEPT });
                focus_later("server");
            });
        };
        view! {
            <li class="row between">
                <span>{name}</span>
                <button type="button" class="plain" on:click=remove>{spoken}</button>
            </li>
        }
    };
    let list = move || match servers.get() {
        None => view! { <p class="soft">{shared.t(&words::PAGES_LOADING)}</p> }.into_any(),
        Some(origins) if origins.is_empty() => {
            view! { <p class="soft">{shared.t(&words::OPTIONS_SERVER_NONE)}</p> }.into_any()
        }
        Some(origins) => view! { <ul class="rows">{origins.into_iter().map(row).collect_view()}</ul> }.into_any(),
    };
    let problem =
        Signal::derive(move || wrong.get().map(|t| t.get(shared.locale.get())).unwrap_or_default().to_string());
    view! {
        <div class="card stack">
            <h3>{shared.t(&words::OPTIONS_SERVERS)}</h3>
            <form novalidate on:submit=add class="stack">
                <Field id="server".to_string() label=shared.label(&words::OPTIONS_SERVER)
                    about=shared.label(&words::OPTIONS_SERVER_ABOUT)
                    value=typed set=move |text| typed.set(text) wrong=problem />
                <div class="row"><button type="submit" class="plain">{shared.t(&words::OPTIONS_SERVER_ADD)}</button></div>
            </form>
            {list}
        </div>
    }
}
