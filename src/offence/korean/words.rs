//! The closed lists of Korean grammar: particles, endings, fillers. Words of contempt are in the knowledge files.

/// A list of words, between white space.
#[derive(Clone, Copy)]
pub struct Words(&'static str);

impl Words {
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split_ascii_whitespace()
    }

    /// Length in bytes of the longest word that this text starts with.
    pub fn starts(self, text: &str) -> Option<usize> {
        self.iter().filter(|word| text.starts_with(word)).map(str::len).max()
    }

    pub fn within(self, text: &str) -> bool {
        self.iter().any(|word| text.contains(word))
    }

    /// Syllables before the first of these words in a text.
    pub fn place(self, text: &str) -> Option<usize> {
        self.iter().filter_map(|word| text.find(word)).min().map(|at| text[..at].chars().count())
    }
}

/// Nouns for persons that may follow the name of a group or of a country.
pub const PERSONS: Words = Words(
    "사람들 사람 인간들 인간 노동자들 노동자 여자들 여자 여성들 여성 남자들 남자 애들 아이들 관광객들 관광객 커플들 커플 \
     출신들 출신 요리사 가수 배우 감독 선수들 선수 운동선수들 운동선수 신청자들 신청자 청년들 학생들 유학생들 유학생 엄마들 \
     부모들 부부들 부부 직원들 직원 상사 교사 의사 기사들 소방관 경찰 손님들 것들 덜 네들 네 들",
);
/// The same, as an insult.
pub const INSULTS: Words =
    Words("새끼들 새끼 새키들 새키 색히들 놈들 놈년 놈 년들 년 충들 충 잡것들 잡것 따위 나부랭이 떼거지 패거리 종자들");
pub const PARTICLES: Words = Words(
    "에게는 한테는 이랑은 에게 한테 이랑 이라면 이라서 이라니 이라 라면 라니 라서 보다 은 는 이 가 도 만 을 를 랑 과 와 의 \
     라 야 아 에",
);
/// What may stand between people and the insult without changing whom it is about.
pub const FILL: Words = Words(
    "생각만해도 보기만해도 하나같이 태생적으로 유전적으로 기본적으로 존재자체가 존재자체 그자체 때문에 같은건 같은 모조리 \
     깡그리 하나하나 하나도 도대체 이렇게 저렇게 그렇게 솔직히 진심으로 진심 진짜로 정말로 끔찍하게 사회의 사회에 사회악 \
     인류의 나라의 우리나라 한국에 한국의 대부분 대체로 항상 언제나 언제 절대로 절대 무조건 전부다 전부 모두 모든 죄다 \
     싸그리 싹다 싹 다들 다 진짜 정말 너무 완전 그냥 존나 졸라 개 씨발 시발 ㅈㄴ ㅅㅂ ㅆㅂ 원래 역시 그저 결국 맨날 매일 \
     자꾸 또 왜 꼭 빨리 제발 좀 더 아주 매우 참 보면 보이면 만나면 보이는대로 볼때마다 보니까 특히 오히려 아직도 여전히 \
     이제 여기서 이나라에서 이땅에서 총으로 칼로 전체를 한테 하는짓이 하는짓 특징이 특징 특 수준 하고 이고 고 는 은 보다 \
     같고 입에서 까지 조차 찾아가서 어차피 사실 정신이 알고보면",
);
/// Words that point back to people named before.
pub const POINTERS: Words = Words(
    "그것들 저것들 이것들 걔네들 걔네 걔들 쟤네들 쟤네 쟤들 그놈들 저놈들 그년들 저년들 그인간들 저인간들 그런놈들 저런놈들 \
     그런것들 저런것들 이런것들 그런인간들 저런인간들 그새끼들 저새끼들 그런새끼들 저런새끼들 그벌레들 저벌레들 그짐승들",
);
/// Marks of an order, a wish or a plan, within a few syllables of a word of harm.
pub const MOODS: Words = Words(
    "야 라 자 겠 고싶 버려 버린 버릴 버리고 일거 을거 할거 릴거 릴꺼 린다 둔다 려야 었으면 았으면 졌으면 했으면 냐 길 도되 \
     도돼 셈 시켜 시키 합시다 하고 는게나라 는게답 는게낫 이싶 주마 러가자 게놔둬 게둬 게내버려 줄게 줄거 음좋 면좋 둘거 왜 줌 없애줘 죽여줘 쫓아내줘 매달아야 도싸",
);
/// Says again what was said: quotation.
pub const QUOTES: Words = Words(
    "다고 라고 라는 다는 냐고 자고 이란 다니 라니 라며 다며 라면서 로그리는 라말 라불 로보는 로보지 로모는 로몰 로취급 로낙인 로만드는 로묘사",
);
/// After a quotation: the writer's own view all the same.
pub const BELIEFS: Words = Words(
    "생각해 생각함 생각한 생각합 본다 봄 봐 믿어 믿는다 믿음 확신 느낀 느껴 거 게내 게결론 게사실 게팩트 건사실 건팩트 \
     장담 볼수없",
);
/// Looks like a belief and is none.
pub const OTHERS: Words = Words("거짓 게아니 거아니");
/// Denies the noun before it.
pub const DENIALS: Words =
    Words("가아니 이아니 은아니 는아니 도아니 아니라 아닙 아니에 아니다 아니야 은없 는없 면안 선안");
/// Denies the verb that it is joined to.
pub const JOINED: Words = Words("지않 지는않 지도않 지못 지마 지도마");
/// After a slur: the word is spoken of.
pub const NAMES: Words = Words(
    "라는말 라는단어 라는표현 라고부르 라고놀 라고불 라불 라고하지 라는욕 같은말 같은표현 같은멸칭 란말 라는혐오 라는호칭 \
     은장애인을낮추 라는글 라고적 라고외 라고소리 라는낱말 라는명칭 다는말 는말을",
);
/// Others who hold the view.
pub const HOLDERS: Words = Words("는사람 는인간 는이들 는놈 는자들 는분 는댓글 는글 는세력");
/// Before a slur: the writer speaks of themselves.
pub const OWN: Words = Words("나는 저는 난 우리는 우리 내가 제가 나같은 나도 저도");
/// Before a slur: somebody is addressed.
pub const YOU: Words = Words("너 니 네 이 저 야 너네 니네");
/// After a slur: somebody is called so.
pub const CALLS: Words = Words("아 야 같은 새끼 새키 놈 년 들아");
/// After an insult that begins a sentence: it is about people.
pub const THINGS: Words = Words("것들 새끼들 놈들 년들 인간들 들");
