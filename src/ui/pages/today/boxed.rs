//! What the page of X that was last written on showed as trends.

use super::super::general::locale_id;
use super::super::marks::ToneMark;
use super::Room;
use crate::protocol::BoxTrend;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Boxed(room: Room) -> impl IntoView {
    let shared = room.shared;
    let boxed = Memo::new(move |_| room.with(|all| all.boxed.clone(), None));
    let line = |one: BoxTrend| {
        view! { <li>{one.name}" "{one.grave.then(|| view! { <ToneMark tone="grave".to_string() /> })}</li> }
    };
    move || {
        let boxed = boxed.get()?;
        let at = boxed.at;
        let when = shared.fill(&words::TODAY_BOX_ABOUT, move || {
            let date = js_sys::Date::new(&at.into());
            let locale = locale_id(shared.locale.get());
            vec![("time", String::from(date.to_locale_string(locale, &wasm_bindgen::JsValue::UNDEFINED)))]
        });
        Some(view! {
            <section aria-labelledby="boxed" id="boxed-trends">
                <h2 id="boxed">{shared.t(&words::TODAY_BOX)}</h2>
                <p class="soft">{when}</p>
                <ul class="card rows">{boxed.all.into_iter().map(line).collect_view()}</ul>
            </section>
        })
    }
}
