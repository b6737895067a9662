//! Scripts of characters, and the language that a text's scripts tell.

/// As much of a language as decides how a text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, or another language in Latin letters.
    #[default]
    Latin,
    Korean,
    Japanese,
    Chinese,
}

pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{3131}'..='\u{318E}' | '\u{1100}'..='\u{11FF}')
}

pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}')
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// Written without a space that could be relied on.
pub fn is_dense(c: char) -> bool {
    is_hangul(c) || is_kana(c) || is_han(c)
}

/// Pictures that stand for themselves: each is a word.
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{2300}'..='\u{23FF}')
}

/// A letter of any script. The usual ones first: the table of all others is slow, and this is asked at every character.
pub fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '가'..='힣' => true,
        '\0'..='\x7f' => false,
        c => c.is_alphabetic(),
    }
}

/// A letter or a digit of any script.
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// The language that most characters tell. Kana settle Japanese, one Hangul in three letters settles Korean.
pub fn language(text: &str) -> Language {
    let (mut hangul, mut kana, mut han, mut latin) = (0u32, 0u32, 0u32, 0u32);
    for c in text.chars() {
        match c {
            c if is_hangul(c) => hangul += 1,
            c if is_kana(c) => kana += 1,
            c if is_han(c) => han += 1,
            c if is_letter(c) => latin += 1,
            _ => {}
        }
    }
    // A syllable block carries about as much as two or three Latin letters.
    match () {
        () if hangul * 3 > latin && hangul > 0 => Language::Korean,
        () if kana > 0 && (kana + han) * 2 > latin => Language::Japanese,
        () if han * 2 > latin && han > 0 => Language::Chinese,
        () => Language::Latin,
    }
}
