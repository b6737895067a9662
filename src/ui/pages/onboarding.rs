//! The page that opens after the install: what it does, what it never does, three questions, a server, a try.

use super::answers::{ASKED, Answers, Stand};
use super::form::field_words;
use super::marks::VerdictView;
use super::options::{Servers, position_words};
use super::parts::{Field, focus_later};
use super::shared::{Lost, shared};
use crate::browser::page;
use crate::engine::{Draft, Text, Verdict};
use crate::profile::{Position, Profile, json};
use crate::protocol::{Answer, FromPage, MAX_DRAFT};
use crate::words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Rest after the last key before a draft is judged, as beside a composer.
const REST: Duration = Duration::from_millis(300);

#[component]
pub fn Onboarding() -> impl IntoView {
    let shared = shared();
    let list = move |items: &'static [&'static Text]| {
        items.iter().copied().map(|text| view! { <li>{shared.t(text)}</li> }).collect_view()
    };
    view! {
        <main class="letter stack">
            {move || shared.lost.get().then(|| view! { <Lost /> })}
            <header>
                <h1>{shared.t(&words::ONBOARDING_WELCOME)}</h1>
                <p class="lead">{shared.t(&words::ONBOARDING_LEAD)}</p>
            </header>
            <section class="card" aria-labelledby="does">
                <h2 id="does">{shared.t(&words::ONBOARDING_DOES)}</h2>
                <ol>{list(&[&words::ONBOARDING_DOES_1, &words::ONBOARDING_DOES_2, &words::ONBOARDING_DOES_3])}</ol>
            </section>
            <section class="card" aria-labelledby="never">
                <h2 id="never">{shared.t(&words::ONBOARDING_PROMISES)}</h2>
                <ul class="promises">{list(&[
                    &words::ONBOARDING_PROMISE_1, &words::ONBOARDING_PROMISE_2,
                    &words::ONBOARDING_PROMISE_3, &words::ONBOARDING_PROMISE_4,
                ])}</ul>
                <p class="hint">{shared.t(&words::ONBOARDING_RELOAD)}</p>
            </section>
            <section aria-labelledby="try">
                <h2 id="try">{shared.t(&words::ONBOARDING_TRY)}</h2>
                <p class="soft">{shared.t(&words::ONBOARDING_TRY_ABOUT)}</p>
                <TryIt />
            </section>
            <section aria-labelledby="brand">
                <h2 id="brand">{shared.t(&words::ONBOARDING_BRAND)}</h2>
                <p class="soft">{shared.t(&words::ONBOARDING_BRAND_ABOUT)}</p>
                <Questions />
            </section>
            <section class="card" aria-labelledby="feeds-title">
                <h2 id="feeds-title">{shared.t(&words::ONBOARDING_FEEDS)}</h2>
                <p>{shared.t(&words::ONBOARDING_FEEDS_ABOUT)}</p>
                <p><a href="options.html#feeds" target="_blank">{shared.t(&words::POPUP_FEEDS_CHOOSE)}</a></p>
            </section>
            <section aria-labelledby="server-title">
                <h2 id="server-title">{shared.t(&words::ONBOARDING_SERVER)}</h2>
                <p class="soft">{shared.t(&words::ONBOARDING_SERVER_ABOUT)}</p>
                <Servers />
            </section>
            <section class="card" aria-labelledby="done">
                <h2 id="done">{shared.t(&words::ONBOARDING_DONE)}</h2>
                <p>{shared.t(&words::ONBOARDING_DONE_ABOUT)}</p>
                <div class="row">
                    <button type="button" class="plain" on:click=move |_| page::open_options()>
                        {shared.t(&words::POPUP_OPTIONS)}
                    </button>
                </div>
            </section>
        </main>
    }
}

/// A box to type a draft into; the verdict follows the text.
#[component]
fn TryIt() -> impl IntoView {
    let shared = shared();
    let text = RwSignal::new(String::new());
    // The verdict with the text that it is about.
    let verdict = RwSignal::new(None::<(Verdict, String)>);
    let turn = StoredValue::new(0u32);
    let judge = move |draft: String| {
        text.set(draft.clone());
        turn.update_value(|n| *n += 1);
        let mine = turn.get_value();
        let current = move || turn.get_value() == mine;
        set_timeout(
            move || {
                if !current() {
                    return;
                }
                if draft.trim().is_empty() || draft.encode_utf16().count() > MAX_DRAFT {
                    verdict.set(None);
                    return;
                }
                let question = Draft { text: draft.clone(), ..Draft::default() };
                spawn_local(async move {
                    let answer = shared.ask(FromPage::Try { draft: question }).await;
                    if let (Some(Answer::Verdict { verdict: new }), true) = (answer, current()) {
                        verdict.set(Some((new, draft)));
                    }
                });
            },
            REST,
        );
    };
    // A syllable that is still being composed is no text yet.
    let composing = StoredValue::new(false);
    let typed = move |draft: String| if composing.get_value() { text.set(draft) } else { judge(draft) };
    let composed = move |_| {
        composing.set_value(false);
        judge(text.get_untracked());
    };
    let example = move |words: &'static Text| {
        move |_| {
            judge(words.get(shared.locale.get_untracked()).to_string());
            focus_later("draft");
        }
    };
    let said = move || match verdict.get() {
        Some((verdict, text)) => view! { <VerdictView verdict=verdict text=text /> }.into_any(),
        None => view! { <p class="soft">{shared.t(&words::ONBOARDING_TRY_EMPTY)}</p> }.into_any(),
    };
    view! {
        <div class="card stack" on:compositionstart=move |_| composing.set_value(true) on:compositionend=composed>
            <Field id="draft".to_string() rows=4 label=shared.label(&words::ONBOARDING_TRY_LABEL)
                value=text set=typed />
            <div class="row">
                <button type="button" class="plain" on:click=example(&words::ONBOARDING_EXAMPLE_BAD)>
                    {shared.t(&words::ONBOARDING_TRY_BAD)}
                </button>
                <button type="button" class="plain" on:click=example(&words::ONBOARDING_EXAMPLE_GOOD)>
                    {shared.t(&words::ONBOARDING_TRY_GOOD)}
                </button>
            </div>
            <div class="result" aria-live="polite">{said}</div>
        </div>
    }
}

