//! Too late, as an error that can be told from a wrong result.

/// What was waited for did not come in time. It may be wrong, or the machine slow.
#[derive(Debug)]
pub struct Late(String);

impl Late {
    pub fn error(what: impl Into<String>) -> anyhow::Error {
        Late(what.into()).into()
    }
}

impl std::fmt::Display for Late {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Late {}
