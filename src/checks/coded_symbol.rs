//! A sign by which haters know each other, used knowingly or not.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "coded-symbol",
    name: &words::CHECK_CODED_SYMBOL_NAME,
    what: &words::CHECK_CODED_SYMBOL_WHAT,
    why: &words::CHECK_CODED_SYMBOL_WHY,
    todo: &words::CHECK_CODED_SYMBOL_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    // To condemn a sign, or to tell about it, one has to name it.
    let named = room.does(Senses::of(&[
        Sense::Counter,
        Sense::Condemn,
        Sense::Report,
        Sense::Apologise,
        Sense::Commemorate,
        Sense::Inform,
    ]));
    let code = Senses::of(&[Sense::Code]);
    let Some((hit, group)) = room.hits_of(code).max_by_key(|(_, group)| group.gravity) else {
        return Vec::new();
    };
    let span = room.span(hit);
    let about = group.meaning(room.locale).to_string();
    let evidence = vec![room.history_evidence(group, &room.words(span))];
    let level = match group.gravity {
        _ if named || room.brand.informs => Level::Hint,
        // A brand that sells or jokes with it does so in front of everybody who knows it.
        3 if room.push() == 2 => Level::Hold,
        _ => Level::Caution,
    };
    vec![Found { level, span, about, evidence }]
}
