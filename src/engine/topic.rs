//! Topics: what an event is about, what a grave word names, and what an idiom's literal sense would mean.

/// Makes an enum of single bits with names, and a set of them.
macro_rules! bits {
    ($(#[$doc:meta])* $one:ident, $many:ident { $($name:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $one { $($name),* }

        impl $one {
            pub const ALL: &'static [$one] = &[$($one::$name),*];

            /// The name used in the knowledge files and in event records.
            pub const fn name(self) -> &'static str {
                match self { $($one::$name => $text),* }
            }

            pub fn find(name: &str) -> Option<$one> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        #[doc = concat!("A set of [`", stringify!($one), "`].")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $many(pub u64);

        impl $many {
            pub const NONE: $many = $many(0);

            pub const fn of(list: &[$one]) -> $many {
                let (mut bits, mut at) = (0, 0);
                while at < list.len() {
                    bits |= 1 << list[at] as u8;
                    at += 1;
                }
                $many(bits)
            }

            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            pub const fn has(self, one: $one) -> bool {
                self.0 & (1 << one as u8) != 0
            }

            /// Whether the two sets share a member.
            pub const fn meets(self, other: $many) -> bool {
                self.0 & other.0 != 0
            }

            pub const fn and(self, other: $many) -> $many {
                $many(self.0 & other.0)
            }

            /// Every member, in the order of `ALL`.
            pub fn iter(self) -> impl Iterator<Item = $one> {
                $one::ALL.iter().copied().filter(move |one| self.has(*one))
            }

            pub const fn with(self, other: $many) -> $many {
                $many(self.0 | other.0)
            }
        }
    };
}
pub(super) use bits;

bits! {
    /// One topic. At most 64, so that a set is one word.
    Topic, Topics {
        Death = "death", Shooting = "shooting", Attack = "attack", Explosion = "explosion", Fire = "fire",
        Flood = "flood", Storm = "storm", Quake = "quake", Drowning = "drowning", Cold = "cold", Heat = "heat",
        Outage = "outage", Air = "air", Road = "road", Rail = "rail", Ship = "ship", Collapse = "collapse",
        Crush = "crush", Epidemic = "epidemic", Food = "food", War = "war", Hostage = "hostage",
        Missing = "missing", Abuse = "abuse", Suicide = "suicide", Child = "child", Racism = "racism",
        Police = "police", Protest = "protest", Coup = "coup", Atrocity = "atrocity", Work = "work",
        Layoffs = "layoffs", Breach = "breach", Outrage = "outrage", Verdict = "verdict", Gender = "gender",
        Disability = "disability", Lgbtq = "lgbtq", Climate = "climate", Animals = "animals",
        Mourning = "mourning", Obituary = "obituary", Memorial = "memorial", Poison = "poison",
        Colonial = "colonial", Slavery = "slavery", Drugs = "drugs", Poverty = "poverty", Refugees = "refugees",
        Religion = "religion", Halloween = "halloween", Military = "military", Health = "health",
        Strike = "strike", Falling = "falling", Democracy = "democracy", Space = "space", Prices = "prices",
        Privacy = "privacy",
    }
}
