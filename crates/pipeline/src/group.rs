//! One partition: its fragments sorted into entities, with their edges and words.

use cuibono_entities::{Batch, Draft, DraftStatement, Grade, Place, Referent, id_hash};
use cuibono_graph::Party;
use cuibono_index::LocalWords;
use cuibono_model::{
    Fragment, Issue, IssueKind, Part, PartialDate, PropertyType, Schema, Terms, prop, schemata,
};
use cuibono_resolve::Resolution;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::BuildError;
use crate::classify;
use crate::issues::Ledger;
use crate::spill::{Item, Kind};

/// By the hash of every id that is not canonical: that id and its canonical one.
pub(crate) type Moved<'c> = FxHashMap<u64, (&'c str, &'c str)>;

/// What grouping needs to know beside the fragments.
pub(crate) struct Context<'c> {
    pub(crate) resolution: &'c Resolution,
    /// Every id that is not canonical.
    pub(crate) moved: &'c Moved<'c>,
    /// Other ids by canonical id.
    pub(crate) referents: &'c FxHashMap<&'c str, Vec<Referent>>,
    /// For each file its dataset's number and its date.
    pub(crate) files: &'c [(u16, Option<PartialDate>)],
    /// Files that were refused as a whole.
    pub(crate) refused: &'c [bool],
}

/// A relationship whose ends are still hashes.
pub(crate) struct PendingEdge {
    pub(crate) holder: u64,
    pub(crate) subject: u64,
    /// Number of the relationship within the partition.
    pub(crate) interval: u32,
    /// Index into [`Grouped::terms`].
    pub(crate) terms: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) files: (u16, u16),
}

/// What a partition came to.
#[derive(Default)]
pub(crate) struct Grouped {
    pub(crate) things: Batch,
    pub(crate) thing_hashes: Vec<u64>,
    pub(crate) parties: Vec<Party>,
    pub(crate) words: LocalWords,
    pub(crate) intervals: Batch,
    pub(crate) edges: Vec<PendingEdge>,
    pub(crate) terms: Vec<Terms>,
    /// (hash of the thing, interval within the partition)
    pub(crate) attachments: Vec<(u64, u32)>,
    /// (hash of the thing, identifier): what a sanction or document about a thing is numbered by
    pub(crate) references: Vec<(u64, String)>,
    pub(crate) issues: Ledger,
    pub(crate) statements: u64,
    pub(crate) schemata: FxHashMap<Schema, u64>,
}

struct Piece<'a> {
    is_interval: bool,
    hash: u64,
    file: u16,
    /// `None` for a mere reference.
    fragment: Option<Fragment<'a>>,
    id: &'a str,
}

/// Groups the items of one partition. `moved` are the items of other partitions whose entity's
/// canonical id belongs here.
pub(crate) fn group<'a>(
    items: impl Iterator<Item = Item<'a>>,
    moved: impl Iterator<Item = Item<'a>>,
    context: &Context<'a>,
) -> Result<Grouped, BuildError> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let native = items.filter(|item| !context.moved.contains_key(&item.hash));
    for item in native.chain(moved) {
        if !context.refused[item.file as usize] {
            pieces.extend(piece(item, context)?);
        }
    }
    pieces.sort_unstable_by(|a, b| {
        let key = |p: &Piece<'a>| {
            let place =
                p.fragment.as_ref().map_or((0, 0, p.id.as_bytes()), |f| (f.record, f.byte, f.raw));
            (p.is_interval, p.hash, p.fragment.is_none(), p.file, place)
        };
        key(a).cmp(&key(b))
    });
    let mut out = Grouped::default();
    let mut terms = FxHashMap::default();
    for entity in pieces.chunk_by(|a, b| (a.is_interval, a.hash) == (b.is_interval, b.hash)) {
        one(entity, context, &mut terms, &mut out)?;
    }
    out.things.close();
    out.intervals.close();
    Ok(out)
}

