//! Claims: which targets a text speaks about, the position it takes on each, and by which words.
//!
//! Pure. The position is the writer's own: what others are reported to say, questions, conditions and irony are not laid
//! at the writer's door, and the claim says why it abstains.

mod clause;
mod cues;
mod ledger;
mod library;
mod pieces;
mod propose;
mod rows;
mod tags;
mod weigh;

pub use ledger::{Entry, Ledger, Spoken};
pub use library::{Library, TARGETS, Target};
pub use propose::{MAX_PAGE, propose};
pub use weigh::read;

use crate::engine::{Line, Said};
use serde::{Deserialize, Serialize};

/// What a text says about a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Favor,
    Against,
    /// It speaks of the target and takes no side that we could be sure of.
    Unsure,
}

/// Why no side is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The target is named, and nothing is said of it.
    OnlyNamed,
    /// Somebody else says it.
    Reported,
    /// It is a question.
    Asked,
    /// It hangs on a condition.
    Supposed,
    /// It may mean the opposite of what it says.
    Ironic,
    /// It says both.
    Mixed,
}

/// One target of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The id of a target of the library, or the name of a stance of the profile.
    pub target: String,
    /// The places of that target in the profile's stances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stances: Vec<usize>,
    pub side: Side,
    /// Said in so many words. What is not firm only leans that way, by the mood around the target.
    pub firm: bool,
    /// Only where `side` is unsure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// UTF-16 offsets in the text of the words that say so, in order.
    pub words: Vec<(u32, u32)>,
}

/// Farthest that two words of one claim lie apart to be shown as one place, in UTF-16 units.
const NEAR: u32 = 40;

/// The sides that a text takes in so many words.
pub fn said(library: &Library, text: &str) -> Vec<Said> {
    let place = |words: &[(u32, u32)]| {
        let first = words.first().copied().unwrap_or_default();
        words.iter().fold(first, |all, word| if word.0 <= all.1 + NEAR { (all.0, all.1.max(word.1)) } else { all })
    };
    let firm = read(library, text).into_iter().filter(|claim| claim.firm);
    firm.map(|claim| Said { favor: claim.side == Side::Favor, span: place(&claim.words), target: claim.target })
        .collect()
}

/// Gives every line the sides that it takes: a stance record by its position, any line by its words. Of a target that the
/// brand is silent on, only the name counts.
pub fn take_sides(library: &Library, lines: &mut [Line]) {
    for line in lines {
        let mut sides: Vec<(String, bool)> =
            said(library, &line.text).into_iter().map(|s| (s.target, s.favor)).collect();
        if let Some(target) = line.names.first().and_then(|name| library.target(name)) {
            if line.silent {
                sides.clear();
            }
            sides.retain(|(known, _)| *known != target);
            if !line.against && !line.silent {
                for other in weigh::opposed(&target).map(|other| library.id(other).to_string()) {
                    sides.retain(|(known, _)| *known != other);
                    sides.push((other, false));
                }
            }
            sides.push((target, !line.against));
        }
        line.sides = sides;
    }
}
