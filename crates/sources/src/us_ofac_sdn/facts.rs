//! The labels that facts in OFAC's remarks begin with, and what each means.

use cuibono_model::prop as p;
use cuibono_model::{PartialDate, Property};
use cuibono_normalise::dates;

/// How the value behind a label reads.
#[derive(Clone, Copy)]
pub(super) enum Form {
    BirthDate,
    Date(Property),
    BirthPlace,
    Country(Property),
    Gender,
    WeakAlias,
    LinkedTo,
    /// Kept as it stands.
    Text(Property),
    Imo,
    Lei,
    Passport,
    /// A number, with the issuing country in brackets.
    Number(Property),
    UkCompany,
    Wallet,
}

/// Labels with their forms; where one label begins another, the longer stands first.
pub(super) const FACTS: &[(&str, Form)] = &[
    ("DOB ", Form::BirthDate),
    ("POB ", Form::BirthPlace),
    ("nationality ", Form::Country(p::NATIONALITY)),
    ("Nationality of Registration ", Form::Country(p::COUNTRY)),
    ("Nationality ", Form::Country(p::NATIONALITY)),
    ("citizen ", Form::Country(p::CITIZENSHIP)),
    ("Citizen ", Form::Country(p::CITIZENSHIP)),
    ("Gender ", Form::Gender),
    ("a.k.a. ", Form::WeakAlias),
    ("Linked To:", Form::LinkedTo),
    ("Passport ", Form::Passport),
    ("Diplomatic Passport ", Form::Passport),
    ("Stateless Person Passport ", Form::Passport),
    ("British National Overseas Passport ", Form::Passport),
    ("Email Address ", Form::Text(p::EMAIL)),
    ("Website ", Form::Text(p::WEBSITE)),
    ("Phone Number ", Form::Text(p::PHONE)),
    ("Telephone ", Form::Text(p::PHONE)),
    ("Telephone:", Form::Text(p::PHONE)),
    ("Organization Established Date ", Form::Date(p::INCORPORATION_DATE)),
    ("Organization Type:", Form::Text(p::SECTOR)),
    ("Vessel Registration Identification ", Form::Imo),
    ("Vessel Registration Number ", Form::Text(p::REGISTRATION_NUMBER)),
    ("IMO ", Form::Imo),
    ("MMSI ", Form::Number(p::MMSI)),
    ("Vessel Year of Build ", Form::Date(p::BUILD_DATE)),
    ("Vessel Type ", Form::Text(p::TYPE)),
    ("Other Vessel Type ", Form::Text(p::TYPE)),
    ("Vessel Flag ", Form::Country(p::FLAG)),
    ("Other Vessel Flag ", Form::Country(p::FLAG)),
    ("Former Vessel Flag ", Form::Country(p::PAST_FLAGS)),
    ("Vessel Call Sign ", Form::Text(p::CALL_SIGN)),
    ("Other Vessel Call Sign ", Form::Text(p::CALL_SIGN)),
    ("Vessel Owner ", Form::LinkedTo),
    ("Aircraft Tail Number ", Form::Text(p::REGISTRATION_NUMBER)),
    ("Previous Aircraft Tail Number ", Form::Text(p::REGISTRATION_NUMBER)),
    ("Aircraft Manufacturer's Serial Number (MSN) ", Form::Text(p::SERIAL_NUMBER)),
    ("Aircraft Construction Number (also called L/N or S/N or F/N) ", Form::Text(p::SERIAL_NUMBER)),
    ("Aircraft Model ", Form::Text(p::MODEL)),
    ("Aircraft Manufacture Date ", Form::Date(p::BUILD_DATE)),
    ("Aircraft Mode S Transponder Code ", Form::Text(p::ICAO_CODE)),
    ("Aircraft Operator ", Form::LinkedTo),
    ("Digital Currency Address - ", Form::Wallet),
    ("Digital Currency Address ", Form::Wallet),
    ("Legal Entity Number ", Form::Lei),
    ("LE Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("UK Company Number ", Form::UkCompany),
    ("SWIFT/BIC ", Form::Number(p::SWIFT_BIC)),
    ("ISIN ", Form::Number(p::ISIN_CODE)),
    ("Equity Ticker ", Form::Number(p::TICKER)),
    ("D-U-N-S Number ", Form::Number(p::DUNS_CODE)),
    ("BIK (RU) ", Form::Number(p::BIK_CODE)),
    ("Unified Social Credit Code (USCC) ", Form::Number(p::USC_CODE)),
    ("Tax ID No. ", Form::Number(p::TAX_NUMBER)),
    ("V.A.T. Number ", Form::Number(p::VAT_CODE)),
    ("US FEIN ", Form::Number(p::TAX_NUMBER)),
    ("NIT # ", Form::Number(p::TAX_NUMBER)),
    ("RUC # ", Form::Number(p::TAX_NUMBER)),
    ("RIF # ", Form::Number(p::TAX_NUMBER)),
    ("RTN ", Form::Number(p::TAX_NUMBER)),
    ("R.F.C. ", Form::Number(p::TAX_NUMBER)),
    ("C.U.I.T. ", Form::Number(p::TAX_NUMBER)),
    ("Italian Fiscal Code ", Form::Number(p::TAX_NUMBER)),
    ("Fiscal Code ", Form::Number(p::TAX_NUMBER)),
    ("SSN ", Form::Number(p::SOCIAL_SECURITY_NUMBER)),
    ("Registration Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Registration ID ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Company Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Business Registration Document # ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Business Registration Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Business Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Enterprise Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Commercial Registry Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Public Registration Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Chamber of Commerce Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("C.R. No. ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Folio Mercantil No. ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Matricula Mercantil No ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Economic Register Number (CBLS) ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Government Gazette Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("File Number ", Form::Number(p::REGISTRATION_NUMBER)),
    ("Trade License No. ", Form::Number(p::LICENSE_NUMBER)),
    ("License ", Form::Number(p::LICENSE_NUMBER)),
    ("Cedula No. ", Form::Number(p::ID_NUMBER)),
    ("Cedula de Residencia ", Form::Number(p::ID_NUMBER)),
    ("Cedula de Ciudadania ", Form::Number(p::ID_NUMBER)),
    ("National ID No. ", Form::Number(p::ID_NUMBER)),
    ("National Foreign ID Number ", Form::Number(p::ID_NUMBER)),
    ("Identification Number ", Form::Number(p::ID_NUMBER)),
    ("Personal ID Card ", Form::Number(p::ID_NUMBER)),
    ("C.U.R.P. ", Form::Number(p::ID_NUMBER)),
    ("D.N.I. ", Form::Number(p::ID_NUMBER)),
    ("C.U.I.P. ", Form::Number(p::ID_NUMBER)),
    ("C.U.I. ", Form::Number(p::ID_NUMBER)),
    ("I.F.E. ", Form::Number(p::ID_NUMBER)),
    ("Electoral Registry No. ", Form::Number(p::ID_NUMBER)),
    ("Credencial electoral ", Form::Number(p::ID_NUMBER)),
    ("Cartilla de Servicio Militar Nacional ", Form::Number(p::ID_NUMBER)),
    ("Driver's License No. ", Form::Number(p::ID_NUMBER)),
    ("Residency Number ", Form::Number(p::ID_NUMBER)),
    ("Birth Certificate Number ", Form::Number(p::ID_NUMBER)),
    ("Stateless Person ID Card ", Form::Number(p::ID_NUMBER)),
    ("Turkish Identification Number ", Form::Number(p::ID_NUMBER)),
    ("Identification Card ", Form::Number(p::ID_NUMBER)),
    ("Military Registration Number ", Form::Number(p::ID_NUMBER)),
    ("Numero de Identidad ", Form::Number(p::ID_NUMBER)),
    ("Kenyan ID No. ", Form::Number(p::ID_NUMBER)),
    ("Tazkira National ID Card ", Form::Number(p::ID_NUMBER)),
    ("Afghan Money Service Provider License Number ", Form::Number(p::LICENSE_NUMBER)),
    ("Chinese Commercial Code ", Form::Number(p::ID_NUMBER)),
];

/// The parts of `P0017003 (Belize) issued 6 Nov 1985 expires 7 Jan 1990`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberFact<'t> {
    pub(super) number: &'t str,
    /// What stands in the brackets, or nothing.
    pub(super) country: &'t str,
    pub(super) issued: Option<PartialDate>,
    pub(super) expires: Option<PartialDate>,
}

/// Takes a number fact apart.
pub(super) fn number_and_country(value: &str) -> NumberFact<'_> {
    let date_behind = |word: &str| {
        let (_, rest) = value.split_once(word)?;
        let end = rest.find(" expires").unwrap_or(rest.len());
        dates::parse(rest[..end].trim_matches([' ', '.', ',', ')']), dates::Order::DayFirst)
    };
    let end = [" (", " issued ", " expires "].iter().filter_map(|mark| value.find(mark)).min();
    let number = end.map_or(value, |end| &value[..end]).trim();
    let country = value.split_once(" (").and_then(|(_, rest)| Some(rest.split_once(')')?.0));
    NumberFact {
        number: if number.is_empty() { value } else { number },
        country: country.unwrap_or_default(),
        issued: date_behind(" issued "),
        expires: date_behind(" expires "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_hides_behind_a_shorter_one() {
        for (index, (label, _)) in FACTS.iter().enumerate() {
            for (before, _) in &FACTS[..index] {
                assert!(!label.starts_with(before), "{before} hides {label}");
            }
        }
    }

    #[test]
    fn parts_of_a_number() {
        let fact = number_and_country("P0010000 (Belize) issued 06 Nov 1985 expires 07 Jan 1990");
        assert_eq!((fact.number, fact.country), ("P0010000", "Belize"));
        assert_eq!(fact.issued.unwrap().to_string(), "1985-11-06");
        assert_eq!(fact.expires.unwrap().to_string(), "1990-01-07");
        let bare = number_and_country("12345");
        assert_eq!((bare.number, bare.country, bare.issued), ("12345", "", None));
    }
}
