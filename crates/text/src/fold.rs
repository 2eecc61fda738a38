//! Folding: one spelling for letters that differ only by case, accent, width or decoration. Never
//! changes the script of a letter and never reads meaning into a word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compatibility-normalised lower case without accents or invisible characters, words separated by
/// single spaces, everything that is neither a letter nor a digit removed. The script is kept; the
/// vowel signs of Indic and South-East Asian scripts are letters here, not accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`] appended to `out`, so that a caller in a loop can reuse one buffer.
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    if text.is_ascii() {
        fold_ascii(text.as_bytes(), out, start);
        return;
    }
    let mut gap = false;
    let mut hangul = false;
    for c in text.nfkd() {
        if is_ignorable(c) || is_accent(c) {
            continue;
        }
        for c in c.to_lowercase() {
            if is_accent(c) {
                continue;
            }
            if c.is_alphanumeric() || is_combining_mark(c) {
                if gap && out.len() > start {
                    out.push(' ');
                }
                gap = false;
                hangul |= ('\u{1100}'..='\u{11ff}').contains(&c);
                match latin_without_accent(c) {
                    Some(letters) => out.push_str(letters),
                    None => out.push(c),
                }
            } else if !is_apostrophe(c) {
                gap = true;
            }
        }
    }
    if hangul {
        // Decomposition took the syllable blocks apart; they are letters of their own in names.
        let joined: String = out[start..].nfc().collect();
        out.truncate(start);
        out.push_str(&joined);
    }
}

fn fold_ascii(text: &[u8], out: &mut String, start: usize) {
    let mut gap = false;
    for &byte in text {
        if byte.is_ascii_alphanumeric() {
            if gap && out.len() > start {
                out.push(' ');
            }
            gap = false;
            out.push(byte.to_ascii_lowercase() as char);
        } else if byte != b'\'' && byte != b'`' {
            gap = true;
        }
    }
}

/// Signs that stand inside a word and are dropped without splitting it: apostrophes and their
/// look-alikes, the Arabic tatweel, modifier letters used for ayn, hamza and the soft sign.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '‘'
            | '’'
            | '‛'
            | '′'
            | 'ʹ'
            | 'ʺ'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ʾ'
            | 'ʿ'
            | '\u{0640}'
            | '＇'
    )
}

/// Characters that are not there for the reader: bidi controls, joiners, zero-width spaces, soft
/// hyphens, variation selectors, tags.
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that decorate a letter in scripts whose letters stand without them.
#[must_use]
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05c7}'
        | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}' | '\u{06df}'..='\u{06e8}' | '\u{06ea}'..='\u{06ed}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{3099}' | '\u{309a}')
}

/// Latin letters whose stroke or ligature does not come apart in Unicode's decomposition.
#[must_use]
pub(crate) fn latin_without_accent(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'æ' | 'ǽ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        'ə' => "a",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ƒ' => "f",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folding() {
        for (text, expected) in [
            ("  Société Générale, S.A. ", "societe generale s a"),
            ("O’Neill & Sons", "oneill sons"),
            ("Weiß Øre Łódź", "weiss ore lodz"),
            ("김", "김"),
            ("a\u{200b}b\u{202e}c", "abc"),
            ("ＦＵＬＬ width", "full width"),
            ("नरेन्द्र", "नरेन्द्र"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_two_paths_agree(text in "[ -~]{0,40}") {
            // A trailing invisible character sends the same text down the general path.
            prop_assert_eq!(fold(&text), fold(&format!("{text}\u{200b}")));
        }
    }
}
