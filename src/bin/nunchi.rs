//! The command line: the same engine over files.

fn main() -> std::process::ExitCode {
    // Whoever reads us may stop reading (`nunchi eval FILE | head`): that ends us, and is no failure to report.
    sigpipe::reset();
    nunchi::cli::run(std::env::args().skip(1))
}
