//! Fragments: what one record says about one entity, packed into bytes as it is mapped.
//!
//! Sources write fragments through [`Emitter`]; the pipeline groups them by entity and reads them
//! back with [`Fragment`]. A fragment is a private format of one build and is never published.

use crate::{Directness, Interest, InterestKind, Issue, IssueKind, PartialDate};
use crate::{Property, Ratio, Schema, Share, Terms, Via};

/// What makes two entities the same, and how sure that is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum KeyScheme {
    /// The value is the id of another entity (or referent) that this entity is. Same identifier.
    Id = 0,
    /// A Legal Entity Identifier. Same identifier.
    Lei = 1,
    /// An IMO ship number. Same identifier.
    Imo = 2,
    /// A list's reference for the designation (e.g. the UN reference). Same identifier.
    ListReference = 3,
    /// Normalised company name and country of incorporation. Strong, and only when unambiguous.
    NameCountry = 4,
}

impl KeyScheme {
    /// Reads a stored code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<KeyScheme> {
        Some(match code {
            0 => KeyScheme::Id,
            1 => KeyScheme::Lei,
            2 => KeyScheme::Imo,
            3 => KeyScheme::ListReference,
            4 => KeyScheme::NameCountry,
            _ => return None,
        })
    }
}

/// A key that joins entities.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct IdentityKey<'a> {
    /// What kind of key.
    pub scheme: KeyScheme,
    /// Its value, normalised.
    pub value: &'a str,
}

/// One claim: a property and a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Claim<'a> {
    /// Which property.
    pub property: Property,
    /// The cleaned value.
    pub value: &'a str,
    /// What the record has, where cleaning changed it; empty otherwise.
    pub original: &'a str,
    /// Language of the value (ISO 639), or empty.
    pub lang: &'a str,
}

/// Longest value kept, in bytes; longer text is cut at a character and an issue is raised.
pub const VALUE_BYTES_MAX: usize = 16 * 1024;

/// Collects the fragments and issues of a run of records of one file.
#[derive(Default, Debug)]
pub struct Emitter {
    bytes: Vec<u8>,
    issues: Vec<Issue>,
    record: u64,
    byte: u64,
    records: u64,
    declared_total: Option<u64>,
    declared_date: Option<PartialDate>,
    /// Starts of the fragments that carry keys, so that they are found without reading the others.
    keyed: Vec<usize>,
}

impl Emitter {
    /// An empty collector.
    #[must_use]
    pub fn new() -> Emitter {
        Emitter::default()
    }

    /// Starts a record: everything emitted from now on rests on it.
    ///
    /// `record` counts from 1 in its file; `byte` is where it starts in the unpacked file.
    pub fn record(&mut self, record: u64, byte: u64) {
        self.record = record;
        self.byte = byte;
        self.records += 1;
    }

    /// Records started so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Says how many records the file's own trailer counts; the build compares it with what it read.
    pub fn declare_total(&mut self, total: u64) {
        self.declared_total = Some(total);
    }

    /// What [`Emitter::declare_total`] was told.
    #[must_use]
    pub fn declared_total(&self) -> Option<u64> {
        self.declared_total
    }

    /// Says which date the file itself states for its content.
    pub fn declare_date(&mut self, date: PartialDate) {
        self.declared_date = Some(date);
    }

    /// What [`Emitter::declare_date`] was told.
    #[must_use]
    pub fn declared_date(&self) -> Option<PartialDate> {
        self.declared_date
    }

