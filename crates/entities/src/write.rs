//! Packing entities into blocks and blocks into sections.

use cuibono_model::fragment::put_varint;
use cuibono_store::{SectionWriter, StoreError, StoreWriter};

use crate::Draft;

/// Unpacked bytes of a block: large enough to compress, small enough to read one entity quickly.
const BLOCK_BYTES: usize = 16 * 1024;
const ZSTD_LEVEL: i32 = 1;

/// Consecutive entities of one run, packed where they were grouped.
#[derive(Default)]
pub struct Batch {
    hashes: Vec<u64>,
    /// Packed blocks: bytes and how many entities each holds.
    blocks: Vec<(Vec<u8>, u32)>,
    open: Vec<u8>,
    in_open: u32,
    scratch: Vec<u8>,
    compressor: Option<zstd::bulk::Compressor<'static>>,
}

impl Batch {
    /// Adds the next entity. Entities come in the order of their hash.
    pub fn push(&mut self, hash: u64, entity: &Draft<'_>) {
        self.scratch.clear();
        entity.write(&mut self.scratch);
        put_varint(&mut self.open, self.scratch.len() as u64);
        self.open.extend_from_slice(&self.scratch);
        self.hashes.push(hash);
        self.in_open += 1;
        if self.open.len() >= BLOCK_BYTES {
            self.close_block();
        }
    }

    /// Entities in this batch.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Packs what is still open. Call once, after the last entity.
    pub fn close(&mut self) {
        if self.in_open > 0 {
            self.close_block();
        }
        self.compressor = None;
        self.scratch = Vec::new();
        self.open = Vec::new();
    }

    fn close_block(&mut self) {
        let compressor = self.compressor.get_or_insert_with(|| {
            zstd::bulk::Compressor::new(ZSTD_LEVEL).expect("level 1 is a zstd level")
        });
        // Compressing into memory cannot fail: the buffer has the bound that zstd asks for.
        let packed = compressor.compress(&self.open).expect("the buffer has zstd's bound");
        self.blocks.push((packed, self.in_open));
        self.open.clear();
        self.in_open = 0;
    }
}

/// Appends batches to the sections of one run.
pub struct RunWriter {
    name: &'static str,
    hashes: SectionWriter,
    blocks: SectionWriter,
    /// Where each block starts, and the number of its first entity.
    starts: Vec<(u64, u32)>,
    bytes: u64,
    count: u32,
}

impl RunWriter {
    /// Starts the run `name` (`things` or `intervals`).
    ///
    /// # Errors
    /// The sections cannot be created.
    pub fn create(store: &StoreWriter, name: &'static str) -> Result<RunWriter, StoreError> {
        Ok(RunWriter {
            name,
            hashes: store.section(&format!("{name}.hash"))?,
            blocks: store.section(&format!("{name}.blocks"))?,
            starts: Vec::new(),
            bytes: 0,
            count: 0,
        })
    }

    /// Appends a closed batch.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let hashes: Vec<u8> = batch.hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        self.hashes.put(&hashes)?;
        for (block, entities) in &batch.blocks {
            self.starts.push((self.bytes, self.count));
            self.blocks.put(block)?;
            self.bytes += block.len() as u64;
            self.count += entities;
        }
        Ok(())
    }

    /// Entities so far.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Ends the sections.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn finish(mut self, store: &mut StoreWriter) -> Result<(), StoreError> {
        self.starts.push((self.bytes, self.count));
        let offsets: Vec<u8> = self.starts.iter().flat_map(|(at, _)| at.to_le_bytes()).collect();
        let firsts: Vec<u8> = self.starts.iter().flat_map(|(_, n)| n.to_le_bytes()).collect();
        store.end(self.hashes)?;
        store.end(self.blocks)?;
        store.write(&format!("{}.block_offsets", self.name), &offsets)?;
        store.write(&format!("{}.block_firsts", self.name), &firsts)
    }
}
