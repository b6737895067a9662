//! Prices: a sum of money that a draft names, found by its sign.

use super::room::Room;
use super::scan::Hit;
use super::sense::{Sense, Senses};
use super::text::Folded;

/// Words after a figure that make it a fund or a turnover, not a price; and words before it that make it a gift.
const SUMS: [&str; 9] = ["million", "billion", "trillion", "m", "mn", "bn", "k", "thousand", "raised"];
const GIFTS: [&str; 14] = [
    "give", "gives", "giving", "gave", "donate", "donates", "donating", "donated", "pledge", "pledged", "raise",
    "raised", "worth", "fund",
];

/// Currencies that are written in letters: rupees, pesos, ringgit, dirham. The R of the rand could begin any word.
const WORDS: [&str; 5] = ["rs", "inr", "php", "rm", "aed"];

/// A sum of money is an offer, unless it is given, refunded or waived, or an offer is told already.
pub fn offer(room: &Room) -> Option<Hit> {
    let offer = Senses::of(&[Sense::Offer]);
    let told = [Sense::Offer, Sense::Help, Sense::Deed, Sense::Serve, Sense::Halt, Sense::Apologise, Sense::Inform];
    if room.does(Senses::of(&told)) {
        return None;
    }
    let (start, end) = price(&room.folded)?;
    let group = room.knowledge.groups.iter().position(|group| group.does == offer)?;
    Some(Hit { group: group as u16, start, end })
}

/// The folded bytes of the first price: a sign of a currency and a figure, "$3", "£9.99", "99p" left out.
fn price(folded: &Folded) -> Option<(usize, usize)> {
    let text = folded.text.as_str();
    let signs = text.match_indices(['$', '£', '€', '₩', '¥', '₹', '₱', '₦', '₺', '₫', '฿']);
    // "Rs 500", "rm 20": a word, which a figure must follow.
    let words = WORDS.iter().flat_map(|word| text.match_indices(word));
    let words = words.filter(|(at, word)| {
        let figure = text[at + word.len()..].trim_start_matches('.').trim_start();
        folded.word_start(*at) && figure.starts_with(|c: char| c.is_ascii_digit())
    });
    signs
        .chain(words)
        .map(|(at, sign)| {
            let figure = text[at + sign.len()..].trim_start_matches('.').trim_start();
            let from = text.len() - figure.len();
            let len = figure.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(figure.len());
            (at, from, from + len)
        })
        .filter(|(_, from, end)| end > from)
        .find(|(at, _, end)| {
            let mut after = text[*end..].split(' ').filter(|word| !word.is_empty());
            let before = text[..*at].trim_end().rsplit(' ').take(2);
            !after.next().is_some_and(|word| SUMS.contains(&word)) && !before.into_iter().any(|w| GIFTS.contains(&w))
        })
        .map(|(at, _, end)| (at, end))
}

#[cfg(test)]
mod tests {
    use super::super::text::fold;
    use super::price;

    #[test]
    fn a_price_is_told_from_a_gift_and_a_turnover() {
        for text in [
            "Drinks for $3",
            "$3 shots tonight",
            "Now £9.99!",
            "sofas €1,299",
            "Sunglasses for Rs 500",
            "Rs. 99 only",
            "₹499",
        ] {
            assert!(price(&fold(text)).is_some(), "{text}");
        }
        for text in [
            "We give $2 million",
            "we donate $20 for each family",
            "$5m for the fund",
            "Worth $40",
            "$",
            "A$AP",
            "mrs 500",
            "rm -rf",
        ] {
            assert!(price(&fold(text)).is_none(), "{text}");
        }
    }
}
