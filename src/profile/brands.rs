//! Several brands of one person: their profiles, which one is chosen, and the one that was taken away last.

use super::Profile;
use serde::{Deserialize, Serialize};

/// Most brands, and most bytes of all their profiles as JSON: storage keeps them twice.
pub const MAX_BRANDS: usize = 20;
pub const MAX_ALL_BYTES: usize = 2 * 1024 * 1024;

/// The id of the first brand, which was the only one before there could be several.
pub const FIRST: u32 = 1;

/// How long one that was taken away can be put back, in ms.
pub const KEPT_FOR: f64 = 86_400_000.0;

/// One brand. The id is drawn once and never used again: past posts lie under it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Kept {
    pub id: u32,
    pub profile: Profile,
}

/// A brand that was taken away.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Removed {
    pub brand: Kept,
    /// Its place in the list.
    pub place: usize,
    /// ms since 1970.
    pub at: f64,
}

/// All of them. There is always one, perhaps without a profile yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brands {
    /// The one that counts where no account says otherwise.
    pub chosen: u32,
    pub all: Vec<Kept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removed>,
}

/// What storage had under one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Found<T> {
    #[default]
    Nothing,
    /// Something that is none of ours, or that has something wrong.
    Broken,
    Sound(T),
}

impl<T> Found<T> {
    fn sound(self) -> Option<T> {
        match self {
            Found::Sound(value) => Some(value),
            Found::Nothing | Found::Broken => None,
        }
    }
}

/// The last good state: the brands, those before the last change, or the profile of before there could be several and the
/// one before that. And whether something was there and broken.
pub fn last_good(brands: [Found<Brands>; 2], profile: [Found<Profile>; 2]) -> (Brands, bool) {
    let newest = if brands[0] == Found::Nothing { profile[0] == Found::Broken } else { brands[0] == Found::Broken };
    let old = profile.into_iter().map(|found| found.sound().map(Brands::one));
    let found = brands.into_iter().map(Found::sound).chain(old).flatten().next();
    (found.unwrap_or_default(), newest)
}

impl Default for Brands {
    fn default() -> Brands {
        Brands::one(Profile::default())
    }
}

impl Brands {
    /// What was stored before there could be several.
    pub fn one(profile: Profile) -> Brands {
        Brands { chosen: FIRST, all: vec![Kept { id: FIRST, profile }], removed: None }
    }

    /// Whether this can be used as it is: ids that tell them apart, a chosen one, and nothing wrong in any profile.
    pub fn is_sound(&self) -> bool {
        let again = |at: usize, kept: &Kept| self.all[..at].iter().any(|earlier| earlier.id == kept.id);
        let bad = |(at, kept): (usize, &Kept)| kept.id == 0 || again(at, kept) || kept.profile.problem().is_some();
        self.all.len() <= MAX_BRANDS && self.get(self.chosen).is_some() && !self.all.iter().enumerate().any(bad)
    }

    pub fn get(&self, id: u32) -> Option<&Profile> {
        self.all.iter().find(|kept| kept.id == id).map(|kept| &kept.profile)
    }

    /// The id of the one that is meant: 0 is the chosen one.
    pub fn meant(&self, id: u32) -> u32 {
        if id == 0 { self.chosen } else { id }
    }

    /// The profile of the chosen one.
    pub fn chosen(&self) -> &Profile {
        static NONE: Profile = Profile {
            name: String::new(),
            sector: String::new(),
            regions: Vec::new(),
            accounts: Vec::new(),
            stances: Vec::new(),
            dates: Vec::new(),
        };
        self.get(self.chosen).unwrap_or(&NONE)
    }

    pub fn several(&self) -> bool {
        self.all.len() > 1
    }

    /// The brand whose account a page of this host shows, if it is exactly one's.
    pub fn by_account(&self, host: &str, shown: &str) -> Option<u32> {
        let has = |kept: &&Kept| kept.profile.accounts.iter().any(|account| account.is(host, shown));
        let mut found = self.all.iter().filter(has);
        found.next().filter(|_| found.next().is_none()).map(|kept| kept.id)
    }

    /// With another profile for one of them. None: there is no such brand.
    pub fn with(&self, id: u32, profile: Profile) -> Option<Brands> {
        let mut brands = self.clone();
        brands.all.iter_mut().find(|kept| kept.id == id)?.profile = profile;
        Some(brands)
    }

    /// With one more, which is chosen then. None: there are too many, or the id is taken.
    pub fn added(&self, id: u32, profile: Profile) -> Option<Brands> {
        let taken = id == 0 || self.get(id).is_some() || self.removed.as_ref().is_some_and(|it| it.brand.id == id);
        if taken || self.all.len() >= MAX_BRANDS {
            return None;
        }
        let mut brands = self.clone();
        brands.all.push(Kept { id, profile });
        brands.chosen = id;
        Some(brands)
    }

    /// With another one chosen.
    pub fn choosing(&self, id: u32) -> Option<Brands> {
        self.get(id)?;
        Some(Brands { chosen: id, ..self.clone() })
    }

    /// Without one, which can be put back; what was taken away before is gone then. None: it is the only one, or none.
    pub fn without(&self, id: u32, now: f64) -> Option<Brands> {
        let place = self.all.iter().position(|kept| kept.id == id).filter(|_| self.several())?;
        let mut brands = self.clone();
        let brand = brands.all.remove(place);
        if brands.chosen == id {
            brands.chosen = brands.all[place.min(brands.all.len() - 1)].id;
        }
        brands.removed = Some(Removed { brand, place, at: now });
        Some(brands)
    }

