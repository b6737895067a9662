//! The directory of a zip file: where its members stand. Only what is needed to read ranges of a file that is never whole
//! in memory; unpacking is a library's. After APPNOTE 6.3.10 of PKWARE.

use super::out::Why;

/// Longest end of a file in which the directory's end is looked for: its record and the longest comment.
pub const TAIL: u64 = 22 + 65_535;
/// Biggest directory that is read, in bytes: some hundred thousand members.
const MAX_DIRECTORY: u64 = 64 * 1024 * 1024;
/// The local header of a member, without its name.
pub const LOCAL: usize = 30;

/// A member of a zip file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub path: String,
    /// Where its local header begins.
    pub at: u64,
    pub packed: u64,
    pub size: u64,
    pub crc: u32,
    /// 0 stored, 8 deflated.
    pub method: u16,
    pub encrypted: bool,
}

/// Where the directory stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Directory {
        at: u64,
        len: u64,
    },
    /// Big file: the place of the record that tells it.
    Look64 {
        at: u64,
    },
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

/// Reads the end of a file.
pub fn end(tail: &[u8], size: u64) -> Result<End, Why> {
    let at = (0..tail.len().saturating_sub(21)).rev().find(|at| tail[*at..].starts_with(b"PK\x05\x06"));
    let at = at.ok_or(Why::CutOff)?;
    let read = || Some((u32_at(tail, at + 12)?, u32_at(tail, at + 16)?));
    let (len, place) = read().ok_or(Why::CutOff)?;
    if place != u32::MAX && len != u32::MAX {
        return directory(place.into(), len.into(), size);
    }
    let locator = at.checked_sub(20).filter(|from| tail[*from..].starts_with(b"PK\x06\x07")).ok_or(Why::Broken)?;
    let at = u64_at(tail, locator + 8).filter(|at| *at < size).ok_or(Why::Broken)?;
    Ok(End::Look64 { at })
}

/// Reads the record of a big file, 56 bytes.
pub fn end64(record: &[u8], size: u64) -> Result<End, Why> {
    let read = || record.starts_with(b"PK\x06\x06").then_some((u64_at(record, 40)?, u64_at(record, 48)?));
    let (len, at) = read().ok_or(Why::Broken)?;
    directory(at, len, size)
}

fn directory(at: u64, len: u64, size: u64) -> Result<End, Why> {
    if len > MAX_DIRECTORY {
        return Err(Why::TooBig);
    }
    if at.checked_add(len).is_none_or(|end| end > size) {
        return Err(Why::CutOff);
    }
    Ok(End::Directory { at, len })
}

/// Reads the directory: every member, in the order in which they stand there.
pub fn members(bytes: &[u8]) -> Result<Vec<Member>, Why> {
    let mut all = Vec::new();
    let mut at = 0;
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let (member, len) = member(&bytes[at..]).ok_or(Why::Broken)?;
        at += len;
        all.push(member);
    }
    if at < bytes.len() && !bytes[at..].starts_with(b"PK\x05\x05") {
        return Err(Why::Broken);
    }
    Ok(all)
}

fn member(bytes: &[u8]) -> Option<(Member, usize)> {
    let flags = u16_at(bytes, 8)?;
    let (name, extra, comment) = (u16_at(bytes, 28)?, u16_at(bytes, 30)?, u16_at(bytes, 32)?);
    let name_end = 46 + usize::from(name);
    let extra_end = name_end + usize::from(extra);
    let mut member = Member {
        path: String::from_utf8_lossy(bytes.get(46..name_end)?).into_owned(),
        at: u32_at(bytes, 42)?.into(),
        packed: u32_at(bytes, 20)?.into(),
        size: u32_at(bytes, 24)?.into(),
        crc: u32_at(bytes, 16)?,
        method: u16_at(bytes, 10)?,
        encrypted: flags & 1 != 0,
    };
    big(&mut member, bytes.get(name_end..extra_end)?);
    Some((member, extra_end + usize::from(comment)))
}

/// Numbers that did not fit into 32 bits stand in an extra field, in this order.
fn big(member: &mut Member, mut extra: &[u8]) {
    while let (Some(kind), Some(len)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let Some(field) = extra.get(4..4 + usize::from(len)) else { return };
        if kind == 1 {
            let mut at = 0;
            for number in [&mut member.size, &mut member.packed, &mut member.at] {
                if *number == u64::from(u32::MAX)
                    && let Some(real) = u64_at(field, at)
                {
                    *number = real;
                    at += 8;
                }
            }
        }
        extra = &extra[4 + usize::from(len)..];
    }
}

/// How far behind its local header a member's bytes begin.
pub fn skip(local: &[u8]) -> Result<u64, Why> {
    let read = || local.starts_with(b"PK\x03\x04").then_some((u16_at(local, 26)?, u16_at(local, 28)?));
    let (name, extra) = read().ok_or(Why::Broken)?;
    Ok(LOCAL as u64 + u64::from(name) + u64::from(extra))
}
