//! One line of a feed: what it is about, how grave, where, and whether it is news of today at all.

use super::place::{self, Place};
use crate::engine::{Event, Knowledge, Known, Sense, Topic, Topics, fold};
use crate::sources::{Item, Says};

/// What one item says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub topics: Topics,
    /// 0 ordinary, 1 be aware, 2 serious, 3 people die or grieve.
    pub gravity: u8,
    /// A trial, an anniversary, a drill: about harm, but not of today.
    pub retold: bool,
    /// Of sport, shows, markets or launches, and nobody is said to have died: grave words are figures of speech.
    pub figure: bool,
    /// It says that somebody died, not only that there is harm.
    pub died: bool,
    /// Deaths that the line counts.
    pub toll: u32,
    pub places: Vec<&'static Place>,
}

impl Reading {
    /// It can show that a crisis goes on.
    pub fn is_fresh(&self) -> bool {
        self.gravity >= 2 && !self.retold
    }
}

/// Reads one item.
pub fn classify(knowledge: &Knowledge, item: &Item) -> Reading {
    // A bare name needs what the feed says about it; a headline speaks for itself.
    let text = match item.says {
        Says::Interest if !item.summary.is_empty() => format!("{}. {}", item.title, item.summary),
        _ => item.title.clone(),
    };
    let known = Known::read(knowledge, &Event::trend(&text));
    let folded = fold(&text);
    let hits = knowledge.scan(&folded);
    let has = |sense: Sense| hits.iter().any(|hit| knowledge.group(hit.group).does.has(sense));
    let dead = toll(&text);
    let mut reading = Reading {
        topics: known.topics,
        gravity: known.gravity,
        retold: has(Sense::Retold) || known.topics.has(Topic::Memorial),
        toll: dead,
        places: place::find(&text),
        ..Reading::default()
    };
    // Sport, shows, markets, elections and launches speak of war, death and disaster and mean none: there a line is
    // grave only if it counts the dead or says that someone died.
    let figure = has(Sense::Leisure) || has(Sense::Figure) || is_sequel(&item.title);
    // Fans are "in mourning" over a lost season: a figure is broken only by a death that is told.
    let told = known.topics.has(Topic::Obituary) && known.topics.has(Topic::Death) || died(&text);
    reading.died = told || dead > 0;
    if figure && !reading.died {
        reading.gravity = 0;
        reading.figure = true;
    }
    if dead > 0 {
        reading.gravity = 3;
        reading.topics = reading.topics.with(Topics::of(&[Topic::Death]));
    }
    if let Some(alarm) = &item.alarm {
        let named = alarm.topics.iter().filter_map(|name| Topic::find(name));
        reading.topics = named.fold(reading.topics, |all, topic| all.with(Topics::of(&[topic])));
        reading.gravity = match alarm.cap.severity {
            crate::sources::Severity::Extreme => 3,
            crate::sources::Severity::Severe => 2,
            _ => 1,
        };
        reading.retold = false;
    }
    reading
}

/// Says of a person that they died; in fiction the same is said with other words.
const DIED: [&str; 9] =
    ["향년", "숨진 채", "숨져", "별세", "타계", "dies at", "dies aged", "has died at", "found dead"];
const DYING: [&str; 5] = ["dies", "died", "killed", "dead", "death"];
/// Of what people die, and seasons do not.
const CAUSES: [&str; 18] = [
    "crash",
    "accident",
    "collision",
    "helicopter",
    "plane",
    "car",
    "hospital",
    "illness",
    "cancer",
    "sleep",
    "fall",
    "shooting",
    "overdose",
    "drowning",
    "stroke",
    "suicide",
    "surgery",
    "home",
];

