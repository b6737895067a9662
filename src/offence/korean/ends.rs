//! How a Korean sentence ends, far from the people that it is about, and what it only asks.

use super::Walk;
use super::words::*;
use crate::engine::{Hit, Sense};

impl Walk<'_> {
    /// How the sentence ends, however far: "노인은 사회가 떠안은 폐기물이다". Never sure enough for a hold.
    pub fn concluded(&self, at: usize) -> Option<(Hit, bool)> {
        let stop = self.stop(at);
        let from = self.deeds.partition_point(|(hit, _)| hit.start < at);
        let within = self.deeds[from..].iter().map(|(hit, _)| hit).take_while(|hit| hit.start < stop);
        let vile = |hit: &&Hit| self.room.knowledge.group(hit.group).does.has(Sense::Vile);
        let deed = within.filter(vile).filter(|hit| self.room.folded.word_start(hit.start)).last()?;
        let between = &self.text[at..deed.start];
        let (far, left) = (between.trim().chars().count(), self.text[deed.end..stop].trim().chars().count());
        // Somebody else is the subject of the end: "노인들은 이 병원이 최악이다".
        let other = between.trim_end().ends_with(['이', '가', '은', '는', '을', '를', '에', '데', '면', '로', '의'])
            && !PARTS.iter().any(|part| between.trim_end().ends_with(part))
            && !self.clause(between);
        (far <= 24 && left <= 6 && !other).then_some((*deed, false))
    }

    /// Whether these words end in a verb that describes the noun after it: "떠안은", "자라는".
    fn clause(&self, between: &str) -> bool {
        let mut ends = between.trim_end().chars().rev();
        let (last, verb) = (ends.next(), ends.next());
        // After a noun "는" follows a vowel and "은" a consonant; a verb has "는" after either.
        let consonant =
            verb.is_some_and(|c| crate::languages::is_syllable(c) && !(c as u32 - 0xac00).is_multiple_of(28));
        const VERBS: [&str; 14] = [
            "하는",
            "되는",
            "타는",
            "쓰는",
            "사는",
            "내는",
            "시키는",
            "부리는",
            "버리는",
            "만드는",
            "모르는",
            "치는",
            "자라는",
            "다니는",
        ];
        VERBS.iter().any(|verb| between.trim_end().ends_with(verb))
            || last == Some('는') && consonant
            || last == Some('은') && between.contains(['가', '이'])
    }

    /// "누가 난민을 좋아하겠냐".
    pub fn unloved(&self, people: &Hit, at: usize) -> Option<(Hit, bool)> {
        let before = self.text[..people.start].trim_end();
        let rest = self.rest(at, 12);
        let doubted = rest.contains("겠") || rest.contains("어딨") || rest.contains("어디있");
        // "백인이 흑인보다 우월하다".
        if self.text[people.end..at].ends_with("보다")
            && let Some(len) = ABOVE.starts(rest)
        {
            let deed = self.plain(Sense::Vile).map(|group| Hit { group, start: at, end: at + len })?;
            return self.meant(&deed).then_some((deed, false));
        }
        let like = LIKES.starts(rest).filter(|_| doubted && WHO.iter().any(|who| before.ends_with(who)))?;
        let group = self.plain(Sense::Loathe)?;
        Some((Hit { group, start: at, end: at + like }, false))
    }
}
