//! X: `tweets.js` and its parts, and the long texts of `note-tweet.js`. The posts of "Download an archive of your data".

use super::Reader;
use super::out::{Out, Post, Row, Why};
use super::split::Splitter;
use super::words;
use crate::engine::DraftKind;
use serde::Deserialize;

/// Most letters of a post and its long text that must be the same.
const SAME: usize = 60;

#[derive(Deserialize)]
struct Wrapped {
    tweet: Tweet,
}

#[derive(Deserialize)]
struct Tweet {
    id_str: Option<String>,
    id: Option<String>,
    full_text: Option<String>,
    text: Option<String>,
    created_at: String,
    in_reply_to_status_id_str: Option<String>,
    #[serde(default)]
    entities: Entities,
}

#[derive(Default, Deserialize)]
struct Entities {
    #[serde(default)]
    urls: Vec<Link>,
}

#[derive(Deserialize)]
struct Link {
    url: String,
    #[serde(default)]
    expanded_url: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrappedNote {
    note_tweet: Note,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Note {
    note_tweet_id: String,
    created_at: String,
    core: Core,
}

#[derive(Deserialize)]
struct Core {
    text: String,
}

struct Tweets {
    splitter: Splitter,
    notes: bool,
}

/// `tweets.js`, older `tweet.js`, `tweets-part1.js`, and `note-tweet.js`. Deleted posts stay deleted.
pub fn reader(name: &str) -> Option<Box<dyn Reader>> {
    let stem = name.strip_suffix(".js")?;
    let part = |of: &str| {
        let rest = stem.strip_prefix(of);
        rest.is_some_and(|rest| rest.strip_prefix("-part").unwrap_or(rest).bytes().all(|b| b.is_ascii_digit()))
    };
    let notes = part("note-tweet");
    (notes || part("tweets") || part("tweet")).then(|| Box::new(Tweets { splitter: Splitter::new(&[]), notes }) as _)
}

impl Reader for Tweets {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        let notes = self.notes;
        self.splitter.feed(bytes, |record| take(record, notes, out));
    }

    fn end(&mut self, out: &mut Out) {
        let notes = self.notes;
        self.splitter.end(|record| take(record, notes, out));
    }
}

fn take(record: Result<&[u8], Why>, notes: bool, out: &mut Out) {
    if notes {
        match record.and_then(note) {
            Ok((second, post)) => out.notes.entry(second).or_default().push(post),
            Err(why) => out.row(Err(why)),
        }
        return;
    }
    let row = record.and_then(|bytes| tweet(bytes, out));
    out.row(row);
}

fn note(bytes: &[u8]) -> Result<(i64, Post), Why> {
    let note = serde_json::from_slice::<WrappedNote>(bytes).map_err(wrong)?.note_tweet;
    let time = words::time(&note.created_at).ok_or(Why::Shape)?;
    let post = Post {
        site: "x".into(),
        id: format!("note-{}", note.note_tweet_id),
        text: words::unescape(&note.core.text),
        date: words::day(time),
        ..Post::default()
    };
    Ok(((time / 1000.0) as i64, post))
}

fn tweet(bytes: &[u8], out: &mut Out) -> Result<Row, Why> {
    let wrapped = serde_json::from_slice::<Wrapped>(bytes).map(|wrapped| wrapped.tweet);
    let tweet = wrapped.or_else(|_| serde_json::from_slice::<Tweet>(bytes)).map_err(wrong)?;
    let id = tweet.id_str.or(tweet.id).filter(|id| !id.is_empty()).ok_or(Why::Shape)?;
    let mut text = tweet.full_text.or(tweet.text).ok_or(Why::Shape)?;
    if text.starts_with("RT @") {
        return Ok(Row::Others);
    }
    for link in &tweet.entities.urls {
        if let Some(long) = &link.expanded_url {
            text = text.replace(&link.url, long);
        }
    }
    let time = words::time(&tweet.created_at).ok_or(Why::Shape)?;
    let text = words::unescape(&text);
    Ok(Row::Post(Post {
        site: "x".into(),
        url: format!("https://x.com/i/web/status/{id}"),
        text: long((time / 1000.0) as i64, &text, out).unwrap_or(text),
        id,
        date: words::day(time),
        kind: if tweet.in_reply_to_status_id_str.is_some() { DraftKind::Reply } else { DraftKind::Post },
    }))
}

/// The long text of a post: sent in the same second (or the next), and beginning alike.
fn long(second: i64, text: &str, out: &mut Out) -> Option<String> {
    let head: String = text.trim_end_matches('…').chars().take(SAME).collect();
    for second in [second, second - 1, second + 1] {
        let list = out.notes.entry(second).or_default();
        let at = list.iter().position(|note| note.text.starts_with(head.trim_end()));
        let found = at.map(|at| list.swap_remove(at).text);
        if list.is_empty() {
            out.notes.remove(&second);
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Long texts whose posts are not in the file stand for themselves.
pub fn rest(out: &mut Out) {
    let mut notes: Vec<(i64, Vec<Post>)> = std::mem::take(&mut out.notes).into_iter().collect();
    notes.sort_by_key(|(second, _)| *second);
    for post in notes.into_iter().flat_map(|(_, posts)| posts) {
        out.row(Ok(Row::Post(post)));
    }
}

/// Whether the JSON is broken, or something else than agreed.
pub fn wrong(error: serde_json::Error) -> Why {
    if error.is_data() { Why::Shape } else { Why::Broken }
}
