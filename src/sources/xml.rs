//! XML as a stream of entries. No document type is read, so no entity can be defined, fetched or multiplied.

use super::{MAX_ITEMS, Wrong, markup};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// How deep a document may be nested, and how much one entry may hold, in bytes and elements.
const MAX_DEPTH: usize = 64;
const MAX_ENTRY: usize = 256 * 1024;
const MAX_NODES: usize = 2000;

/// An element: names without their prefix, text with that of the children (an Atom title may be XHTML).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    /// The first child of this name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first child of this name, trimmed; empty if there is none.
    pub fn of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.trim())
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// A document: the root's name, what stands above the entries (`language`), and the entries.
#[derive(Debug, Default)]
pub struct Document {
    pub root: String,
    pub head: Vec<(String, String)>,
    pub entries: Vec<Node>,
}

impl Document {
    /// A text of the head, or empty.
    pub fn head(&self, name: &str) -> &str {
        self.head.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text.trim())
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_string()
}

fn node(start: &BytesStart) -> Node {
    let attributes = start
        .attributes()
        .flatten()
        .take(32)
        .map(|one| {
            let value = one.normalized_value(XmlVersion::Implicit1_0).map(|text| text.into_owned());
            (local(one.key.as_ref()), value.unwrap_or_default())
        })
        .collect();
    Node { name: local(start.name().as_ref()), attributes, ..Node::default() }
}

/// Streams through a document and keeps the elements named in `entries`, at most `MAX_ITEMS`.
///
/// A document that breaks off behind complete entries gives those: half a feed is better than none, and it is told
/// from a whole one by nothing that we would show.
pub fn read(text: &str, entries: &[&str]) -> Result<Document, Wrong> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut document = Document::default();
    // Open elements of the entry that is being read; outside an entry only their names.
    let mut open: Vec<Node> = Vec::new();
    let mut outside: Vec<String> = Vec::new();
    let (mut size, mut nodes) = (0, 0);
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) if !document.entries.is_empty() => return Ok(document),
            Err(problem) => return Err(Wrong::Xml(problem.to_string(), reader.error_position())),
        };
        match event {
            Event::Start(start) => {
                if open.len() + outside.len() >= MAX_DEPTH {
                    return Err(Wrong::Xml(format!("nested deeper than {MAX_DEPTH}"), reader.buffer_position()));
                }
                let name = local(start.name().as_ref());
                if document.root.is_empty() {
                    document.root = name.clone();
                }
                if !open.is_empty() || entries.contains(&name.as_str()) {
                    nodes += 1;
                    open.push(if nodes <= MAX_NODES { node(&start) } else { Node { name, ..Node::default() } });
                } else {
                    outside.push(name);
                }
            }
            Event::Empty(start) => {
                if let Some(parent) = open.last_mut() {
                    nodes += 1;
                    if nodes <= MAX_NODES {
                        parent.children.push(node(&start));
                    }
                } else if document.root.is_empty() {
                    document.root = local(start.name().as_ref());
                }
            }
            Event::End(_) => match open.pop() {
                Some(done) => match open.last_mut() {
                    Some(parent) if nodes <= MAX_NODES => parent.children.push(done),
                    Some(_) => {}
                    None => {
                        document.entries.push(done);
                        (size, nodes) = (0, 0);
                        if document.entries.len() >= MAX_ITEMS {
                            return Ok(document);
                        }
                    }
                },
                None => {
                    outside.pop();
                }
            },
            Event::Text(text) => say(&mut document, &mut open, &outside, &mut size, &text.xml10_content()),
            Event::CData(text) => say(&mut document, &mut open, &outside, &mut size, &text.xml10_content()),
            // An entity that the document defined itself stays out: definitions were never read.
            Event::GeneralRef(name) => {
                let mut buffer = [0; 4];
                let c = markup::reference(&name);
                // The references of markup inside markup stay references: they are taken out with the tags.
                match c {
                    Some(c) => say(&mut document, &mut open, &outside, &mut size, c.encode_utf8(&mut buffer)),
                    None => say(&mut document, &mut open, &outside, &mut size, " "),
                }
            }
            Event::Eof if document.root.is_empty() => return Err(Wrong::Other("no XML element in it")),
            Event::Eof if !open.is_empty() && document.entries.is_empty() => {
                return Err(Wrong::Xml("it breaks off".into(), reader.buffer_position()));
            }
            Event::Eof => return Ok(document),
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn say(document: &mut Document, open: &mut [Node], outside: &[String], size: &mut usize, text: &str) {
    if !open.is_empty() {
        *size += text.len();
        if *size <= MAX_ENTRY {
            // The entry itself needs no text of its own.
            let from = usize::from(open.len() > 1);
            open[from..].iter_mut().for_each(|node| node.text.push_str(text));
        }
    } else if let Some(name) = outside.last()
        && document.head.len() < 32
        && !text.trim().is_empty()
    {
        document.head.push((name.clone(), text.to_string()));
    }
}
