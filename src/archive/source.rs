//! Where the bytes of records come from: a plain file, one packed by gzip, a tar file, a zip file. A machine that asks for
//! ranges and is given bytes; nothing is held but the directory of a zip file.

use super::along::{Along, Inside, Members};
use super::out::{Out, Why};
use super::tar;
use super::zip::{self, End, Member};
use super::{CHUNK, Options, Reader, Step, member, reader};
use flate2::Crc;
use flate2::write::{DeflateDecoder, MultiGzDecoder};
use std::collections::VecDeque;
use std::io::Write;

/// Most bytes that come out of one packed member or file: a bomb ends here.
pub const MAX_UNPACKED: u64 = 8 * 1024 * 1024 * 1024;

/// What the next bytes are.
enum State {
    /// The first bytes, which tell what file it is.
    Start,
    /// All bytes from `at` on, one after another.
    Along(Along),
    ZipTail,
    ZipEnd64 {
        at: u64,
    },
    ZipDirectory {
        at: u64,
        len: u64,
    },
    ZipHeader,
    ZipData {
        at: u64,
        left: u64,
        unpack: Unpack,
        reader: Option<Box<dyn Reader>>,
    },
    Done,
}

/// How the bytes of a member become the member.
enum Unpack {
    Stored,
    Deflated(Box<DeflateDecoder<Vec<u8>>>),
}

/// One file.
pub struct Source {
    name: String,
    size: u64,
    options: Options,
    state: State,
    members: VecDeque<Member>,
    asked: usize,
    read: u64,
    check: Crc,
    /// Bytes that came out of the member in hand.
    unpacked: u64,
    /// Whether anything in the file was ours.
    any: bool,
}

impl Source {
    pub fn new(name: &str, size: u64, options: Options) -> Source {
        Source {
            name: name.to_string(),
            size,
            options,
            state: State::Start,
            members: VecDeque::new(),
            asked: 0,
            read: 0,
            check: Crc::new(),
            unpacked: 0,
            any: false,
        }
    }

    pub fn progress(&self) -> (u64, u64) {
        (self.read.min(self.size), self.size)
    }

    pub fn step(&mut self, out: &mut Out) -> Step {
        let (at, len) = match &self.state {
            State::Done => return Step::Done,
            State::Start => (0, 512),
            State::ZipTail => (self.size.saturating_sub(zip::TAIL), zip::TAIL),
            State::ZipEnd64 { at } => (*at, 56),
            State::ZipDirectory { at, len } => (*at, *len),
            State::ZipHeader => match self.members.front() {
                Some(member) => (member.at, zip::LOCAL as u64),
                None => return self.finish(out),
            },
            State::ZipData { at, left, .. } => (*at, (*left).min(CHUNK as u64)),
            State::Along(along) => (along.at(), CHUNK as u64),
        };
        let len = len.min(self.size.saturating_sub(at));
        if len == 0 {
            self.ended(out);
            return self.step(out);
        }
        self.asked = len as usize;
        Step::Read { at, len: self.asked }
    }

    pub fn give(&mut self, bytes: &[u8], out: &mut Out) {
        let bytes = &bytes[..bytes.len().min(self.asked)];
        let short = bytes.len() < self.asked;
        let result = self.take(bytes, out);
        if let Err(why) = result {
            out.broken(why);
            self.stop(out);
        } else if short && !matches!(self.state, State::Done) {
            // The file became shorter while it was read.
            out.broken(Why::CutOff);
            self.stop(out);
        }
    }

