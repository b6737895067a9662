//! Feeds whose servers, network or browser misbehave: what was told before stays, with its age; nothing is asked more
//! often than it may be.

use crate::feeds::{PRESS, RSS, TALK, again, asked, says, wake};
use crate::session::{BAD, Run, Session, root};
use anyhow::{Context, Result, ensure};
use nunchi::drive::browser::Kind;
use nunchi::drive::package::FIREFOX_ID;
use nunchi::drive::server::{Answer, Asked};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const JSON: &str = "application/json";
const HEALTH: &str =
    "const done = arguments[0]; chrome.storage.local.get('feed_health').then((all) => done(all.feed_health))";

pub async fn run(session: &Session, run: &mut Run) {
    run.case("feeds: forbidden without CORS, JSON of another shape, cut off, unavailable", || answers(session)).await;
    run.case("feeds: a slow body and no answer end after 20 s", || slow(session)).await;
    run.case("feeds: redirected to a host that was let in, a mark before the JSON", || redirected(session)).await;
    run.case("feeds: EUC-KR, and 2 MB of XML", || bytes(session)).await;
    run.case("feeds: the background ends while a request is out", || killed(session)).await;
    run.case("feeds: the clock jumps a month", || jumped(session)).await;
    run.case("feeds: a right is withdrawn", || withdrawn(session)).await;
}

fn saved(name: &str) -> Result<Vec<u8>> {
    std::fs::read(root().join("tests/feeds").join(name)).with_context(|| name.to_string())
}

/// What was told before still holds the draft.
async fn held(session: &Session) -> Result<()> {
    let judged = session.browser.ask(json!({ "try": { "draft": { "text": BAD } } })).await?;
    ensure!(judged["verdict"]["verdict"]["level"] == "hold", "forgotten: {judged}");
    Ok(())
}

/// Waits until so many requests for feeds came in, and returns them.
pub async fn came(session: &Session, number: usize) -> Result<Vec<Asked>> {
    let begun = Instant::now();
    let mut all = asked(session);
    while all.len() < number {
        ensure!(begun.elapsed() < Duration::from_secs(20), "{} of {number} requests: {all:?}", all.len());
        tokio::time::sleep(Duration::from_millis(50)).await;
        all.extend(asked(session));
    }
    Ok(all)
}

