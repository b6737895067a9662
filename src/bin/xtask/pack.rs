//! Archives that are the same bytes for the same files: fixed order, fixed times.

use crate::tools;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Zips a folder for a store.
pub fn zip(dir: &Path, out: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(File::create(out).with_context(|| format!("writing {}", out.display()))?);
    for file in tools::files(dir)? {
        let name: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
        archive.start_file(name.join("/"), options)?;
        archive.write_all(&std::fs::read(dir.join(&file))?)?;
    }
    archive.finish()?;
    Ok(())
}

/// How many bytes a server or a store would send.
pub fn gzip_size(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
