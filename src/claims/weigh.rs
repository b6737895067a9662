//! From clauses to claims: what is not the writer's own is set aside, and the rest is weighed, target by target.

use super::clause::{self, Clause, Mention};
use super::library::{Library, Part, Role, TARGETS};
use super::pieces::{self, Piece};
use super::{Claim, Reason, Side};
use std::collections::BTreeMap;

/// Longest text that is read, in bytes; of a longer one the beginning is.
const MAX: usize = 20_000;
/// A vote of a mention's own words, against the mood of the sentence around it.
const STRONG: i32 = 4;
const WEAK: i32 = 1;
/// Kind words more than unkind ones in a sentence that make it kind to what it names.
const CHEERS: i32 = 2;

/// Every target that a text speaks about, in the order of the library.
pub fn read(library: &Library, text: &str) -> Vec<Claim> {
    let pieces = pieces::cut(&text[..text.floor_char_boundary(MAX)]);
    let mut clauses: Vec<Clause> = pieces.iter().map(|piece| clause::read(library, piece, None)).collect();
    let mut tallies: BTreeMap<u16, Tally> = BTreeMap::new();
    let ironic_tag = pieces.iter().zip(&clauses).any(|(piece, clause)| piece.tag && clause.ironic);
    let mut from = 0;
    let mut last = None;
    while from < pieces.len() {
        let to = from + pieces[from..].iter().take_while(|piece| piece.sentence == pieces[from].sentence).count();
        sentence(library, &pieces[from..to], &mut clauses[from..to], ironic_tag, &mut last, &mut tallies);
        from = to;
    }
    let mocks = clauses.iter().any(|clause| clause.mocks);
    let whole: i32 = clauses.iter().map(Clause::mood).sum();
    let claim = |(target, mut tally): (u16, Tally)| {
        tally.lean(whole, target as usize >= TARGETS.len());
        tally.tags(whole);
        tally.claim(library, target, mocks)
    };
    let mut claims: Vec<Claim> = tallies.into_iter().map(claim).filter(|claim| !claim.words.is_empty()).collect();
    oppose(library, &mut claims);
    claims
}

/// Who is for a target is against what it is opposed to, unless the text says something of that itself.
fn oppose(library: &Library, claims: &mut Vec<Claim>) {
    let mut follow = Vec::new();
    for claim in claims.iter().filter(|claim| claim.side == Side::Favor) {
        for other in opposed(&claim.target) {
            let (target, stances) = (library.id(other).to_string(), library.stances(other));
            follow.push(Claim { target, stances, side: Side::Against, ..claim.clone() });
        }
    }
    for claim in follow {
        match claims.iter().position(|known| known.target == claim.target) {
            // Only named beside what it is opposed to.
            Some(at) if claims[at].reason == Some(Reason::OnlyNamed) => claims[at] = claim,
            Some(_) => {}
            None => claims.push(claim),
        }
    }
}

/// The places of the targets that the target of this id is opposed to.
pub(super) fn opposed(id: &str) -> impl Iterator<Item = u16> {
    TARGETS.iter().find(|target| target.id == id).into_iter().flat_map(|target| target.against).copied()
}

fn sentence(
    library: &Library,
    pieces: &[Piece],
    clauses: &mut [Clause],
    ironic_tag: bool,
    last: &mut Option<Mention>,
    tallies: &mut BTreeMap<u16, Tally>,
) {
    let asked = pieces.iter().any(|piece| piece.asked);
    let rhetoric = clauses.iter().find_map(|clause| clause.rhetoric).filter(|_| asked);
    let reported = clauses.iter().any(|clause| clause.reports);
    let ironic = ironic_tag || clauses.iter().any(|clause| clause.ironic);
    if rhetoric.is_some() {
        for (piece, clause) in pieces.iter().zip(clauses.iter_mut()) {
            *clause = clause::read(library, piece, rhetoric);
        }
    }
    let mood: i32 = clauses.iter().map(Clause::mood).sum();
    let woe: i32 = clauses.iter().map(|clause| clause.woe).sum();
    let mut weight = STRONG;
    for (piece, clause) in pieces.iter().zip(clauses.iter_mut()) {
        if clause.turns {
            weight = STRONG * 2;
        }
        if let (Some((value, words)), [], Some(named)) = (clause.it, &clause.mentions[..], &*last) {
            let vote = value * named.part.sign();
            clause.mentions.push(Mention { vote, kind: value > 0, words: vec![words], ..named.clone() });
        }
        let stands = |mention: &&Mention| matches!(mention.part, Part::Wants | Part::Fights) && !mention.tag;
        if let Some(named) = clause.mentions.iter().rfind(stands) {
            *last = Some(named.clone());
        }
        for mention in &clause.mentions {
            // Who passes a report on chooses its words.
            let leans = matches!(mention.part, Part::LeansFor | Part::LeansAgainst);
            let reason = if piece.quoted || reported && !leans {
                Some(Reason::Reported)
            } else if asked && rhetoric.is_none() {
                Some(Reason::Asked)
            } else if clause.supposes {
                Some(Reason::Supposed)
            } else if ironic && (mention.kind || mention.vote >= 0) {
                Some(Reason::Ironic)
            } else {
                None
            };
            let tally = tallies.entry(mention.target).or_default();
            tally.others |= mention.part == Part::People;
            // A word of the brand's own statements names nothing by itself.
            if mention.part.is_kin() && reason.is_some() {
                continue;
            }
            match reason {
                // Scorn in a question or a condition is not taken back by the form.
                Some(Reason::Asked | Reason::Supposed)
                    if mention.vote <= 0
                        && (mention.part == Part::Wants && mood < 0 || mention.part == Part::People) =>
                {
                    tally.around.push((mention.clone(), mood, woe));
                }
                // Praise with a wink leans the other way.
                Some(Reason::Ironic) if mention.vote > 0 && matches!(mention.part, Part::Wants | Part::People) => {
                    tally.vote(&Mention { vote: -1, ..mention.clone() }, WEAK);
                }
                Some(reason) => tally.abstain(reason, mention),
                None if mention.tag && mention.vote != 0 => tally.tagged.push(mention.clone()),
                // Praise in an unkind sentence is as likely scorn.
                None if mention.vote > 0 && mention.part == Part::Wants && mood < 0 && rhetoric != Some(Role::Urge) => {
                    tally.abstain(Reason::Mixed, mention);
                }
                None if mention.vote != 0 => tally.vote(mention, if mention.weak { WEAK } else { weight }),
                None => tally.around.push((mention.clone(), mood, woe)),
            }
        }
    }
}

