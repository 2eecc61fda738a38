//! Words that people file where they have nothing to file.

/// Whether an identifier, country or date field holds nothing or a word for nothing. Never use it on
/// names: there are companies called `NULL LTD`.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    const WORDS: [&str; 19] = [
        "-0-",
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "not known",
        "unknown",
        "not applicable",
        "not available",
        "not specified",
        "none supplied",
        "pending",
        "tbc",
        "-",
        ".",
        "\"",
        "--",
    ];
    let text = text.trim();
    text.is_empty() || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn words_for_nothing() {
        for yes in ["", "  ", "N/A", "none", "Not Known", "Pending", "-0-"] {
            assert!(is_blank(yes), "{yes}");
        }
        for no in ["0", "1234567", "NONE LTD", "Jersey"] {
            assert!(!is_blank(no), "{no}");
        }
    }
}
