//! The fixture sites: every host on one port, over TLS, with the content security policies of the real ones. Counts
//! what the "site" received.

use super::proxy;
use super::routes::{Page, Routes};
use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::serve::Listener;
use futures_util::StreamExt;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::server::TlsStream;

/// Largest body that a page may send, in bytes.
const MAX_BODY: usize = 1 << 20;

/// One post that arrived.
#[derive(Clone, Debug, Deserialize)]
pub struct Received {
    pub page: String,
    pub text: String,
}

/// What a host that is no fixture site answers: a feed, sound or broken.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// Before anything is sent.
    pub delay: Duration,
    /// After the body: more of it for ever.
    pub endless: bool,
    /// Between the pieces of an endless body.
    pub pause: Duration,
    /// The connection breaks behind the body, which is announced to be longer.
    pub cut: bool,
}

impl Answer {
    pub fn ok(kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        Answer { status: 200, headers: vec![("content-type", kind.into())], body: body.into(), ..Answer::default() }
    }

    pub fn status(status: u16) -> Answer {
        Answer { status, ..Answer::default() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Answer {
        self.headers.push((name, value.into()));
        self
    }
}

/// One request to such a host.
#[derive(Clone, Debug)]
pub struct Asked {
    pub host: String,
    pub path: String,
    /// Without the question mark.
    pub query: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
}

struct Site {
    routes: Routes,
    fixtures: PathBuf,
    received: Mutex<Vec<Received>>,
    /// By host, or by host and path.
    answers: Mutex<BTreeMap<String, Answer>>,
    /// Hosts that a server on loopback answers for: its address.
    behind: Mutex<BTreeMap<String, String>>,
    asked: Mutex<Vec<Asked>>,
}

/// A test that panicked elsewhere must not hide what this one sees.
fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// Serves until it is dropped with its runtime.
pub struct Server {
    pub port: u16,
    /// Without TLS, as on one's own computer: what stands on hosts that a person grants, under `localhost`.
    pub plain: u16,
    site: Arc<Site>,
}

impl Server {
    /// `fixtures`: what `tests/browser/build.mjs` wrote.
    pub async fn start(routes: Routes, fixtures: PathBuf) -> Result<Server> {
        let mut names: Vec<String> = routes.pages.iter().map(|page| page.host.clone()).collect();
        names.sort();
        names.dedup();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.context("no free port")?;
        let port = listener.local_addr()?.port();
        let site = Arc::new(Site {
            routes,
            fixtures,
            received: Mutex::default(),
            answers: Mutex::default(),
            behind: Mutex::default(),
            asked: Mutex::default(),
        });
        let app = Router::new().fallback(serve).with_state(site.clone());
        let listener = Tls::over(listener, acceptor(names)?)?;
        let without = TcpListener::bind(("127.0.0.1", 0)).await.context("no free port")?;
        let plain = without.local_addr()?.port();
        // Both end only with the program; a failure shows as a page that does not load.
        let same = app.clone();
        tokio::spawn(async move { drop(axum::serve(listener, app).await) });
        tokio::spawn(async move { drop(axum::serve(without, same).await) });
        Ok(Server { port, plain, site })
    }

    /// What arrived since the last call, oldest first.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut open(&self.site.received))
    }

    /// From now on every address of this host answers so.
    pub fn answer(&self, host: &str, answer: Answer) {
        open(&self.site.answers).insert(host.into(), answer);
    }

    /// From now on just this path of the host answers so, whatever the query.
    pub fn answer_at(&self, host: &str, path: &str, answer: Answer) {
        open(&self.site.answers).insert(format!("{host}{path}"), answer);
    }

    /// From now on the server at `address` (`http://127.0.0.1:…`) answers for this host, where no answer is set.
    pub fn pass(&self, host: &str, address: &str) {
        open(&self.site.behind).insert(host.into(), address.trim_end_matches('/').into());
    }

    /// What hosts with an answer were asked since the last call, oldest first.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut open(&self.site.asked))
    }
}

