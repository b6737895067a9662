//! The past posts in the background: read when it starts, added to by imports and by what goes out, its index made anew
//! when the targets changed.

use super::past::{self, Head, Rereading, Unusable};
use super::start::Event;
use super::state::{State, now};
use super::store;
use crate::archive::{Key, Post};
use crate::browser::shelf::{Refused, Shelf};
use crate::claims::Ledger;
use crate::engine::Text;
use crate::profile::brands::FIRST;
use crate::protocol::{Answer, PastStatus};
use crate::words;
use std::collections::HashSet;
use std::rc::Rc;

/// The database of a brand. The first one's is that of before there could be several.
fn name(brand: u32) -> String {
    if brand == FIRST { "past".into() } else { format!("past-{brand}") }
}

/// Longest batch that is taken, in bytes of JSON.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What the background knows of the past posts of a brand.
#[derive(Default)]
pub struct Past {
    brand: u32,
    shelf: Option<Shelf>,
    head: Head,
    /// Read when the first post is added.
    known: Option<HashSet<Key>>,
    /// A later version wrote what is stored: it is left alone.
    newer: bool,
    rereading: Option<Rereading>,
}

/// Why posts were not taken.
pub(super) enum No {
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
    fn of(brand: u32) -> Past {
        Past { brand, ..Past::default() }
    }

