//! Settings that both popup and options show: language, sensitivity, regions, what the log keeps.

use super::parts::{Choice, Switch, focus_later};
use super::shared::shared;
use crate::engine::Locale;
use crate::settings::{Change, Sensitivity};
use crate::words;
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;

/// The regions that the calendar knows days for, and their neighbours.
const REGIONS: [&str; 36] = [
    "KR", "US", "GB", "CA", "AU", "NZ", "IE", "IN", "JP", "CN", "TW", "HK", "SG", "MY", "PH", "ID", "TH", "VN", "DE",
    "FR", "ES", "IT", "NL", "SE", "PL", "UA", "IL", "PS", "TR", "GR", "AT", "BR", "MX", "AR", "ZA", "NG",
];

#[component]
pub fn SensitivityChoice() -> impl IntoView {
    let shared = shared();
    let now = shared.setting(|s| match s.sensitivity {
        Sensitivity::Calm => "calm",
        Sensitivity::Normal => "normal",
        Sensitivity::Strict => "strict",
    });
    let set = move |value: &'static str| {
        let sensitivity = match value {
            "calm" => Sensitivity::Calm,
            "strict" => Sensitivity::Strict,
            _ => Sensitivity::Normal,
        };
        shared.change(Change::Sensitivity { sensitivity });
    };
    let about = move || {
        let text = match now.get() {
            "calm" => &words::POPUP_CALM_ABOUT,
            "strict" => &words::POPUP_STRICT_ABOUT,
            _ => &words::POPUP_NORMAL_ABOUT,
        };
        text.get(shared.locale.get())
    };
    view! {
        <div>
            <Choice legend=&words::POPUP_SENSITIVITY name="sensitivity" value=now set=set options=vec![
                ("calm", &words::POPUP_CALM), ("normal", &words::POPUP_NORMAL), ("strict", &words::POPUP_STRICT),
            ] />
            <p class="soft" aria-live="polite">{about}</p>
        </div>
    }
}

#[component]
pub fn LanguageChoice() -> impl IntoView {
    let shared = shared();
    let now = shared.setting(|s| match s.locale {
        None => "auto",
        Some(Locale::En) => "en",
        Some(Locale::Ko) => "ko",
    });
    let set = move |value: &'static str| {
        let locale = match value {
            "en" => Some(Locale::En),
            "ko" => Some(Locale::Ko),
            _ => None,
        };
        shared.change(Change::Locale { locale });
    };
    view! {
        <Choice legend=&words::POPUP_LANGUAGE name="language" value=now set=set options=vec![
            ("auto", &words::POPUP_LANGUAGE_AUTO), ("en", &words::POPUP_ENGLISH), ("ko", &words::POPUP_KOREAN),
        ] />
    }
}

/// Options → general.
#[component]
pub fn General() -> impl IntoView {
    let shared = shared();
    let log_text = shared.setting(|s| s.log_text);
    let regions = shared.setting(|s| s.regions.iter().cloned().collect::<Vec<_>>());
    let set_regions = move |regions: Vec<String>| {
        shared.change(Change::Regions { regions: regions.into_iter().collect::<BTreeSet<_>>() });
    };
    view! {
        <div class="card stack">
            <LanguageChoice />
            <SensitivityChoice />
            <Regions id="settings-regions" label=&words::OPTIONS_REGIONS about=&words::OPTIONS_REGIONS_ABOUT value=regions set=set_regions />
            <Switch id="log-text" label=shared.label(&words::OPTIONS_LOG_TEXT)
                about=shared.label(&words::OPTIONS_LOG_TEXT_ABOUT) on=log_text
                set=move |on| shared.change(Change::LogText { on }) />
        </div>
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locales: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

/// A region's name as the browser knows it in the reader's language; else its code.
fn region_name(code: &str, locale: Locale) -> String {
    let options = js_sys::Object::new();
    // A plain object takes every field.
    let _ = js_sys::Reflect::set(&options, &"type".into(), &"region".into());
    let name = DisplayNames::new(locale_id(locale), &options).and_then(|names| names.of(code));
    name.ok().and_then(|name| name.as_string()).unwrap_or_else(|| code.to_string())
}

pub fn locale_id(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en",
        Locale::Ko => "ko",
    }
}

/// Regions, chosen one after the other; each can be taken out again.
#[component]
pub fn Regions(
    id: &'static str,
    label: &'static crate::engine::Text,
    about: &'static crate::engine::Text,
    #[prop(into)] value: Signal<Vec<String>>,
    set: impl Fn(Vec<String>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let shared = shared();
    let chip = move |code: String| {
        let name = region_name(&code, shared.locale.get());
        let spoken = words::OPTIONS_REGION_REMOVE.fill(shared.locale.get(), &[("region", &name)]);
        let remove = move |_| {
            let rest = value.get_untracked().into_iter().filter(|other| *other != code).collect();
            set(rest);
            focus_later(id);
        };
        view! {
            <li class="pill">{name}<button type="button" aria-label=spoken on:click=remove>"×"</button></li>
        }
    };
    let left = move || {
        let locale = shared.locale.get();
        let chosen = value.get();
        let mut left: Vec<(String, &str)> =
            REGIONS.iter().filter(|c| !chosen.iter().any(|v| v == **c)).map(|c| (region_name(c, locale), *c)).collect();
        left.sort();
        left.into_iter().map(|(name, code)| view! { <option value=code>{name}</option> }).collect_view()
    };
    let picked = RwSignal::new(String::new());
    let add = move |_| {
        let code = picked.get_untracked();
        let mut all = value.get_untracked();
        if !code.is_empty() && !all.contains(&code) {
            all.push(code);
            set(all);
        }
        picked.set(String::new());
        focus_later(id);
    };
    // A list that acts on arrow keys cannot be walked through by keyboard, so a button adds.
    view! {
        <div class="field">
            <label for=id>{shared.t(label)}</label>
            <small id=format!("{id}-about")>{shared.t(about)}</small>
            <ul class="pills">{move || value.get().into_iter().map(chip).collect_view()}</ul>
            <div class="row">
                <select id=id aria-describedby=format!("{id}-about") prop:value=move || picked.get()
                    on:change=move |event| picked.set(event_target_value(&event))>
                    <option value="">{shared.t(&words::OPTIONS_REGION_CHOOSE)}</option>
                    {left}
                </select>
                <button type="button" class="plain" on:click=add>{shared.t(&words::OPTIONS_REGION_ADD)}</button>
            </div>
        </div>
    }
}
