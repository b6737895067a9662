//! Where no construction fits: Korean words of contempt in a sentence about people, weighed against kind ones.

use super::Walk;
use super::words::*;
use crate::engine::{Hit, Sense};

/// From here on it is worth a look.
const ENOUGH: i32 = 6;

impl Walk<'_> {
    pub fn weighed(&self, people: &Hit, points: bool) -> Option<(Hit, bool)> {
        let begin = self.begins[..self.sentence(people.start)].last().map_or(0, |begin| *begin);
        let stop = self.stop(people.end);
        let text = &self.text[begin..stop];
        if SHIELDS.within(text) || self.own_group(people) {
            return None;
        }
        let from = self.deeds.partition_point(|(hit, _)| hit.start < begin);
        let within = self.deeds[from..].iter().take_while(|(hit, _)| hit.start < stop);
        if self.room.knowledge.group(people.group).about == crate::engine::Topics::NONE {
            return None;
        }
        let (mut sum, mut worst): (i32, Option<(Hit, i32)>) = (0, None);
        let mut violent = false;
        let mut end = begin;
        for (deed, grave) in within {
            let apart = deed.start >= people.end || deed.end <= people.start;
            // "뒤통수 안 치는 놈이 없다": all of them do.
            let near = self.rest(deed.end, 14);
            let all = near.trim_start().starts_with(['안', '못']) && near.contains('없');
            if !apart || deed.start < end || !self.room.folded.word_start(deed.start) || !all && !self.meant(deed) {
                continue;
            }
            let does = self.room.knowledge.group(deed.group).does;
            let after = deed.start >= people.end || points;
            // "막아두는 게 민폐다": what somebody does is judged, not the people.
            let before = self.text[begin..deed.start].trim_end();
            if ACTS.iter().any(|act| before.ends_with(act)) {
                continue;
            }
            let near = self.rest(deed.end, 6);
            // "…하는 놈": what follows is a name for somebody.
            let weight = match () {
                () if does.has(Sense::Harm) => {
                    let done = self.stands(deed, people.end) && !TOLD.iter().any(|told| near.starts_with(told));
                    6 * i32::from(done)
                }
                () if does.has(Sense::Loathe) => 5,
                () if does.has(Sense::Vile) && after => 4 + 2 * i32::from(*grave),
                () if does.has(Sense::Vile) => 3,
                () => 0,
            };
            if weight > 0 {
                end = deed.end;
            }
            sum += weight;
            if weight > worst.map_or(0, |(_, most)| most) {
                worst = Some((*deed, weight));
                violent = does.has(Sense::Harm);
            }
        }
        let (deed, _) = worst?;
        let named = &self.text[people.start..people.end];
        let whole = WHOLE.within(&text.replacen(named, "", 1)) || points;
        sum += 2 * i32::from(whole);
        sum +=
            i32::from(self.text[people.start..].trim_start_matches(named).starts_with('들') || named.ends_with('들'));
        sum += 2 * i32::from(VIEWS.within(text));
        sum -= 4 * i32::from(KIND.within(text) || self.rest(people.end, 1) == "분" || self.rest(people.end, 1) == "님");
        sum -= 2 * i32::from(!violent && !whole && HOMELY.starts(named).is_some());
        (sum >= ENOUGH).then_some((deed, false))
    }

    /// "나 같은 게이", "게이인 나", "우리 병신들끼리": the writer is one of them.
    pub fn own_group(&self, people: &Hit) -> bool {
        let from = self.text[..people.start].char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        let begin = self.begins[..self.sentence(people.start)].last().map_or(0, |begin| *begin);
        let before = self.text[from.max(begin)..people.start].trim();
        let rest = self.rest(people.end, 8);
        // "난 게이다", but not "난 게이가 싫다".
        let said = SELVES.iter().any(|own| before.ends_with(own)) && IS.starts(rest).is_some();
        said || FELLOWS.iter().any(|own| before.ends_with(own)) || OURSELVES.starts(rest).is_some()
    }

    /// "무슬림 중에 멀쩡한 사람은 한 명도 없다", "정직하다는 소리는 들어 본 적이 없다".
    pub fn barren(&self, people: &Hit) -> Option<(Hit, bool)> {
        let text = self.rest(people.end, 48);
        let begin = self.begins[..self.sentence(people.start)].last().map_or(0, |begin| *begin);
        if SHIELDS_HARD.within(&self.text[begin..self.stop(people.end)]) {
            return None;
        }
        let (at, len) = GOOD.iter().filter_map(|good| text.find(good).map(|at| (at, good.len()))).min()?;
        let after = &text[at + len..];
        let one = SOMEONE.iter().filter_map(|one| after.find(one).map(|at| at + one.len())).min()?;
        if after[..one].chars().count() > 8 || !NONE.within(&after[one..]) {
            return None;
        }
        let group = self.plain(Sense::Vile)?;
        let deed = Hit { group, start: people.end + at, end: people.end + at + len };
        self.meant(&deed).then_some((deed, false))
    }

    /// "휘발유 들고 간다", "언제부터 게이가 사람이었냐", "게이로 사느니".
    pub fn menaced(&self, people: &Hit) -> Option<(Hit, bool)> {
        let begin = self.begins[..self.sentence(people.start)].last().map_or(0, |begin| *begin);
        let stop = self.stop(people.end);
        let text = &self.text[begin..stop];
        if SHIELDS.within(text)
            || KIND.within(text)
            || self.room.knowledge.group(people.group).about == crate::engine::Topics::NONE
        {
            return None;
        }
        let hit = |sense: Sense, at: usize, len: usize| {
            let group = self.plain(sense)?;
            Some((Hit { group, start: begin + at, end: begin + at + len }, false))
        };
        let weapon =
            WEAPONS.iter().filter_map(|weapon| text.find(weapon).map(|at| (at, weapon.len()))).find(|(at, len)| {
                let rest = &text[at + len..];
                let near = rest.char_indices().nth(5).map_or(rest, |(end, _)| &rest[..end]);
                self.room.folded.word_start(begin + at) && BROUGHT.within(near) && COMES.within(rest)
            });
        if let Some((at, len)) = weapon {
            return hit(Sense::Harm, at, len);
        }
        let since = self.text[begin..people.start].trim_end();
        let asked = since.ends_with("언제부터")
            && ["사람", "인간", "권리", "인권", "국민", "시민", "취급", "대접"].iter().any(|word| text.contains(word));
        if asked {
            return hit(Sense::Vile, people.start - begin, people.end - people.start);
        }
        let after = self.rest(people.end, 16);
        let rather = RATHER.iter().filter_map(|word| after.find(word).map(|at| (at, word.len()))).min()?;
        hit(Sense::Loathe, people.end - begin + rather.0, rather.1)
    }
}
