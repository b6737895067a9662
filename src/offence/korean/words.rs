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
    "사람들 사람 인간들 인간 노동자들 노동자 여자들 여자 여성들 여성 남자들 남자 애들 아이들 관광객들 관광객 \
     커플들 커플 출신들 출신 요리사 가수 배우 감독 선수들 선수 운동선수들 운동선수 신청자들 신청자 청년들 학생들 \
     유학생들 유학생 엄마들 부모들 부부들 부부 직원들 직원 상사 교사 의사 기사들 소방관 경찰 손님들 것들 덜 \
     네들 네 들 신자들 신자 신도들 신도 교인들 교인 지지자들 지지자 운전자들 운전자 주민들 주민 이민자들 이민자 \
     난민들 난민 이웃들 세대 계열 출신자들 이주민 근로자들 근로자 여학생 남학생 아저씨들 아저씨 아줌마들 아줌마 \
     할머니들 할아버지들 노인들 노인 청소년들 아내들 며느리 신부 신부들 환자들 환자",
);
/// The same, as an insult.
pub const INSULTS: Words =
    Words("새끼들 새끼 새키들 새키 색히들 놈들 놈년 놈 년들 년 충들 충 잡것들 잡것 따위 나부랭이 떼거지 패거리 종자들");
pub const PARTICLES: Words = Words(
    "에게는 한테는 이랑은 에게 한테 이랑 이라면 이라서 이라니 이라 라면 라니 라서 보다 은 는 이 가 도 만 을 \
     를 랑 과 와 의 라 야 아 에 만큼 만큼은 치고는 치고 중에는 중에서 중에 처럼 한테서는 한테서 에게서는 \
     에게서 에게도 한테도 에대한 에대해 들중에 마다 한테만",
);
/// What may stand between people and the insult without changing whom it is about.
pub const FILL: Words = Words(
    "생각만해도 보기만해도 하나같이 태생적으로 유전적으로 기본적으로 존재자체가 존재자체 그자체 때문에 같은건 같은 \
     모조리 깡그리 하나하나 하나도 도대체 이렇게 저렇게 그렇게 솔직히 진심으로 진심 진짜로 정말로 끔찍하게 사회의 \
     사회에 사회악 인류의 나라의 우리나라 한국에 한국의 대부분 대체로 항상 언제나 언제 절대로 절대 무조건 전부다 \
     전부 모두 모든 죄다 싸그리 싹다 싹 다들 다 진짜 정말 너무 완전 그냥 존나 졸라 개 씨발 시발 ㅈㄴ ㅅㅂ \
     ㅆㅂ 원래 역시 그저 결국 맨날 매일 자꾸 또 왜 꼭 빨리 제발 좀 더 아주 매우 참 보면 보이면 만나면 \
     보이는대로 볼때마다 보니까 특히 오히려 아직도 여전히 이제 여기서 이나라에서 이땅에서 총으로 칼로 전체를 한테 \
     하는짓이 하는짓 특징이 특징 특 수준 하고 이고 고 는 은 보다 같고 입에서 까지 조차 찾아가서 어차피 사실 \
     정신이 알고보면 내가 내손으로 우리가 다같이 가면 사원에 사원을 모스크에 집에 시설에 축제에 가게에 쉼터에 \
     얼굴에 면상에 제일 가장 세상에서 그런 저런 이런 무슨 대체 아예 걍 레알 리얼 찐으로 ㄹㅇ 하여간 하여튼 \
     아무튼 다들그냥 태생이 본성이 종자가 인간들이 나같으면 확 콱 걍다 하나만봐도 얼굴을 대가리를 머리를 모가지를 \
     목을 다리를 몸을 한놈도 한명도 단한명도 발견즉시 즉시 당장 보고있으면 보고있자니 남자보다 여자보다 한국인보다 \
     우리보다 인정할수없는 찾아가 믿는것들은 때문에우리아이들이 밤에돌아다니면 돌아다니면",
);
/// Words that point back to people named before.
pub const POINTERS: Words = Words(
    "그것들 저것들 이것들 걔네들 걔네 걔들 쟤네들 쟤네 쟤들 그놈들 저놈들 그년들 저년들 그인간들 저인간들 그런놈들 저런놈들 \
     그런것들 저런것들 이런것들 그런인간들 저런인간들 그새끼들 저새끼들 그런새끼들 저런새끼들 그벌레들 저벌레들 그짐승들 그들 그사람들 저사람들 이사람들",
);
/// Marks of an order, a wish or a plan, within a few syllables of a word of harm.
pub const MOODS: Words = Words(
    "야 라 자 겠 고싶 버려 버린 버릴 버리고 일거 을거 할거 릴거 릴꺼 린다 둔다 려야 었으면 았으면 졌으면 \
     했으면 냐 길 도되 도돼 셈 시켜 시키 합시다 하고 는게나라 는게답 는게낫 이싶 주마 러가자 게놔둬 게둬 \
     게내버려 줄게 줄거 음좋 면좋 둘거 왜 줌 없애줘 죽여줘 쫓아내줘 매달아야 도싸 죽인다 죽일거 죽일꺼 팬다 \
     테다 리라 한다 도무죄 도된 도괜찮 해야 줘야 게해야 시다 ㅂ시다 습시다 어야 여야 태운다 버린다 놓고 \
    ",
);
/// Says again what was said: quotation.
pub const QUOTES: Words = Words(
    "다고 라고 라는 다는 냐고 자고 이란 다니 라니 라며 다며 라면서 로그리는 라말 라불 로보는 로보지 로모는 \
     로몰 로취급 로낙인 로만드는 로묘사 에비유 에빗 로비유 로빗 로표현 로그린 로그리 로치부 로여기 로깎 에견주",
);
/// After a quotation: the writer's own view all the same.
pub const BELIEFS: Words = Words(
    "생각해 생각함 생각한 생각합 본다 봄 봐 믿어 믿는다 믿음 확신 느낀 느껴 거 게내 게결론 게사실 게팩트 건사실 건팩트 \
     장담 볼수없",
);
/// Looks like a belief and is none.
pub const OTHERS: Words = Words(
    "거짓 게아니 거아니 건사실이아니 건사실아니 건거짓 건오해 건편견 게사실이아니 거사실이아니 건다거짓 건근거없",
);
/// Denies the noun before it.
pub const DENIALS: Words =
    Words("가아니 이아니 은아니 는아니 도아니 아니라 아닙 아니에 아니다 아니야 은없 는없 면안 선안");