/// Waits until what is stored of the feeds is so. A page of the extension must be open.
async fn until(session: &Session, what: &str, is_so: impl Fn(&Value, f64) -> bool) -> Result<()> {
    let begun = Instant::now();
    loop {
        let health = session.browser.run_async(HEALTH, vec![]).await?;
        let now = session.browser.run("return Date.now()", vec![]).await?.as_f64().unwrap_or_default();
        if is_so(&health, now) {
            return Ok(());
        }
        ensure!(begun.elapsed() < Duration::from_secs(15), "{what}: {health}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Both feeds are due once: what is said of them, and that each was asked just once.
async fn round(session: &Session, press: (Answer, &str), talk: (Answer, &str)) -> Result<()> {
    // A connection that breaks is tried again by the browser itself, below us: Chromium once, Firefox up to ten times.
    let most = if press.0.cut { 12 } else { 1 };
    session.server.answer(PRESS, press.0);
    session.server.answer(TALK, talk.0);
    asked(session);
    again(session).await?;
    let mut all = came(session, 2).await?;
    says(session, "#feed-bbc", press.1).await?;
    says(session, "#feed-bluesky", talk.1).await?;
    all.extend(asked(session));
    let of = |host: &str| all.iter().filter(|one| one.host == host).count();
    ensure!(of(TALK) == 1 && (1..=most).contains(&of(PRESS)), "{} requests: {all:?}", all.len());
    held(session).await
}

async fn answers(session: &Session) -> Result<()> {
    let forbidden = Answer { status: 403, ..Answer::ok("text/html", "<html><body>No</body></html>") };
    round(session, (forbidden, "HTTP 403"), (Answer::ok(JSON, "{\"trends\":7}"), "unexpected JSON")).await?;
    let cut = Answer { cut: true, ..Answer::ok(RSS, "<rss><channel><item><title>Half") };
    round(session, (cut, "Not checked since"), (Answer::status(503), "HTTP 503")).await
}

async fn slow(session: &Session) -> Result<()> {
    let drops = Answer { endless: true, pause: Duration::from_millis(500), ..Answer::ok(RSS, " ") };
    let never = Answer { delay: Duration::from_secs(40), ..Answer::ok(JSON, "{}") };
    session.server.answer(PRESS, drops);
    session.server.answer(TALK, never);
    asked(session);
    again(session).await?;
    tokio::time::sleep(Duration::from_secs(20)).await;
    for feed in ["#feed-bbc", "#feed-bluesky"] {
        says(session, feed, "no answer within 20 s").await?;
    }
    let asked = asked(session);
    ensure!(asked.len() == 2, "{} requests: {asked:?}", asked.len());
    held(session).await
}

async fn redirected(session: &Session) -> Result<()> {
    let elsewhere = Answer::status(302).with("location", format!("https://{TALK}/rss"));
    let marked = [b"\xEF\xBB\xBF".as_slice(), b"{\"trends\":[]}"].concat();
    session.server.answer_at(TALK, "/rss", Answer::ok(RSS, saved("bbc.xml")?));
    session.server.answer(PRESS, elsewhere);
    session.server.answer(TALK, Answer::ok(JSON, marked));
    asked(session);
    again(session).await?;
    says(session, "#feed-bbc", &format!("redirected to {TALK}")).await?;
    says(session, "#feed-bluesky", "Last answer").await?;
    let asked = asked(session);
    ensure!(asked.len() == 3, "two feeds and one redirect: {asked:?}");
    held(session).await
}

async fn bytes(session: &Session) -> Result<()> {
    let korean = Answer::ok("text/xml", saved("hostile/yonhap.euc-kr.xml")?);
    round(session, (korean, "Last answer"), (Answer::ok(JSON, "{\"trends\":[]}"), "Last answer")).await?;
    until(session, "one Korean headline", |health, _| health["bbc"]["items"] == 1).await?;
    let told = session.browser.ask(json!("going-on")).await?.to_string();
    ensure!(told.contains("강릉 산불"), "not decoded: {told}");
    let item = "<item><title>An ordinary headline of an ordinary day, number N</title><link>https://news.example/N</link></item>";
    let items: String = (0..17_000).map(|i| item.replace('N', &i.to_string())).collect();
    let huge = format!("<rss><channel>{items}</channel></rss>");
    ensure!((1_800_000..2 * 1024 * 1024).contains(&huge.len()), "{} bytes", huge.len());
    round(session, (Answer::ok(RSS, huge), "Last answer"), (Answer::status(304), "Last answer")).await?;
    until(session, "the first 500 of 17,000", |health, _| health["bbc"]["items"] == 500).await
}

/// Neither the next worker nor its alarms ask again before the time; then it goes on.
async fn killed(session: &Session) -> Result<()> {
    let browser = &session.browser;
    session.server.answer(PRESS, Answer { delay: Duration::from_secs(15), ..Answer::status(304) });
    session.server.answer(TALK, Answer::status(304));
    asked(session);
    again(session).await?;
    let mut all = came(session, 2).await?;
    browser.end_background(FIREFOX_ID).await?;
    // Whoever wakes it: first this question, then its alarm.
    held(session).await?;
    let wake = "const done = arguments[0]; \
        chrome.alarms.create('feeds', { when: Date.now() + 500, periodInMinutes: 5 }).then(() => done(null), () => done(null));";
    browser.run_async(wake, vec![]).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    held(session).await?;
    all.extend(asked(session));
    ensure!(all.len() == 2, "{} requests: {all:?}", all.len());
    round(session, (Answer::status(304), "Last answer"), (Answer::status(304), "Last answer")).await
}

/// Everything was written a month ahead, by a clock that is set right again: nothing is silent for a month.
async fn jumped(session: &Session) -> Result<()> {
    for answer in [PRESS, TALK] {
        session.server.answer(answer, Answer::status(304));
    }
    asked(session);
    let ahead = "health.asked = Date.now() + 30 * 86400 * 1000; health.next = health.asked + 600000; health.good = health.asked;";
    wake(session, ahead).await?;
    let good = |health: &Value, now: f64| {
        ["bbc", "bluesky"].iter().all(|feed| health[feed]["good"].as_f64().is_some_and(|good| good <= now))
    };
    until(session, "still in the future", good).await?;
    let asked = asked(session);
    ensure!(asked.len() == 2, "{} requests: {asked:?}", asked.len());
    held(session).await
}

/// Firefox lets a person take back any host. Chromium does not let a test take back what its manifest grants: there a
/// feed is switched on whose host was never let in.
async fn withdrawn(session: &Session) -> Result<()> {
    let browser = &session.browser;
    let feed = if browser.kind == Kind::Firefox { "bbc" } else { "guardian" };
    session.page("options.html").await?;
    if browser.kind == Kind::Firefox {
        let script = "const [origin, done] = arguments; chrome.permissions.remove({ origins: [origin] }).then(done, (e) => done(String(e)));";
        let gone = browser.run_async(script, vec![json!(format!("https://{PRESS}/*"))]).await?;
        ensure!(gone == Value::Bool(true), "{gone}");
    } else {
        session.change(json!({ "feed": { "feed": feed, "on": true } })).await?;
    }
    session.server.answer("www.theguardian.com", Answer::status(304));
    asked(session);
    again(session).await?;
    says(session, &format!("#feed-{feed}"), "the browser does not allow it").await?;
    let host = if feed == "bbc" { PRESS } else { "www.theguardian.com" };
    let asked = asked(session);
    ensure!(asked.iter().all(|one| one.host != host), "asked without a right: {asked:?}");
    held(session).await?;
    if feed == "guardian" {
        session.change(json!({ "feed": { "feed": feed, "on": false } })).await?;
    }
    Ok(())
}
