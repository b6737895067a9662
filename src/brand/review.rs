//! Stances whose day of review has come, or is near.

use crate::context::Day;
use crate::profile::Profile;
use crate::protocol::DueStance;

/// How long before the day a stance is told of, in days.
const AHEAD: i32 = 14;

/// In the order of their days.
pub fn due(profile: &Profile, today: Day) -> Vec<DueStance> {
    let mut all: Vec<DueStance> = Vec::new();
    for (place, stance) in profile.stances.iter().enumerate() {
        let Some(day) = Day::parse(&stance.review) else { continue };
        let left = day.count() - today.count();
        if left <= AHEAD {
            all.push(DueStance { place, target: stance.target.clone(), review: stance.review.clone(), over: left < 0 });
        }
    }
    all.sort_by(|a, b| a.review.cmp(&b.review));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Stance;

    #[test]
    fn what_is_over_or_near_is_told_and_the_rest_is_not() {
        let stance = |review: &str| Stance { target: review.into(), review: review.into(), ..Stance::default() };
        let days = ["2026-03-22", "2026-04-04", "2026-04-05", "", "2026-03-20", "2025-12-31", "2026-03-21"];
        let profile = Profile { stances: days.into_iter().map(stance).collect(), ..Profile::default() };
        let today = Day::parse("2026-03-21").expect("a day");
        let told: Vec<(usize, String, bool)> =
            due(&profile, today).into_iter().map(|one| (one.place, one.target, one.over)).collect();
        let want =
            [(5, "2025-12-31", true), (4, "2026-03-20", true), (6, "2026-03-21", false), (0, "2026-03-22", false)];
        let mut want = want.map(|(place, day, over)| (place, day.to_string(), over)).to_vec();
        want.push((1, "2026-04-04".into(), false));
        assert_eq!(told, want);
    }
}