    fn take(&mut self, bytes: &[u8], out: &mut Out) -> Result<(), Why> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Done => {}
            State::Start => self.state = self.begin(bytes, out)?,
            State::ZipTail => {
                self.state = match zip::end(bytes, self.size)? {
                    End::Directory { len: 0, .. } => State::ZipHeader,
                    End::Directory { at, len } => State::ZipDirectory { at, len },
                    End::Look64 { at } => State::ZipEnd64 { at },
                }
            }
            State::ZipEnd64 { .. } => {
                let End::Directory { at, len } = zip::end64(bytes, self.size)? else { return Err(Why::Broken) };
                self.state = State::ZipDirectory { at, len };
            }
            State::ZipDirectory { .. } => {
                self.read = bytes.len() as u64;
                let mut members = zip::members(bytes)?;
                let total: u64 = members.iter().map(|member| member.packed).sum();
                members.retain(|one| member(&one.path).is_some());
                let ours: u64 = members.iter().map(|member| member.packed).sum();
                // What is not read counts as read, so that the bar moves with what is.
                self.read = self.size.saturating_sub(ours.min(total));
                // The long texts of X come before the posts that they belong to.
                members.sort_by_key(|member| (!member.path.contains("note-tweet"), member.at));
                self.members = members.into();
                self.state = State::ZipHeader;
            }
            State::ZipHeader => self.state = self.open(bytes, out),
            State::ZipData { at, left, mut unpack, mut reader } => {
                self.read += bytes.len() as u64;
                let done = bytes.len() as u64;
                let size = self.members.front().map_or(0, |member| member.size);
                match &mut unpack {
                    Unpack::Stored => {
                        self.check.update(bytes);
                        if let Some(reader) = &mut reader {
                            reader.feed(bytes, out);
                        }
                    }
                    Unpack::Deflated(decoder) => {
                        for part in bytes.chunks(16 * 1024) {
                            if decoder.write_all(part).and_then(|()| decoder.flush()).is_err() {
                                return self.damaged(out);
                            }
                            let plain = std::mem::take(decoder.get_mut());
                            self.check.update(&plain);
                            self.unpacked += plain.len() as u64;
                            if self.unpacked > MAX_UNPACKED.min(size) {
                                return self.damaged(out);
                            }
                            if let Some(reader) = &mut reader {
                                reader.feed(&plain, out);
                            }
                        }
                    }
                }
                if left > done {
                    self.state = State::ZipData { at: at + done, left: left - done, unpack, reader };
                } else {
                    self.close(unpack, reader, out)?;
                }
            }
            State::Along(mut along) => {
                self.read += bytes.len() as u64;
                along.take(bytes, &self.name, &self.options, &mut self.any, out)?;
                self.state = State::Along(along);
            }
        }
        Ok(())
    }

    /// Tells the file by its first bytes.
    fn begin(&mut self, bytes: &[u8], out: &mut Out) -> Result<State, Why> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Ok(State::ZipTail);
        }
        if bytes.starts_with(&[0x1F, 0x8B]) {
            let unpack = Box::new(MultiGzDecoder::new(Vec::new()));
            return Ok(State::Along(Along::Gzip { at: 0, unpack, inside: Inside::Unknown(Vec::new()), unpacked: 0 }));
        }
        if tar::is(bytes) {
            return Ok(State::Along(Along::Tar { at: 0, members: Members::default() }));
        }
        let reader = reader(&self.name, &self.options).ok_or(Why::Unknown)?;
        self.any = true;
        out.open(&self.name);
        Ok(State::Along(Along::Plain { at: 0, reader }))
    }

    /// Reads a member's local header.
    fn open(&mut self, header: &[u8], out: &mut Out) -> State {
        let Some(member) = self.members.front().cloned() else { return State::Done };
        out.open(&member.path);
        self.any = true;
        self.check = Crc::new();
        self.unpacked = 0;
        let packed = match member.method {
            _ if member.encrypted => Err(Why::Packed),
            0 => Ok(Unpack::Stored),
            8 => Ok(Unpack::Deflated(Box::new(DeflateDecoder::new(Vec::new())))),
            _ => Err(Why::Packed),
        };
        let ready = packed.and_then(|unpack| Ok((unpack, zip::skip(header)?)));
        match ready {
            Ok((unpack, skip)) => {
                let reader = super::member(&member.path);
                State::ZipData { at: member.at + skip, left: member.packed, unpack, reader }
            }
            Err(why) => {
                out.broken(why);
                self.read += member.packed;
                self.members.pop_front();
                State::ZipHeader
            }
        }
    }

    /// The member in hand is damaged; the others may be whole.
    fn damaged(&mut self, out: &mut Out) -> Result<(), Why> {
        out.broken(Why::Damaged);
        self.members.pop_front();
        self.state = State::ZipHeader;
        Ok(())
    }

    /// The member in hand was read to its end.
    fn close(&mut self, unpack: Unpack, reader: Option<Box<dyn Reader>>, out: &mut Out) -> Result<(), Why> {
        let mut reader = reader;
        if let Unpack::Deflated(decoder) = unpack {
            let Ok(rest) = decoder.finish() else { return self.damaged(out) };
            self.check.update(&rest);
            if let Some(reader) = &mut reader {
                reader.feed(&rest, out);
            }
        }
        let crc = self.members.pop_front().map(|member| member.crc);
        if crc != Some(self.check.sum()) {
            out.broken(Why::Damaged);
        } else if let Some(mut reader) = reader {
            reader.end(out);
        }
        self.state = State::ZipHeader;
        Ok(())
    }

    /// There is no byte where the next one was looked for.
    fn ended(&mut self, out: &mut Out) {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Along(along) => {
                if let Err(why) = along.end(&self.name, &self.options, &mut self.any, out) {
                    out.broken(why);
                }
            }
            // An empty member.
            State::ZipData { left: 0, unpack, reader, .. } => {
                if let Err(why) = self.close(unpack, reader, out) {
                    out.broken(why);
                }
                return;
            }
            State::Done => return,
            _ => {
                out.broken(Why::CutOff);
                return self.stop(out);
            }
        }
        self.finish(out);
    }

    fn finish(&mut self, out: &mut Out) -> Step {
        if !self.any {
            out.broken(Why::Unknown);
        }
        self.stop(out);
        Step::Done
    }

    fn stop(&mut self, out: &mut Out) {
        self.state = State::Done;
        super::x::rest(out);
    }
}
