//! Names in a headline: the places and persons that a grave line is about.

use super::super::knowledge::Knowledge;
use super::super::text::fold;

/// Everyday words, which name nobody even where a headline writes every word with a capital.
const COMMON: &str = "\
    about accident actor actress adult after again against airline airport alert alive almost also amid among anger another \
    apartment april area army around arrested artist athlete august aunt author baby back band bank banking bar basketball beach \
    because before beloved best between bicycle billion biggest blue boat book border both bottle boss bowl boy boys breaking \
    bride bridge brother brown building business cafe calls camera camp campus canada captain caught cause center centre \
    chairman champion channel chaos chef chief child children christmas church cinema city class climber clinic clothes club \
    coach coast coffee college comedian coming company composer concert construction convicted couple court cousin cricket \
    crisis crowd cruise customer daily dancer daughter daylight days december deep deputy designer desk details detective \
    director district doctor dog dozen dozens driver during early east eastern editor eight election eleven elementary \
    employee employees engine engineer english evening every everyone everything expert face factory family fans farm farmer \
    fashion father favorite favourite fears february feared festival final finally firefighter first five floor following food \
    football footballer former found founder four free french friday friend friends from front game garden gate german girl \
    girls give golden good government grandmother green grocery ground group guard guest guests guitarist half hall happened \
    happy harbor harbour head health heart heavy help here high highway hiker hill historic history holiday home homes hope \
    hospital host hotel hour hours house huge hundred hundreds husband indian inside into investigation island january judge \
    july june just keep king kitchen know known lake large last late later launch lawyer leader least leave left legend \
    legendary life light line little live lives local long look lorry love major mall manager many march market mayor media \
    member members memorial men midnight might mile million miner minister minute monday month months more morning most mother \
    motorcycle mountain movie museum music musician named national near nearly neighbor neighbour nearby never news next \
    night nine north northern november nurse ocean october office officer official officials once online only open opening \
    orange other outside over owner painter parade parents park parking part party passenger passengers pastor patient people \
    person photo photos pilot place plane planet plant player playground poet pool popular president priest prime prince \
    princess probe producer professor public queen race radio rain rapper red rescue residents resort restaurant return \
    revealed river road rock roof room route royal runner rural safe said sailor saturday save says scene school season \
    second senator september series seven several shop shopper shoppers shopping show sister site skiers small snow social \
    soldier some song south southern spring square stadium staff stand star state station still store storm street strong \
    student students sudden suddenly suburb subway summer sunday support surgeon suspect swimmer teacher team teen teenager \
    tells temple ten tens thank theater theatre them then there they third this thousand thousands three thursday ticket \
    time today together tomorrow tonight tour tourist tourists tower town traffic trail train travel tree trip truck tuesday \
    tunnel twelve twenty twins uncle under underground union unique university until update valley very veteran victim video \
    village visitor visitors voice wait walk wall warehouse warning watch water wedding wednesday week weekend weeks well west \
    western what when where which while white wife will window winter with witness woman women work worker workers world \
    would writer year years yesterday yoga young your youth pray prayers justice remember always stop";

/// The place or person that a grave line is about: its words that mean nothing else. "Boston bombing" gives "boston".
pub fn proper_names(knowledge: &Knowledge, name: &str) -> Vec<String> {
    // A tag is written without spaces: "#ParisAttacks" is about Paris.
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut small = false;
    for c in name.chars() {
        if small && c.is_uppercase() {
            spaced.push(' ');
        }
        small = c.is_lowercase();
        spaced.push(c);
    }
    let words = spaced.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !COMMON.split_whitespace().any(|common| word.eq_ignore_ascii_case(common)))
        .filter(|word| {
            let first = word.chars().next();
            let korean = first.is_some_and(|c| ('가'..='힣').contains(&c)) && word.chars().count() >= 2;
            let latin = first.is_some_and(char::is_uppercase)
                && word.chars().count() >= 4
                && word.chars().skip(1).all(char::is_lowercase);
            korean || latin
        })
        .map(fold)
        .filter(|word| knowledge.scan(word).is_empty())
        .map(|word| word.text)
        .take(8)
        .collect()
}
