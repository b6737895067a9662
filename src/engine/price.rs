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
    let (start, end) = price(&room.folded).or_else(|| won(&room.folded)).or_else(|| cut(&room.folded))?;
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

/// Korean words that make a sum a gift, a loss, a wage or a fine.
const NO_PRICES: [&str; 26] = [
    "기부",
    "성금",
    "지원",
    "후원",
    "전달",
    "기탁",
    "모금",
    "보태",
    "피해",
    "배상",
    "보상",
    "환불",
    "벌금",
    "과징금",
    "과태료",
    "월급",
    "임금",
    "연봉",
    "시급",
    "손실",
    "매출",
    "투자",
    "예산",
    "부의",
    "조의",
    "수수료",
];

/// The folded bytes of the first price in won: "43,000원", "5만 원", "천 원" left out.
fn won(folded: &Folded) -> Option<(usize, usize)> {
    let text = folded.text.as_str();
    if NO_PRICES.iter().any(|word| text.contains(word)) {
        return None;
    }
    text.match_indices('원').find_map(|(at, sign)| {
        let before = text[..at].trim_end_matches([' ', '만', '천', '백']);
        let from = before
            .rfind(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        // A sum ends with its sign: "100원에", but not "2원화".
        let ends = !text[at + sign.len()..].starts_with(['화', '칙', '인', '래']);
        (from < before.len() && ends).then_some((from, at + sign.len()))
    })
}

/// The folded bytes of a share that is taken off: "40% 내렸어요", "10% 깎아".
fn cut(folded: &Folded) -> Option<(usize, usize)> {
    const LESS: [&str; 12] =
        ["내렸", "내려", "내립", "깎", "싸게", "저렴", "빼드", "다운", "낮췄", "cheaper", "less", "reduced"];
    let text = folded.text.as_str();
    text.match_indices(['%', '％']).find_map(|(at, sign)| {
        let digits = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
        let after: String = text[at + sign.len()..].chars().filter(|c| *c != ' ').take(8).collect();
        let less = LESS.iter().any(|word| after.contains(word));
        (digits > 0 && less).then_some((at - digits, at + sign.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::text::fold;
    use super::{cut, price, won};

    #[test]
    fn korean_prices_are_told_from_gifts_and_wages() {
        for text in ["오늘만 43,000원", "쇼핑 5만 원 이용권", "66마리 6,600원", "한 잔에 2천 원"] {
            assert!(won(&fold(text)).is_some(), "{text}");
        }
        for text in
            ["1억 원을 기부합니다", "시급 12,000원", "3차원 지도", "원래 그래요", "2원화 정책", "피해액 300만 원"]
        {
            assert!(won(&fold(text)).is_none(), "{text}");
        }
        for text in ["패키지를 40% 내렸어요", "어머님께만 10% 깎아 드려요", "30% cheaper today"] {
            assert!(cut(&fold(text)).is_some(), "{text}");
        }
        assert!(cut(&fold("기온이 40% 확률로")).is_none());
    }

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
