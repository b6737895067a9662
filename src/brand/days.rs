//! The brand's own days as the judge reads them, and the tone that the name of a day suggests.

use crate::context::Day;
use crate::engine::{Event, Known, Sense, Senses, Tone, Topic, Topics, fold};
use crate::knowledge;
use crate::profile::{BrandDate, DayTone};

/// No day is kept for longer, whatever a file says.
const LONGEST: i32 = 60;

const REMEMBERS: Topics = Topics::of(&[Topic::Memorial, Topic::Mourning, Topic::Obituary, Topic::Death]);
const SORROW: Senses = Senses::of(&[Sense::Commemorate, Sense::Condole, Sense::Remember, Sense::Tribute, Sense::Wound]);
const JOY: Senses = Senses::of(&[Sense::Celebrate, Sense::Joke, Sense::Hype]);

/// Whether it is kept on this day. A yearly 29 February is kept in leap years, as calendars do it.
pub fn falls_on(date: &BrandDate, day: Day) -> bool {
    let Some(first) = Day::parse(&date.date) else { return false };
    let last = Day::parse(&date.until).filter(|last| *last >= first).unwrap_or(first);
    let length = (last.count() - first.count()).min(LONGEST);
    if !date.yearly {
        return (0..=length).contains(&(day.count() - first.count()));
    }
    // One that began in December may still go on in January.
    [day.year, day.year - 1].into_iter().filter(|year| *year >= first.year).any(|year| {
        let start = Day { year, ..first };
        start.day <= start.days_in_month() && (0..=length).contains(&(day.count() - start.count()))
    })
}

/// Those of the brand's days that are kept on this one, as observances of its own.
pub fn on(dates: &[BrandDate], day: Day) -> Vec<Event> {
    let all = dates.iter().enumerate().filter(|(_, date)| falls_on(date, day));
    all.map(|(number, date)| event(number, date, day)).collect()
}

fn event(number: usize, date: &BrandDate, day: Day) -> Event {
    let named = Known::read(knowledge::get(), &Event::trend(&date.name)).topics;
    let (tone, gravity, topics) = match date.tone {
        // What the day remembers wakes the words that hurt on it: fire, if a plant burned.
        DayTone::Solemn => (Tone::Solemn, 3, named.with(Topics::of(&[Topic::Memorial]))),
        DayTone::Celebratory => (Tone::Celebratory, 1, Topics::NONE),
        DayTone::Awareness => (Tone::Awareness, 1, named),
    };
    Event {
        id: format!("own-day-{number}"),
        name: date.name.clone(),
        topics: topics.iter().map(|topic| topic.name().to_string()).collect(),
        tone,
        gravity,
        observance: true,
        date: day.to_string(),
        own: true,
        ..Event::default()
    }
}

/// The tone that the words of its name suggest; a person has the last word.
pub fn tone_of(name: &str) -> DayTone {
    let knowledge = knowledge::get();
    let known = Known::read(knowledge, &Event::trend(name));
    let folded = fold(name);
    let does = |senses: Senses| knowledge.scan(&folded).iter().any(|hit| knowledge.group(hit.group).does.meets(senses));
    if known.gravity >= 2 || known.topics.meets(REMEMBERS) || does(SORROW) {
        DayTone::Solemn
    } else if does(JOY) {
        DayTone::Celebratory
    } else {
        DayTone::Awareness
    }
}
