//! Issues: odd things a register says. Bad data is a result, not an error.

/// How much an issue matters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Severity {
    /// The value was kept; somebody may want to look.
    Note = 0,
    /// A value was dropped or not understood; the record was kept.
    Warning = 1,
    /// A record was dropped.
    Error = 2,
}

/// What is odd. One variant a kind, so that issues can be counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum IssueKind {
    /// A column or field that the source does not know.
    UnmappedColumn = 0,
    /// A required field is empty.
    MissingValue = 1,
    /// A date that does not exist or cannot be read.
    BadDate = 2,
    /// A country that is in no table.
    UnknownCountry = 3,
    /// A country text that can mean several countries.
    AmbiguousCountry = 4,
    /// An identifier of the wrong shape or with a wrong check digit.
    BadIdentifier = 5,
    /// A category outside its list.
    UnknownCode = 6,
    /// A share below 0 or above 1, or not a number.
    BadShare = 7,
    /// A row with too few or too many cells.
    RaggedRow = 8,
    /// A record that cannot be parsed.
    BadRecord = 9,
    /// Bytes that are not valid in the file's encoding.
    BadEncoding = 10,
    /// A record or field over a limit.
    TooLarge = 11,
    /// The count in a trailer differs from the records read.
    CountMismatch = 12,
    /// A reference to an entity that is not in the data.
    DanglingReference = 13,
    /// Two records contradict each other about one entity.
    Conflict = 14,
    /// An identity that could not be decided and was left apart.
    AmbiguousIdentity = 15,
    /// A party that is its own owner.
    SelfOwnership = 16,
    /// Personal data that may not be stored was dropped.
    PersonalDataDropped = 17,
    /// A value was cut to its limit.
    Truncated = 18,
    /// The number of rows differs from what the dataset should have.
    Other = 19,
}

impl IssueKind {
    /// Every kind, in the order of its code.
    pub const ALL: [IssueKind; 20] = [
        IssueKind::UnmappedColumn,
        IssueKind::MissingValue,
        IssueKind::BadDate,
        IssueKind::UnknownCountry,
        IssueKind::AmbiguousCountry,
        IssueKind::BadIdentifier,
        IssueKind::UnknownCode,
        IssueKind::BadShare,
        IssueKind::RaggedRow,
        IssueKind::BadRecord,
        IssueKind::BadEncoding,
        IssueKind::TooLarge,
        IssueKind::CountMismatch,
        IssueKind::DanglingReference,
        IssueKind::Conflict,
        IssueKind::AmbiguousIdentity,
        IssueKind::SelfOwnership,
        IssueKind::PersonalDataDropped,
        IssueKind::Truncated,
        IssueKind::Other,
    ];

    /// A stable snake-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            IssueKind::UnmappedColumn => "unmapped_column",
            IssueKind::MissingValue => "missing_value",
            IssueKind::BadDate => "bad_date",
            IssueKind::UnknownCountry => "unknown_country",
            IssueKind::AmbiguousCountry => "ambiguous_country",
            IssueKind::BadIdentifier => "bad_identifier",
            IssueKind::UnknownCode => "unknown_code",
            IssueKind::BadShare => "bad_share",
            IssueKind::RaggedRow => "ragged_row",
            IssueKind::BadRecord => "bad_record",
            IssueKind::BadEncoding => "bad_encoding",
            IssueKind::TooLarge => "too_large",
            IssueKind::CountMismatch => "count_mismatch",
            IssueKind::DanglingReference => "dangling_reference",
            IssueKind::Conflict => "conflict",
            IssueKind::AmbiguousIdentity => "ambiguous_identity",
            IssueKind::SelfOwnership => "self_ownership",
            IssueKind::PersonalDataDropped => "personal_data_dropped",
            IssueKind::Truncated => "truncated",
            IssueKind::Other => "other",
        }
    }

    /// How much it matters by default.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            IssueKind::BadRecord | IssueKind::TooLarge => Severity::Error,
            IssueKind::AmbiguousCountry
            | IssueKind::SelfOwnership
            | IssueKind::AmbiguousIdentity
            | IssueKind::DanglingReference => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// What a person can do about it.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            IssueKind::UnmappedColumn => "the publisher may have added a column; update the source",
            IssueKind::MissingValue => "nothing to do unless many records lack it",
            IssueKind::BadDate => "check the record at the publisher; the date was left out",
            IssueKind::UnknownCountry => "add the spelling to the country table",
            IssueKind::AmbiguousCountry => "no country was chosen; the text is kept",
            IssueKind::BadIdentifier => "the text is kept but never used to join records",
            IssueKind::UnknownCode => "the code is kept as it is; update the source's list",
            IssueKind::BadShare => "the share was left unknown; check the record",
            IssueKind::RaggedRow => "check the file for broken lines and download it again",
            IssueKind::BadRecord => "the record was left out; check the file at that place",
            IssueKind::BadEncoding => "the bytes were read as Windows-1252",
            IssueKind::TooLarge => "the record was left out; raise the limit if it is genuine",
            IssueKind::CountMismatch => "the file may be cut short; download it again",
            IssueKind::DanglingReference => "add the file that describes the missing entity",
            IssueKind::Conflict => "both statements are kept; compare their records",
            IssueKind::AmbiguousIdentity => "the records were left apart; compare them by hand",
            IssueKind::SelfOwnership => "the tie is shown but left out of the computation",
            IssueKind::PersonalDataDropped => "nothing to do: it must not be stored",
            IssueKind::Truncated => "see the original record for the whole text",
            IssueKind::Other => "see the message",
        }
    }
}

/// One odd thing at one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issue {
    /// What is odd.
    pub kind: IssueKind,
    /// Number of the record in its file, from 1; 0 when it concerns the whole file.
    pub record: u64,
    /// Where the record starts in the unpacked file.
    pub byte: u64,
    /// The column, field or element.
    pub field: String,
    /// The offending value, cut to 200 characters.
    pub value: String,
}
