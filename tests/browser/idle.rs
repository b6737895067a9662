//! No cost where there is no composer.

use crate::session::{Run, Session};

pub async fn run(_session: &Session, _run: &mut Run) {}
