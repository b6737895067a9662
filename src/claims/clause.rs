//! One clause, read: its mentions of targets, and what the words around each say about it.

use super::library::{Library, Mark, Part, Role};
use super::pieces::Piece;
use crate::engine::{Folded, fold};

/// A word that acts on mentions. Byte offsets into the folded clause.
#[derive(Clone, Copy, Debug)]
struct Word {
    role: Role,
    start: usize,
    end: usize,
}

/// One mention of a target and what was said of it.
#[derive(Clone, Debug)]
pub struct Mention {
    pub target: u16,
    /// +1 for the target, -1 against it, 0 nothing.
    pub vote: i8,
    /// A hashtag said it.
    pub tag: bool,
    /// It only leans that way.
    pub weak: bool,
    pub part: Part,
    /// A kind word carried it: irony would turn it.
    pub kind: bool,
    /// UTF-16 offsets in the text.
    pub words: Vec<(u32, u32)>,
}

/// A clause, read.
pub struct Clause {
    pub mentions: Vec<Mention>,
    /// +1 and -1 for every word that speaks well or ill, for what the sentence says around a mention.
    mood: Vec<i8>,
    /// Words of suffering among them.
    pub woe: i32,
    pub reports: bool,
    /// The writer speaks of itself.
    pub first: bool,
    pub supposes: bool,
    pub ironic: bool,
    pub mocks: bool,
    /// The word that makes a question none.
    pub rhetoric: Option<Role>,
    pub turns: bool,
    /// What is said of what was named before, where nothing is named: +1 or -1, and the words.
    pub it: Option<(i8, (u32, u32))>,
}

impl Clause {
    /// Kind words less unkind ones.
    pub fn mood(&self) -> i32 {
        self.mood.iter().map(|value| i32::from(*value)).sum()
    }
}

/// Farthest that a word acts, in words of the text: before a mention, after it, and on another such word.
const BEFORE: usize = 4;
const AFTER: usize = 6;
const CHAIN: usize = 3;
/// Farthest that a negation acts.
const NOT: usize = 3;

struct Reader<'a> {
    folded: &'a Folded,
    /// For every byte: how many words began up to here.
    counts: Vec<usize>,
    words: Vec<Word>,
    start: u32,
}

/// Reads one clause. `rhetoric` is the word that makes its sentence a question that is none.
pub fn read(library: &Library, piece: &Piece, rhetoric: Option<Role>) -> Clause {
    let folded = fold(&piece.text);
    let marks = library.marks(&folded);
    let reader = Reader::new(&folded, &marks, piece.start);
    let has = |role: Role| reader.words.iter().any(|word| word.role == role);
    let mut clause = Clause {
        mentions: Vec::new(),
        mood: Vec::new(),
        woe: 0,
        reports: false,
        first: has(Role::First) || has(Role::Own),
        supposes: has(Role::If),
        ironic: has(Role::Irony),
        mocks: has(Role::Mock),
        rhetoric: [Role::Urge, Role::Rhetoric, Role::Why].into_iter().find(|role| has(*role)),
        turns: has(Role::But),
        it: reader.pronoun(),
    };
    clause.reports = reader.reports();
    for (at, word) in reader.words.iter().enumerate() {
        let mood = match word.role {
            Role::Support | Role::Fine | Role::Good => 1,
            Role::Oppose | Role::Foul | Role::Ill | Role::Woe | Role::Mock => -1,
            _ => continue,
        };
        clause.mood.push(if reader.negated(at) { -mood } else { mood });
        clause.woe += i32::from(word.role == Role::Woe);
    }
    for (mark, start, end) in &marks {
        if let Mark::Mention(target, part) = mark {
            let mention = reader.mention(*target, *part, (*start, *end), rhetoric, clause.first);
            clause.mentions.push(Mention { tag: piece.tag, ..mention });
        }
    }
    for tag in &folded.tags {
        if let Some((target, vote)) = library.compound(&tag.name).filter(|_| library.tag(&tag.name).is_empty()) {
            let words = vec![(piece.start + tag.start, piece.start + tag.end)];
            let part = if vote > 0 { Part::SaidFor } else { Part::SaidAgainst };
            clause.mentions.push(Mention { target, vote, tag: true, weak: false, part, kind: false, words });
        }
        for mark in library.tag(&tag.name) {
            if let Mark::Mention(target, part) = mark {
                let (start, end) = folded.bytes(tag.start, tag.end);
                // #GenderEquality was found as the words that it is written with.
                if marks.iter().any(|(other, from, to)| other == mark && *from >= start && *to <= end) {
                    continue;
                }
                let mention = reader.mention(*target, *part, (start, end), rhetoric, clause.first);
                clause.mentions.push(Mention { tag: true, ..mention });
            }
        }
    }
    clause
}

