//! Any page where a person pointed at the box and at the button: a record made of data, by locators that hold.
//!
//! What was seen of an element are names and numbers of the page's code, never its text. Names that a build tool or a
//! framework draws anew each time are not learned; where nothing else is there, the place in the page is.

use super::Site;
use serde::{Deserialize, Serialize};

/// Known by no mark of its own: the record is made where a person pointed.
pub static SITE: Site =
    Site { id: "learned", name: "Learned", hosts: &[], detect: ":not(*)", never: "", account: "", composers: &[] };

/// Most elements from the one pointed at up to the root of the page.
pub const MAX_STEPS: usize = 64;
/// Longest value of an attribute that is learned, in bytes.
const MAX_VALUE: usize = 80;
/// Longest selector, in bytes. With `MAX_HOSTS` it keeps the settings below what an account's storage takes.
const MAX_SELECTOR: usize = 240;
/// Most selectors of one element that are kept.
const KEPT: usize = 2;
/// Longest path of a page that is kept, in bytes.
const MAX_PATH: usize = 120;
/// A selector below this is the place in the page, not a name: kept only where there is nothing better.
const NAMED: u32 = 40;

/// One element as the picker saw it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// Lower case.
    pub tag: String,
    /// Its number among the children of its parent with the same tag, from 1.
    pub index: u32,
    /// Name and value of the attributes in `MARKS`.
    pub marks: Vec<(String, String)>,
}

/// The element that was pointed at, then its ancestors up to the child of the root element.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seen(pub Vec<Step>);

/// A way to find the element again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub selector: String,
    /// How likely it still finds the element at a later visit: 0 to 100.
    pub score: u32,
}

/// What is kept of a host.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learned {
    pub editor: Vec<String>,
    pub submit: Vec<String>,
    /// Where it was: there the box must be found again.
    pub path: String,
    /// It stood in a dialog, which is not open from the start.
    pub dialog: bool,
    /// The page was found changed: nothing is watched until a person points again.
    pub changed: bool,
}

/// Attributes that name an element, and how well.
const MARKS: [(&str, u32); 10] = [
    ("id", 100),
    ("data-testid", 95),
    ("data-test", 95),
    ("data-qa", 95),
    ("data-cy", 95),
    ("name", 85),
    ("aria-label", 65),
    ("placeholder", 60),
    ("role", 20),
    ("type", 20),
];

/// Drawn by a tool, not written by a person: `:r1:`, `css-1q2w3e`, `ember412`, `a81bc81b-dead-4e5d`.
pub fn generated(value: &str) -> bool {
    if !value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'[' | b']')) {
        return true;
    }
    value.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let vowels = part.bytes().filter(|byte| b"aeiouyAEIOUY".contains(byte)).count();
        digits >= 3 || (digits > 0 && part.len() >= 5 && digits < part.len()) || (part.len() >= 6 && vowels == 0)
    })
}

fn mark(step: &Step, name: &str, score: u32) -> Option<(String, u32)> {
    let (_, value) = step.marks.iter().find(|(given, value)| given == name && !value.is_empty())?;
    let code = !matches!(name, "aria-label" | "placeholder");
    let plain = value.len() <= MAX_VALUE && !value.chars().any(char::is_control) && !value.contains(">>>");
    if !plain || (code && generated(value)) {
        return None;
    }
    Some((format!("[{name}='{}']", value.replace('\\', "\\\\").replace('\'', "\\'")), score))
}

/// Every name of an element, the best first.
fn names(step: &Step) -> Vec<(String, u32)> {
    MARKS.iter().filter_map(|(name, score)| mark(step, name, *score)).collect()
}

fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
        && tag.len() <= 40
        && tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && tag.as_bytes()[0].is_ascii_lowercase()
}

