//! Which head learns what from which labels, and on what it is tested.

use super::linear::Plan;
use nunchi::engine::heads::Head;

/// A set and what its labels say about a head: bits of yes, bits of no. A text with neither, or with a yes and a no of
/// another set's kind, is not used: "disappointed" is neither sorrow nor its absence.
pub type Use = (&'static str, u32, u32);

/// One head of one language.
pub struct Task {
    pub head: Head,
    pub korean: bool,
    pub learns: &'static [Use],
    /// Sets that nothing was trained on.
    pub meets: &'static [Use],
    pub plan: Plan,
    /// Whether it goes into the model file. A head that is measured and found wanting stays out.
    pub ships: bool,
}

/// Labels of GoEmotions by their place in its list.
const fn emotions(ids: &[u32]) -> u32 {
    let (mut all, mut at) = (0, 0);
    while at < ids.len() {
        all |= 1 << ids[at];
        at += 1;
    }
    all
}

const EVERY: u32 = (1 << 28) - 1;
const AMUSEMENT: u32 = 1;
const CHEER: u32 = emotions(&[13, 17, 21]);
/// Near to cheer: admiration, amusement, approval, gratitude, love, optimism, relief.
const NEAR_CHEER: u32 = emotions(&[0, 1, 4, 15, 18, 20, 23]);
const SORROW: u32 = emotions(&[16, 24, 25]);
/// Near to sorrow: caring, disappointment, embarrassment, fear.
const NEAR_SORROW: u32 = emotions(&[5, 9, 12, 14]);
const ANGER: u32 = emotions(&[2, 3, 11]);
/// Near to anger: disappointment, disapproval.
const NEAR_ANGER: u32 = emotions(&[9, 10]);

const fn plan(cost: f64) -> Plan {
    Plan { cost, passes: 10, keep: 6_000 }
}

/// Every head, English then Korean, each in the order of the heads.
pub const TASKS: &[Task] = &[
    Task {
        head: Head::Offence,
        korean: false,
        learns: &[
            ("davidson-offence-en", 0b011, 0b100),
            ("edos-sexism-en", 0b10, 0),
            ("goemotions-en", ANGER, EVERY & !ANGER & !NEAR_ANGER),
        ],
        meets: &[("tweeteval-offensive", 0b10, 0b01)],
        plan: plan(0.3),
        ships: true,
    },
    // Rude is not hateful: what Davidson's readers called merely offensive stands on the side of no. Much of it is
    // everyday speech of Black Americans.
    Task {
        head: Head::Contempt,
        korean: false,
        learns: &[
            ("davidson-offence-en", 0b001, 0b110),
            ("edos-sexism-en", 0b10, 0b01),
            ("goemotions-en", 0, EVERY & !ANGER & !NEAR_ANGER),
        ],
        meets: &[("tweeteval-offensive", 0b10, 0b01)],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Cheer,
        korean: false,
        learns: &[("goemotions-en", CHEER, EVERY & !CHEER & !NEAR_CHEER)],
        meets: &[("tweeteval-emotion", 0b0010, 0b1001)],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Mirth,
        korean: false,
        learns: &[("goemotions-en", 1 << AMUSEMENT, EVERY & !(1 << AMUSEMENT))],
        meets: &[],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Sorrow,
        korean: false,
        learns: &[("goemotions-en", SORROW, EVERY & !SORROW & !NEAR_SORROW)],
        meets: &[("tweeteval-emotion", 0b1000, 0b0111)],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Anger,
        korean: false,
        learns: &[("goemotions-en", ANGER, EVERY & !ANGER & !NEAR_ANGER)],
        meets: &[("tweeteval-emotion", 0b0001, 0b1110)],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Sarcasm,
        korean: false,
        learns: &[("isarcasm-en", 0b10, 0b01)],
        meets: &[("tweeteval-irony", 0b10, 0b01)],
        plan: plan(0.3),
        ships: false,
    },
    Task {
        head: Head::Offence,
        korean: true,
        learns: &[("curse-ko", 0b10, 0b01), ("chatbot-ko", 0, 0b111)],
        meets: &[],
        plan: plan(1.0),
        ships: true,
    },
    Task {
        head: Head::Cheer,
        korean: true,
        learns: &[("goemotions-ko", CHEER, EVERY & !CHEER & !NEAR_CHEER)],
        meets: &[],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Mirth,
        korean: true,
        learns: &[("goemotions-ko", 1 << AMUSEMENT, EVERY & !(1 << AMUSEMENT))],
        meets: &[],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Sorrow,
        korean: true,
        learns: &[("goemotions-ko", SORROW, EVERY & !SORROW & !NEAR_SORROW), ("chatbot-ko", 0b010, 0b001)],
        meets: &[],
        plan: plan(1.0),
        ships: true,
    },
    Task {
        head: Head::Anger,
        korean: true,
        learns: &[("goemotions-ko", ANGER, EVERY & !ANGER & !NEAR_ANGER)],
        meets: &[],
        plan: plan(0.3),
        ships: true,
    },
    Task {
        head: Head::Sarcasm,
        korean: true,
        learns: &[("kocasm-ko", 0b10, 0b01)],
        meets: &[],
        plan: plan(1.0),
        ships: false,
    },
];
