//! The whole policy of a press on Post, in one place and without a browser: what passes, what stops, what is asked.
//!
//! Fail open: whatever is unknown for a reason of our own passes. Only a verdict that says hold, for exactly this
//! text, stops a press; a text that was not judged yet is stopped for at most `PATIENCE` ms.

use crate::engine::Level;

/// How long an unjudged press waits for its verdict, in ms, before it is let go as "not checked".
pub const PATIENCE: u32 = 300;

/// How long after a re-dispatched press the page may take to show that it took it, in ms.
pub const TAKEN: u32 = 1_500;

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
}
