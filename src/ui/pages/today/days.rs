//! The days to come, in the brand's regions.

use super::super::general::locale_id;
use super::super::marks::{Source, ToneMark};
use super::Room;
use crate::protocol::ComingDay;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Days(room: Room) -> impl IntoView {
    let shared = room.shared;
    let days = Memo::new(move |_| room.with(|all| all.days.clone(), Vec::new()));
    let row = move |day: ComingDay| {
        let date = day.date.clone();
        let shown = move || {
            // Noon: the same day in every zone of the reader's.
            let at = js_sys::Date::new(&format!("{date}T12:00:00").into());
            let options = js_sys::Object::new();
            for (name, value) in [("month", "short"), ("day", "numeric"), ("weekday", "short")] {
                // A plain object takes every key.
                let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
            }
            String::from(at.to_locale_date_string(locale_id(shared.locale.get()), &options))
        };
        view! {
            <tr>
                <th scope="row"><time datetime=day.date>{shown}</time></th>
                <td>
                    <strong>{day.name}</strong>" "<ToneMark tone=day.tone />
                    {(!day.meaning.is_empty()).then(|| view! { <p class="soft">{day.meaning}</p> })}
                    {day.url.map(|url| view! { <p><Source source=day.source url=Some(url) /></p> })}
                </td>
            </tr>
        }
    };
    view! {
        <h2 id="days">{shared.t(&words::TODAY_DAYS)}</h2>
        <p class="soft" hidden=move || room.waits() || !days.with(Vec::is_empty)>{shared.t(&words::TODAY_DAYS_NONE)}</p>
        <table aria-labelledby="days" hidden=move || days.with(Vec::is_empty)>
            <tbody>{move || days.get().into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
