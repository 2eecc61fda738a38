//! Han, kana and Hangul to Latin: pinyin a character at a time, Hepburn, Revised Romanisation and a
//! reading closer to how Koreans spell their own names.

/// Pinyin without tones of one Han character, lower case, into `out`; nothing when unknown.
pub(super) fn pinyin(c: char, out: &mut String) {
    // A handful of characters are read differently in names than in running text.
    let name_reading = match c {
        '单' | '單' => Some("shan"),
        '仇' => Some("qiu"),
        '曾' => Some("zeng"),
        '盖' => Some("ge"),
        '重' => Some("chong"),
        '朴' => Some("piao"),
        '行' => Some("hang"),
        _ => None,
    };
    if let Some(reading) = name_reading {
        out.push_str(reading);
        return;
    }
    for letter in any_ascii::any_ascii_char(c).chars() {
        if letter.is_ascii_alphabetic() {
            out.push(letter.to_ascii_lowercase());
        }
    }
}

const INITIAL_RR: [&str; 19] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
];
const VOWEL_RR: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
];
const FINAL_RR: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
];
const INITIAL_PLAIN: [&str; 19] = [
    "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "ch", "ch", "k", "t", "p",
    "h",
];
const VOWEL_PLAIN: [&str; 21] = [
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "u", "ui", "i",
];

/// One Hangul syllable by the Revised Romanisation of 2000, or with `plain` by the older system
/// (McCune-Reischauer without marks), which most personal names follow. `None` when `c` is not a
/// syllable block.
pub(super) fn hangul(c: char, plain: bool) -> Option<[&'static str; 3]> {
    let index = (c as u32).checked_sub(0xac00).filter(|&i| i < 11_172)? as usize;
    let (initial, vowel) =
        if plain { (&INITIAL_PLAIN, &VOWEL_PLAIN) } else { (&INITIAL_RR, &VOWEL_RR) };
    Some([initial[index / 588], vowel[index % 588 / 28], FINAL_RR[index % 28]])
}

/// Whether a Han character (old or new form) is one that Korean and Chinese registers use as a
/// two-character family name's first half, so that the given name starts one later.
pub(super) fn is_double_surname(a: char, b: char) -> bool {
    matches!(
        (a, b),
        ('欧' | '歐', '阳' | '陽')
            | ('司', '马' | '馬' | '徒')
            | ('上', '官')
            | ('诸' | '諸', '葛')
            | ('尉', '迟' | '遲')
            | ('皇', '甫')
            | ('令', '狐')
            | ('慕', '容')
            | ('公', '孙' | '孫')
            | ('独' | '獨', '孤')
            | ('南', '宫' | '宮')
            | ('东' | '東', '方')
            | ('夏', '侯')
    )
}

