//! What a brand could honestly say on a solemn or awareness day that meets what it stands for: its own words, a fact with
//! its source, something that it does, where to read on. Never a slogan; and where there is nothing, that.

use super::about::is_about;
use super::promise::over;
use crate::claims::Library;
use crate::engine::{Event, Locale, Tone};
use crate::profile::{Commitment, Position, Profile, Stance, Statement};
use crate::protocol::Outline;

/// Most that are offered for a day.
const MOST: usize = 3;

/// For every such day and stance one outline. `today`: `YYYY-MM-DD`.
pub fn outlines(profile: &Profile, library: &Library, events: &[&Event], today: &str, locale: Locale) -> Vec<Outline> {
    let fits = |event: &&&Event| event.observance && matches!(event.tone, Tone::Solemn | Tone::Awareness);
    let mut all = Vec::new();
    for (place, stance) in profile.stances.iter().enumerate() {
        if stance.position != Position::Favor {
            continue;
        }
        let meets = events.iter().filter(fits).find(|event| is_about(library, event, stance));
        all.extend(meets.map(|event| outline(place, stance, event, today, locale)));
    }
    all.truncate(MOST);
    all
}

fn outline(place: usize, stance: &Stance, event: &Event, today: &str, locale: Locale) -> Outline {
    let pick = |ko: &String, en: &String| if locale == Locale::Ko && !ko.is_empty() { ko } else { en }.clone();
    let own = link(stance);
    let act = act(stance, today);
    let linked = [own.map(|it| &it.url), act.and_then(receipt)].into_iter().flatten();
    let resource = linked.chain([&event.url]).find(|url| !url.is_empty()).cloned();
    Outline {
        place,
        target: stance.target.clone(),
        day: pick(&event.name_ko, &event.name),
        fact: pick(&event.meaning_ko, &event.meaning),
        source: event.source.clone(),
        source_url: event.url.clone(),
        own: own.map(|it| it.text.clone()).unwrap_or_default(),
        own_date: own.map(|it| it.date.clone()).unwrap_or_default(),
        act: act.map(|it| it.what.clone()).unwrap_or_default(),
        act_until: act.map(|it| it.until.clone()).unwrap_or_default(),
        act_kept: act.is_some_and(|it| !it.receipts.is_empty()),
        resource: resource.unwrap_or_default(),
    }
}

/// Its newest statement: with a day and an address before one without.
fn link(stance: &Stance) -> Option<&Statement> {
    stance.statements.iter().max_by_key(|it| (!it.date.is_empty(), it.date.as_str(), !it.url.is_empty()))
}

/// What it does: what can be shown to be done, then what is still to come. A promise whose day is past is no act.
fn act<'a>(stance: &'a Stance, today: &str) -> Option<&'a Commitment> {
    let kept = stance.commitments.iter().rev().find(|it| !it.receipts.is_empty());
    kept.or_else(|| stance.commitments.iter().rev().find(|it| !over(&it.until, today)))
}

fn receipt(commitment: &Commitment) -> Option<&String> {
    commitment.receipts.iter().find(|it| it.starts_with("https://") || it.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stance(position: Position, commitments: Vec<Commitment>, statements: Vec<Statement>) -> Profile {
        let (target, aliases) = ("Refugees and asylum".into(), vec!["난민".into()]);
        let stance = Stance { target, aliases, position, commitments, statements, ..Stance::default() };
        Profile { stances: vec![stance], ..Profile::default() }
    }

    fn day(tone: Tone) -> Event {
        Event {
            id: "un-refugee".into(),
            name: "World Refugee Day".into(),
            name_ko: "세계 난민의 날".into(),
            meaning: "The day honours people who had to flee.".into(),
            meaning_ko: "살던 곳을 떠나야 했던 사람들을 기리는 날입니다.".into(),
            source: "United Nations".into(),
            url: "https://www.un.org/en/observances/refugee-day".into(),
            tone,
            observance: true,
            ..Event::default()
        }
    }

    fn told(profile: &Profile, event: &Event, locale: Locale) -> Vec<Outline> {
        outlines(profile, &Library::of(profile), &[event], "2026-06-20", locale)
    }

    fn promise(what: &str, until: &str, receipts: &[&str]) -> Commitment {
        let receipts = receipts.iter().map(|it| it.to_string()).collect();
        Commitment { what: what.into(), until: until.into(), receipts, ..Commitment::default() }
    }

    #[test]
    fn it_quotes_the_brand_the_day_and_what_is_done() {
        let said =
            |text: &str, date: &str, url: &str| Statement { text: text.into(), date: date.into(), url: url.into() };
        let statements = vec![
            said("Everyone has a right to a safe place.", "2021-06", ""),
            said("We hire newcomers in every kitchen.", "2024-06-20", "https://example.org/kitchens"),
            said("Welcome.", "", ""),
        ];
        let commitments = vec![
            promise("Forty apprenticeships a year", "2025", &["https://example.org/report"]),
            promise("Language courses in paid time", "2027", &[]),
        ];
        let profile = stance(Position::Favor, commitments, statements);
        for (locale, fact) in [
            (Locale::En, "The day honours people who had to flee."),
            (Locale::Ko, "살던 곳을 떠나야 했던 사람들을 기리는 날입니다."),
        ] {
            let found = told(&profile, &day(Tone::Awareness), locale);
            assert_eq!(found.len(), 1, "{found:?}");
            let one = &found[0];
            assert_eq!(
                (one.own.as_str(), one.own_date.as_str()),
                ("We hire newcomers in every kitchen.", "2024-06-20")
            );
            assert_eq!((one.fact.as_str(), one.source.as_str()), (fact, "United Nations"));
            assert_eq!((one.act.as_str(), one.act_kept), ("Forty apprenticeships a year", true));
            assert_eq!(one.resource, "https://example.org/kitchens");
        }
    }

    #[test]
    fn what_is_not_there_is_not_made_up() {
        let nothing = told(&stance(Position::Favor, Vec::new(), Vec::new()), &day(Tone::Solemn), Locale::En);
        assert_eq!(nothing.len(), 1);
        assert!(nothing[0].own.is_empty() && nothing[0].act.is_empty(), "{nothing:?}");
        assert!(!nothing[0].is_concrete());
        // A broken promise is nothing to show.
        let broken = stance(Position::Favor, vec![promise("Ten flats", "2024", &[])], Vec::new());
        assert!(!told(&broken, &day(Tone::Solemn), Locale::En)[0].is_concrete());
        let open = stance(Position::Favor, vec![promise("Ten flats", "2027", &[])], Vec::new());
        assert!(told(&open, &day(Tone::Solemn), Locale::En)[0].is_concrete());
    }

    #[test]
    fn only_days_of_that_kind_and_stances_in_favour() {
        for tone in [Tone::Celebratory, Tone::Contested, Tone::Grave, Tone::Unknown] {
            assert!(told(&stance(Position::Favor, Vec::new(), Vec::new()), &day(tone), Locale::En).is_empty());
        }
        for position in [Position::Against, Position::NoComment] {
            assert!(told(&stance(position, Vec::new(), Vec::new()), &day(Tone::Solemn), Locale::En).is_empty());
        }
        let news = Event { observance: false, ..day(Tone::Solemn) };
        assert!(told(&stance(Position::Favor, Vec::new(), Vec::new()), &news, Locale::En).is_empty());
    }
}
