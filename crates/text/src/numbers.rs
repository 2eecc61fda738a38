//! Numbers as names write them: digits, words, ordinals, Roman numerals, in English with the
//! commonest words of other languages.

/// What number a folded Latin or Cyrillic word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A plain value, and whether more may be added to it as in "forty four".
    Value(u32),
    /// A word that multiplies what stands before it: hundred, thousand.
    Times(u32),
}

/// Reads a folded word as a number. Roman numerals are read by [`roman`], because a letter such as
/// `i` or `v` is a numeral only in some places.
#[must_use]
pub fn number(word: &str) -> Option<Number> {
    let bytes = word.as_bytes();
    if bytes.first().is_some_and(u8::is_ascii_digit) {
        return digits(bytes).map(Number::Value);
    }
    let value = match word {
        "zero" => 0,
        "one" | "first" | "pervy" | "pervyi" | "pershyi" | "premier" | "premiere" | "erste"
        | "первый" | "перший" | "первая" | "перша" => 1,
        "two" | "second" | "vtoroi" | "vtoroy" | "zweite" | "второй" | "другий" => 2,
        "three" | "third" | "tretii" | "третий" | "третій" => 3,
        "four" | "fourth" => 4,
        "five" | "fifth" => 5,
        "six" | "sixth" => 6,
        "seven" | "seventh" => 7,
        "eight" | "eighth" => 8,
        "nine" | "ninth" => 9,
        "ten" | "tenth" => 10,
        "eleven" | "eleventh" => 11,
        "twelve" | "twelfth" => 12,
        "thirteen" | "thirteenth" => 13,
        "fourteen" | "fourteenth" => 14,
        "fifteen" | "fifteenth" => 15,
        "sixteen" | "sixteenth" => 16,
        "seventeen" | "seventeenth" => 17,
        "eighteen" | "eighteenth" => 18,
        "nineteen" | "nineteenth" => 19,
        "twenty" | "twentieth" => 20,
        "thirty" | "thirtieth" => 30,
        "forty" | "fourty" | "fortieth" => 40,
        "fifty" | "fiftieth" => 50,
        "sixty" | "sixtieth" => 60,
        "seventy" | "seventieth" => 70,
        "eighty" | "eightieth" => 80,
        "ninety" | "ninetieth" => 90,
        "hundred" | "hundredth" => return Some(Number::Times(100)),
        "thousand" | "thousandth" => return Some(Number::Times(1000)),
        _ => return None,
    };
    Some(Number::Value(value))
}

fn digits(bytes: &[u8]) -> Option<u32> {
    let end = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len());
    if end > 9
        || !matches!(
            &bytes[end..],
            b"" | b"st" | b"nd" | b"rd" | b"th" | b"er" | b"eme" | b"e" | b"y" | b"ya" | b"i"
        )
    {
        return None;
    }
    Some(bytes[..end].iter().fold(0, |value, b| value * 10 + u32::from(b - b'0')))
}

/// A Roman numeral from 1 to 89, in lower case and in its regular form.
#[must_use]
pub fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 7 {
        return None;
    }
    let digit = |b: u8| match b {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        _ => None,
    };
    let mut total = 0;
    let mut last = 100;
    let mut run = 0;
    let mut bytes = word.bytes().peekable();
    while let Some(b) = bytes.next() {
        let value = digit(b)?;
        let next = bytes.peek().and_then(|&n| digit(n)).unwrap_or(0);
        if next > value {
            if !matches!((value, next), (1, 5 | 10) | (10, 50))
                || last == value
                || next - value >= last
            {
                return None;
            }
            bytes.next();
            total += next - value;
            last = value;
            run = 1;
            continue;
        }
        if value > last {
            return None;
        }
        run = if value == last { run + 1 } else { 0 };
        if run > 2 || (matches!(value, 5 | 50) && run > 0) {
            return None;
        }
        last = value;
        total += value;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_digits() {
        for (word, expected) in [
            ("44", Some(Number::Value(44))),
            ("1st", Some(Number::Value(1))),
            ("first", Some(Number::Value(1))),
            ("forty", Some(Number::Value(40))),
            ("hundred", Some(Number::Times(100))),
            ("3m", None),
            ("99999999999", None),
            ("bank", None),
        ] {
            assert_eq!(number(word), expected, "{word}");
        }
    }

    #[test]
    fn roman_numerals() {
        for (word, expected) in [
            ("i", Some(1)),
            ("iii", Some(3)),
            ("iv", Some(4)),
            ("viii", Some(8)),
            ("ix", Some(9)),
            ("xiv", Some(14)),
            ("xl", Some(40)),
            ("lxxxix", Some(89)),
            ("iiii", None),
            ("vx", None),
            ("abc", None),
            ("", None),
            ("mix", None),
        ] {
            assert_eq!(roman(word), expected, "{word}");
        }
    }
}
