//! What a finding says of an event: since when, how fast, where, and two headlines, once, in the reader's language.

use nunchi::context::{Day, tell};
use nunchi::engine::{Draft, Event, Evidence, EvidenceKind, Finding, Headline, Known, Level, Locale, Tone};
use nunchi::judge::Judge;
use nunchi::knowledge;
use nunchi::settings::Settings;
use std::collections::BTreeSet;

fn headline(title: &str, source: &str, language: &str) -> Headline {
    let url = format!("https://example.org/{}", title.replace(' ', "-"));
    Headline { title: title.into(), source: source.into(), url, language: language.into() }
}

fn shooting() -> Event {
    Event {
        id: "story-1".into(),
        name: "Nine killed in mall shooting".into(),
        name_ko: "쇼핑몰 총격으로 아홉 명 숨져".into(),
        meaning: "9 or more deaths are reported.".into(),
        meaning_ko: "9명 넘게 숨진 것으로 전해져요.".into(),
        topics: vec!["shooting".into(), "death".into()],
        tone: Tone::Grave,
        gravity: 3,
        regions: vec!["US".into(), "world".into()],
        date: "2026-11-23".into(),
        source: "BBC News, Bluesky".into(),
        url: "https://example.org/nine".into(),
        headlines: vec![
            headline("Nine killed in mall shooting!", "BBC News", "en"),
            headline("Police name the gunman", "BBC News", "en"),
            headline("Mall to stay closed", "BBC News", "en"),
            headline("총격 현장에 추모 발길", "연합뉴스", "ko"),
            headline("Mayor asks for blood donations", "The Guardian", "en"),
            headline("시장, 헌혈 호소", "경향신문", "ko"),
        ],
        pace: Some((14, 5)),
        ..Event::default()
    }
}

const SALE: &str = "Killer deals all weekend! Up to 40% off laptops. Don't shoot the messenger: order now";

fn told(events: &[Event], today: &str, locale: Locale, text: &str) -> (Level, Vec<Evidence>) {
    let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), events, today);
    let verdict = judge.review(&Draft { text: text.into(), ..Draft::default() }, "", locale);
    let all = verdict.findings.into_iter().flat_map(|finding| finding.evidence);
    (verdict.level, all.filter(|one| one.kind == EvidenceKind::Event).collect())
}

#[test]
fn an_event_says_its_day_speed_place_and_two_headlines_once() {
    let (level, all) = told(&[shooting()], "2026-11-25", Locale::En, SALE);
    assert_eq!(level, Level::Hold);
    let first = &all[0].text;
    let whole = "Nine killed in mall shooting: 9 or more deaths are reported. Day 3. 14 reports in 6 hours, more than before. \
                 Where: US.";
    assert_eq!(first, whole);
    let lines: Vec<(&str, &str)> =
        all.iter().filter(|one| one.date.is_none()).map(|one| (one.text.as_str(), one.source.as_str())).collect();
    // Not the name again, and two who tell it rather than one twice.
    assert_eq!(lines, [("Police name the gunman", "BBC News"), ("Mayor asks for blood donations", "The Guardian")]);
    for one in &all {
        assert!(one.url.as_deref().is_some_and(|url| url.starts_with("https://")) && !one.source.is_empty(), "{one:?}");
        assert_eq!(all.iter().filter(|other| other.text == one.text).count(), 1, "{} twice", one.text);
    }
}

#[test]
fn in_korean_with_korean_headlines_first() {
    let (_, all) = told(&[shooting()], "2026-11-23", Locale::Ko, "총알 배송 특가! 오늘만 50% 할인");
    let texts: Vec<&str> = all.iter().take(3).map(|one| one.text.as_str()).collect();
    let whole = "쇼핑몰 총격으로 아홉 명 숨져: 9명 넘게 숨진 것으로 전해져요. 오늘로 1일째예요. \
                 6시간 동안 보도 14건, 늘고 있어요. 지역: US.";
    assert_eq!(texts, [whole, "총격 현장에 추모 발길", "시장, 헌혈 호소"]);
}

/// What `tell` makes of one finding that stands on this event.
fn completed(event: &Event, today: &str, locale: Locale) -> Vec<String> {
    let known = Known::read(knowledge::get(), event);
    let evidence = vec![known.evidence(locale, "Trends")];
    let finding = Finding {
        check: "woken-idiom".into(),
        level: Level::Hint,
        confidence: 0,
        start: 0,
        end: 0,
        what: String::new(),
        why: String::new(),
        todo: String::new(),
        evidence,
        fix: None,
    };
    // Two findings of one event: the second says no more than its name.
    let mut findings = [finding.clone(), finding];
    tell(&mut findings, &[known], Day::parse(today), locale);
    assert_eq!(findings[1].evidence.len(), 1);
    assert!(!findings[1].evidence[0].text.contains("6"), "{:?}", findings[1].evidence);
    findings[0].evidence.iter().map(|one| one.text.clone()).collect()
}

#[test]
fn a_light_subject_is_late_on_its_third_day_and_a_grave_one_never() {
    let light = Event { gravity: 1, tone: Tone::Unknown, pace: Some((2, 9)), headlines: Vec::new(), ..shooting() };
    let cases = [
        ("2026-11-24", "Day 2.", "오늘로 2일째예요."),
        ("2026-11-25", "Day 3: late.", "3일째: 끼어들기엔 늦었어요."),
        ("2026-12-02", "Day 10: late.", "10일째: 끼어들기엔 늦었어요."),
    ];
    for (day, en, ko) in cases {
        for (locale, words, speed) in [(Locale::En, en, "fewer than before"), (Locale::Ko, ko, "줄고 있어요")] {
            let said = &completed(&light, day, locale)[0];
            assert!(said.contains(words) && said.contains(speed), "{day}: {said}");
            let grave = &completed(&shooting(), day, locale)[0];
            assert!(!grave.contains("late") && !grave.contains("늦었"), "{grave}");
        }
    }
}

#[test]
fn nothing_is_added_where_nothing_is_known() {
    let bare = Event { headlines: Vec::new(), pace: None, ..shooting() };
    for events in [vec![bare], vec![Event::trend("mall shooting")]] {
        let (level, all) = told(&events, "2026-11-25", Locale::En, SALE);
        assert_eq!(level, Level::Hold);
        assert!(!all[0].text.contains("Day") && !all[0].text.contains("Where"), "{}", all[0].text);
    }
    // A clock that stands before the event, or no day at all: no age is made up.
    for today in ["2026-11-20", ""] {
        let (_, all) = told(&[shooting()], today, Locale::En, SALE);
        assert!(!all[0].text.contains("Day"), "{}", all[0].text);
    }
}

/// None of it weighs anything: level and findings are the same without.
#[test]
fn what_is_added_changes_no_verdict() {
    let bare = Event { headlines: Vec::new(), pace: None, ..shooting() };
    let judge = |event: Event, text: &str| {
        let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &[event], "2026-11-25");
        let verdict = judge.review(&Draft { text: text.into(), ..Draft::default() }, "", Locale::En);
        let findings = verdict.findings.into_iter();
        (verdict.level, findings.map(|f| (f.check, f.level, f.confidence, f.start, f.end)).collect::<Vec<_>>())
    };
    for text in
        [SALE, "Our repair desk is open", "Thoughts and prayers. Also, 20% off!", "lol nine killed in mall shooting"]
    {
        assert_eq!(judge(shooting(), text), judge(bare.clone(), text), "{text}");
    }
}
