//! Bursts: is this more than usual? Three measures that need no more than a few counts.

/// Mastodon's own score of a tag or link (app/models/trends): how far today is above yesterday.
///
/// `history` newest first. 0 where it falls, or where fewer than five people are at it.
pub fn mastodon(history: &[u32]) -> f64 {
    let observed = f64::from(history.first().copied().unwrap_or(0));
    let expected = f64::from(history.get(1).copied().unwrap_or(0).max(1));
    if expected > observed || observed < 5.0 { 0.0 } else { (observed - expected).powi(2) / expected }
}

/// How many robust deviations the newest count is above the median of the others; for short and jumpy series.
pub fn robust_z(history: &[u32]) -> f64 {
    let Some((newest, before)) = history.split_first() else { return 0.0 };
    if before.is_empty() {
        return 0.0;
    }
    let middle = |mut list: Vec<f64>| {
        list.sort_unstable_by(f64::total_cmp);
        let half = list.len() / 2;
        if list.len() % 2 == 1 { list[half] } else { (list[half - 1] + list[half]) / 2.0 }
    };
    let before: Vec<f64> = before.iter().map(|count| f64::from(*count)).collect();
    let median = middle(before.clone());
    let spread = 1.4826 * middle(before.iter().map(|count| (count - median).abs()).collect());
    // Counts are at least as jumpy as a Poisson process.
    (f64::from(*newest) - median) / spread.max(median.sqrt()).max(1.0)
}

/// Kleinberg's two-state automaton over batches (Bursty and Hierarchical Structure in Streams, 2002, section 4).
///
/// `hits[t]` of `all[t]` documents are about it. The answer: for each batch, whether it burns.
pub fn kleinberg(hits: &[u16], all: &[u16]) -> Vec<bool> {
    const RATIO: f64 = 2.0;
    const GAMMA: f64 = 1.0;
    let n = hits.len().min(all.len());
    let (sum, total): (f64, f64) =
        (0..n).fold((0.0, 0.0), |(r, d), t| (r + f64::from(hits[t]), d + f64::from(all[t].max(hits[t]))));
    // Nothing about it, or about nothing else: no baseline to stand out from.
    if sum == 0.0 || sum / total > 0.45 {
        return vec![false; n];
    }
    let calm = (sum / total).max(1e-6);
    let rates = [calm, calm * RATIO];
    let enter = GAMMA * (n.max(2) as f64).ln();
    // The logarithm of the binomial coefficient is the same in both states and cancels out.
    let cost = |state: usize, t: usize| {
        let (r, d) = (f64::from(hits[t]), f64::from(all[t].max(hits[t])));
        -(r * rates[state].ln() + (d - r) * (1.0 - rates[state]).ln())
    };
    let mut best = [0.0, enter];
    let mut from: Vec<[usize; 2]> = Vec::with_capacity(n);
    for t in 0..n {
        let (stay, fall) = (best[0], best[1]);
        let calm_from = usize::from(fall < stay);
        let burn_from = usize::from(fall <= stay + enter);
        let into_burn = if burn_from == 1 { fall } else { stay + enter };
        best = [stay.min(fall) + cost(0, t), into_burn + cost(1, t)];
        from.push([calm_from, burn_from]);
    }
    let mut state = usize::from(best[1] < best[0]);
    let mut out = vec![false; n];
    for t in (0..n).rev() {
        out[t] = state == 1;
        state = from[t][state];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{kleinberg, mastodon, robust_z};

    #[test]
    fn mastodon_scores_as_mastodon_does() {
        assert_eq!(mastodon(&[4, 0]), 0.0, "too few people");
        assert_eq!(mastodon(&[10, 20]), 0.0, "it falls");
        assert_eq!(mastodon(&[10, 0]), 81.0);
        assert_eq!(mastodon(&[30, 10]), 40.0);
        assert_eq!(mastodon(&[]), 0.0);
    }

    #[test]
    fn a_daily_tag_does_not_stand_out_and_a_new_one_does() {
        assert!(robust_z(&[210, 190, 205, 180, 220, 200, 195]) < 3.0);
        assert!(robust_z(&[512, 0, 0, 0, 0, 0, 0]) > 100.0);
        assert!(robust_z(&[900, 190, 205, 180, 220, 200, 195]) > 10.0);
        assert_eq!(robust_z(&[5]), 0.0);
    }

    #[test]
    fn a_burst_has_a_beginning_and_an_end() {
        let mut hits = vec![0u16; 48];
        hits[20..30].fill(8);
        hits[3] = 1;
        let all = vec![20u16; 48];
        let burns = kleinberg(&hits, &all);
        assert!(burns[20..30].iter().all(|burn| *burn), "{burns:?}");
        assert!(!burns[3] && !burns[19] && !burns[30] && !burns[47], "{burns:?}");
        assert!(kleinberg(&[2; 48], &all).iter().all(|burn| !burn), "an even flow is no burst");
        assert!(kleinberg(&[], &[]).is_empty());
        assert_eq!(kleinberg(&[9], &[0]), [false], "one batch is its own baseline");
    }
}
