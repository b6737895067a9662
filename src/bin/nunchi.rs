//! The command line: the same engine over files.

fn main() -> std::process::ExitCode {
    nunchi::cli::run(std::env::args().skip(1))
}
