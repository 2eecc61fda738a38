//! Letters of Latin, Cyrillic and Greek that look the same, for reading words that mix them, by
//! accident or to hide.

use crate::script::Script;

/// Pairs of lower-case look-alikes: Latin, Cyrillic, Greek (a space where there is none).
const ALIKE: &[(char, char, char)] = &[
    ('a', 'а', 'α'),
    ('b', 'ь', ' '),
    ('c', 'с', ' '),
    ('e', 'е', 'ε'),
    ('h', 'н', 'η'),
    ('i', 'і', 'ι'),
    ('j', 'ј', ' '),
    ('k', 'к', 'κ'),
    ('m', 'м', 'μ'),
    ('o', 'о', 'ο'),
    ('p', 'р', 'ρ'),
    ('s', 'ѕ', ' '),
    ('t', 'т', 'τ'),
    ('u', ' ', 'υ'),
    ('v', ' ', 'ν'),
    ('x', 'х', 'χ'),
    ('y', 'у', 'γ'),
    ('n', 'п', ' '),
    ('b', 'в', 'β'),
    ('i', 'ї', 'ϊ'),
    ('r', 'г', ' '),
    ('w', 'ш', 'ω'),
    ('z', ' ', 'ζ'),
    ('d', 'ԁ', ' '),
    ('q', 'ԛ', ' '),
    ('w', 'ԝ', ' '),
    ('l', 'ӏ', ' '),
    ('h', 'һ', ' '),
    ('e', 'ё', ' '),
];

/// The letter of `script` that looks like `c` (lower case), if there is one.
#[must_use]
pub(crate) fn in_script(c: char, script: Script) -> Option<char> {
    let pick = |row: &(char, char, char)| match script {
        Script::Latin => row.0,
        Script::Cyrillic => row.1,
        Script::Greek => row.2,
        _ => ' ',
    };
    ALIKE
        .iter()
        .find(|row| c != ' ' && (row.0 == c || row.1 == c || row.2 == c) && pick(row) != ' ')
        .map(pick)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs() {
        for (c, script, expected) in [
            ('о', Script::Latin, Some('o')),
            ('p', Script::Cyrillic, Some('р')),
            ('в', Script::Latin, Some('b')),
            ('ж', Script::Latin, None),
            ('ο', Script::Latin, Some('o')),
        ] {
            assert_eq!(in_script(c, script), expected, "{c}");
        }
    }
}
