//! The closed lists of English grammar. Words of contempt are in the knowledge files.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The lists of grammar; the others are of nouns and verbs.
const GRAMMAR: u64 = 0xffff_ffff & !WHOLE.0;

/// What a word may do in a sentence: bits of the lists below that it stands in.
#[derive(Clone, Copy, Default)]
pub struct Roles(u64);

impl Roles {
    pub fn of(word: &str) -> Roles {
        TABLE.get(word).copied().unwrap_or_default()
    }

    /// Whether the word stands in any list: it is no noun that the lists do not know.
    pub fn any(self) -> bool {
        self.0 & GRAMMAR != 0
    }

    pub const fn or(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    pub fn has(self, role: Roles) -> bool {
        self.0 & role.0 != 0
    }
}

/// May stand between people and what is said of them without changing whom it is about.
pub const FILL: Roles = Roles(1 << 0);
/// Forms of "to be".
pub const COPULA: Roles = Roles(1 << 1);
/// Forms of "to be" for one thing.
pub const SINGULAR: Roles = Roles(1 << 2);
/// Denies.
pub const NEGATION: Roles = Roles(1 << 3);
/// Thinking and saying: denied, it denies what follows.
pub const ATTITUDE: Roles = Roles(1 << 4);
/// Nouns for persons: a trait before one of them makes people.
pub const PERSONS: Roles = Roles(1 << 5);
/// The same for one person.
pub const PERSON: Roles = Roles(1 << 6);
/// Before one person: any of them.
pub const ANY: Roles = Roles(1 << 7);
/// After a word that is also a trait: it stands alone.
pub const ALONE: Roles = Roles(1 << 8);
/// What was, or was done: told, not meant.
pub const PAST: Roles = Roles(1 << 16);
/// Who may hate in the writer's own voice, and what may stand before the verb.
pub const SELF: Roles = Roles(1 << 9);
/// After an object: it is only the first half of a longer one.
pub const CLOSES: Roles = Roles(1 << 10);
/// Before a verb of violence: it is meant.
pub const MODAL: Roles = Roles(1 << 11);
/// Before "to" and a verb of violence: it is meant.
pub const BEFORE_TO: Roles = Roles(1 << 12);
/// What people should be done to.
pub const DUTY: Roles = Roles(1 << 13);
/// Wishes for it.
pub const WISH: Roles = Roles(1 << 14);
/// After an insult: turns it into praise, or makes it about something else.
pub const SOFTENS: Roles = Roles(1 << 15);

/// What people make of the writer: "make my blood boil", "give me the creeps".
pub const CAUSES: Roles = Roles(1 << 17);
/// What it makes of them.
pub const AVERSION: Roles = Roles(1 << 18);
/// Between hatred and people: being near them, or seeing them.
pub const NEAR: Roles = Roles(1 << 19);
/// What one does with others, or lets them do.
pub const CONTACT: Roles = Roles(1 << 20);
/// Where one does it.
pub const SCENE: Roles = Roles(1 << 21);
/// What decent people have; said to be lacking, it is contempt.
pub const MERIT: Roles = Roles(1 << 22);
/// What anybody may do.
pub const RIGHT: Roles = Roles(1 << 23);
/// Nouns of harm, for those who are said to deserve it.
pub const PAIN: Roles = Roles(1 << 24);
/// Where people are locked up.
pub const CONFINES: Roles = Roles(1 << 25);
/// Verbs of damage, which need an object that is ours.
pub const RUINS: Roles = Roles(1 << 26);
/// The object of damage.
pub const OURS: Roles = Roles(1 << 27);
/// Verbs of seeming, before "like".
pub const SEEMS: Roles = Roles(1 << 28);
/// Before an insult: louder, and no insult itself.
pub const LOUD: Roles = Roles(1 << 29);
/// One animal, child or thing: "no better than a dog".
pub const LOWLY: Roles = Roles(1 << 31);

/// Marks a whole kind, or nobody of it: "all", "every", "none".
pub const WHOLE: Roles = Roles(1 << 30);
/// Speaks for people, or tells what was done to them: nothing near it is weighed.
pub const SHIELD: Roles = Roles(1 << 32);
/// Kind words: they weigh against contempt.
pub const KIND: Roles = Roles(1 << 33);
/// Means or wishes what is said: "should", "hope", "deserve".
pub const INTENT: Roles = Roles(1 << 34);
/// What violence is done with.
pub const WEAPON: Roles = Roles(1 << 35);
/// What decent people are; said of none of them, it is contempt.
pub const DECENT: Roles = Roles(1 << 36);
/// Nouns that point back: "that sort", "people like that".
pub const KINDS: Roles = Roles(1 << 37);

/// Verbs that break a body, and what they break.
pub const HITS: Roles = Roles(1 << 38);
pub const BODY: Roles = Roles(1 << 39);
/// Verbs that are violence with their particle: "run … over".
pub const PARTED: Roles = Roles(1 << 40);
/// Their particles.
pub const PARTICLE: Roles = Roles(1 << 41);
/// Between a feeling and whom it is about: "my skin crawls when …".
pub const TRIGGER: Roles = Roles(1 << 42);
/// What is handed to people or done for them: they lack it, and that is told.
pub const GIVEN: Roles = Roles(1 << 43);

/// The writer's own view follows.
pub const OPINION: Roles = Roles(1 << 44);

/// Things, for people: "are furniture".
pub const THING: Roles = Roles(1 << 45);
/// Verbs for animals and floods, for people: "they swarm into".
pub const HERDS: Roles = Roles(1 << 46);
/// What a citizen is; denied of a group, it is contempt.
pub const GOODS: Roles = Roles(1 << 47);

/// "I", "my", "we'll".
pub const MINE: Roles = Roles(1 << 48);
/// Hands something over, or has it ready.
pub const HANDS: Roles = Roles(1 << 49);
/// Words for people of every day.
pub const HOMELY: Roles = Roles(1 << 50);
/// Those of them that are rarely meant.
pub const MANLY: Roles = Roles(1 << 51);

/// Every word of the lists.
pub fn closed_words() -> impl Iterator<Item = &'static str> {
    LISTS.iter().chain(super::kinds::LISTS).flat_map(|(_, words)| words.split_ascii_whitespace())
}

