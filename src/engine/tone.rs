//! What the trained heads hear in a draft, as evidence beside the reviewed words.
//!
//! A tone is never more than a second opinion: alone it gives a hint, with the words of a list it may make a hold, and
//! then only if it is heard in the rest of the draft, without those words. Otherwise list and head, which both know the
//! word, would count as two witnesses for one thing.

use super::check::Found;
use super::finding::{Evidence, EvidenceKind, Level};
use super::heads::{Head, Reading};
use super::knowledge::Group;
use super::room::Room;
use super::scan::Hit;
use super::sense::{Sense, Senses};
use super::text::{Language, fold, language};

/// Whatever the lists know of offence, people named included: the head shall not take "women" for a reason.
const LISTED: Senses = Senses::of(&[
    Sense::Slur,
    Sense::Contempt,
    Sense::Threat,
    Sense::Stereotype,
    Sense::Crude,
    Sense::People,
    Sense::Person,
    Sense::Trait,
    Sense::Vile,
    Sense::Epithet,
    Sense::Loathe,
    Sense::Harm,
    Sense::Due,
]);

impl Room<'_> {
    /// Whether the draft surely sounds like this.
    pub fn sounds(&self, head: Head) -> bool {
        heard(self.tones(), head).is_some_and(|reading| reading.firm)
    }

    /// Whether the draft seems to sound like this: enough only beside an event or a post that it answers.
    pub fn seems(&self, head: Head) -> bool {
        heard(self.tones(), head).is_some_and(|reading| reading.likely)
    }

    /// Whether what was replied to surely sounds like this.
    pub fn reply_sounds(&self, head: Head) -> bool {
        let reply = &self.draft.reply_to;
        !reply.is_empty()
            && heard(&self.knowledge.heads().listen(&fold(reply), language(reply), &[]), head)
                .is_some_and(|one| one.firm)
    }

    fn tones(&self) -> &[Reading] {
        self.tones.get_or_init(|| self.knowledge.heads().listen(&self.folded, self.language, &[]))
    }

    /// The tone as evidence.
    pub fn tone_evidence(&self, head: Head) -> Evidence {
        let labels = self.labels;
        Evidence {
            kind: EvidenceKind::Tone,
            text: labels.tones.get(head as usize).unwrap_or(&labels.tone).get(self.locale).to_string(),
            source: labels.tone.get(self.locale).to_string(),
            url: None,
            date: None,
        }
    }

    /// The head that hears insults in the draft's language. In English that is the one for contempt: of merely rude
    /// English much is everyday speech among friends, and the data for it is labelled by strangers.
    pub fn insult_head(&self) -> Head {
        if self.language == Language::Korean { Head::Offence } else { Head::Contempt }
    }

    /// Whether the draft sounds like an insult, and still does without a single word that a list knows.
    pub fn insults(&self) -> bool {
        let head = self.insult_head();
        // The whole draft first: mostly that settles it.
        self.sounds(head)
            && *self.rest.get_or_init(|| {
                let without = merged(self.hits_of(LISTED).map(|(hit, _)| (hit.start, hit.end)).collect());
                let rest = self.knowledge.heads().listen(&self.folded, self.language, &without);
                heard(&rest, head).is_some_and(|reading| reading.firm)
            })
    }

    /// A caution for a reviewed insult becomes a hold if the rest of the draft sounds so as well.
    pub(super) fn seconded(&self, mut found: Found) -> Found {
        let alone = found.evidence.iter().all(|one| one.kind == EvidenceKind::Words);
        let listed = |(hit, _): (&Hit, &Group)| self.span(hit) == found.span;
        if found.level == Level::Caution && alone && self.hits_of(LISTED).any(listed) && self.insults() {
            found.level = Level::Hold;
            found.evidence.push(self.tone_evidence(self.insult_head()));
        }
        found
    }
}

fn heard(readings: &[Reading], head: Head) -> Option<&Reading> {
    readings.iter().find(|reading| reading.head == head)
}

/// Ranges in order, those that touch made one.
fn merged(mut ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    ranges.sort_unstable();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if last.1 >= range.0 => last.1 = last.1.max(range.1),
            _ => out.push(range),
        }
    }
    out
}
