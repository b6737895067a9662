//! The decision log as it is stored: a book of pages, so that one new line rewrites one page and not the whole. Pure.

use super::log;
use crate::protocol::LogEntry;
use serde::{Deserialize, Serialize};

/// Lines of one page.
pub const PAGE: usize = 100;

/// Pages that are kept: with a line of half a kilobyte, half of what `storage.local` takes.
const MOST: u32 = 100;

/// Which pages there are: `first..next`, the last one possibly not full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub first: u32,
    pub next: u32,
}

impl Head {
    /// From the numbers of the pages that are there: the head itself was lost.
    pub fn of(pages: impl Iterator<Item = u32>) -> Head {
        pages.fold(Head::default(), |head, page| {
            let first = if head.first == head.next { page } else { head.first.min(page) };
            Head { first, next: head.next.max(page.saturating_add(1)) }
        })
    }

    pub fn last(self) -> Option<u32> {
        (self.next > self.first).then(|| self.next - 1)
    }
}

/// The name under which a page is stored.
pub fn name(page: u32) -> String {
    format!("log_{page}")
}

pub fn page(name: &str) -> Option<u32> {
    name.strip_prefix("log_")?.parse().ok()
}

/// The end of the book: where the next line goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    pub head: Head,
    /// The lines of the last page.
    pub tail: Vec<LogEntry>,
}

/// What one or more new lines change in storage.
#[derive(Debug, PartialEq)]
pub struct Written {
    /// The book afterwards, if storage takes the pages.
    pub book: Book,
    pub pages: Vec<(u32, Vec<LogEntry>)>,
    /// Pages that are too old.
    pub dropped: Vec<u32>,
}

impl Book {
    /// `last`: the stored last page. None: it is broken; it stays as it is, the book goes on behind it, and the gap in
    /// the chain of hashes shows.
    pub fn open(head: Head, last: Option<Vec<LogEntry>>) -> Book {
        match last {
            Some(tail) => Book { head, tail },
            None if head.last().is_none() => Book { head, tail: Vec::new() },
            None => Book { head: Head { next: head.next.saturating_add(1), ..head }, tail: Vec::new() },
        }
    }

    /// Writes these lines behind the last one, without the ones that the last page has already.
    pub fn write(&self, lines: &[LogEntry]) -> Written {
        let Book { mut head, mut tail } = self.clone();
        let mut pages = Vec::new();
        let mut last = tail.last().cloned();
        for line in lines {
            if self.tail.iter().any(|known| same(known, line)) {
                continue;
            }
            if head.last().is_none() {
                head.next = head.first + 1;
            } else if tail.len() >= PAGE {
                pages.push((head.next - 1, std::mem::take(&mut tail)));
                head.next = head.next.saturating_add(1);
            }
            let line = log::append(last.as_ref(), line.clone());
            last = Some(line.clone());
            tail.push(line);
        }
        pages.extend(head.last().map(|page| (page, tail.clone())));
        let oldest = head.next.saturating_sub(MOST).max(head.first);
        let dropped = (head.first..oldest).collect();
        head.first = oldest;
        Written { book: Book { head, tail }, pages, dropped }
    }
}

/// The same happening: a worker was killed after it stored the line and before it forgot that it was waiting.
fn same(one: &LogEntry, other: &LogEntry) -> bool {
    (&one.time, &one.outcome, &one.text_hash) == (&other.time, &other.outcome, &other.text_hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn line(at: usize) -> LogEntry {
        LogEntry { time: format!("{at}"), outcome: "held".into(), ..LogEntry::default() }
    }

    /// Writes line by line into a storage that takes everything.
    fn written(count: usize) -> (Book, BTreeMap<u32, Vec<LogEntry>>) {
        let (mut book, mut stored) = (Book::default(), BTreeMap::new());
        for at in 0..count {
            let written = book.write(&[line(at)]);
            stored.extend(written.pages);
            written.dropped.iter().for_each(|page| drop(stored.remove(page)));
            book = written.book;
        }
        (book, stored)
    }

    #[test]
    fn every_line_is_on_a_page_and_the_chain_goes_over_all_of_them() {
        let (book, stored) = written(PAGE * 2 + 1);
        assert_eq!(book.head, Head { first: 0, next: 3 });
        let all: Vec<LogEntry> = stored.into_values().flatten().collect();
        assert_eq!(all.len(), PAGE * 2 + 1);
        assert_eq!(log::changed(&all), None);
    }

    #[test]
    fn the_oldest_pages_go_and_the_rest_is_still_a_chain() {
        let (book, stored) = written(PAGE * (MOST as usize + 2));
        assert_eq!(book.head, Head { first: 2, next: MOST + 2 });
        assert_eq!(stored.len(), MOST as usize);
        let all: Vec<LogEntry> = stored.into_values().flatten().collect();
        assert_eq!(log::changed(&all), None);
    }

    #[test]
    fn lines_that_waited_are_written_at_once_and_never_twice() {
        let waiting: Vec<LogEntry> = (0..PAGE + 5).map(line).collect();
        let written = Book::default().write(&waiting);
        assert_eq!(written.pages.iter().map(|(_, lines)| lines.len()).collect::<Vec<_>>(), [PAGE, 5]);
        let again = written.book.write(&waiting[PAGE..]);
        assert_eq!(again.book, written.book);
    }

    #[test]
    fn a_broken_last_page_is_left_alone_and_the_gap_shows() {
        let (book, mut stored) = written(PAGE + 3);
        let open = Book::open(book.head, None);
        let after = open.write(&[line(9_000)]);
        assert_eq!(after.pages[0].0, 2, "a page of its own");
        stored.remove(&1);
        stored.extend(after.pages);
        let all: Vec<LogEntry> = stored.into_values().flatten().collect();
        assert_eq!(log::changed(&all), Some(1));
    }

    #[test]
    fn a_lost_head_is_found_again_from_the_pages() {
        assert_eq!(Head::of([5, 3, 4].into_iter()), Head { first: 3, next: 6 });
        assert_eq!(Head::of([].into_iter()), Head::default());
        assert_eq!(page(&name(17)), Some(17));
        assert_eq!(page("log_head"), None);
    }
}
