//! An open call to the public while the public is angry, or where such calls have turned before.

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
        None if room.is_brand() && calls(room) => own_tag(room, span).into_iter().collect(),
        None => Vec::new(),
    }
}

/// A call for stories, questions or blanks to fill in, under a tag of one's own: the tag belongs to whoever is angry.
fn own_tag(room: &Room, span: (u32, u32)) -> Option<Found> {
    let asked = room.folded.tags.iter().find(|tag| tag.name.starts_with("ask")).map(|tag| (tag.start, tag.end));
    let span = if span.0 < span.1 { span } else { asked.unwrap_or(span) };
    let known = room.own_event(1);
    let level = if known.is_some() || room.brand.distrust.is_some() { Level::Caution } else { Level::Hint };
    let about = match (known, &room.brand.distrust) {
        (Some(known), _) => known.name(room.locale).to_string(),
        (None, Some(case)) => case.meaning(room.locale).to_string(),
        (None, None) => words::OPEN_INVITATION_ANYTHING.get(room.locale).to_string(),
    };
    let group = room.hits_of(Senses::of(&[Sense::Invite])).next().map(|(_, group)| group);
    let mut evidence = vec![match &room.brand.distrust {
        Some(case) => room.precedent_evidence(case),
        None => room.meaning_evidence(group?, &room.words(span)),
    }];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    Some(Found { level, span, about, evidence })
}

/// Whether the draft asks for answers under a tag made for them, or leaves a blank.
fn calls(room: &Room) -> bool {
    const BEGINS: [&str; 5] = ["ask", "my", "why", "tell", "dear"];
    const ENDS: [&str; 14] = [
        "stories",
        "story",
        "reasons",
        "reason",
        "moments",
        "moment",
        "memories",
        "because",
        "questions",
        "이야기",
        "스토리",
        "사연",
        "질문",
        "챌린지",
    ];
    let made = |name: &str| {
        let longer = |part: &str| name.len() > part.len() + 2;
        BEGINS.iter().any(|part| name.starts_with(part) && longer(part))
            || ENDS.iter().any(|part| name.ends_with(part) && longer(part))
            || room.brand.own.iter().any(|own| own.len() >= 4 && name.contains(&own.replace(' ', "")))
    };
    room.folded.tags.iter().any(|tag| made(&tag.name)) || room.draft.text.contains("___")
}
