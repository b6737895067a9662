//! The room: everything a check may look at. The draft is read once, here.

use super::brand::Brand;
use super::claim::Said;
use super::context::{Context, Known};
use super::draft::Draft;
use super::finding::{Locale, Text};
use super::heads::Reading;
use super::knowledge::{Group, Knowledge};
use super::price;
use super::review::Options;
use super::scan::Hit;
use super::scene::scene_of;
use super::sense::{Sense, Senses};
use super::shield::{shielded, tag_hit};
use super::text::{Folded, Language, fold, language};
use super::topic::{Topic, Topics};
use std::cell::OnceCell;

/// Sells outright: prices, prizes, profit.
pub const SELLS: Senses = Senses::of(&[Sense::Offer, Sense::Giveaway, Sense::Profit]);
/// Puts the product forward.
pub const SHOWS: Senses =
    Senses::of(&[Sense::Product, Sense::Order, Sense::Hurry, Sense::Freebie, Sense::Slogan, Sense::Invite]);
/// Is in high spirits.
pub const CHEERS: Senses = Senses::of(&[Sense::Celebrate, Sense::Hype, Sense::Boast]);
pub const JOKES: Senses = Senses::of(&[Sense::Joke, Sense::Mock]);
/// Is there for people.
pub const HUMANE: Senses = Senses::of(&[
    Sense::Condole,
    Sense::Serve,
    Sense::Halt,
    Sense::Apologise,
    Sense::Help,
    Sense::Inform,
    Sense::Commemorate,
]);

/// The words that name the engine's own sources of evidence.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    /// "The day's trends".
    pub feed: &'static Text,
    /// "What {brand} declared".
    pub brand: &'static Text,
    /// The evidence of a person's own pause.
    pub pause: &'static Text,
    pub reply: &'static Text,
    pub sector: &'static Text,
    /// "Posted before on {site}".
    pub past: &'static Text,
    /// Of the trained heads, and what each hears, in their order.
    pub tone: &'static Text,
    pub tones: [&'static Text; 6],
}

/// Everything a check may look at.
pub struct Room<'a> {
    pub knowledge: &'a Knowledge,
    pub draft: &'a Draft,
    pub brand: &'a Brand,
    pub context: &'a Context,
    pub locale: Locale,
    pub labels: &'a Labels,
    pub paused: bool,
    pub folded: Folded,
    /// What stands in the draft, shielded places left out.
    pub hits: Vec<Hit>,
    /// What the pictures show.
    pub shown: Vec<u16>,
    /// What the draft does.
    pub does: Senses,
    /// Grave things named in plain words (not by an idiom), and the highest gravity.
    pub literal: Topics,
    pub literal_gravity: u8,
    /// The same, with what is only contested.
    pub mentioned: Topics,
    /// What the pictures show.
    pub pictured: Topics,
    /// Events named: (event, UTF-16 span).
    pub named: Vec<(usize, (u32, u32))>,
    /// What was replied to is about this, if it is grave.
    pub replied: Topics,
    /// What the text that is replied to does: complains, for example.
    pub answered: Senses,
    pub language: Language,
    /// The sides that the draft takes.
    pub said: &'a [Said],
    /// What the heads hear in the draft, once somebody asked.
    pub(super) tones: OnceCell<Vec<Reading>>,
    /// Whether it insults beyond the listed words.
    pub(super) rest: OnceCell<bool>,
}