    /// Starts an entity. Nothing is kept of one that gets neither a claim, a key nor an interest.
    ///
    /// `id` must be non-empty; only its first 255 bytes count.
    pub fn entity(&mut self, id: &str, schema: Schema) -> EntityWriter<'_> {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(&[0; 4]);
        let id = cut(id, 255);
        self.bytes.push(id.len() as u8);
        self.bytes.extend_from_slice(id.as_bytes());
        self.bytes.push(schema.code());
        put_varint(&mut self.bytes, self.record);
        put_varint(&mut self.bytes, self.byte);
        let head = self.bytes.len();
        EntityWriter { out: self, start, head }
    }

    /// Raises an issue at the current record.
    pub fn issue(&mut self, kind: IssueKind, field: &str, value: &str) {
        let value = cut_chars(value, 200).to_owned();
        let (record, byte) = (self.record, self.byte);
        self.issues.push(Issue { kind, record, byte, field: field.to_owned(), value });
    }

    /// Raises an issue about the whole file.
    pub fn file_issue(&mut self, kind: IssueKind, field: &str, value: &str) {
        let value = cut_chars(value, 200).to_owned();
        self.issues.push(Issue { kind, record: 0, byte: 0, field: field.to_owned(), value });
    }

    /// The fragments so far, to be read with [`Fragment::read_all`], and the issues.
    #[must_use]
    pub fn into_parts(self) -> (Vec<u8>, Vec<Issue>) {
        (self.bytes, self.issues)
    }

    /// The fragments so far that carry at least one key.
    pub fn keyed(&self) -> impl Iterator<Item = Fragment<'_>> {
        self.keyed.iter().filter_map(|&start| Fragment::read_all(&self.bytes[start..]).next())
    }

    /// The fragments so far.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The issues so far.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }
}

const TAG_CLAIM: u8 = 0;
const TAG_KEY: u8 = 1;
const TAG_INTEREST: u8 = 2;

/// Writes one entity; it is complete when dropped.
#[derive(Debug)]
pub struct EntityWriter<'e> {
    out: &'e mut Emitter,
    start: usize,
    head: usize,
}

impl EntityWriter<'_> {
    /// Claims a value. Blank values are ignored; white space at the ends is removed.
    pub fn add(&mut self, property: Property, value: &str) -> &mut Self {
        self.add_full(property, value, "", "")
    }

    /// Claims a cleaned value and keeps what the record had when it differs.
    pub fn add_cleaned(&mut self, property: Property, value: &str, original: &str) -> &mut Self {
        self.add_full(property, value, original, "")
    }

    /// Claims a value with its original text and language; blank means none.
    pub fn add_full(
        &mut self,
        property: Property,
        value: &str,
        original: &str,
        lang: &str,
    ) -> &mut Self {
        let value = value.trim();
        if value.is_empty() {
            return self;
        }
        let kept = cut(value, VALUE_BYTES_MAX);
        if kept.len() < value.len() {
            self.out.issue(IssueKind::Truncated, property.name(), kept);
        }
        let original = cut(original.trim(), VALUE_BYTES_MAX);
        let original = if original == kept { "" } else { original };
        let out = &mut self.out.bytes;
        out.push(TAG_CLAIM);
        out.extend_from_slice(&property.code().to_le_bytes());
        put_str(out, kept);
        put_str(out, original);
        put_str(out, cut(lang, 8));
        self
    }

    /// Says which key this entity shares with others.
    pub fn key(&mut self, scheme: KeyScheme, value: &str) -> &mut Self {
        let value = cut(value.trim(), 1024);
        if !value.is_empty() {
            if self.out.keyed.last() != Some(&self.start) {
                self.out.keyed.push(self.start);
            }
            self.out.bytes.push(TAG_KEY);
            self.out.bytes.push(scheme as u8);
            put_str(&mut self.out.bytes, value);
        }
        self
    }

    /// Makes this entity a relationship: `holder` has `terms` in `subject` (both entity ids).
    /// At most one a fragment.
    pub fn interest(&mut self, holder: &str, subject: &str, terms: &Terms) -> &mut Self {
        let out = &mut self.out.bytes;
        out.push(TAG_INTEREST);
        put_str(out, cut(holder, 255));
        put_str(out, cut(subject, 255));
        let flags = u8::from(terms.is_joint) | u8::from(terms.start_is_censored) << 1;
        out.push(flags);
        put_varint(out, terms.start.map_or(0, |d| u64::from(d.code())));
        put_varint(out, terms.end.map_or(0, |d| u64::from(d.code())));
        put_varint(out, terms.interests.len() as u64);
        for interest in &terms.interests {
            out.push(interest.kind as u8);
            out.push(interest.via as u8);
            out.push(interest.directness as u8);
            let share = interest.share;
            out.push(u8::from(share.min_open) | u8::from(share.max_open) << 1);
            put_varint(out, share.min.numerator());
            put_varint(out, share.min.denominator());
            put_varint(out, share.max.numerator());
            put_varint(out, share.max.denominator());
        }
        self
    }
}