/// Kana at the head of `rest` by Hepburn: the Latin letters and how many kana they stand for. Long
/// vowels are not doubled, as in names. Katakana must have been turned into hiragana.
pub(super) fn kana(rest: &[char]) -> Option<(&'static str, usize)> {
    let c = *rest.first()?;
    if let Some(&small) = rest.get(1)
        && let Some(latin) = digraph(c, small)
    {
        return Some((latin, 2));
    }
    let latin = match c {
        'あ' => "a",
        'い' => "i",
        'う' => "u",
        'え' => "e",
        'お' => "o",
        'か' => "ka",
        'き' => "ki",
        'く' => "ku",
        'け' => "ke",
        'こ' => "ko",
        'が' => "ga",
        'ぎ' => "gi",
        'ぐ' => "gu",
        'げ' => "ge",
        'ご' => "go",
        'さ' => "sa",
        'し' => "shi",
        'す' => "su",
        'せ' => "se",
        'そ' => "so",
        'ざ' => "za",
        'じ' => "ji",
        'ず' => "zu",
        'ぜ' => "ze",
        'ぞ' => "zo",
        'た' => "ta",
        'ち' => "chi",
        'つ' => "tsu",
        'て' => "te",
        'と' => "to",
        'だ' => "da",
        'ぢ' => "ji",
        'づ' => "zu",
        'で' => "de",
        'ど' => "do",
        'な' => "na",
        'に' => "ni",
        'ぬ' => "nu",
        'ね' => "ne",
        'の' => "no",
        'は' => "ha",
        'ひ' => "hi",
        'ふ' => "fu",
        'へ' => "he",
        'ほ' => "ho",
        'ば' => "ba",
        'び' => "bi",
        'ぶ' => "bu",
        'べ' => "be",
        'ぼ' => "bo",
        'ぱ' => "pa",
        'ぴ' => "pi",
        'ぷ' => "pu",
        'ぺ' => "pe",
        'ぽ' => "po",
        'ま' => "ma",
        'み' => "mi",
        'む' => "mu",
        'め' => "me",
        'も' => "mo",
        'や' => "ya",
        'ゆ' => "yu",
        'よ' => "yo",
        'ら' => "ra",
        'り' => "ri",
        'る' => "ru",
        'れ' => "re",
        'ろ' => "ro",
        'わ' => "wa",
        'ゐ' => "i",
        'ゑ' => "e",
        'を' => "o",
        'ん' => "n",
        'ゔ' => "vu",
        'ぁ' => "a",
        'ぃ' => "i",
        'ぅ' => "u",
        'ぇ' => "e",
        'ぉ' => "o",
        'ゃ' => "ya",
        'ゅ' => "yu",
        'ょ' => "yo",
        'っ' | 'ー' | 'ゝ' | '゛' | '゜' => "",
        _ => return None,
    };
    Some((latin, 1))
}

fn digraph(c: char, small: char) -> Option<&'static str> {
    Some(match (c, small) {
        ('き', 'ゃ') => "kya",
        ('き', 'ゅ') => "kyu",
        ('き', 'ょ') => "kyo",
        ('ぎ', 'ゃ') => "gya",
        ('ぎ', 'ゅ') => "gyu",
        ('ぎ', 'ょ') => "gyo",
        ('し', 'ゃ') => "sha",
        ('し', 'ゅ') => "shu",
        ('し', 'ょ') => "sho",
        ('し', 'ぇ') => "she",
        ('じ', 'ゃ') => "ja",
        ('じ', 'ゅ') => "ju",
        ('じ', 'ょ') => "jo",
        ('じ', 'ぇ') => "je",
        ('ち', 'ゃ') => "cha",
        ('ち', 'ゅ') => "chu",
        ('ち', 'ょ') => "cho",
        ('ち', 'ぇ') => "che",
        ('に', 'ゃ') => "nya",
        ('に', 'ゅ') => "nyu",
        ('に', 'ょ') => "nyo",
        ('ひ', 'ゃ') => "hya",
        ('ひ', 'ゅ') => "hyu",
        ('ひ', 'ょ') => "hyo",
        ('び', 'ゃ') => "bya",
        ('び', 'ゅ') => "byu",
        ('び', 'ょ') => "byo",
        ('ぴ', 'ゃ') => "pya",
        ('ぴ', 'ゅ') => "pyu",
        ('ぴ', 'ょ') => "pyo",
        ('み', 'ゃ') => "mya",
        ('み', 'ゅ') => "myu",
        ('み', 'ょ') => "myo",
        ('り', 'ゃ') => "rya",
        ('り', 'ゅ') => "ryu",
        ('り', 'ょ') => "ryo",
        ('ふ', 'ぁ') => "fa",
        ('ふ', 'ぃ') => "fi",
        ('ふ', 'ぇ') => "fe",
        ('ふ', 'ぉ') => "fo",
        ('ゔ', 'ぁ') => "va",
        ('ゔ', 'ぃ') => "vi",
        ('ゔ', 'ぇ') => "ve",
        ('ゔ', 'ぉ') => "vo",
        ('て', 'ぃ') => "ti",
        ('で', 'ぃ') => "di",
        ('と', 'ぅ') => "tu",
        ('ど', 'ぅ') => "du",
        ('う', 'ぃ') => "wi",
        ('う', 'ぇ') => "we",
        ('う', 'ぉ') => "wo",
        ('つ', 'ぁ') => "tsa",
        _ => return None,
    })
}

/// Katakana as hiragana; everything else unchanged.
pub(super) fn as_hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        other => other,
    }
}