/// What the words around a place of a folded clause say of it: +1 well, -1 ill, 0 nothing right
/// beside it, or nothing of the writer's own.
pub fn value_at(library: &Library, folded: &Folded, place: (usize, usize)) -> i8 {
    let marks = library.marks(folded);
    let reader = Reader::new(folded, &marks, 0);
    let inside = |word: &Word| word.role.value().is_some() && word.start < place.1 && word.end > place.0;
    let taken = reader.words.iter().any(inside) || reader.reports() || reader.refused(place);
    let chain = if taken { Vec::new() } else { reader.chain(place) };
    let beside = |at: &usize| {
        let word = reader.words[*at];
        reader.gap(word.end, place.0) + reader.gap(place.1, word.start) <= 1
    };
    if chain.first().is_some_and(beside) { reader.value(&chain) } else { 0 }
}

impl<'a> Reader<'a> {
    fn new(folded: &'a Folded, marks: &[(Mark, usize, usize)], start: u32) -> Reader<'a> {
        let word = |(mark, start, end): &(Mark, usize, usize)| match mark {
            Mark::Word(role) => Some(Word { role: *role, start: *start, end: *end }),
            Mark::Mention(..) => None,
        };
        let mut count = 0;
        let counts = (0..=folded.text.len())
            .map(|at| {
                count += usize::from(at < folded.text.len() && folded.word_start(at));
                count
            })
            .collect();
        Reader { folded, counts, words: marks.iter().filter_map(word).collect(), start }
    }

    /// What is said of "it" in a clause that names nothing: "Scrap it."
    fn pronoun(&self) -> Option<(i8, (u32, u32))> {
        let act = |at: &usize| matches!(self.words[*at].role, Role::Support | Role::Oppose | Role::Raise | Role::Cut);
        let before = |it: &Word| {
            (0..self.words.len()).filter(act).find(|at| {
                let word = self.words[*at];
                word.end <= it.start && self.gap(word.end, it.start) == 0
            })
        };
        let it = self.words.iter().filter(|word| word.role == Role::It);
        it.filter_map(|it| {
            let at = before(it)?;
            Some((self.value(&[at]), self.span(self.words[at].start, it.end)))
        })
        .next()
    }

    fn span(&self, start: usize, end: usize) -> (u32, u32) {
        let (from, to) = self.folded.span(start, end);
        (self.start + from, self.start + to)
    }

    /// Words that lie between two places.
    fn gap(&self, end: usize, start: usize) -> usize {
        if end == 0 || start < end {
            return 0;
        }
        self.counts[start].saturating_sub(self.counts[end - 1]).saturating_sub(1)
    }

    /// Whether the word at `at` is turned around.
    fn negated(&self, at: usize) -> bool {
        let word = self.words[at];
        // A new subject begins anew: "I don't hate women, I hate …".
        let stops = |role: Role| role.value().is_some() || role == Role::First;
        let between = |from: usize, to: usize| {
            self.words.iter().any(|other| stops(other.role) && other.start >= from && other.end <= to)
        };
        self.words.iter().any(|not| match not.role {
            Role::Not => not.end <= word.start && self.gap(not.end, word.start) <= NOT && !between(not.end, word.start),
            Role::NotBefore => not.end <= word.start && self.gap(not.end, word.start) == 0 && word.start - not.end <= 1,
            Role::NotAfter => {
                not.start >= word.end && self.gap(word.end, not.start) <= 2 && !between(word.end, not.start)
            }
            _ => false,
        })
    }

    /// Whether somebody else is the one who speaks.
    fn reports(&self) -> bool {
        self.words.iter().filter(|word| word.role == Role::Report).any(|report| {
            !self.words.iter().any(|first| {
                let near = self.gap(first.end, report.start) <= 2 || first.start == 0 && self.dense(0);
                first.role == Role::First && first.end <= report.start && near
            })
        })
    }

    /// Whether a mention itself is turned around: "never tested on animals", 동물실험을 하지 않습니다.
    fn refused(&self, (start, end): (usize, usize)) -> bool {
        self.words.iter().any(|not| match not.role {
            Role::Not => not.end <= start && self.gap(not.end, start) <= NOT,
            Role::NotAfter => not.start >= end && self.gap(end, not.start) <= NOT,
            Role::NotBefore => not.start >= end && self.gap(end, not.start) <= 1,
            _ => false,
        })
    }

    /// The words that act on a mention, nearest first: those before it, or those after it, whichever are nearer.
    fn chain(&self, (start, end): (usize, usize)) -> Vec<usize> {
        let says = |word: &Word| word.role.value().is_some();
        let joined = |from: usize, to: usize| {
            self.words.iter().any(|word| word.role == Role::And && word.start >= from && word.end <= to)
        };
        let mut before: Vec<usize> = Vec::new();
        let mut edge = start;
        for at in (0..self.words.len()).rev() {
            let word = self.words[at];
            if !says(&word) || word.end > edge {
                continue;
            }
            let limit = if before.is_empty() { BEFORE } else { CHAIN };
            if self.gap(word.end, edge) > limit || !before.is_empty() && joined(word.end, edge) {
                break;
            }
            before.push(at);
            edge = word.start;
        }
        let mut after: Vec<usize> = Vec::new();
        let mut edge = end;
        for (at, word) in self.words.iter().enumerate() {
            if !says(word) || word.start < edge {
                continue;
            }
            let limit = if after.is_empty() { AFTER } else { CHAIN };
            // "Feminists love …": an English verb behind a name is what the named do.
            let done = matches!(word.role, Role::Support | Role::Oppose | Role::Raise | Role::Cut);
            if done && !self.dense(word.start) {
                if matches!(word.role, Role::Raise | Role::Cut) && self.gap(edge, word.start) == 0 {
                    after.push(at);
                    edge = word.end;
                }
                continue;
            }
            if self.gap(edge, word.start) > limit || !after.is_empty() && joined(edge, word.start) {
                break;
            }
            after.push(at);
            edge = word.end;
            if !matches!(word.role, Role::Raise | Role::Cut) {
                break;
            }
        }
        match (before.first(), after.first()) {
            (Some(b), Some(a)) => {
                let near = self.gap(self.words[*b].end, start) <= self.gap(end, self.words[*a].start);
                // "A ban on fur is wrong": what is done to it, and then what is said of that.
                let done = |at: &usize| matches!(self.words[*at].role, Role::Raise | Role::Cut);
                if near && before.iter().all(done) && !done(a) {
                    before.extend(after);
                    before
                } else if near {
                    before
                } else {
                    after
                }
            }
            (Some(_), None) => before,
            _ => after,
        }
    }

    /// What a comparison says of a mention, if it is in one.
    fn compared(&self, (start, end): (usize, usize)) -> Option<i8> {
        self.words.iter().find_map(|word| match word.role {
            Role::Better if word.end <= start && self.gap(word.end, start) <= 1 => Some(-1),
            Role::Better if word.start >= end && self.gap(end, word.start) <= 3 => Some(1),
            Role::Than if word.end <= start && self.gap(word.end, start) <= 1 => Some(self.outdone(word.start)),
            Role::Than if word.start == end => Some(-1),
            _ => None,
        })
    }

    /// What "than" says of the name behind it: "a better mayor than …" speaks ill of it, "nobody works harder than …" well.
    fn outdone(&self, than: usize) -> i8 {
        let mut ahead = self.words.iter().filter(|word| word.end <= than);
        if ahead.clone().any(|word| word.role == Role::Not) {
            return 1;
        }
        -i8::from(ahead.any(|word| matches!(word.role, Role::Good | Role::Fine) && self.gap(word.end, than) <= 3))
    }

    /// What is said of a slogan: that it is untrue, or that it is only named.
    fn turned(&self, (start, end): (usize, usize)) -> i8 {
        let untrue = |word: &Word| word.role == Role::Deny && word.start >= end && self.gap(end, word.start) <= 2;
        let named = |word: &Word| {
            word.role == Role::Named
                && (word.end <= start && self.gap(word.end, start) <= 2 || word.start >= end && word.start - end <= 3)
        };
        match () {
            () if self.words.iter().any(named) => 0,
            () if self.words.iter().any(untrue) => -1,
            () => 1,
        }
    }

    fn mention(&self, target: u16, part: Part, place: (usize, usize), rhetoric: Option<Role>, first: bool) -> Mention {
        let sign = part.sign();
        let refused = self.refused(place);
        let (mut chain, vote) = match part {
            Part::SaidFor | Part::SaidAgainst | Part::LeansFor | Part::LeansAgainst => {
                (Vec::new(), sign * self.turned(place))
            }
            Part::ActsFor | Part::ActsAgainst => {
                let chain = self.chain(place);
                let value = if chain.is_empty() { 1 } else { self.value(&chain) };
                let own = first || place.0 == 0 || self.dense(place.0) || refused;
                let turn = if refused && chain.is_empty() { -1 } else { 1 };
                (chain, if own && rhetoric.is_none() { sign * value * turn } else { 0 })
            }
            Part::KinFor | Part::KinAgainst if refused => (Vec::new(), 0),
            _ => {
                let chain = self.chain(place);
                let vote = self.judged(part, &chain, refused, rhetoric);
                (chain, vote)
            }
        };
        let mut vote = vote;
        if let Some(value) = self.compared(place)
            && matches!(part, Part::Wants | Part::People | Part::Issue | Part::Fights | Part::Dear)
        {
            vote = sign * value;
            chain.clear();
        }
        let kind = chain.iter().any(|at| self.words[*at].role.value() == Some(1));
        let mut words = vec![self.span(place.0, place.1)];
        words.extend(chain.iter().map(|at| self.span(self.words[*at].start, self.words[*at].end)));
        words.sort_unstable();
        let weak = part.is_kin() || matches!(part, Part::Near | Part::Dear | Part::LeansFor | Part::LeansAgainst);
        Mention { target, vote, tag: false, weak, part, kind, words }
    }

    /// What a chain of words says, each turned around where it is negated.
    fn value(&self, chain: &[usize]) -> i8 {
        let one = |at: &usize| self.words[*at].role.value().unwrap_or(1) * if self.negated(*at) { -1 } else { 1 };
        chain.iter().map(one).product()
    }

    /// The vote of a mention by name.
    fn judged(&self, part: Part, chain: &[usize], refused: bool, rhetoric: Option<Role>) -> i8 {
        let sign = part.sign();
        let Some(nearest) = chain.first().map(|at| self.words[*at].role) else {
            return i8::from(part == Part::Fights && (refused || rhetoric.is_some()));
        };
        let said = self.value(chain);
        // "Stop telling girls what to wear": what is done is not done to those whom it is about.
        if part == Part::Near && (rhetoric.is_some() || matches!(nearest, Role::Cut | Role::Absent)) {
            return 0;
        }
        let value = match rhetoric {
            Some(Role::Rhetoric) => -said,
            Some(Role::Why) => -said.abs(),
            _ => said,
        };
        match nearest {
            // That it exists says something only of an evil.
            Role::Affirm if sign > 0 && value > 0 => 0,
            Role::Affirm | Role::Deny if part.is_kin() => 0,
            Role::Affirm | Role::Deny => value,
            // "No equal pay" may well be a complaint.
            Role::Absent if sign > 0 => 0,
            _ => value * sign,
        }
    }

    fn dense(&self, at: usize) -> bool {
        self.folded.text[at..].chars().next().is_some_and(|c| ('가'..='힣').contains(&c))
    }
}
