//! What the matrix does not say: failures of ours, input methods, threads.

use crate::session::{Run, Session};

pub async fn run(_session: &Session, _run: &mut Run) {}
