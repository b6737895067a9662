//! Mourning that features the product, or a brand that puts itself beside the dead.

use crate::engine::heads::Head;
use crate::engine::{Check, Found, JOKES, Level, Room, SELLS, SHOWS, Sense, Senses, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "brand-in-the-obituary",
    name: &words::CHECK_BRAND_IN_THE_OBITUARY_NAME,
    what: &words::CHECK_BRAND_IN_THE_OBITUARY_WHAT,
    why: &words::CHECK_BRAND_IN_THE_OBITUARY_WHY,
    todo: &words::CHECK_BRAND_IN_THE_OBITUARY_TODO,
    run,
};

const MOURNS: Senses = Senses::of(&[Sense::Condole, Sense::Tribute, Sense::Commemorate]);
const DEAD: Topics = Topics::of(&[Topic::Obituary, Topic::Mourning, Topic::Death]);

fn run(room: &Room) -> Vec<Found> {
    if room.does(Senses::of(&[Sense::Apologise, Sense::Halt])) {
        return Vec::new();
    }
    let sells = room.does(SELLS.with(JOKES));
    // The picture may carry what the words do not: a product, a logo.
    let pictured = room.shown_of(SHOWS).next().is_some();
    let shows = pictured || room.does(SHOWS.with(Senses::of(&[Sense::Celebrate])));
    if !sells && !shows {
        return Vec::new();
    }
    // A word of remembrance mourns while the death is new.
    let dead = Topics::of(&[Topic::Obituary, Topic::Mourning]);
    let new = room.does(Senses::of(&[Sense::Remember])) && room.fresh_about(dead, 2).is_some();
    // Sorrow in no words of the list is heard all the same.
    let heard = !room.does(MOURNS) && !new;
    if heard && !(room.does(SELLS) && room.sounds(Head::Sorrow)) {
        return Vec::new();
    }
    let known = room
        .named
        .iter()
        .map(|(event, _)| &room.context.events[*event])
        .max_by_key(|known| known.gravity)
        .or_else(|| room.context.about(DEAD.with(room.literal), 2));
    let span = room.span_of(if sells { SELLS.with(JOKES) } else { SHOWS.with(Senses::of(&[Sense::Celebrate])) });
    match known {
        Some(known) if heard => {
            let mut found = room.found(Level::Caution, span, known);
            found.evidence.push(room.tone_evidence(Head::Sorrow));
            vec![found]
        }
        Some(known) => {
            // "At eleven our ovens stand still": on a day of remembrance goods that are merely named are no advertising.
            let pushes = [Sense::Order, Sense::Freebie, Sense::Hurry, Sense::Slogan, Sense::Invite, Sense::Celebrate];
            let urges = room.does(Senses::of(&pushes));
            let thanks = !room.does(Senses::of(&[Sense::Condole, Sense::Commemorate])) && !room.does(JOKES);
            let helps = room.does(Senses::of(&[Sense::Help, Sense::Serve, Sense::Inform]));
            let level = match () {
                // "Thank you for your service: 10 % off for veterans" thanks the living.
                () if thanks && !known.fresh => Level::Caution,
                () if sells || pictured => Level::Hold,
                // Goods that are sent to people in need are named, not sold; so are those that a statement is about.
                () if (helps || room.does(Senses::of(&[Sense::Counter]))) && !urges => return Vec::new(),
                // Sorrow that asks people to order, visit or party while the news is new.
                () if known.fresh && known.gravity >= 2 && urges && !helps => Level::Hold,
                () if known.fresh || urges => Level::Caution,
                () => Level::Hint,
            };
            vec![room.found(level, span, known)]
        }
        // Without an event, being cheeky in one's own sadness is nobody's obituary; a price beside mourning is.
        None if room.does(SELLS) && !heard => {
            let mourning = room.span_of(MOURNS);
            let words = room.words(mourning);
            let group = room.hits_of(MOURNS).next().map(|(_, group)| *group);
            let evidence = group.iter().map(|group| room.meaning_evidence(group, &words)).collect();
            vec![Found { level: Level::Caution, span, about: words, evidence }]
        }
        None => Vec::new(),
    }
}
