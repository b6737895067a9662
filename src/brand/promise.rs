//! Promises with a day: "by 2025", "2025년까지".

/// The last year of a promise in a declared line, if the line is one. The latest, if there are several.
pub fn due(text: &str) -> Option<i32> {
    let lower = text.to_lowercase();
    let years = lower.match_indices("20").filter_map(|(at, _)| {
        let year = lower.get(at..at + 4)?;
        let alone = !lower[..at].ends_with(|c: char| c.is_ascii_digit());
        let digits = year.bytes().all(|b| b.is_ascii_digit());
        (alone && digits && promised(&lower[..at], &lower[at + 4..])).then(|| year.parse::<i32>().ok()).flatten()
    });
    years.max()
}

/// Whether a day, month or year (`YYYY-MM-DD` or less) is over. An empty one never is; `today` is `YYYY-MM-DD`.
pub fn over(by: &str, today: &str) -> bool {
    // Days of the same length in this form stand in the order of their letters.
    !by.is_empty() && today.get(..by.len()).is_some_and(|part| part > by)
}

/// Whether the words around a year make it the end of something.
fn promised(before: &str, after: &str) -> bool {
    let before = before.trim_end_matches(['-', '~', ' ']);
    let english = [
        "by",
        "by the end of",
        "by end of",
        "until",
        "before the end of",
        "no later than",
        "by december",
        "by year-end",
    ];
    // "서기 2025년 말까지", "2025년까지는", "2025년 12월까지": the particle stands close behind.
    let near: String = after.chars().take(9).collect();
    let korean = near.starts_with('년') && near.contains("까지");
    let ends = |phrase: &str| before.strip_suffix(phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    korean || !after.starts_with(|c: char| c.is_ascii_digit()) && english.into_iter().any(ends)
}

#[cfg(test)]
mod tests {
    use super::{due, over};

    #[test]
    fn a_year_is_over_after_its_last_day() {
        for by in ["2025", "2026-10", "2026-11-22"] {
            assert!(over(by, "2026-11-23"), "{by}");
        }
        for by in ["2026", "2026-11", "2026-11-23", "2027", ""] {
            assert!(!over(by, "2026-11-23"), "{by}");
        }
        assert!(!over("2025", ""), "no day is known");
    }

    #[test]
    fn a_promise_has_a_year_and_a_report_has_none() {
        assert_eq!(due("All packaging recyclable by 2025"), Some(2025));
        assert_eq!(due("Carbon neutral by the end of 2024, net zero by 2040."), Some(2040));
        assert_eq!(due("2025년까지 플라스틱을 없애겠습니다"), Some(2025));
        assert_eq!(due("2024년 말까지 공병을 모두 다시 쓰겠습니다"), Some(2024));
        for text in [
            "Fur-free since 2019",
            "In 2025 we opened",
            "2019년부터 모피를 쓰지 않습니다",
            "by 20 percent",
            "no. 12025",
            "",
        ] {
            assert_eq!(due(text), None, "{text}");
        }
    }
}
