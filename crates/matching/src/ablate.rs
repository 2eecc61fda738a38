//! Leaving one kind of evidence aside, to measure what it is worth. Never used in comparing for real.

use crate::name::{Name, Role};
use cuibono_text::Gender;

/// A kind of evidence that can be left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Without {
    /// Words that sound alike or differ by a slip of the pen.
    Slips,
    /// Words written together or apart.
    Joining,
    /// First letters for several words.
    Acronyms,
    /// What is known of given names: forms, pet forms, gender.
    GivenNames,
    /// What is known of family names.
    FamilyNames,
    /// Names of places in several languages.
    Places,
    /// Words of organisations that mean the same.
    Meanings,
    /// Contradictions between legal forms.
    LegalForms,
    /// Other readings and spellings of a word than the first.
    Readings,
    /// Numbers, as numbers.
    Numbers,
}

impl Without {
    /// All of them, in the order of a report.
    pub const ALL: [Without; 10] = [
        Without::Slips,
        Without::Joining,
        Without::Acronyms,
        Without::GivenNames,
        Without::FamilyNames,
        Without::Places,
        Without::Meanings,
        Without::LegalForms,
        Without::Readings,
        Without::Numbers,
    ];

    /// The bit under which comparing sees it, for those decided there; 0 for the others.
    pub(crate) const fn bit(self) -> u8 {
        match self {
            Without::Slips => 1,
            Without::Joining => 2,
            Without::Acronyms => 4,
            _ => 0,
        }
    }

    /// The name as it would have been analysed without this kind of evidence.
    #[must_use]
    pub fn of(self, name: &Name) -> Name {
        let mut name = name.clone();
        name.off |= self.bit();
        if self == Without::LegalForms {
            name.legal = Box::default();
        }
        for token in &mut name.tokens {
            match self {
                Without::GivenNames => {
                    token.given = [0; 4];
                    token.gender = Gender::Unknown;
                }
                Without::FamilyNames => token.family = [0; 2],
                Without::Places => token.place = 0,
                Without::Meanings => token.concept = 0,
                Without::Readings => token.forms.1 = token.forms.1.min(1),
                Without::Numbers if token.role == Role::Number => token.role = Role::Word,
                _ => {}
            }
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::Without;
    use crate::{Kind, analyse, compare};

    #[test]
    fn each_kind_of_evidence_is_worth_something() {
        for (without, left, right, kind) in [
            (Without::Slips, "Lindqvist Pavel", "Lindkvist Pavel", Kind::Person),
            (Without::Joining, "Blue Water Line", "Bluewater Line", Kind::Organization),
            (Without::Acronyms, "ZKT", "Zorin Kvitka Tarn", Kind::Organization),
            (Without::GivenNames, "Bill Zorin", "William Zorin", Kind::Person),
            (Without::Readings, "Григорович Зорич", "Hryhorovych Zorych", Kind::Person),
        ] {
            let (a, b) = (analyse(left, kind), analyse(right, kind));
            let (with, less) = (compare(&a, &b), compare(&without.of(&a), &without.of(&b)));
            assert!(less < with, "{without:?}: {less} {with}");
        }
    }
}
