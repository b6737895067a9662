//! Korean: people with their particle, then what is said of them; or an insult put right before them.
//!
//! Folding has dropped the spaces, so that everything here is a walk over syllables. What may stand between people and
//! the insult is known (adverbs, measures) or short; how the sentence ends tells who means it.

mod ends;
mod weigh;
mod words;

use super::{Attack, MOST, Reading, Use};
use crate::engine::{Hit, Room, Sense, Senses};
use words::*;

const DEEDS: Senses = Senses::of(&[Sense::Vile, Sense::Loathe, Sense::Harm, Sense::Slur]);

pub fn read(room: &Room, reading: &mut Reading) {
    let text = room.folded.text.as_str();
    let groups = Senses::of(&[Sense::People, Sense::Slur, Sense::Trait]);
    let dense = |hit: &Hit| !text.as_bytes()[hit.start].is_ascii();
    if !room.hits_of(groups).any(|(hit, _)| dense(hit)) {
        return;
    }
    let walk = Walk::new(room, text, reading);
    let (mut attacks, mut slurs) = (Vec::new(), Vec::new());
    let mut named: Option<Hit> = None;
    for (hit, points) in walk.people().into_iter().take(MOST) {
        let whom = match (points, named) {
            (false, _) => hit,
            (true, Some(named)) if walk.sentence(hit.start) - walk.sentence(named.start) <= 2 => named,
            (true, _) => continue,
        };
        if let Some((deed, grave)) = walk
            .attacked(&hit)
            .or_else(|| walk.barren(&hit))
            .or_else(|| walk.menaced(&hit))
            .or_else(|| walk.weighed(&hit, points))
        {
            attacks.push(Attack { people: whom, deed, grave, direct: !points });
        }
        if !points {
            named = Some(hit);
            if let Some((deed, grave)) = walk.fragment(&hit) {
                attacks.push(Attack { people: hit, deed, grave, direct: false });
            }
        }
    }
    for (hit, _) in room.hits_of(Senses::of(&[Sense::Slur])).filter(|(hit, _)| dense(hit)).take(MOST) {
        slurs.push((*hit, walk.slur(hit)));
    }
    reading.attacks.extend(attacks);
    reading.slurs.extend(slurs);
}

/// Whether a Korean word is spoken of rather than said: "…라는 말".
pub fn spoken_of(room: &Room, hit: &Hit) -> bool {
    let rest: String = room.folded.text[hit.end..].chars().take(12).collect();
    NAMES.place(&rest).is_some_and(|place| place <= 3)
}

