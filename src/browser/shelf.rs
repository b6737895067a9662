//! A shelf of numbered pages in IndexedDB, with a page of keys beside each and one head over all: what is too much for
//! `storage`. Whatever is written in one go is there afterwards as a whole, or not at all.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode, TransactionResult};
use js_sys::Uint8Array;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};

const HEAD: &str = "head";
const PAGES: &str = "pages";
const KEYS: &str = "keys";
const ALL: [&str; 3] = [HEAD, PAGES, KEYS];

/// The form of the database itself; that of the texts in it is told in the head.
const FORM: u32 = 1;

/// The browser has no such storage, has no room, or does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl From<Error> for Refused {
    fn from(_: Error) -> Refused {
        Refused
    }
}

/// An open connection.
#[derive(Debug)]
pub struct Shelf {
    database: Database,
}

/// A page with its number, its text and its keys.
pub type Page<'a> = (u32, &'a str, &'a [u8]);

impl Shelf {
    /// Opens the database of this name, or makes it.
    pub async fn open(name: &str) -> Result<Shelf, Refused> {
        let mut request = Factory::new()?.open(name, Some(FORM))?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            for store in ALL {
                // A database without its stores answers every question with an error, which is heard there.
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        });
        Ok(Shelf { database: request.await? })
    }

    /// The head as it was written last.
    pub async fn head(&self) -> Result<Option<String>, Refused> {
        self.one(HEAD, &HEAD.into()).await.map(|found| found.and_then(|head| head.as_string()))
    }

    pub async fn page(&self, number: u32) -> Result<Option<String>, Refused> {
        self.one(PAGES, &number.into()).await.map(|found| found.and_then(|page| page.as_string()))
    }

    async fn one(&self, store: &str, key: &JsValue) -> Result<Option<JsValue>, Refused> {
        let reading = self.database.transaction(&[store], TransactionMode::ReadOnly)?;
        Ok(reading.object_store(store)?.get(Query::Key(key.clone()))?.await?)
    }

    /// The keys of all pages, by the numbers of the pages.
    pub async fn keys(&self) -> Result<BTreeMap<u32, Vec<u8>>, Refused> {
        let reading = self.database.transaction(&[KEYS], TransactionMode::ReadOnly)?;
        let store = reading.object_store(KEYS)?;
        // Both are asked before either is awaited: the transaction ends when nothing is asked of it.
        let (numbers, values) =
            (store.get_all_keys(None, None)?.into_future(), store.get_all(None, None)?.into_future());
        let (numbers, values) = (numbers.await?, values.await?);
        let pairs = numbers.into_iter().zip(values).filter_map(|(number, value)| {
            Some((number.as_f64()? as u32, value.dyn_into::<Uint8Array>().ok()?.to_vec()))
        });
        Ok(pairs.collect())
    }

    /// Writes the head, and a page if there is one.
    pub async fn write(&self, head: &str, page: Option<Page<'_>>) -> Result<(), Refused> {
        let writing = self.database.transaction(&ALL, TransactionMode::ReadWrite)?;
        if let Some((number, text, keys)) = page {
            let number = JsValue::from(number);
            writing.object_store(PAGES)?.put(&text.into(), Some(&number))?;
            writing.object_store(KEYS)?.put(&Uint8Array::from(keys), Some(&number))?;
        }
        writing.object_store(HEAD)?.put(&head.into(), Some(&HEAD.into()))?;
        done(writing.await?)
    }

    /// Takes everything off.
    pub async fn clear(&self) -> Result<(), Refused> {
        let writing = self.database.transaction(&ALL, TransactionMode::ReadWrite)?;
        for store in ALL {
            writing.object_store(store)?.clear()?;
        }
        done(writing.await?)
    }
}

fn done(result: TransactionResult) -> Result<(), Refused> {
    if result.is_committed() { Ok(()) } else { Err(Refused) }
}
