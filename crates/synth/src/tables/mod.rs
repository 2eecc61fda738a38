//! The word tables everything is invented from. A row of a name table is `canonical|native|other…`:
//! the usual romanisation, the name in its own script (empty for Latin-script cultures) and other
//! spellings of the same name (transliterations, short forms). They hold no whole real person's or
//! company's name.

pub(crate) mod codes;
#[rustfmt::skip]
pub(crate) mod countries;
#[rustfmt::skip]
pub(crate) mod latin;
#[rustfmt::skip]
pub(crate) mod native;
pub(crate) mod places;
#[rustfmt::skip]
pub(crate) mod words;

/// The fields of one row.
pub(crate) struct Row(pub(crate) &'static str);

impl Row {
    pub(crate) fn canonical(&self) -> &'static str {
        self.0.split('|').next().unwrap_or("")
    }

    pub(crate) fn native(&self) -> &'static str {
        self.0.split('|').nth(1).unwrap_or("")
    }

    /// One of the other spellings, the canonical one if the row has none.
    pub(crate) fn other(&self, choice: u64) -> &'static str {
        let n = self.0.split('|').count().saturating_sub(2);
        if n == 0 {
            return self.canonical();
        }
        self.0.split('|').nth(2 + (choice % n as u64) as usize).unwrap_or("")
    }
}
