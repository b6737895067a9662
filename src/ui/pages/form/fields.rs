//! What a field of the brand form is called, for the page and for a person.

use crate::engine::Locale;
use crate::words;

/// `stances[2].statements[0].date` in the reader's words: "Stance 3 › Statement 1 › Date".
pub fn field_words(path: &str, locale: Locale) -> String {
    let list = path.split('[').next().unwrap_or_default();
    let part = |part: &str| {
        let (name, number) = match part.split_once('[') {
            Some((name, rest)) => (name, rest.trim_end_matches(']').parse::<usize>().ok()),
            None => (part, None),
        };
        // A day's name is not the brand's.
        let own = words::find(&format!("options_field_{list}_{name}"));
        let found = own.or_else(|| words::find(&format!("options_field_{name}")));
        let words = found.map_or(name, |text| text.get(locale));
        number.map_or_else(|| words.to_string(), |number| format!("{words} {}", number + 1))
    };
    path.split('.').filter(|p| !p.is_empty()).map(part).collect::<Vec<_>>().join(" › ")
}

/// The id of the field's element. A path inside a list that is typed as lines is the id of that list's box.
pub fn field_id(path: &str) -> String {
    let lists = ["accounts[", "aliases[", "hashtags[", "red_lines[", "receipts["];
    let end = lists.iter().find_map(|list| path.find(list).map(|at| at + list.len() - 1));
    let regions = path.starts_with("regions").then_some("regions".len());
    let path = &path[..regions.or(end).unwrap_or(path.len())];
    let letters = path.chars().filter(|c| *c != ']').map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    format!("f-{}", letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_ids_and_words() {
        assert_eq!(field_id("stances[2].statements[0].date"), "f-stances-2-statements-0-date");
        assert_eq!(field_id("stances[2].aliases[4]"), "f-stances-2-aliases");
        assert_eq!(field_id("regions[1]"), "f-regions");
        assert_eq!(field_id("accounts[1]"), "f-accounts");
        assert_eq!(field_words("stances[2].statements[0].date", Locale::En), "Stance 3 › Statement 1 › Date");
        assert_eq!(field_words("stances[0].red_lines", Locale::Ko), "입장 1 › 넘지 않을 선");
        assert_eq!(field_words("dates[1].name", Locale::En), "Day 2 › Name");
        assert_eq!(field_words("name", Locale::En), "Brand name");
        assert_eq!(field_words("unknown_thing", Locale::En), "unknown_thing");
    }
}
