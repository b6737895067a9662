//! Counting: precision and recall with the Wilson interval.

/// Hits and misses of one group of rows. A row is positive when it should be flagged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Should be flagged, was.
    pub hit: u32,
    /// Should be flagged, was not.
    pub missed: u32,
    /// Should not be flagged, was.
    pub wrong: u32,
    pub quiet: u32,
}

impl Score {
    pub fn add(&mut self, bad: bool, flagged: bool) {
        match (bad, flagged) {
            (true, true) => self.hit += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.wrong += 1,
            (false, false) => self.quiet += 1,
        }
    }

    pub fn precision(&self) -> String {
        share(self.hit, self.hit + self.wrong)
    }

    pub fn recall(&self) -> String {
        share(self.hit, self.hit + self.missed)
    }

    pub fn false_alarms(&self) -> String {
        share(self.wrong, self.wrong + self.quiet)
    }
}

/// `83 % [71–91] of 48`, the 95 % Wilson score interval.
pub fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "–".to_string();
    }
    let (low, high) = wilson(part, whole);
    let of = f64::from(part) / f64::from(whole);
    format!("{:.0} % [{:.0}–{:.0}] of {whole}", of * 100.0, low * 100.0, high * 100.0)
}

/// Wilson (1927), with z for 95 %.
pub fn wilson(part: u32, whole: u32) -> (f64, f64) {
    let z = 1.959_964;
    let n = f64::from(whole);
    let p = f64::from(part) / n;
    let middle = p + z * z / (2.0 * n);
    let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    (((middle - spread) / scale).max(0.0), ((middle + spread) / scale).min(1.0))
}
