//! Reading entities from an open store.

use std::sync::{Arc, Mutex};

use cuibono_model::fragment::{take, take_varint};
use cuibono_store::{Section, Store, StoreError};

use crate::{EntityRecord, id_hash};

/// A block never unpacks to more than this, whatever its bytes say.
const BLOCK_BYTES_MAX: usize = 64 << 20;
const CACHE_SLOTS: usize = 1024;

/// Both runs of entities of a store.
#[derive(Debug)]
pub struct Entities {
    /// Nodes of the graph.
    pub things: Run,
    /// Relationships, sanctions, documents.
    pub intervals: Run,
}

impl Entities {
    /// Opens both runs.
    ///
    /// # Errors
    /// A section is missing or does not fit the others.
    pub fn open(store: &Store) -> Result<Entities, StoreError> {
        Ok(Entities {
            things: Run::open(store, "things")?,
            intervals: Run::open(store, "intervals")?,
        })
    }
}

/// One run of entities.
#[derive(Debug)]
pub struct Run {
    name: &'static str,
    hashes: Section,
    blocks: Section,
    offsets: Section,
    firsts: Section,
    cache: Vec<Slot>,
}

/// One place of the cache: the number of a block and its unpacked bytes.
type Slot = Mutex<Option<(usize, Arc<Vec<u8>>)>>;

impl Run {
    fn open(store: &Store, name: &'static str) -> Result<Run, StoreError> {
        let section = |part: &str| store.section(&format!("{name}.{part}"));
        let run = Run {
            name,
            hashes: section("hash")?,
            blocks: section("blocks")?,
            offsets: section("block_offsets")?,
            firsts: section("block_firsts")?,
            cache: std::iter::repeat_with(|| Mutex::new(None)).take(CACHE_SLOTS).collect(),
        };
        let (offsets, firsts) = (run.offsets.array::<u64>()?, run.firsts.array::<u32>()?);
        let hashes = run.hashes.array::<u64>()?;
        let fits = offsets.len() == firsts.len()
            && offsets.is_sorted()
            && firsts.is_sorted()
            && offsets.last() == Some(&(run.blocks.bytes().len() as u64))
            && firsts.first() == Some(&0)
            && firsts.last().is_some_and(|&n| n as usize == hashes.len());
        if fits { Ok(run) } else { Err(run.corrupt("does not fit the other sections")) }
    }

    fn corrupt(&self, what: &str) -> StoreError {
        self.blocks.store().corrupt(&format!("{}.blocks", self.name), what.to_owned())
    }

    /// Number of entities.
    #[must_use]
    pub fn len(&self) -> u32 {
        (self.hashes.bytes().len() / 8) as u32
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entity of that number.
    ///
    /// # Errors
    /// The number is out of range or the block is damaged.
    pub fn get(&self, number: u32) -> Result<EntityRecord, StoreError> {
        let firsts = self.firsts.array::<u32>()?;
        if number >= self.len() {
            return Err(self.corrupt("is asked for an entity that it does not have"));
        }
        let block = firsts.partition_point(|&first| first <= number) - 1;
        let bytes = self.block(block)?;
        let mut at = bytes.as_slice();
        let entry = |at: &mut &[u8]| -> Option<usize> { usize::try_from(take_varint(at)?).ok() };
        for _ in firsts[block]..number {
            entry(&mut at)
                .and_then(|length| take(&mut at, length))
                .ok_or_else(|| self.corrupt("has a block with too few entities"))?;
        }
        entry(&mut at)
            .and_then(|length| take(&mut at, length))
            .and_then(EntityRecord::read)
            .ok_or_else(|| self.corrupt("has an entity that cannot be read"))
    }

    /// The number of the entity with that canonical id.
    ///
    /// # Errors
    /// The block is damaged.
    pub fn find(&self, id: &str) -> Result<Option<u32>, StoreError> {
        let hashes = self.hashes.array::<u64>()?;
        let hash = id_hash(id);
        let mut at = hashes.partition_point(|&h| h < hash);
        while hashes.get(at) == Some(&hash) {
            if self.get(at as u32)?.id == id {
                return Ok(Some(at as u32));
            }
            at += 1;
        }
        Ok(None)
    }

    /// Calls `each` for every entity in order.
    ///
    /// # Errors
    /// A block is damaged, or what `each` returns.
    pub fn each<E: From<StoreError>>(
        &self,
        each: &mut dyn FnMut(u32, EntityRecord) -> Result<(), E>,
    ) -> Result<(), E> {
        let firsts = self.firsts.array::<u32>()?;
        for block in 0..firsts.len().saturating_sub(1) {
            let bytes = self.unpack(block)?;
            let mut at = bytes.as_slice();
            for number in firsts[block]..firsts[block + 1] {
                let entity = take_varint(&mut at)
                    .and_then(|length| take(&mut at, usize::try_from(length).ok()?))
                    .and_then(EntityRecord::read)
                    .ok_or_else(|| self.corrupt("has an entity that cannot be read"))?;
                each(number, entity)?;
            }
            if !at.is_empty() {
                return Err(self.corrupt("has a block with too many bytes").into());
            }
        }
        Ok(())
    }

    /// The hash of an entity's id, as the order has it.
    #[must_use]
    pub fn hash(&self, number: u32) -> Option<u64> {
        self.hashes.array::<u64>().ok()?.get(number as usize).copied()
    }

    fn block(&self, block: usize) -> Result<Arc<Vec<u8>>, StoreError> {
        let slot = &self.cache[block % CACHE_SLOTS];
        // A panic elsewhere cannot leave a half-written slot, so a poisoned lock is still good.
        let mut slot = slot.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((kept, bytes)) = slot.as_ref()
            && *kept == block
        {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(self.unpack(block)?);
        *slot = Some((block, Arc::clone(&bytes)));
        Ok(bytes)
    }

    fn unpack(&self, block: usize) -> Result<Vec<u8>, StoreError> {
        let offsets = self.offsets.array::<u64>()?;
        let range = offsets[block] as usize..offsets[block + 1] as usize;
        let packed = self
            .blocks
            .bytes()
            .get(range)
            .ok_or_else(|| self.corrupt("is shorter than its index"))?;
        let size = zstd::bulk::Decompressor::upper_bound(packed).unwrap_or(BLOCK_BYTES_MAX);
        zstd::bulk::decompress(packed, size.min(BLOCK_BYTES_MAX))
            .map_err(|e| self.corrupt(&format!("has a block that cannot be unpacked ({e})")))
    }
}
