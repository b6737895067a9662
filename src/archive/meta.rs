//! Meta: Facebook, Instagram and Threads, from "Download your information" as JSON. Texts are mis-encoded and mended here.

use super::Reader;
use super::out::{Out, Post, Row, Why};
use super::split::Splitter;
use super::words::{self, mend};
use super::x::wrong;
use crate::engine::DraftKind;
use serde_json::Value;

/// Arrays of records in files that are one object.
const ARRAYS: &[&str] = &[
    "text_post_app_text_posts",
    "comments_v2",
    "comments_media_comments",
    "comments_reels_comments",
    "group_comments_v2",
    "group_posts_v2",
    "ig_reels_media",
    "ig_stories",
    "ig_igtv_media",
];

/// Names of the field of a comment's text and time, in the languages that Meta translates them to and our people read.
const COMMENT: [&str; 2] = ["Comment", "댓글"];
const TIME: [&str; 2] = ["Time", "시간"];

struct File {
    splitter: Splitter,
    site: &'static str,
    comments: bool,
}

/// Files of posts and comments. The folder tells the site where the name does not.
pub fn reader(path: &str, name: &str) -> Option<Box<dyn Reader>> {
    let stem = name.strip_suffix(".json")?;
    // Out of its folder, a plain "posts.json" may be anybody's.
    let alone = path == name;
    let numbered = |of: &str| {
        let rest = stem.strip_prefix(of);
        rest.is_some_and(|rest| match rest.strip_prefix('_') {
            Some(number) => number.bytes().all(|b| b.is_ascii_digit()),
            None => rest.is_empty() && (!alone || of.contains('_')),
        })
    };
    let instagram = path.contains("instagram") || path.contains("media/") || path.contains("content/");
    let (site, comments) = if numbered("threads_and_replies") {
        ("threads", false)
    } else if numbered("your_posts")
        || stem.starts_with("your_posts__check_ins")
        || numbered("group_posts_and_comments")
    {
        ("facebook", false)
    } else if numbered("comments") || numbered("your_comments_in_groups") {
        ("facebook", true)
    } else if numbered("post_comments") || numbered("reels_comments") {
        ("instagram", true)
    } else if numbered("posts") {
        (if instagram || !path.contains("facebook") { "instagram" } else { "facebook" }, false)
    } else if ["reels", "stories", "igtv_videos"].iter().any(|of| numbered(of)) {
        ("instagram", false)
    } else {
        return None;
    };
    Some(Box::new(File { splitter: Splitter::new(ARRAYS), site, comments }))
}

impl Reader for File {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        let (site, comments) = (self.site, self.comments);
        self.splitter.feed(bytes, |record| out.row(record.and_then(|bytes| row(bytes, site, comments))));
    }

    fn end(&mut self, out: &mut Out) {
        let (site, comments) = (self.site, self.comments);
        self.splitter.end(|record| out.row(record.and_then(|bytes| row(bytes, site, comments))));
    }
}

fn row(bytes: &[u8], site: &str, comments: bool) -> Result<Row, Why> {
    let record: Value = serde_json::from_slice(bytes).map_err(wrong)?;
    if !record.is_object() {
        return Err(Why::Shape);
    }
    let found = match site {
        "facebook" => facebook(&record),
        _ if comments => comment(&record),
        _ => media(&record),
    };
    let (text, seconds, said) = found.ok_or(Why::Shape)?;
    let text = mend(&text);
    if text.trim().is_empty() {
        return Ok(Row::Empty);
    }
    Ok(Row::Post(Post {
        site: site.into(),
        text,
        date: words::day(seconds * 1000.0),
        kind: if comments || said { DraftKind::Comment } else { reply(&record) },
        ..Post::default()
    }))
}

fn number(value: Option<&Value>) -> Option<f64> {
    value?.as_f64()
}

fn text(value: Option<&Value>) -> Option<String> {
    Some(value?.as_str()?.to_string())
}

/// `data` holds the post, or the comment with its own time.
fn facebook(record: &Value) -> Option<(String, f64, bool)> {
    let seconds = number(record.get("timestamp"))?;
    let data = record.get("data").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let post = data.iter().find_map(|part| text(part.get("post")));
    let comment = || data.iter().find_map(|part| text(part.get("comment")?.get("comment")));
    match post {
        Some(post) => Some((post, seconds, false)),
        None => comment().map_or(Some((String::new(), seconds, false)), |comment| Some((comment, seconds, true))),
    }
}

/// The caption stands beside the media, or, if there is one picture only, on it.
fn media(record: &Value) -> Option<(String, f64, bool)> {
    let first = record.get("media").and_then(|media| media.get(0)).unwrap_or(record);
    let title = text(record.get("title")).filter(|title| !title.is_empty()).or_else(|| text(first.get("title")));
    let seconds = number(record.get("creation_timestamp")).or_else(|| number(first.get("creation_timestamp")))?;
    Some((title.unwrap_or_default(), seconds, false))
}

fn comment(record: &Value) -> Option<(String, f64, bool)> {
    if let Some(map) = record.get("string_map_data") {
        // Names of fields are mis-encoded like texts.
        let object = map.as_object()?;
        let find =
            |names: [&str; 2]| object.iter().find(|(name, _)| names.contains(&mend(name).as_str())).map(|(_, v)| v);
        let said = text(find(COMMENT)?.get("value"))?;
        return Some((said, number(find(TIME).and_then(|time| time.get("timestamp"))).unwrap_or(0.0), true));
    }
    let said = record.get("string_list_data")?.get(0)?;
    Some((text(said.get("value"))?, number(said.get("timestamp")).unwrap_or(0.0), true))
}

fn reply(record: &Value) -> DraftKind {
    let first = record.get("media").and_then(|media| media.get(0));
    let replies = |value: &Value| value.get("text_app_post")?.get("is_reply")?.as_bool();
    if first.and_then(replies) == Some(true) { DraftKind::Reply } else { DraftKind::Post }
}
