//! Text as registers write it: folding, tokens and keys. Pure functions, no I/O.

#![forbid(unsafe_code)]

use unicode_normalization::UnicodeNormalization;

/// Compatibility-normalised lower case without accents or invisible characters, words separated by
/// single spaces, everything that is neither a letter nor a digit removed. The script is kept.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().filter(|&c| !is_mark(c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        } else if !matches!(c, '\'' | '’' | '`' | '\u{200b}'..='\u{200f}' | '\u{feff}') {
            gap = true;
        }
    }
    out
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The keys under which a name is found by its words: each folded word, and its Latin spelling when
/// it is in another script.
#[must_use]
pub fn index_tokens(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in fold(name).split(' ').filter(|w| !w.is_empty()) {
        if !word.is_ascii() {
            let latin = any_ascii::any_ascii(word).to_ascii_lowercase();
            out.extend(latin.split_whitespace().map(str::to_owned));
        }
        out.push(word.to_owned());
    }
    out
}

/// A company name as a key: folded, `&` read as "and", legal forms in one spelling. Two names with
/// the same key are the same words; nothing fuzzy.
#[must_use]
pub fn org_key(name: &str) -> String {
    let folded = fold(&name.replace('&', " and "));
    let words: Vec<&str> = folded
        .split(' ')
        .map(|word| match word {
            "limited" => "ltd",
            "incorporated" => "inc",
            "corporation" => "corp",
            "company" => "co",
            "saint" => "st",
            other => other,
        })
        .filter(|word| *word != "the")
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        assert_eq!(fold("  Société Générale, S.A. "), "societe generale s a");
        assert_eq!(fold("O’Neill & Sons"), "oneill sons");
        assert_eq!(org_key("The Saint & Company Limited"), "st and co ltd");
    }
}
