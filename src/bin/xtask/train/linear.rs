//! Linear heads: trained, pruned and rounded, the same bytes on every machine. Only sums, products, quotients and square
//! roots of f64 in a fixed order: those are exact by IEEE 754, which `exp` and `ln` of a C library are not.

use nunchi::engine::heads::BUCKETS;

/// One text for training: its features and whether the head should say yes.
pub struct Example<'a> {
    pub features: &'a [u16],
    pub yes: bool,
}

/// A head with exact weights.
pub struct Exact {
    pub weights: Vec<f64>,
    pub bias: f64,
}

/// A head as it ships.
pub struct Rounded {
    pub weights: Vec<i8>,
    pub scale: f32,
    pub bias: f32,
}

/// How a head is trained.
pub struct Plan {
    /// The cost of an error; higher fits closer.
    pub cost: f64,
    /// Passes over the examples.
    pub passes: usize,
    /// Features that stay.
    pub keep: usize,
}

fn length(features: &[u16]) -> f64 {
    (features.len().max(1) as f64).sqrt()
}

impl Exact {
    pub fn score(&self, features: &[u16]) -> f64 {
        features.iter().map(|f| self.weights[*f as usize]).sum::<f64>() / length(features) + self.bias
    }
}

/// Trains on all features, keeps the heaviest, trains again on those.
pub fn train(examples: &[Example], plan: &Plan) -> Exact {
    let first = descend(examples, plan, &[true; BUCKETS]);
    let mut order: Vec<usize> = (0..BUCKETS).collect();
    // By weight, then by place, so that equal weights leave no choice.
    order.sort_by(|a, b| first.weights[*b].abs().total_cmp(&first.weights[*a].abs()).then(a.cmp(b)));
    let mut kept = [false; BUCKETS];
    for feature in &order[..plan.keep.min(BUCKETS)] {
        kept[*feature] = true;
    }
    descend(examples, plan, &kept)
}

/// A support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., ICML 2008, algorithm 1).
fn descend(examples: &[Example], plan: &Plan, kept: &[bool; BUCKETS]) -> Exact {
    let yes = examples.iter().filter(|one| one.yes).count().max(1) as f64;
    let no = (examples.len() as f64 - yes).max(1.0);
    // The rarer answer costs more, but less than its rarity would ask for: labels are noisy.
    let (dear, cheap) = ((no / yes).sqrt().max(1.0), (yes / no).sqrt().max(1.0));
    let mut head = Exact { weights: vec![0.0; BUCKETS], bias: 0.0 };
    let rows: Vec<Vec<u16>> =
        examples.iter().map(|one| one.features.iter().copied().filter(|f| kept[*f as usize]).collect()).collect();
    let mut alphas = vec![0.0f64; examples.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut dice = Dice(0x5EED);
    for _ in 0..plan.passes {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        for at in &order {
            let (row, one) = (&rows[*at], &examples[*at]);
            let sign = if one.yes { 1.0 } else { -1.0 };
            let slack = 0.5 / (plan.cost * if one.yes { dear } else { cheap });
            // Rows keep the length of the whole text: a text of unknown words stays undecided.
            let norm = length(one.features);
            let sum: f64 = row.iter().map(|f| head.weights[*f as usize]).sum();
            let gradient = sign * (sum / norm + head.bias) - 1.0 + slack * alphas[*at];
            let curve = row.len() as f64 / (norm * norm) + 1.0 + slack;
            let new = (alphas[*at] - gradient / curve).max(0.0);
            let change = (new - alphas[*at]) * sign;
            if change == 0.0 {
                continue;
            }
            alphas[*at] = new;
            head.bias += change;
            let change = change / norm;
            for feature in row {
                head.weights[*feature as usize] += change;
            }
        }
    }
    head
}

/// Rounds to whole steps of which the heaviest weight has `steps`.
pub fn round(exact: &Exact, steps: f64) -> Rounded {
    let most = exact.weights.iter().fold(0.0f64, |most, weight| most.max(weight.abs())).max(f64::MIN_POSITIVE);
    let scale = most / steps;
    Rounded {
        weights: exact.weights.iter().map(|weight| (weight / scale).round() as i8).collect(),
        scale: scale as f32,
        bias: exact.bias as f32,
    }
}

/// A small generator of one fixed sequence (SplitMix64 by Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}