fn acceptor(names: Vec<String>) -> Result<TlsAcceptor> {
    let made = rcgen::generate_simple_self_signed(names)?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(tokio_rustls::rustls::crypto::ring::default_provider().into())
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Connections that have shaken hands. Each shakes in a task of its own: a browser that opens a connection in advance
/// and never speaks must not stop the others.
struct Tls {
    at: SocketAddr,
    shaken: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
}

impl Tls {
    fn over(listener: TcpListener, acceptor: TlsAcceptor) -> Result<Tls> {
        let at = listener.local_addr()?;
        let (sender, shaken) = mpsc::channel(64);
        tokio::spawn(async move {
            while !sender.is_closed() {
                let Ok((stream, from)) = listener.accept().await else { continue };
                let (acceptor, sender) = (acceptor.clone(), sender.clone());
                tokio::spawn(async move {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        // The server may be gone by then.
                        let _ = sender.send((stream, from)).await;
                    }
                });
            }
        });
        Ok(Tls { at, shaken })
    }
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.shaken.recv().await {
            Some(shaken) => shaken,
            // Only when the runtime ends.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.at)
    }
}

async fn serve(State(site): State<Arc<Site>>, request: Request) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().to_string();
    let path = request.uri().path().to_string();
    if request.method() == Method::POST && path == "/__received" {
        let body = axum::body::to_bytes(request.into_body(), MAX_BODY).await.unwrap_or_default();
        return match serde_json::from_slice(&body) {
            Ok(post) => {
                open(&site.received).push(post);
                StatusCode::NO_CONTENT.into_response()
            }
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        };
    }
    if let Some(rest) = path.strip_prefix("/__fixtures/") {
        return file(&site.fixtures, rest, None).await;
    }
    let answer = {
        let answers = open(&site.answers);
        answers.get(&format!("{host}{path}")).or_else(|| answers.get(&host)).cloned()
    };
    let behind = open(&site.behind).get(&host).cloned();
    if answer.is_some() || behind.is_some() {
        let header = |(name, value): (&HeaderName, &HeaderValue)| {
            (name.as_str().to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let headers = request.headers().iter().map(header).collect();
        let query = request.uri().query().unwrap_or_default().to_string();
        open(&site.asked).push(Asked { host, path, query, headers });
        return match (answer, behind) {
            (Some(answer), _) => feed(answer).await,
            (None, Some(address)) => proxy::pass(&address, request).await,
            (None, None) => StatusCode::NOT_FOUND.into_response(),
        };
    }
    let here = |page: &&Page| page.path == path && (page.host == host || (page.server && host == "localhost"));
    match site.routes.pages.iter().find(here) {
        Some(page) => {
            let csp = site.routes.csp.get(&page.csp).map(String::as_str).unwrap_or_default();
            let mut response = file(&site.fixtures, &format!("{}/index.html", page.page), Some(csp)).await;
            if page.kept {
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            }
            response
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn feed(answer: Answer) -> Response {
    tokio::time::sleep(answer.delay).await;
    let mut response = Response::builder().status(answer.status);
    for (name, value) in &answer.headers {
        response = response.header(*name, value);
    }
    let body = if answer.cut {
        let broken = std::io::Error::other("cut");
        Body::from_stream(futures_util::stream::iter([Ok(answer.body), Err(broken)]))
    } else if answer.endless {
        let pause = answer.pause.max(Duration::from_millis(5));
        let first = futures_util::stream::iter([answer.body.clone()]);
        let more = futures_util::stream::unfold(answer.body, move |body| async move {
            tokio::time::sleep(pause).await;
            Some((body.clone(), body))
        });
        Body::from_stream(first.chain(more).map(Ok::<_, std::convert::Infallible>))
    } else {
        Body::from(answer.body)
    };
    response.body(body).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn file(fixtures: &Path, name: &str, csp: Option<&str>) -> Response {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let path = fixtures.join(name);
    let bytes = if plain { std::fs::read(&path).ok() } else { None };
    let Some(bytes) = bytes else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "application/octet-stream",
    };
    let mut response = Bytes::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(csp) = csp.and_then(|csp| HeaderValue::from_str(csp).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, csp);
    }
    response
}
