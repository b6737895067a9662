//! The mood of a sample of public posts about one event: how many mourn, are angry, stand by others, joke, celebrate.
//!
//! Counts, never a score: what is shown is "mostly mourning (18 of 24 posts)", with who was asked and when.

use super::sensitive::SensitiveContext;
use super::watch::Watch;
use crate::engine::{Folded, fold};
use crate::sources::{Item, Listed};
use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Fewer posts than this say little.
pub const FEW: u32 = 15;
/// How long a sample is shown, ms.
const LASTS: f64 = 6.0 * super::story::HOUR;
/// Languages whose words we know; a post in another one is no part of the sample.
const LANGUAGES: [&str; 2] = ["en", "ko"];
/// A negation so many words before takes an English word away.
const NEGATION_REACH: usize = 3;
const NEGATIONS: [&str; 16] = [
    "not", "no", "never", "isn't", "wasn't", "aren't", "don't", "doesn't", "didn't", "can't", "cannot", "won't",
    "nothing", "hardly", "stop", "without",
];

/// How somebody feels. In a tie the earlier one counts: anger outweighs the grief that it comes from, and who laughs at
/// a death laughs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feeling {
    Anger,
    Jokes,
    Mourning,
    Solidarity,
    Celebration,
}

impl Feeling {
    pub const ALL: [Feeling; 5] =
        [Feeling::Anger, Feeling::Jokes, Feeling::Mourning, Feeling::Solidarity, Feeling::Celebration];

    pub const fn name(self) -> &'static str {
        match self {
            Feeling::Anger => "anger",
            Feeling::Jokes => "jokes",
            Feeling::Mourning => "mourning",
            Feeling::Solidarity => "solidarity",
            Feeling::Celebration => "celebration",
        }
    }
}

/// What a sample showed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mood {
    /// Posts by feeling, in the order of `Feeling::ALL`.
    pub counts: [u32; 5],
    /// Posts that were read, with those that show no feeling.
    pub n: u32,
    /// The name of the network or server.
    pub source: String,
    /// When it was asked, ms.
    pub seen: f64,
}

impl Mood {
    /// Reads a sample. A post that stands there twice counts once. None: no post that could be read.
    pub fn of(posts: &[Item], source: &str, now: f64) -> Option<Mood> {
        let mut mood = Mood { source: source.to_string(), seen: now, ..Mood::default() };
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for post in posts {
            let known = post.language.is_empty() || LANGUAGES.contains(&post.language.as_str());
            if !known || post.title.is_empty() || !seen.insert(&post.title) {
                continue;
            }
            mood.n += 1;
            if let Some(feeling) = feel(&post.title) {
                mood.counts[feeling as usize] += 1;
            }
        }
        (mood.n > 0).then_some(mood)
    }

    /// The feeling of most posts, and how many those are; None: no post shows any.
    pub fn most(&self) -> Option<(Feeling, u32)> {
        let counted = Feeling::ALL.into_iter().map(|feeling| (feeling, self.counts[feeling as usize]));
        counted.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
    }

    /// Whether that feeling is of half the posts or more.
    pub fn is_mostly(&self) -> bool {
        self.most().is_some_and(|(_, count)| count * 2 >= self.n)
    }

    pub fn is_low(&self) -> bool {
        self.n < FEW
    }
}

impl Watch {
    /// Where posts about these events can be asked for, in their order; of one server a link's before a tag's.
    pub fn listed(&self, events: &[SensitiveContext], now: f64) -> Vec<(String, BTreeSet<Listed>)> {
        let mut out = Vec::new();
        for event in events {
            let story = self.stories.iter().find(|story| story.id == event.id);
            let current = story.into_iter().flat_map(|story| &story.marks).filter(|mark| mark.is_current(now));
            let listed: BTreeSet<Listed> = current.filter_map(|mark| mark.listed.clone()).collect();
            if !listed.is_empty() {
                out.push((event.id.clone(), listed));
            }
        }
        out
    }

    /// A sample of posts about this story was read; it takes the place of the last one of that network.
    pub fn feel(&mut self, story: &str, mood: Mood) {
        if self.has(story) {
            let moods = self.moods.entry(story.to_string()).or_default();
            moods.retain(|known| known.source != mood.source);
            moods.push(mood);
        }
    }

    /// The fullest sample that is not too old.
    pub(super) fn mood(&self, story: &str, now: f64) -> Option<Mood> {
        let fresh = self.moods.get(story)?.iter().filter(|mood| now - mood.seen < LASTS);
        fresh.max_by_key(|mood| mood.n).cloned()
    }

    /// Drops samples of stories and networks that nothing tells of any more.
    pub(super) fn forget_moods(&mut self) {
        let stories = &self.stories;
        self.moods.retain(|id, moods| {
            let story = stories.iter().find(|story| story.id == *id);
            let listed = || story.into_iter().flat_map(|story| &story.marks).filter_map(|mark| mark.listed.as_ref());
            moods.retain(|mood| listed().any(|listed| listed.network() == mood.source));
            !moods.is_empty()
        });
    }
}

