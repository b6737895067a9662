//! Archives: every format by a file of its own, packed and not, whole and broken.

use nunchi::archive::{Columns, Import, Options, Post, Report, Step, Why};
use nunchi::engine::DraftKind;
use std::collections::HashSet;
use std::io::Write;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/archive/{name}")).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Imports bytes as a file; answers at most `portion` bytes of a step at a time by asking in chunks.
fn run(name: &str, bytes: &[u8], known: &[Post], options: &Options) -> (Vec<Post>, Report) {
    let known: HashSet<_> = known.iter().map(Post::key).collect();
    let mut import = Import::new(name, bytes.len() as u64, known, options.clone());
    let mut posts = Vec::new();
    let mut last = 0;
    for _ in 0..100_000 {
        match import.step() {
            Step::Done => {
                let report = import.report().clone();
                posts.extend(import.take());
                let told = report.new + report.again + report.others + report.empty + report.bad_rows;
                assert_eq!(report.rows, told, "{name}: every row is accounted for");
                assert_eq!(report.new, posts.len() as u64, "{name}");
                return (posts, report);
            }
            Step::Read { at, len } => {
                let from = at as usize;
                import.give(&bytes[from..from + len]);
                let (read, size) = import.progress();
                assert!(read >= last && read <= size, "{name}: the bar goes on");
                last = read;
                posts.extend(import.take());
            }
        }
    }
    panic!("{name}: no end");
}

fn import(name: &str) -> (Vec<Post>, Report) {
    run(name, &fixture(name), &[], &Options::default())
}

/// Text, day, kind.
fn said(posts: &[Post]) -> Vec<(&str, &str, DraftKind)> {
    posts.iter().map(|post| (post.text.as_str(), post.date.as_str(), post.kind)).collect()
}

fn bad(report: &Report) -> Vec<(u64, Why)> {
    report.bad.iter().map(|bad| (bad.row, bad.why)).collect()
}

use DraftKind::{Comment, Post as New, Reply};

#[test]
fn x_posts_their_links_and_their_long_texts() {
    let (posts, report) = import("tweets.js");
    assert_eq!(
        said(&posts),
        [
            ("We will never test on animals & never did. https://example.org/policy", "2025-03-05", New),
            ("@customer 죄송합니다. 바로 확인할게요 😢", "2025-03-06", Reply),
            (
                "A long promise begins here and it goes on for quite a while so that it is cut off somewhere in the…",
                "2025-03-07",
                New
            ),
        ]
    );
    assert_eq!(posts[0].url, "https://x.com/i/web/status/1001");
    assert_eq!((report.others, report.again), (1, 1));
    assert_eq!(bad(&report), [(5, Why::Shape)]);
    let zip = zipped(&["data/tweets.js", "data/note-tweet.js", "data/direct-messages.js"], true);
    let (posts, report) = run("x.zip", &zip, &[], &Options::default());
    assert!(posts[2].text.ends_with("but here it is whole."), "{}", posts[2].text);
    assert_eq!(posts[3].text, "A long text whose post is in another part.");
    assert_eq!(report.files, ["data/note-tweet.js", "data/tweets.js"]);
}

#[test]
fn mastodon_notes_become_lines() {
    let want = [
        (
            "노동절\n오늘은 쉽니다.\n파업하는 동료들을 지지합니다.\nWe stand with the strikers & their union.",
            "2024-05-01",
            New,
        ),
        ("Thank you!", "2024-05-03", Reply),
    ];
    let (posts, report) = import("outbox.json");
    assert_eq!(said(&posts), want);
    assert_eq!((report.others, report.empty), (1, 1));
    assert_eq!(posts[0].url, "https://example.social/@brand/1");
    let (posts, report) = run("archive.tar.gz", &tarred(true), &[], &Options::default());
    assert_eq!(said(&posts), want);
    assert_eq!((report.files.len(), report.bad.len()), (1, 0));
    let (posts, _) = run("archive.tar", &tarred(false), &[], &Options::default());
    assert_eq!(said(&posts), want);
}

#[test]
fn bluesky_feed_and_repository() {
    let (posts, report) = import("author-feed.json");
    assert_eq!(said(&posts), [("Refugees welcome.", "2025-02-03", New), ("네, 그렇습니다.", "2025-02-04", Reply)]);
    assert_eq!(posts[0].url, "https://bsky.app/profile/did:plc:brand/post/3kaaa");
    assert_eq!(report.others, 1);
    let (posts, report) = run("repo.car", &car(), &[], &Options::default());
    assert_eq!(said(&posts), [("We support the ceasefire.", "2025-02-03", New), ("함께합니다", "2025-02-04", Reply)]);
    assert!(posts[0].id.starts_with("bafyrei") && posts[0].id.len() == 59, "{}", posts[0].id);
    assert_eq!(report.bad, []);
    let mut hurt = car();
    let at = hurt.windows(9).position(|bytes| bytes == b"ceasefire").expect("the text");
    hurt[at] = b'C';
    let (posts, report) = run("repo.car", &hurt, &[], &Options::default());
    assert_eq!((posts.len(), bad(&report)), (1, vec![(1, Why::Damaged)]));
}