fn piece<'a>(item: Item<'a>, context: &Context<'a>) -> Result<Option<Piece<'a>>, BuildError> {
    let fragment = if item.kind == Kind::Reference { None } else { Fragment::read(item.raw) };
    let own = match &fragment {
        Some(fragment) => Some(fragment.id),
        None => std::str::from_utf8(item.raw).ok().filter(|_| item.kind == Kind::Reference),
    };
    let Some(own) = own else { return Ok(None) };
    let canonical = match context.moved.get(&item.hash) {
        Some((other, _)) if *other != own => {
            let (left, right) = (own.to_owned(), (*other).to_owned());
            return Err(BuildError::HashCollision { left, right });
        }
        moved => moved.map(|(_, canonical)| *canonical),
    };
    Ok(Some(Piece {
        is_interval: item.kind == Kind::Interval,
        hash: canonical.map_or(item.hash, id_hash),
        file: item.file,
        fragment,
        id: canonical.unwrap_or(own),
    }))
}

/// Makes one entity of its pieces.
fn one<'a>(
    pieces: &[Piece<'a>],
    context: &Context<'a>,
    terms: &mut FxHashMap<Terms, u32>,
    out: &mut Grouped,
) -> Result<(), BuildError> {
    let (id, hash) = (pieces[0].id, pieces[0].hash);
    if let Some(other) = pieces.iter().find(|p| p.id != id) {
        return Err(BuildError::HashCollision { left: id.to_owned(), right: other.id.to_owned() });
    }
    let mut entity = Draft {
        id,
        schema: schemata::LEGAL_ENTITY,
        referents: context.referents.get(id).map_or(&[], Vec::as_slice),
        places: Vec::new(),
        statements: Vec::new(),
    };
    let mut is_schema_set = false;
    let mut seen: FxHashSet<(u16, &str, &str, u16)> = FxHashSet::default();
    let mut interest: Option<(PendingInterest<'a>, Rank)> = None;
    let mut files = (u16::MAX, 0u16);
    for piece in pieces {
        let Some(fragment) = &piece.fragment else { continue };
        let (dataset, data_date) = context.files[piece.file as usize];
        entity.schema = if is_schema_set {
            merge(entity.schema, fragment, piece.file, &mut out.issues)
        } else {
            is_schema_set = true;
            fragment.schema
        };
        files = (files.0.min(piece.file), files.1.max(piece.file));
        let place = Place { file: piece.file, record: fragment.record, byte: fragment.byte };
        let mut at = None;
        for part in fragment.parts() {
            match part {
                Part::Claim(claim) => {
                    let code = claim.property.code();
                    if !seen.insert((code, claim.value, claim.lang, dataset)) {
                        continue;
                    }
                    let at = *at.get_or_insert_with(|| {
                        entity.places.push(place);
                        entity.places.len() as u32 - 1
                    });
                    entity.statements.push(statement(claim, at, context));
                }
                Part::Interest(holder, subject, terms) => {
                    let rank = (data_date, piece.file, fragment.record);
                    if interest.as_ref().is_none_or(|(_, old)| *old <= rank) {
                        interest = Some((PendingInterest { holder, subject, terms }, rank));
                    }
                }
                Part::Key(_) => {}
            }
        }
    }
    if !is_schema_set {
        let issue = |kind, value: &str| Issue {
            kind,
            record: 0,
            byte: 0,
            field: "id".into(),
            value: value.to_owned(),
        };
        out.issues.add(pieces[0].file, issue(IssueKind::DanglingReference, id));
    }
    entity.statements.sort_by_key(|s| s.property.code());
    out.statements += entity.statements.len() as u64;
    *out.schemata.entry(entity.schema).or_default() += 1;
    if pieces[0].is_interval {
        let number = out.intervals.len() as u32;
        if let Some((interest, _)) = interest {
            let edge = edge(&interest, number, files, context, terms, out);
            out.edges.push(edge);
        } else {
            attach(&entity, number, out);
        }
        out.intervals.push(hash, &entity);
    } else {
        let number = out.things.len() as u32;
        index(&entity, number, &mut out.words);
        out.parties.push(classify::party(&entity));
        out.thing_hashes.push(hash);
        out.things.push(hash, &entity);
    }
    Ok(())
}

/// Which statement of one relationship is the latest: by date, file and record.
type Rank = (Option<PartialDate>, u16, u64);

struct PendingInterest<'a> {
    holder: &'a str,
    subject: &'a str,
    terms: Terms,
}

