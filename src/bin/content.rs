//! The program in the page: composers, marks, the hold. Lowered to JavaScript, since pages forbid WebAssembly.

fn main() {
    nunchi::composer::start();
}