#[test]
fn linkedin_tables_with_their_quotation_marks() {
    let (posts, report) = import("Shares.csv");
    let first = "Equal pay for equal work, and we publish it.\nHere is the \"report\".";
    assert_eq!(said(&posts), [(first, "2024-11-05", New), ("주 4일제를 시작합니다.", "2024-11-07", New)]);
    assert_eq!((report.others, bad(&report)), (1, vec![(4, Why::Shape)]));
    let (posts, _) = import("Comments.csv");
    let first = "Congratulations to the \"union\" team, well done!";
    assert_eq!(said(&posts), [(first, "2024-12-01", Comment), ("Thank you", "2024-12-02", Comment)]);
    assert_eq!(run("Shares_155.csv", &fixture("Shares.csv"), &[], &Options::default()).0.len(), 2);
}

#[test]
fn meta_texts_are_mended() {
    let (posts, report) = import("your_posts_1.json");
    assert_eq!(said(&posts), [("차별금지법, 이제는 만들어야 합니다. 🌈", "2024-06-10", New)]);
    assert_eq!((report.empty, bad(&report)), (1, vec![(3, Why::Shape)]));
    let (posts, _) = import("comments.json");
    assert_eq!(posts, []);
    let bytes = fixture("comments.json");
    let zip = zip_of(&[("your_facebook_activity/comments_and_reactions/comments.json", &bytes)], true);
    let (posts, _) = run("facebook.zip", &zip, &[], &Options::default());
    assert_eq!(said(&posts), [("고맙습니다 – merci à tous", "2024-06-10", Comment)]);
    let (posts, report) = import("posts_1.json");
    let want = [
        ("Black lives matter. 우리는 함께합니다.", "2024-05-29", New),
        ("Café open — two pictures", "2024-05-29", New),
    ];
    assert_eq!((said(&posts), posts[0].site.as_str(), report.empty), (want.to_vec(), "instagram", 1));
    assert_eq!(said(&import("post_comments_1.json").0), [("사랑은 사랑 ❤️", "2024-05-29", Comment)]);
    let (posts, _) = import("threads_and_replies.json");
    assert_eq!(said(&posts), [("원전은 답이 아닙니다.", "2024-08-30", New), ("agreed", "2024-08-30", Reply)]);
    assert_eq!(posts[0].site, "threads");
}

#[test]
fn any_table_with_its_columns_guessed_or_said() {
    let (posts, report) = import("posts.csv");
    assert_eq!(said(&posts), [("노동조합과 성실히 교섭하겠습니다, 언제나.", "2025-03-05", New)]);
    let (id, site, url) = (posts[0].id.as_str(), posts[0].site.as_str(), posts[0].url.as_str());
    assert_eq!((id, site, url), ("7", "blog", "https://example.org/7"));
    assert_eq!(report.empty, 1);
    let (posts, report) = import("posts.jsonl");
    assert_eq!(said(&posts), [("We support a ceasefire.", "2025-01-02", New), ("끝까지 읽습니다.", "2025-01-02", New)]);
    assert_eq!(bad(&report), [(2, Why::Broken), (3, Why::NoColumn)]);
    let (posts, report) = import("not-utf8.csv");
    assert_eq!((said(&posts), bad(&report)), (vec![("fine", "2025-01-02", New)], vec![(1, Why::NotText)]));
    let columns = Columns { text: "What".into(), date: "When".into(), ..Columns::default() };
    let options = Options { columns, site: "newsletter".into() };
    let (posts, _) = run("any.tsv", b"When\tWhat\n2025-01-02\tHello \"there\"\n", &[], &options);
    assert_eq!(said(&posts), [("Hello \"there\"", "2025-01-02", New)]);
    assert_eq!(posts[0].site, "newsletter");
    let (_, report) = run("any.csv", b"a,b\n1,2\n3,4\n", &[], &Options::default());
    assert_eq!((report.rows, bad(&report)), (0, vec![(0, Why::NoColumn)]));
}

#[test]
fn nothing_is_taken_twice_and_an_import_can_begin_again() {
    let (posts, _) = import("tweets.js");
    let (again, report) = run("tweets.js", &fixture("tweets.js"), &posts, &Options::default());
    assert_eq!((again.len(), report.new, report.again), (0, 0, 4));
    // Cut off after the first post: the second run brings exactly the rest.
    let (rest, _) = run("tweets.js", &fixture("tweets.js"), &posts[..1], &Options::default());
    assert_eq!(rest, posts[1..]);
    let (comments, _) = import("Comments.csv");
    assert_eq!(run("Comments.csv", &fixture("Comments.csv"), &comments, &Options::default()).0, []);
}

