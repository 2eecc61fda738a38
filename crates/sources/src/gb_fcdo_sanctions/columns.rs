//! The columns of the UK Sanctions List by name.

use cuibono_model::{Emitter, IssueKind};
use cuibono_read::{Chunk, Columns};

/// The columns in the order of the constants below.
const COLUMNS: [&str; 57] = [
    "Last Updated",
    "Unique ID",
    "OFSI Group ID",
    "UN Reference Number",
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Name type",
    "Alias strength",
    "Title",
    "Name non-latin script",
    "Non-latin script language",
    "Regime Name",
    "Designation Type",
    "Designation source",
    "Sanctions Imposed",
    "Other Information",
    "UK Statement of Reasons",
    "Address Line 1",
    "Address Line 2",
    "Address Line 3",
    "Address Line 4",
    "Address Line 5",
    "Address Line 6",
    "Address Postal Code",
    "Address Country",
    "Phone number",
    "Website",
    "Email address",
    "Date Designated",
    "D.O.B",
    "Nationality(/ies)",
    "National Identifier number",
    "National Identifier additional information",
    "Passport number",
    "Passport additional information",
    "Position",
    "Gender",
    "Town of birth",
    "Country of birth",
    "Type of entity",
    "Subsidiaries",
    "Parent company",
    "Business registration number (s)",
    "IMO number",
    "Current owner/operator (s)",
    "Previous owner/operator (s)",
    "Current believed flag of ship",
    "Previous flags",
    "Type of ship",
    "Tonnage of ship",
    "Length of ship",
    "Year Built",
    "Hull identification number (HIN)",
];
/// The script's name is left out: the text shows it.
const IGNORED: [&str; 1] = ["Non-latin script type"];
/// Without these a file is not this list.
const REQUIRED: [&str; 6] =
    ["Unique ID", "Name 6", "Name type", "Regime Name", "Designation Type", "Sanctions Imposed"];

pub(super) const LAST_UPDATED: usize = 0;
pub(super) const UNIQUE_ID: usize = 1;
pub(super) const OFSI_GROUP_ID: usize = 2;
pub(super) const UN_REFERENCE: usize = 3;
pub(super) const NAME_6: usize = 4;
pub(super) const NAME_1: usize = 5;
pub(super) const NAME_TYPE: usize = 10;
pub(super) const ALIAS_STRENGTH: usize = 11;
pub(super) const TITLE: usize = 12;
pub(super) const NON_LATIN: usize = 13;
pub(super) const NON_LATIN_LANGUAGE: usize = 14;
pub(super) const REGIME: usize = 15;
pub(super) const DESIGNATION_TYPE: usize = 16;
pub(super) const DESIGNATION_SOURCE: usize = 17;
pub(super) const SANCTIONS_IMPOSED: usize = 18;
pub(super) const OTHER_INFORMATION: usize = 19;
pub(super) const REASONS: usize = 20;
pub(super) const ADDRESS_1: usize = 21;
pub(super) const POSTCODE: usize = 27;
pub(super) const COUNTRY: usize = 28;
pub(super) const PHONE: usize = 29;
pub(super) const WEBSITE: usize = 30;
pub(super) const EMAIL: usize = 31;
pub(super) const DATE_DESIGNATED: usize = 32;
pub(super) const BORN: usize = 33;
pub(super) const NATIONALITIES: usize = 34;
pub(super) const NATIONAL_NUMBER: usize = 35;
pub(super) const NATIONAL_NOTE: usize = 36;
pub(super) const PASSPORT_NUMBER: usize = 37;
pub(super) const PASSPORT_NOTE: usize = 38;
pub(super) const POSITION: usize = 39;
pub(super) const GENDER: usize = 40;
pub(super) const TOWN_OF_BIRTH: usize = 41;
pub(super) const COUNTRY_OF_BIRTH: usize = 42;
pub(super) const TYPE_OF_ENTITY: usize = 43;
pub(super) const SUBSIDIARIES: usize = 44;
pub(super) const PARENT_COMPANY: usize = 45;
pub(super) const REGISTRATION: usize = 46;
pub(super) const IMO: usize = 47;
pub(super) const CURRENT_OWNER: usize = 48;
pub(super) const PREVIOUS_OWNER: usize = 49;
pub(super) const FLAG: usize = 50;
pub(super) const PAST_FLAGS: usize = 51;
pub(super) const SHIP_TYPE: usize = 52;
pub(super) const TONNAGE: usize = 53;
pub(super) const LENGTH: usize = 54;
pub(super) const YEAR_BUILT: usize = 55;
pub(super) const HULL_NUMBER: usize = 56;

pub(super) fn find(header: &[u8]) -> Columns {
    Columns::find(header, &COLUMNS, &IGNORED)
}

pub(super) fn is_header(columns: &Columns) -> bool {
    !REQUIRED.iter().any(|name| columns.missing.contains(name))
}

/// Raises what the header has too much or lacks, once a file.
pub(super) fn report(columns: &Columns, chunk: &Chunk, out: &mut Emitter) {
    if chunk.first_record == 1 {
        for name in &columns.unmapped {
            out.file_issue(IssueKind::UnmappedColumn, name, "");
        }
        for name in &columns.missing {
            out.file_issue(IssueKind::MissingValue, name, "");
        }
    }
}
