//! The command line: the same engine over files.

fn main() {}
