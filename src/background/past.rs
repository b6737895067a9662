//! What the brand posted before, as it is stored: pages of posts, their keys beside them, and one head that counts them and
//! holds the index. One batch is one page, written with its keys and the new head together or not at all. Pure.

use super::log::sha256;
use crate::archive::{Key, Post};
use crate::claims::{Entry, Ledger, Library};
use crate::profile::Profile;
use crate::protocol::MOST_PAST;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// The form of what is stored. A head of a later one is left alone.
const FORM: u32 = 1;
/// Goes up whenever the index takes more out of the same posts: they are read again then.
const INDEX: u32 = 3;
/// Most posts of one batch: read for claims in one go, between two reviews.
pub const BATCH: usize = 1_000;
/// Bytes of a key.
const KEY: usize = size_of::<Key>();

/// What is stored, counted, and the index of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    form: u32,
    /// Pages are numbered `0..next`.
    pub next: u32,
    pub posts: u32,
    /// Bytes of texts and keys.
    pub bytes: f64,
    /// The days of the oldest and newest post, `YYYY-MM-DD`; empty: none has a day.
    pub first: String,
    pub last: String,
    /// By which targets and which program the index was made (`reader`).
    pub reader: String,
    pub ledger: Ledger,
}

/// Names what the index depends on: the targets of the profile, and the program that reads them.
pub fn reader(profile: &Profile) -> String {
    let names: Vec<_> = profile.stances.iter().map(|s| (&s.target, &s.aliases, &s.hashtags)).collect();
    // Strings and lists always print.
    sha256(&format!("{} {INDEX} {}", env!("CARGO_PKG_VERSION"), serde_json::to_string(&names).unwrap_or_default()))
}

/// A post as the index takes it.
pub fn entry(post: &Post) -> Entry {
    Entry { text: post.text.clone(), date: post.date.clone(), url: post.url.clone(), site: post.site.clone() }
}

/// What is stored cannot be used by this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A later version wrote it.
    Newer,
}

impl Head {
    /// Reads a stored head. None: there is none, or it is broken; `Head::of` makes one from the pages.
    pub fn read(text: &str) -> Result<Option<Head>, Unusable> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
        }
        match serde_json::from_str::<Form>(text) {
            Ok(stored) if stored.form > FORM => Err(Unusable::Newer),
            _ => Ok(serde_json::from_str(text).ok()),
        }
    }

    /// From the keys of the pages that are there. Its index is empty and of no reader, so everything is read again.
    pub fn of(keys: &BTreeMap<u32, Vec<u8>>) -> Head {
        let bytes: usize = keys.values().map(Vec::len).sum();
        let next = keys.last_key_value().map_or(0, |(page, _)| page.saturating_add(1));
        Head { form: FORM, next, posts: (bytes / KEY) as u32, bytes: bytes as f64, ..Head::default() }
    }

    /// As it is stored.
    pub fn text(&self) -> String {
        // Strings, numbers and maps with names always print.
        serde_json::to_string(&Head { form: FORM, ..self.clone() }).unwrap_or_default()
    }
}

/// The keys out of the stored pages of keys.
pub fn known(keys: &BTreeMap<u32, Vec<u8>>) -> HashSet<Key> {
    keys.values().flat_map(|page| page.chunks_exact(KEY)).filter_map(|key| key.try_into().ok()).collect()
}

/// The posts of a stored page; what is broken is left out.
pub fn posts(page: &str) -> Vec<Post> {
    serde_json::from_str(page).unwrap_or_default()
}

/// What a batch changes in storage.
#[derive(Debug, PartialEq)]
pub struct Written {
    /// The head afterwards, if storage takes it.
    pub head: Head,
    /// The page: its number is `head.next - 1`. None: nothing is new.
    pub page: Option<(String, Vec<u8>)>,
    pub keys: Vec<Key>,
    pub again: u32,
    /// Posts for which there is no room any more.
    pub over: u32,
}

