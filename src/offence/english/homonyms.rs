//! Slurs that are also ordinary words, and the company in which they are.

/// The word's beginnings, and words that tell the ordinary sense when they stand anywhere in the draft.
const SENSES: &[(&str, &str)] = &[
    (
        "dyke",
        "barrage breach breached breaches burst canal coast coastal cycle dam dams drain drainage ditch dutch embankment farmland fen \
         fens field fields flood flooded floods geology granite holland hike levee magma marsh marshes meadow netherlands \
         offa offa's polder polders reservoir river rock sea sheep sluice storm surge tide tides volcanic walk water waterlogged",
    ),
    (
        "trann",
        "automatic axle box car cars clutch engine ford fluid garage gear gearbox gears honda manual mechanic mustang \
         oil overdrive pickup rebuilt repair shift shifts speed swap torque toyota transmission truck van v8",
    ),
    (
        "retard",
        "acceleration boiling brake brakes cement chemical combustion concrete corrosion cooling decay development drying \
         economic evaporation fire flame flames germination growth gypsum hardening healing ignition oxidation plaster \
         progress rate reaction ripening rust setting spoilage spark timing tempo recovery resin rot spread wear",
    ),
    (
        "fag",
        "ash ashtray bum cigarette cigarettes cig cigs drag lighter lit nicotine pack packet pint pub puff quit quitting \
         rolled rolling smoke smoked smoker smokes smoking tobacco vape",
    ),
    (
        "fagg",
        "bassoon bundle butcher butcher's chips gravy meat meatballs mash mushy peas pork sausage sticks supper twigs",
    ),
    ("queer", "bequest duck fellow feeling fish odd pitch smell spoil sound spoils strange taste turn"),
    (
        "cripple",
        "budget business company costs economy exports industry network nhs production sanctions strike strikes supply system trade",
    ),
    ("coon", "cat cats cheese fur hound hunting kitten kittens maine trap"),
    (
        "chink",
        "armour armor blind blinds curtain curtains daylight door fence glass glasses ice light shutter shutters wall",
    ),
    ("spic", "pantry span clean tidy"),
    ("spick", "span clean tidy"),
    ("nip", "air beer bottle brandy bud chilly dog fabric frost puppy shop shops tuck whisky"),
    ("bitch", "breeder breeders kennel kennels litter pups puppies puppy spayed vet whelp whelped"),
    (
        "hoe",
        "allotment bed beds dig digging garden gardener gardening handle lawn plant potatoes rake seedlings shed soil spade weed weeding weeds",
    ),
    ("jap", "garden desserts"),
    ("mong", "beans bean kok"),
    ("spastic", "bladder bowel cerebral diplegia gait hemiplegia muscle muscles paralysis physiotherapy rigidity tone"),
    ("midget", "car league racing submarine submarines wrestling mg speedway"),
    ("abo", "antigens blood group groups incompatibility typing"),
    ("redskin", "potato potatoes peanuts spuds washington quarterback nfl"),
    ("homo", "erectus genus habilis sapiens milk luzonensis neanderthalensis"),
];

/// Whether this slur is an ordinary word among these words of the draft.
pub fn ordinary<'a>(slur: &str, words: impl Iterator<Item = &'a str> + Clone) -> bool {
    let fits = |(stem, _): &&(&str, &str)| slur.starts_with(stem);
    SENSES.iter().filter(fits).any(|(_, company)| {
        let mut company = company.split_ascii_whitespace();
        company.any(|near| words.clone().any(|word| word == near))
    })
}
