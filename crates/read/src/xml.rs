//! XML one record element at a time, as a small tree. No document type definition is ever read.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::{Limits, Member, ReadError};

/// An element with its attributes, text and children. Names are local names, without a prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Local name.
    pub name: String,
    /// Attributes by local name.
    pub attributes: Vec<(String, String)>,
    /// Text of the element itself, trimmed.
    pub text: String,
    /// Child elements in order.
    pub children: Vec<Element>,
}

impl Element {
    /// The children of that name.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child of that name.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child of that name, or nothing.
    #[must_use]
    pub fn text_of(&self, name: &str) -> &str {
        self.first(name).map_or("", |child| child.text.as_str())
    }

    /// An attribute, or nothing.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }
}

/// Calls `each` with the root element (without children, record 0) and then with every element whose
/// local name is in `records`, with its number from 1 and its byte. Returns how many there were.
///
/// # Errors
/// The stream is damaged, not well-formed, or past a limit.
pub fn elements(
    member: &Member,
    records: &[&str],
    limits: &Limits,
    each: &mut dyn FnMut(u64, u64, &Element),
) -> Result<u64, ReadError> {
    let left = Rc::new(Cell::new(0));
    let input = BufReader::with_capacity(1 << 18, member.open(limits)?);
    let mut reader = Reader::from_reader(Rationed { input, left: Rc::clone(&left) });
    let mut buffer = Vec::new();
    let mut open: Vec<Element> = Vec::new();
    let (mut depth, mut count, mut start, mut size, mut is_root_seen) =
        (0usize, 0, 0, 0usize, false);
    let bad =
        |byte: u64, detail: String| ReadError::Damaged { name: member.name.clone(), byte, detail };
    loop {
        let byte = reader.buffer_position();
        let limit = |what, limit| ReadError::Limit {
            name: format!("{} at byte {byte}", member.name),
            what,
            limit,
        };
        left.set(limits.xml_record_bytes_max);
        let event = reader.read_event_into(&mut buffer).map_err(|e| match left.get() {
            0 => limit("has a part that is too large", limits.xml_record_bytes_max as u64),
            _ => bad(byte, e.to_string()),
        })?;
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > limits.xml_depth_max {
                    return Err(limit("is nested too deeply", limits.xml_depth_max as u64));
                }
                let element = element_of(&tag).map_err(|e| bad(byte, e))?;
                size += tag.len() + ELEMENT_BYTES;
                if !is_root_seen {
                    is_root_seen = true;
                    each(0, byte, &element);
                }
                if !open.is_empty() || records.contains(&element.name.as_str()) {
                    if open.is_empty() {
                        (start, size) = (byte, 0);
                    }
                    open.push(element);
                }
            }
            Event::Empty(tag) => {
                if !open.is_empty() {
                    let element = element_of(&tag).map_err(|e| bad(byte, e))?;
                    size += tag.len() + ELEMENT_BYTES;
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
            }
            Event::Text(text) => {
                if let Some(element) = open.last_mut() {
                    size += text.len();
                    element.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(element) = open.last_mut() {
                    let name: &str = &reference;
                    size += name.len();
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c.to_string()),
                        _ => quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned),
                    };
                    element.text.push_str(&resolved.unwrap_or_else(|| format!("&{name};")));
                }
            }
            Event::CData(data) => {
                if let Some(element) = open.last_mut() {
                    size += data.len();
                    element.text.push_str(&data);
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if let Some(mut element) = open.pop() {
                    element.text = element.text.trim().to_owned();
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    } else {
                        count += 1;
                        each(count, start, &element);
                    }
                }
            }
            Event::Eof => {
                if depth != 0 || !is_root_seen {
                    return Err(bad(byte, "the document ends before its root element".into()));
                }
                return Ok(count);
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if size > limits.xml_record_bytes_max {
            return Err(limit(
                "has a record that is too large",
                limits.xml_record_bytes_max as u64,
            ));
        }
        buffer.clear();
    }
}

/// What an element takes in memory beside its text, so that a record of many empty ones is bounded.
const ELEMENT_BYTES: usize = 64;

/// Input of which only so many bytes may be taken until the ration is renewed: the parser keeps a
/// whole comment, text or tag in memory before it hands it on.
struct Rationed<R> {
    input: R,
    left: Rc<Cell<usize>>,
}

impl<R: BufRead> BufRead for Rationed<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left.get() == 0 {
            return Err(std::io::Error::other("too long"));
        }
        let ready = self.input.fill_buf()?;
        Ok(&ready[..ready.len().min(self.left.get())])
    }

    fn consume(&mut self, amount: usize) {
        self.left.set(self.left.get().saturating_sub(amount));
        self.input.consume(amount);
    }
}

impl<R: BufRead> Read for Rationed<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let ready = self.fill_buf()?;
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.consume(count);
        Ok(count)
    }
}

fn element_of(tag: &BytesStart<'_>) -> Result<Element, String> {
    let name = tag.local_name().as_ref().to_owned();
    let mut element = Element { name, ..Element::default() };
    for attribute in tag.attributes().take(256) {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let value =
            quick_xml::escape::unescape(&attribute.value).map_err(|e| e.to_string())?.into_owned();
        element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Ok(element)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Element>, ReadError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.xml");
        std::fs::write(&path, text).unwrap();
        let member = crate::discover(&path, &Limits::default())?.remove(0);
        let mut out = Vec::new();
        elements(&member, &["R"], &Limits::default(), &mut |_, _, e| out.push(e.clone()))?;
        Ok(out)
    }

    #[test]
    fn records_with_entities_and_cdata() {
        let got =
            read("<L d='1'><R><N>A &amp; B&#39;s</N><E/></R><R><N><![CDATA[<x>]]></N></R></L>");
        let got = got.unwrap();
        assert_eq!(got[0].attribute("d"), "1");
        assert_eq!(got[1].text_of("N"), "A & B's");
        assert_eq!(got[2].text_of("N"), "<x>");
    }

    #[test]
    fn hostile_documents_are_refused() {
        let deep = "<a>".repeat(1000);
        for bad in ["<L><R>", "<L><R></L>", "", "plain", deep.as_str()] {
            assert!(read(bad).is_err(), "{bad}");
        }
        let long = format!("<L><!--{}--><R/></L>", "x".repeat(9 << 20));
        let error = read(&long).unwrap_err().to_string();
        assert!(error.contains("too large"), "{error}");
        assert!(read(&format!("<L><R>{}</R></L>", "<a/>".repeat(200_000))).is_err());
        let lol = "<!DOCTYPE L [<!ENTITY a \"x\">]><L><R><N>&a;</N></R></L>";
        assert_eq!(read(lol).unwrap()[1].text_of("N"), "&a;");
    }
}
