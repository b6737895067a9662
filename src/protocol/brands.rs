//! What is said of several brands.

use serde::{Deserialize, Serialize};

/// What a person does with the list of brands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BrandAct {
    /// It counts wherever no account says otherwise.
    Choose { brand: u32 },
    /// One more, out of a profile as JSON text, which is checked. It is chosen then.
    Add { json: String },
    /// Takes one away; the last one stays.
    Remove { brand: u32 },
    /// Puts back the one that was taken away last.
    Restore,
}

/// One brand in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BrandLine {
    pub id: u32,
    /// In the reader's language where it has no name yet.
    pub name: String,
}
