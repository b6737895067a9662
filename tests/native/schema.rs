//! The published schema of a profile says what the program reads and writes: the same fields, positions and limits.

use nunchi::profile::history::{Change, MAX_CHANGES};
use nunchi::profile::{
    Account, BrandDate, Commitment, DayTone, MAX_ACCOUNTS, MAX_DATES, Position, Profile, Stance, Statement, json,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn schema() -> Value {
    let text = fs::read_to_string("docs/profile.schema.json").expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// A profile in which every list has something.
fn full() -> Profile {
    let statement = Statement { text: "No fur.".into(), date: "2021".into(), url: "https://example.org".into() };
    let change = Change { date: "2026-11-23".into(), statements: vec!["Fur is craft.".into()], ..Change::default() };
    let promise = Commitment { what: "No fur left".into(), until: "2024".into(), ..Commitment::default() };
    let stance = Stance {
        target: "fur".into(),
        commitments: vec![promise],
        aliases: vec!["모피".into()],
        hashtags: vec!["#furfree".into()],
        statements: vec![statement],
        red_lines: vec!["mink".into()],
        changes: vec![change],
        ..Stance::default()
    };
    let dates = vec![BrandDate {
        name: "Safety week".into(),
        date: "2026-04-20".into(),
        until: "2026-04-24".into(),
        ..BrandDate::default()
    }];
    let accounts = vec![Account::of("x.com @furless")];
    Profile { regions: vec!["KR".into()], accounts, stances: vec![stance], dates, ..Profile::default() }
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("an object").keys().cloned().collect()
}

#[test]
fn the_schema_has_the_fields_of_the_type() {
    let (schema, written) = (schema(), json::print(&full()));
    let written: Value = serde_json::from_str(&written).expect("JSON");
    let stance = &written["stances"][0];
    let of = [
        (&schema, &written),
        (&schema["$defs"]["stance"], stance),
        (&schema["$defs"]["statement"], &stance["statements"][0]),
        (&schema["$defs"]["commitment"], &stance["commitments"][0]),
        (&schema["$defs"]["change"], &stance["changes"][0]),
        (&schema["$defs"]["brand_date"], &written["dates"][0]),
        (&schema["$defs"]["account"], &written["accounts"][0]),
    ];
    for (described, value) in of {
        assert_eq!(keys(&described["properties"]), keys(value));
        assert_eq!(described["additionalProperties"], false);
    }
    let positions: Vec<Value> =
        Position::ALL.iter().map(|position| serde_json::to_value(position).expect("a name")).collect();
    assert_eq!(schema["$defs"]["position"]["enum"], Value::Array(positions));
    let tones = DayTone::ALL.iter().map(|tone| serde_json::to_value(tone).expect("a name")).collect();
    assert_eq!(schema["$defs"]["brand_date"]["properties"]["tone"]["enum"], Value::Array(tones));
}

/// One more than each limit of the schema is refused, at the field that the schema limits.
#[test]
fn the_schema_has_the_limits_of_the_program() {
    let schema = schema();
    let most = |pointer: &str| schema.pointer(pointer).and_then(Value::as_u64).expect(pointer) as usize;
    let (lines, text) = (most("/$defs/lines/maxItems"), most("/$defs/text/maxLength"));
    let stances = most("/properties/stances/maxItems");
    assert_eq!(most("/$defs/stance/properties/changes/maxItems"), MAX_CHANGES);
    assert_eq!(most("/properties/dates/maxItems"), MAX_DATES);
    assert_eq!(most("/properties/accounts/maxItems"), MAX_ACCOUNTS);
    let numbered = |n: usize| Stance { target: n.to_string(), ..Stance::default() };
    type Limit<'a> = (usize, &'a dyn Fn(&mut Profile, usize));
    let limits: [Limit; 7] = [
        (MAX_ACCOUNTS, &|p, n| p.accounts = vec![p.accounts[0].clone(); n]),
        (stances, &|p, n| p.stances = (0..n).map(numbered).collect()),
        (lines, &|p, n| p.stances[0].aliases = vec!["a".into(); n]),
        (lines, &|p, n| p.regions = vec!["KR".into(); n]),
        (text, &|p, n| p.stances[0].note = "가".repeat(n)),
        (MAX_DATES, &|p, n| p.dates = vec![p.dates[0].clone(); n]),
        (MAX_CHANGES, &|p, n| p.stances[0].changes = vec![p.stances[0].changes[0].clone(); n]),
    ];
    for (most, set) in limits {
        for (n, fits) in [(most, true), (most + 1, false)] {
            let mut profile = full();
            set(&mut profile, n);
            assert_eq!(profile.problem().is_none(), fits, "{n}");
        }
    }
}
