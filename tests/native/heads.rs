//! The trained heads: that they read, say the same each time, know their trade, and keep their size and their bounds.

use nunchi::engine::heads::{BUCKETS, CAP, Head, Heads, MAGIC, Model, Reading, features};
use nunchi::engine::{Draft, Event, EvidenceKind, Finding, Level, Locale, Verdict, fold, language};
use nunchi::judge::Judge;
use nunchi::settings::Settings;
use std::collections::BTreeSet;

const FILES: [&[u8]; 2] =
    [include_bytes!("../../src/data/models/en.bin"), include_bytes!("../../src/data/models/ko.bin")];

fn listen(text: &str) -> Vec<Reading> {
    let heads = Heads::read(FILES[0], FILES[1]).expect("the models read");
    heads.listen(&fold(text), language(text), &[])
}

fn firm(text: &str, head: Head) -> bool {
    listen(text).iter().any(|reading| reading.head == head && reading.firm)
}

fn score(text: &str, head: Head) -> f32 {
    listen(text).iter().find(|reading| reading.head == head).map_or(0.0, |reading| reading.score)
}

#[test]
fn heads_tell_tones_apart() {
    let sets: [(Head, [&str; 2]); 9] = [
        (Head::Cheer, ["So excited, what a wonderful day, we are so happy!", "The shop is closed on Monday."]),
        (Head::Mirth, ["lol that is hilarious haha", "The shop is closed on Monday."]),
        (Head::Sorrow, ["I am so sorry, this is heartbreaking. Rest in peace.", "We ship within two days."]),
        (Head::Anger, ["This is disgusting, I am so angry, shut up you idiot", "We ship within two days."]),
        (Head::Offence, ["you stupid ugly bitch, shut the fuck up", "Thank you all for coming to our opening."]),
        (Head::Contempt, ["women are all whores and should shut up", "Thank you all for coming to our opening."]),
        (Head::Offence, ["병신 같은 새끼들 꺼져라", "오늘은 오후 여섯 시까지 영업합니다."]),
        (Head::Sorrow, ["너무 슬퍼서 눈물만 나요", "오늘은 오후 여섯 시까지 영업합니다."]),
        (Head::Mirth, ["ㅋㅋㅋ 너무 웃기다", "오늘은 오후 여섯 시까지 영업합니다."]),
    ];
    for (head, [yes, no]) in sets {
        assert!(score(yes, head) > score(no, head), "{head:?}: {yes} / {no}");
        assert!(!firm(no, head), "{head:?} is firm on: {no}");
    }
    assert!(firm("lol that is hilarious haha", Head::Mirth));
    assert!(firm("병신 같은 새끼들 꺼져라", Head::Offence));
}

#[test]
fn a_reading_is_the_same_each_time_and_a_probability() {
    for text in ["", " ", "a", "ㅋ", "가나다", "So happy 🎉 #Launch", "😀😀😀", &"행복 happy ".repeat(5000)]
    {
        let (first, second) = (listen(text), listen(text));
        assert_eq!(first, second);
        for reading in first {
            assert!((0.0..=1.0).contains(&reading.probability), "{text:.20}: {reading:?}");
            assert!(reading.score.is_finite());
        }
    }
    assert!(listen("とても楽しい一日でした").is_empty(), "no heads for Japanese");
}

#[test]
fn words_left_out_are_not_read() {
    let folded = fold("what a lovely horrible day");
    let at = folded.text.find("horrible").expect("the word");
    let without = features(&folded, false, &[(at, at + "horrible".len())]);
    let all = features(&folded, false, &[]);
    assert!(without.len() < all.len());
    assert!(features(&folded, false, &[(0, folded.text.len())]).is_empty());
    let korean = fold("정말 지독한 하루");
    let at = korean.text.find("지독").expect("the word");
    assert!(features(&korean, true, &[(at, at + 6)]).len() < features(&korean, true, &[]).len());
}

#[test]
fn a_long_text_costs_no_more_than_its_beginning() {
    let long: String = (0..20_000).map(|n| char::from(b'a' + (n * n / 7 % 26) as u8)).collect();
    let cut = &long[..CAP];
    assert_eq!(features(&fold(&long), false, &[]).len().abs_diff(features(&fold(cut), false, &[]).len()) / 8, 0);
}

