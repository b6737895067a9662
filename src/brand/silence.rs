//! Selective silence: what a brand spoke about before, what is on again today, and that nothing was said this time.

use super::about::is_about;
use crate::claims::{Ledger, Library};
use crate::context::Day;
use crate::engine::{Event, Locale};
use crate::profile::{Position, Profile};
use crate::protocol::Silence;

/// How far from the same day of an earlier year is the same season, in days, and how many years count.
const SEASON: i32 = 31;
const YEARS: i32 = 3;
/// How long ago a word on news counts, in days.
const NEWS: i32 = 730;
/// What was said within so many days was said this time.
const THIS_TIME: i32 = 30;
/// Most that are told: more would be a scolding.
const MOST: usize = 5;
/// Longest quotation, in characters.
const LONG: usize = 200;

/// One thing that was said.
struct Said<'a> {
    text: &'a str,
    /// As it is written in the profile or the archive.
    date: &'a str,
    url: &'a str,
    past: bool,
}

/// A day, or the middle of a month. A year alone has no season.
fn day(date: &str) -> Option<Day> {
    Day::parse(date).or_else(|| if date.len() == 7 { Day::parse(&format!("{date}-15")) } else { None })
}

fn counts(event: &Event, said: Day, today: Day) -> bool {
    let ago = today.count() - said.count();
    if !event.observance {
        return (THIS_TIME + 1..=NEWS).contains(&ago);
    }
    let near = |back: i32| {
        let year = today.year - back;
        // 29 February is the last of the month in other years.
        let then = (0..4).find_map(|less| Day::parse(&format!("{year:04}-{:02}-{:02}", today.month, today.day - less)));
        then.is_some_and(|then| (then.count() - said.count()).abs() <= SEASON)
    };
    ago > THIS_TIME && (1..=YEARS).any(near)
}