static TABLE: LazyLock<FxHashMap<&str, Roles>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Roles> = FxHashMap::default();
    for (role, words) in LISTS.iter().chain(super::kinds::LISTS) {
        for word in words.split_ascii_whitespace() {
            table.entry(word).or_default().0 |= role.0;
        }
    }
    table
});

const LISTS: &[(Roles, &str)] = &[
    (
        FILL,
        "a absolute absolutely actual actually af again all all-time also always an and another any anyone \
         apparently around as at away back basically be become been being better big bloody bunch but by clearly \
         complete completely country damn definitely down each earth else entire equally especially even ever \
         every everyone extremely far first for fr freaking fuckin fucking full genuinely get getting goddamn \
         going gonna got group herd here honestly horde idk imo in inherently just kind kinda last least less like \
         literally little load lol lot lots mainly man many men mere more most mostly much n naturally nature \
         nearly next ngl now obviously of off often omg on one ones only or other our out over pack people plain \
         pretty probably pure quite r rather really rest rly same seriously should simply single smh so society \
         some sort still stop such tbh tf than that the their them themselves these they this those to together \
         too total totally true truly two u up us usually utter utterly very what whole will with world worse \
         would wtf you",
    ),
    (COPULA, "ain't are aren't be been being is isn't r they're"),
    (SINGULAR, "is isn't"),
    (
        NEGATION,
        "ain't aren't barely can't cannot cant couldn't didn't doesn't don't dont hardly hasn't haven't isn't neither \
         never no nobody none nor not nothing scarcely shouldn't wasn't weren't without won't wouldn't",
    ),
    (ATTITUDE, "accept agree believe claim consider feel mean pretend say think thinks"),
    (
        PERSONS,
        "athletes babies bars beggars boys children communities community couples dudes families clubs shelters fathers females folk \
         folks girls guys immigrants kids ladies lads males men migrants mothers neighbors neighbours owners \
         parents people peoples persons ppl refugees students teenagers teens veterans voters women workers youths",
    ),
    (
        PERSON,
        "baby bastard bitch boy child couple dude family female girl guy kid lady male man parent person student \
         teacher teen woman worker",
    ),
    (
        ANY,
        "a all an another any average dead disgusting dumb each every good last next no one only random single some stupid than \
         typical you",
    ),
    (
        ALONE,
        "again and are at by can could deserve deserves dies do does ever from has have here i in is like may must needs on \
         or should that there to today was who will would yesterday you'd you'll you've they'd they'll he'd she'd i'd i'll we'd",
    ),
    (
        SELF,
        "absolutely actually all also always am and anyone are but can completely deeply do else even everybody \
         everyone family fuckin fucking genuinely god honestly house i i'd i'll i'm i've is just kinda literally \
         lol me must not only or people really should so still tbh than that the there there's theres to truly us was we",
    ),
    (PAST, "was wasn't were weren't had hadn't used didn't"),
    (CLOSES, "be being face get getting have having need"),
    (
        MODAL,
        "again all always and better dare go gonna gotta hope i'd i'll imma just let let's lets must now or ought \
         please shall should so somebody someone then time us wanna we'd we'll wish",
    ),
    (
        BEFORE_TO,
        "about begin bound coming decided duty going got has have here legal like love need needs ok okay ought plan planning prepared ready start time try \
         wait want wants way",
    ),
    (DUTY, "better deserve deserved deserves gotta has have must need needs ought shall should shouldn't"),
    (WISH, "day hope hoping let love make pray see wait wanna want wants wish"),
    (
        SOFTENS,
        "about activists beautiful cool differently fans fast free funny good hot lover lovers owners proud rich rights short smart \
         strong talented trainers welfare",
    ),
    (
        CAUSES,
        "bring brings drive drives fill fills get gets give gives leave leaves make makes making put puts send sends \
         turn turns",
    ),
    (
        AVERSION,
        "bile boiling churn churns crawls crawling cringe flinch gagging recoil heave squirm turns aggression anger angry barf boil boils bonkers chills contempt crawl creeps dread disgust disgusted furious \
         gag hate hatred headache headaches heebie-jeebies hurl ill insane loathing mad migraine murderous nausea \
         nauseated nauseous nightmares nuts off puke puking rage repulsion retch revulsion scream seethe shiver \
         shivers shudder sick sick-to sickness spit throw-up unsafe vomit vomiting willies",
    ),
    (
        NEAR,
        "about alongside among anywhere around beside behind close dealing everything existence face faces having hear \
         hearing idea interacting knowing listening living looking meeting meet near next presence seeing see sharing \
         sight sit sitting smell sound standing stand stench surrounded talk talking thought touching voice voices \
         watching working",
    ),
    (
        CONTACT,
        "accept allow associate be befriend believe buy catch caught date dating eat employ employing hang help hire hiring \
         invite kiss kissing let listen live living love marry marrying rent respect see serve serving shake share \
         sharing sit sitting sleep sleeping socialise socialize speak stand talk teach tolerate touch touching trust \
         vote work working",
    ),
    (
        SCENE,
        "air anything bathroom bed bench building bus business car changing club company country daughter desk elevator flat \
         food gym hand hands home house household kids life meal neighborhood neighbourhood next near office planet \
         pool restaurant room school seat shop son space spot street table taxi team toilet town train village world",
    ),
    (
        MERIT,
        "business ambition backbone brain brains class compassion conscience control courage culture decency dignity \
         discipline empathy ethics feelings gratitude honor honour honesty humanity humility hygiene integrity \
         intellect intelligence logic loyalty manners mind modesty moral morality morals patience place pride \
         principles purpose reason redeeming respect restraint self-control self-respect sense shame skill skills \
         soul souls standards talent taste use value values virtue wit work-ethic worth",
    ),
    (
        RIGHT,
        "adopt be breathe breed come complain date drive enter exist have immigrate lead live marry multiply own \
         procreate reproduce speak stay study teach vote work",
    ),
    (
        PAIN,
        "beating bullet bullets contempt death extinction gallows grave guillotine hell hatred hiding jail kick kicking misery \
         noose nothing pain prison punch punishment rope slap slapping spanking spit suffering thrashing torture \
         whipping",
    ),
    (
        CONFINES,
        "coffin hospital morgue ocean river asylum asylums bars boat boats cage cages camp camps cell cells chains crosshairs deport ditch fire furnace \
         gallows ghetto ghettos graves ground gulag hell jail jails leash oven ovens plane planes prison prisons \
         reservations sea trash wall zoo zoos",
    ),
    (
        RUINS,
        "contaminate contaminating corrupt corrupting damage damaging degrade degrading destroy destroying destroys \
         drain draining exploit exploiting flood flooding harm harming infect infecting infest infesting invade \
         invading overrun plague plaguing poison poisoning pollute polluting ruin ruining ruins spoil spoiling spoils \
         steal stealing swamp terrorise terrorize threaten threatening undermine undermining weaken weakening wreck \
         wrecking wrecks",
    ),
    (
        OURS,
        "all america britain children cities civilisation civilization culture england europe everyone everything it \
         kids lives my nation neighborhoods neighbourhoods our society streets the this traditions us values western",
    ),
    (
        SEEMS,
        "act acting acts behave behaves behaving breed breeding dress drive eat eats fight look looking looks live \
         lives living reproduce reek smell smells sound sounds speak spread swarm talk talks think thinks walk",
    ),
    (
        LOWLY,
        "amoeba animal animals ape apes baby beast brick bricks bug cat cats chicken chimp chimps child cockroach cow dog \
         dogs donkey doormat fish fly goat goldfish hamster hamsters insect insects leech maggot mule monkey monkeys pet \
         pets pig pigs plant potato puppy rat rats rock rocks sheep slave slug snail snake stone toddler toddlers vacuum worm",
    ),
    (LOUD, "bloody damn freaking fricking fuckin fucking goddamn goddamned motherfucking"),
];
