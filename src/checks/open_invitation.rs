//! An open call to the public while the public is angry.

use crate::engine::{Check, Found, Level, Room, Sense, Senses, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "open-invitation",
    name: &words::CHECK_OPEN_INVITATION_NAME,
    what: &words::CHECK_OPEN_INVITATION_WHAT,
    why: &words::CHECK_OPEN_INVITATION_WHY,
    todo: &words::CHECK_OPEN_INVITATION_TODO,
    run,
};

const ANGER: Topics = Topics::of(&[
    Topic::Outrage,
    Topic::Strike,
    Topic::Breach,
    Topic::Animals,
    Topic::Police,
    Topic::Racism,
    Topic::Work,
    Topic::Layoffs,
    Topic::Food,
    Topic::Climate,
    Topic::Abuse,
]);

fn run(room: &Room) -> Vec<Found> {
    let invites = Senses::of(&[Sense::Invite]);
    if !room.does(invites) || room.humane() {
        return Vec::new();
    }
    let span = room.span_of(invites);
    match room.own_trouble(ANGER, 2) {
        // The anger is at the brand's own trade: every answer will be about that.
        Some(known) if room.fresh_about(room.brand.wakes, 1).is_some() => {
            vec![room.found(Level::Hold, span, known)]
        }
        Some(known) => vec![room.found(Level::Caution, span, known)],
        None => Vec::new(),
    }
}