/// What can be asked of a day: at most one line for each event and target.
pub fn silences(
    profile: &Profile,
    library: &Library,
    ledger: &Ledger,
    events: &[&Event],
    today: Day,
    locale: Locale,
) -> Vec<Silence> {
    let mut all = Vec::new();
    for stance in profile.stances.iter().filter(|stance| stance.position != Position::NoComment) {
        let spoken = library.target(&stance.target).and_then(|id| ledger.spoken(&id));
        let statements = stance.statements.iter();
        let mut said: Vec<Said> = statements
            .map(|it| Said { text: &it.text, date: &it.date, url: &it.url, past: false })
            .chain(spoken.iter().flat_map(|it| it.months.values()).map(|it| Said {
                text: &it.text,
                date: &it.date,
                url: &it.url,
                past: true,
            }))
            .collect();
        said.sort_by(|a, b| b.date.cmp(a.date));
        let days = said.iter().map(|it| it.date).chain(spoken.iter().map(|it| it.last.as_str()));
        let this_time = |date: &str| day(date).is_some_and(|day| today.count() - day.count() <= THIS_TIME);
        if days.into_iter().any(this_time) {
            continue;
        }
        for event in events.iter().filter(|event| is_about(library, event, stance)) {
            let Some(it) = said.iter().find(|it| day(it.date).is_some_and(|day| counts(event, day, today))) else {
                continue;
            };
            let pick = |ko: &String, en: &String| if locale == Locale::Ko && !ko.is_empty() { ko } else { en }.clone();
            let known = if event.id.is_empty() { &event.name } else { &event.id };
            all.push(Silence {
                key: format!("{known} {} {}", today.year, stance.target),
                target: stance.target.clone(),
                said: it.text.chars().take(LONG).collect(),
                date: it.date.to_string(),
                url: it.url.to_string(),
                past: it.past,
                event: pick(&event.name_ko, &event.name),
                source: event.source.clone(),
                event_url: event.url.clone(),
                own: event.own,
            });
        }
    }
    all.truncate(MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Entry;
    use crate::profile::{Stance, Statement};

    fn profile(position: Position, dates: &[&str]) -> Profile {
        let statement = |date: &&str| Statement {
            text: format!("We stand with refugees, {date}."),
            date: date.to_string(),
            ..Statement::default()
        };
        let stance = Stance {
            target: "Refugees and asylum".into(),
            aliases: vec!["난민".into()],
            position,
            statements: dates.iter().map(statement).collect(),
            ..Stance::default()
        };
        Profile { stances: vec![stance], ..Profile::default() }
    }

    fn event(observance: bool) -> Event {
        Event {
            id: "un-refugee".into(),
            name: "World Refugee Day".into(),
            name_ko: "세계 난민의 날".into(),
            source: "United Nations".into(),
            observance,
            ..Event::default()
        }
    }

    fn told(profile: &Profile, posts: &[(&str, &str)], event: &Event, today: &str, locale: Locale) -> Vec<Silence> {
        let library = Library::of(profile);
        let mut ledger = Ledger::default();
        for (text, date) in posts {
            ledger.add(&library, &Entry { text: text.to_string(), date: date.to_string(), ..Entry::default() });
        }
        silences(profile, &library, &ledger, &[event], Day::parse(today).expect("a day"), locale)
    }

    #[test]
    fn a_word_of_the_same_season_and_none_this_time_is_told_with_both_facts() {
        let favor = profile(Position::Favor, &["2025-06-18"]);
        let found = told(&favor, &[], &event(true), "2026-06-20", Locale::Ko);
        assert_eq!(found.len(), 1, "{found:?}");
        let one = &found[0];
        assert_eq!(
            (one.said.as_str(), one.date.as_str(), one.past),
            ("We stand with refugees, 2025-06-18.", "2025-06-18", false)
        );
        assert_eq!((one.event.as_str(), one.source.as_str()), ("세계 난민의 날", "United Nations"));
        assert_eq!(one.key, "un-refugee 2026 Refugees and asylum");
        for (dates, why) in [
            (&["2025-06"][..], true),
            (&["2023-06-30"], true),
            (&["2022-06-20"], false),
            (&["2025-11-02"], false),
            (&["2025"], false),
            (&["2025-06-18", "2026-06-01"], false),
            (&[], false),
        ] {
            let found = told(&profile(Position::Favor, dates), &[], &event(true), "2026-06-20", Locale::En);
            assert_eq!(!found.is_empty(), why, "{dates:?}");
        }
    }

    #[test]
    fn past_posts_speak_and_a_new_one_is_no_silence() {
        let favor = profile(Position::Favor, &[]);
        let last = [("We stand with refugees. Our kitchens hire twelve this month.", "2025-06-20")];
        let found = told(&favor, &last, &event(true), "2026-06-20", Locale::En);
        assert_eq!(found.iter().map(|it| (it.past, it.date.as_str())).collect::<Vec<_>>(), [(true, "2025-06-20")]);
        let korean = [("우리는 난민과 함께합니다. 올해도 난민을 지지합니다.", "2025-06-20")];
        assert_eq!(told(&favor, &korean, &event(true), "2026-06-20", Locale::Ko).len(), 1);
        // Two newer posts of another season do not hide it; one of this month does, whatever it says.
        let more = [last[0], ("We stand with refugees.", "2025-11-01"), ("We support refugees.", "2025-12-01")];
        assert_eq!(told(&favor, &more, &event(true), "2026-06-20", Locale::En).len(), 1);
        let now = [last[0], ("On refugees we will say more next week.", "2026-06-17")];
        assert!(told(&favor, &now, &event(true), "2026-06-20", Locale::En).is_empty());
    }

    #[test]
    fn silence_on_purpose_and_other_days_are_left_alone() {
        let quiet = profile(Position::NoComment, &["2025-06-18"]);
        assert!(told(&quiet, &[], &event(true), "2026-06-20", Locale::En).is_empty());
        let favor = profile(Position::Favor, &["2025-06-18"]);
        let other = Event { name: "World Bee Day".into(), name_ko: "세계 벌의 날".into(), ..event(true) };
        assert!(told(&favor, &[], &other, "2026-06-20", Locale::En).is_empty());
        // News has no season: anything of the last two years counts.
        let news = Event { name: "Refugees drown off Lampedusa".into(), name_ko: String::new(), ..event(false) };
        assert_eq!(told(&favor, &[], &news, "2026-11-20", Locale::En).len(), 1);
        assert!(told(&favor, &[], &news, "2027-11-20", Locale::En).is_empty());
    }
}
