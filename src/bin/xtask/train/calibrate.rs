//! From scores to probabilities: isotonic regression by pooling neighbours (Ayer et al., 1955). Sums and quotients only.

/// A step of the rising curve: (mean score, share of yes).
pub type Knot = (f32, f32);

/// Scores of texts held aside, each with its true answer.
pub fn knots(mut scored: Vec<(f64, bool)>) -> Vec<Knot> {
    scored.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    // Blocks of neighbours: (sum of scores, yes, all). At most 64, and never so small that one text decides.
    let size = (scored.len() / 64).max(20);
    let mut pools: Vec<(f64, f64, f64)> = Vec::new();
    for block in scored.chunks(size) {
        let sum = block.iter().map(|one| one.0).sum::<f64>();
        let yes = block.iter().filter(|one| one.1).count() as f64;
        pools.push((sum, yes, block.len() as f64));
        // While the curve falls, pool the last two: the curve as it is handed on, or a small last block would bend it.
        while let [.., a, b] = pools[..]
            && share(a) >= share(b)
        {
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    pools.into_iter().map(|pool| ((pool.0 / pool.2) as f32, share(pool) as f32)).collect()
}

/// The share of yes in a block, never quite none or all (Laplace).
fn share((_, yes, all): (f64, f64, f64)) -> f64 {
    (yes + 1.0) / (all + 2.0)
}

/// The score that only a share of the texts with the answer no exceeds.
pub fn exceeded(scored: &[(f64, bool)], share: f64) -> f32 {
    let mut no: Vec<f64> = scored.iter().filter(|one| !one.1).map(|one| one.0).collect();
    no.sort_by(|a, b| b.total_cmp(a));
    let at = (no.len() as f64 * share) as usize;
    no.get(at).copied().unwrap_or(f64::MAX) as f32
}
