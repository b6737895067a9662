//! The account of an import, file by file: what was added, what was there, and what could not be read and why.

use super::super::shared::shared;
use crate::archive::{Bad, Report, Why};
use crate::engine::{Locale, Text};
use crate::words;
use leptos::prelude::*;

/// Bad rows that are listed.
const LISTED: usize = 100;

/// One file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    pub file: String,
    /// As far as it was read.
    pub report: Report,
    /// As the background answered.
    pub new: u32,
    pub again: u32,
    pub over: u32,
}

/// A number with a comma at every third digit: both languages write it so.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn reason(why: Why) -> &'static Text {
    match why {
        Why::Broken => &words::PAST_WHY_BROKEN,
        Why::Shape => &words::PAST_WHY_SHAPE,
        Why::NotText => &words::PAST_WHY_NOT_TEXT,
        Why::TooBig => &words::PAST_WHY_TOO_BIG,
        Why::Damaged => &words::PAST_WHY_DAMAGED,
        Why::CutOff => &words::PAST_WHY_CUT_OFF,
        Why::Packed => &words::PAST_WHY_PACKED,
        Why::Unknown => &words::PAST_WHY_UNKNOWN,
        Why::NoColumn => &words::PAST_WHY_NO_COLUMN,
    }
}

fn bad_line(bad: &Bad, locale: Locale) -> String {
    let why = reason(bad.why).get(locale);
    if bad.row == 0 {
        return words::OPTIONS_PAST_BAD_WHOLE.fill(locale, &[("file", &bad.file), ("why", why)]);
    }
    words::OPTIONS_PAST_BAD_ROW.fill(locale, &[("file", &bad.file), ("row", &grouped(bad.row)), ("why", why)])
}

impl Account {
    /// Everything that was not read: rows, and members or files as a whole.
    fn bad(&self) -> u64 {
        self.report.bad_rows + self.report.bad.iter().filter(|bad| bad.row == 0).count() as u64
    }

    fn line(&self, locale: Locale) -> String {
        let values = [
            ("new", self.new.into()),
            ("again", self.report.again + u64::from(self.again)),
            ("others", self.report.others),
            ("empty", self.report.empty),
            ("bad", self.bad()),
        ];
        let values = values.map(|(name, number)| (name, grouped(number)));
        let values = values.each_ref().map(|(name, number)| (*name, number.as_str()));
        words::OPTIONS_PAST_FILE.fill(locale, &values)
    }
}

#[component]
pub fn Accounts(all: RwSignal<Vec<Account>>) -> impl IntoView {
    let shared = shared();
    let one = move |account: Account| {
        let bad = account.bad();
        let shown: Vec<Bad> = account.report.bad.iter().take(LISTED).cloned().collect();
        let more = bad.saturating_sub(shown.len() as u64);
        let (name, over) = (account.file.clone(), account.over);
        let list = (bad > 0).then(|| {
            let title = shared.fill(&words::OPTIONS_PAST_BAD, move || vec![("number", grouped(bad))]);
            let rows = shown.into_iter().map(|bad| view! { <li>{move || bad_line(&bad, shared.locale.get())}</li> });
            let rest = (more > 0).then(|| {
                let words = shared.fill(&words::OPTIONS_PAST_BAD_MORE, move || vec![("number", grouped(more))]);
                view! { <li>{words}</li> }
            });
            view! { <details class="bad"><summary>{title}</summary><ul>{rows.collect_view()}{rest}</ul></details> }
        });
        let full = (over > 0).then(|| {
            let most = crate::protocol::MOST_PAST;
            let values = move || vec![("number", grouped(over.into())), ("most", grouped(most.into()))];
            view! { <p class="wrong">{shared.fill(&words::OPTIONS_PAST_OVER, values)}</p> }
        });
        view! {
            <li class="stack">
                <p><b>{name}</b>" "{move || account.line(shared.locale.get())}</p>
                {full}
                {list}
            </li>
        }
    };
    view! { <ul class="rows" id="past-accounts">{move || all.get().into_iter().map(one).collect_view()}</ul> }
}