#[test]
fn broken_model_files_are_refused() {
    let whole = FILES[0];
    assert!(Model::read(whole).is_some());
    for cut in [0, 3, 4, 5, 6, 18, 40, BUCKETS, whole.len() - 1] {
        assert!(Model::read(&whole[..cut]).is_none(), "{cut} bytes");
    }
    let mut longer = whole.to_vec();
    longer.push(0);
    assert!(Model::read(longer.leak()).is_none());
    let mut unknown = whole.to_vec();
    unknown[5] = 200;
    assert!(Model::read(unknown.leak()).is_none());
    let none = [MAGIC.as_slice(), &[0]].concat();
    assert!(Model::read(none.leak()).is_some_and(|model| model.readings(&[1, 2]).is_empty()));
}

#[test]
fn the_weights_stay_small() {
    for file in FILES {
        // Seven heads at most. Most weights are nought, so that they pack well.
        assert!(file.len() < 7 * (BUCKETS + 1000), "{} bytes", file.len());
        let set = file.iter().filter(|byte| **byte != 0).count();
        assert!(set * 4 < file.len(), "{set} of {} bytes are not nought", file.len());
    }
}

fn verdict(text: &str, events: &[&str], reply_to: &str) -> Verdict {
    let events: Vec<Event> = events.iter().map(|line| Event::trend(line)).collect();
    let judge = Judge::of("", "", Vec::new(), &Settings::default(), BTreeSet::new(), &events, "");
    let draft = Draft { text: text.to_string(), reply_to: reply_to.to_string(), ..Draft::default() };
    judge.review(&draft, "", Locale::En)
}

fn heard(verdict: &Verdict) -> Option<Level> {
    let tone = |finding: &&Finding| finding.evidence.iter().any(|one| one.kind == EvidenceKind::Tone);
    verdict.findings.iter().filter(tone).map(|finding| finding.level).max()
}

#[test]
fn a_tone_counts_beside_an_event_a_reply_or_an_insult_and_never_alone() {
    // (draft, events, answered post, the level of what is heard)
    type Case = (&'static str, &'static [&'static str], &'static str, Option<Level>);
    let cases: [Case; 13] = [
        ("The earthquake is hilarious, hahaha", &["earthquake"], "", Some(Level::Caution)),
        ("The earthquake is hilarious, hahaha", &[], "", None),
        ("지진 났지만 우린 마냥 좋고 기뻐요", &["지진"], "", Some(Level::Caution)),
        ("지진 났지만 우린 마냥 좋고 기뻐요", &[], "", None),
        (
            "I feel so miserable and lonely since the plane crash. Flights 30% off",
            &["plane crash"],
            "",
            Some(Level::Caution),
        ),
        ("Flights 30% off, back to the office on Monday", &[], "", None),
        ("lol oops 😂", &[], "I miss my old dog so much, lonely nights", Some(Level::Caution)),
        ("lol oops 😂", &[], "Ugh I hate you, you dumb idiot, shut up", None),
        ("lol oops 😂", &[], "Do you open on Mondays?", None),
        ("야 이 병신아 그딴 소리 하지 마라 니 수준이 그거냐 ㅋㅋㅋ", &[], "", Some(Level::Hold)),
        ("병신이라는 말은 쓰지 말아 주세요", &[], "", None),
        ("Women are useless, I hate this stupid disgusting garbage", &[], "", None),
        ("So excited, what a wonderful day, we are so happy!", &[], "", None),
    ];
    for (text, events, reply, level) in cases {
        let verdict = verdict(text, events, reply);
        assert_eq!(heard(&verdict), level, "{text} {events:?}: {:#?}", verdict.findings);
    }
}

#[test]
fn what_is_only_heard_holds_nothing() {
    // Firm in every head, and not a word of it in the lists of offence.
    for text in ["lol that is hilarious haha", "So excited, we are so happy, yay!", "이 쓰레기 같은 놈아 입 닥쳐라"]
    {
        assert!(listen(text).iter().any(|reading| reading.firm), "{text} is not firm");
        for events in [&[][..], &["earthquake, hundreds dead"], &["national mourning"], &["지진 사망"]] {
            let verdict = verdict(text, events, "");
            for finding in &verdict.findings {
                let only = finding.evidence.iter().all(|one| one.kind == EvidenceKind::Tone);
                assert!(!only || finding.level <= Level::Hint, "{text}: {finding:#?}");
            }
            assert!(heard(&verdict) < Some(Level::Hold), "{text} {events:?}: {:#?}", verdict.findings);
        }
    }
}