/// "Dead Harbour 2", "#DeadHarbour2": nothing but a name and the number of its part, as games and films are called.
fn is_sequel(title: &str) -> bool {
    let name = title.trim_start_matches('#').trim();
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let part = name[bare.len()..].parse::<u32>().is_ok_and(|part| (2..=20).contains(&part));
    let named = bare.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    part && named && bare.trim_end().chars().count() >= 4 && bare.trim_end().ends_with(char::is_alphabetic)
}

/// Says of somebody that they died: in so many words, or with what they died of just behind.
fn died(text: &str) -> bool {
    if DIED.iter().any(|word| text.contains(word)) {
        return true;
    }
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.iter().enumerate().any(|(at, word)| {
        DYING.contains(&word.as_str())
            && words.iter().skip(at + 1).take(5).any(|cause| CAUSES.contains(&cause.as_str()))
    })
}

/// Numbers as words, as far as headlines use them.
const WORDS: [(&str, u32); 18] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("several", 3),
    ("dozens", 24),
    ("scores", 40),
    ("hundreds", 200),
    ("thousands", 2000),
    ("dozen", 12),
];

/// The deaths that a headline counts: "kills at least 34", "34 dead", "사망 34명", "34명 숨져". 0: none.
pub fn toll(text: &str) -> u32 {
    // A number at the end of one sentence counts nothing in the next.
    text.split(". ").map(english).max().unwrap_or(0).max(korean(text))
}

fn english(text: &str) -> u32 {
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == ','))
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_matches(',').replace(',', "").to_lowercase())
        .collect();
    let number = |word: &str| -> Option<u32> {
        if word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit()) {
            return word.parse().ok().filter(|n| *n < 300_000 && !(1900..2100).contains(n));
        }
        WORDS.iter().find(|(name, _)| *name == word).map(|(_, n)| *n)
    };
    let dies = |word: &str| {
        matches!(
            word,
            "dead" | "die" | "died" | "killed" | "deaths" | "drowned" | "perish" | "perished" | "bodies" | "victims"
        )
    };
    let kills = |word: &str| matches!(word, "kills" | "killing" | "kill" | "killed" | "claims");
    let mut most = 0;
    for (at, word) in words.iter().enumerate() {
        if dies(word) {
            // "34 dead", "34 people killed": the number stands before, but an age or a score does not.
            let before = words[at.saturating_sub(3)..at].iter().rev().find_map(|word| number(word));
            most = most.max(before.unwrap_or(0));
        }
        if kills(word) {
            let behind = words.iter().skip(at + 1).take(3).take_while(|word| *word != "in" && *word != "off");
            most = most.max(behind.filter_map(|word| number(word)).next().unwrap_or(0));
        }
        if word == "toll" {
            most = most.max(words.iter().skip(at + 1).take(5).find_map(|word| number(word)).unwrap_or(0));
        }
    }
    most
}

fn korean(text: &str) -> u32 {
    let letters: Vec<char> = text.chars().filter(|c| *c != ' ' && *c != ',').collect();
    let mut most = 0;
    let starts = |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| letters.get(at + i) == Some(&c));
    for at in 0..letters.len() {
        if letters[at] != '명' {
            continue;
        }
        let digits: String = letters[..at].iter().rev().take_while(|c| c.is_ascii_digit()).take(6).collect();
        let digits: String = digits.chars().rev().collect();
        let before: String = letters[at.saturating_sub(2)..at].iter().collect();
        let number = match (digits.parse::<u32>(), before.as_str()) {
            (Ok(number), _) => number,
            (_, "수십" | "십여") => 24,
            (_, "수백" | "백여") => 200,
            (_, "수천") => 2000,
            _ => match digits_before_about(&letters, at) {
                Some(number) => number,
                None => continue,
            },
        };
        let near = at.saturating_sub(12)..at;
        let behind =
            (at + 1..(at + 8).min(letters.len())).any(|i| ["사망", "숨", "희생", "목숨"].iter().any(|w| starts(i, w)));
        let ahead = near.clone().any(|i| ["사망", "숨진", "희생자"].iter().any(|w| starts(i, w)));
        // "사망 3명·부상 20명": the injured are not the dead.
        let hurt = (at.saturating_sub(digits.len() + 3)..at)
            .any(|i| starts(i, "부상") || starts(i, "실종") || starts(i, "다친"));
        // "20명 부상", but not "3명·부상 20명": there the word has a number of its own.
        let own = |i: usize, word: &str| {
            starts(i, word) && !letters.get(i + word.chars().count()).is_some_and(char::is_ascii_digit)
        };
        let hurt_behind = (at + 1..(at + 4).min(letters.len()))
            .any(|i| ["부상", "다쳐", "실종", "구조"].iter().any(|word| own(i, word)));
        if (behind && !hurt_behind || ahead && !hurt && !hurt_behind) && number < 300_000 {
            most = most.max(number);
        }
    }
    most
}