#[test]
fn broken_files_are_told() {
    let reasons = |name: &str, bytes: &[u8]| bad(&run(name, bytes, &[], &Options::default()).1);
    assert_eq!(reasons("tweets-part1.js", &fixture("tweets-part1.js")), [(3, Why::CutOff)]);
    assert_eq!(reasons("photo.png", b"\x89PNG"), [(0, Why::Unknown)]);
    assert_eq!(reasons("tweets.js", b""), [(0, Why::CutOff)]);
    assert_eq!(reasons("tweets.js", b"<html>"), [(1, Why::Broken)]);
    assert_eq!(reasons("empty.zip", &zip_of(&[], true)), [(0, Why::Unknown)]);
    assert_eq!(
        reasons("other.zip", &zip_of(&[("messages/inbox/message_1.json", b"[{\"text\":\"private\"}]")], true)),
        [(0, Why::Unknown)]
    );
    let whole = zipped(&["data/tweets.js"], false);
    assert_eq!(reasons("x.zip", &whole[..whole.len() - 30]), [(0, Why::CutOff)]);
    let mut hurt = whole.clone();
    let at = hurt.windows(5).position(|bytes| bytes == b"never").expect("the text");
    hurt[at] = b'N';
    assert!(reasons("x.zip", &hurt).contains(&(0, Why::Damaged)));
    let packed = tarred(true);
    assert_eq!(reasons("a.tar.gz", &packed[..packed.len() / 2]).last(), Some(&(0, Why::CutOff)));
}

/// Every fixture with bytes changed and ends cut off: no panic, an end, every row accounted for (`run` holds that).
#[test]
fn hostile_bytes_are_read_to_an_end() {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir("tests/archive")
        .expect("the fixtures")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .map(|name| (name.clone(), fixture(&name)))
        .collect();
    files.push(("x.zip".into(), zipped(&["data/tweets.js", "data/note-tweet.js"], true)));
    files.push(("a.tar.gz".into(), tarred(true)));
    files.push(("a.tar".into(), tarred(false)));
    files.push(("repo.car".into(), car()));
    let mut seed = 0x9E37_79B9_7F4A_7C15u64;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % limit.max(1) as u64) as usize
    };
    for (name, bytes) in &files {
        for round in 0..60 {
            let mut hurt = bytes.clone();
            for _ in 0..1 + round % 5 {
                let at = random(hurt.len());
                hurt[at] = random(256) as u8;
            }
            if round % 3 == 0 {
                hurt.truncate(random(bytes.len()));
            }
            run(name, &hurt, &[], &Options::default());
        }
    }
}

fn zipped(names: &[&str], deflate: bool) -> Vec<u8> {
    let all: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| {
            let file = name.rsplit('/').next().expect("a name");
            (*name, if file.starts_with("direct") { b"[{\"text\":\"secret\"}]".to_vec() } else { fixture(file) })
        })
        .collect();
    let borrowed: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    zip_of(&borrowed, deflate)
}

fn zip_of(files: &[(&str, &[u8])], deflate: bool) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let method = if deflate { zip::CompressionMethod::Deflated } else { zip::CompressionMethod::Stored };
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default().compression_method(method)).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip file").into_inner()
}

fn tarred(gzip: bool) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    let folder = "a-very-long-folder-name/".repeat(6);
    for (name, bytes) in
        [("actor.json".to_string(), b"{}".to_vec()), (format!("{folder}outbox.json"), fixture("outbox.json"))]
    {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, bytes.as_slice()).expect("a member");
    }
    let plain = tar.into_inner().expect("a tar file");
    if !gzip {
        return plain;
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&plain).expect("bytes");
    packed.finish().expect("a gzip file")
}

/// A repository: header, a commit that is no record, a like, two posts.
fn car() -> Vec<u8> {
    use ciborium::{Value, cbor};
    use sha2::{Digest, Sha256};
    let mut out = Vec::new();
    let mut block = |name: &[u8], value: &Value| {
        let mut data = Vec::new();
        ciborium::into_writer(value, &mut data).expect("CBOR");
        let mut bytes = name.to_vec();
        if !name.is_empty() {
            bytes.extend(Sha256::digest(&data));
        }
        bytes.extend(data);
        let mut len = bytes.len();
        while len >= 0x80 {
            out.push(len as u8 | 0x80);
            len >>= 7;
        }
        out.push(len as u8);
        out.extend(bytes);
    };
    let cid = [1, 0x71, 0x12, 0x20];
    let link = Value::Tag(42, Box::new(Value::Bytes(vec![0; 37])));
    block(&[], &cbor!({"roots" => [link.clone()], "version" => 1}).expect("a header"));
    block(&cid, &cbor!({"did" => "did:plc:brand", "data" => link.clone(), "version" => 3}).expect("a commit"));
    let like = cbor!({"$type" => "app.bsky.feed.like", "subject" => {"uri" => "at://x/app.bsky.feed.post/1"}});
    block(&cid, &like.expect("a like"));
    let post = cbor!({
        "$type" => "app.bsky.feed.post", "text" => "We support the ceasefire.", "createdAt" => "2025-02-03T04:05:06Z",
        "embed" => {"image" => link.clone()}
    });
    block(&cid, &post.expect("a post"));
    let reply = cbor!({
        "$type" => "app.bsky.feed.post", "text" => "함께합니다", "createdAt" => "2025-02-04T04:05:06Z",
        "reply" => {"parent" => {"cid" => "x"}}
    });
    block(&cid, &reply.expect("a reply"));
    out
}
