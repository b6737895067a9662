//! The text sets: read from a folder, each file only if its checksum is the one of `src/data/models/sources.json`.

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use nunchi::engine::fold;
use nunchi::engine::heads::features;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// A labelled text.
pub struct Row {
    /// The folder it comes from.
    pub set: &'static str,
    pub part: Part,
    /// One bit for each label of the set.
    pub labels: u32,
    pub features: Vec<u16>,
}

/// What a text is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Train,
    /// Held aside: for probabilities and thresholds.
    Aside,
    Test,
}

/// One file of the list.
#[derive(Deserialize)]
struct File {
    sha256: String,
}

/// The list of files: `set/file` (without `.gz`) to its checksum.
#[derive(Deserialize)]
pub struct Sources {
    files: BTreeMap<String, File>,
}

impl Sources {
    pub fn read(path: &Path) -> Result<Sources> {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))
    }

    /// The text of a file, checked.
    fn open(&self, folder: &Path, name: &str) -> Result<String> {
        let path = folder.join(format!("{name}.gz"));
        let packed = std::fs::File::open(&path).with_context(|| format!("opening {}", path.display()))?;
        let mut bytes = Vec::new();
        GzDecoder::new(packed).read_to_end(&mut bytes).with_context(|| format!("unpacking {}", path.display()))?;
        let known = self.files.get(name).with_context(|| format!("{name} is not in the list of sources"))?;
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sum != known.sha256 {
            bail!("{}: sha256 is {sum}, should be {}", path.display(), known.sha256);
        }
        String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.display()))
    }
}

/// Every set that a head is trained or tested on.
pub fn all(folder: &Path, sources: &Sources) -> Result<Vec<Row>> {
    let mut reader = Reader { folder, sources, rows: Vec::new() };
    for set in ["goemotions-en", "goemotions-ko"] {
        for (file, part) in [("train", Part::Train), ("dev", Part::Aside), ("test", Part::Test)] {
            reader.emotions(set, file, part)?;
        }
    }
    let davidson =
        |row: &csv::StringRecord| Some((row.get(6)?.to_string(), 1 << row.get(5)?.parse::<u32>().ok()?, None));
    reader.table("davidson-offence-en", "labeled_data.csv", None, davidson)?;
    reader.table("edos-sexism-en", "edos_labelled_aggregated.csv", None, |row| {
        let part = match row.get(5)? {
            "train" => Part::Train,
            "dev" => Part::Aside,
            _ => Part::Test,
        };
        Some((row.get(1)?.to_string(), 1 << u32::from(row.get(2)? == "sexist"), Some(part)))
    })?;
    let isarcasm =
        |row: &csv::StringRecord| Some((row.get(1)?.to_string(), 1 << row.get(2)?.parse::<u32>().ok()?, None));
    reader.table("isarcasm-en", "train.En.csv", Some(Part::Train), isarcasm)?;
    reader.table("isarcasm-en", "task_A_En_test.csv", Some(Part::Test), |row| {
        Some((row.get(0)?.to_string(), 1 << row.get(1)?.parse::<u32>().ok()?, None))
    })?;
    let kocasm = |row: &csv::StringRecord| Some((row.get(1)?.to_string(), 1 << row.get(2)?.parse::<u32>().ok()?, None));
    reader.table("kocasm-ko", "train.csv", Some(Part::Train), kocasm)?;
    reader.table("kocasm-ko", "test.csv", Some(Part::Test), kocasm)?;
    let chatbot =
        |row: &csv::StringRecord| Some((row.get(0)?.to_string(), 1 << row.get(2)?.parse::<u32>().ok()?, None));
    reader.table("chatbot-ko", "ChatbotData.csv", None, chatbot)?;
    reader.curses()?;
    for set in ["tweeteval-offensive", "tweeteval-emotion", "tweeteval-irony"] {
        reader.lines(set)?;
    }
    Ok(reader.rows)
}