    async fn shelf(&mut self) -> Result<&Shelf, No> {
        if self.newer {
            return Err(No::Newer);
        }
        let shelf = match self.shelf.take() {
            Some(shelf) => shelf,
            None => Shelf::open(&name(self.brand)).await?,
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

/// Reads what is stored of each brand that was not read yet. Without it drafts are judged as if nothing had been posted
/// before.
pub async fn load(state: &mut State) {
    if let Some((brands, gone)) = state.brands.tidied(now()) {
        // Storage refused: the next worker tries again.
        if store::save_brands(&brands, &brands).await.is_ok() {
            state.brands = Rc::new(brands);
            let _ = clear(state, gone).await;
        }
    }
    let unread: Vec<u32> =
        state.brands.all.iter().map(|kept| kept.id).filter(|id| !state.pasts.contains_key(id)).collect();
    let mut any = false;
    for brand in unread {
        let mut past = Past::of(brand);
        if past.read().await.is_ok() && past.head.posts > 0 {
            state.judge.remember(brand, &past.head.ledger);
            any = true;
        }
        state.pasts.insert(brand, past);
    }
    if any {
        if state.lines.values().any(|line| line.verdict.is_some()) {
            state.changed().await;
        }
        check(state);
    }
}

/// Begins to make the index anew if it is of other targets or by another program. Asks for what was not read yet.
pub fn check(state: &mut State) {
    for kept in &state.brands.clone().all {
        let Some(past) = state.pasts.get_mut(&kept.id) else {
            let _ = state.events().unbounded_send(Event::Remember);
            continue;
        };
        let wanted = past::reader(&kept.profile);
        let under_way = past.rereading.as_ref().map(|rereading| &rereading.reader);
        if past.head.posts == 0 || *under_way.unwrap_or(&past.head.reader) == wanted {
            continue;
        }
        let begun = under_way.is_some();
        past.rereading = Some(Rereading::new(wanted));
        // One that is under way has its next step in the list already.
        if !begun {
            let _ = state.events().unbounded_send(Event::Reread);
        }
    }
}

/// One page of an index that is made anew; then the next, behind whatever happened meanwhile.
pub async fn reread(state: &mut State) {
    let under_way = state.pasts.iter().find(|(_, past)| past.rereading.is_some()).map(|(brand, _)| *brand);
    let Some(mut past) = under_way.and_then(|brand| state.pasts.remove(&brand)) else { return };
    let brand = past.brand;
    let again = step(state, &mut past).await;
    state.pasts.insert(brand, past);
    match again {
        Some(true) => {
            let _ = state.events().unbounded_send(Event::Reread);
        }
        Some(false) => state.changed().await,
        None => {}
    }
}

/// Whether there is more; None: storage does not answer, and the index stays as it was until the next start.
async fn step(state: &mut State, past: &mut Past) -> Option<bool> {
    let mut rereading = past.rereading.take()?;
    if let Some(head) = rereading.finish(&past.head) {
        // Not kept: the next worker does it again.
        if let Ok(shelf) = past.shelf().await {
            let _ = shelf.write(&head.text(), None).await;
        }
        past.head = head;
        state.judge.remember(past.brand, &past.head.ledger);
        return Some(false);
    }
    let page = past.shelf().await.ok()?.page(rereading.page).await.ok()?;
    rereading.take(state.judge.targets(past.brand), &page.unwrap_or_default());
    past.rereading = Some(rereading);
    Some(true)
}

async fn put(state: &mut State, brand: u32, posts: Vec<Post>) -> Result<(u32, u32, u32), No> {
    let Some(profile) = state.brands.get(brand) else { return Err(No::Refused) };
    let reader = past::reader(profile);
    let mut past = state.pasts.remove(&brand).unwrap_or_else(|| Past::of(brand));
    let added = add(state, &mut past, &reader, posts).await;
    state.pasts.insert(brand, past);
    added
}

async fn add(state: &mut State, past: &mut Past, reader: &str, posts: Vec<Post>) -> Result<(u32, u32, u32), No> {
    let mut known = past.known().await?;
    let mut written = past::add(&past.head, &known, state.judge.targets(past.brand), posts);
    if past.head.posts == 0 {
        written.head.reader = reader.to_string();
    }
    let other = written.head != past.head;
    if other {
        let page = written.page.as_ref().map(|(text, keys)| (written.head.next - 1, text.as_str(), keys.as_slice()));
        let kept = match past.shelf().await {
            Ok(shelf) => shelf.write(&written.head.text(), page).await.map_err(No::from),
            Err(no) => Err(no),
        };
        if let Err(no) = kept {
            // The connection may be broken: the next batch opens and reads anew.
            past.shelf = None;
            return Err(no);
        }
    }
    known.extend(&written.keys);
    past.known = Some(known);
    if other {
        let news = written.head.ledger != past.head.ledger;
        past.head = written.head;
        if news {
            state.judge.remember(past.brand, &past.head.ledger);
        }
    }
    Ok((written.keys.len() as u32, written.again, written.over))
}

/// What is stored of a brand's past posts.
pub fn status(state: &State, brand: u32) -> Answer {
    let past = state.pasts.get(&brand).map(Past::status).unwrap_or_default();
    Answer::Past { past }
}

/// A batch of an import. `last`: drafts that are open are judged with it.
pub async fn import(state: &mut State, brand: u32, posts: &str, last: bool) -> Answer {
    let posts: Vec<Post> = if posts.len() > MAX_BYTES { Vec::new() } else { past::posts(posts) };
    let added = if posts.len() > past::BATCH { Ok((0, 0, posts.len() as u32)) } else { put(state, brand, posts).await };
    if last {
        state.changed().await;
    }
    match added {
        Ok((new, again, over)) => Answer::Added { new, again, over },
        Err(no) => refused(state, &no),
    }
}

/// A post of a brand went out.
pub async fn sent(state: &mut State, brand: u32, site: String, text: String, date: String) {
    if text.trim().is_empty() {
        return;
    }
    // No room: the next import of the site's archive brings it.
    let _ = put(state, brand, vec![Post { site, text, date, ..Post::default() }]).await;
}

/// Takes every past post of a brand out of storage, whether the brand is still there or not.
pub(super) async fn clear(state: &mut State, brand: u32) -> Result<(), No> {
    let mut past = state.pasts.remove(&brand).unwrap_or_else(|| Past::of(brand));
    let cleared = match past.shelf().await {
        Ok(shelf) => shelf.clear().await.map_err(No::from),
        Err(no) => Err(no),
    };
    if let Err(no) = cleared {
        state.pasts.insert(brand, past);
        return Err(no);
    }
    if state.brands.get(brand).is_some() {
        state.pasts.insert(brand, Past::of(brand));
    }
    state.judge.remember(brand, &Ledger::default());
    Ok(())
}

/// Forgets every past post of a brand.
pub async fn forget(state: &mut State, brand: u32) -> Answer {
    if let Err(no) = clear(state, brand).await {
        return refused(state, &no);
    }
    state.changed().await;
    status(state, brand)
}

fn refused(state: &State, no: &No) -> Answer {
    Answer::Refused { message: no.text().get(state.locale()).to_string(), field: String::new() }
}
