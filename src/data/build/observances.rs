//! Observances: one JSON file a region, one table.

use serde_json::Value;
use std::{fmt::Write, fs, path::Path};

fn number(rule: &Value, key: &str) -> i64 {
    rule[key].as_i64().unwrap_or(0)
}

fn weekday(name: &str) -> u8 {
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    days.iter().position(|day| *day == name).unwrap_or_else(|| panic!("no weekday {name}")) as u8
}

fn rule(id: &str, rule: &Value) -> String {
    let kind = rule["type"].as_str().unwrap_or_else(|| panic!("{id}: no rule type"));
    let (month, day) = (number(rule, "month"), number(rule, "day"));
    let month_day = |value: &Value| format!("({}, {})", number(value, "month"), number(value, "day"));
    match kind {
        "fixed" => format!("Rule::Fixed({month}, {day})"),
        "nth_weekday" => {
            let years = &rule["years"];
            let (modulus, rest) = if years.is_null() { (1, 0) } else { (number(years, "mod"), number(years, "eq")) };
            let which = weekday(rule["weekday"].as_str().unwrap_or_default());
            format!(
                "Rule::NthWeekday {{ month: {month}, weekday: {which}, n: {}, offset: {}, years: ({modulus}, {rest}) }}",
                number(rule, "n"),
                number(rule, "offset")
            )
        }
        "weekday_on_or_after" => {
            let which = weekday(rule["weekday"].as_str().unwrap_or_default());
            format!("Rule::WeekdayFrom {{ month: {month}, day: {day}, weekday: {which} }}")
        }
        "easter" => format!("Rule::Easter({})", number(rule, "offset")),
        "orthodox_easter" => format!("Rule::OrthodoxEaster({})", number(rule, "offset")),
        "korean_lunar" => format!("Rule::Lunar(Lunar::Korean, {month}, {day})"),
        "chinese_lunar" => format!("Rule::Lunar(Lunar::Chinese, {month}, {day})"),
        "hijri" => format!("Rule::Hijri({month}, {day})"),
        "hebrew" => {
            let code = rule["month_code"].as_str().unwrap_or_default();
            let month: u8 = code.trim_start_matches('M').parse().unwrap_or_else(|_| panic!("{id}: month code {code}"));
            let shifts: Vec<String> = rule["shift_if"]
                .as_object()
                .map(|map| map.iter().map(|(d, by)| format!("({}, {})", weekday(d), by)).collect())
                .unwrap_or_default();
            format!("Rule::Hebrew {{ month: {month}, day: {day}, shifts: &[{}] }}", shifts.join(", "))
        }
        "range" => format!("Rule::Range({}, {})", month_day(&rule["start"]), month_day(&rule["end"])),
        "dates" => {
            let dates: Vec<String> = rule["dates"]
                .as_array()
                .unwrap_or_else(|| panic!("{id}: no dates"))
                .iter()
                .map(|date| date.as_str().unwrap_or_default().replacen('-', "", 2))
                .collect();
            format!("Rule::Dates(&[{}])", dates.join(", "))
        }
        other => panic!("{id}: unknown rule {other}"),
    }
}

pub fn make(out: &Path) {
    let folder = Path::new("src/data/observances");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "json"))
        .collect();
    paths.sort();
    let mut code = String::from("pub static ALL: &[Observance] = &[\n");
    for path in &paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let source = file["source"].as_str().unwrap_or_else(|| panic!("{}: no source", path.display()));
        for item in file["observances"].as_array().unwrap_or_else(|| panic!("{}: no list", path.display())) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
            let list = |value: &Value| -> Vec<String> {
                value.as_array().map(|all| all.iter().map(text).collect()).unwrap_or_default()
            };
            let id = text(&item["id"]);
            let tone = match item["tone"].as_str() {
                Some("solemn") => "Solemn",
                Some("celebratory") => "Celebratory",
                Some("awareness") => "Awareness",
                Some("contested") => "Contested",
                other => panic!("{id}: tone {other:?}"),
            };
            writeln!(
                code,
                "Observance {{ id: {id:?}, name: ({:?}, {:?}), regions: &{:?}, rule: {}, before: {}, after: {}, \
                 tone: Tone::{tone}, caution: {}, category: {:?}, meaning: ({:?}, {:?}), hashtags: &{:?}, since: {}, \
                 source: {:?} }},",
                text(&item["name"]["en"]),
                text(&item["name"]["ko"]),
                list(&item["regions"]),
                rule(&id, &item["rule"]),
                number(&item["rule"], "span_before"),
                number(&item["rule"], "span_after"),
                item["caution"].as_u64().unwrap_or_else(|| panic!("{id}: no caution")),
                text(&item["category"]),
                text(&item["meaning"]["en"]),
                text(&item["meaning"]["ko"]),
                list(&item["hashtags"]),
                item["since"].as_i64().unwrap_or(0),
                item["source"].as_str().unwrap_or(source),
            )
            .expect("writing to a string");
        }
    }
    code.push_str("];\n");
    fs::write(out.join("observances.rs"), code).expect("OUT_DIR is writable");
}