struct Reader<'a> {
    folder: &'a Path,
    sources: &'a Sources,
    rows: Vec<Row>,
}

impl Reader<'_> {
    fn open(&self, set: &str, file: &str) -> Result<String> {
        self.sources.open(self.folder, &format!("{set}/{file}"))
    }

    fn push(&mut self, set: &'static str, part: Part, labels: u32, text: &str) {
        let folded = fold(&clean(text));
        if !folded.text.is_empty() {
            self.rows.push(Row { set, part, labels, features: features(&folded, set.ends_with("-ko"), &[]) });
        }
    }

    /// GoEmotions: text, label numbers with commas.
    fn emotions(&mut self, set: &'static str, file: &str, part: Part) -> Result<()> {
        for line in self.open(set, &format!("{file}.tsv"))?.lines() {
            let mut fields = line.split('\t');
            let (Some(text), Some(ids)) = (fields.next(), fields.next()) else { continue };
            let labels = ids.split(',').filter_map(|id| id.trim().parse::<u32>().ok()).filter(|id| *id < 28);
            self.push(set, part, labels.fold(0, |all, id| all | 1 << id), text);
        }
        Ok(())
    }

    /// A CSV file with a head line. Where neither the row nor the file belongs to a part, a hash of the text decides, so
    /// that the same text is never on two sides; of a training file a tenth is held aside.
    fn table(
        &mut self,
        set: &'static str,
        file: &str,
        whole: Option<Part>,
        read: impl Fn(&csv::StringRecord) -> Option<(String, u32, Option<Part>)>,
    ) -> Result<()> {
        let text = self.open(set, file)?;
        for record in csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes()).records() {
            let record = record.with_context(|| format!("in {set}/{file}"))?;
            let Some((text, labels, part)) = read(&record) else { continue };
            let part = part.unwrap_or_else(|| drawn(&text, whole));
            self.push(set, part, labels, &text);
        }
        Ok(())
    }

    /// Curse-detection: text, a bar, 0 or 1.
    fn curses(&mut self) -> Result<()> {
        let set = "curse-ko";
        for line in self.open(set, "dataset.txt")?.lines() {
            let Some((text, label)) = line.rsplit_once('|') else { continue };
            let Ok(label) = label.trim().parse::<u32>() else { continue };
            self.push(set, drawn(text, None), 1 << label.min(1), text);
        }
        Ok(())
    }

    /// TweetEval: a file of texts beside a file of labels; only ever tested on.
    fn lines(&mut self, set: &'static str) -> Result<()> {
        let (texts, labels) = (self.open(set, "test_text.txt")?, self.open(set, "test_labels.txt")?);
        for (text, label) in texts.lines().zip(labels.lines()) {
            let label: u32 = label.trim().parse().with_context(|| format!("{set}: a label"))?;
            self.push(set, Part::Test, 1 << label, text);
        }
        Ok(())
    }
}

/// The part that a hash of the text draws: eight tenths to train, one aside, one to test.
fn drawn(text: &str, whole: Option<Part>) -> Part {
    let hash =
        text.bytes().fold(0xCBF2_9CE4_8422_2325u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
    match (whole, (hash >> 20) % 10) {
        (Some(Part::Train) | None, 0) => Part::Aside,
        (None, 1) => Part::Test,
        (Some(part), _) => part,
        (None, _) => Part::Train,
    }
}

/// The text without what only its collection put there: names and addresses masked or not, marks of retweets.
fn clean(text: &str) -> String {
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    let word = |word: &&str| {
        let bare = word.trim_start_matches(['"', '.', '!', '(']);
        !(bare.starts_with(['@', '['])
            || bare.starts_with("http")
            || bare.starts_with("RT") && bare.len() <= 3
            || bare.starts_with("&#"))
    };
    text.split_whitespace().filter(word).collect::<Vec<_>>().join(" ")
}