include!(concat!(env!("OUT_DIR"), "/moods.rs"));

/// A term as it is looked for.
struct Term {
    feeling: Feeling,
    /// Korean and emoji stand anywhere, English words alone.
    alone: bool,
    /// More letters may follow.
    open: bool,
}

struct Finder {
    scanner: Option<AhoCorasick>,
    terms: Vec<Term>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let mut folded = Vec::new();
    let mut terms = Vec::new();
    for (written, feeling) in TERMS {
        let open = written.ends_with('*');
        let text = fold(written.trim_end_matches('*')).text;
        let alone = text.bytes().any(|b| b.is_ascii_alphabetic());
        if !text.is_empty() {
            folded.push(text);
            terms.push(Term { feeling: *feeling, alone, open });
        }
    }
    let scanner = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(folded).ok();
    Finder { scanner, terms }
});

/// The feeling that most words of a post show.
fn feel(text: &str) -> Option<Feeling> {
    let folded = fold(text);
    let scanner = FINDER.scanner.as_ref()?;
    let mut found: BTreeSet<(Feeling, usize)> = BTreeSet::new();
    for hit in scanner.find_iter(&folded.text) {
        let number = hit.pattern().as_usize();
        let term = FINDER.terms.get(number)?;
        if term.alone
            && (!stands_alone(&folded, hit.start(), hit.end(), term.open) || is_denied(&folded.text, hit.start()))
        {
            continue;
        }
        found.insert((term.feeling, number));
    }
    let count = |feeling: Feeling| found.iter().filter(|(of, _)| *of == feeling).count();
    let counted = Feeling::ALL.into_iter().map(|feeling| (feeling, count(feeling)));
    counted.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map(|(feeling, _)| feeling)
}

fn stands_alone(folded: &Folded, start: usize, end: usize, open: bool) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = letter(folded.text[..start].chars().next_back());
    let after = letter(folded.text[end..].chars().next());
    !before && (open || !after)
}

/// Whether one of the words just before says that it is not so.
fn is_denied(text: &str, start: usize) -> bool {
    text[..start].split_whitespace().rev().take(NEGATION_REACH).any(|word| NEGATIONS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{Feeling, Mood, feel};
    use crate::sources::Item;

    #[test]
    fn a_post_shows_the_feeling_that_most_of_its_words_show() {
        let cases = [
            ("Rest in peace to everyone on that ferry. Heartbroken 💔", Some(Feeling::Mourning)),
            ("I'm heartbroken and furious. The owner must resign, this was preventable", Some(Feeling::Anger)),
            ("Give blood if you can, shelters need help tonight. Stay safe Ohio", Some(Feeling::Solidarity)),
            ("lmao not the boat jokes already 😂😂", Some(Feeling::Jokes)),
            ("Rest in peace lol 😂", Some(Feeling::Jokes)),
            ("WE WON!!! Champions!! 🏆🎉", Some(Feeling::Celebration)),
            ("This is not funny.", None),
            ("The ferry left Yeosu at nine with 120 people on board.", None),
            ("삼가 고인의 명복을 빕니다. 너무 슬프네요 ㅠㅠ", Some(Feeling::Mourning)),
            ("이건 인재다. 책임자 처벌하라, 분노가 치민다", Some(Feeling::Anger)),
            ("헌혈하러 갑니다. 구조대원분들 힘내세요", Some(Feeling::Solidarity)),
            ("ㅋㅋㅋㅋ 웃기네 진짜", Some(Feeling::Jokes)),
            ("드디어 우승!! 축하합니다 🎉", Some(Feeling::Celebration)),
            ("부탁드립니다. 오늘 오후 세 시에 열립니다", None),
            ("여수 앞바다에서 여객선이 침몰했다", None),
        ];
        for (text, feeling) in cases {
            assert_eq!(feel(text), feeling, "{text}");
        }
    }

    #[test]
    fn a_sample_is_counts_with_their_number() {
        let post =
            |title: &str, language: &str| Item { title: title.into(), language: language.into(), ..Item::default() };
        let mut posts: Vec<Item> = (0..18).map(|i| post(&format!("Rest in peace {i}"), "en")).collect();
        posts.extend((0..4).map(|i| post(&format!("Ferry update {i}"), "en")));
        posts.extend([post("Shame on the owners", "en"), post("힘내세요 여러분", "ko")]);
        posts.extend([post("Rest in peace 1", "en"), post("Ruhe in Frieden", "de")]);
        let mood = Mood::of(&posts, "Mastodon", 5.0).expect("a mood");
        assert_eq!(
            (mood.n, mood.most(), mood.is_mostly(), mood.is_low()),
            (24, Some((Feeling::Mourning, 18)), true, false)
        );
        let few = Mood::of(&posts[18..24], "Mastodon", 5.0).expect("a mood");
        assert!(few.is_low() && !few.is_mostly() && few.most() == Some((Feeling::Anger, 1)));
        assert_eq!(Mood::of(&[post("Ruhe in Frieden", "de")], "Mastodon", 5.0), None);
    }
}