/// Puts posts behind those that are known.
///
/// A post of an archive that went out through the extension was stored then, without its id: it is not stored again, but
/// the index takes its address.
pub fn add(head: &Head, known: &HashSet<Key>, library: &Library, posts: Vec<Post>) -> Written {
    let mut head = head.clone();
    let (mut fresh, mut keys, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    let (mut again, mut over) = (0, 0);
    for post in posts {
        let key = post.key();
        let bare = Post { id: String::new(), ..post.clone() }.key();
        if known.contains(&key) || known.contains(&bare) || seen.contains(&key) {
            again += 1;
            if key != bare && known.contains(&bare) {
                head.ledger.add(library, &entry(&post));
            }
        } else if head.posts >= MOST_PAST {
            over += 1;
        } else {
            head.posts += 1;
            head.ledger.add(library, &entry(&post));
            if !post.date.is_empty() {
                if head.first.is_empty() || post.date < head.first {
                    head.first.clone_from(&post.date);
                }
                if post.date > head.last {
                    head.last.clone_from(&post.date);
                }
            }
            seen.insert(key);
            keys.push(key);
            fresh.push(post);
        }
    }
    let page = (!fresh.is_empty()).then(|| {
        // Strings always print.
        let text = serde_json::to_string(&fresh).unwrap_or_default();
        let bytes: Vec<u8> = keys.iter().flatten().copied().collect();
        head.bytes += (text.len() + bytes.len()) as f64;
        head.next = head.next.saturating_add(1);
        (text, bytes)
    });
    Written { head, page, keys, again, over }
}

/// The index being made anew, page by page: the targets changed, or the program.
#[derive(Clone, Debug, Default)]
pub struct Rereading {
    pub page: u32,
    pub reader: String,
    ledger: Ledger,
}

impl Rereading {
    pub fn new(reader: String) -> Rereading {
        Rereading { reader, ..Rereading::default() }
    }

    /// The next page.
    pub fn take(&mut self, library: &Library, page: &str) {
        for post in posts(page) {
            self.ledger.add(library, &entry(&post));
        }
        self.page = self.page.saturating_add(1);
    }

    /// The head with the new index; None: there are more pages.
    pub fn finish(&self, head: &Head) -> Option<Head> {
        let done = self.page >= head.next;
        done.then(|| Head { reader: self.reader.clone(), ledger: self.ledger.clone(), ..head.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(id: &str, text: &str, date: &str) -> Post {
        let url = if id.is_empty() { String::new() } else { format!("https://x.com/a/status/{id}") };
        let (id, text, date) = (id.into(), text.into(), date.into());
        Post { site: "x".into(), id, text, date, url, ..Post::default() }
    }

    /// Storage that takes everything.
    #[derive(Default)]
    struct Disk {
        head: Head,
        pages: Vec<String>,
        keys: BTreeMap<u32, Vec<u8>>,
    }

    impl Disk {
        fn add(&mut self, posts: Vec<Post>) -> Written {
            let written = add(&self.head, &known(&self.keys), &Library::default(), posts);
            if let Some((text, keys)) = &written.page {
                self.keys.insert(written.head.next - 1, keys.clone());
                self.pages.push(text.clone());
            }
            self.head = written.head.clone();
            written
        }
    }

    #[test]
    fn nothing_is_stored_twice_and_a_cut_import_goes_on() {
        let all: Vec<Post> = (0..10).map(|n| post(&n.to_string(), "We support nuclear power.", "2020-01-01")).collect();
        let mut disk = Disk::default();
        assert_eq!(disk.add(all[..6].to_vec()).keys.len(), 6);
        let rest = disk.add(all.iter().chain(&all).cloned().collect());
        assert_eq!((rest.keys.len(), rest.again), (4, 16));
        assert_eq!((disk.head.posts, disk.head.next), (10, 2));
        assert_eq!((disk.head.first.as_str(), disk.head.last.as_str()), ("2020-01-01", "2020-01-01"));
        let none = disk.add(all);
        assert_eq!((none.page, none.again, disk.head.next), (None, 10, 2));
    }

    #[test]
    fn what_went_out_here_is_found_again_in_the_archive_and_takes_its_address() {
        let mut disk = Disk::default();
        disk.add(vec![post("", "We support nuclear power.", "2020-01-01")]);
        let written = disk.add(vec![post("7", "We support nuclear power.", "2020-01-01")]);
        assert_eq!((written.again, disk.head.posts), (1, 1));
        let past = disk.head.ledger.past();
        assert_eq!(past.len(), 1, "{past:?}");
        assert_eq!(past[0].url, "https://x.com/a/status/7");
    }

    #[test]
    fn a_lost_head_is_made_from_the_pages_and_the_index_from_the_posts() {
        let mut disk = Disk::default();
        disk.add(vec![post("1", "We support nuclear power.", "2020-01-01")]);
        disk.add(vec![post("2", "We oppose nuclear power.", "2021-01-01"), post("3", "Good morning", "2022-01-01")]);
        assert_eq!(
            Head::read(&disk.head.text()).map(|head| head.map(|head| head.ledger)),
            Ok(Some(disk.head.ledger.clone()))
        );
        assert_eq!(Head::read("{"), Ok(None));
        assert_eq!(Head::read(r#"{"form":2,"next":"other"}"#), Err(Unusable::Newer));
        let head = Head::of(&disk.keys);
        assert_eq!((head.posts, head.next, head.reader.as_str()), (3, 2, ""));
        let mut again = Rereading::new("now".into());
        for page in &disk.pages {
            assert_eq!(again.finish(&head), None);
            again.take(&Library::default(), page);
        }
        let made = again.finish(&head).expect("all pages are read");
        assert_eq!((made.ledger, made.reader.as_str()), (disk.head.ledger, "now"));
    }

    #[test]
    fn a_full_shelf_says_how_many_found_no_room() {
        let mut disk = Disk { head: Head { posts: MOST_PAST - 1, ..Head::default() }, ..Disk::default() };
        let written = disk.add(vec![post("1", "a", ""), post("2", "b", ""), post("3", "c", "")]);
        assert_eq!((written.keys.len(), written.over), (1, 2));
    }

    #[test]
    fn the_index_is_of_the_targets_and_not_of_the_rest() {
        let mut profile = Profile::default();
        let before = reader(&profile);
        profile.name = "Acme".into();
        assert_eq!(reader(&profile), before);
        profile.stances.push(crate::profile::Stance { target: "foie gras".into(), ..Default::default() });
        assert_ne!(reader(&profile), before);
    }
}
