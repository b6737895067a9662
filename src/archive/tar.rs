//! The members of a tar file as its bytes go by. After POSIX.1-1988 (ustar), with the long names of GNU and of pax.

use super::out::Why;

const BLOCK: usize = 512;
/// Longest name that is kept of a long-name member.
const MAX_NAME: usize = 64 * 1024;

/// What a portion of a tar file turns out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Open(String),
    Data(&'a [u8]),
    Close,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    GnuName,
    Pax,
    Other,
}

/// Reads as bytes come.
pub struct Tar {
    header: Vec<u8>,
    left: u64,
    padding: u64,
    kind: Kind,
    long: Vec<u8>,
    next_name: Option<String>,
    over: bool,
}

impl Default for Tar {
    fn default() -> Tar {
        Tar {
            header: Vec::with_capacity(BLOCK),
            left: 0,
            padding: 0,
            kind: Kind::Other,
            long: Vec::new(),
            next_name: None,
            over: false,
        }
    }
}

/// Whether this is the first block of a tar file.
pub fn is(block: &[u8]) -> bool {
    block.get(257..262) == Some(b"ustar")
}

impl Tar {
    /// Err: no tar file from here on.
    pub fn feed(&mut self, mut bytes: &[u8], mut each: impl FnMut(Part)) -> Result<(), Why> {
        while !bytes.is_empty() && !self.over {
            if self.left > 0 {
                let len = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
                let (data, rest) = bytes.split_at(len);
                match self.kind {
                    Kind::File => each(Part::Data(data)),
                    Kind::GnuName | Kind::Pax if self.long.len() < MAX_NAME => self.long.extend(data),
                    _ => {}
                }
                self.left -= len as u64;
                bytes = rest;
                if self.left == 0 {
                    self.close(&mut each);
                }
            } else if self.padding > 0 {
                let len = usize::try_from(self.padding).unwrap_or(usize::MAX).min(bytes.len());
                self.padding -= len as u64;
                bytes = &bytes[len..];
            } else {
                let len = (BLOCK - self.header.len()).min(bytes.len());
                self.header.extend(&bytes[..len]);
                bytes = &bytes[len..];
                if self.header.len() == BLOCK {
                    self.open(&mut each)?;
                    self.header.clear();
                }
            }
        }
        Ok(())
    }

    /// Whether the file may end here.
    pub fn complete(&self) -> bool {
        self.over || self.left == 0 && self.header.is_empty()
    }

    fn open(&mut self, each: &mut impl FnMut(Part)) -> Result<(), Why> {
        let header = &self.header;
        if header.iter().all(|byte| *byte == 0) {
            self.over = true;
            return Ok(());
        }
        let sum: u64 =
            header.iter().enumerate().map(|(at, b)| if (148..156).contains(&at) { 32 } else { u64::from(*b) }).sum();
        if octal(&header[148..156]) != Some(sum) {
            return Err(Why::Broken);
        }
        self.left = size(&header[124..136]).ok_or(Why::Broken)?;
        self.padding = self.left.next_multiple_of(BLOCK as u64) - self.left;
        self.kind = match header[156] {
            0 | b'0' | b'7' => Kind::File,
            b'L' => Kind::GnuName,
            b'x' => Kind::Pax,
            _ => Kind::Other,
        };
        if self.kind == Kind::File {
            let short = || {
                let prefix = if is(header) { text(&header[345..500]) } else { String::new() };
                let name = text(&header[..100]);
                if prefix.is_empty() { name } else { format!("{prefix}/{name}") }
            };
            each(Part::Open(self.next_name.take().unwrap_or_else(short)));
        }
        if self.left == 0 {
            self.close(each);
        }
        Ok(())
    }

    fn close(&mut self, each: &mut impl FnMut(Part)) {
        match self.kind {
            Kind::File => each(Part::Close),
            Kind::GnuName => self.next_name = Some(text(&self.long)),
            Kind::Pax => {
                // Records are "27 path=folder/outbox.json\n".
                let all = String::from_utf8_lossy(&self.long);
                let path = all.lines().find_map(|line| line.split_once(" path=").map(|(_, path)| path.to_string()));
                self.next_name = path.or(self.next_name.take());
            }
            Kind::Other => {}
        }
        self.long.clear();
    }
}

fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}

fn octal(bytes: &[u8]) -> Option<u64> {
    let digits: String = text(bytes).trim().to_string();
    u64::from_str_radix(&digits, 8).ok()
}

/// Octal, or binary with the first bit set for what is bigger than 8 GiB.
fn size(bytes: &[u8]) -> Option<u64> {
    if bytes[0] & 0x80 == 0 {
        return octal(bytes);
    }
    Some(u64::from_be_bytes(bytes[4..12].try_into().ok()?)).filter(|size| *size < 1 << 50)
}
