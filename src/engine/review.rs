//! The only door: a draft, what the brand declared and what is going on go in, a verdict comes out.

use super::brand::Brand;
use super::check::{Check, Found};
use super::claim::Said;
use super::confidence;
use super::context::Context;
use super::draft::Draft;
use super::finding::{EvidenceKind, Finding, Level, Locale};
use super::knowledge::Knowledge;
use super::room::{Labels, Room};
use super::verdict::Verdict;

/// The id of the one check that finds something good.
pub const PRAISE: &str = "encouragement";

/// How a review is made.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The language of the findings.
    pub locale: Locale,
    pub labels: &'a Labels,
    /// A person's own crisis pause: everything is held.
    pub paused: bool,
    /// The sides that the draft takes.
    pub said: &'a [Said],
    /// Findings below this level are left out.
    pub floor: Level,
}

/// Judges one draft. Cannot fail, whatever the text; linear in its length.
///
/// A hold needs two independent signals: what the draft does, and evidence from outside the draft (an event, a day,
/// what the brand declared), the people whom an insult is aimed at, the tone of the rest of the draft for a reviewed
/// insult, or a person's own pause. A check that asks for a hold without such evidence gets a caution, and one that has
/// nothing but a tone gets a hint.
pub fn review(
    checks: &[&Check],
    knowledge: &Knowledge,
    draft: &Draft,
    brand: &Brand,
    context: &Context,
    options: &Options,
) -> Verdict {
    if draft.text.trim().is_empty() && draft.media.is_empty() {
        return Verdict::default();
    }
    let room = Room::read(knowledge, draft, brand, context, options);
    let mut findings = Vec::new();
    for check in checks {
        for found in (check.run)(&room) {
            let finding = put(&room, check, found);
            if finding.level >= options.floor.max(Level::Hint) {
                findings.push(finding);
            }
        }
    }
    // Praise is for a post of which nothing else is to be said.
    if findings.iter().any(|finding| finding.check != PRAISE) {
        findings.retain(|finding| finding.check != PRAISE);
    }
    together(&mut findings);
    confidence::rate(&mut findings);
    Verdict::of(findings)
}

/// Two checks that see different harm in the same draft, each with evidence from outside, weigh as much as one hold. What
/// is only heard does not weigh here.
fn together(findings: &mut [Finding]) {
    let outside = |finding: &Finding| {
        finding.level == Level::Caution
            && finding.evidence.iter().any(|one| one.kind.outside())
            && finding.evidence.iter().all(|one| one.kind != EvidenceKind::Tone)
    };
    let checks: Vec<&str> = findings.iter().filter(|f| outside(f)).map(|f| f.check.as_str()).collect();
    let several = checks.iter().any(|check| *check != checks[0]);
    if several
        && findings.iter().all(|finding| finding.level < Level::Hold)
        && let Some(first) = findings.iter_mut().find(|finding| outside(finding))
    {
        first.level = Level::Hold;
    }
}

fn put(room: &Room, check: &Check, found: Found) -> Finding {
    let found = room.seconded(found);
    let has = |kind| found.evidence.iter().any(|one| one.kind == kind);
    let words = has(EvidenceKind::Words);
    let more = found.evidence.iter().any(|one| !matches!(one.kind, EvidenceKind::Words | EvidenceKind::Tone));
    let level = match () {
        () if more || words && has(EvidenceKind::Tone) => found.level,
        () if words => found.level.min(Level::Caution),
        // A tone alone, however sure, is an impression.
        () => found.level.min(Level::Hint),
    };
    let (start, end) = if found.span.0 < found.span.1 { found.span } else { (0, 0) };
    let words = room.words((start, end));
    let places = [("words", words.as_str()), ("event", found.about.as_str())];
    Finding {
        check: check.id.to_string(),
        level,
        confidence: 0,
        start,
        end,
        what: check.what.fill(room.locale, &places),
        why: check.why.fill(room.locale, &places),
        todo: check.todo.fill(room.locale, &places),
        evidence: found.evidence,
        fix: None,
    }
}
