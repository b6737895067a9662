//! What became of a draft: from verdicts and presses to one line of the decision log. Pure.

use crate::engine::Level;
use serde::{Deserialize, Serialize};

/// A verdict that stood this long was seen, in ms: marks and chip change after so much rest.
const SEEN: f64 = 300.0;

/// A verdict as the log needs it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    pub request: u32,
    pub level: Level,
    pub checks: Vec<String>,
    pub text: String,
    /// ms since 1970.
    pub at: f64,
    /// The brand that it was compared with.
    #[serde(default)]
    pub brand: u32,
}

/// How it ended. The names are those of `LogEntry::outcome`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    EditedBetter,
    EditedSame,
    EditedWorse,
    Dropped,
    PostedAnyway,
    Posted,
    WrongWarning,
}

impl Outcome {
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Held => "held",
            Outcome::EditedBetter => "edited-better",
            Outcome::EditedSame => "edited-same",
            Outcome::EditedWorse => "edited-worse",
            Outcome::Dropped => "dropped",
            Outcome::PostedAnyway => "posted-anyway",
            Outcome::Posted => "posted",
            Outcome::WrongWarning => "wrong-warning",
        }
    }

    fn of_edit(before: Level, after: Level) -> Outcome {
        match after.cmp(&before) {
            std::cmp::Ordering::Less => Outcome::EditedBetter,
            std::cmp::Ordering::Equal => Outcome::EditedSame,
            std::cmp::Ordering::Greater => Outcome::EditedWorse,
        }
    }
}

/// One composer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Track {
    last: Option<Judged>,
    /// The worst hold or caution that a person saw and that is not settled yet.
    seen: Option<Judged>,
    /// The text whose hold card was shown last.
    held: Option<String>,
    /// The text that went out last. The page may take a moment to empty its box, and is asked about it again when the
    /// context changes meanwhile: that is no new draft.
    #[serde(default)]
    out: Option<String>,
}

impl Track {
    /// A verdict was given.
    pub fn judged(&mut self, judged: Judged) {
        self.notice(judged.at);
        self.out.take_if(|out| *out != judged.text);
        self.last = Some(judged);
    }

    /// Whether a worker that wakes up must know of it: a warning stands, or stood and is not settled.
    pub fn matters(&self) -> bool {
        let warned = self.last.as_ref().is_some_and(|last| last.level >= Level::Caution);
        warned || self.seen.is_some() || self.held.is_some() || self.out.is_some()
    }

    /// Whether the last verdict stood long enough to be seen.
    fn notice(&mut self, now: f64) {
        let out = self.out.as_ref();
        let seen = |last: &&Judged| last.level >= Level::Caution && now - last.at >= SEEN && out != Some(&last.text);
        if let Some(last) = self.last.as_ref().filter(seen)
            && self.seen.as_ref().is_none_or(|worst| last.level > worst.level)
        {
            self.seen = Some(last.clone());
        }
    }

    /// The verdict of a request, if it is the last one.
    pub fn of(&self, request: u32) -> Option<&Judged> {
        self.last.as_ref().filter(|last| last.request == request)
    }

    /// The hold card opened. A second press with the same text is the same hold.
    pub fn hold(&mut self, request: u32) -> Option<(Outcome, Judged)> {
        let judged = self.of(request)?.clone();
        if self.held.as_ref() == Some(&judged.text) {
            return None;
        }
        let outcome = match (&self.seen, &self.held) {
            (Some(seen), Some(_)) => Outcome::of_edit(seen.level, judged.level),
            _ => Outcome::Held,
        };
        self.held = Some(judged.text.clone());
        self.seen = Some(judged.clone());
        Some((outcome, judged))
    }

    /// It went out. `request`: its verdict; None: not checked.
    pub fn sent(&mut self, request: Option<u32>, now: f64) -> Option<(Outcome, Judged)> {
        self.notice(now);
        let judged = request.and_then(|request| self.of(request)).cloned();
        let seen = self.seen.take();
        self.held = None;
        self.last = None;
        self.out = judged.as_ref().filter(|judged| judged.level >= Level::Caution).map(|judged| judged.text.clone());
        match (seen, judged) {
            (Some(seen), Some(judged)) if seen.text != judged.text => {
                Some((Outcome::of_edit(seen.level, judged.level), judged))
            }
            (_, Some(judged)) if judged.level >= Level::Caution => Some((Outcome::Posted, judged)),
            // It was seen, then went out unchecked: say so with what was seen.
            (Some(seen), None) => Some((Outcome::Posted, seen)),
            _ => None,
        }
    }

