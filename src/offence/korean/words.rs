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
    "그쪽것들 저쪽것들 그따위것들 이따위것들 한놈씩 한놈도 한마리씩 한마리도 죄다그것들 그것들 저것들 이것들 걔네들 걔네 걔들 쟤네들 쟤네 쟤들 그놈들 저놈들 그년들 저년들 그인간들 저인간들 그런놈들 저런놈들 \
     그런것들 저런것들 이런것들 그런인간들 저런인간들 그새끼들 저새끼들 그런새끼들 저런새끼들 그벌레들 저벌레들 그짐승들 그들 그사람들 저사람들 이사람들",
);
/// Marks of an order, a wish or a plan, within a few syllables of a word of harm.
pub const MOODS: Words = Words(
    "야 라 자 겠 고싶 버려 버린 버릴 버리고 일거 을거 할거 릴거 릴꺼 린다 둔다 려야 었으면 았으면 졌으면 \
     했으면 냐 길 도되 도돼 셈 시켜 시키 합시다 하고 는게나라 는게답 는게낫 이싶 주마 러가자 기만해 게맞 게예의 게옳 게순리 게도리 게정답 게상책 게최선 게유일 법이필요 법을만들 법이라도 대상 줄알아 준다 친다 낸다 쏜다 는줄알 는편이낫 는편이좋 는편이나 게놔둬 게둬 \
     게내버려 줄게 줄거 음좋 면좋 둘거 왜 줌 없애줘 죽여줘 쫓아내줘 매달아야 도싸 죽인다 죽일거 죽일꺼 팬다 \
     테다 리라 한다 도무죄 도된 도괜찮 해야 줘야 게해야 시다 ㅂ시다 습시다 어야 여야 태운다 버린다 놓고 \
    ",
);
/// Says again what was said: quotation.
pub const QUOTES: Words = Words(
    "다고 라고 라는 다는 냐고 자고 이란 다니 라니 라며 다며 라면서 로그리는 라말 라불 로보는 로보지 로모는 \
     로몰 로취급 로낙인 로만드는 로묘사 취급 소리를낸 소리를내 소리낸 흉내 에비유 에빗 로비유 로빗 로표현 로그린 로그리 로치부 로여기 로깎 에견주",
);
/// After a quotation: the writer's own view all the same.
pub const BELIEFS: Words = Words(
    "보면된 보면됨 보면돼 봐도무방 봐야 해도과언 보는게 불러도 해도틀린 할수있 생각해 생각함 생각한 생각합 본다 봄 봐 믿어 믿는다 믿음 확신 느낀 느껴 거 게내 게결론 게사실 게팩트 건사실 건팩트 \
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
/// Speaks for people, or tells what was done to them: nothing in the sentence is weighed.
pub const SHIELDS: Words = Words(
    "차별 혐오발 혐오표 혐오하지 혐오를멈 혐오에 편견 폭력을당 피해자 괴롭힘 당했 당한 당하는 당하고 맞은 보호 지원 연대 반대 인권을위 \
     위해 위한 도와야 도울 돕는 모욕 조롱 취급하 취급받 비하 규탄 고발 판결 벌금 경찰 뉴스 기사 보도 사건 징역 재판 유죄 처벌을 \
     구속됐 체포됐 기소 혐의 막아야한다 존중 응원 사과 말라 하지마 하지말 하면안 아닙니다 아니다 아니에요 아니야 아냐 \
     아니라 아니고 않습니다 않아요 않다 않은 않는 잘못된생각 멸시받 억울 숨진 숨졌 사망 희생 추모 애도 구조 학대 손배 소송 \
     상담 예방 교육 봉사 캠페인 공연 전시 영화 소설 드라마 다큐 책 라고말한 라고한 라는말 라는글 다는말 다는글 라는댓글 다는댓글 \
     던시절 받던 당해서 웃음거리 눈치주 눈치를주 푸대접 홀대 갑질 착취 무시당 비닐하우스 욕하는 욕하지 놀리는 놀리지 때리는사람 때린 손찌검 해친",
);
/// Of all of them, always.
pub const WHOLE: Words = Words(
    "다들 전부 죄다 모든 모두 하나같이 싹다 싹 맨날 항상 언제나 원래 역시 것들 놈들 년들 새끼들 종자 족속 무리 떼 따위 부류 \
     절대 단한 하나도 도대체 대체 뿐이 밖에 치고 은다 는다 들다 꼭",
);
/// The writer's own view, or a question that asks nothing.
pub const VIEWS: Words = Words(
    "생각 솔직히 솔까 까놓고 개인적 내가볼 내가보기 보기엔 봅니다 본다 느낌 입장 의견 사실 팩트 결론 확신 믿는 장담 단언 인정 \
     왜 누가 뭐가 있냐 없냐 있나 없나 건가 는거야 냐고 할까 줄까 될까 않나 않냐 어쩌 무슨 언제까지 어떻게",
);
pub const KIND: Words = Words(
    "사랑 고마 감사 멋있 멋진 멋지 훌륭 존경 자랑 행복 축하 예쁜 예쁘 대단 환영 즐거 재밌 재미있 최고 좋은 좋아요 좋았 착한 \
     따뜻 친구가 다정 귀여 소중 힘내 파이팅 화이팅 아름다",
);
/// People of every day: more is wanted.
pub const HOMELY: Words =
    Words("여자 여성 남자 남성 엄마 아빠 아줌마 아저씨 아재 할머니 할아버지 할매 할배 마누라 주부 아주머니");
/// After a word of harm: told, not meant.
pub const TOLD: Words =
    Words("었다 였다 았다 었던 았던 었는 았는 었어 았어 였어 었습 았습 었고 당 는사람 린사람 은사람 서울 고울");
/// Before people, who are then what is said of it: the writer is one of them.
pub const SELVES: Words =
    Words("나는 난 저는 전 내가 제가 우리 우린 우리는 나도 저도 내가바로 그래나 그래나는 그래난 나름 뼛속까지");
/// After people: they are what the writer is.
pub const IS: Words =
    Words("이다 다 이야 야 임 이지 지 입니다 이에요 예요 인데 이라 라 이지만 이고 이거든 인디 이여 이란다");
/// Right before people: the writer is one of them.
pub const FELLOWS: Words = Words("나같은 저같은 나처럼 동지 우리같은 동료");
/// Before what is judged: it is an act.
pub const ACTS: Words = Words(
    "는게 는건 는거 은게 은건 던게 는것이 는것은 는일이 는일은 는짓은 는짓이 는행위는 는행위가 는말은 는말이 는태도",
);
/// Speaks for people, in a sentence that denies something good.
pub const SHIELDS_HARD: Words = Words(
    "차별 편견 피해 괴롭힘 보호 지원 연대 반대 위해 위한 존중 사과 화장실 시설 경사로 승강기 엘리베이터 일자리가 집이 방이 병원이 학교가 \
     기회가 제도가 갈곳 쉴곳",
);
/// What decent people are.
pub const GOOD: Words = Words(
    "정직하게 성실하게 착하게 제대로 양심적으로 멀쩡한 정상적인 정상인 정상인사람 제대로된 착한 똑똑한 정직한 정직하다 괜찮은 쓸만한 믿을만한 믿을 성실한 부지런한 깨끗한 예의바른 \
     예의있는 개념있는 양심있는 양심적인 점잖은 순수한 좋은 나은 배울만한 배울 존경할 존경할만한 호감가는 봐줄만한 도움되는 도움이되는 \
     일잘하는 책임감있는 상식적인 이성적인 온전한 올바른 바른 훌륭한 유능한 신뢰할 인간다운 사람다운 인간같은 사람같은 착하다 성실하다 \
     똑똑하다 깨끗하다 이성적이 양심이있",
);
pub const SOMEONE: Words = Words(
    "사람 놈 인간 녀석 애를 애가 애는 애들 년 자가 자를 소리 구석 점이 점은 점을 점도 면이 면은 데가 데는 꼴 경우 인물 존재 이가 분이 걸",
);
/// There is none, or nobody has seen one.
pub const NONE: Words = Words(
    "없 못봤 못본 본적이 본적없 보지못 들어본적 못들어 못만나 만나본적 한번도못 안보이 안나오 드물 멸종 어디있 어딨 있냐 있나 있긴 있기는 있기나 있을까 있겠 있는지 몇이나 하나도 \
     한명도",
);
/// Right after people: the same.
pub const OURSELVES: Words =
    Words("들끼리 인나 인내 인저 인제 인우리 끼리 1호 2호 로서 로살아온 로살아가 이자 라서행복 라서자랑 라자랑 라서좋");
/// Before an insult: it points to people named before.
pub const SCORN: Words =
    Words("그런 저런 이런 그딴 저딴 이딴 그쪽 저쪽 저따위 그따위 이따위 요런 조런 저 그 이 죄다 하여간 하여튼 역시");
/// After a word of harm, where "는" begins no clause about others.
pub const MEANT: Words =
    Words("는게 는법이필요 는법을만들 는법이라도 는것이답 는것이맞 는편이 는줄알 는수밖 는방법 는거다 는날");
/// What violence is done with.
pub const WEAPONS: Words = Words(
    "휘발유 칼 식칼 회칼 망치 몽둥이 방망이 야구방망이 도끼 총 엽총 낫 벽돌 라이터 화염병 쇠파이프 각목 염산 황산 기름통 시너 신나 가스통 쇠사슬 \
     죽창 장도리 전기톱 삽 곡괭이 공기총 석궁 폭죽 트럭 불도저 포크레인",
);
/// How it is brought.
pub const BROUGHT: Words = Words(
    "들고 가지고 챙겨 챙기 준비 사놨 사뒀 들이밀 몰고 휘두르 휘둘 꺼내 던지 붓 뿌리 뿌려 끼얹 갈아놨 갈고있 쥐고 싣고 차고",
);
/// What is then meant.
pub const COMES: Words = Words(
    "간다 갈거 갈게 갈께 가겠 가마 기다린다 기다릴 기다리고 나간다 나갈 찾아 맞이 대기 각오 두고봐 기대해 온다 올거 들어간다 들어갈 서있 줄게 줄거 \
     버릴 버린다 주겠 줘야 준다",
);
/// "게이로 사느니": anything is better.
pub const RATHER: Words = Words(
    "느니차라리 느니죽 느니개 느니돼지 느니혼자 느니내가 하느니 사느니 쓰느니 두느니 뽑느니 맡기느니 믿느니 사귀느니 결혼하느니 먹느니",
);
