//! Selling while people die or grieve: a promotion on the day of a tragedy.

use crate::engine::{Check, Found, JOKES, Level, Room, SELLS, SHOWS, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "sale-in-mourning",
    name: &words::CHECK_SALE_IN_MOURNING_NAME,
    what: &words::CHECK_SALE_IN_MOURNING_WHAT,
    why: &words::CHECK_SALE_IN_MOURNING_WHY,
    todo: &words::CHECK_SALE_IN_MOURNING_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() {
        return Vec::new();
    }
    if !room.does(SELLS.with(SHOWS)) {
        return as_usual(room).into_iter().collect();
    }
    let sells = room.does(SELLS);
    let found = |level, known| vec![room.found(level, room.span_of(if sells { SELLS } else { SHOWS }), known)];
    if let Some(known) = room.touched(2) {
        let level = match (sells, known.gravity) {
            (true, 3) => Level::Hold,
            // "Follow the news of the quake, and order": it names the event and asks for business in one breath.
            (false, 3) if room.does(Senses::of(&[Sense::Order])) && room.literal.meets(known.topics) => Level::Hold,
            (true, _) | (false, 3) => Level::Caution,
            (false, _) if room.does(Senses::of(&[Sense::Order, Sense::Hurry])) => Level::Caution,
            _ => Level::Hint,
        };
        return found(level, known);
    }
    // Taking more from people in need ties itself to the event.
    if room.does(Senses::of(&[Sense::Profit]))
        && let Some(known) = room.context.sudden()
    {
        return found(Level::Hold, known);
    }
    // Nothing ties the post to the event: while a nation mourns it is still out of place, else it is worth a look.
    if let Some(known) = room.mourning() {
        let loud = sells && room.does(Senses::of(&[Sense::Celebrate, Sense::Hype, Sense::Joke, Sense::Hurry]));
        return found(if loud { Level::Hold } else { Level::Caution }, known);
    }
    match (room.context.sudden(), room.context.gravest()) {
        (Some(known), _) if sells && room.does(JOKES) => found(Level::Hold, known),
        (Some(known), _) if sells => found(Level::Caution, known),
        // Merely naming one's wares, with nothing that ties them to it, is an ordinary post.
        (None, Some(known)) if sells && known.gravity == 3 => found(Level::Hint, known),
        _ => Vec::new(),
    }
}

/// No word of the lists sells here; but a brand goes on as usual with the very scene in which people have just died.
fn as_usual(room: &Room) -> Option<Found> {
    if !room.as_usual() {
        return None;
    }
    let known = room.fresh_about(room.scene(), 2).or_else(|| room.own_event(2))?;
    let level = if known.gravity == 3 || room.does(JOKES) { Level::Caution } else { Level::Hint };
    Some(room.found(level, (0, 0), known))
}
