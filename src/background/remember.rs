//! The past posts in the background: read when it starts, added to by imports and by what goes out, its index made anew
//! when the targets changed.

use super::past::{self, Head, Rereading, Unusable};
use super::start::Event;
use super::state::State;
use crate::archive::{Key, Post};
use crate::browser::shelf::{Refused, Shelf};
use crate::engine::Text;
use crate::protocol::{Answer, PastStatus};
use crate::words;
use std::collections::HashSet;

/// The name of the database.
const NAME: &str = "past";

/// Longest batch that is taken, in bytes of JSON.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What the background knows of the past posts.
#[derive(Default)]
pub struct Past {
    shelf: Option<Shelf>,
    head: Head,
    /// Read when the first post is added.
    known: Option<HashSet<Key>>,
    /// A later version wrote what is stored: it is left alone.
    newer: bool,
    rereading: Option<Rereading>,
}

/// Why posts were not taken.
enum No {
    Newer,
    Refused,
}

impl From<Refused> for No {
    fn from(_: Refused) -> No {
        No::Refused
    }
}

impl No {
    fn text(&self) -> &'static Text {
        match self {
            No::Newer => &words::PAST_NEWER,
            No::Refused => &words::PAST_NOT_KEPT,
        }
    }
}

impl Past {
    async fn shelf(&mut self) -> Result<&Shelf, No> {
        if self.newer {
            return Err(No::Newer);
        }
        let shelf = match self.shelf.take() {
            Some(shelf) => shelf,
            None => Shelf::open(NAME).await?,
        };
        Ok(self.shelf.insert(shelf))
    }

    /// Reads the head; out of the pages where it is lost.
    async fn read(&mut self) -> Result<(), No> {
        let shelf = self.shelf().await?;
        let stored = match shelf.head().await? {
            Some(text) => Head::read(&text),
            None => Ok(None),
        };
        let head = match stored {
            Ok(Some(head)) => head,
            Ok(None) => Head::of(&shelf.keys().await?),
            Err(Unusable::Newer) => {
                self.newer = true;
                return Err(No::Newer);
            }
        };
        self.head = head;
        Ok(())
    }

    async fn known(&mut self) -> Result<HashSet<Key>, No> {
        if let Some(known) = self.known.take() {
            return Ok(known);
        }
        // A worker that could not read the head when it began must not write over it.
        self.read().await?;
        Ok(past::known(&self.shelf().await?.keys().await?))
    }

    pub fn status(&self) -> PastStatus {
        let Head { posts, bytes, first, last, .. } = self.head.clone();
        PastStatus { posts, bytes, first, last, reading: self.rereading.is_some(), newer: self.newer }
    }
}

/// Reads what is stored. Without it drafts are judged as if nothing had been posted before.
pub async fn load(state: &mut State) {
    if state.past.read().await.is_ok() && state.past.head.posts > 0 {
        state.judge.remember(&state.past.head.ledger);
        if state.lines.values().any(|line| line.verdict.is_some()) {
            state.changed().await;
        }
        check(state);
    }
}

/// Begins to make the index anew if it is of other targets or by another program.
pub fn check(state: &mut State) {
    let wanted = past::reader(&state.profile);
    let under_way = state.past.rereading.as_ref().map(|rereading| &rereading.reader);
    if state.past.head.posts == 0 || *under_way.unwrap_or(&state.past.head.reader) == wanted {
        return;
    }
    let begun = under_way.is_some();
    state.past.rereading = Some(Rereading::new(wanted));
    // One that is under way has its next step in the list already.
    if !begun {
        let _ = state.events().unbounded_send(Event::Reread);
    }
}

/// One page of the index that is made anew; then the next, behind whatever happened meanwhile.
pub async fn reread(state: &mut State) {
    let Some(mut rereading) = state.past.rereading.take() else { return };
    if let Some(head) = rereading.finish(&state.past.head) {
        // Not kept: the next worker does it again.
        if let Ok(shelf) = state.past.shelf().await {
            let _ = shelf.write(&head.text(), None).await;
        }
        state.past.head = head;
        state.judge.remember(&state.past.head.ledger);
        state.changed().await;
        return;
    }
    let Ok(shelf) = state.past.shelf().await else { return };
    // Storage does not answer: the index stays as it was until the next start.
    let Ok(page) = shelf.page(rereading.page).await else { return };
    rereading.take(state.judge.targets(), &page.unwrap_or_default());
    state.past.rereading = Some(rereading);
    let _ = state.events().unbounded_send(Event::Reread);
}

async fn put(state: &mut State, posts: Vec<Post>) -> Result<(u32, u32, u32), No> {
    let mut known = state.past.known().await?;
    let mut written = past::add(&state.past.head, &known, state.judge.targets(), posts);
    if state.past.head.posts == 0 {
        written.head.reader = past::reader(&state.profile);
    }
    let other = written.head != state.past.head;
    if other {
        let page = written.page.as_ref().map(|(text, keys)| (written.head.next - 1, text.as_str(), keys.as_slice()));
        let kept = match state.past.shelf().await {
            Ok(shelf) => shelf.write(&written.head.text(), page).await.map_err(No::from),
            Err(no) => Err(no),
        };
        if let Err(no) = kept {
            // The connection may be broken: the next batch opens and reads anew.
            state.past.shelf = None;
            return Err(no);
        }
    }
    known.extend(&written.keys);
    state.past.known = Some(known);
    if other {
        let news = written.head.ledger != state.past.head.ledger;
        state.past.head = written.head;
        if news {
            state.judge.remember(&state.past.head.ledger);
        }
    }
    Ok((written.keys.len() as u32, written.again, written.over))
}

/// A batch of an import. `last`: drafts that are open are judged with it.
pub async fn import(state: &mut State, posts: &str, last: bool) -> Answer {
    let posts: Vec<Post> = if posts.len() > MAX_BYTES { Vec::new() } else { past::posts(posts) };
    let added = if posts.len() > past::BATCH { Ok((0, 0, posts.len() as u32)) } else { put(state, posts).await };
    if last {
        state.changed().await;
    }
    match added {
        Ok((new, again, over)) => Answer::Added { new, again, over },
        Err(no) => refused(state, &no),
    }
}

/// A post went out.
pub async fn sent(state: &mut State, site: String, text: String, date: String) {
    if text.trim().is_empty() {
        return;
    }
    // No room: the next import of the site's archive brings it.
    let _ = put(state, vec![Post { site, text, date, ..Post::default() }]).await;
}

/// Forgets every past post.
pub async fn forget(state: &mut State) -> Answer {
    let cleared = match state.past.shelf().await {
        Ok(shelf) => shelf.clear().await.map_err(No::from),
        Err(no) => Err(no),
    };
    if let Err(no) = cleared {
        return refused(state, &no);
    }
    state.past = Past::default();
    state.judge.remember(&state.past.head.ledger);
    state.changed().await;
    Answer::Past { past: state.past.status() }
}

fn refused(state: &State, no: &No) -> Answer {
    Answer::Refused { message: no.text().get(state.locale()).to_string(), field: String::new() }
}