/// Ways to find the element again, the best first. Empty: what was seen is no element of a page.
pub fn candidates(seen: &Seen) -> Vec<Candidate> {
    let steps = &seen.0;
    let Some(own) = steps.first() else { return Vec::new() };
    if steps.len() > MAX_STEPS || !steps.iter().all(|step| is_tag(&step.tag) && step.index > 0) {
        return Vec::new();
    }
    let tag = &own.tag;
    let mut found: Vec<Candidate> = Vec::new();
    let mut add = |selector: String, score: u32| {
        if selector.len() <= MAX_SELECTOR && !found.iter().any(|known| known.selector == selector) {
            found.push(Candidate { selector, score });
        }
    };
    let named = names(own);
    for (name, score) in &named {
        add(format!("{tag}{name}"), *score);
    }
    // The nearest ancestor with a good name, and how far up it stands.
    let above = steps.iter().enumerate().skip(1).find_map(|(up, step)| {
        let (name, score) = names(step).into_iter().find(|(_, score)| *score >= NAMED)?;
        Some((up, format!("{}{name}", step.tag), score))
    });
    let path = |to: usize| {
        let steps = steps[..to].iter().rev().map(|step| format!("{}:nth-of-type({})", step.tag, step.index));
        steps.collect::<Vec<_>>().join(" > ")
    };
    if let Some((up, ancestor, score)) = &above {
        for (name, own) in &named {
            add(format!("{ancestor} {tag}{name}"), (own + score) / 2);
        }
        add(format!("{ancestor} {tag}"), score / 2);
        add(format!("{ancestor} > {}", path(*up)), 35);
    }
    for dialog in steps.iter().skip(1).filter(|step| step.tag == "dialog" || step.tag == "form").take(1) {
        for (name, own) in &named {
            add(format!("{} {tag}{name}", dialog.tag), own / 2 + 15);
        }
        add(format!("{} {tag}", dialog.tag), 25);
    }
    add(format!("html > {}", path(steps.len())), 10);
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    found
}

/// Of those that found just this element, the ones to keep: two names, or else one place.
pub fn choose(candidates: &[Candidate], unique: &[String]) -> Vec<String> {
    let sure: Vec<&Candidate> = candidates.iter().filter(|it| unique.contains(&it.selector)).collect();
    let named = sure.iter().filter(|it| it.score >= NAMED).take(KEPT).count();
    sure.iter().take(named.max(1)).map(|it| it.selector.clone()).collect()
}

impl Learned {
    /// Whether it may be used: it came out of settings, which another computer or a file may have brought.
    pub fn is_sound(&self) -> bool {
        let list = |list: &[String]| {
            (1..=KEPT).contains(&list.len())
                && list.iter().all(|it| !it.is_empty() && it.len() <= MAX_SELECTOR && !it.contains(">>>"))
        };
        list(&self.editor) && list(&self.submit) && self.path.len() <= MAX_PATH
    }

    /// None: one of the two cannot be told from the rest of the page.
    pub fn of(editor: &Seen, submit: &Seen, unique: &[String], path: &str, dialog: bool) -> Option<Learned> {
        let chosen = |seen: &Seen| choose(&candidates(seen), unique);
        // A path too long to keep is never asked for again, and that is right: it names one thing among many.
        let path = if path.len() <= MAX_PATH { path.to_string() } else { String::new() };
        let learned = Learned { editor: chosen(editor), submit: chosen(submit), path, dialog, changed: false };
        (learned.is_sound() && learned.editor != learned.submit).then_some(learned)
    }
}

