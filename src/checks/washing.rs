//! General praise of the brand's own goodness, with nothing that bears it out.

use crate::engine::{CHEERS, Check, Found, Hit, Level, Room, SELLS, SHOWS, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "washing",
    name: &words::CHECK_WASHING_NAME,
    what: &words::CHECK_WASHING_WHAT,
    why: &words::CHECK_WASHING_WHY,
    todo: &words::CHECK_WASHING_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let shown = Senses::of(&[Sense::Proof, Sense::Deed, Sense::Help, Sense::Apologise]);
    // Who sells nothing and boasts of nothing talks about the subject.
    let praises = room.does(SELLS.with(SHOWS).with(CHEERS)) || OWN.iter().any(|word| room.folded.has_word(word));
    if !praises || room.does(shown) || measured(&room.folded.text) {
        return Vec::new();
    }
    let claim = room.hits_of(Senses::of(&[Sense::Wash])).find(|(hit, _)| !room.denied(hit) && !asked(room, hit));
    claim.and_then(|(hit, group)| judged(room, hit, group.cause)).into_iter().collect()
}

fn judged(room: &Room, hit: &Hit, cause: u16) -> Option<Found> {
    let span = room.span(hit);
    let words = room.words(span);
    let mut evidence = vec![room.meaning_evidence(room.knowledge.group(hit.group), &words)];
    let mut same = room.brand.stances.iter().filter(|stance| stance.causes.binary_search(&cause).is_ok()).peekable();
    let mut level = Level::Hint;
    if same.peek().is_some() {
        // The brand's own record bears it out, or says the opposite.
        let blemish = same.find(|stance| stance.does.has(Sense::Blemish))?;
        evidence.push(room.stance_evidence(blemish));
        // Support in the same post is hollow-support's to judge, by the same line.
        if !room.does(Senses::of(&[Sense::Stand])) {
            level = Level::Caution;
        }
    }
    Some(Found { level, span, about: words, evidence })
}

/// Whether the sentence ends in a question mark.
fn asked(room: &Room, hit: &Hit) -> bool {
    let end = room.span(hit).1;
    let rest = room.words((end, u32::MAX));
    rest.chars().find(|c| matches!(c, '.' | '!' | '?' | '？' | '\n')).is_some_and(|c| matches!(c, '?' | '？'))
}

/// By which a text speaks of the writer's own.
const OWN: [&str; 8] = ["our", "we", "we're", "us", "저희", "우리", "당사", "자사"];

/// Whether it gives a share or an amount: 40 %, 12 kg. "100 %" is how such praise is shouted, and a price off proves nothing.
pub(super) fn measured(text: &str) -> bool {
    const UNITS: [&str; 11] =
        ["%", "percent", "per cent", "퍼센트", "kg", "grams", "tonnes", "tons", "톤", "litres", "kwh"];
    const OFFERS: [&str; 6] = ["off", "할인", "세일", "discount", "적립", "쿠폰"];
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[at..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |len| at + len);
        let after = rest[end..].trim_start();
        let unit = UNITS.iter().find(|unit| after.starts_with(**unit));
        if let Some(unit) = unit.filter(|_| &rest[at..end] != "100") {
            let next = after[unit.len()..].trim_start();
            let before = rest[..at].trim_end();
            if !OFFERS.iter().any(|offer| next.starts_with(offer) || before.ends_with(offer)) {
                return true;
            }
        }
        rest = &rest[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::measured;

    #[test]
    fn a_share_is_a_measure_and_a_price_off_is_none() {
        for text in ["40% recycled", "made of 62.5 percent wool", "이산화탄소 12톤을", "20% off, 40% recycled"] {
            assert!(measured(text), "{text}");
        }
        for text in ["100% green", "20% off", "30 % 할인", "할인 20%!", "24 hours", "", "7", "1.", "%"] {
            assert!(!measured(text), "{text}");
        }
    }
}
