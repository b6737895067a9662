//! Senses: what words do in a draft, from the registers of the knowledge files.

use super::topic::bits;

bits! {
    /// One thing that words do. At most 64, so that a set is one word.
    Sense, Senses {
        // Sells.
        Offer = "offer", Giveaway = "giveaway", Product = "product", Order = "order", Hurry = "hurry",
        Freebie = "freebie", Profit = "profit", Slogan = "slogan",
        // Is cheerful.
        Celebrate = "celebrate", Joke = "joke", Hype = "hype", Boast = "boast",
        // Is there for people.
        Condole = "condole", Serve = "serve", Halt = "halt", Apologise = "apologise", Help = "help",
        Inform = "inform", Commemorate = "commemorate", Deed = "deed",
        // Takes a side.
        Stand = "stand",
        // Offends.
        Slur = "slur", Contempt = "contempt", Threat = "threat", Stereotype = "stereotype", Crude = "crude",
        Mock = "mock",
        // Says, in what is answered, that something went badly.
        Plight = "plight",
        // Names people who have it hard.
        Hardship = "hardship",
        // Meets history; a sign by which haters know each other.
        Code = "code",
        // Names a disaster or crime that nobody has forgotten; keeps or tells the memory of one.
        Wound = "wound", Remember = "remember",
        Allusion = "allusion", Friction = "friction", Tribute = "tribute",
        // Alarms: news in a brand's mouth.
        Alarm = "alarm",
        // Says in a brand's own record that something went against its promise.
        Blemish = "blemish",
        // Shields: an ordinary phrase that contains a grave word.
        Harmless = "harmless",
        // Games, shows and sport, in a headline.
        Leisure = "leisure",
        // Also the name of a team, a band or a game.
        Double = "double",
        // Markets, elections, launches: in a headline about them, grave words are figures of speech.
        Figure = "figure",
        // No harm of today: anniversaries, trials, drills, statistics.
        Retold = "retold",
        // Only means something as a tag or slogan of an event.
        Rally = "rally",
        // Counter-speech and quotation: naming an insult to oppose it.
        Counter = "counter",
        // Invites the public to fill in, which goes wrong when people are angry.
        Invite = "invite",
        // Borrows despair, illness or atrocity.
        Despair = "despair",
        // Offers help in return for reach.
        Barter = "barter",
        // Repeats what a brand had to take back; without a meaning: the words in which people speak of such cases.
        Precedent = "precedent",
        // Means something grave when taken literally, nothing of the kind otherwise.
        Idiom = "idiom",
        // The grammar of offence: a group of people (many, one, or as a trait of a noun), what makes less of it, and the
        // frames around it.
        People = "people", Person = "person", Trait = "trait", Vile = "vile", Epithet = "epithet",
        Loathe = "loathe", Harm = "harm", Due = "due", Report = "report", Condemn = "condemn", Own = "own",
        // Goods and trades that belong to a kind of event: air tickets, umbrellas.
        Ware = "ware",
        // A phrase that a particular day or disaster owns.
        Day = "day",
        // Praises the writer's own goodness in general words; says what is meant by such praise, or who has checked it.
        Wash = "wash", Proof = "proof",
    }
}