/// A host as the browser writes it.
pub fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.len() <= 253
        && host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(tag: &str, index: u32, marks: &[(&str, &str)]) -> Step {
        let marks = marks.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Step { tag: tag.into(), index, marks }
    }

    fn page(mut steps: Vec<Step>) -> Seen {
        steps.push(step("body", 1, &[]));
        Seen(steps)
    }

    fn best(seen: &Seen) -> String {
        candidates(seen).first().map(|it| it.selector.clone()).unwrap_or_default()
    }

    #[test]
    fn names_that_people_write_are_learned_and_drawn_ones_are_not() {
        for drawn in
            [":r1:", "css-1q2w3e", "ember412", "a81bc81b-dead-4e5d", "«r3»", "sc-bdVaJa9x", "radix-:R2:", "xkcdqq"]
        {
            assert!(generated(drawn), "{drawn}");
        }
        for written in ["post-body", "compose_text", "message", "h1", "step-2", "submit", "post[body]"] {
            assert!(!generated(written), "{written}");
        }
    }

    #[test]
    fn the_best_name_comes_first_and_the_place_last() {
        let seen =
            page(vec![step("textarea", 1, &[("id", "post-body"), ("name", "body"), ("placeholder", "What's up?")])]);
        let all: Vec<String> = candidates(&seen).into_iter().map(|it| it.selector).collect();
        assert_eq!(all[..2], ["textarea[id='post-body']", "textarea[name='body']"]);
        assert!(all.contains(&r"textarea[placeholder='What\'s up?']".to_string()), "{all:?}");
        assert_eq!(all.last().map(String::as_str), Some("html > body:nth-of-type(1) > textarea:nth-of-type(1)"));
        let drawn = page(vec![step("textarea", 1, &[("id", ":r1:"), ("name", "body")])]);
        assert_eq!(best(&drawn), "textarea[name='body']");
    }

    #[test]
    fn an_element_without_a_name_is_found_below_one_that_has_one() {
        let row = step("div", 3, &[("data-testid", "composer")]);
        let seen = page(vec![step("div", 1, &[("role", "textbox")]), step("div", 2, &[]), row]);
        assert_eq!(best(&seen), "div[data-testid='composer'] div[role='textbox']");
        let all = candidates(&seen);
        assert!(all.iter().any(|it| {
            it.selector == "div[data-testid='composer'] > div:nth-of-type(2) > div:nth-of-type(1)" && it.score < NAMED
        }));
    }

    #[test]
    fn only_what_was_unique_is_kept_and_a_place_only_alone() {
        let seen = page(vec![step("textarea", 1, &[("name", "body"), ("aria-label", "Text")])]);
        let all = candidates(&seen);
        let every: Vec<String> = all.iter().map(|it| it.selector.clone()).collect();
        assert_eq!(choose(&all, &every), ["textarea[name='body']", "textarea[aria-label='Text']"]);
        assert_eq!(choose(&all, &every[2..]), ["html > body:nth-of-type(1) > textarea:nth-of-type(1)"]);
        assert!(choose(&all, &[]).is_empty());
        assert!(choose(&all, &["*".to_string()]).is_empty(), "only what we proposed");
    }

    #[test]
    fn hostile_facts_are_refused() {
        for tag in ["", "DIV", "a,b", "a b", "*", "1a", "a'"] {
            assert!(candidates(&page(vec![step(tag, 1, &[])])).is_empty(), "{tag}");
        }
        assert!(candidates(&page(vec![step("div", 0, &[])])).is_empty());
        assert!(candidates(&Seen(vec![step("div", 1, &[]); MAX_STEPS + 1])).is_empty());
        let long = "a".repeat(MAX_VALUE + 1);
        for value in [long.as_str(), "a >>> b", "a\nb"] {
            let seen = page(vec![step("input", 1, &[("placeholder", value)])]);
            assert!(candidates(&seen).iter().all(|it| !it.selector.contains("placeholder")), "{value}");
        }
        let seen = page(vec![step("input", 1, &[("placeholder", r"a'] , * \")])]);
        assert!(candidates(&seen).iter().any(|it| it.selector == r"input[placeholder='a\'] , * \\']"));
    }

    #[test]
    fn a_box_and_a_button_make_a_record_and_one_element_for_both_does_not() {
        let (editor, submit) = (
            page(vec![step("textarea", 1, &[("name", "body")])]),
            page(vec![step("button", 1, &[("type", "submit")])]),
        );
        let unique = ["textarea[name='body']".to_string(), "button[type='submit']".to_string()];
        let learned = Learned::of(&editor, &submit, &unique, "/new", false).expect("both are known");
        assert_eq!((learned.editor.len(), learned.submit.len()), (1, 1));
        assert!(Learned::of(&editor, &editor, &unique, "/new", false).is_none());
        assert!(Learned::of(&editor, &submit, &unique[..1], "/new", false).is_none());
        let far = Learned::of(&editor, &submit, &unique, &"/x".repeat(MAX_PATH), false).expect("sound");
        assert_eq!(far.path, "");
        assert!(!Learned { editor: vec!["a >>> b".into()], ..learned.clone() }.is_sound());
        assert!(!Learned::default().is_sound());
        assert!(is_host("tool.example") && !is_host("Tool.example") && !is_host("a/b") && !is_host(""));
    }
}
