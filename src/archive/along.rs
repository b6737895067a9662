//! Bytes that can only be read from the first to the last: a plain file, a tar file, and what gzip packed of either.

use super::out::{Out, Why};
use super::source::MAX_UNPACKED;
use super::tar::{self, Part, Tar};
use super::{Options, Reader, member, reader};
use flate2::write::MultiGzDecoder;
use std::io::Write;

/// Bytes that go by.
pub enum Along {
    Plain { at: u64, reader: Box<dyn Reader> },
    Tar { at: u64, members: Members },
    Gzip { at: u64, unpack: Box<MultiGzDecoder<Vec<u8>>>, inside: Inside, unpacked: u64 },
}

/// What a gzip file holds: told by its first block.
pub enum Inside {
    Unknown(Vec<u8>),
    Tar(Members),
    Plain(Box<dyn Reader>),
    Nothing,
}

#[derive(Default)]
pub struct Members {
    tar: Tar,
    reader: Option<Box<dyn Reader>>,
}

impl Along {
    pub fn at(&self) -> u64 {
        match self {
            Along::Plain { at, .. } | Along::Tar { at, .. } | Along::Gzip { at, .. } => *at,
        }
    }

    pub fn take(
        &mut self,
        bytes: &[u8],
        name: &str,
        options: &Options,
        any: &mut bool,
        out: &mut Out,
    ) -> Result<(), Why> {
        match self {
            Along::Plain { at, reader } => {
                *at += bytes.len() as u64;
                reader.feed(bytes, out);
            }
            Along::Tar { at, members } => {
                *at += bytes.len() as u64;
                members.feed(bytes, any, out)?;
            }
            Along::Gzip { at, unpack, inside, unpacked } => {
                *at += bytes.len() as u64;
                for part in bytes.chunks(16 * 1024) {
                    unpack.write_all(part).and_then(|()| unpack.flush()).map_err(|_| Why::Damaged)?;
                    let plain = std::mem::take(unpack.get_mut());
                    *unpacked += plain.len() as u64;
                    if *unpacked > MAX_UNPACKED {
                        return Err(Why::TooBig);
                    }
                    inside.feed(&plain, name, options, any, out)?;
                }
            }
        }
        Ok(())
    }

    pub fn end(self, name: &str, options: &Options, any: &mut bool, out: &mut Out) -> Result<(), Why> {
        match self {
            Along::Plain { mut reader, .. } => reader.end(out),
            Along::Tar { members, .. } => members.end()?,
            Along::Gzip { unpack, mut inside, .. } => {
                let rest = unpack.finish();
                if let Ok(rest) = &rest {
                    inside.feed(rest, name, options, any, out)?;
                }
                inside.end(name, options, any, out)?;
                // The last bytes are missing: what came before them was read.
                rest.map_err(|_| Why::CutOff)?;
            }
        }
        Ok(())
    }
}

impl Inside {
    fn feed(&mut self, bytes: &[u8], name: &str, options: &Options, any: &mut bool, out: &mut Out) -> Result<(), Why> {
        match self {
            Inside::Unknown(block) => {
                block.extend(bytes);
                if block.len() >= 512 {
                    return self.settle(name, options, any, out);
                }
            }
            Inside::Tar(members) => members.feed(bytes, any, out)?,
            Inside::Plain(reader) => reader.feed(bytes, out),
            Inside::Nothing => {}
        }
        Ok(())
    }

    /// Enough bytes, or all there are: it is a tar file, or one file whose name is that of the packed one.
    fn settle(&mut self, name: &str, options: &Options, any: &mut bool, out: &mut Out) -> Result<(), Why> {
        let Inside::Unknown(block) = std::mem::replace(self, Inside::Nothing) else { return Ok(()) };
        *self = if tar::is(&block) {
            Inside::Tar(Members::default())
        } else if let Some(reader) = reader(name.strip_suffix(".gz").unwrap_or(name), options) {
            *any = true;
            out.open(name);
            Inside::Plain(reader)
        } else {
            return Err(Why::Unknown);
        };
        self.feed(&block, name, options, any, out)
    }

    fn end(mut self, name: &str, options: &Options, any: &mut bool, out: &mut Out) -> Result<(), Why> {
        if matches!(self, Inside::Unknown(_)) {
            self.settle(name, options, any, out)?;
        }
        match self {
            Inside::Tar(members) => members.end()?,
            Inside::Plain(mut reader) => reader.end(out),
            Inside::Unknown(_) | Inside::Nothing => {}
        }
        Ok(())
    }
}

impl Members {
    fn feed(&mut self, bytes: &[u8], any: &mut bool, out: &mut Out) -> Result<(), Why> {
        let current = &mut self.reader;
        self.tar.feed(bytes, |part| match part {
            Part::Open(path) => {
                *current = member(&path);
                if current.is_some() {
                    *any = true;
                    out.open(&path);
                }
            }
            Part::Data(data) => {
                if let Some(reader) = current {
                    reader.feed(data, out);
                }
            }
            Part::Close => {
                if let Some(mut reader) = current.take() {
                    reader.end(out);
                }
            }
        })
    }

    fn end(self) -> Result<(), Why> {
        if self.tar.complete() && self.reader.is_none() { Ok(()) } else { Err(Why::CutOff) }
    }
}
