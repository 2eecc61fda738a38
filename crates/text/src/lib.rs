//! Text as registers write it: folding, words, scripts and their Latin readings, sounds, legal forms,
//! what is known of a word. Pure functions; no I/O, no clock, no state but tables read once.

#![forbid(unsafe_code)]

mod distance;
mod fold;
mod homoglyph;
mod legal;
mod lexicon;
mod numbers;
mod script;
mod sound;
pub mod translit;
mod words;

pub use distance::{LETTER, Mode, distance};
pub use fold::{fold, fold_into, is_apostrophe, is_ignorable};
pub use legal::{FormClass, Found, LegalForm, LegalForms, org_key};
pub use lexicon::{Entry, Gender, Lexicon, OrgClass, Particle, hash_word};
pub use numbers::{Number, number, roman};
pub use script::{Language, Script, script_of};
pub use sound::{MAX_WORD, Sound, letters, phonetic_key, skeleton, sound, sound_with_glide};
pub use translit::{Reading, Scheme, readings, transliterate};
pub use words::{Joint, MAX_BYTES, MAX_WORDS, Word, Words};

/// The most keys [`index_tokens`] gives for one name.
pub const MAX_INDEX_TOKENS: usize = 48;

/// The keys under which a name is found by its words: each folded word, and its Latin readings when
/// it is in another script. At most [`MAX_INDEX_TOKENS`].
#[must_use]
pub fn index_tokens(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if name.is_ascii() {
        let folded = fold(name);
        out.extend(
            folded.split(' ').filter(|w| !w.is_empty()).take(MAX_INDEX_TOKENS).map(str::to_owned),
        );
        return out;
    }
    let folded = fold(name);
    let words = Words::split(name);
    let push = |out: &mut Vec<String>, token: String| {
        if !token.is_empty() && out.len() < MAX_INDEX_TOKENS && !out.contains(&token) {
            out.push(token);
        }
    };
    for word in folded.split(' ').filter(|w| !w.is_empty()) {
        push(&mut out, word.to_owned());
    }
    for word in words.as_slice() {
        let form = words.form(word);
        match word.script {
            Script::Latin | Script::Digit => push(&mut out, form.to_owned()),
            // Each character is a word of its own: registers space romanised names either way.
            Script::Han => {
                for c in form.chars().take(12) {
                    for reading in readings(c.encode_utf8(&mut [0; 4]), Language::Chinese) {
                        push(&mut out, reading.text);
                    }
                }
            }
            _ => {
                for reading in readings(form, Language::Unknown) {
                    push(&mut out, reading.text);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tokens_for_an_index() {
        for (name, expected) in [
            ("Ivan Zoryn", vec!["ivan", "zoryn"]),
            ("Григорій Зорін", vec!["григоріи", "зорін", "hryhorii", "grigoriy", "zorin"]),
            ("王明", vec!["王明", "wang", "ming"]),
            ("Société", vec!["societe"]),
        ] {
            assert_eq!(index_tokens(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn index_tokens_are_bounded(name in "\\PC{0,200}") {
            let tokens = index_tokens(&name);
            prop_assert!(tokens.len() <= MAX_INDEX_TOKENS);
            prop_assert!(tokens.iter().all(|t| !t.is_empty()));
        }

        #[test]
        fn org_key_ignores_case_and_spacing(name in "[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,3}") {
            let spaced = name.to_lowercase().replace(' ', "  ");
            prop_assert_eq!(org_key(&name.to_lowercase()), org_key(&spaced));
        }
    }
}
