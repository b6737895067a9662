//! Which of the brand's stances a day or an event is about.

use crate::claims::{Library, read};
use crate::engine::{Event, fold};
use crate::profile::Stance;

/// Whether its name is about the target of a stance, or says one of the brand's own names for it.
pub fn is_about(library: &Library, event: &Event, stance: &Stance) -> bool {
    let wanted = library.target(&stance.target);
    let tags: String = event.hashtags.iter().map(|tag| format!(" #{}", tag.trim_start_matches('#'))).collect();
    let told = [format!("{}.{tags}", event.name), event.name_ko.clone()];
    let named = |text: &String| {
        let folded = format!(" {} ", fold(text).text);
        let names = std::iter::once(&stance.target).chain(&stance.aliases).chain(&stance.hashtags);
        names.map(|name| fold(name.trim_start_matches('#')).text).any(|name| says(&folded, &name))
    };
    let claimed =
        |text: &String| wanted.as_ref().is_some_and(|id| read(library, text).iter().any(|claim| claim.target == *id));
    told.iter().any(|text| named(text) || claimed(text))
}

/// A Latin name stands alone; a Korean one may have a particle behind it.
fn says(folded: &str, name: &str) -> bool {
    if name.chars().count() < 2 {
        return false;
    }
    if name.is_ascii() { folded.contains(&format!(" {name} ")) } else { folded.contains(&format!(" {name}")) }
}