/// "120여명": the number before 여.
fn digits_before_about(letters: &[char], at: usize) -> Option<u32> {
    let at = at.checked_sub(1).filter(|at| letters[*at] == '여')?;
    let digits: Vec<char> = letters[..at].iter().rev().take_while(|c| c.is_ascii_digit()).take(6).copied().collect();
    digits.into_iter().rev().collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{classify, toll};
    use crate::sources::Item;

    #[test]
    fn the_dead_are_counted_and_nothing_else() {
        let cases = [
            ("At least 34 dead after ferry sinks", 34),
            ("Hanbit sinking kills 34 & leaves dozens missing", 34),
            ("Death toll rises to 1,204 in quake", 1204),
            ("Dozens killed in strike", 24),
            ("여객선 침몰…사망 34명", 34),
            ("사망자 34명으로 늘어", 34),
            ("화재로 3명 숨져·20명 부상", 3),
            ("버스 추락 사망 3명·부상 20명", 3),
            ("120여명 숨져", 120),
            ("수십명 사망", 24),
            ("20명 부상", 0),
            ("30명 구조", 0),
            ("Dead Harbour 2. Dead cool", 0),
            ("Actor, 87, in new film", 0),
            ("United beat City 3-1 in 2026 final", 0),
            ("관객 300만명 돌파", 0),
        ];
        for (text, number) in cases {
            assert_eq!(toll(text), number, "{text}");
        }
    }

    #[test]
    fn figures_of_speech_are_not_grave_and_harm_is() {
        let gravity = |title: &str| {
            let item = Item { title: title.into(), ..Item::default() };
            let reading = classify(crate::knowledge::get(), &item);
            if reading.retold { 0 } else { reading.gravity }
        };
        for title in [
            "England thrash Brazil in women's final",
            "Late strike sinks Spurs in cup derby",
            "Stocks crash as bitcoin bloodbath deepens",
            "Election landslide: bombshell exit poll stuns voters",
            "코스피 폭락…개미들 패닉",
            "결승골 폭발 손흥민, 우승 폭격",
            "드라마 결말 주인공 사망 논란",
            "새 아이폰 공개…가격 전쟁",
            "세월호 참사 12주기 추모식 열려",
            "Ferry captain sentenced over 34 deaths",
            "Fans in mourning as season dies in Game 7",
            "No explosion at station, police say after false alarm",
            "가수 측 \"사망설 사실무근\"",
            "지진 대비 민방위 훈련 실시",
        ] {
            assert_eq!(gravity(title), 0, "{title}");
        }
        for title in [
            "At least 34 dead after ferry sinks off Yeosu",
            "여수 앞바다서 여객선 침몰…12명 사망",
            "Gunman kills five at mall",
            "Stadium crush at cup final kills 120",
            "배우 김모씨 별세…향년 45세",
            "Singer dies aged 31 after concert tour fall",
            "NBA star killed in helicopter crash",
            "강릉 산불 확산…주민 대피령",
        ] {
            assert_eq!(gravity(title), 3, "{title}");
        }
    }
}