    /// With the one that was taken away last back in its place, and chosen.
    pub fn restored(&self) -> Option<Brands> {
        let mut brands = self.clone();
        let Removed { brand, place, .. } = brands.removed.take()?;
        if brands.all.len() >= MAX_BRANDS || brands.get(brand.id).is_some() {
            return None;
        }
        brands.chosen = brand.id;
        brands.all.insert(place.min(brands.all.len()), brand);
        Some(brands)
    }

    /// Without the one that was taken away, if its time is over; and its id. A clock that was set back does not keep it
    /// for ever.
    pub fn tidied(&self, now: f64) -> Option<(Brands, u32)> {
        let removed = self.removed.as_ref().filter(|removed| !(0.0..KEPT_FOR).contains(&(now - removed.at)))?;
        Some((Brands { removed: None, ..self.clone() }, removed.brand.id))
    }

    /// How large they are as JSON, in bytes.
    #[cfg(feature = "json")]
    pub fn bytes(&self) -> usize {
        let removed = self.removed.iter().map(|removed| &removed.brand);
        self.all.iter().chain(removed).map(|kept| super::json::print(&kept.profile).len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Account;
    use super::*;

    fn named(name: &str, accounts: &[&str]) -> Profile {
        let accounts = accounts.iter().map(|line| Account::of(line)).collect();
        Profile { name: name.into(), accounts, ..Profile::default() }
    }

    fn names(brands: &Brands) -> Vec<&str> {
        brands.all.iter().map(|kept| kept.profile.name.as_str()).collect()
    }

    fn three() -> Brands {
        let brands = Brands::one(named("Tahoe", &["x.com @tahoe"]));
        let brands = brands.added(7, named("Bread", &["x.com @bread", "@both@m.example"])).expect("room");
        brands.added(9, named("해오름", &["@both@m.example"])).expect("room")
    }

    #[test]
    fn an_account_names_its_brand_if_it_is_of_one_only() {
        let brands = three();
        assert_eq!(brands.by_account("x.com", "/bread"), Some(7));
        assert_eq!(brands.by_account("x.com", "/tahoe"), Some(FIRST));
        assert_eq!(brands.by_account("m.example", "/@both"), None, "it is of two");
        assert_eq!(brands.by_account("x.com", "/someone"), None);
        assert_eq!(brands.by_account("bsky.app", "/profile/bread"), None);
    }

    #[test]
    fn one_that_is_taken_away_can_be_put_back_in_its_place_for_a_day() {
        let brands = three().choosing(7).expect("there");
        let less = brands.without(7, 1000.0).expect("three");
        assert_eq!((names(&less), less.chosen), (vec!["Tahoe", "해오름"], 9));
        assert_eq!(less.restored().map(|back| (back.all == brands.all, back.chosen)), Some((true, 7)));
        assert_eq!(less.tidied(1000.0 + KEPT_FOR / 2.0), None);
        let (later, id) = less.tidied(1000.0 + KEPT_FOR).expect("its time is over");
        assert_eq!((later.restored(), id), (None, 7));
        assert!(less.tidied(0.0).is_some(), "a clock that was set back");
    }

    #[test]
    fn the_last_one_stays_and_no_id_is_used_twice() {
        let one = Brands::default();
        assert_eq!(one.without(FIRST, 0.0), None);
        assert_eq!(one.added(FIRST, Profile::default()), None);
        let less = three().without(7, 0.0).expect("three");
        assert_eq!(less.added(7, Profile::default()), None, "its past posts may come back with it");
        assert_eq!(one.choosing(5), None);
        assert_eq!(one.with(5, Profile::default()), None);
    }

    #[test]
    fn the_one_profile_of_before_becomes_the_first_brand() {
        use Found::{Broken, Nothing, Sound};
        let (old, older) = (named("Now", &[]), named("Before", &[]));
        let none = [Nothing, Nothing];
        assert_eq!(last_good(none.clone(), [Nothing, Nothing]), (Brands::default(), false));
        let migrated = last_good(none.clone(), [Sound(old.clone()), Sound(older.clone())]);
        assert_eq!(migrated, (Brands::one(old.clone()), false));
        assert_eq!(last_good(none, [Broken, Sound(older.clone())]), (Brands::one(older.clone()), true));
        let profiles = || [Sound(old.clone()), Sound(older.clone())];
        assert_eq!(last_good([Sound(three()), Nothing], profiles()), (three(), false), "the profile is of before");
        assert_eq!(last_good([Broken, Sound(three())], profiles()), (three(), true));
        assert_eq!(last_good([Broken, Broken], profiles()), (Brands::one(old.clone()), true));
    }

    #[test]
    fn no_more_than_there_is_room_for() {
        let mut brands = Brands::default();
        for id in 2..=MAX_BRANDS as u32 {
            brands = brands.added(id, Profile::default()).expect("room");
        }
        assert_eq!(brands.added(99, Profile::default()), None);
        assert!(brands.is_sound());
    }

    #[test]
    fn what_cannot_be_used_is_known() {
        assert!(three().is_sound());
        let broken: [fn(&mut Brands); 5] = [
            |brands| brands.chosen = 4,
            |brands| brands.all[1].id = FIRST,
            |brands| brands.all[1].id = 0,
            |brands| brands.all.clear(),
            |brands| brands.all[2].profile.regions.push("korea".into()),
        ];
        for change in broken {
            let mut brands = three();
            change(&mut brands);
            assert!(!brands.is_sound(), "{brands:?}");
        }
    }
}
