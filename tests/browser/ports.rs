//! Servers with a port or without TLS: the permission for a host is for all its ports, in both browsers.

use crate::matrix::{held, passes};
use crate::session::{Run, Session};
use anyhow::Result;

pub async fn run(session: &Session, run: &mut Run) {
    run.case("ports: a server on a port of its own", || {
        at(session, |host, session| format!("{host}:{}", session.server.port))
    })
    .await;
    let local = |_: &str, session: &Session| format!("http://localhost:{}", session.server.plain);
    run.case("ports: a server without TLS on this computer", || at(session, local)).await;
}

/// A server's page, at another address.
async fn at(session: &Session, address: impl Fn(&str, &Session) -> String) -> Result<()> {
    let (page, composer) = crate::cases::page(session, "postiz/launches")?;
    let mut page = page.clone();
    page.host = address(&page.host, session);
    held(session, &page, composer, "mouse").await?;
    passes(session, &page, composer, "mouse").await
}
