//! Blocks of a CAR file (version 1) as its bytes go by, each checked against the hash in its name.

use super::out::Why;
use data_encoding::BASE32_NOPAD;
use sha2::{Digest, Sha256};

/// Biggest block; the network allows records of 1 MiB.
const MAX: u64 = 4 * 1024 * 1024;
/// A content identifier of the network: version 1, one byte of codec, SHA-256.
const CID: usize = 36;
const DAG_CBOR: u8 = 0x71;

/// Reads as bytes come.
#[derive(Default)]
pub struct Car {
    length: Vec<u8>,
    block: Vec<u8>,
    want: u64,
    /// The header is no block.
    begun: bool,
    broken: bool,
}

impl Car {
    /// Gives every block with its identifier. `Broken` is given once: from there on nothing can be read.
    pub fn feed(&mut self, mut bytes: &[u8], mut each: impl FnMut(Result<(&[u8], &[u8]), Why>)) {
        while !bytes.is_empty() && !self.broken {
            if self.want == 0 {
                self.length.push(bytes[0]);
                let more = bytes[0] & 0x80 != 0;
                bytes = &bytes[1..];
                if more && self.length.len() < 9 {
                    continue;
                }
                let number = |sum: u64, byte: &u8| sum << 7 | u64::from(byte & 0x7F);
                self.want = self.length.iter().rev().fold(0, number);
                self.length.clear();
                if more || self.want == 0 || self.want > MAX {
                    self.broken = true;
                    each(Err(Why::Broken));
                }
                continue;
            }
            let len = ((self.want as usize) - self.block.len()).min(bytes.len());
            self.block.extend(&bytes[..len]);
            bytes = &bytes[len..];
            if self.block.len() as u64 == self.want {
                if self.begun {
                    each(named(&self.block));
                } else if !self.header() {
                    self.broken = true;
                    each(Err(Why::Broken));
                }
                self.begun = true;
                self.want = 0;
                self.block.clear();
            }
        }
    }

    /// Whether the file may end here.
    pub fn complete(&self) -> bool {
        self.broken || self.begun && self.want == 0 && self.length.is_empty()
    }

    /// `{roots: […], version: 1}` in CBOR.
    fn header(&self) -> bool {
        const VERSION: &[u8] = b"gversion\x01";
        self.block.windows(VERSION.len()).any(|window| window == VERSION)
    }
}

/// Splits a block into its identifier and its data, and checks one against the other.
fn named(block: &[u8]) -> Result<(&[u8], &[u8]), Why> {
    let (cid, data) = block.split_at_checked(CID).ok_or(Why::Shape)?;
    let hash = cid.strip_prefix(&[1, DAG_CBOR, 0x12, 0x20]).ok_or(Why::Shape)?;
    if Sha256::digest(data).as_slice() != hash { Err(Why::Damaged) } else { Ok((cid, data)) }
}

/// An identifier as the network writes it: `bafyrei…`.
pub fn text(cid: &[u8]) -> String {
    let mut lower = BASE32_NOPAD.encode(cid).to_ascii_lowercase();
    lower.insert(0, 'b');
    lower
}
