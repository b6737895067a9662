//! Evidence out of the room: what a finding stands on, put into words and named by its source.

use super::brand::Stance;
use super::check::Found;
use super::claim::Past;
use super::context::Known;
use super::finding::{Evidence, EvidenceKind, Level, Locale};
use super::knowledge::Group;
use super::room::Room;

impl Room<'_> {
    pub fn event_evidence(&self, known: &Known) -> Evidence {
        let unsaid = if known.event.own { self.labels.brand } else { self.labels.feed };
        known.evidence(self.locale, unsaid.get(self.locale))
    }

    /// The meaning of a hit's words, where the knowledge files give one.
    pub fn meaning_evidence(&self, group: &Group, words: &str) -> Evidence {
        let meaning = match self.locale {
            Locale::Ko if !group.meaning.1.is_empty() => group.meaning.1,
            _ => group.meaning.0,
        };
        Evidence {
            kind: EvidenceKind::Words,
            text: if meaning.is_empty() { words.to_string() } else { format!("{words}: {meaning}") },
            source: group.source.to_string(),
            url: group
                .source
                .find("https://")
                .map(|at| group.source[at..].split([' ', ')', ',', ';']).next().unwrap_or_default().to_string()),
            date: None,
        }
    }

    /// The people that an insult is aimed at, as evidence.
    pub fn target_evidence(&self, group: &Group, words: &str) -> Evidence {
        Evidence { kind: EvidenceKind::Target, ..self.meaning_evidence(group, words) }
    }

    /// What a picture shows: beside the draft's words, a signal of its own.
    pub fn picture_evidence(&self, group: &Group, shown: &str) -> Evidence {
        Evidence { kind: EvidenceKind::Picture, ..self.meaning_evidence(group, shown) }
    }

    /// A past event, or what a code stands for, that the words themselves name: known from outside the draft.
    pub fn history_evidence(&self, group: &Group, words: &str) -> Evidence {
        Evidence { kind: EvidenceKind::Event, ..self.meaning_evidence(group, words) }
    }

    /// What happened to another who said it: who and what, with the year and who reported it.
    pub fn precedent_evidence(&self, group: &Group) -> Evidence {
        // The address is the link already.
        let named = group.source.split("http").next().unwrap_or_default().trim_end_matches([' ', ';', '(']);
        Evidence {
            text: group.meaning(self.locale).to_string(),
            source: if named.is_empty() { group.source } else { named }.to_string(),
            date: (group.year > 0).then(|| group.year.to_string()),
            ..self.history_evidence(group, "")
        }
    }

    /// A finding about an event, with the words that do the harm as second evidence.
    pub fn found(&self, level: Level, span: (u32, u32), known: &Known) -> Found {
        Found { level, span, about: known.name(self.locale).to_string(), evidence: vec![self.event_evidence(known)] }
    }

    /// The brand's own line as evidence.
    pub fn stance_evidence(&self, stance: &Stance) -> Evidence {
        let line = &stance.line;
        Evidence {
            kind: EvidenceKind::Stance,
            text: line.text.clone(),
            source: self.labels.brand.get(self.locale).to_string(),
            url: (!line.url.is_empty()).then(|| line.url.clone()),
            date: (!line.date.is_empty()).then(|| line.date.clone()),
        }
    }

    /// What was posted before, as evidence.
    pub fn past_evidence(&self, past: &Past) -> Evidence {
        Evidence {
            kind: EvidenceKind::PastPost,
            text: past.text.clone(),
            source: self.labels.past.fill(self.locale, &[("site", &past.site)]),
            url: (!past.url.is_empty()).then(|| past.url.clone()),
            date: (!past.date.is_empty()).then(|| past.date.clone()),
        }
    }

    /// What is replied to, as evidence.
    pub fn reply_evidence(&self) -> Evidence {
        Evidence {
            kind: EvidenceKind::Event,
            text: self.draft.reply_to.chars().take(200).collect(),
            source: self.labels.reply.get(self.locale).to_string(),
            url: None,
            date: None,
        }
    }

    /// The brand's trade as evidence.
    pub fn sector_evidence(&self) -> Evidence {
        Evidence {
            kind: EvidenceKind::Stance,
            text: self.brand.sector.clone(),
            source: self.labels.sector.get(self.locale).to_string(),
            url: None,
            date: None,
        }
    }
}
