//! The whole policy of a press on Post, in one place and without a browser: what passes, what stops, what is asked.
//!
//! Fail open: whatever is unknown for a reason of our own passes. Only a verdict that says hold, for exactly this
//! text, stops a press; a text that was not judged yet is stopped for at most `PATIENCE` ms.

use crate::engine::Level;

/// How long an unjudged press waits for its verdict, in ms, before it is let go as "not checked".
pub const PATIENCE: u32 = 300;

/// How long after a re-dispatched press the page may take to show that it took it, in ms.
pub const TAKEN: u32 = 1_500;

/// How long after the first event that a release let through the rest of the same press may follow, in ms (the submit
/// that a click causes, also where the page checks something first). Longer than `TAKEN`: no moment lies between.
const SAME_PRESS: f64 = 3_000.0;

/// What is known about the draft at the moment of the press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Switched off here, or paused.
    Off,
    /// We cannot judge: no background, a draft too long, something of ours broke.
    Unreachable,
    /// A person released exactly this text.
    Released,
    Judged(Level),
    /// Changed since the last verdict, or never judged.
    Unjudged,
}

/// Which part of the gesture an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// pointerdown to mouseup: most pages do nothing yet.
    Begin,
    /// click, a sending key, submit: the page acts on it.
    Act,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The page gets the event as if we were not there.
    Pass,
    /// The same, and the chip says "not checked".
    PassUnchecked,
    /// The page never sees it; nothing else happens (the rest of a stopped gesture).
    Swallow,
    /// The page never sees it; the hold card opens.
    Hold,
    /// The page never sees it; the verdict is asked for and decides.
    Ask,
}

/// `early`: the page acts on the beginning of the gesture already.
pub fn decide(standing: Standing, moment: Moment, early: bool) -> Decision {
    match (standing, moment) {
        (Standing::Off | Standing::Released, _) => Decision::Pass,
        (Standing::Unreachable, Moment::Act) => Decision::PassUnchecked,
        (Standing::Unreachable, Moment::Begin) => Decision::Pass,
        (Standing::Judged(Level::Hold), Moment::Begin) => Decision::Swallow,
        (Standing::Judged(Level::Hold), Moment::Act) => Decision::Hold,
        (Standing::Judged(_), _) => Decision::Pass,
        (Standing::Unjudged, Moment::Act) => Decision::Ask,
        (Standing::Unjudged, Moment::Begin) if early => Decision::Swallow,
        (Standing::Unjudged, Moment::Begin) => Decision::Pass,
    }
}

/// A person's "post anyway", or ours for a text that was judged after the press. It is bound to the words alone: pages
/// swap their composers, and what a post answers or carries changes while one looks at it.
#[derive(Clone, Debug)]
pub struct Release {
    text: String,
    /// When it first let something through, in ms since 1970.
    used: Option<f64>,
}

impl Release {
    pub fn of(text: String) -> Release {
        Release { text, used: None }
    }

    pub fn is_of(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether it lets a press with this text through. `now` in ms since 1970.
    pub fn lets(&self, text: &str, now: f64) -> bool {
        self.is_of(text) && self.used.is_none_or(|used| now - used < SAME_PRESS)
    }

    /// A press with this text passed.
    pub fn passed(&mut self, text: &str, now: f64) {
        if self.used.is_none() && self.is_of(text) {
            self.used = Some(now);
        }
    }
}

/// What came of a press that was done again for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The composer is empty or gone.
    Taken,
    /// The person went on writing. Nothing to say; the release stays for the text it was given for.
    WroteOn,
    /// The page is at it: its button is disabled or drawn anew. Nothing to say yet, but the next press passes.
    Busy,
    /// Nothing shows that the page heard: the next press passes, and a note says so.
    Unheard,
}

/// `now`: what the composer holds, if it is still there; `busy`: its button cannot be pressed at this moment.
pub fn outcome(released: &str, now: Option<&str>, busy: bool) -> Outcome {
    match now {
        None => Outcome::Taken,
        Some(now) if now.trim().is_empty() => Outcome::Taken,
        Some(now) if now != released => Outcome::WroteOn,
        Some(_) if busy => Outcome::Busy,
        Some(_) => Outcome::Unheard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENTS: [Moment; 2] = [Moment::Begin, Moment::Act];

    #[test]
    fn only_a_hold_for_this_text_shows_the_card() {
        for moment in MOMENTS {
            for early in [false, true] {
                for level in [Level::Clear, Level::Hint, Level::Caution] {
                    assert_eq!(decide(Standing::Judged(level), moment, early), Decision::Pass);
                }
                assert_eq!(decide(Standing::Released, moment, early), Decision::Pass);
                assert_eq!(decide(Standing::Off, moment, early), Decision::Pass);
                let held = decide(Standing::Judged(Level::Hold), moment, early);
                assert!(matches!(held, Decision::Hold | Decision::Swallow));
            }
        }
    }

    #[test]
    fn a_failure_of_ours_never_stops_a_post() {
        for moment in MOMENTS {
            for early in [false, true] {
                let decision = decide(Standing::Unreachable, moment, early);
                assert!(matches!(decision, Decision::Pass | Decision::PassUnchecked));
            }
        }
    }

    #[test]
    fn the_beginning_of_an_unjudged_gesture_is_stopped_only_where_the_page_acts_on_it() {
        assert_eq!(decide(Standing::Unjudged, Moment::Begin, false), Decision::Pass);
        assert_eq!(decide(Standing::Unjudged, Moment::Begin, true), Decision::Swallow);
        assert_eq!(decide(Standing::Unjudged, Moment::Act, false), Decision::Ask);
    }

    #[test]
    fn a_release_lets_its_own_words_through_until_they_went() {
        let mut release = Release::of("boom".into());
        // However late, and whatever else went out meanwhile.
        release.passed("other words", 10.0);
        assert!(release.lets("boom", 1e9));
        assert!(!release.lets("boom!", 0.0));
        // One press: its later events pass too, up to when the page is looked at again.
        release.passed("boom", 1e9);
        release.passed("boom", 1e9 + 1_000.0);
        assert!(release.lets("boom", 1e9 + f64::from(TAKEN)));
        assert!(!release.lets("boom", 1e9 + SAME_PRESS));
    }

    #[test]
    fn only_a_page_that_took_the_text_ends_a_release() {
        assert_eq!(outcome("boom", None, false), Outcome::Taken);
        assert_eq!(outcome("boom", Some(" \n"), true), Outcome::Taken);
        assert_eq!(outcome("boom", Some("boom boom"), false), Outcome::WroteOn);
        // A button that is disabled, or gone, has posted nothing yet.
        assert_eq!(outcome("boom", Some("boom"), true), Outcome::Busy);
        assert_eq!(outcome("boom", Some("boom"), false), Outcome::Unheard);
    }
}
