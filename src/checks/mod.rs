//! Checks: one file each. To add one: its file, two lines here, its words, its cases under `tests/checks/`.

use crate::engine::Check;

mod brand_in_the_obituary;
mod celebration_in_crisis;
mod coded_symbol;
mod contempt_or_slur;
mod double_reading_hashtag;
mod encouragement;
mod exploited_cause;
mod false_alarm;
mod grave_hashtag;
mod historical_allusion;
mod hollow_support;
mod joke_about_victims;
mod joke_at_distressed_customer;
mod no_comment_broken;
mod off_brand_cause;
mod open_invitation;
mod overdue_commitment;
mod past_contradiction;
mod paused_by_person;
mod punching_down;
mod red_line;
mod repeated_failure;
mod sale_in_mourning;
mod scheduled_into_crisis;
mod solemn_day_promotion;
mod stance_change_unannounced;
mod stance_contradiction;
mod stereotype;
mod trivialised_suffering;
mod washing;
mod woken_idiom;

/// Every check, in the order of its id.
pub static ALL: &[&Check] = &[
    &brand_in_the_obituary::CHECK,
    &celebration_in_crisis::CHECK,
    &coded_symbol::CHECK,
    &contempt_or_slur::CHECK,
    &double_reading_hashtag::CHECK,
    &encouragement::CHECK,
    &exploited_cause::CHECK,
    &false_alarm::CHECK,
    &grave_hashtag::CHECK,
    &historical_allusion::CHECK,
    &hollow_support::CHECK,
    &joke_about_victims::CHECK,
    &joke_at_distressed_customer::CHECK,
    &no_comment_broken::CHECK,
    &off_brand_cause::CHECK,
    &open_invitation::CHECK,
    &overdue_commitment::CHECK,
    &past_contradiction::CHECK,
    &paused_by_person::CHECK,
    &punching_down::CHECK,
    &red_line::CHECK,
    &repeated_failure::CHECK,
    &sale_in_mourning::CHECK,
    &scheduled_into_crisis::CHECK,
    &solemn_day_promotion::CHECK,
    &stance_change_unannounced::CHECK,
    &stance_contradiction::CHECK,
    &stereotype::CHECK,
    &trivialised_suffering::CHECK,
    &washing::CHECK,
    &woken_idiom::CHECK,
];
