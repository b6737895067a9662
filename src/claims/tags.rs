//! Hashtags of several words written as one: a name, and what the rest says of it.

use super::library::{Library, Role, act_of, head_of, name_of};

impl Library {
    /// The side that a hashtag of several words takes: #antifeminism, #bancoal, #feminismiscancer, #기본소득반대.
    pub fn compound(&self, name: &str) -> Option<(u16, i8)> {
        const LONG: usize = 90;
        if name.len() > LONG {
            return None;
        }
        let named = |text: &str| self.names.get(text).copied().or_else(|| name_of(text));
        let mut cuts = name.char_indices().map(|(at, _)| at).skip(2);
        cuts.find_map(|at| {
            let (head, tail) = name.split_at(at);
            let plain = ["isa", "is", "are"].iter().find_map(|verb| tail.strip_prefix(verb)).unwrap_or(tail);
            let before = named(tail).zip(acts(head));
            let (target, (value, exists)) = before.or_else(|| named(head).zip(acts(tail).or_else(|| acts(plain))))?;
            let sign = if exists { 1 } else { target.1.sign() };
            Some((target.0, value * sign))
        })
    }
}

/// What the rest of a hashtag says of the target in it, and whether it only says that it exists.
fn acts(text: &str) -> Option<(i8, bool)> {
    let role = |role: Role| Some((role.value()?, matches!(role, Role::Affirm | Role::Deny)));
    if let Some(found) = act_of(text).and_then(role) {
        return Some(found);
    }
    if let Some(value) = head_of(text) {
        return Some((value, false));
    }
    // Korean strings one behind the other: 폐지반대, 제정하라.
    let mut rest = text;
    let mut value = 1;
    while !rest.is_ascii() {
        let mut ends = rest.char_indices().rev().map(|(at, c)| at + c.len_utf8());
        let longest = ends.find_map(|end| Some((end, role(act_of(&rest[..end])?)?)));
        let Some((end, (one, _))) = longest else { break };
        value *= one;
        rest = &rest[end..];
    }
    (rest.len() < text.len()).then_some((value, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_the_words_around_it_take_a_side() {
        let library = Library::new(&[vec!["Odalys Brandt".into(), "Brandt".into()], vec!["기본소득".into()]]);
        let side = |tag: &str| library.compound(tag).map(|(target, value)| (library.id(target).to_string(), value));
        let brand = |value| Some(("Odalys Brandt".to_string(), value));
        for (tag, want) in [
            ("teambrandt", brand(1)),
            ("neverbrandt", brand(-1)),
            ("odalysbrandtformayor", brand(1)),
            ("brandtmustgo", brand(-1)),
            ("brandt", None),
            ("brandtstreet", None),
            ("기본소득반대", Some(("기본소득".into(), -1))),
            ("기본소득폐지반대", Some(("기본소득".into(), 1))),
            ("기본소득토론회", None),
        ] {
            assert_eq!(side(tag), want, "{tag}");
        }
    }

    #[test]
    fn any_tag_is_read() {
        let library = Library::default();
        for tag in ["", "a", "가", "é", "반대", "climate", "ééclimate", &"가".repeat(500)] {
            assert_eq!(library.compound(tag), None, "{tag}");
        }
    }
}