/// What was said of one target.
#[derive(Default)]
struct Tally {
    favor: i32,
    against: i32,
    words_for: Vec<(u32, u32)>,
    words_against: Vec<(u32, u32)>,
    named: Vec<(u32, u32)>,
    /// Those who are for it are named as others call them.
    others: bool,
    /// Slogans that are nothing but a hashtag.
    tagged: Vec<Mention>,
    reason: Option<Reason>,
    /// Mentions of which nothing was said, with the mood of their sentence and the suffering in it.
    around: Vec<(Mention, i32, i32)>,
}

impl Tally {
    fn abstain(&mut self, reason: Reason, mention: &Mention) {
        self.reason = self.reason.max(Some(reason));
        self.named.extend(&mention.words);
    }

    fn vote(&mut self, mention: &Mention, weight: i32) {
        let (sum, words) = if mention.vote > 0 {
            (&mut self.favor, &mut self.words_for)
        } else {
            (&mut self.against, &mut self.words_against)
        };
        // Leans, however many, say nothing in so many words.
        *sum = if weight == WEAK && *sum < STRONG { (*sum + WEAK).min(STRONG - 1) } else { *sum + weight };
        words.extend(&mention.words);
    }

    /// Where nothing was said of the target itself, the mood of its sentence leans, or else that of the whole text.
    /// `own`: only the brand's name for it is known, and all that is said around it counts.
    fn lean(&mut self, whole: i32, own: bool) {
        for (mention, beside, woe) in std::mem::take(&mut self.around) {
            let mood = if beside == 0 { whole } else { beside }.signum() as i8;
            let vote = match mention.part {
                Part::Wants if own && beside > 0 => 1,
                Part::Wants | Part::Near if beside >= CHEERS => 1,
                // Gloom about those whom it is about, without scorn, is concern.
                Part::Near if woe > 0 && beside + woe >= 0 => 1,
                Part::Wants if woe > 0 && beside + woe >= 0 => 0,
                // Cheer beside a name says little, scorn says much.
                Part::Wants | Part::Near => mood.min(0),
                Part::People => -i8::from(mood <= 0),
                // Who names the issue, and denies nothing, is mostly concerned; and gloom about an evil is concern.
                Part::Issue => i8::from(self.against == 0),
                Part::Fights => i8::from(mood < 0),
                Part::Dear => -i8::from(mood >= 0),
                Part::KinFor | Part::KinAgainst => mood * mention.part.sign(),
                _ => 0,
            };
            if mention.part.is_kin() && (vote == 0 || !self.leaning()) {
                continue;
            }
            if vote == 0 || self.favor.max(self.against) > 0 && !self.leaning() {
                self.abstain(Reason::OnlyNamed, &mention);
            } else {
                self.vote(&Mention { vote, ..mention }, WEAK);
            }
        }
    }

    /// A slogan that is nothing but a hashtag is also used to mock: an unkind text says the opposite or nothing.
    fn tags(&mut self, whole: i32) {
        let alone = self.leaning();
        for mention in std::mem::take(&mut self.tagged) {
            let contrary = if mention.vote > 0 { self.against } else { self.favor };
            if !alone {
                self.vote(&mention, WEAK);
            } else if whole < 0 || contrary > 0 {
                self.abstain(Reason::Mixed, &mention);
            } else {
                self.vote(&mention, STRONG);
            }
        }
    }

    fn leaning(&self) -> bool {
        self.favor.max(self.against) < STRONG
    }

    fn claim(mut self, library: &Library, target: u16, mocks: bool) -> Claim {
        let firm = !self.leaning();
        // Words of one side that are laughed at, or stand beside its people as others call them, are often scorn.
        if !firm && self.favor > self.against && (mocks || self.others) {
            self.reason = self.reason.max(Some(Reason::Mixed));
            self.named.append(&mut self.words_for);
            self.favor = 0;
        }
        // Two sides that are near each other are both meant.
        let margin = if firm { WEAK } else { 0 };
        let (side, reason, mut words) = match (self.favor, self.against) {
            (0, 0) => (Side::Unsure, self.reason.or(Some(Reason::OnlyNamed)), self.named),
            (favor, against) if favor > against + margin => (Side::Favor, None, self.words_for),
            (favor, against) if against > favor + margin => (Side::Against, None, self.words_against),
            _ => (Side::Unsure, Some(Reason::Mixed), [self.words_for, self.words_against].concat()),
        };
        words.sort_unstable();
        words.dedup();
        Claim {
            target: library.id(target).to_string(),
            stances: library.stances(target),
            firm: firm && side != Side::Unsure,
            side,
            reason,
            words,
        }
    }
}