fn edge(
    interest: &PendingInterest<'_>,
    interval: u32,
    files: (u16, u16),
    context: &Context<'_>,
    numbers: &mut FxHashMap<Terms, u32>,
    out: &mut Grouped,
) -> PendingEdge {
    let canonical = |id: &str| id_hash(context.resolution.canonical(id));
    let date = |date: Option<PartialDate>| date.map_or(0, PartialDate::code);
    let (start, end) = (date(interest.terms.start), date(interest.terms.end));
    let bare = Terms { start: None, end: None, ..interest.terms.clone() };
    let terms = *numbers.entry(bare).or_insert_with_key(|terms| {
        out.terms.push(terms.clone());
        out.terms.len() as u32 - 1
    });
    let (holder, subject) = (canonical(interest.holder), canonical(interest.subject));
    PendingEdge { holder, subject, interval, terms, start, end, files }
}

/// Notes which things an interval without an interest is about.
fn attach(entity: &Draft<'_>, number: u32, out: &mut Grouped) {
    let of = |kind| entity.statements.iter().filter(move |s| s.property.kind() == kind);
    for about in of(PropertyType::Entity) {
        let hash = id_hash(about.value);
        out.attachments.push((hash, number));
        let numbers = of(PropertyType::Identifier).map(|s| (hash, s.value.to_owned()));
        out.references.extend(numbers);
    }
}

fn merge(known: Schema, fragment: &Fragment<'_>, file: u16, issues: &mut Ledger) -> Schema {
    if let Some(schema) = known.merge(fragment.schema) {
        return schema;
    }
    // Company and Organization, or Person and Company: neither is the other. What both are is kept.
    for common in [schemata::COMPANY, schemata::ORGANIZATION, schemata::LEGAL_ENTITY] {
        if known.is_a(common) && fragment.schema.is_a(common) {
            return common;
        }
    }
    issues.add(
        file,
        Issue {
            kind: IssueKind::Conflict,
            record: fragment.record,
            byte: fragment.byte,
            field: "schema".into(),
            value: format!("{}: {known} and {}", fragment.id, fragment.schema),
        },
    );
    if known.is_interval() { known } else { schemata::LEGAL_ENTITY }
}

fn statement<'a>(
    claim: cuibono_model::Claim<'a>,
    place: u32,
    context: &Context<'a>,
) -> DraftStatement<'a> {
    let (mut value, mut original) = (claim.value, claim.original);
    if claim.property.kind() == PropertyType::Entity {
        let canonical = context.resolution.canonical(value);
        if canonical != value {
            (value, original) = (canonical, value);
        }
    }
    DraftStatement { property: claim.property, value, original, lang: claim.lang, place }
}

fn index(entity: &Draft<'_>, number: u32, words: &mut LocalWords) {
    let is_land = entity.schema.is_a(schemata::REAL_ESTATE);
    for statement in &entity.statements {
        match statement.property.kind() {
            PropertyType::Name => words.name(number, statement.value),
            PropertyType::Address if is_land => words.name(number, statement.value),
            PropertyType::Identifier => {
                // The id of a company or a title carries its number and is found without this.
                let is_in_id = entity.id.rsplit('-').next() == Some(statement.value);
                if !is_in_id || statement.property == prop::LEI_CODE {
                    words.identifier(number, statement.value);
                }
            }
            _ => {}
        }
    }
    for referent in entity.referents {
        words.identifier(number, &referent.id);
    }
}

/// How a link is shown with the entity.
pub(crate) fn referent(id: &str, link: &cuibono_resolve::Link) -> Referent {
    use cuibono_model::KeyScheme;
    let reason = match link.scheme {
        KeyScheme::Id => "publisher",
        KeyScheme::Lei => "lei",
        KeyScheme::Imo => "imo",
        KeyScheme::ListReference => "list_reference",
        KeyScheme::NameCountry => "name_country",
    };
    let grade = if link.is_strong_only { Grade::Strong } else { Grade::SameIdentifier };
    Referent { id: id.to_owned(), grade, reason: reason.to_owned() }
}