impl Drop for EntityWriter<'_> {
    fn drop(&mut self) {
        let bytes = &mut self.out.bytes;
        let length = bytes.len() - self.start - 4;
        match u32::try_from(length) {
            Ok(length) if bytes.len() > self.head => {
                bytes[self.start..self.start + 4].copy_from_slice(&length.to_le_bytes());
            }
            _ => bytes.truncate(self.start),
        }
    }
}

/// What one record says about one entity, read back.
#[derive(Clone, Debug)]
pub struct Fragment<'a> {
    /// The entity.
    pub id: &'a str,
    /// Its schema as this record sees it.
    pub schema: Schema,
    /// Number of the record in its file, from 1.
    pub record: u64,
    /// Where the record starts in the unpacked file.
    pub byte: u64,
    body: &'a [u8],
    /// The whole fragment without its length, as [`Fragment::read`] takes it.
    pub raw: &'a [u8],
}

/// One part of a fragment.
#[derive(Clone, Debug)]
pub enum Part<'a> {
    /// A claim.
    Claim(Claim<'a>),
    /// A key.
    Key(IdentityKey<'a>),
    /// A relationship: holder, subject, terms.
    Interest(&'a str, &'a str, Terms),
}

impl<'a> Fragment<'a> {
    /// Reads one fragment from bytes without their length prefix. `None` for malformed bytes.
    #[must_use]
    pub fn read(raw: &'a [u8]) -> Option<Fragment<'a>> {
        let mut at = raw;
        let length = take(&mut at, 1)?[0] as usize;
        let id = std::str::from_utf8(take(&mut at, length)?).ok()?;
        let schema = Schema::from_code(take(&mut at, 1)?[0])?;
        let record = take_varint(&mut at)?;
        let byte = take_varint(&mut at)?;
        Some(Fragment { id, schema, record, byte, body: at, raw })
    }

    /// Reads all fragments an [`Emitter`] wrote.
    pub fn read_all(mut bytes: &'a [u8]) -> impl Iterator<Item = Fragment<'a>> {
        std::iter::from_fn(move || {
            let length = take(&mut bytes, 4)?;
            let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
            Fragment::read(take(&mut bytes, length)?)
        })
    }

    /// The claims, keys and the relationship of this fragment in the order they were written.
    pub fn parts(&self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let mut body = self.body;
        std::iter::from_fn(move || read_part(&mut body))
    }

    /// Only the claims.
    pub fn claims(&self) -> impl Iterator<Item = Claim<'a>> + use<'a> {
        self.parts().filter_map(|part| match part {
            Part::Claim(claim) => Some(claim),
            _ => None,
        })
    }
}

fn read_part<'a>(body: &mut &'a [u8]) -> Option<Part<'a>> {
    match take(body, 1)?[0] {
        TAG_CLAIM => {
            let code = u16::from_le_bytes(take(body, 2)?.try_into().ok()?);
            Some(Part::Claim(Claim {
                property: Property::from_code(code)?,
                value: take_str(body)?,
                original: take_str(body)?,
                lang: take_str(body)?,
            }))
        }
        TAG_KEY => {
            let scheme = KeyScheme::from_code(take(body, 1)?[0])?;
            Some(Part::Key(IdentityKey { scheme, value: take_str(body)? }))
        }
        TAG_INTEREST => {
            let (holder, subject) = (take_str(body)?, take_str(body)?);
            let flags = take(body, 1)?[0];
            let start = take_date(body)?;
            let end = take_date(body)?;
            let count = take_varint(body)?;
            let mut interests = Vec::new();
            for _ in 0..count {
                interests.push(take_interest(body)?);
            }
            let terms = Terms {
                interests,
                start,
                end,
                is_joint: flags & 1 != 0,
                start_is_censored: flags & 2 != 0,
            };
            Some(Part::Interest(holder, subject, terms))
        }
        _ => None,
    }
}

fn take_date(body: &mut &[u8]) -> Option<Option<PartialDate>> {
    let code = u32::try_from(take_varint(body)?).ok()?;
    Some(PartialDate::from_code(code))
}

fn take_interest(body: &mut &[u8]) -> Option<Interest> {
    let head = take(body, 4)?;
    let kind = InterestKind::from_code(head[0])?;
    let via = match head[1] {
        0 => Via::Own,
        1 => Via::AsTrustee,
        2 => Via::ControlsTrust,
        3 => Via::AsFirmMember,
        4 => Via::ControlsFirm,
        _ => return None,
    };
    let directness = match head[2] {
        0 => Directness::Unknown,
        1 => Directness::Direct,
        2 => Directness::Indirect,
        _ => return None,
    };
    let min = Ratio::new(take_varint(body)?, take_varint(body)?)?;
    let max = Ratio::new(take_varint(body)?, take_varint(body)?)?;
    let share = Share::new(min, head[3] & 1 != 0, max, head[3] & 2 != 0)?;
    Some(Interest { kind, via, directness, share })
}

/// The longest prefix of at most `max` bytes that ends at a character.
#[must_use]
pub fn cut(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    &text[..text.floor_char_boundary(max)]
}

fn cut_chars(text: &str, max: usize) -> &str {
    text.char_indices().nth(max).map_or(text, |(end, _)| &text[..end])
}

/// Appends a LEB128 number.
pub fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a length and the text.
pub fn put_str(out: &mut Vec<u8>, text: &str) {
    put_varint(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Takes `length` bytes from the front; `None` when there are fewer.
pub fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (front, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(front)
}

/// Takes a LEB128 number from the front; `None` when it is cut short or too large.
pub fn take_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = take(bytes, 1)?[0];
        let low = u64::from(byte & 0x7f);
        if shift == 63 && low > 1 {
            return None;
        }
        value |= low << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Takes a text written by [`put_str`].
pub fn take_str<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = usize::try_from(take_varint(bytes)?).ok()?;
    std::str::from_utf8(take(bytes, length)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{prop, schemata};

    #[test]
    fn what_is_written_is_read() {
        let mut out = Emitter::new();
        out.record(7, 4096);
        out.entity("gb-coh-00000001", schemata::COMPANY)
            .add(prop::NAME, " EXAMPLE LTD ")
            .add_cleaned(prop::COUNTRY, "vg", "Virgin Islands, British")
            .add(prop::STATUS, "  ")
            .key(KeyScheme::Lei, "5493001KJTIIGC8Y1R12");
        let terms = Terms {
            interests: vec![Interest::new(InterestKind::Shareholding, Share::band_50_75())],
            start: PartialDate::parse("2016-04"),
            end: None,
            is_joint: true,
            start_is_censored: false,
        };
        out.entity("own-1", schemata::OWNERSHIP).interest("a", "b", &terms);
        let _ = out.entity("nothing", schemata::PERSON);
        let (bytes, issues) = out.into_parts();
        assert!(issues.is_empty());
        let all: Vec<_> = Fragment::read_all(&bytes).collect();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].id, all[0].record, all[0].byte), ("gb-coh-00000001", 7, 4096));
        let claims: Vec<_> = all[0].claims().collect();
        assert_eq!(claims.len(), 2);
        assert_eq!(
            (claims[0].value, claims[1].original),
            ("EXAMPLE LTD", "Virgin Islands, British")
        );
        match all[1].parts().next() {
            Some(Part::Interest("a", "b", read)) => assert_eq!(read, terms),
            other => panic!("{other:?}"),
        }
    }
}
