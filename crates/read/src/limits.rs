//! The limits on what is read. One place, so that each can be tested from both sides.

/// Limits on one input file. The defaults leave ample room for every register we know.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Most entries an archive may have.
    pub archive_entries_max: usize,
    /// Most bytes a member may unpack to.
    pub unpacked_bytes_max: u64,
    /// Most bytes unpacked for each packed byte, once `ratio_free_bytes` are out.
    pub ratio_max: u64,
    /// Unpacked bytes that are not held to the ratio.
    pub ratio_free_bytes: u64,
    /// Longest record (CSV row, JSON value), in bytes.
    pub record_bytes_max: usize,
    /// Bytes read at a time; records are handed on in runs of about that size.
    pub chunk_bytes: usize,
    /// Deepest nesting of XML elements.
    pub xml_depth_max: usize,
    /// Longest XML record element, in bytes of text and attributes together.
    pub xml_record_bytes_max: usize,
    /// Most files taken from one folder.
    pub folder_files_max: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            archive_entries_max: 256,
            unpacked_bytes_max: 64 << 30,
            ratio_max: 200,
            ratio_free_bytes: 16 << 20,
            record_bytes_max: 4 << 20,
            chunk_bytes: 1 << 20,
            xml_depth_max: 64,
            xml_record_bytes_max: 8 << 20,
            folder_files_max: 100_000,
        }
    }
}
