//! Folding: the form that is compared, and the way back to the writer's own characters.

use nunchi::engine::{Language, fold, language};

/// (as written, as compared).
const FOLDED: &[(&str, &str)] = &[
    ("SALE now", "sale now"),
    ("Don’t  miss\tit", "don't miss it"),
    ("ＳＡＬＥ 𝐧𝐨𝐰", "sale now"),
    ("ﬁre sale", "fire sale"),
    ("saaaaale", "sale"),
    ("cooool", "cool"),
    ("s@le h0tel", "sale hotel"),
    ("descuentó", "descuento"),
    ("국가 애도 기간", "국가애도기간"),
    ("책상을 '탁' 치니", "책상을탁치니"),
    ("끝. 시작", "끝 시작"),
    ("\u{1100}\u{1161}\u{11A8}", "각"),
    ("ㅋㅋㅋㅋㅋ", "ㅋㅋ"),
    ("9/11 and 5·18", "9.11 and 5.18"),
    ("9,900원", "9900원"),
    ("#NeverForget", "never forget"),
    ("#너무_많이", "너무많이"),
    ("sa\u{200B}le", "sale"),
    ("nice ;)", "nice 😉"),
    ("👍🏽", "👍"),
    ("", ""),
];

#[test]
fn texts_fold_to_the_form_of_the_knowledge_files() {
    for (text, folded) in FOLDED {
        assert_eq!(fold(text).text, *folded, "{text}");
    }
}

#[test]
fn every_folded_word_leads_back_to_its_place_in_utf_16() {
    let text = "👨‍👩‍👧 큰 saaale! 책상을 탁";
    let folded = fold(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let back = |word: &str| {
        let at = folded.text.find(word).unwrap_or_else(|| panic!("{word} in {:?}", folded.text));
        let (start, end) = folded.span(at, at + word.len());
        String::from_utf16(&units[start as usize..end as usize]).expect("whole characters")
    };
    assert_eq!(back("sale"), "saaale");
    assert_eq!(back("책상을탁"), "책상을 탁");
}

#[test]
fn hashtags_keep_their_name_and_place() {
    let folded = fold("go #JeSuisCharlie, #오월_광주!");
    let tags: Vec<_> = folded.tags.iter().map(|tag| (tag.name.as_str(), tag.start, tag.end)).collect();
    assert_eq!(tags, [("jesuischarlie", 3, 17), ("오월광주", 19, 25)]);
}

#[test]
fn scripts_tell_the_language() {
    assert_eq!(language("오늘만 50% SALE"), Language::Korean);
    assert_eq!(language("Big sale today"), Language::Latin);
    assert_eq!(language("本日のセール"), Language::Japanese);
    assert_eq!(language("全场五折"), Language::Chinese);
}
