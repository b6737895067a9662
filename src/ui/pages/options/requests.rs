//! Options → network requests: every single one that was made.

use super::super::shared::shared;
use crate::protocol::{Answer, FromPage, RequestLine};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Requests() -> impl IntoView {
    let shared = shared();
    let lines = RwSignal::new(None::<Vec<RequestLine>>);
    shared.keep_loaded(move |_| {
        spawn_local(async move {
            if let Some(Answer::Requests { lines: all }) = shared.ask(FromPage::Requests).await {
                lines.set(Some(all));
            }
        });
    });
    let row = |line: RequestLine| {
        view! {
            <tr>
                <td>{line.time}</td>
                <td class="address">{line.address}</td>
                <td>{line.purpose}</td>
                <td>{line.status}</td>
                <td>{line.bytes}</td>
            </tr>
        }
    };
    let body = move || match lines.get() {
        None => view! { <p class="soft">{shared.t(&words::PAGES_LOADING)}</p> }.into_any(),
        Some(all) if all.is_empty() => view! { <p>{shared.t(&words::OPTIONS_REQUESTS_NONE)}</p> }.into_any(),
        Some(all) => view! {
            <div class="scroll" tabindex="0" role="group" aria-labelledby="requests-title">
                <table>
                    <thead><tr>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_TIME)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_ADDRESS)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_PURPOSE)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_STATUS)}</th>
                        <th scope="col">{shared.t(&words::OPTIONS_COL_BYTES)}</th>
                    </tr></thead>
                    <tbody>{all.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any(),
    };
    view! { <div class="card">{body}</div> }
}
