//! Open lists for weighing: violence and its tools, things that people are called, kind words.

use super::words::*;

/// A role, and the words that may play it.
pub const LISTS: &[(Roles, &str)] = &[
    (
        WHOLE,
        "all always any anybody anyone both each entire every everyone fewer first just kind lot lots never no nobody none \
         nothing only single sort such these those whole everywhere ever naturally typical bunch breed",
    ),
    (
        SHIELD,
        "abuse abused abusing accuse accused acceptable against anniversary arrested article attacked attacks awareness \
         barrier barriers blamed bullied bullies bully bullying celebrate celebrating \
         condemn defend defending denies discriminate discriminated discrimination discriminatory documentary donate \
         equality equally excluded exhibition fear felt film harassed harassment helping hire hired hurtful ignored \
         inclusion inclusive insulted insults justice listen marginalised marginalized mistreated mocked mocking novel \
         oppressed oppression persecuted persecution prejudice prevent prevented protect protected protecting \
         protection protects racism racist racists remember rescue rescued respect sexism sexist slander solidarity \
         stereotype stereotypes stigma stop stopped study support supporting supports survivor survivors targeted \
         threatened trolled unacceptable unfair victim victims wrongly",
    ),
    (
        KIND,
        "admire adore amazing awesome beautiful brave brilliant congrats congratulations delicious enjoy excellent \
         fantastic favourite favorite fun generous grateful great happily hero heroes hug inspiring kindness lovely loving \
         proud sweet talented thank thanks wonderful",
    ),
    (
        INTENT,
        "earned earns forfeit sooner wanted itching promises vow vowed guarantee belong belongs better bring cheer dare deserve deserved deserves dream enjoy glad gonna gotta happily happy hope \
         hoping imma let let's lets may must need needs ought pay please pray promise ready shall should solution \
         somebody someone swear time until want wanna wants wish i'd i'll we'd we'll wait next should've could've",
    ),
    (
        WEAPON,
        "ambulance ammo ammunition arson baton belt boot boots broomstick cane coffin concrete cosh crosshairs fuel gas gasoline hearse hospital lamppost lampposts molotov morgue nightstick poker projectile slingshot stones trigger tyre acid axe bat bats baton batons blade bleach bomb bombs bottle bottles brick bricks bullet bullets bulldozer bulldozers cattle \
         chainsaw club clubs crowbar dynamite fire fist fists flames flamethrower gallows gasoline grave graves grenade \
         grenades guillotine gun guns gunpoint hammer hammers knife knives lighter machete machetes match matches missile \
         missiles napalm noose nooses oven ovens petrol pitchfork pitchforks pistol razor rifle rifles rope ropes shotgun \
         shotguns shovel stake stick sticks sword tank tanks taser torch torches truck whip",
    ),
    (
        DECENT,
        "achieve achieved achievement brains brave business chance civilised civilized clean clever competent contribute \
         contributed contribution decency decent dignity fit good great honest honesty honour idea ideas intelligent \
         invented kind loyal manners mercy moral morals normal original person place quality reason respect right room \
         sane sense smart soul thought trusted trustworthy useful value welcome worth worthwhile worthy",
    ),
    (
        KINDS,
        "animals beings breed bunch characters creature creatures crowd folk folks gang garbage individuals kind kinds lot \
         ones people person persons rabble race scum sort sorts specimen specimens stuff trash tribe type types thing things vermin",
    ),
    (
        HITS,
        "bash bashed bashes batter break breaks broke broken carve cave caved cracks crack crush crushed crushes cut cuts \
         gouge kick kicked kicks knock knocked pop punch punched rearrange ring rip ripped shatter shattered slash slashed \
         slice slit smash smashed smashes snap snapped snaps split splits stamp stomp stomped stove tear twist wring",
    ),
    (
        BODY,
        "ankles arm arms back bones brain brains elbows eyes face faces fingers guts hands head heads jaw jaws knees \
         kneecaps leg legs lips mouth mouths neck necks nose noses ribs skull skulls spine spines teeth throat throats",
    ),
    (
        PARTED,
        "burning carting carted chased chasing chuck chucked chucking clearing cutting dragged dragging driven driving dumped hosed kicked kicking knocked knocking locked locking march marched marching mown packed packing pulled pulling pushed pushing putting rounded rounding running sending sent shipped shipping shoved shoving shove strung taken taking tearing threw throwing thrown torn tossed tossing wiped wiping beat blow boot burn cart chase chuck clear cut drag drive flush hose kick knock lock mow pack plough plow pull \
         push put root round run send ship shut smoke smoked snuff strike string take tear throw toss turf turn wipe",
    ),
    (PARTICLE, "apart away back down home off out over packing up overboard"),
    (
        TRIGGER,
        "around at by every from hear hearing like listen listening near next of see seeing sight standing thought time touched watch \
         watching when whenever",
    ),
    (
        GIVEN,
        "access been bought explanation fair gave get gets getting given hear heard loan offer offered paid \
         pay received reply seat see seen told treated treatment visa wage",
    ),
    (
        OPINION,
        "admit argue believe blunt bluntly controversial convinced fact facts frankly guess honest honestly imho imo opinion personally \
         reckon suppose think truth truthfully unpopular view undeniable wonder",
    ),
    (
        THING,
        "afterthought appliance appliances baggage ballast bandwidth bargain bin blip blot blunder bug bugs burden cargo clutter counterfeit \
         counterfeits debris decoration decorations defect defects dishrag dishrags dolls doormat doormats error errors \
         experiment experiments fertiliser fertilizer filler firewood flaw flaws fodder fuel furniture fuse glitch glitches \
         gadget gadgets hazard hole holes imitation imitations incubator incubators junk kindling leftovers luggage machine machines malfunction meat \
         merchandise mildew mistake mistakes mould nuisance objects obstacle obstacles ornament ornaments pollution pollutants props puppets \
         rag rags rejects robots rust scrap scraps scenery sideshow smudge speedbumps stain stains surplus target targets \
         tools toy toys trinkets vermin virus waste wreckage weed weeds womb wombs wreck",
    ),
    (
        HERDS,
        "breed breeding cram crammed crawl crawling creep flock flocking flood flooding gnaw graze herd herded infest infesting leech multiply \
         multiplying overrun pour pouring procreate rut scurry scuttle slither slithering spawn spawning spread spreading swarm swarming \
         teem",
    ),
    (
        GOODS,
        "citizen citizens civilised civilized clean clever decent equal equals faithful honest human humans intelligent law-abiding loyal \
         mammal moral natural normal peaceful proper real sane smart trustworthy wired",
    ),
    (MINE, "i i'd i'll i'm i've im me my our us we we'd we'll we're"),
    (
        HANDS,
        "belong belongs brandish bring bringing brings carry carrying deserve deserves face faces fetch get gets getting give gives goes going \
         got grab hand have keep keeping leave leaves leaving load loading met need needs pack packing receive sharpen sharpening take takes taking use using waiting \
         with",
    ),
    (
        HOMELY,
        "americans boomers boys brits chicks dads europeans fathers female females girl girls guys husbands ladies lads lady male males \
         men moms mother mothers mums teenagers teens whites wife wives woman women",
    ),
    (
        MANLY,
        "americans boomers boys brits dads europeans fathers guys husbands lads male males men mom's mum's mother mothers moms mums \
         teenagers teens whites wife wives",
    ),
];