#[component]
fn Questions() -> impl IntoView {
    let shared = shared();
    let base = RwSignal::new(Profile::default());
    let answers = RwSignal::new(Answers::default());
    let wrong = RwSignal::new(None::<(String, String)>);
    let loaded = RwSignal::new(false);
    shared.keep_loaded(move |anew| {
        if !anew && loaded.get_untracked() {
            return;
        }
        spawn_local(async move {
            if let Some(Answer::Profile { json: text }) = shared.ask(FromPage::Profile).await
                && let Ok(profile) = json::parse(&text)
            {
                answers.set(Answers::of(&profile));
                base.set(profile);
                loaded.set(true);
            }
        });
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let locale = shared.locale.get_untracked();
        let profile = base.with_untracked(|base| answers.with_untracked(|answers| answers.put(base)));
        if let Some(problem) = profile.problem() {
            let name = field_words(&problem.field, locale);
            wrong.set(Some((problem.field.clone(), problem.message_about(locale, &name))));
            return;
        }
        spawn_local(async move {
            match shared.ask(FromPage::SetProfile { json: json::print(&profile), brand: 0 }).await {
                Some(Answer::Profile { json: stored }) => {
                    base.set(json::parse(&stored).unwrap_or(profile));
                    wrong.set(None);
                    shared.tell(&words::OPTIONS_BRAND_SAVED);
                }
                Some(Answer::Refused { field, message }) => wrong.set(Some((field, message))),
                _ => {}
            }
        });
    };
    let label = move |text| shared.label(text);
    let fields = move || {
        view! {
            <Field id="brand-name".to_string() label=label(&words::ONBOARDING_Q_NAME)
                value=Signal::derive(move || answers.with(|a| a.name.clone()))
                set=move |text| answers.update(|a| a.name = text) />
            <Field id="brand-sector".to_string() label=label(&words::ONBOARDING_Q_SECTOR)
                value=Signal::derive(move || answers.with(|a| a.sector.clone()))
                set=move |text| answers.update(|a| a.sector = text) />
            <p class="question" id="stands">{shared.t(&words::ONBOARDING_Q_STANDS)}</p>
            {(0..ASKED).map(|n| view! { <StandRow n=n answers=answers /> }).collect_view()}
            <p class="wrong" role="alert">{move || wrong.get().map(|(_, message)| message)}</p>
            <div class="row"><button type="submit" class="primary">{shared.t(&words::ONBOARDING_SAVE)}</button></div>
        }
    };
    view! {
        <form class="card stack" novalidate on:submit=save>
            // Not before the answer: it would take away what was typed until then.
            {move || if loaded.get() { fields().into_any() } else {
                view! { <p class="soft">{shared.t(&words::PAGES_LOADING)}</p> }.into_any()
            }}
        </form>
    }
}

#[component]
fn StandRow(n: usize, answers: RwSignal<Answers>) -> impl IntoView {
    let shared = shared();
    let number = move || vec![("number", (n + 1).to_string())];
    let read = move |get: fn(&Stand) -> String| Signal::derive(move || answers.with(|a| get(&a.stands[n])));
    let position = move || answers.with(|a| a.stands[n].position);
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let position = Position::ALL.into_iter().find(|p| position_id(*p) == chosen).unwrap_or_default();
        answers.update(|a| a.stands[n].position = position);
    };
    let option = move |p: Position| {
        view! { <option value=position_id(p) selected=move || position() == p>{shared.t(position_words(p))}</option> }
    };
    view! {
        <fieldset class="stand">
            <legend>{shared.fill(&words::ONBOARDING_STAND, number)}</legend>
            <div class="pair">
                <Field id=format!("target-{n}") label=shared.label(&words::OPTIONS_FIELD_TARGET)
                    value=read(|s| s.target.clone()) set=move |text| answers.update(|a| a.stands[n].target = text) />
                <div class="field">
                    <label for=format!("position-{n}")>{shared.t(&words::OPTIONS_FIELD_POSITION)}</label>
                    <select id=format!("position-{n}") prop:value=move || position_id(position()) on:change=choose>
                        {Position::ALL.into_iter().map(option).collect_view()}
                    </select>
                </div>
            </div>
            <Field id=format!("sentence-{n}") label=shared.label(&words::ONBOARDING_SENTENCE)
                value=read(|s| s.sentence.clone()) set=move |text| answers.update(|a| a.stands[n].sentence = text) />
        </fieldset>
    }
}

fn position_id(position: Position) -> &'static str {
    match position {
        Position::Favor => "favor",
        Position::Against => "against",
        Position::NoComment => "no-comment",
    }
}
