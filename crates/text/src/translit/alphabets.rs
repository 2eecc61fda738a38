//! Georgian, Armenian, Hebrew and Arabic letters to Latin. Hebrew and Arabic come out as the letters
//! written: no table recovers vowels that are not there, so they are compared by consonants.

/// Georgian, national system of 2002.
pub(super) fn georgian(c: char) -> Option<&'static str> {
    Some(match c {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' => "t",
        'ი' => "i",
        'კ' => "k’",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' => "p’",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'ტ' => "t’",
        'უ' => "u",
        'ფ' => "p",
        'ქ' => "k",
        'ღ' => "gh",
        'ყ' => "q’",
        'შ' => "sh",
        'ჩ' => "ch",
        'ც' => "ts",
        'ძ' => "dz",
        'წ' => "ts’",
        'ჭ' => "ch’",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        'ჱ' => "ey",
        'ჲ' => "y",
        'ჳ' => "w",
        'ჴ' => "q",
        'ჵ' => "o",
        _ => return None,
    })
}

/// Armenian after BGN/PCGN 1981 (aspiration marks left out).
pub(super) fn armenian(
    previous: Option<char>,
    c: char,
    next: Option<char>,
) -> Option<(&'static str, usize)> {
    if c == 'ո' && next == Some('ւ') {
        return Some(("u", 2));
    }
    Some((
        match c {
            'ա' => "a",
            'բ' => "b",
            'գ' => "g",
            'դ' => "d",
            'զ' => "z",
            'է' => "e",
            'ը' => "y",
            'թ' => "t",
            'ժ' => "zh",
            'ի' => "i",
            'լ' => "l",
            'խ' => "kh",
            'ծ' => "ts",
            'կ' => "k",
            'հ' => "h",
            'ձ' => "dz",
            'ղ' => "gh",
            'ճ' => "ch",
            'մ' => "m",
            'յ' => "y",
            'ն' => "n",
            'շ' => "sh",
            'չ' => "ch",
            'պ' => "p",
            'ջ' => "j",
            'ռ' => "rr",
            'ս' => "s",
            'վ' => "v",
            'տ' => "t",
            'ր' => "r",
            'ց' => "ts",
            'ւ' => "v",
            'փ' => "p",
            'ք' => "k",
            'օ' => "o",
            'ֆ' => "f",
            'և' => {
                if previous.is_none() {
                    "yev"
                } else {
                    "ev"
                }
            }
            'ե' => {
                if previous.is_none() {
                    "ye"
                } else {
                    "e"
                }
            }
            'ո' => {
                if previous.is_none() {
                    "vo"
                } else {
                    "o"
                }
            }
            _ => return None,
        },
        1,
    ))
}

/// Hebrew consonants and vowel letters.
pub(super) fn hebrew(previous: Option<char>, c: char, next: Option<char>) -> Option<&'static str> {
    Some(match c {
        'א' | 'ע' => {
            if previous.is_none() {
                "a"
            } else {
                ""
            }
        }
        'ב' => {
            if previous.is_none() {
                "b"
            } else {
                "v"
            }
        }
        'ג' => "g",
        'ד' => "d",
        'ה' => {
            if next.is_none() {
                "a"
            } else {
                "h"
            }
        }
        'ו' => {
            if previous.is_none() {
                "v"
            } else {
                "o"
            }
        }
        'ז' => "z",
        'ח' => "h",
        'ט' | 'ת' => "t",
        'י' => {
            if previous.is_none() {
                "y"
            } else {
                "i"
            }
        }
        'כ' | 'ך' => "k",
        'ל' => "l",
        'מ' | 'ם' => "m",
        'נ' | 'ן' => "n",
        'ס' => "s",
        'פ' => {
            if previous.is_none() {
                "p"
            } else {
                "f"
            }
        }
        'ף' => "f",
        'צ' | 'ץ' => "ts",
        'ק' => "k",
        'ר' => "r",
        'ש' => "sh",
        '\u{5b0}'..='\u{5c7}' | '׳' | '״' => "",
        _ => return None,
    })
}

/// Arabic letters with the additions of Persian, Urdu and Pashto.
pub(super) fn arabic(previous: Option<char>, c: char, next: Option<char>) -> Option<&'static str> {
    Some(match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى' => "a",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ٹ' => "t",
        'ث' => "th",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' | 'ہ' | 'ھ' => "h",
        'خ' => "kh",
        'د' | 'ڈ' => "d",
        'ذ' => "dh",
        'ر' | 'ڑ' => "r",
        'ز' | 'ظ' => "z",
        'ژ' => "zh",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ض' => "d",
        'غ' => "gh",
        'ع' | 'ء' => {
            if previous.is_none() {
                "a"
            } else {
                ""
            }
        }
        'ف' | 'ڤ' => "f",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' | 'ں' => "n",
        'ة' => {
            if next.is_none() {
                "a"
            } else {
                "t"
            }
        }
        'و' | 'ؤ' => {
            if previous.is_none() {
                "w"
            } else {
                "u"
            }
        }
        'ي' | 'ی' | 'ئ' | 'ے' => {
            if previous.is_none() {
                "y"
            } else {
                "i"
            }
        }
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => "",
        _ => return None,
    })
}