/// Denies the verb that it is joined to.
pub const JOINED: Words = Words("지않 지는않 지도않 지못 지마 지도마");
/// Denies only to ask for assent: "역겹지 않나?"
pub const ASKS: Words = Words("지않나 지않냐 지않니 지않을까 지않은가 지않습니까 지않음? 지않아요?");
/// After "보다": others are put above these people.
pub const ABOVE: Words = Words(
    "우월 똑똑 머리가좋 머리좋 지능이높 뛰어나 나은 낫 훨씬우월 훨씬똑똑 훨씬낫 훨씬나은 깨끗 고귀 진화 위다 위에있 가치있",
);
/// Of one's own, before what is wrong with it: "정신이 이상하다".
pub const PARTS: Words = Words(
    "정신이 머리가 뇌가 성격이 인성이 인간성이 냄새가 입이 손버릇이 수준이 지능이 마음이 심보가 얼굴이 몸이 태도가 말투가 \
     생각이 사고방식이 버릇이 질이 본성이 것들이 놈들이 새끼들이 인간들이 하는짓이 문화가 종교가 존재가 자체가",
);
/// Before people: nobody is expected to like them.
pub const WHO: Words = Words("누가 세상에 도대체누가 어느누가 대체누가 어떤미친놈이");
/// After people: what nobody is expected to do.
pub const LIKES: Words = Words("좋아 사랑 반기 원하 받아 믿 뽑 고용 결혼");
/// Oaths: before people they say nothing of them, if praise may follow.
pub const OATHS: Words = Words("씨발 시발 씨벌 씨바 ㅅㅂ ㅆㅂ 존나 ㅈㄴ 좆나 졸라");
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
