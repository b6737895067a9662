//! Korean: particles and endings that may follow a noun without making another word of it.

/// Particles (조사) and the copula's endings, by the tables of the National Institute of Korean Language's grammar.
pub static PARTICLES: &[&str] = &[
    "가",
    "같은",
    "같이",
    "과",
    "까지",
    "까지도",
    "나",
    "는",
    "는데",
    "님",
    "다",
    "대로",
    "도",
    "들",
    "들과",
    "들께",
    "들도",
    "들에",
    "들에게",
    "들은",
    "들을",
    "들의",
    "들이",
    "라",
    "라고",
    "라는",
    "라도",
    "랑",
    "로",
    "로는",
    "로서",
    "로써",
    "를",
    "마다",
    "마저",
    "만",
    "만은",
    "만큼",
    "밖에",
    "보다",
    "부터",
    "뿐",
    "뿐만",
    "사",
    "서",
    "씩",
    "에",
    "에게",
    "에는",
    "에도",
    "에서",
    "에서는",
    "에서도",
    "와",
    "와는",
    "와의",
    "으로",
    "으로는",
    "으로도",
    "으로부터",
    "은",
    "을",
    "의",
    "이",
    "이나",
    "이나마",
    "이다",
    "이든",
    "이라",
    "이라고",
    "이라는",
    "이라도",
    "이랑",
    "이며",
    "이었다",
    "이에요",
    "이여",
    "이요",
    "인",
    "인데",
    "입니다",
    "였습니다",
    "이었습니다",
    "예요",
    "조차",
    "처럼",
    "커녕",
    "하고",
    "한테",
    "했다",
    "했습니다",
];

/// The letters that begin, carry and close a syllable, in the order of Unicode's arithmetic (The Unicode Standard, 3.12).
const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const TAILS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

pub fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// A letter that stands alone: ㅂ, ㅕ.
pub fn is_letter_of_syllable(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅣ')
}

/// The syllable that these letters begin with, and of how many letters it is made: ㅂㅕㅇ is 병.
pub fn compose(letters: &str) -> Option<(char, usize)> {
    let place = |list: &str, c: Option<char>| c.and_then(|c| list.chars().position(|one| one == c));
    let mut letters = letters.chars();
    let lead = place(LEADS, letters.next())?;
    let vowel = place(VOWELS, letters.next())?;
    let tail = place(TAILS, letters.next());
    // Before a vowel the letter begins the next syllable: ㅎㅏㄴㅣ is 하니.
    let tail = tail.filter(|_| place(VOWELS, letters.next()).is_none());
    let code = 0xAC00 + (lead * 21 + vowel) as u32 * 28 + tail.map_or(0, |tail| tail as u32 + 1);
    Some((char::from_u32(code)?, 2 + usize::from(tail.is_some())))
}
