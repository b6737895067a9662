//! Any other table of posts: CSV, tab-separated, or JSON with one record a line; its columns as the person says, or as their
//! names tell.

use super::out::{Out, Post, Row, Why};
use super::rows::Rows;
use super::split::Splitter;
use super::x::wrong;
use super::{Options, Reader, words};
use serde_json::{Map, Value};

/// Names of columns. Empty: guessed.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    pub text: String,
    pub id: String,
    pub date: String,
    pub url: String,
    pub site: String,
}

const TEXT: &[&str] = &[
    "text",
    "full_text",
    "content",
    "body",
    "message",
    "post",
    "caption",
    "commentary",
    "tweet",
    "본문",
    "내용",
    "글",
    "게시글",
    "문구",
];
const ID: &[&str] = &["id", "post_id", "id_str", "tweet_id", "uri", "번호", "게시글id"];
const DATE: &[&str] = &[
    "date",
    "created_at",
    "createdat",
    "created",
    "time",
    "timestamp",
    "published",
    "published_at",
    "posted_at",
    "작성일",
    "날짜",
    "게시일",
    "등록일",
    "일시",
];
const URL: &[&str] = &["url", "link", "permalink", "post_url", "주소", "링크"];
const SITE: &[&str] = &["site", "platform", "network", "channel", "채널", "플랫폼", "매체"];

enum Shape {
    Rows { rows: Box<Rows>, names: Option<Vec<String>> },
    Lines { left: Vec<u8>, too_big: bool },
    Array(Splitter),
}

/// Longest line, in bytes.
const MAX_LINE: usize = 1024 * 1024;

struct Table {
    shape: Shape,
    options: Options,
    hopeless: bool,
}

/// `.csv`, `.tsv`, `.jsonl`, `.ndjson`, and `.json` whose name no other format takes, if it is one array.
pub fn reader(name: &str, options: &Options) -> Option<Box<dyn Reader>> {
    let shape = match name.rsplit_once('.')?.1 {
        "csv" => Shape::Rows { rows: Box::new(Rows::new(b',', None)), names: None },
        "tsv" => Shape::Rows { rows: Box::new(Rows::new(b'\t', None)), names: None },
        "jsonl" | "ndjson" => Shape::Lines { left: Vec::new(), too_big: false },
        "json" => Shape::Array(Splitter::new(&["posts", "data", "items"])),
        _ => return None,
    };
    Some(Box::new(Table { shape, options: options.clone(), hopeless: false }))
}

/// Which of the names is meant: the one that the person gave, or the first that tells itself.
fn find<'n>(names: impl Iterator<Item = &'n str> + Clone, said: &str, known: &[&str]) -> Option<usize> {
    let plain = |name: &str| name.trim_matches(['\u{FEFF}', ' ', '"']).to_lowercase();
    let said = plain(said);
    if !said.is_empty() {
        return names.clone().position(|name| plain(name) == said);
    }
    known.iter().find_map(|wanted| names.clone().position(|name| plain(name) == *wanted))
}

impl Table {
    fn post(&self, names: &[String], fields: &[String]) -> Result<Row, Why> {
        let columns = &self.options.columns;
        let field = |said: &str, known: &[&str]| {
            find(names.iter().map(String::as_str), said, known)
                .and_then(|at| fields.get(at))
                .map_or("", |text| text.trim())
        };
        let text = field(&columns.text, TEXT);
        if fields.len() < names.len().min(2) {
            return Err(Why::Shape);
        }
        if text.is_empty() {
            return Ok(Row::Empty);
        }
        let site = field(&columns.site, SITE).to_lowercase();
        let url = field(&columns.url, URL);
        Ok(Row::Post(Post {
            site: if site.is_empty() { self.options.site.clone() } else { site },
            id: field(&columns.id, ID).to_string(),
            text: text.to_string(),
            date: words::day_of(field(&columns.date, DATE)),
            url: if url.starts_with("http") { url.to_string() } else { String::new() },
            ..Post::default()
        }))
    }

    fn object(&self, bytes: &[u8]) -> Result<Row, Why> {
        let object: Map<String, Value> = serde_json::from_slice(bytes).map_err(wrong)?;
        let names: Vec<String> = object.keys().cloned().collect();
        if find(names.iter().map(String::as_str), &self.options.columns.text, TEXT).is_none() {
            return Err(Why::NoColumn);
        }
        let value = |value: Value| match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let fields: Vec<String> = object.into_iter().map(|(_, v)| value(v)).collect();
        self.post(&names, &fields)
    }

    fn row(&mut self, row: Result<Vec<String>, Why>, out: &mut Out) {
        let Shape::Rows { names, .. } = &mut self.shape else { return };
        if self.hopeless {
            return;
        }
        let Some(known) = names.clone() else {
            let first = row.unwrap_or_default();
            if find(first.iter().map(String::as_str), &self.options.columns.text, TEXT).is_none() {
                self.hopeless = true;
                out.broken(Why::NoColumn);
            }
            *names = Some(first);
            return;
        };
        out.row(row.and_then(|row| self.post(&known, &row)));
    }

    fn line(&self, line: &[u8], too_big: bool, out: &mut Out) {
        if too_big {
            out.row(Err(Why::TooBig));
        } else if line.iter().any(|byte| !byte.is_ascii_whitespace()) {
            out.row(self.object(line));
        }
    }
}

impl Reader for Table {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        if bytes.is_empty() {
            return;
        }
        match &mut self.shape {
            Shape::Rows { rows, .. } => {
                let mut all = Vec::new();
                rows.feed(bytes, |row| all.push(row));
                for row in all {
                    self.row(row, out);
                }
            }
            Shape::Lines { left, too_big } => {
                let mut ready = Vec::new();
                for part in bytes.split_inclusive(|byte| *byte == b'\n') {
                    *too_big |= left.len() + part.len() > MAX_LINE;
                    if !*too_big {
                        left.extend(part);
                    }
                    if part.ends_with(b"\n") {
                        ready.push((std::mem::take(left), std::mem::take(too_big)));
                    }
                }
                for (line, too_big) in ready {
                    self.line(&line, too_big, out);
                }
            }
            Shape::Array(splitter) => {
                let mut all = Vec::new();
                splitter.feed(bytes, |record| all.push(record.map(<[u8]>::to_vec)));
                for record in all {
                    out.row(record.and_then(|bytes| self.object(&bytes)));
                }
            }
        }
    }

    fn end(&mut self, out: &mut Out) {
        match &mut self.shape {
            Shape::Rows { rows, .. } => {
                let mut all = Vec::new();
                rows.feed(&[], |row| all.push(row));
                for row in all {
                    self.row(row, out);
                }
            }
            Shape::Lines { left, too_big } => {
                let (line, too_big) = (std::mem::take(left), *too_big);
                self.line(&line, too_big, out);
            }
            Shape::Array(splitter) => {
                let mut last = None;
                splitter.end(|record| last = Some(record.map(<[u8]>::to_vec)));
                if let Some(record) = last {
                    out.row(record.and_then(|bytes| self.object(&bytes)));
                }
            }
        }
    }
}
