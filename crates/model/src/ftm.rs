//! The FollowTheMoney vocabulary (model version 4.11.2) as static tables, with our own `cuibono:`
//! properties after it. Names and types are the published model's; the tables are sorted by name so
//! that an index is stable for one model version. `schema.rs` gives them their meaning.

use crate::schema::{PropertyRow, PropertyType as T, SchemaRow};

/// FollowTheMoney version these tables were taken from.
pub const FTM_VERSION: &str = "4.11.2";

pub(crate) static SCHEMATA: &[SchemaRow] = &[
    SchemaRow {
        name: "Address",
        ancestors: &["Thing"],
        caption: &["full", "summary", "city", "remarks"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Airplane",
        ancestors: &["Asset", "Thing", "Value", "Vehicle"],
        caption: &["name", "registrationNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Analyzable",
        ancestors: &[],
        caption: &[],
        required: &[],
        edge: None,
        is_abstract: true,
    },
    SchemaRow {
        name: "Article",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["title", "fileName"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Asset",
        ancestors: &["Thing", "Value"],
        caption: &["name"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Associate",
        ancestors: &["Interval"],
        caption: &[],
        required: &["person", "associate"],
        edge: Some(("person", "associate")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Audio",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "BankAccount",
        ancestors: &["Asset", "Thing", "Value"],
        caption: &["name", "iban", "accountNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Call",
        ancestors: &["Interval"],
        caption: &["callerNumber", "receiverNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "CallForTenders",
        ancestors: &["Interval", "Thing"],
        caption: &["title"],
        required: &["title", "authority"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Company",
        ancestors: &["Asset", "LegalEntity", "Organization", "Thing", "Value"],
        caption: &[
            "name",
            "alias",
            "abbreviation",
            "weakAlias",
            "previousName",
            "registrationNumber",
        ],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Contract",
        ancestors: &["Asset", "Thing", "Value"],
        caption: &["title", "name", "procedureNumber"],
        required: &["title"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "ContractAward",
        ancestors: &["Interest", "Interval", "Value"],
        caption: &[],
        required: &["supplier", "contract"],
        edge: Some(("contract", "supplier")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Control",
        ancestors: &["Interest", "Interval"],
        caption: &["controlType"],
        required: &["controller", "controlled"],
        edge: Some(("controller", "controlled")),
        is_abstract: false,
    },
    SchemaRow {
        name: "CourtCase",
        ancestors: &["Thing"],
        caption: &["name", "caseNumber"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "CourtCaseParty",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["case", "party"],
        edge: Some(("party", "case")),
        is_abstract: false,
    },
    SchemaRow {
        name: "CryptoWallet",
        ancestors: &["Thing", "Value"],
        caption: &["publicKey", "name", "summary"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Debt",
        ancestors: &["Interval", "Value"],
        caption: &[],
        required: &["debtor"],
        edge: Some(("debtor", "creditor")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Directorship",
        ancestors: &["Interest", "Interval"],
        caption: &["role"],
        required: &["director", "organization"],
        edge: Some(("director", "organization")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Document",
        ancestors: &["Analyzable", "Thing"],
        caption: &["fileName", "title"],
        required: &["fileName"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Documentation",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["document", "entity"],
        edge: Some(("document", "entity")),
        is_abstract: false,
    },
    SchemaRow {
        name: "EconomicActivity",
        ancestors: &["Interval"],
        caption: &["summary", "goodsDescription", "ccdNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Email",
        ancestors: &["Analyzable", "Document", "Folder", "HyperText", "PlainText", "Thing"],
        caption: &["subject", "threadTopic", "title", "name", "fileName"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Employment",
        ancestors: &["Interest", "Interval"],
        caption: &["role"],
        required: &["employer", "employee"],
        edge: Some(("employee", "employer")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Event",
        ancestors: &["Analyzable", "Interval", "Thing"],
        caption: &["name", "summary", "date"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Family",
        ancestors: &["Interval"],
        caption: &[],
        required: &["person", "relative"],
        edge: Some(("person", "relative")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Folder",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "HyperText",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["title", "fileName"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Identification",
        ancestors: &["Interval"],
        caption: &["number"],
        required: &["holder", "number"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Image",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Interest",
        ancestors: &["Interval"],
        caption: &[],
        required: &[],
        edge: None,
        is_abstract: true,
    },
    SchemaRow {
        name: "Interval",
        ancestors: &[],
        caption: &[],
        required: &[],
        edge: None,
        is_abstract: true,
    },
    SchemaRow {
        name: "LegalEntity",
        ancestors: &["Thing"],
        caption: &[
            "name",
            "alias",
            "abbreviation",
            "weakAlias",
            "previousName",
            "email",
            "phone",
            "registrationNumber",
        ],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "License",
        ancestors: &["Asset", "Contract", "Thing", "Value"],
        caption: &["name"],
        required: &["name", "authority"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Membership",
        ancestors: &["Interest", "Interval"],
        caption: &["role"],
        required: &["member", "organization"],
        edge: Some(("member", "organization")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Mention",
        ancestors: &[],
        caption: &["name"],
        required: &["document", "name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Message",
        ancestors: &[
            "Analyzable",
            "Document",
            "Folder",
            "HyperText",
            "Interval",
            "PlainText",
            "Thing",
        ],
        caption: &["subject", "title", "threadTopic", "fileName"],
        required: &["bodyText", "sender"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Note",
        ancestors: &["Analyzable", "Thing"],
        caption: &["description"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Occupancy",
        ancestors: &["Interval"],
        caption: &[],
        required: &["holder", "post"],
        edge: Some(("holder", "post")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Organization",
        ancestors: &["LegalEntity", "Thing"],
        caption: &[
            "name",
            "alias",
            "abbreviation",
            "weakAlias",
            "previousName",
            "registrationNumber",
        ],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Ownership",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["owner", "asset"],
        edge: Some(("owner", "asset")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Package",
        ancestors: &["Analyzable", "Document", "Folder", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Page",
        ancestors: &[],
        caption: &[],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Pages",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Passport",
        ancestors: &["Identification", "Interval"],
        caption: &["passportNumber", "number"],
        required: &["holder", "number"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Payment",
        ancestors: &["Interval", "Value"],
        caption: &["amount"],
        required: &["payer", "beneficiary"],
        edge: Some(("payer", "beneficiary")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Person",
        ancestors: &["LegalEntity", "Thing"],
        caption: &[
            "name",
            "alias",
            "previousName",
            "weakAlias",
            "abbreviation",
            "lastName",
            "email",
            "phone",
        ],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "PlainText",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Position",
        ancestors: &["Thing"],
        caption: &["name"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Project",
        ancestors: &["Interval", "Thing", "Value"],
        caption: &["name", "projectId"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "ProjectParticipant",
        ancestors: &["Interest", "Interval"],
        caption: &["role"],
        required: &[],
        edge: Some(("participant", "project")),
        is_abstract: false,
    },
    SchemaRow {
        name: "PublicBody",
        ancestors: &["LegalEntity", "Organization", "Thing"],
        caption: &["name", "alias", "abbreviation", "weakAlias", "previousName"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "RealEstate",
        ancestors: &["Asset", "Thing", "Value"],
        caption: &["name", "address", "registrationNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Representation",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["agent", "client"],
        edge: Some(("agent", "client")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Risk",
        ancestors: &["Interval"],
        caption: &["reason", "status"],
        required: &["entity"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Sanction",
        ancestors: &["Interval"],
        caption: &["program"],
        required: &["entity"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Security",
        ancestors: &["Asset", "Thing", "Value"],
        caption: &["name", "isin", "registrationNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Similar",
        ancestors: &[],
        caption: &["confidenceScore", "criteria"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Succession",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["predecessor", "successor"],
        edge: Some(("predecessor", "successor")),
        is_abstract: false,
    },
    SchemaRow {
        name: "Table",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["title", "name", "fileName"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "TaxRoll",
        ancestors: &["Interval"],
        caption: &[],
        required: &["taxee"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Territory",
        ancestors: &["Thing"],
        caption: &["name", "alias"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Thing",
        ancestors: &[],
        caption: &["name"],
        required: &["name"],
        edge: None,
        is_abstract: true,
    },
    SchemaRow {
        name: "Trip",
        ancestors: &["Analyzable", "Event", "Interval", "Thing"],
        caption: &["name", "startDate", "endDate"],
        required: &["name", "endLocation", "startLocation"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "UnknownLink",
        ancestors: &["Interest", "Interval"],
        caption: &[],
        required: &["subject", "object"],
        edge: Some(("subject", "object")),
        is_abstract: false,
    },
    SchemaRow {
        name: "UserAccount",
        ancestors: &["Thing"],
        caption: &["username", "email", "service"],
        required: &["username"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Value",
        ancestors: &[],
        caption: &[],
        required: &[],
        edge: None,
        is_abstract: true,
    },
    SchemaRow {
        name: "Vehicle",
        ancestors: &["Asset", "Thing", "Value"],
        caption: &["name", "registrationNumber"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Vessel",
        ancestors: &["Asset", "Thing", "Value", "Vehicle"],
        caption: &["name", "imoNumber"],
        required: &["name"],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Video",
        ancestors: &["Analyzable", "Document", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
    SchemaRow {
        name: "Workbook",
        ancestors: &["Analyzable", "Document", "Folder", "Thing"],
        caption: &["fileName", "title"],
        required: &[],
        edge: None,
        is_abstract: false,
    },
];

pub(crate) static PROPERTIES: &[PropertyRow] = &[
    PropertyRow { name: "abbreviation", kind: T::Name },
    PropertyRow { name: "accountId", kind: T::Identifier },
    PropertyRow { name: "accountNumber", kind: T::Identifier },
    PropertyRow { name: "accountType", kind: T::Text },
    PropertyRow { name: "address", kind: T::Address },
    PropertyRow { name: "addressEntity", kind: T::Entity },
    PropertyRow { name: "agent", kind: T::Entity },
    PropertyRow { name: "alephUrl", kind: T::Url },
    PropertyRow { name: "alias", kind: T::Name },
    PropertyRow { name: "amended", kind: T::Text },
    PropertyRow { name: "amount", kind: T::Number },
    PropertyRow { name: "amountEur", kind: T::Number },
    PropertyRow { name: "amountUsd", kind: T::Number },
    PropertyRow { name: "ancestors", kind: T::Entity },
    PropertyRow { name: "appearance", kind: T::Text },
    PropertyRow { name: "area", kind: T::Number },
    PropertyRow { name: "asset", kind: T::Entity },
    PropertyRow { name: "associate", kind: T::Entity },
    PropertyRow { name: "author", kind: T::Text },
    PropertyRow { name: "authoredAt", kind: T::Date },
    PropertyRow { name: "authority", kind: T::Text },
    PropertyRow { name: "authorityId", kind: T::Identifier },
    PropertyRow { name: "authorityReferenceId", kind: T::Identifier },
    PropertyRow { name: "awardNoticeDate", kind: T::Date },
    PropertyRow { name: "awardedInLots", kind: T::Text },
    PropertyRow { name: "awardingDate", kind: T::Date },
    PropertyRow { name: "balance", kind: T::Number },
    PropertyRow { name: "balanceDate", kind: T::Date },
    PropertyRow { name: "bank", kind: T::Entity },
    PropertyRow { name: "bankAccount", kind: T::Entity },
    PropertyRow { name: "bankAddress", kind: T::Text },
    PropertyRow { name: "bankForeign", kind: T::Entity },
    PropertyRow { name: "bankName", kind: T::Text },
    PropertyRow { name: "bankRub", kind: T::Entity },
    PropertyRow { name: "bcc", kind: T::Text },
    PropertyRow { name: "beneficiary", kind: T::Entity },
    PropertyRow { name: "beneficiaryAccount", kind: T::Entity },
    PropertyRow { name: "bic", kind: T::Identifier },
    PropertyRow { name: "bikCode", kind: T::Identifier },
    PropertyRow { name: "biography", kind: T::LongText },
    PropertyRow { name: "birthCountry", kind: T::Country },
    PropertyRow { name: "birthDate", kind: T::Date },
    PropertyRow { name: "birthPlace", kind: T::Text },
    PropertyRow { name: "blockchain", kind: T::Text },
    PropertyRow { name: "bodyHtml", kind: T::Text },
    PropertyRow { name: "bodyText", kind: T::LongText },
    PropertyRow { name: "brightQueryId", kind: T::Identifier },
    PropertyRow { name: "brightQueryOrgId", kind: T::Identifier },
    PropertyRow { name: "buildDate", kind: T::Date },
    PropertyRow { name: "bvdId", kind: T::Identifier },
    PropertyRow { name: "cadastralCode", kind: T::Identifier },
    PropertyRow { name: "caemCode", kind: T::Text },
    PropertyRow { name: "cageCode", kind: T::Identifier },
    PropertyRow { name: "callForTenders", kind: T::Entity },
    PropertyRow { name: "callId", kind: T::Identifier },
    PropertyRow { name: "callSign", kind: T::Identifier },
    PropertyRow { name: "caller", kind: T::Entity },
    PropertyRow { name: "callerNumber", kind: T::Phone },
    PropertyRow { name: "cancelled", kind: T::Text },
    PropertyRow { name: "candidate", kind: T::Entity },
    PropertyRow { name: "capital", kind: T::Number },
    PropertyRow { name: "case", kind: T::Entity },
    PropertyRow { name: "caseNumber", kind: T::Identifier },
    PropertyRow { name: "category", kind: T::Text },
    PropertyRow { name: "cc", kind: T::Text },
    PropertyRow { name: "ccdNumber", kind: T::Identifier },
    PropertyRow { name: "ccdValue", kind: T::Text },
    PropertyRow { name: "censusBlock", kind: T::Text },
    PropertyRow { name: "certificationCheck", kind: T::Text },
    PropertyRow { name: "cikCode", kind: T::Identifier },
    PropertyRow { name: "citizenship", kind: T::Country },
    PropertyRow { name: "city", kind: T::Text },
    PropertyRow { name: "clarificationDeadline", kind: T::Date },
    PropertyRow { name: "classification", kind: T::Text },
    PropertyRow { name: "client", kind: T::Entity },
    PropertyRow { name: "closeDate", kind: T::Date },
    PropertyRow { name: "closingDate", kind: T::Date },
    PropertyRow { name: "coatoCode", kind: T::Identifier },
    PropertyRow { name: "collateral", kind: T::Text },
    PropertyRow { name: "columns", kind: T::Text },
    PropertyRow { name: "commodities", kind: T::Text },
    PropertyRow { name: "companiesMentioned", kind: T::Name },
    PropertyRow { name: "confidenceScore", kind: T::Number },
    PropertyRow { name: "constituency", kind: T::Text },
    PropertyRow { name: "contentHash", kind: T::Text },
    PropertyRow { name: "contextCountry", kind: T::Country },
    PropertyRow { name: "contextEmail", kind: T::Email },
    PropertyRow { name: "contextPhone", kind: T::Phone },
    PropertyRow { name: "contract", kind: T::Entity },
    PropertyRow { name: "contractDate", kind: T::Date },
    PropertyRow { name: "contractHolder", kind: T::Entity },
    PropertyRow { name: "contractNoticeDate", kind: T::Date },
    PropertyRow { name: "controlType", kind: T::Text },
    PropertyRow { name: "controlled", kind: T::Entity },
    PropertyRow { name: "controller", kind: T::Entity },
    PropertyRow { name: "country", kind: T::Country },
    PropertyRow { name: "court", kind: T::Text },
    PropertyRow { name: "cpvCode", kind: T::Identifier },
    PropertyRow { name: "crawler", kind: T::Text },
    PropertyRow { name: "createDate", kind: T::Date },
    PropertyRow { name: "createdAt", kind: T::Date },
    PropertyRow { name: "creationDate", kind: T::Date },
    PropertyRow { name: "credit", kind: T::Text },
    PropertyRow { name: "creditor", kind: T::Entity },
    PropertyRow { name: "criteria", kind: T::Text },
    PropertyRow { name: "crsNumber", kind: T::Identifier },
    PropertyRow { name: "cryptoAddress", kind: T::Identifier },
    PropertyRow { name: "csvHash", kind: T::Text },
    PropertyRow { name: "currency", kind: T::Text },
    PropertyRow { name: "currencySymbol", kind: T::Text },
    PropertyRow { name: "custodyType", kind: T::Text },
    PropertyRow { name: "customsAmount", kind: T::Text },
    PropertyRow { name: "customsProcedure", kind: T::Text },
    PropertyRow { name: "date", kind: T::Date },
    PropertyRow { name: "deadweightTonnage", kind: T::Number },
    PropertyRow { name: "deathDate", kind: T::Date },
    PropertyRow { name: "debtor", kind: T::Entity },
    PropertyRow { name: "decisionReason", kind: T::LongText },
    PropertyRow { name: "declarant", kind: T::Entity },
    PropertyRow { name: "declarationDate", kind: T::Date },
    PropertyRow { name: "departureCountry", kind: T::Country },
    PropertyRow { name: "deregistrationDate", kind: T::Date },
    PropertyRow { name: "description", kind: T::LongText },
    PropertyRow { name: "destinationCountry", kind: T::Country },
    PropertyRow { name: "detectedCountry", kind: T::Country },
    PropertyRow { name: "detectedLanguage", kind: T::Text },
    PropertyRow { name: "detectedSchema", kind: T::Text },
    PropertyRow { name: "directionOfTransportation", kind: T::Text },
    PropertyRow { name: "directive", kind: T::Text },
    PropertyRow { name: "director", kind: T::Entity },
    PropertyRow { name: "dissolutionDate", kind: T::Date },
    PropertyRow { name: "document", kind: T::Entity },
    PropertyRow { name: "documentNumber", kind: T::Text },
    PropertyRow { name: "documentType", kind: T::Text },
    PropertyRow { name: "dollarExchRate", kind: T::Text },
    PropertyRow { name: "dunsCode", kind: T::Identifier },
    PropertyRow { name: "duration", kind: T::Number },
    PropertyRow { name: "education", kind: T::Text },
    PropertyRow { name: "electionDate", kind: T::Date },
    PropertyRow { name: "email", kind: T::Email },
    PropertyRow { name: "emailMentioned", kind: T::Email },
    PropertyRow { name: "emitters", kind: T::Entity },
    PropertyRow { name: "employee", kind: T::Entity },
    PropertyRow { name: "employer", kind: T::Entity },
    PropertyRow { name: "encoding", kind: T::Text },
    PropertyRow { name: "encumbrance", kind: T::Text },
    PropertyRow { name: "endDate", kind: T::Date },
    PropertyRow { name: "endLocation", kind: T::Entity },
    PropertyRow { name: "entity", kind: T::Entity },
    PropertyRow { name: "ethnicity", kind: T::Text },
    PropertyRow { name: "euFunding", kind: T::Text },
    PropertyRow { name: "evaluationMechanism", kind: T::Text },
    PropertyRow { name: "extension", kind: T::Text },
    PropertyRow { name: "eyeColor", kind: T::Text },
    PropertyRow { name: "fallsUnderGPPScope", kind: T::Text },
    PropertyRow { name: "fatherName", kind: T::Text },
    PropertyRow { name: "figiCode", kind: T::Identifier },
    PropertyRow { name: "fileDate", kind: T::Date },
    PropertyRow { name: "fileName", kind: T::Text },
    PropertyRow { name: "fileSize", kind: T::Number },
    PropertyRow { name: "fipsCode", kind: T::Identifier },
    PropertyRow { name: "firstName", kind: T::Text },
    PropertyRow { name: "flag", kind: T::Country },
    PropertyRow { name: "fnsCode", kind: T::Identifier },
    PropertyRow { name: "from", kind: T::Text },
    PropertyRow { name: "fssCode", kind: T::Text },
    PropertyRow { name: "full", kind: T::Address },
    PropertyRow { name: "gender", kind: T::Gender },
    PropertyRow { name: "generator", kind: T::Text },
    PropertyRow { name: "giiNumber", kind: T::Identifier },
    PropertyRow { name: "givenName", kind: T::Text },
    PropertyRow { name: "goal", kind: T::Text },
    PropertyRow { name: "goodsDescription", kind: T::LongText },
    PropertyRow { name: "googlePlaceId", kind: T::Identifier },
    PropertyRow { name: "grossRegisteredTonnage", kind: T::Number },
    PropertyRow { name: "hairColor", kind: T::Text },
    PropertyRow { name: "headers", kind: T::Text },
    PropertyRow { name: "height", kind: T::Number },
    PropertyRow { name: "holder", kind: T::Entity },
    PropertyRow { name: "iban", kind: T::Identifier },
    PropertyRow { name: "ibanMentioned", kind: T::Identifier },
    PropertyRow { name: "icaoCode", kind: T::Identifier },
    PropertyRow { name: "icijId", kind: T::Text },
    PropertyRow { name: "idNumber", kind: T::Identifier },
    PropertyRow { name: "imoNumber", kind: T::Identifier },
    PropertyRow { name: "important", kind: T::Text },
    PropertyRow { name: "inReplyTo", kind: T::Text },
    PropertyRow { name: "inReplyToEmail", kind: T::Entity },
    PropertyRow { name: "inReplyToMessage", kind: T::Entity },
    PropertyRow { name: "inceptionDate", kind: T::Date },
    PropertyRow { name: "income", kind: T::Text },
    PropertyRow { name: "incorporationDate", kind: T::Date },
    PropertyRow { name: "index", kind: T::Number },
    PropertyRow { name: "indexText", kind: T::LongText },
    PropertyRow { name: "innCode", kind: T::Identifier },
    PropertyRow { name: "invoiceAmount", kind: T::Text },
    PropertyRow { name: "involved", kind: T::Entity },
    PropertyRow { name: "involvesOutcome", kind: T::Text },
    PropertyRow { name: "ipAddress", kind: T::Text },
    PropertyRow { name: "ipMentioned", kind: T::Text },
    PropertyRow { name: "ipoCode", kind: T::Identifier },
    PropertyRow { name: "irsCode", kind: T::Identifier },
    PropertyRow { name: "isin", kind: T::Identifier },
    PropertyRow { name: "isinCode", kind: T::Identifier },
    PropertyRow { name: "issueDate", kind: T::Date },
    PropertyRow { name: "issuer", kind: T::Entity },
    PropertyRow { name: "jibCode", kind: T::Identifier },
    PropertyRow { name: "jurisdiction", kind: T::Country },
    PropertyRow { name: "keywords", kind: T::Text },
    PropertyRow { name: "kppCode", kind: T::Identifier },
    PropertyRow { name: "landType", kind: T::Text },
    PropertyRow { name: "language", kind: T::Text },
    PropertyRow { name: "lastName", kind: T::Text },
    PropertyRow { name: "latitude", kind: T::Number },
    PropertyRow { name: "legalBasis", kind: T::Text },
    PropertyRow { name: "legalForm", kind: T::Text },
    PropertyRow { name: "leiCode", kind: T::Identifier },
    PropertyRow { name: "level", kind: T::Text },
    PropertyRow { name: "licenseNumber", kind: T::Identifier },
    PropertyRow { name: "listingDate", kind: T::Date },
    PropertyRow { name: "location", kind: T::Address },
    PropertyRow { name: "locationMentioned", kind: T::Address },
    PropertyRow { name: "longitude", kind: T::Number },
    PropertyRow { name: "lotNumber", kind: T::Text },
    PropertyRow { name: "lotsNames", kind: T::Text },
    PropertyRow { name: "mainCountry", kind: T::Country },
    PropertyRow { name: "managingExchange", kind: T::Text },
    PropertyRow { name: "manufacturer", kind: T::Text },
    PropertyRow { name: "match", kind: T::Entity },
    PropertyRow { name: "matcher", kind: T::Text },
    PropertyRow { name: "maturityDate", kind: T::Date },
    PropertyRow { name: "maxBalance", kind: T::Number },
    PropertyRow { name: "maxBalanceDate", kind: T::Date },
    PropertyRow { name: "maximumNumberOfLots", kind: T::Number },
    PropertyRow { name: "mbsCode", kind: T::Identifier },
    PropertyRow { name: "member", kind: T::Entity },
    PropertyRow { name: "messageId", kind: T::Text },
    PropertyRow { name: "metadata", kind: T::Text },
    PropertyRow { name: "method", kind: T::Text },
    PropertyRow { name: "middleName", kind: T::Text },
    PropertyRow { name: "mimeType", kind: T::Text },
    PropertyRow { name: "mmsi", kind: T::Identifier },
    PropertyRow { name: "model", kind: T::Text },
    PropertyRow { name: "modifiedAt", kind: T::Date },
    PropertyRow { name: "motherName", kind: T::Text },
    PropertyRow { name: "multipleTenders", kind: T::Text },
    PropertyRow { name: "name", kind: T::Name },
    PropertyRow { name: "nameChangeDate", kind: T::Date },
    PropertyRow { name: "nameSuffix", kind: T::Text },
    PropertyRow { name: "namesMentioned", kind: T::Name },
    PropertyRow { name: "nationality", kind: T::Country },
    PropertyRow { name: "navigationArea", kind: T::Text },
    PropertyRow { name: "notes", kind: T::LongText },
    PropertyRow { name: "noticeId", kind: T::Text },
    PropertyRow { name: "npiCode", kind: T::Identifier },
    PropertyRow { name: "number", kind: T::Identifier },
    PropertyRow { name: "numberAwards", kind: T::Text },
    PropertyRow { name: "numberOfLots", kind: T::Number },
    PropertyRow { name: "numberOfSeats", kind: T::Number },
    PropertyRow { name: "nutsCode", kind: T::Identifier },
    PropertyRow { name: "object", kind: T::Entity },
    PropertyRow { name: "ogrnCode", kind: T::Identifier },
    PropertyRow { name: "okopfCode", kind: T::Text },
    PropertyRow { name: "okpoCode", kind: T::Identifier },
    PropertyRow { name: "oksmCode", kind: T::Text },
    PropertyRow { name: "okvedCode", kind: T::Identifier },
    PropertyRow { name: "onBehalfOf", kind: T::Entity },
    PropertyRow { name: "opencorporatesUrl", kind: T::Url },
    PropertyRow { name: "openingDate", kind: T::Date },
    PropertyRow { name: "operator", kind: T::Entity },
    PropertyRow { name: "organization", kind: T::Entity },
    PropertyRow { name: "organizer", kind: T::Entity },
    PropertyRow { name: "originCountry", kind: T::Country },
    PropertyRow { name: "osmId", kind: T::Identifier },
    PropertyRow { name: "owner", kind: T::Entity },
    PropertyRow { name: "ownershipType", kind: T::Text },
    PropertyRow { name: "parent", kind: T::Entity },
    PropertyRow { name: "partOf", kind: T::Entity },
    PropertyRow { name: "participant", kind: T::Entity },
    PropertyRow { name: "party", kind: T::Entity },
    PropertyRow { name: "passportNumber", kind: T::Identifier },
    PropertyRow { name: "password", kind: T::Text },
    PropertyRow { name: "pastFlags", kind: T::Country },
    PropertyRow { name: "pastTypes", kind: T::Text },
    PropertyRow { name: "payer", kind: T::Entity },
    PropertyRow { name: "payerAccount", kind: T::Entity },
    PropertyRow { name: "paymentOptions", kind: T::Text },
    PropertyRow { name: "pdfHash", kind: T::Text },
    PropertyRow { name: "peopleMentioned", kind: T::Name },
    PropertyRow { name: "percentage", kind: T::Text },
    PropertyRow { name: "periodEnd", kind: T::Date },
    PropertyRow { name: "periodStart", kind: T::Date },
    PropertyRow { name: "permId", kind: T::Identifier },
    PropertyRow { name: "person", kind: T::Entity },
    PropertyRow { name: "personalNumber", kind: T::Identifier },
    PropertyRow { name: "pfrNumber", kind: T::Identifier },
    PropertyRow { name: "phase", kind: T::Text },
    PropertyRow { name: "phone", kind: T::Phone },
    PropertyRow { name: "phoneMentioned", kind: T::Phone },
    PropertyRow { name: "pictured", kind: T::Entity },
    PropertyRow { name: "political", kind: T::Text },
    PropertyRow { name: "politicalGroup", kind: T::Text },
    PropertyRow { name: "position", kind: T::Text },
    PropertyRow { name: "post", kind: T::Entity },
    PropertyRow { name: "postOfficeBox", kind: T::Text },
    PropertyRow { name: "postalCode", kind: T::Text },
    PropertyRow { name: "predecessor", kind: T::Entity },
    PropertyRow { name: "previousName", kind: T::Name },
    PropertyRow { name: "privateKey", kind: T::Text },
    PropertyRow { name: "procedure", kind: T::Text },
    PropertyRow { name: "procedureNumber", kind: T::Text },
    PropertyRow { name: "processedAt", kind: T::Date },
    PropertyRow { name: "processingAgent", kind: T::Text },
    PropertyRow { name: "processingError", kind: T::Text },
    PropertyRow { name: "processingStatus", kind: T::Text },
    PropertyRow { name: "procurementType", kind: T::Text },
    PropertyRow { name: "profession", kind: T::Text },
    PropertyRow { name: "program", kind: T::Text },
    PropertyRow { name: "programId", kind: T::Identifier },
    PropertyRow { name: "programUrl", kind: T::Url },
    PropertyRow { name: "programme", kind: T::Text },
    PropertyRow { name: "project", kind: T::Entity },
    PropertyRow { name: "projectId", kind: T::Identifier },
    PropertyRow { name: "proof", kind: T::Entity },
    PropertyRow { name: "propertyType", kind: T::Text },
    PropertyRow { name: "provisions", kind: T::Text },
    PropertyRow { name: "publicKey", kind: T::Identifier },
    PropertyRow { name: "publicationDate", kind: T::Date },
    PropertyRow { name: "publishedAt", kind: T::Date },
    PropertyRow { name: "publisher", kind: T::Text },
    PropertyRow { name: "publisherUrl", kind: T::Url },
    PropertyRow { name: "purpose", kind: T::LongText },
    PropertyRow { name: "reason", kind: T::LongText },
    PropertyRow { name: "receiver", kind: T::Entity },
    PropertyRow { name: "receiverNumber", kind: T::Phone },
    PropertyRow { name: "recipientAccount", kind: T::Entity },
    PropertyRow { name: "recipients", kind: T::Entity },
    PropertyRow { name: "recordId", kind: T::Text },
    PropertyRow { name: "region", kind: T::Text },
    PropertyRow { name: "registrationDate", kind: T::Date },
    PropertyRow { name: "registrationNumber", kind: T::Identifier },
    PropertyRow { name: "registrationPort", kind: T::Text },
    PropertyRow { name: "relationToThreshold", kind: T::Text },
    PropertyRow { name: "relationship", kind: T::Text },
    PropertyRow { name: "relative", kind: T::Entity },
    PropertyRow { name: "religion", kind: T::Text },
    PropertyRow { name: "remarks", kind: T::Text },
    PropertyRow { name: "resolved", kind: T::Entity },
    PropertyRow { name: "retrievedAt", kind: T::Date },
    PropertyRow { name: "reverseAuctionsIncluded", kind: T::Text },
    PropertyRow { name: "reviewDate", kind: T::Text },
    PropertyRow { name: "ricCode", kind: T::Identifier },
    PropertyRow { name: "riskSource", kind: T::Entity },
    PropertyRow { name: "role", kind: T::Text },
    PropertyRow { name: "rowCount", kind: T::Number },
    PropertyRow { name: "samplingRate", kind: T::Number },
    PropertyRow { name: "sayariId", kind: T::Identifier },
    PropertyRow { name: "secondName", kind: T::Text },
    PropertyRow { name: "secretary", kind: T::Text },
    PropertyRow { name: "sector", kind: T::Text },
    PropertyRow { name: "sender", kind: T::Entity },
    PropertyRow { name: "senderAccount", kind: T::Entity },
    PropertyRow { name: "sequenceNumber", kind: T::Text },
    PropertyRow { name: "serialNumber", kind: T::Identifier },
    PropertyRow { name: "service", kind: T::Text },
    PropertyRow { name: "sharesCount", kind: T::Text },
    PropertyRow { name: "sharesCurrency", kind: T::Text },
    PropertyRow { name: "sharesType", kind: T::Text },
    PropertyRow { name: "sharesValue", kind: T::Text },
    PropertyRow { name: "socialSecurityNumber", kind: T::Identifier },
    PropertyRow { name: "sourceUrl", kind: T::Url },
    PropertyRow { name: "spokenLanguage", kind: T::Text },
    PropertyRow { name: "startDate", kind: T::Date },
    PropertyRow { name: "startLocation", kind: T::Entity },
    PropertyRow { name: "state", kind: T::Text },
    PropertyRow { name: "status", kind: T::Text },
    PropertyRow { name: "street", kind: T::Text },
    PropertyRow { name: "street2", kind: T::Text },
    PropertyRow { name: "subject", kind: T::Entity },
    PropertyRow { name: "submissionDeadline", kind: T::Date },
    PropertyRow { name: "subnationalArea", kind: T::Text },
    PropertyRow { name: "successor", kind: T::Entity },
    PropertyRow { name: "summary", kind: T::LongText },
    PropertyRow { name: "supplier", kind: T::Entity },
    PropertyRow { name: "surname", kind: T::Text },
    PropertyRow { name: "swiftBic", kind: T::Identifier },
    PropertyRow { name: "taxNumber", kind: T::Identifier },
    PropertyRow { name: "taxPaid", kind: T::Text },
    PropertyRow { name: "taxStatus", kind: T::Text },
    PropertyRow { name: "taxee", kind: T::Entity },
    PropertyRow { name: "tedUrl", kind: T::Url },
    PropertyRow { name: "tenderers", kind: T::Entity },
    PropertyRow { name: "tendersForLots", kind: T::Text },
    PropertyRow { name: "tenure", kind: T::Text },
    PropertyRow { name: "territoryCode", kind: T::Identifier },
    PropertyRow { name: "threadTopic", kind: T::Text },
    PropertyRow { name: "ticker", kind: T::Identifier },
    PropertyRow { name: "title", kind: T::Text },
    PropertyRow { name: "titleNumber", kind: T::Identifier },
    PropertyRow { name: "to", kind: T::Text },
    PropertyRow { name: "tonnage", kind: T::Number },
    PropertyRow { name: "topics", kind: T::Topic },
    PropertyRow { name: "tradingCountry", kind: T::Country },
    PropertyRow { name: "transactionNumber", kind: T::Text },
    PropertyRow { name: "translatedLanguage", kind: T::Text },
    PropertyRow { name: "translatedText", kind: T::LongText },
    PropertyRow { name: "translatedTextLanguage", kind: T::Text },
    PropertyRow { name: "transport", kind: T::Entity },
    PropertyRow { name: "type", kind: T::Text },
    PropertyRow { name: "uniqueEntityId", kind: T::Identifier },
    PropertyRow { name: "unscId", kind: T::Identifier },
    PropertyRow { name: "uscCode", kind: T::Identifier },
    PropertyRow { name: "username", kind: T::Text },
    PropertyRow { name: "vatCode", kind: T::Identifier },
    PropertyRow { name: "vedCode", kind: T::Identifier },
    PropertyRow { name: "vedCodeDescription", kind: T::Text },
    PropertyRow { name: "vehicle", kind: T::Entity },
    PropertyRow { name: "voenCode", kind: T::Identifier },
    PropertyRow { name: "weakAlias", kind: T::Name },
    PropertyRow { name: "wealth", kind: T::Text },
    PropertyRow { name: "website", kind: T::Url },
    PropertyRow { name: "weight", kind: T::Number },
    PropertyRow { name: "wikidataId", kind: T::Identifier },
    PropertyRow { name: "wikipediaUrl", kind: T::Url },
    PropertyRow { name: "zipCode", kind: T::Identifier },
    PropertyRow { name: "cuibono:nature", kind: T::Text },
    PropertyRow { name: "cuibono:declaration", kind: T::Text },
    PropertyRow { name: "cuibono:unspecifiedReason", kind: T::Text },
    PropertyRow { name: "cuibono:district", kind: T::Text },
    PropertyRow { name: "cuibono:county", kind: T::Text },
    PropertyRow { name: "cuibono:region", kind: T::Text },
    PropertyRow { name: "cuibono:exemption", kind: T::Text },
    PropertyRow { name: "cuibono:additionalProprietors", kind: T::Text },
    PropertyRow { name: "cuibono:multipleAddresses", kind: T::Text },
    PropertyRow { name: "cuibono:trustRole", kind: T::Text },
    PropertyRow { name: "cuibono:dataset", kind: T::Text },
    PropertyRow { name: "cuibono:firstSeen", kind: T::Date },
    PropertyRow { name: "cuibono:lastSeen", kind: T::Date },
    PropertyRow { name: "cuibono:placeRegistered", kind: T::Text },
    PropertyRow { name: "cuibono:legalAuthority", kind: T::Text },
    PropertyRow { name: "cuibono:linkedTo", kind: T::Text },
    PropertyRow { name: "cuibono:remarks", kind: T::LongText },
    PropertyRow { name: "cuibono:nameQuality", kind: T::Text },
    PropertyRow { name: "cuibono:portfolioPrice", kind: T::Text },
    PropertyRow { name: "cuibono:identifierNote", kind: T::Text },
];

/// Named constants for the properties that code mentions.
pub mod prop {
    use crate::schema::Property;
    #[doc = "`abbreviation`"]
    pub const ABBREVIATION: Property = Property::at(0);
    #[doc = "`accountId`"]
    pub const ACCOUNT_ID: Property = Property::at(1);
    #[doc = "`accountNumber`"]
    pub const ACCOUNT_NUMBER: Property = Property::at(2);
    #[doc = "`accountType`"]
    pub const ACCOUNT_TYPE: Property = Property::at(3);
    #[doc = "`address`"]
    pub const ADDRESS: Property = Property::at(4);
    #[doc = "`addressEntity`"]
    pub const ADDRESS_ENTITY: Property = Property::at(5);
    #[doc = "`agent`"]
    pub const AGENT: Property = Property::at(6);
    #[doc = "`alephUrl`"]
    pub const ALEPH_URL: Property = Property::at(7);
    #[doc = "`alias`"]
    pub const ALIAS: Property = Property::at(8);
    #[doc = "`amended`"]
    pub const AMENDED: Property = Property::at(9);
    #[doc = "`amount`"]
    pub const AMOUNT: Property = Property::at(10);
    #[doc = "`amountEur`"]
    pub const AMOUNT_EUR: Property = Property::at(11);
    #[doc = "`amountUsd`"]
    pub const AMOUNT_USD: Property = Property::at(12);
    #[doc = "`ancestors`"]
    pub const ANCESTORS: Property = Property::at(13);
    #[doc = "`appearance`"]
    pub const APPEARANCE: Property = Property::at(14);
    #[doc = "`area`"]
    pub const AREA: Property = Property::at(15);
    #[doc = "`asset`"]
    pub const ASSET: Property = Property::at(16);
    #[doc = "`associate`"]
    pub const ASSOCIATE: Property = Property::at(17);
    #[doc = "`author`"]
    pub const AUTHOR: Property = Property::at(18);
    #[doc = "`authoredAt`"]
    pub const AUTHORED_AT: Property = Property::at(19);
    #[doc = "`authority`"]
    pub const AUTHORITY: Property = Property::at(20);
    #[doc = "`authorityId`"]
    pub const AUTHORITY_ID: Property = Property::at(21);
    #[doc = "`authorityReferenceId`"]
    pub const AUTHORITY_REFERENCE_ID: Property = Property::at(22);
    #[doc = "`awardNoticeDate`"]
    pub const AWARD_NOTICE_DATE: Property = Property::at(23);
    #[doc = "`awardedInLots`"]
    pub const AWARDED_IN_LOTS: Property = Property::at(24);
    #[doc = "`awardingDate`"]
    pub const AWARDING_DATE: Property = Property::at(25);
    #[doc = "`balance`"]
    pub const BALANCE: Property = Property::at(26);
    #[doc = "`balanceDate`"]
    pub const BALANCE_DATE: Property = Property::at(27);
    #[doc = "`bank`"]
    pub const BANK: Property = Property::at(28);
    #[doc = "`bankAccount`"]
    pub const BANK_ACCOUNT: Property = Property::at(29);
    #[doc = "`bankAddress`"]
    pub const BANK_ADDRESS: Property = Property::at(30);
    #[doc = "`bankForeign`"]
    pub const BANK_FOREIGN: Property = Property::at(31);
    #[doc = "`bankName`"]
    pub const BANK_NAME: Property = Property::at(32);
    #[doc = "`bankRub`"]
    pub const BANK_RUB: Property = Property::at(33);
    #[doc = "`bcc`"]
    pub const BCC: Property = Property::at(34);
    #[doc = "`beneficiary`"]
    pub const BENEFICIARY: Property = Property::at(35);
    #[doc = "`beneficiaryAccount`"]
    pub const BENEFICIARY_ACCOUNT: Property = Property::at(36);
    #[doc = "`bic`"]
    pub const BIC: Property = Property::at(37);
    #[doc = "`bikCode`"]
    pub const BIK_CODE: Property = Property::at(38);
    #[doc = "`biography`"]
    pub const BIOGRAPHY: Property = Property::at(39);
    #[doc = "`birthCountry`"]
    pub const BIRTH_COUNTRY: Property = Property::at(40);
    #[doc = "`birthDate`"]
    pub const BIRTH_DATE: Property = Property::at(41);
    #[doc = "`birthPlace`"]
    pub const BIRTH_PLACE: Property = Property::at(42);
    #[doc = "`blockchain`"]
    pub const BLOCKCHAIN: Property = Property::at(43);
    #[doc = "`bodyHtml`"]
    pub const BODY_HTML: Property = Property::at(44);
    #[doc = "`bodyText`"]
    pub const BODY_TEXT: Property = Property::at(45);
    #[doc = "`brightQueryId`"]
    pub const BRIGHT_QUERY_ID: Property = Property::at(46);
    #[doc = "`brightQueryOrgId`"]
    pub const BRIGHT_QUERY_ORG_ID: Property = Property::at(47);
    #[doc = "`buildDate`"]
    pub const BUILD_DATE: Property = Property::at(48);
    #[doc = "`bvdId`"]
    pub const BVD_ID: Property = Property::at(49);
    #[doc = "`cadastralCode`"]
    pub const CADASTRAL_CODE: Property = Property::at(50);
    #[doc = "`caemCode`"]
    pub const CAEM_CODE: Property = Property::at(51);
    #[doc = "`cageCode`"]
    pub const CAGE_CODE: Property = Property::at(52);
    #[doc = "`callForTenders`"]
    pub const CALL_FOR_TENDERS: Property = Property::at(53);
    #[doc = "`callId`"]
    pub const CALL_ID: Property = Property::at(54);
    #[doc = "`callSign`"]
    pub const CALL_SIGN: Property = Property::at(55);
    #[doc = "`caller`"]
    pub const CALLER: Property = Property::at(56);
    #[doc = "`callerNumber`"]
    pub const CALLER_NUMBER: Property = Property::at(57);
    #[doc = "`cancelled`"]
    pub const CANCELLED: Property = Property::at(58);
    #[doc = "`candidate`"]
    pub const CANDIDATE: Property = Property::at(59);
    #[doc = "`capital`"]
    pub const CAPITAL: Property = Property::at(60);
    #[doc = "`case`"]
    pub const CASE: Property = Property::at(61);
    #[doc = "`caseNumber`"]
    pub const CASE_NUMBER: Property = Property::at(62);
    #[doc = "`category`"]
    pub const CATEGORY: Property = Property::at(63);
    #[doc = "`cc`"]
    pub const CC: Property = Property::at(64);
    #[doc = "`ccdNumber`"]
    pub const CCD_NUMBER: Property = Property::at(65);
    #[doc = "`ccdValue`"]
    pub const CCD_VALUE: Property = Property::at(66);
    #[doc = "`censusBlock`"]
    pub const CENSUS_BLOCK: Property = Property::at(67);
    #[doc = "`certificationCheck`"]
    pub const CERTIFICATION_CHECK: Property = Property::at(68);
    #[doc = "`cikCode`"]
    pub const CIK_CODE: Property = Property::at(69);
    #[doc = "`citizenship`"]
    pub const CITIZENSHIP: Property = Property::at(70);
    #[doc = "`city`"]
    pub const CITY: Property = Property::at(71);
    #[doc = "`clarificationDeadline`"]
    pub const CLARIFICATION_DEADLINE: Property = Property::at(72);
    #[doc = "`classification`"]
    pub const CLASSIFICATION: Property = Property::at(73);
    #[doc = "`client`"]
    pub const CLIENT: Property = Property::at(74);
    #[doc = "`closeDate`"]
    pub const CLOSE_DATE: Property = Property::at(75);
    #[doc = "`closingDate`"]
    pub const CLOSING_DATE: Property = Property::at(76);
    #[doc = "`coatoCode`"]
    pub const COATO_CODE: Property = Property::at(77);
    #[doc = "`collateral`"]
    pub const COLLATERAL: Property = Property::at(78);
    #[doc = "`columns`"]
    pub const COLUMNS: Property = Property::at(79);
    #[doc = "`commodities`"]
    pub const COMMODITIES: Property = Property::at(80);
    #[doc = "`companiesMentioned`"]
    pub const COMPANIES_MENTIONED: Property = Property::at(81);
    #[doc = "`confidenceScore`"]
    pub const CONFIDENCE_SCORE: Property = Property::at(82);
    #[doc = "`constituency`"]
    pub const CONSTITUENCY: Property = Property::at(83);
    #[doc = "`contentHash`"]
    pub const CONTENT_HASH: Property = Property::at(84);
    #[doc = "`contextCountry`"]
    pub const CONTEXT_COUNTRY: Property = Property::at(85);
    #[doc = "`contextEmail`"]
    pub const CONTEXT_EMAIL: Property = Property::at(86);
    #[doc = "`contextPhone`"]
    pub const CONTEXT_PHONE: Property = Property::at(87);
    #[doc = "`contract`"]
    pub const CONTRACT: Property = Property::at(88);
    #[doc = "`contractDate`"]
    pub const CONTRACT_DATE: Property = Property::at(89);
    #[doc = "`contractHolder`"]
    pub const CONTRACT_HOLDER: Property = Property::at(90);
    #[doc = "`contractNoticeDate`"]
    pub const CONTRACT_NOTICE_DATE: Property = Property::at(91);
    #[doc = "`controlType`"]
    pub const CONTROL_TYPE: Property = Property::at(92);
    #[doc = "`controlled`"]
    pub const CONTROLLED: Property = Property::at(93);
    #[doc = "`controller`"]
    pub const CONTROLLER: Property = Property::at(94);
    #[doc = "`country`"]
    pub const COUNTRY: Property = Property::at(95);
    #[doc = "`court`"]
    pub const COURT: Property = Property::at(96);
    #[doc = "`cpvCode`"]
    pub const CPV_CODE: Property = Property::at(97);
    #[doc = "`crawler`"]
    pub const CRAWLER: Property = Property::at(98);
    #[doc = "`createDate`"]
    pub const CREATE_DATE: Property = Property::at(99);
    #[doc = "`createdAt`"]
    pub const CREATED_AT: Property = Property::at(100);
    #[doc = "`creationDate`"]
    pub const CREATION_DATE: Property = Property::at(101);
    #[doc = "`credit`"]
    pub const CREDIT: Property = Property::at(102);
    #[doc = "`creditor`"]
    pub const CREDITOR: Property = Property::at(103);
    #[doc = "`criteria`"]
    pub const CRITERIA: Property = Property::at(104);
    #[doc = "`crsNumber`"]
    pub const CRS_NUMBER: Property = Property::at(105);
    #[doc = "`cryptoAddress`"]
    pub const CRYPTO_ADDRESS: Property = Property::at(106);
    #[doc = "`csvHash`"]
    pub const CSV_HASH: Property = Property::at(107);
    #[doc = "`currency`"]
    pub const CURRENCY: Property = Property::at(108);
    #[doc = "`currencySymbol`"]
    pub const CURRENCY_SYMBOL: Property = Property::at(109);
    #[doc = "`custodyType`"]
    pub const CUSTODY_TYPE: Property = Property::at(110);
    #[doc = "`customsAmount`"]
    pub const CUSTOMS_AMOUNT: Property = Property::at(111);
    #[doc = "`customsProcedure`"]
    pub const CUSTOMS_PROCEDURE: Property = Property::at(112);
    #[doc = "`date`"]
    pub const DATE: Property = Property::at(113);
    #[doc = "`deadweightTonnage`"]
    pub const DEADWEIGHT_TONNAGE: Property = Property::at(114);
    #[doc = "`deathDate`"]
    pub const DEATH_DATE: Property = Property::at(115);
    #[doc = "`debtor`"]
    pub const DEBTOR: Property = Property::at(116);
    #[doc = "`decisionReason`"]
    pub const DECISION_REASON: Property = Property::at(117);
    #[doc = "`declarant`"]
    pub const DECLARANT: Property = Property::at(118);
    #[doc = "`declarationDate`"]
    pub const DECLARATION_DATE: Property = Property::at(119);
    #[doc = "`departureCountry`"]
    pub const DEPARTURE_COUNTRY: Property = Property::at(120);
    #[doc = "`deregistrationDate`"]
    pub const DEREGISTRATION_DATE: Property = Property::at(121);
    #[doc = "`description`"]
    pub const DESCRIPTION: Property = Property::at(122);
    #[doc = "`destinationCountry`"]
    pub const DESTINATION_COUNTRY: Property = Property::at(123);
    #[doc = "`detectedCountry`"]
    pub const DETECTED_COUNTRY: Property = Property::at(124);
    #[doc = "`detectedLanguage`"]
    pub const DETECTED_LANGUAGE: Property = Property::at(125);
    #[doc = "`detectedSchema`"]
    pub const DETECTED_SCHEMA: Property = Property::at(126);
    #[doc = "`directionOfTransportation`"]
    pub const DIRECTION_OF_TRANSPORTATION: Property = Property::at(127);
    #[doc = "`directive`"]
    pub const DIRECTIVE: Property = Property::at(128);
    #[doc = "`director`"]
    pub const DIRECTOR: Property = Property::at(129);
    #[doc = "`dissolutionDate`"]
    pub const DISSOLUTION_DATE: Property = Property::at(130);
    #[doc = "`document`"]
    pub const DOCUMENT: Property = Property::at(131);
    #[doc = "`documentNumber`"]
    pub const DOCUMENT_NUMBER: Property = Property::at(132);
    #[doc = "`documentType`"]
    pub const DOCUMENT_TYPE: Property = Property::at(133);
    #[doc = "`dollarExchRate`"]
    pub const DOLLAR_EXCH_RATE: Property = Property::at(134);
    #[doc = "`dunsCode`"]
    pub const DUNS_CODE: Property = Property::at(135);
    #[doc = "`duration`"]
    pub const DURATION: Property = Property::at(136);
    #[doc = "`education`"]
    pub const EDUCATION: Property = Property::at(137);
    #[doc = "`electionDate`"]
    pub const ELECTION_DATE: Property = Property::at(138);
    #[doc = "`email`"]
    pub const EMAIL: Property = Property::at(139);
    #[doc = "`emailMentioned`"]
    pub const EMAIL_MENTIONED: Property = Property::at(140);
    #[doc = "`emitters`"]
    pub const EMITTERS: Property = Property::at(141);
    #[doc = "`employee`"]
    pub const EMPLOYEE: Property = Property::at(142);
    #[doc = "`employer`"]
    pub const EMPLOYER: Property = Property::at(143);
    #[doc = "`encoding`"]
    pub const ENCODING: Property = Property::at(144);
    #[doc = "`encumbrance`"]
    pub const ENCUMBRANCE: Property = Property::at(145);
    #[doc = "`endDate`"]
    pub const END_DATE: Property = Property::at(146);
    #[doc = "`endLocation`"]
    pub const END_LOCATION: Property = Property::at(147);
    #[doc = "`entity`"]
    pub const ENTITY: Property = Property::at(148);
    #[doc = "`ethnicity`"]
    pub const ETHNICITY: Property = Property::at(149);
    #[doc = "`euFunding`"]
    pub const EU_FUNDING: Property = Property::at(150);
    #[doc = "`evaluationMechanism`"]
    pub const EVALUATION_MECHANISM: Property = Property::at(151);
    #[doc = "`extension`"]
    pub const EXTENSION: Property = Property::at(152);
    #[doc = "`eyeColor`"]
    pub const EYE_COLOR: Property = Property::at(153);
    #[doc = "`fallsUnderGPPScope`"]
    pub const FALLS_UNDER_GPPSCOPE: Property = Property::at(154);
    #[doc = "`fatherName`"]
    pub const FATHER_NAME: Property = Property::at(155);
    #[doc = "`figiCode`"]
    pub const FIGI_CODE: Property = Property::at(156);
    #[doc = "`fileDate`"]
    pub const FILE_DATE: Property = Property::at(157);
    #[doc = "`fileName`"]
    pub const FILE_NAME: Property = Property::at(158);
    #[doc = "`fileSize`"]
    pub const FILE_SIZE: Property = Property::at(159);
    #[doc = "`fipsCode`"]
    pub const FIPS_CODE: Property = Property::at(160);
    #[doc = "`firstName`"]
    pub const FIRST_NAME: Property = Property::at(161);
    #[doc = "`flag`"]
    pub const FLAG: Property = Property::at(162);
    #[doc = "`fnsCode`"]
    pub const FNS_CODE: Property = Property::at(163);
    #[doc = "`from`"]
    pub const FROM: Property = Property::at(164);
    #[doc = "`fssCode`"]
    pub const FSS_CODE: Property = Property::at(165);
    #[doc = "`full`"]
    pub const FULL: Property = Property::at(166);
    #[doc = "`gender`"]
    pub const GENDER: Property = Property::at(167);
    #[doc = "`generator`"]
    pub const GENERATOR: Property = Property::at(168);
    #[doc = "`giiNumber`"]
    pub const GII_NUMBER: Property = Property::at(169);
    #[doc = "`givenName`"]
    pub const GIVEN_NAME: Property = Property::at(170);
    #[doc = "`goal`"]
    pub const GOAL: Property = Property::at(171);
    #[doc = "`goodsDescription`"]
    pub const GOODS_DESCRIPTION: Property = Property::at(172);
    #[doc = "`googlePlaceId`"]
    pub const GOOGLE_PLACE_ID: Property = Property::at(173);
    #[doc = "`grossRegisteredTonnage`"]
    pub const GROSS_REGISTERED_TONNAGE: Property = Property::at(174);
    #[doc = "`hairColor`"]
    pub const HAIR_COLOR: Property = Property::at(175);
    #[doc = "`headers`"]
    pub const HEADERS: Property = Property::at(176);
    #[doc = "`height`"]
    pub const HEIGHT: Property = Property::at(177);
    #[doc = "`holder`"]
    pub const HOLDER: Property = Property::at(178);
    #[doc = "`iban`"]
    pub const IBAN: Property = Property::at(179);
    #[doc = "`ibanMentioned`"]
    pub const IBAN_MENTIONED: Property = Property::at(180);
    #[doc = "`icaoCode`"]
    pub const ICAO_CODE: Property = Property::at(181);
    #[doc = "`icijId`"]
    pub const ICIJ_ID: Property = Property::at(182);
    #[doc = "`idNumber`"]
    pub const ID_NUMBER: Property = Property::at(183);
    #[doc = "`imoNumber`"]
    pub const IMO_NUMBER: Property = Property::at(184);
    #[doc = "`important`"]
    pub const IMPORTANT: Property = Property::at(185);
    #[doc = "`inReplyTo`"]
    pub const IN_REPLY_TO: Property = Property::at(186);
    #[doc = "`inReplyToEmail`"]
    pub const IN_REPLY_TO_EMAIL: Property = Property::at(187);
    #[doc = "`inReplyToMessage`"]
    pub const IN_REPLY_TO_MESSAGE: Property = Property::at(188);
    #[doc = "`inceptionDate`"]
    pub const INCEPTION_DATE: Property = Property::at(189);
    #[doc = "`income`"]
    pub const INCOME: Property = Property::at(190);
    #[doc = "`incorporationDate`"]
    pub const INCORPORATION_DATE: Property = Property::at(191);
    #[doc = "`index`"]
    pub const INDEX: Property = Property::at(192);
    #[doc = "`indexText`"]
    pub const INDEX_TEXT: Property = Property::at(193);
    #[doc = "`innCode`"]
    pub const INN_CODE: Property = Property::at(194);
    #[doc = "`invoiceAmount`"]
    pub const INVOICE_AMOUNT: Property = Property::at(195);
    #[doc = "`involved`"]
    pub const INVOLVED: Property = Property::at(196);
    #[doc = "`involvesOutcome`"]
    pub const INVOLVES_OUTCOME: Property = Property::at(197);
    #[doc = "`ipAddress`"]
    pub const IP_ADDRESS: Property = Property::at(198);
    #[doc = "`ipMentioned`"]
    pub const IP_MENTIONED: Property = Property::at(199);
    #[doc = "`ipoCode`"]
    pub const IPO_CODE: Property = Property::at(200);
    #[doc = "`irsCode`"]
    pub const IRS_CODE: Property = Property::at(201);
    #[doc = "`isin`"]
    pub const ISIN: Property = Property::at(202);
    #[doc = "`isinCode`"]
    pub const ISIN_CODE: Property = Property::at(203);
    #[doc = "`issueDate`"]
    pub const ISSUE_DATE: Property = Property::at(204);
    #[doc = "`issuer`"]
    pub const ISSUER: Property = Property::at(205);
    #[doc = "`jibCode`"]
    pub const JIB_CODE: Property = Property::at(206);
    #[doc = "`jurisdiction`"]
    pub const JURISDICTION: Property = Property::at(207);
    #[doc = "`keywords`"]
    pub const KEYWORDS: Property = Property::at(208);
    #[doc = "`kppCode`"]
    pub const KPP_CODE: Property = Property::at(209);
    #[doc = "`landType`"]
    pub const LAND_TYPE: Property = Property::at(210);
    #[doc = "`language`"]
    pub const LANGUAGE: Property = Property::at(211);
    #[doc = "`lastName`"]
    pub const LAST_NAME: Property = Property::at(212);
    #[doc = "`latitude`"]
    pub const LATITUDE: Property = Property::at(213);
    #[doc = "`legalBasis`"]
    pub const LEGAL_BASIS: Property = Property::at(214);
    #[doc = "`legalForm`"]
    pub const LEGAL_FORM: Property = Property::at(215);
    #[doc = "`leiCode`"]
    pub const LEI_CODE: Property = Property::at(216);
    #[doc = "`level`"]
    pub const LEVEL: Property = Property::at(217);
    #[doc = "`licenseNumber`"]
    pub const LICENSE_NUMBER: Property = Property::at(218);
    #[doc = "`listingDate`"]
    pub const LISTING_DATE: Property = Property::at(219);
    #[doc = "`location`"]
    pub const LOCATION: Property = Property::at(220);
    #[doc = "`locationMentioned`"]
    pub const LOCATION_MENTIONED: Property = Property::at(221);
    #[doc = "`longitude`"]
    pub const LONGITUDE: Property = Property::at(222);
    #[doc = "`lotNumber`"]
    pub const LOT_NUMBER: Property = Property::at(223);
    #[doc = "`lotsNames`"]
    pub const LOTS_NAMES: Property = Property::at(224);
    #[doc = "`mainCountry`"]
    pub const MAIN_COUNTRY: Property = Property::at(225);
    #[doc = "`managingExchange`"]
    pub const MANAGING_EXCHANGE: Property = Property::at(226);
    #[doc = "`manufacturer`"]
    pub const MANUFACTURER: Property = Property::at(227);
    #[doc = "`match`"]
    pub const MATCH: Property = Property::at(228);
    #[doc = "`matcher`"]
    pub const MATCHER: Property = Property::at(229);
    #[doc = "`maturityDate`"]
    pub const MATURITY_DATE: Property = Property::at(230);
    #[doc = "`maxBalance`"]
    pub const MAX_BALANCE: Property = Property::at(231);
    #[doc = "`maxBalanceDate`"]
    pub const MAX_BALANCE_DATE: Property = Property::at(232);
    #[doc = "`maximumNumberOfLots`"]
    pub const MAXIMUM_NUMBER_OF_LOTS: Property = Property::at(233);
    #[doc = "`mbsCode`"]
    pub const MBS_CODE: Property = Property::at(234);
    #[doc = "`member`"]
    pub const MEMBER: Property = Property::at(235);
    #[doc = "`messageId`"]
    pub const MESSAGE_ID: Property = Property::at(236);
    #[doc = "`metadata`"]
    pub const METADATA: Property = Property::at(237);
    #[doc = "`method`"]
    pub const METHOD: Property = Property::at(238);
    #[doc = "`middleName`"]
    pub const MIDDLE_NAME: Property = Property::at(239);
    #[doc = "`mimeType`"]
    pub const MIME_TYPE: Property = Property::at(240);
    #[doc = "`mmsi`"]
    pub const MMSI: Property = Property::at(241);
    #[doc = "`model`"]
    pub const MODEL: Property = Property::at(242);
    #[doc = "`modifiedAt`"]
    pub const MODIFIED_AT: Property = Property::at(243);
    #[doc = "`motherName`"]
    pub const MOTHER_NAME: Property = Property::at(244);
    #[doc = "`multipleTenders`"]
    pub const MULTIPLE_TENDERS: Property = Property::at(245);
    #[doc = "`name`"]
    pub const NAME: Property = Property::at(246);
    #[doc = "`nameChangeDate`"]
    pub const NAME_CHANGE_DATE: Property = Property::at(247);
    #[doc = "`nameSuffix`"]
    pub const NAME_SUFFIX: Property = Property::at(248);
    #[doc = "`namesMentioned`"]
    pub const NAMES_MENTIONED: Property = Property::at(249);
    #[doc = "`nationality`"]
    pub const NATIONALITY: Property = Property::at(250);
    #[doc = "`navigationArea`"]
    pub const NAVIGATION_AREA: Property = Property::at(251);
    #[doc = "`notes`"]
    pub const NOTES: Property = Property::at(252);
    #[doc = "`noticeId`"]
    pub const NOTICE_ID: Property = Property::at(253);
    #[doc = "`npiCode`"]
    pub const NPI_CODE: Property = Property::at(254);
    #[doc = "`number`"]
    pub const NUMBER: Property = Property::at(255);
    #[doc = "`numberAwards`"]
    pub const NUMBER_AWARDS: Property = Property::at(256);
    #[doc = "`numberOfLots`"]
    pub const NUMBER_OF_LOTS: Property = Property::at(257);
    #[doc = "`numberOfSeats`"]
    pub const NUMBER_OF_SEATS: Property = Property::at(258);
    #[doc = "`nutsCode`"]
    pub const NUTS_CODE: Property = Property::at(259);
    #[doc = "`object`"]
    pub const OBJECT: Property = Property::at(260);
    #[doc = "`ogrnCode`"]
    pub const OGRN_CODE: Property = Property::at(261);
    #[doc = "`okopfCode`"]
    pub const OKOPF_CODE: Property = Property::at(262);
    #[doc = "`okpoCode`"]
    pub const OKPO_CODE: Property = Property::at(263);
    #[doc = "`oksmCode`"]
    pub const OKSM_CODE: Property = Property::at(264);
    #[doc = "`okvedCode`"]
    pub const OKVED_CODE: Property = Property::at(265);
    #[doc = "`onBehalfOf`"]
    pub const ON_BEHALF_OF: Property = Property::at(266);
    #[doc = "`opencorporatesUrl`"]
    pub const OPENCORPORATES_URL: Property = Property::at(267);
    #[doc = "`openingDate`"]
    pub const OPENING_DATE: Property = Property::at(268);
    #[doc = "`operator`"]
    pub const OPERATOR: Property = Property::at(269);
    #[doc = "`organization`"]
    pub const ORGANIZATION: Property = Property::at(270);
    #[doc = "`organizer`"]
    pub const ORGANIZER: Property = Property::at(271);
    #[doc = "`originCountry`"]
    pub const ORIGIN_COUNTRY: Property = Property::at(272);
    #[doc = "`osmId`"]
    pub const OSM_ID: Property = Property::at(273);
    #[doc = "`owner`"]
    pub const OWNER: Property = Property::at(274);
    #[doc = "`ownershipType`"]
    pub const OWNERSHIP_TYPE: Property = Property::at(275);
    #[doc = "`parent`"]
    pub const PARENT: Property = Property::at(276);
    #[doc = "`partOf`"]
    pub const PART_OF: Property = Property::at(277);
    #[doc = "`participant`"]
    pub const PARTICIPANT: Property = Property::at(278);
    #[doc = "`party`"]
    pub const PARTY: Property = Property::at(279);
    #[doc = "`passportNumber`"]
    pub const PASSPORT_NUMBER: Property = Property::at(280);
    #[doc = "`password`"]
    pub const PASSWORD: Property = Property::at(281);
    #[doc = "`pastFlags`"]
    pub const PAST_FLAGS: Property = Property::at(282);
    #[doc = "`pastTypes`"]
    pub const PAST_TYPES: Property = Property::at(283);
    #[doc = "`payer`"]
    pub const PAYER: Property = Property::at(284);
    #[doc = "`payerAccount`"]
    pub const PAYER_ACCOUNT: Property = Property::at(285);
    #[doc = "`paymentOptions`"]
    pub const PAYMENT_OPTIONS: Property = Property::at(286);
    #[doc = "`pdfHash`"]
    pub const PDF_HASH: Property = Property::at(287);
    #[doc = "`peopleMentioned`"]
    pub const PEOPLE_MENTIONED: Property = Property::at(288);
    #[doc = "`percentage`"]
    pub const PERCENTAGE: Property = Property::at(289);
    #[doc = "`periodEnd`"]
    pub const PERIOD_END: Property = Property::at(290);
    #[doc = "`periodStart`"]
    pub const PERIOD_START: Property = Property::at(291);
    #[doc = "`permId`"]
    pub const PERM_ID: Property = Property::at(292);
    #[doc = "`person`"]
    pub const PERSON: Property = Property::at(293);
    #[doc = "`personalNumber`"]
    pub const PERSONAL_NUMBER: Property = Property::at(294);
    #[doc = "`pfrNumber`"]
    pub const PFR_NUMBER: Property = Property::at(295);
    #[doc = "`phase`"]
    pub const PHASE: Property = Property::at(296);
    #[doc = "`phone`"]
    pub const PHONE: Property = Property::at(297);
    #[doc = "`phoneMentioned`"]
    pub const PHONE_MENTIONED: Property = Property::at(298);
    #[doc = "`pictured`"]
    pub const PICTURED: Property = Property::at(299);
    #[doc = "`political`"]
    pub const POLITICAL: Property = Property::at(300);
    #[doc = "`politicalGroup`"]
    pub const POLITICAL_GROUP: Property = Property::at(301);
    #[doc = "`position`"]
    pub const POSITION: Property = Property::at(302);
    #[doc = "`post`"]
    pub const POST: Property = Property::at(303);
    #[doc = "`postOfficeBox`"]
    pub const POST_OFFICE_BOX: Property = Property::at(304);
    #[doc = "`postalCode`"]
    pub const POSTAL_CODE: Property = Property::at(305);
    #[doc = "`predecessor`"]
    pub const PREDECESSOR: Property = Property::at(306);
    #[doc = "`previousName`"]
    pub const PREVIOUS_NAME: Property = Property::at(307);
    #[doc = "`privateKey`"]
    pub const PRIVATE_KEY: Property = Property::at(308);
    #[doc = "`procedure`"]
    pub const PROCEDURE: Property = Property::at(309);
    #[doc = "`procedureNumber`"]
    pub const PROCEDURE_NUMBER: Property = Property::at(310);
    #[doc = "`processedAt`"]
    pub const PROCESSED_AT: Property = Property::at(311);
    #[doc = "`processingAgent`"]
    pub const PROCESSING_AGENT: Property = Property::at(312);
    #[doc = "`processingError`"]
    pub const PROCESSING_ERROR: Property = Property::at(313);
    #[doc = "`processingStatus`"]
    pub const PROCESSING_STATUS: Property = Property::at(314);
    #[doc = "`procurementType`"]
    pub const PROCUREMENT_TYPE: Property = Property::at(315);
    #[doc = "`profession`"]
    pub const PROFESSION: Property = Property::at(316);
    #[doc = "`program`"]
    pub const PROGRAM: Property = Property::at(317);
    #[doc = "`programId`"]
    pub const PROGRAM_ID: Property = Property::at(318);
    #[doc = "`programUrl`"]
    pub const PROGRAM_URL: Property = Property::at(319);
    #[doc = "`programme`"]
    pub const PROGRAMME: Property = Property::at(320);
    #[doc = "`project`"]
    pub const PROJECT: Property = Property::at(321);
    #[doc = "`projectId`"]
    pub const PROJECT_ID: Property = Property::at(322);
    #[doc = "`proof`"]
    pub const PROOF: Property = Property::at(323);
    #[doc = "`propertyType`"]
    pub const PROPERTY_TYPE: Property = Property::at(324);
    #[doc = "`provisions`"]
    pub const PROVISIONS: Property = Property::at(325);
    #[doc = "`publicKey`"]
    pub const PUBLIC_KEY: Property = Property::at(326);
    #[doc = "`publicationDate`"]
    pub const PUBLICATION_DATE: Property = Property::at(327);
    #[doc = "`publishedAt`"]
    pub const PUBLISHED_AT: Property = Property::at(328);
    #[doc = "`publisher`"]
    pub const PUBLISHER: Property = Property::at(329);
    #[doc = "`publisherUrl`"]
    pub const PUBLISHER_URL: Property = Property::at(330);
    #[doc = "`purpose`"]
    pub const PURPOSE: Property = Property::at(331);
    #[doc = "`reason`"]
    pub const REASON: Property = Property::at(332);
    #[doc = "`receiver`"]
    pub const RECEIVER: Property = Property::at(333);
    #[doc = "`receiverNumber`"]
    pub const RECEIVER_NUMBER: Property = Property::at(334);
    #[doc = "`recipientAccount`"]
    pub const RECIPIENT_ACCOUNT: Property = Property::at(335);
    #[doc = "`recipients`"]
    pub const RECIPIENTS: Property = Property::at(336);
    #[doc = "`recordId`"]
    pub const RECORD_ID: Property = Property::at(337);
    #[doc = "`region`"]
    pub const REGION: Property = Property::at(338);
    #[doc = "`registrationDate`"]
    pub const REGISTRATION_DATE: Property = Property::at(339);
    #[doc = "`registrationNumber`"]
    pub const REGISTRATION_NUMBER: Property = Property::at(340);
    #[doc = "`registrationPort`"]
    pub const REGISTRATION_PORT: Property = Property::at(341);
    #[doc = "`relationToThreshold`"]
    pub const RELATION_TO_THRESHOLD: Property = Property::at(342);
    #[doc = "`relationship`"]
    pub const RELATIONSHIP: Property = Property::at(343);
    #[doc = "`relative`"]
    pub const RELATIVE: Property = Property::at(344);
    #[doc = "`religion`"]
    pub const RELIGION: Property = Property::at(345);
    #[doc = "`remarks`"]
    pub const REMARKS: Property = Property::at(346);
    #[doc = "`resolved`"]
    pub const RESOLVED: Property = Property::at(347);
    #[doc = "`retrievedAt`"]
    pub const RETRIEVED_AT: Property = Property::at(348);
    #[doc = "`reverseAuctionsIncluded`"]
    pub const REVERSE_AUCTIONS_INCLUDED: Property = Property::at(349);
    #[doc = "`reviewDate`"]
    pub const REVIEW_DATE: Property = Property::at(350);
    #[doc = "`ricCode`"]
    pub const RIC_CODE: Property = Property::at(351);
    #[doc = "`riskSource`"]
    pub const RISK_SOURCE: Property = Property::at(352);
    #[doc = "`role`"]
    pub const ROLE: Property = Property::at(353);
    #[doc = "`rowCount`"]
    pub const ROW_COUNT: Property = Property::at(354);
    #[doc = "`samplingRate`"]
    pub const SAMPLING_RATE: Property = Property::at(355);
    #[doc = "`sayariId`"]
    pub const SAYARI_ID: Property = Property::at(356);
    #[doc = "`secondName`"]
    pub const SECOND_NAME: Property = Property::at(357);
    #[doc = "`secretary`"]
    pub const SECRETARY: Property = Property::at(358);
    #[doc = "`sector`"]
    pub const SECTOR: Property = Property::at(359);
    #[doc = "`sender`"]
    pub const SENDER: Property = Property::at(360);
    #[doc = "`senderAccount`"]
    pub const SENDER_ACCOUNT: Property = Property::at(361);
    #[doc = "`sequenceNumber`"]
    pub const SEQUENCE_NUMBER: Property = Property::at(362);
    #[doc = "`serialNumber`"]
    pub const SERIAL_NUMBER: Property = Property::at(363);
    #[doc = "`service`"]
    pub const SERVICE: Property = Property::at(364);
    #[doc = "`sharesCount`"]
    pub const SHARES_COUNT: Property = Property::at(365);
    #[doc = "`sharesCurrency`"]
    pub const SHARES_CURRENCY: Property = Property::at(366);
    #[doc = "`sharesType`"]
    pub const SHARES_TYPE: Property = Property::at(367);
    #[doc = "`sharesValue`"]
    pub const SHARES_VALUE: Property = Property::at(368);
    #[doc = "`socialSecurityNumber`"]
    pub const SOCIAL_SECURITY_NUMBER: Property = Property::at(369);
    #[doc = "`sourceUrl`"]
    pub const SOURCE_URL: Property = Property::at(370);
    #[doc = "`spokenLanguage`"]
    pub const SPOKEN_LANGUAGE: Property = Property::at(371);
    #[doc = "`startDate`"]
    pub const START_DATE: Property = Property::at(372);
    #[doc = "`startLocation`"]
    pub const START_LOCATION: Property = Property::at(373);
    #[doc = "`state`"]
    pub const STATE: Property = Property::at(374);
    #[doc = "`status`"]
    pub const STATUS: Property = Property::at(375);
    #[doc = "`street`"]
    pub const STREET: Property = Property::at(376);
    #[doc = "`street2`"]
    pub const STREET2: Property = Property::at(377);
    #[doc = "`subject`"]
    pub const SUBJECT: Property = Property::at(378);
    #[doc = "`submissionDeadline`"]
    pub const SUBMISSION_DEADLINE: Property = Property::at(379);
    #[doc = "`subnationalArea`"]
    pub const SUBNATIONAL_AREA: Property = Property::at(380);
    #[doc = "`successor`"]
    pub const SUCCESSOR: Property = Property::at(381);
    #[doc = "`summary`"]
    pub const SUMMARY: Property = Property::at(382);
    #[doc = "`supplier`"]
    pub const SUPPLIER: Property = Property::at(383);
    #[doc = "`surname`"]
    pub const SURNAME: Property = Property::at(384);
    #[doc = "`swiftBic`"]
    pub const SWIFT_BIC: Property = Property::at(385);
    #[doc = "`taxNumber`"]
    pub const TAX_NUMBER: Property = Property::at(386);
    #[doc = "`taxPaid`"]
    pub const TAX_PAID: Property = Property::at(387);
    #[doc = "`taxStatus`"]
    pub const TAX_STATUS: Property = Property::at(388);
    #[doc = "`taxee`"]
    pub const TAXEE: Property = Property::at(389);
    #[doc = "`tedUrl`"]
    pub const TED_URL: Property = Property::at(390);
    #[doc = "`tenderers`"]
    pub const TENDERERS: Property = Property::at(391);
    #[doc = "`tendersForLots`"]
    pub const TENDERS_FOR_LOTS: Property = Property::at(392);
    #[doc = "`tenure`"]
    pub const TENURE: Property = Property::at(393);
    #[doc = "`territoryCode`"]
    pub const TERRITORY_CODE: Property = Property::at(394);
    #[doc = "`threadTopic`"]
    pub const THREAD_TOPIC: Property = Property::at(395);
    #[doc = "`ticker`"]
    pub const TICKER: Property = Property::at(396);
    #[doc = "`title`"]
    pub const TITLE: Property = Property::at(397);
    #[doc = "`titleNumber`"]
    pub const TITLE_NUMBER: Property = Property::at(398);
    #[doc = "`to`"]
    pub const TO: Property = Property::at(399);
    #[doc = "`tonnage`"]
    pub const TONNAGE: Property = Property::at(400);
    #[doc = "`topics`"]
    pub const TOPICS: Property = Property::at(401);
    #[doc = "`tradingCountry`"]
    pub const TRADING_COUNTRY: Property = Property::at(402);
    #[doc = "`transactionNumber`"]
    pub const TRANSACTION_NUMBER: Property = Property::at(403);
    #[doc = "`translatedLanguage`"]
    pub const TRANSLATED_LANGUAGE: Property = Property::at(404);
    #[doc = "`translatedText`"]
    pub const TRANSLATED_TEXT: Property = Property::at(405);
    #[doc = "`translatedTextLanguage`"]
    pub const TRANSLATED_TEXT_LANGUAGE: Property = Property::at(406);
    #[doc = "`transport`"]
    pub const TRANSPORT: Property = Property::at(407);
    #[doc = "`type`"]
    pub const TYPE: Property = Property::at(408);
    #[doc = "`uniqueEntityId`"]
    pub const UNIQUE_ENTITY_ID: Property = Property::at(409);
    #[doc = "`unscId`"]
    pub const UNSC_ID: Property = Property::at(410);
    #[doc = "`uscCode`"]
    pub const USC_CODE: Property = Property::at(411);
    #[doc = "`username`"]
    pub const USERNAME: Property = Property::at(412);
    #[doc = "`vatCode`"]
    pub const VAT_CODE: Property = Property::at(413);
    #[doc = "`vedCode`"]
    pub const VED_CODE: Property = Property::at(414);
    #[doc = "`vedCodeDescription`"]
    pub const VED_CODE_DESCRIPTION: Property = Property::at(415);
    #[doc = "`vehicle`"]
    pub const VEHICLE: Property = Property::at(416);
    #[doc = "`voenCode`"]
    pub const VOEN_CODE: Property = Property::at(417);
    #[doc = "`weakAlias`"]
    pub const WEAK_ALIAS: Property = Property::at(418);
    #[doc = "`wealth`"]
    pub const WEALTH: Property = Property::at(419);
    #[doc = "`website`"]
    pub const WEBSITE: Property = Property::at(420);
    #[doc = "`weight`"]
    pub const WEIGHT: Property = Property::at(421);
    #[doc = "`wikidataId`"]
    pub const WIKIDATA_ID: Property = Property::at(422);
    #[doc = "`wikipediaUrl`"]
    pub const WIKIPEDIA_URL: Property = Property::at(423);
    #[doc = "`zipCode`"]
    pub const ZIP_CODE: Property = Property::at(424);
    #[doc = "`cuibono:nature`"]
    pub const X_NATURE: Property = Property::at(425);
    #[doc = "`cuibono:declaration`"]
    pub const X_DECLARATION: Property = Property::at(426);
    #[doc = "`cuibono:unspecifiedReason`"]
    pub const X_UNSPECIFIED_REASON: Property = Property::at(427);
    #[doc = "`cuibono:district`"]
    pub const X_DISTRICT: Property = Property::at(428);
    #[doc = "`cuibono:county`"]
    pub const X_COUNTY: Property = Property::at(429);
    #[doc = "`cuibono:region`"]
    pub const X_REGION: Property = Property::at(430);
    #[doc = "`cuibono:exemption`"]
    pub const X_EXEMPTION: Property = Property::at(431);
    #[doc = "`cuibono:additionalProprietors`"]
    pub const X_ADDITIONAL_PROPRIETORS: Property = Property::at(432);
    #[doc = "`cuibono:multipleAddresses`"]
    pub const X_MULTIPLE_ADDRESSES: Property = Property::at(433);
    #[doc = "`cuibono:trustRole`"]
    pub const X_TRUST_ROLE: Property = Property::at(434);
    #[doc = "`cuibono:dataset`"]
    pub const X_DATASET: Property = Property::at(435);
    #[doc = "`cuibono:firstSeen`"]
    pub const X_FIRST_SEEN: Property = Property::at(436);
    #[doc = "`cuibono:lastSeen`"]
    pub const X_LAST_SEEN: Property = Property::at(437);
    #[doc = "`cuibono:placeRegistered`"]
    pub const X_PLACE_REGISTERED: Property = Property::at(438);
    #[doc = "`cuibono:legalAuthority`"]
    pub const X_LEGAL_AUTHORITY: Property = Property::at(439);
    #[doc = "`cuibono:linkedTo`"]
    pub const X_LINKED_TO: Property = Property::at(440);
    #[doc = "`cuibono:remarks`"]
    pub const X_REMARKS: Property = Property::at(441);
    #[doc = "`cuibono:nameQuality`"]
    pub const X_NAME_QUALITY: Property = Property::at(442);
    #[doc = "`cuibono:portfolioPrice`"]
    pub const X_PORTFOLIO_PRICE: Property = Property::at(443);
    #[doc = "`cuibono:identifierNote`"]
    pub const X_IDENTIFIER_NOTE: Property = Property::at(444);
}

/// Named constants for the schemata.
pub mod schema {
    use crate::schema::Schema;
    #[doc = "`Address`"]
    pub const ADDRESS: Schema = Schema::at(0);
    #[doc = "`Airplane`"]
    pub const AIRPLANE: Schema = Schema::at(1);
    #[doc = "`Analyzable`"]
    pub const ANALYZABLE: Schema = Schema::at(2);
    #[doc = "`Article`"]
    pub const ARTICLE: Schema = Schema::at(3);
    #[doc = "`Asset`"]
    pub const ASSET: Schema = Schema::at(4);
    #[doc = "`Associate`"]
    pub const ASSOCIATE: Schema = Schema::at(5);
    #[doc = "`Audio`"]
    pub const AUDIO: Schema = Schema::at(6);
    #[doc = "`BankAccount`"]
    pub const BANK_ACCOUNT: Schema = Schema::at(7);
    #[doc = "`Call`"]
    pub const CALL: Schema = Schema::at(8);
    #[doc = "`CallForTenders`"]
    pub const CALL_FOR_TENDERS: Schema = Schema::at(9);
    #[doc = "`Company`"]
    pub const COMPANY: Schema = Schema::at(10);
    #[doc = "`Contract`"]
    pub const CONTRACT: Schema = Schema::at(11);
    #[doc = "`ContractAward`"]
    pub const CONTRACT_AWARD: Schema = Schema::at(12);
    #[doc = "`Control`"]
    pub const CONTROL: Schema = Schema::at(13);
    #[doc = "`CourtCase`"]
    pub const COURT_CASE: Schema = Schema::at(14);
    #[doc = "`CourtCaseParty`"]
    pub const COURT_CASE_PARTY: Schema = Schema::at(15);
    #[doc = "`CryptoWallet`"]
    pub const CRYPTO_WALLET: Schema = Schema::at(16);
    #[doc = "`Debt`"]
    pub const DEBT: Schema = Schema::at(17);
    #[doc = "`Directorship`"]
    pub const DIRECTORSHIP: Schema = Schema::at(18);
    #[doc = "`Document`"]
    pub const DOCUMENT: Schema = Schema::at(19);
    #[doc = "`Documentation`"]
    pub const DOCUMENTATION: Schema = Schema::at(20);
    #[doc = "`EconomicActivity`"]
    pub const ECONOMIC_ACTIVITY: Schema = Schema::at(21);
    #[doc = "`Email`"]
    pub const EMAIL: Schema = Schema::at(22);
    #[doc = "`Employment`"]
    pub const EMPLOYMENT: Schema = Schema::at(23);
    #[doc = "`Event`"]
    pub const EVENT: Schema = Schema::at(24);
    #[doc = "`Family`"]
    pub const FAMILY: Schema = Schema::at(25);
    #[doc = "`Folder`"]
    pub const FOLDER: Schema = Schema::at(26);
    #[doc = "`HyperText`"]
    pub const HYPER_TEXT: Schema = Schema::at(27);
    #[doc = "`Identification`"]
    pub const IDENTIFICATION: Schema = Schema::at(28);
    #[doc = "`Image`"]
    pub const IMAGE: Schema = Schema::at(29);
    #[doc = "`Interest`"]
    pub const INTEREST: Schema = Schema::at(30);
    #[doc = "`Interval`"]
    pub const INTERVAL: Schema = Schema::at(31);
    #[doc = "`LegalEntity`"]
    pub const LEGAL_ENTITY: Schema = Schema::at(32);
    #[doc = "`License`"]
    pub const LICENSE: Schema = Schema::at(33);
    #[doc = "`Membership`"]
    pub const MEMBERSHIP: Schema = Schema::at(34);
    #[doc = "`Mention`"]
    pub const MENTION: Schema = Schema::at(35);
    #[doc = "`Message`"]
    pub const MESSAGE: Schema = Schema::at(36);
    #[doc = "`Note`"]
    pub const NOTE: Schema = Schema::at(37);
    #[doc = "`Occupancy`"]
    pub const OCCUPANCY: Schema = Schema::at(38);
    #[doc = "`Organization`"]
    pub const ORGANIZATION: Schema = Schema::at(39);
    #[doc = "`Ownership`"]
    pub const OWNERSHIP: Schema = Schema::at(40);
    #[doc = "`Package`"]
    pub const PACKAGE: Schema = Schema::at(41);
    #[doc = "`Page`"]
    pub const PAGE: Schema = Schema::at(42);
    #[doc = "`Pages`"]
    pub const PAGES: Schema = Schema::at(43);
    #[doc = "`Passport`"]
    pub const PASSPORT: Schema = Schema::at(44);
    #[doc = "`Payment`"]
    pub const PAYMENT: Schema = Schema::at(45);
    #[doc = "`Person`"]
    pub const PERSON: Schema = Schema::at(46);
    #[doc = "`PlainText`"]
    pub const PLAIN_TEXT: Schema = Schema::at(47);
    #[doc = "`Position`"]
    pub const POSITION: Schema = Schema::at(48);
    #[doc = "`Project`"]
    pub const PROJECT: Schema = Schema::at(49);
    #[doc = "`ProjectParticipant`"]
    pub const PROJECT_PARTICIPANT: Schema = Schema::at(50);
    #[doc = "`PublicBody`"]
    pub const PUBLIC_BODY: Schema = Schema::at(51);
    #[doc = "`RealEstate`"]
    pub const REAL_ESTATE: Schema = Schema::at(52);
    #[doc = "`Representation`"]
    pub const REPRESENTATION: Schema = Schema::at(53);
    #[doc = "`Risk`"]
    pub const RISK: Schema = Schema::at(54);
    #[doc = "`Sanction`"]
    pub const SANCTION: Schema = Schema::at(55);
    #[doc = "`Security`"]
    pub const SECURITY: Schema = Schema::at(56);
    #[doc = "`Similar`"]
    pub const SIMILAR: Schema = Schema::at(57);
    #[doc = "`Succession`"]
    pub const SUCCESSION: Schema = Schema::at(58);
    #[doc = "`Table`"]
    pub const TABLE: Schema = Schema::at(59);
    #[doc = "`TaxRoll`"]
    pub const TAX_ROLL: Schema = Schema::at(60);
    #[doc = "`Territory`"]
    pub const TERRITORY: Schema = Schema::at(61);
    #[doc = "`Thing`"]
    pub const THING: Schema = Schema::at(62);
    #[doc = "`Trip`"]
    pub const TRIP: Schema = Schema::at(63);
    #[doc = "`UnknownLink`"]
    pub const UNKNOWN_LINK: Schema = Schema::at(64);
    #[doc = "`UserAccount`"]
    pub const USER_ACCOUNT: Schema = Schema::at(65);
    #[doc = "`Value`"]
    pub const VALUE: Schema = Schema::at(66);
    #[doc = "`Vehicle`"]
    pub const VEHICLE: Schema = Schema::at(67);
    #[doc = "`Vessel`"]
    pub const VESSEL: Schema = Schema::at(68);
    #[doc = "`Video`"]
    pub const VIDEO: Schema = Schema::at(69);
    #[doc = "`Workbook`"]
    pub const WORKBOOK: Schema = Schema::at(70);
}

/// Property names a schema carries, inherited ones included, in the order of [`SCHEMATA`].
pub(crate) static SCHEMA_PROPERTIES: &[&[u16]] = &[
    &[
        4, 5, 7, 8, 71, 95, 100, 122, 166, 173, 193, 208, 213, 222, 243, 246, 252, 273, 304, 305,
        307, 317, 318, 323, 329, 330, 338, 346, 348, 352, 370, 374, 376, 377, 382, 401, 418, 422,
        423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 48, 95, 100, 108, 121, 122, 181, 193, 208, 227, 242, 243, 246, 252,
        269, 274, 307, 317, 318, 323, 329, 330, 339, 340, 348, 352, 363, 370, 382, 401, 408, 418,
        422, 423,
    ],
    &[81, 124, 125, 140, 180, 199, 221, 249, 288, 298],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 95, 100, 108, 122, 193, 208, 243, 246, 252, 307, 317, 318, 323,
        329, 330, 348, 352, 370, 382, 401, 418, 422, 423,
    ],
    &[7, 17, 113, 122, 146, 193, 243, 249, 293, 323, 329, 330, 337, 343, 348, 370, 372, 382],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 136, 140, 144, 152,
        158, 159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298,
        307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 355, 370, 382, 397, 401,
        404, 405, 418, 422, 423,
    ],
    &[
        2, 3, 4, 5, 7, 8, 10, 11, 12, 26, 27, 28, 30, 32, 37, 76, 95, 100, 108, 122, 179, 193, 208,
        231, 232, 243, 246, 252, 268, 307, 317, 318, 323, 329, 330, 348, 352, 370, 382, 401, 418,
        422, 423,
    ],
    &[
        7, 56, 57, 113, 122, 136, 146, 193, 243, 249, 323, 329, 330, 333, 334, 337, 348, 370, 372,
        382,
    ],
    &[
        4, 5, 7, 8, 20, 22, 23, 24, 25, 54, 68, 72, 91, 95, 97, 100, 113, 122, 128, 146, 150, 151,
        154, 193, 197, 208, 224, 233, 243, 245, 246, 249, 252, 257, 259, 266, 286, 307, 309, 315,
        317, 318, 323, 327, 329, 330, 337, 342, 348, 349, 352, 370, 372, 379, 382, 390, 391, 392,
        397, 401, 418, 422, 423,
    ],
    &[
        0, 4, 5, 7, 8, 10, 11, 12, 38, 46, 47, 49, 51, 52, 60, 69, 73, 77, 95, 100, 108, 122, 130,
        135, 139, 163, 165, 169, 182, 183, 184, 191, 193, 194, 200, 201, 203, 206, 207, 208, 209,
        215, 216, 218, 225, 234, 243, 246, 252, 254, 261, 262, 263, 264, 265, 267, 276, 292, 295,
        297, 307, 317, 318, 323, 329, 330, 340, 348, 351, 352, 356, 359, 370, 375, 382, 385, 386,
        388, 396, 401, 409, 411, 413, 417, 418, 420, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 20, 58, 73, 89, 95, 100, 104, 108, 122, 193, 208, 211, 238, 243,
        246, 252, 253, 256, 307, 309, 310, 317, 318, 321, 323, 329, 330, 348, 352, 370, 375, 382,
        397, 401, 408, 418, 422, 423,
    ],
    &[
        7, 9, 10, 11, 12, 53, 88, 97, 108, 113, 117, 122, 132, 133, 146, 193, 223, 243, 249, 259,
        323, 329, 330, 337, 348, 353, 370, 372, 375, 382, 383,
    ],
    &[
        7, 92, 93, 94, 113, 122, 146, 193, 214, 243, 249, 323, 329, 330, 337, 348, 353, 370, 372,
        375, 382,
    ],
    &[
        4, 5, 7, 8, 62, 63, 75, 95, 96, 100, 122, 157, 193, 208, 243, 246, 252, 307, 317, 318, 323,
        329, 330, 348, 352, 370, 375, 382, 401, 408, 418, 422, 423,
    ],
    &[7, 61, 113, 122, 146, 193, 243, 249, 279, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[
        1, 4, 5, 7, 8, 10, 11, 12, 26, 27, 43, 95, 100, 101, 106, 108, 109, 110, 122, 178, 193,
        208, 226, 243, 246, 252, 307, 308, 317, 318, 323, 326, 329, 330, 348, 352, 370, 382, 401,
        418, 422, 423,
    ],
    &[
        7, 10, 11, 12, 103, 108, 113, 116, 122, 146, 193, 243, 249, 323, 329, 330, 337, 348, 370,
        372, 382,
    ],
    &[
        7, 113, 122, 129, 146, 193, 243, 249, 270, 323, 329, 330, 337, 348, 353, 358, 370, 372,
        375, 382,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
    &[7, 113, 122, 131, 146, 148, 193, 243, 249, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[
        7, 29, 31, 33, 65, 66, 88, 90, 111, 112, 113, 118, 120, 122, 123, 127, 134, 146, 172, 193,
        195, 243, 249, 272, 323, 329, 330, 333, 337, 348, 360, 370, 372, 382, 402, 407, 414, 415,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 34, 44, 45, 64, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 141,
        144, 152, 158, 159, 164, 168, 176, 180, 186, 187, 193, 199, 208, 211, 221, 236, 240, 243,
        246, 249, 252, 276, 288, 298, 307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 336,
        348, 352, 360, 370, 378, 382, 395, 397, 399, 401, 404, 405, 418, 422, 423,
    ],
    &[7, 113, 122, 142, 143, 146, 193, 243, 249, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[
        4, 5, 7, 8, 81, 95, 100, 113, 122, 124, 125, 140, 146, 180, 185, 193, 196, 199, 208, 220,
        221, 243, 246, 249, 252, 271, 288, 298, 307, 317, 318, 323, 329, 330, 337, 348, 352, 370,
        372, 382, 401, 418, 422, 423,
    ],
    &[7, 113, 122, 146, 193, 243, 249, 293, 323, 329, 330, 337, 343, 344, 348, 370, 372, 382],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 44, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152,
        158, 159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298,
        307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404,
        405, 418, 422, 423,
    ],
    &[
        7, 20, 95, 113, 122, 146, 178, 193, 243, 249, 255, 323, 329, 330, 337, 348, 370, 372, 382,
        408,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 102, 113, 122, 124, 125, 140, 144, 152,
        158, 159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298,
        299, 307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401,
        404, 405, 418, 422, 423,
    ],
    &[7, 113, 122, 146, 193, 243, 249, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[7, 113, 122, 146, 193, 243, 249, 323, 329, 330, 337, 348, 370, 372, 382],
    &[
        0, 4, 5, 7, 8, 46, 47, 49, 73, 95, 100, 122, 130, 135, 139, 182, 183, 191, 193, 194, 207,
        208, 215, 216, 218, 225, 243, 246, 252, 254, 261, 263, 265, 267, 276, 297, 307, 317, 318,
        323, 329, 330, 340, 348, 352, 356, 359, 370, 375, 382, 385, 386, 388, 401, 409, 411, 413,
        418, 420, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 15, 20, 58, 73, 80, 89, 95, 100, 104, 108, 122, 193, 208, 211, 238,
        243, 246, 252, 253, 256, 307, 309, 310, 317, 318, 321, 323, 329, 330, 348, 350, 352, 370,
        375, 382, 397, 401, 408, 418, 422, 423,
    ],
    &[7, 113, 122, 146, 193, 235, 243, 249, 270, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[85, 86, 87, 126, 131, 246, 347],
    &[
        4, 5, 7, 8, 13, 18, 19, 44, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 146,
        152, 158, 159, 168, 180, 186, 188, 193, 199, 208, 211, 221, 236, 237, 240, 243, 246, 249,
        252, 276, 288, 298, 307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 335, 336, 337,
        348, 352, 360, 361, 370, 372, 378, 382, 395, 397, 401, 404, 405, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 81, 95, 100, 122, 124, 125, 140, 148, 180, 193, 199, 208, 221, 243, 246, 249,
        252, 288, 298, 307, 317, 318, 323, 329, 330, 348, 352, 370, 382, 401, 418, 422, 423,
    ],
    &[
        7, 83, 113, 119, 122, 138, 146, 178, 193, 243, 249, 290, 291, 301, 303, 323, 329, 330, 337,
        348, 370, 372, 375, 382,
    ],
    &[
        0, 4, 5, 7, 8, 46, 47, 49, 52, 73, 95, 100, 122, 130, 135, 139, 169, 182, 183, 184, 191,
        193, 194, 207, 208, 215, 216, 218, 225, 243, 246, 252, 254, 261, 263, 265, 267, 276, 292,
        297, 307, 317, 318, 323, 329, 330, 340, 348, 352, 356, 359, 370, 375, 382, 385, 386, 388,
        401, 409, 411, 413, 418, 420, 422, 423,
    ],
    &[
        7, 16, 113, 122, 146, 193, 214, 243, 249, 274, 275, 289, 323, 329, 330, 337, 348, 353, 365,
        366, 367, 368, 370, 372, 375, 382,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
    &[45, 125, 131, 192, 193, 405, 406],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 287, 288, 298,
        307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404,
        405, 418, 422, 423,
    ],
    &[
        7, 20, 41, 42, 95, 113, 122, 146, 167, 170, 178, 193, 243, 249, 255, 280, 294, 323, 329,
        330, 337, 348, 370, 372, 382, 384, 408,
    ],
    &[
        7, 10, 11, 12, 35, 36, 88, 108, 113, 122, 146, 193, 243, 249, 284, 285, 320, 321, 323, 329,
        330, 331, 337, 348, 362, 370, 372, 382, 403,
    ],
    &[
        0, 4, 5, 7, 8, 14, 39, 40, 41, 42, 46, 47, 49, 70, 73, 95, 100, 115, 122, 130, 135, 137,
        139, 149, 153, 155, 161, 167, 175, 177, 182, 183, 191, 193, 194, 207, 208, 212, 215, 216,
        218, 225, 239, 243, 244, 246, 248, 250, 252, 254, 261, 263, 265, 267, 276, 280, 297, 300,
        302, 307, 316, 317, 318, 323, 329, 330, 340, 345, 348, 352, 356, 357, 359, 369, 370, 371,
        375, 382, 385, 386, 388, 397, 401, 409, 411, 413, 418, 420, 421, 422, 423,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 95, 100, 122, 130, 189, 193, 208, 243, 246, 252, 258, 270, 307, 317, 318, 323,
        329, 330, 348, 352, 370, 380, 382, 401, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 95, 100, 108, 113, 122, 146, 171, 193, 208, 243, 246, 249, 252,
        296, 307, 317, 318, 322, 323, 329, 330, 337, 348, 352, 370, 372, 375, 382, 401, 418, 422,
        423,
    ],
    &[7, 113, 122, 146, 193, 243, 249, 278, 321, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[
        0, 4, 5, 7, 8, 46, 47, 49, 52, 73, 95, 100, 122, 130, 135, 139, 169, 182, 183, 184, 191,
        193, 194, 207, 208, 215, 216, 218, 225, 243, 246, 252, 254, 261, 263, 265, 267, 276, 292,
        297, 307, 317, 318, 323, 329, 330, 340, 348, 352, 356, 359, 370, 375, 382, 385, 386, 388,
        401, 409, 411, 413, 418, 420, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 15, 50, 67, 95, 99, 100, 108, 122, 145, 193, 208, 210, 213, 222,
        243, 246, 252, 276, 307, 317, 318, 323, 324, 329, 330, 340, 348, 352, 370, 382, 393, 398,
        401, 418, 422, 423,
    ],
    &[6, 7, 74, 113, 122, 146, 193, 243, 249, 323, 329, 330, 337, 348, 353, 370, 372, 375, 382],
    &[
        7, 20, 95, 113, 122, 136, 146, 148, 193, 219, 243, 249, 317, 318, 319, 323, 329, 330, 332,
        337, 348, 370, 372, 375, 382, 401,
    ],
    &[
        7, 20, 21, 95, 113, 122, 136, 146, 148, 193, 219, 243, 249, 317, 318, 319, 323, 325, 329,
        330, 332, 337, 348, 370, 372, 375, 382, 410,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 73, 78, 95, 100, 108, 122, 156, 193, 202, 204, 205, 208, 230, 243,
        246, 252, 307, 317, 318, 323, 329, 330, 340, 348, 352, 370, 382, 396, 401, 408, 418, 422,
        423,
    ],
    &[59, 82, 104, 228, 229],
    &[7, 113, 122, 146, 193, 243, 249, 306, 323, 329, 330, 337, 348, 353, 370, 372, 375, 381, 382],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 79, 81, 84, 95, 98, 100, 107, 113, 122, 124, 125, 140, 144,
        152, 158, 159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288,
        298, 307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 354, 370, 382, 397,
        401, 404, 405, 418, 422, 423,
    ],
    &[
        7, 41, 95, 113, 122, 146, 170, 190, 193, 243, 249, 323, 329, 330, 337, 348, 370, 372, 382,
        384, 387, 389, 419,
    ],
    &[
        4, 5, 7, 8, 95, 100, 122, 160, 193, 208, 217, 243, 246, 252, 259, 277, 307, 317, 318, 323,
        329, 330, 348, 352, 370, 382, 394, 401, 418, 422, 423, 424,
    ],
    &[
        4, 5, 7, 8, 95, 100, 122, 193, 208, 243, 246, 252, 307, 317, 318, 323, 329, 330, 348, 352,
        370, 382, 401, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 81, 95, 100, 113, 122, 124, 125, 140, 146, 147, 180, 185, 193, 196, 199, 208,
        220, 221, 243, 246, 249, 252, 271, 288, 298, 307, 317, 318, 323, 329, 330, 337, 348, 352,
        370, 372, 373, 382, 401, 416, 418, 422, 423,
    ],
    &[7, 113, 122, 146, 193, 243, 249, 260, 323, 329, 330, 337, 348, 353, 370, 372, 375, 378, 382],
    &[
        4, 5, 7, 8, 95, 100, 122, 139, 193, 198, 208, 243, 246, 252, 274, 281, 297, 307, 317, 318,
        323, 329, 330, 348, 352, 364, 370, 382, 401, 412, 418, 422, 423,
    ],
    &[10, 11, 12, 108],
    &[
        4, 5, 7, 8, 10, 11, 12, 48, 95, 100, 108, 121, 122, 193, 208, 242, 243, 246, 252, 269, 274,
        307, 317, 318, 323, 329, 330, 339, 340, 348, 352, 370, 382, 401, 408, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 10, 11, 12, 48, 55, 95, 100, 105, 108, 114, 121, 122, 162, 174, 184, 193, 208,
        241, 242, 243, 246, 247, 251, 252, 269, 274, 282, 283, 307, 317, 318, 323, 329, 330, 339,
        340, 341, 348, 352, 370, 382, 400, 401, 408, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 136, 140, 144, 152,
        158, 159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298,
        307, 311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404,
        405, 418, 422, 423,
    ],
    &[
        4, 5, 7, 8, 13, 18, 19, 45, 81, 84, 95, 98, 100, 113, 122, 124, 125, 140, 144, 152, 158,
        159, 168, 180, 193, 199, 208, 211, 221, 236, 240, 243, 246, 249, 252, 276, 288, 298, 307,
        311, 312, 313, 314, 317, 318, 323, 328, 329, 330, 348, 352, 370, 382, 397, 401, 404, 405,
        418, 422, 423,
    ],
];
