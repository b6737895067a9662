//! LinkedIn: `Shares.csv` and `Comments.csv` of "Get a copy of your data" (the whole copy adds the member's number to the
//! names).

use super::Reader;
use super::out::{Out, Post, Row, Why};
use super::rows::Rows;
use super::words;
use crate::engine::DraftKind;

struct Table {
    rows: Rows,
    comments: bool,
    /// Places of day, link and text, once the first row was read.
    columns: Option<[Option<usize>; 3]>,
    hopeless: bool,
}

pub fn reader(name: &str) -> Option<Box<dyn Reader>> {
    let stem = name.strip_suffix(".csv")?;
    let named = |of: &str| {
        let rest = stem.strip_prefix(of);
        rest.is_some_and(|rest| rest.strip_prefix('_').unwrap_or(rest).bytes().all(|b| b.is_ascii_digit()))
    };
    let comments = named("comments");
    // Comments put a backslash before a quotation mark, shares double it.
    let rows = Rows::new(b',', comments.then_some(b'\\'));
    (comments || named("shares")).then(|| Box::new(Table { rows, comments, columns: None, hopeless: false }) as _)
}

impl Table {
    fn row(&mut self, row: Result<Vec<String>, Why>, out: &mut Out) {
        let Some(columns) = self.columns else {
            let names = row.unwrap_or_default();
            let text = if self.comments { "message" } else { "sharecommentary" };
            let find = |wanted: &[&str]| {
                let plain = |name: &String| name.trim_matches(['\u{FEFF}', ' ', '"']).to_lowercase();
                names.iter().position(|name| wanted.contains(&plain(name).as_str()))
            };
            let columns = [find(&["date"]), find(&["sharelink", "link"]), find(&[text])];
            if columns[2].is_none() && !self.hopeless {
                self.hopeless = true;
                out.broken(Why::NoColumn);
            }
            self.columns = columns[2].map(|_| columns);
            return;
        };
        out.row(row.and_then(|row| post(&row, columns, self.comments)));
    }

    fn rows(&mut self, bytes: &[u8], out: &mut Out) {
        let mut all = Vec::new();
        self.rows.feed(bytes, |row| all.push(row));
        for row in all {
            if !self.hopeless {
                self.row(row, out);
            }
        }
    }
}

impl Reader for Table {
    fn feed(&mut self, bytes: &[u8], out: &mut Out) {
        if !bytes.is_empty() {
            self.rows(bytes, out);
        }
    }

    fn end(&mut self, out: &mut Out) {
        self.rows(&[], out);
    }
}

fn post(row: &[String], columns: [Option<usize>; 3], comment: bool) -> Result<Row, Why> {
    let field = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |field| field.trim());
    if row.len() < 2 {
        return Err(Why::Shape);
    }
    let [date, link, text] = columns.map(field);
    // Every line of a share is set in quotation marks of its own.
    let text = text.replace("\"\r\n\"", "\n").replace("\"\n\"", "\n");
    let text = text.trim();
    if text.is_empty() {
        // A repost without a word.
        return Ok(if link.is_empty() { Row::Empty } else { Row::Others });
    }
    let url = if link.starts_with("http") { link.to_string() } else { String::new() };
    Ok(Row::Post(Post {
        site: "linkedin".into(),
        // The link of a comment is that of the post it stands under, so that it names no comment.
        id: if comment { String::new() } else { url.clone() },
        text: text.to_string(),
        date: words::day_of(date),
        url,
        kind: if comment { DraftKind::Comment } else { DraftKind::Post },
    }))
}