    /// "Post anyway".
    pub fn release(&mut self, request: u32) -> Option<(Outcome, Judged)> {
        let judged = self.of(request)?.clone();
        *self = Track { out: Some(judged.text.clone()), ..Track::default() };
        Some((Outcome::PostedAnyway, judged))
    }

    /// The composer closed and nothing went out.
    pub fn gone(&mut self, now: f64) -> Option<(Outcome, Judged)> {
        self.notice(now);
        let seen = self.seen.take();
        *self = Track::default();
        seen.map(|seen| (Outcome::Dropped, seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(request: u32, level: Level, text: &str, at: f64) -> Judged {
        Judged { request, level, checks: vec!["sale-in-mourning".into()], text: text.into(), at, brand: 1 }
    }

    fn outcome(result: Option<(Outcome, Judged)>) -> Option<Outcome> {
        result.map(|(outcome, _)| outcome)
    }

    #[test]
    fn an_ordinary_post_leaves_no_line() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Clear, "a", 0.0));
        assert_eq!(outcome(track.sent(Some(1), 9_000.0)), None);
        assert_eq!(outcome(track.gone(9_100.0)), None);
    }

    #[test]
    fn a_hold_that_is_edited_is_judged_again() {
        for (level, wanted) in [(Level::Clear, Outcome::EditedBetter), (Level::Caution, Outcome::EditedBetter)] {
            let mut track = Track::default();
            track.judged(judged(1, Level::Hold, "bad", 0.0));
            assert_eq!(outcome(track.hold(1)), Some(Outcome::Held));
            assert_eq!(outcome(track.hold(1)), None, "the same press again");
            track.judged(judged(2, level, "better", 5_000.0));
            assert_eq!(outcome(track.sent(Some(2), 6_000.0)), Some(wanted));
        }
    }

    #[test]
    fn an_edit_that_is_held_again_says_how_it_compares() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Hold, "bad", 0.0));
        track.hold(1);
        track.judged(judged(2, Level::Hold, "bad too", 5_000.0));
        assert_eq!(outcome(track.hold(2)), Some(Outcome::EditedSame));
    }

    #[test]
    fn a_caution_counts_only_once_it_was_seen() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Caution, "half a wor", 0.0));
        track.judged(judged(2, Level::Clear, "half a word", 100.0));
        assert_eq!(outcome(track.sent(Some(2), 5_000.0)), None);

        let mut track = Track::default();
        track.judged(judged(1, Level::Caution, "hm", 0.0));
        track.judged(judged(2, Level::Hold, "worse", 1_000.0));
        assert_eq!(outcome(track.release(2)), Some(Outcome::PostedAnyway));
        assert_eq!(outcome(track.gone(9_000.0)), None, "settled");
    }

    #[test]
    fn what_went_out_and_is_judged_once_more_is_not_dropped() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Hold, "bad", 0.0));
        track.hold(1);
        track.release(1);
        assert!(track.matters(), "a worker that wakes up now would take it for a new draft");
        track.judged(judged(2, Level::Hold, "bad", 1_000.0));
        assert_eq!(outcome(track.gone(9_000.0)), None);
        track.judged(judged(3, Level::Hold, "bad", 10_000.0));
        assert_eq!(outcome(track.gone(19_000.0)), Some(Outcome::Dropped), "written anew");
    }

    #[test]
    fn closing_after_a_warning_is_a_dropped_draft() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Caution, "hm", 0.0));
        assert_eq!(outcome(track.gone(1_000.0)), Some(Outcome::Dropped));
    }

    #[test]
    fn only_a_warning_is_worth_remembering() {
        let mut track = Track::default();
        track.judged(judged(1, Level::Hint, "a", 0.0));
        assert!(!track.matters());
        track.judged(judged(2, Level::Hold, "b", 1.0));
        assert!(track.matters());
        track.hold(2);
        track.judged(judged(3, Level::Clear, "c", 2.0));
        assert!(track.matters(), "the hold is not settled");
        let stored = serde_json::to_string(&track).expect("text");
        let mut woken: Track = serde_json::from_str(&stored).expect("the same track");
        assert_eq!(woken, track);
        assert_eq!(outcome(woken.sent(Some(3), 9.0)), Some(Outcome::EditedBetter));
        assert!(!woken.matters());
    }

    #[test]
    fn an_unknown_request_says_nothing() {
        let mut track = Track::default();
        assert_eq!(outcome(track.hold(7)), None);
        assert_eq!(outcome(track.release(7)), None);
        assert_eq!(outcome(track.sent(None, 0.0)), None);
    }
}
