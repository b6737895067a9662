//! A sample brand and sample events, for the first look and for `cargo xtask run`. Marked as samples wherever shown.

use crate::engine::Event;
use crate::profile::{Position, Profile, Stance, Statement};

fn statement(text: &str, date: &str) -> Statement {
    Statement { text: text.into(), date: date.into(), url: String::new() }
}

/// A made-up cosmetics maker with three stances.
pub fn profile() -> Profile {
    let stance = |target: &str, aliases: &[&str], position, statements: Vec<Statement>| Stance {
        target: target.into(),
        aliases: aliases.iter().map(|alias| alias.to_string()).collect(),
        position,
        statements,
        note: "Sample".into(),
        ..Stance::default()
    };
    Profile {
        name: "해오름 Haeoreum (sample)".into(),
        sector: "cosmetics".into(),
        regions: vec!["KR".into(), "US".into()],
        accounts: Vec::new(),
        dates: Vec::new(),
        stances: vec![
            stance(
                "animal testing",
                &["동물실험"],
                Position::Against,
                vec![
                    statement("We never test on animals.", "2021-03-02"),
                    statement("동물실험과 모피에 반대합니다.", "2023-05"),
                ],
            ),
            stance(
                "body positivity",
                &["바디 포지티브"],
                Position::Favor,
                vec![statement("Every body belongs here: no before-and-after pictures.", "2024-01-10")],
            ),
            stance("elections", &["선거", "총선"], Position::NoComment, Vec::new()),
        ],
    }
}

/// Made-up news: a tragedy and an ordinary trend.
pub fn events() -> Vec<Event> {
    let sample = |name: &str, name_ko: &str| Event {
        name: name.into(),
        name_ko: name_ko.into(),
        source: "Sample / 예시".into(),
        sample: true,
        ..Event::default()
    };
    vec![
        sample("Hurricane landfall, evacuation orders", "태풍 상륙, 대피령"),
        sample("Cherry blossom festival", "벚꽃 축제"),
    ]
}

#[cfg(test)]
mod tests {
    use crate::engine::{Draft, Level, Locale};
    use crate::judge::Judge;
    use crate::settings::Settings;

    #[test]
    fn the_sample_shows_a_hold_a_contradiction_and_an_ordinary_post() {
        let profile = super::profile();
        assert_eq!(profile.problem(), None);
        let judge = Judge::new(&profile, &Settings::default(), &super::events(), "2026-04-07");
        let level = |text: &str| judge.review(&Draft { text: text.into(), ..Draft::default() }, "x", Locale::En).level;
        assert_eq!(level("A storm of savings is coming! 30% off everything"), Level::Hold);
        assert_eq!(level("Our mink coats are back"), Level::Hold);
        assert_eq!(level("Our lab opens its doors to students on Friday."), Level::Clear);
        assert!(judge.events().any(|event| event.sample));
    }
}
