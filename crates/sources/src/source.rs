//! What a source is: its dataset, how it recognises a file, and how the file is mapped.

use cuibono_model::{Emitter, PartialDate};
use cuibono_read::{Chunk, Framing, Limits, Member, ReadError};

use crate::Head;

/// One published register.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Stable id, e.g. `gb_coh_psc`.
    pub id: &'static str,
    /// Title in English.
    pub title: &'static str,
    /// Title in Ukrainian.
    pub title_uk: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Where people find it.
    pub url: &'static str,
    /// Name of the licence.
    pub licence: &'static str,
    /// The licence's text, or the publisher's page about it.
    pub licence_url: &'static str,
    /// The line that must stand wherever the data are shown. Empty when none is asked for.
    pub attribution: &'static str,
    /// What may not be done with it, for people; empty when nothing.
    pub restrictions: &'static str,
    /// Whether rows may be exported in bulk.
    pub is_bulk_export_allowed: bool,
    /// Which files it comes in.
    pub files: &'static str,
    /// How often it appears.
    pub cadence: &'static str,
}

/// A register Cuibono can read.
pub trait Source: Sync {
    /// What it is.
    fn dataset(&self) -> &'static Dataset;

    /// Whether a file is this source's, by its content, and how to read it. Must be quick and must
    /// not claim another source's files.
    fn recognise(&self, head: &Head) -> Option<Plan>;

    /// Whether relationships may name entities that no record describes. The build then makes an
    /// empty entity for each, so that no chain breaks silently.
    fn may_dangle(&self) -> bool {
        false
    }
}

/// How to read one file.
pub enum Plan {
    /// Its records do not depend on each other: they are cut into chunks and mapped in parallel, in
    /// no particular order.
    Records {
        /// Where records end.
        framing: Framing,
        /// Bytes before the first record (byte-order mark, title lines, header).
        skip: u64,
        /// The date the file speaks of, as far as its name or head tells.
        data_date: Option<PartialDate>,
        /// Maps a chunk.
        mapper: Box<dyn Mapper>,
    },
    /// It must be read in order, or together with files beside it.
    Whole {
        /// The date the file speaks of, as far as its name or head tells.
        data_date: Option<PartialDate>,
        /// Reads it.
        reader: Box<dyn WholeReader>,
    },
    /// It only makes sense together with another file of the same folder, whose reader takes it from
    /// there (OFAC's overflow of long remarks).
    Companion,
}

/// Maps records that stand on their own.
pub trait Mapper: Send + Sync {
    /// Maps the records of a chunk. Calls [`Emitter::record`] once for each record, and
    /// [`Emitter::declare_total`] for a trailer.
    fn map(&self, chunk: &Chunk, out: &mut Emitter);
}

/// Reads a file from front to back.
pub trait WholeReader: Send + Sync {
    /// Reads `file`; `beside` are the other members of the same folder or archive. Hands its
    /// fragments to `emit` in portions of bounded size (about a thousand records).
    ///
    /// # Errors
    /// The file cannot be read to its end.
    fn read(
        &self,
        file: &Member,
        beside: &[Member],
        limits: &Limits,
        emit: &mut dyn FnMut(Emitter),
    ) -> Result<(), ReadError>;
}
