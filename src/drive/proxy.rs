//! A request passed on to a server on loopback: real servers stand behind the true host names and our TLS.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// How long the server behind may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What belongs to one connection and not to the message (RFC 9110, 7.6.1).
fn travel(headers: &mut HeaderMap) {
    for name in [header::CONNECTION, header::TRANSFER_ENCODING, header::CONTENT_LENGTH, header::HOST, header::UPGRADE] {
        headers.remove(name);
    }
}

/// Asks the server at `address` the same, and hands on its answer as it is.
pub async fn pass(address: &str, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let mut headers = parts.headers;
    travel(&mut headers);
    let asked = async {
        let client =
            reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build()?;
        let got = client.request(parts.method, format!("{address}{path}")).headers(headers).send().await?;
        let (status, mut headers) = (got.status(), got.headers().clone());
        travel(&mut headers);
        Ok::<_, reqwest::Error>((status, headers, got.bytes().await?))
    };
    match asked.await {
        Ok((status, headers, bytes)) => {
            let mut response = Response::new(Body::from(bytes));
            (*response.status_mut(), *response.headers_mut()) = (status, headers);
            response
        }
        Err(problem) => (StatusCode::BAD_GATEWAY, problem.to_string()).into_response(),
    }
}
