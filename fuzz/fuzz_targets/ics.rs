//! Any bytes as a calendar file: read or refused, never a panic; what is read makes a sound profile, and is the same
//! after it was written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nunchi::brand::ics;
use nunchi::profile::{BrandDate, MAX_DATES, Profile};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = ics::read(bytes, 540) else { return };
    let dates: Vec<BrandDate> = read.dates.into_iter().map(|(date, _)| date).collect();
    assert!(dates.len() <= MAX_DATES);
    assert_eq!(Profile { dates: dates.clone(), ..Profile::default() }.problem(), None);
    let again = ics::read(ics::write(&dates).as_bytes(), -300).expect("our own file");
    let again: Vec<BrandDate> = again.dates.into_iter().map(|(date, _)| date).collect();
    assert_eq!(again, dates);
});
