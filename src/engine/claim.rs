//! What texts say of targets, as checks compare it. Reading them is another part's work; here they are only held.

/// A side that the draft takes, in so many words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The id of a target, or the brand's own name for one.
    pub target: String,
    pub favor: bool,
    /// UTF-16 offsets in the draft.
    pub span: (u32, u32),
}

/// A side that an earlier post took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    pub target: String,
    pub favor: bool,
    pub text: String,
    /// `YYYY-MM-DD`, or empty.
    pub date: String,
    /// http or https, or empty.
    pub url: String,
    /// Where it was posted.
    pub site: String,
}