impl<'a> Room<'a> {
    pub fn read(
        knowledge: &'a Knowledge,
        draft: &'a Draft,
        brand: &'a Brand,
        context: &'a Context,
        options: &Options<'a>,
    ) -> Room<'a> {
        let Options { locale, labels, paused, said, .. } = *options;
        let folded = fold(&draft.text);
        let mut hits = shielded(knowledge, knowledge.scan(&folded));
        for tag in &folded.tags {
            hits.extend(knowledge.tag(&tag.name).map(|group| tag_hit(&folded, tag.start, tag.end, group)));
        }
        let named =
            context.named(&folded).into_iter().map(|(event, start, end)| (event, folded.span(start, end))).collect();
        let mut room = Room {
            language: language(&draft.text),
            said,
            knowledge,
            draft,
            brand,
            context,
            locale,
            labels,
            paused,
            folded,
            hits,
            named,
            shown: Vec::new(),
            does: Senses::NONE,
            literal: Topics::NONE,
            literal_gravity: 0,
            mentioned: Topics::NONE,
            pictured: Topics::NONE,
            replied: Topics::NONE,
            answered: Senses::NONE,
            tones: OnceCell::new(),
            rest: OnceCell::new(),
        };
        for hit in &room.hits {
            let group = knowledge.group(hit.group);
            // "#PrayForParis" is not yet a prayer.
            let span = room.folded.span(hit.start, hit.end);
            let at = room.folded.tags.partition_point(|tag| tag.end < span.1);
            let tagged = room.folded.tags.get(at).is_some_and(|tag| tag.start <= span.0);
            // Nor is "never forget to moisturise" remembrance: a longer phrase that alludes has taken the words.
            let taken = group.does.meets(HUMANE) && room.alluded(hit);
            let does = if tagged || taken { Senses(group.does.0 & !HUMANE.0) } else { group.does };
            room.does = room.does.with(does);
            if group.gravity >= 1 && group.is_plain() {
                room.mentioned = room.mentioned.with(group.about);
            }
            if group.gravity >= 2 && !group.about.is_empty() && group.is_plain() {
                room.literal = room.literal.with(group.about);
                room.literal_gravity = room.literal_gravity.max(group.gravity);
            }
        }
        if let Some(hit) = price::offer(&room) {
            room.does = room.does.with(knowledge.group(hit.group).does);
            room.hits.push(hit);
        }
        if room.folded.tags.iter().any(|tag| tag.name.starts_with("ask") && tag.name.len() > 5) {
            room.does = room.does.with(Senses::of(&[Sense::Invite]));
        }
        for text in draft.media.iter().take(8) {
            for hit in shielded(knowledge, knowledge.scan_picture(&fold(text))) {
                let group = knowledge.group(hit.group);
                room.shown.push(hit.group);
                if group.gravity >= 2 {
                    room.pictured = room.pictured.with(group.about);
                }
            }
        }
        for hit in shielded(knowledge, knowledge.scan(&fold(&draft.reply_to))) {
            let group = knowledge.group(hit.group);
            room.answered = room.answered.with(group.does);
            if group.gravity >= 2 {
                room.replied = room.replied.with(group.about);
            }
        }
        room
    }

    /// Whether the draft does any of these.
    pub fn does(&self, any: Senses) -> bool {
        self.does.meets(any)
    }

    /// Whether a longer phrase that alludes to something else covers these words.
    fn alluded(&self, hit: &Hit) -> bool {
        let other =
            |one: &&Hit| one.start <= hit.start && one.end >= hit.end && one.end - one.start > hit.end - hit.start;
        self.hits_of(Senses::of(&[Sense::Allusion])).any(|(one, _)| other(&one))
    }

    /// Hits whose group does any of these.
    pub fn hits_of(&self, any: Senses) -> impl Iterator<Item = (&Hit, &Group)> {
        self.hits.iter().map(|hit| (hit, self.knowledge.group(hit.group))).filter(move |(_, g)| g.does.meets(any))
    }

    /// UTF-16 span of the longest hit that does any of these; empty if none.
    pub fn span_of(&self, any: Senses) -> (u32, u32) {
        self.hits_of(any).map(|(hit, _)| hit).max_by_key(|hit| hit.end - hit.start).map_or((0, 0), |hit| self.span(hit))
    }

    pub fn span(&self, hit: &Hit) -> (u32, u32) {
        self.folded.span(hit.start, hit.end)
    }

    /// The writer's own words at a span.
    pub fn words(&self, span: (u32, u32)) -> String {
        let mut at = 0;
        let mut out = String::new();
        for c in self.draft.text.chars() {
            if at >= span.1 {
                break;
            }
            if at >= span.0 {
                out.push(c);
            }
            at += c.len_utf16() as u32;
        }
        out
    }

    /// Takes something back, says sorry, or cares for people without selling: nothing to hold.
    pub fn humane(&self) -> bool {
        let stops = Senses::of(&[Sense::Halt, Sense::Apologise]);
        self.does(stops) && !self.does(JOKES.with(Senses::of(&[Sense::Giveaway, Sense::Profit])))
            || self.does(HUMANE) && !self.does(SELLS.with(JOKES))
    }

    /// 2: sells, jokes or celebrates; 1: shows a product or is upbeat; 0: neither.
    pub fn push(&self) -> u8 {
        let strong = SELLS.with(JOKES).with(Senses::of(&[Sense::Celebrate]));
        let pictured = self.shown_of(SHOWS).next().is_some();
        if self.does(strong) { 2 } else { u8::from(pictured || self.does(SHOWS.with(CHEERS))) }
    }

    /// The same, where a brand that goes on as usual counts as one that shows a product.
    pub fn lean(&self) -> u8 {
        self.push().max(u8::from(self.as_usual()))
    }

    /// A brand speaks and does nothing that tells of care, of news or of a side it takes: what it says is business.
    pub fn as_usual(&self) -> bool {
        let cares = HUMANE.with(Senses::of(&[
            Sense::Stand,
            Sense::Remember,
            Sense::Counter,
            Sense::Condemn,
            Sense::Deed,
            Sense::Tribute,
            Sense::Alarm,
        ]));
        self.is_brand() && !self.brand.informs && !self.does(cares)
    }

    /// Somebody speaks for a brand: its name or its trade is known.
    pub fn is_brand(&self) -> bool {
        !self.brand.sector.is_empty() || !self.brand.name.is_empty()
    }

    /// The fresh event that the draft itself touches: by name, by topic, by its wares or the brand's trade.
    pub fn touched(&self, least: u8) -> Option<&Known> {
        self.named_event(least)
            .or_else(|| self.fresh_about(self.mentioned.with(self.pictured).with(self.wares()), least))
            .or_else(|| self.own_event(least))
    }

    /// A fresh event near here that names the brand or a word of its trade.
    pub fn own_event(&self, least: u8) -> Option<&Known> {
        let own = self.context.events.iter().filter(|one| one.own && one.near && one.fresh && one.gravity >= least);
        own.max_by_key(|one| one.gravity)
    }

    /// A fresh event that the draft names.
    pub fn named_event(&self, least: u8) -> Option<&Known> {
        self.named
            .iter()
            .map(|(event, _)| &self.context.events[*event])
            .filter(|known| known.fresh && known.gravity >= least)
            .max_by_key(|known| known.gravity)
    }

    pub fn fresh_about(&self, topics: Topics, least: u8) -> Option<&Known> {
        self.context.about(topics, least).filter(|known| known.fresh)
    }

    /// Trouble of the brand's own: it names the brand or its trade, or the draft itself touches it. Another company's
    /// recall or strike is none of ours.
    pub fn own_trouble(&self, topics: Topics, least: u8) -> Option<&Known> {
        let touched = self.mentioned.with(self.wares());
        let events = self.context.events.iter().enumerate();
        events
            .filter(|(_, one)| one.fresh && one.gravity >= least && one.topics.meets(topics))
            .filter(|(at, one)| {
                one.own || one.near && one.topics.meets(touched) || self.named.iter().any(|(event, _)| event == at)
            })
            .map(|(_, one)| one)
            .max_by_key(|one| one.gravity)
    }

    /// What the goods and the scene in the draft, or the brand's trade, belong to. Everyday words of a scene count in pairs.
    pub fn wares(&self) -> Topics {
        self.brand.wakes.with(self.scene())
    }

    /// The events to whose scene the words of the draft belong.
    pub fn scene(&self) -> Topics {
        scene_of(self.knowledge, &self.hits, 3)
    }

    /// Whether the words of a hit are denied: "no new you needed", "모피 없이".
    pub fn denied(&self, hit: &Hit) -> bool {
        let text = &self.folded.text;
        let before = text[..hit.start].trim_end().rsplit(' ').take(3);
        let no = [
            "no", "not", "never", "without", "don't", "doesn't", "won't", "isn't", "aren't", "stop", "sin", "sans",
            "ohne", "sem", "senza",
        ];
        if before.into_iter().any(|word| no.contains(&word)) {
            return true;
        }
        // "We turned down a loan for coal", 없애겠다던 플라스틱 컵: given up, or never taken.
        let gone = [
            "turned down",
            "refused",
            "rejected",
            "declined",
            "said no to",
            "ended our",
            "we ended",
            "stopped",
            "dropped",
            "got rid of",
            "gave up",
            "banned",
            "removed",
            "replaced",
            "instead of",
            "we left",
            "closed our",
            "without any",
        ];
        let ahead = &text[text.floor_char_boundary(hit.start.saturating_sub(48))..hit.start];
        let ahead = ahead.rsplit(['.', '!', '?', '\n', ',']).next().unwrap_or(ahead);
        let none = ahead.trim_start();
        if ahead.len() < 48 && (none.starts_with("no ") || none.starts_with("none ")) {
            return true;
        }
        let relative = ["없애", "없앤", "줄이", "줄인", "끊은", "그만둔", "안쓰는", "대신하는"];
        let near: String = ahead.chars().rev().take(7).collect::<Vec<_>>().into_iter().rev().collect();
        if gone.iter().any(|words| ahead.contains(words)) || relative.iter().any(|word| near.contains(word)) {
            return true;
        }
        let behind: String = text[hit.end..].chars().take(24).collect();
        let sentence = behind.split(['.', '!', '?', ':', ',']).next().unwrap_or_default();
        if ["팔지않", "쓰지않", "하지않", "받지않", "거절했"].iter().any(|words| sentence.contains(words))
        {
            return true;
        }
        let never =
            [" won't ", " will not ", " will never ", " aren't ", " no longer ", " never ", " is over", " are gone"];
        if never.iter().any(|words| sentence.starts_with(words)) {
            return true;
        }
        let after: String = text[hit.end..].chars().take(8).collect();
        [
            "없이", "없는", "없애", "없앴", "거절", "끊", "않", "안해", "안합", "아닌", "아니", "반대", "그만", "금지",
            "줄인", "줄이", "대신", "말고", "ない", "なし",
        ]
        .iter()
        .any(|word| after.contains(word))
    }

    /// Hits of what the pictures show whose group does any of these.
    pub fn shown_of(&self, any: Senses) -> impl Iterator<Item = &Group> {
        self.shown.iter().map(|group| self.knowledge.group(*group)).filter(move |group| group.does.meets(any))
    }

    /// The nation mourns: nothing ordinary goes on.
    pub fn mourning(&self) -> Option<&Known> {
        self.fresh_about(Topics::of(&[Topic::Mourning]), 3)
    }

    /// The first place of any of these folded words, as UTF-16 span.
    pub fn find_any(&self, words: &[String]) -> Option<(u32, u32)> {
        words.iter().find_map(|word| {
            let mut places = self.folded.text.match_indices(word.as_str());
            let (at, _) = places.find(|(at, _)| {
                let end = at + word.len();
                // A particle may follow a Korean word: "5월 18일은".
                let dense = word.chars().next_back().is_some_and(super::text::is_dense);
                self.folded.word_start(*at) && (dense || self.folded.word_end(end))
            })?;
            Some(self.folded.span(at, at + word.len()))
        })
    }
}
