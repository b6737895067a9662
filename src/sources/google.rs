//! Google Trends as RSS: what people search for, with a headline or two each. Undocumented: off until a person asks.

use super::item::{Item, Says};
use super::{Wrong, rss, xml};

/// The namespace of `ht:` differs between samples: only local names count.
pub fn read(text: &str) -> Result<Vec<Item>, Wrong> {
    let document = xml::read(text, &["item"])?;
    if document.root != "rss" {
        return Err(Wrong::Other("not the RSS of Google Trends"));
    }
    let item = |entry: &xml::Node| {
        let mut item = rss::item(entry, "");
        // The phrase that is searched for is the name; what it is about is in the first headline.
        let news: Vec<&str> = entry.all("news_item").map(|news| news.of("news_item_title")).collect();
        item.summary = news.join(" · ");
        if let Some(first) = entry.all("news_item").map(|news| news.of("news_item_url")).find(|url| !url.is_empty()) {
            item.link = first.to_string();
        }
        item.says = Says::Interest;
        item.count = traffic(entry.of("approx_traffic"));
        item
    };
    Ok(document.entries.iter().map(item).collect())
}

/// `200,000+`, `50K+`, `1M+`, `1천+`, `2만+`: as much as can be read, otherwise 0.
fn traffic(text: &str) -> u32 {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').take(12).collect();
    let number: f64 = digits.parse().unwrap_or(0.0);
    let unit = match text.trim_end_matches(['+', ' ']).chars().next_back() {
        Some('K' | 'k' | '천') => 1e3,
        Some('만') => 1e4,
        Some('M' | 'm') => 1e6,
        _ => 1.0,
    };
    (number * unit).clamp(0.0, 4e9) as u32
}

#[cfg(test)]
mod tests {
    use super::traffic;

    #[test]
    fn traffic_is_read_in_every_spelling() {
        let cases = [
            ("200,000+", 200_000),
            ("50K+", 50_000),
            ("1M+", 1_000_000),
            ("1천+", 1000),
            ("2만+", 20_000),
            ("500+", 500),
        ];
        for (text, number) in cases {
            assert_eq!(traffic(text), number, "{text}");
        }
        assert_eq!(traffic("many"), 0);
        assert_eq!(traffic("99999999999999"), 4_000_000_000);
    }
}