struct Walk<'a> {
    room: &'a Room<'a>,
    text: &'a str,
    reading: &'a Reading,
    /// What may be said of people, and whether it is grave: by place, of two at one place the longer first.
    deeds: Vec<(Hit, bool)>,
    /// Where sentences begin, in bytes of the folded text, but the first.
    begins: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(room: &'a Room, text: &'a str, reading: &'a Reading) -> Walk<'a> {
        let grave = |hit: &Hit| room.knowledge.group(hit.group).gravity > 0;
        let slur = |hit: &Hit| room.knowledge.group(hit.group).does.has(Sense::Slur);
        let mut deeds: Vec<(Hit, bool)> =
            room.hits_of(DEEDS).map(|(hit, _)| (*hit, grave(hit) && !slur(hit))).collect();
        deeds.sort_unstable_by_key(|(hit, grave)| (hit.start, usize::MAX - hit.end, !grave));
        let mut begins = Vec::new();
        let mut number = 0;
        for (at, _) in text.char_indices().filter(|(at, c)| *c != ' ' && (*at == 0 || text.as_bytes()[at - 1] == b' '))
        {
            let next = reading.marks.sentence(room.folded.span(at, at + 1).0);
            if next > number {
                begins.push(at);
                number = next;
            }
        }
        Walk { room, text, reading, deeds, begins }
    }

    fn sentence(&self, at: usize) -> usize {
        self.begins.partition_point(|begin| *begin <= at)
    }

    /// Where the sentence that ends or goes on here ends.
    fn stop(&self, from: usize) -> usize {
        let next = self.begins.partition_point(|begin| *begin < from.max(1));
        self.begins.get(next).copied().unwrap_or(self.text.len())
    }

    /// The text from here to the end of its sentence, at most `most` syllables.
    fn rest(&self, from: usize, most: usize) -> &str {
        let rest = &self.text[from..self.stop(from)];
        rest.char_indices().nth(most).map_or(rest, |(end, _)| &rest[..end])
    }

    /// People by name, by a country and a noun, by a slur, or by a pointer; in order of place.
    fn people(&self) -> Vec<(Hit, bool)> {
        let mut all: Vec<(Hit, bool)> = Vec::new();
        for (hit, group) in self.room.hits_of(Senses::of(&[Sense::People, Sense::Slur, Sense::Trait])) {
            if self.text.as_bytes()[hit.start].is_ascii() {
                continue;
            }
            let rest = &self.text[hit.end..];
            let whole = !group.does.has(Sense::Trait)
                || PERSONS.starts(rest).is_some_and(|len| len > "들".len())
                || self.insult(hit.end).is_some();
            if whole {
                all.push((*hit, false));
            }
        }
        let Some((first, _)) = all.first().copied() else { return all };
        for pointer in POINTERS.iter() {
            for (at, _) in self.text.match_indices(pointer).filter(|(at, _)| self.room.folded.word_start(*at)) {
                all.push((Hit { start: at, end: at + pointer.len(), ..first }, true));
            }
        }
        // "저런 괴물", "그런 더러운 족속", "저 시커먼 것들".
        for (deed, _) in &self.deeds {
            let does = self.room.knowledge.group(deed.group).does;
            if !does.meets(Senses::of(&[Sense::Vile, Sense::Epithet])) || deed.start < first.end {
                continue;
            }
            let before = self.text[..deed.start].trim_end();
            let scorn = SCORN.iter().filter(|word| before.ends_with(word)).max_by_key(|word| word.len());
            if let Some(word) = scorn
                && self.room.folded.word_start(before.len() - word.len())
                && self.room.folded.word_start(deed.start)
            {
                all.push((Hit { start: before.len() - word.len(), end: before.len(), ..first }, true));
            }
        }
        all.sort_unstable_by_key(|(hit, points)| (hit.start, usize::MAX - hit.end, *points));
        all.dedup_by(|later, first| later.0.start < first.0.end);
        all
    }

    /// What is said of these people, if it is meant.
    fn attacked(&self, people: &Hit) -> Option<(Hit, bool)> {
        let slur = self.room.knowledge.group(people.group).does.has(Sense::Slur);
        if slur && !matches!(self.slur(people), Use::Aimed | Use::Said) || self.own_group(people) {
            return None;
        }
        let (at, insult, bound) = self.tail(people);
        let topic = bound && self.text[people.end..at].ends_with(['은', '는']) && self.room.folded.word_end(at);
        let most = if topic {
            8
        } else if bound {
            5
        } else {
            0
        };
        let said = self.said(people.end, 0).or_else(|| self.said(at, most));
        let said = said.or_else(|| self.concluded(at).filter(|_| topic));
        let said = said.filter(|(deed, _)| self.meant(deed));
        let insulted = insult.filter(|deed| self.meant(deed)).map(|deed| (deed, false));
        let ends = bound || self.rest(at, 1).trim().is_empty();
        // "씨발 여자들 너무 멋있어": an oath alone is no insult.
        let oath = |deed: &Hit| OATHS.iter().any(|oath| &self.text[deed.start..deed.end] == oath);
        let alone = self.rest(at, 3).trim().chars().count() <= 2;
        let before = self
            .before(people.start)
            .filter(|deed| ends && self.meant(deed) && !self.denied(at) && (alone || !oath(deed)));
        let said = said.or_else(|| self.unloved(people, at));
        said.or(insulted).or(before.map(|deed| (deed, false)))
    }

    /// Bytes of the insulting noun here. A single syllable must end its word: "충돌" and "년도" are none.
    fn insult(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let len = INSULTS.starts(rest)?;
        let after = at + len;
        let ends = |at: usize| self.room.folded.word_end(at);
        let closes = ends(after)
            || PARTICLES.starts(&rest[len..]).is_some_and(|more| ends(after + more))
            || rest[len..].starts_with('들')
            || rest[len..].starts_with("새끼");
        (len > "충".len() || closes).then_some(len)
    }

    /// Skips "들은", "새끼들이": the place after, the insult among it, and whether the noun surely ends there.
    fn tail(&self, people: &Hit) -> (usize, Option<Hit>, bool) {
        let mut at = people.end;
        let mut insult = None;
        let mut bound = self.text[people.start..at].ends_with(['들', '덜', '네']);
        for _ in 0..3 {
            let rest = &self.text[at..];
            let named = self.insult(at);
            let Some(len) = named.or_else(|| PERSONS.starts(rest)) else { break };
            if named.is_some() {
                insult = insult.or(self.plain(Sense::Epithet).map(|group| Hit { group, start: at, end: at + len }));
            }
            (at, bound) = (at + len, true);
        }
        if let Some(len) = PARTICLES.starts(&self.text[at..]) {
            // The first syllable of another noun is no particle: then no word ends and nothing known follows.
            let after = at + len;
            let known = self.deed_at(after).next().is_some() || FILL.starts(&self.text[after..]).is_some();
            if bound || known || self.room.folded.word_end(after) {
                (at, bound) = (after, true);
            }
        }
        (at, insult, bound)
    }

    /// A group of this sense, for words that are no entry themselves.
    fn plain(&self, sense: Sense) -> Option<u16> {
        let groups = self.room.knowledge.groups;
        groups.iter().position(|group| group.does.has(sense)).map(|at| at as u16)
    }

    fn deed_at(&self, at: usize) -> impl Iterator<Item = &(Hit, bool)> {
        let from = self.deeds.partition_point(|(hit, _)| hit.start < at);
        self.deeds[from..].iter().take_while(move |(hit, _)| hit.start == at)
    }

    /// Walks over what may stand between, at most so many unknown syllables, to what is said.
    fn said(&self, from: usize, most: usize) -> Option<(Hit, bool)> {
        self.said_until(from, self.stop(from), most)
    }

    fn said_until(&self, from: usize, stop: usize, most: usize) -> Option<(Hit, bool)> {
        let (mut at, mut strange) = (from, 0);
        // Where the writer puts spaces, the insult begins a word.
        let begins = |at: usize| {
            self.room.folded.word_start(at) || !(from..at).any(|between| self.room.folded.word_start(between))
        };
        for _ in 0..24 {
            // "노인을 속인 사기꾼" is somebody else.
            let object = strange > 0 && self.text[..from].ends_with(['을', '를']);
            let fits = |deed: &Hit| {
                let does = self.room.knowledge.group(deed.group).does;
                self.stands(deed, from) && !(object && does.has(Sense::Vile))
            };
            if begins(at)
                && let Some((deed, grave)) = self.deed_at(at).find(|(deed, _)| fits(deed))
            {
                return Some((*deed, *grave));
            }
            if at >= stop {
                return None;
            }
            // "여자를 때리는 남자는 쓰레기다": another subject.
            let now = &self.text[from..at];
            if strange > 0
                && self.text[..from].ends_with(['을', '를'])
                && self.room.folded.word_end(at)
                && now.ends_with(['은', '는', '이', '가'])
            {
                return None;
            }
            let step = FILL.starts(&self.text[at..stop]).filter(|_| begins(at));
            at += step.unwrap_or_else(|| self.text[at..].chars().next().map_or(1, char::len_utf8));
            strange += usize::from(step.is_none() && self.text.as_bytes()[at - 1] != b' ');
            if strange > most {
                return None;
            }
        }
        None
    }

    /// A word of harm counts in an order, a wish or a plan, or as the last word of all.
    fn stands(&self, deed: &Hit, from: usize) -> bool {
        if !self.room.knowledge.group(deed.group).does.has(Sense::Harm) {
            return true;
        }
        // "노인은 주사를 맞아야": they do it, it is not done to them. "때리는 남자": told of another.
        let own =
            self.text[deed.start..].starts_with('맞') && self.text[from..deed.start].trim_end().ends_with(['를', '을']);
        let rest = self.rest(deed.end, 5);
        if own || rest.starts_with(['는', '은', '인']) && !MEANT.iter().any(|end| rest.starts_with(end)) {
            return false;
        }
        let near = self.rest(deed.end, 4);
        rest.trim().is_empty()
            || MOODS.within(&self.text[deed.start..deed.end + near.len()])
            || MOODS.iter().any(|mood| mood.chars().count() > 1 && rest.contains(mood))
    }

    /// Whether the writer means it: neither denied nor somebody else's words.
    fn meant(&self, deed: &Hit) -> bool {
        if self.denied(deed.end) {
            return false;
        }
        if self.reading.owned {
            return true;
        }
        if self.reading.distanced(self.room, deed) {
            return false;
        }
        let rest = self.rest(deed.end, 12);
        // "싫어하는 사람들" are others, and what is handled ("쓰레기를") is no name for people.
        // "난민 쓰레기들을": the insult is their name.
        let begins = &self.text[..deed.start].trim_end();
        let beside = self.room.hits_of(Senses::of(&[Sense::People])).any(|(hit, _)| hit.end == begins.len());
        let object = (rest.starts_with('를') || rest.starts_with('을')) && !beside;
        let object = object || rest.starts_with("하는") && !rest.starts_with("하는게");
        if object || HOLDERS.place(rest).is_some_and(|place| place <= 2) {
            return false;
        }
        let quotes = QUOTES.iter().filter_map(|quote| rest.find(quote).map(|at| (at, quote.len())));
        let Some((at, len)) = quotes.min() else { return true };
        if rest[..at].chars().count() > 5 || rest[..at].ends_with("어쩌") {
            return true;
        }
        let after = rest[at + len..].trim_start();
        OTHERS.starts(after).is_none() && BELIEFS.starts(after).is_some()
    }

    fn denied(&self, at: usize) -> bool {
        let rest = self.rest(at, 8);
        if ASKS.place(rest).is_some_and(|place| place <= 1) {
            return false;
        }
        DENIALS.place(rest).is_some_and(|place| place <= 4) || JOINED.place(rest).is_some_and(|place| place <= 1)
    }

    /// "더러운 조선족", "씨발 페미들".
    fn before(&self, start: usize) -> Option<Hit> {
        let epithets = self.room.hits_of(Senses::of(&[Sense::Epithet, Sense::Loathe])).map(|(hit, _)| *hit);
        // "존나 싫은 게이": the writer dislikes; "내가 싫은 사람": not at the head of the sentence.
        let head = |hit: &Hit| {
            let own = self.begins[..self.sentence(hit.start)].last().map_or(0, |begin| *begin);
            let before = self.text[own..hit.start].trim();
            self.text[..hit.end].ends_with(['은', '운', '는'])
                && (before.is_empty() || OATHS.starts(before).is_some() || FILL.starts(before) == Some(before.len()))
        };
        let fits = |hit: &Hit| !self.room.knowledge.group(hit.group).does.has(Sense::Loathe) || head(hit);
        epithets.filter(|hit| hit.end <= start && self.text[hit.end..start].trim().is_empty() && fits(hit)).last()
    }

    /// The next sentence is nothing but the insult: "더러운 것들.", "다 죽었으면."
    fn fragment(&self, people: &Hit) -> Option<(Hit, bool)> {
        let begin = self.stop(people.end);
        if begin >= self.text.len() {
            return None;
        }
        let (deed, grave) = self.said_until(begin, self.stop(begin + 1), 0)?;
        let harm = self.room.knowledge.group(deed.group).does.has(Sense::Harm);
        let people = harm || THINGS.within(self.rest(deed.end, 6));
        (people && self.meant(&deed)).then_some((deed, grave))
    }

    /// How a slur is meant.
    fn slur(&self, hit: &Hit) -> Use {
        let rest = self.rest(hit.end, 14);
        if !self.reading.owned && self.reading.distanced(self.room, hit) || spoken_of(self.room, hit) {
            return Use::Named;
        }
        let from = self.text[..hit.start].char_indices().rev().nth(9).map_or(0, |(at, _)| at);
        let before = self.text[from..hit.start].trim_end();
        if OWN.within(before) || self.own_group(hit) {
            return Use::Own;
        }
        let you = YOU.iter().any(|word| before.ends_with(word));
        if you || CALLS.starts(rest).is_some() { Use::Aimed } else { Use::Said }
    }
}
