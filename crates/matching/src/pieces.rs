//! From words to pieces: dotted letters joined in company names, "abd al-" names put together,
//! Arabic articles and Chinese family names split off, Han text cut at the words we know.

use crate::analyse::{Analyser, Piece, lookup};
use crate::kind::Kind;
use crate::name::Role;
use cuibono_text::translit::{is_double_surname, read_word, schemes_for};
use cuibono_text::{Joint, Language, Particle, Script, Word, Words};

/// Most pieces a name is cut into.
const MAX_PIECES: usize = cuibono_text::MAX_WORDS + 16;

/// Fills `out.pieces` from the words it has read.
pub(crate) fn collect(out: &mut Analyser, kind: Kind) {
    let words = out.take_words();
    let list = words.as_slice();
    let mut i = 0;
    let mut comma = false;
    let mut segment_number = 0u8;
    while i < list.len() && out.pieces.len() < MAX_PIECES {
        let word = &list[i];
        comma |= word.joint == Joint::Comma;
        let pieces_before = out.pieces.len();
        let mut used = 1;
        match word.script {
            Script::Han => han(out, &words, word, kind, comma, han_neighbours(list)),
            Script::Hangul if kind == Kind::Person => hangul(out, &words, word, comma),
            Script::Hangul => segment(out, words.form(word), word, comma, Script::Hangul),
            Script::Arabic => arabic(out, &words, word, comma),
            _ => {
                if kind != Kind::Person {
                    used = dotted_run(&list[i..])
                        .max(cased_form(&words, &list[i..]))
                        .max(place_of_two(&words, &list[i..]));
                }
                let from = out.letters.len();
                for word in &list[i..i + used] {
                    out.letters.push_str(words.form(word));
                }
                push_as(out, from, word, comma, word.script, false);
                if used > 1
                    && let Some(piece) = out.pieces.last_mut()
                {
                    piece.source.1 = list[i + used - 1].end;
                    piece.dotted = false;
                }
            }
        }
        // "A.B.C. / X.Y.Z." are two names; "M/V", "t/a" and "24/7" are not.
        if word.joint == Joint::Slash && word.letters > 2 && i > 0 && list[i - 1].letters > 2 {
            segment_number += 1;
        }
        for piece in &mut out.pieces[pieces_before..] {
            piece.segment = segment_number;
        }
        i += used;
    }
    mark_segments(out, words.text());
    if kind == Kind::Person || kind == Kind::Entity {
        join_servants(out);
        join_fathers(out);
        join_din(out);
    }
    out.put_words(words);
}

fn dotted_run(list: &[Word]) -> usize {
    let mut used = 1;
    if list[0].letters == 1 {
        while used < list.len() && list[used].joint == Joint::Dot && list[used].letters == 1 {
            used += 1;
        }
    }
    used
}

fn push_as(
    out: &mut Analyser,
    from: usize,
    word: &Word,
    comma: bool,
    script: Script,
    syllables: bool,
) {
    let to = out.letters.len();
    let text = &out.letters[from..to];
    let mut entry = lookup(text);
    if entry.is_none() && !matches!(script, Script::Latin | Script::Digit) {
        entry = entry_by_reading(text, script);
    }
    let count = text.chars().count().min(u16::MAX as usize) as u16;
    out.pieces.push(Piece {
        text: (from as u32, to as u32),
        script,
        entry,
        role: Role::Word,
        source: (word.start, word.end),
        count,
        capitals: word.capitals,
        dotted: word.dotted,
        accented: word.accented,
        bracketed: word.bracketed,
        joined: matches!(word.joint, Joint::Hyphen | Joint::Case | Joint::Dot),
        after_comma: comma,
        number: 0,
        family_hint: false,
        given_hint: false,
        segment: 0,
        father: false,
        kunya: false,
        syllables,
        dropped: false,
    });
}

fn entry_by_reading(text: &str, script: Script) -> Option<&'static cuibono_text::Entry> {
    let chars: Vec<char> = text.chars().collect();
    let mut reading = String::new();
    for &scheme in schemes_for(script, Language::Unknown, text) {
        reading.clear();
        read_word(&chars, scheme, &mut reading);
        if let Some(entry) = lookup(&reading) {
            return Some(entry);
        }
    }
    None
}

/// Words after which another name of the same party follows; they are not part of either.
fn mark_segments(out: &mut Analyser, source: &str) {
    let n = out.pieces.len();
    let mut add = 0;
    let mut i = 0;
    while i < n {
        let next_is =
            |word: &str, out: &Analyser| out.pieces.get(i + 1).is_some_and(|p| out.text(p) == word);
        let used = match out.text(&out.pieces[i]) {
            "nee"
            | "formerly"
            | "fka"
            | "aka"
            | "alias"
            | "dba"
            | "previously"
            | "geb"
            | "urozhd"
            | "урожденная"
            | "урождённая"
            | "уроджена"
            | "колишня"
            | "ранее"
            | "раніше"
            | "ex"
            | "born"
                if i > 0 && i + 1 < n =>
            {
                1
            }
            "trading" | "known" if next_is("as", out) && i > 0 && i + 2 < n => 2,
            "also" if next_is("known", out) && i > 0 && i + 3 < n => 3,
            "t" | "d" | "a" | "f" | "n"
                if i > 0 && i + 2 < n && out.pieces[i].count == 1 && slash_pair(out, i, source) =>
            {
                2
            }
            _ => 0,
        };
        for piece in &mut out.pieces[i..i + used] {
            piece.role = Role::Title;
            piece.entry = None;
        }
        add += u8::from(used > 0);
        let step = used.max(1);
        for piece in &mut out.pieces[i..i + step] {
            piece.segment = piece.segment.saturating_add(add);
        }
        i += step;
    }
}

/// "t/a": one letter, a slash, one letter.
fn slash_pair(out: &Analyser, i: usize, source: &str) -> bool {
    let end = out.pieces[i].source.1 as usize;
    out.pieces[i + 1].count == 1
        && source.as_bytes().get(end) == Some(&b'/')
        && out.text(&out.pieces[i + 1]) == "a"
}

/// "abd al aziz", "abdul aziz" as one piece "abdulaziz".
fn join_servants(out: &mut Analyser) {
    let mut i = 0;
    while i < out.pieces.len() {
        let is_servant = out.pieces[i].entry.is_some_and(|e| e.particle == Particle::Servant);
        if !is_servant {
            i += 1;
            continue;
        }
        let mut at = i + 1;
        if out
            .pieces
            .get(at)
            .is_some_and(|p| p.entry.is_some_and(|e| e.particle == Particle::Article))
        {
            at += 1;
        }
        let Some(object) = out.pieces.get(at).copied() else { break };
        let latin = matches!(object.script, Script::Latin);
        if object.after_comma != out.pieces[i].after_comma
            || object.count < 3
            || !latin && object.script != Script::Arabic
        {
            i += 1;
            continue;
        }
        let from = out.letters.len();
        let tail = out.text(&object).to_owned();
        out.letters.push_str(if latin { "abdul" } else { "عبدال" });
        out.letters.push_str(tail.strip_prefix("ال").unwrap_or(&tail));
        let to = out.letters.len();
        let piece = &mut out.pieces[i];
        piece.text = (from as u32, to as u32);
        piece.source.1 = object.source.1;
        piece.count = object.count + 5;
        piece.script = object.script;
        // What the servant serves is the telling part; without a list entry the letters tell.
        piece.entry = object.entry.filter(|e| e.given[0] != 0);
        out.pieces.drain(i + 1..=at);
        i += 1;
    }
}

/// "nur al din", "salah uddin" as one piece: glory of the faith.
fn join_din(out: &mut Analyser) {
    let mut i = 1;
    while i < out.pieces.len() {
        let last = out.pieces[i];
        let text = out.text(&last);
        let tail = matches!(
            text,
            "din" | "deen" | "dine" | "dein" | "uddin" | "eddine" | "addin" | "eddin" | "دين"
        );
        let article = |p: &Piece, out: &Analyser| {
            p.entry.is_some_and(|e| e.particle == Particle::Article)
                || matches!(out.text(p), "ad" | "ud" | "ed" | "id" | "el" | "e")
        };
        if !tail || last.script == Script::Cyrillic {
            i += 1;
            continue;
        }
        let mut at = i - 1;
        if at > 0 && article(&out.pieces[at], out) {
            at -= 1;
        }
        let first = out.pieces[at];
        if first.count < 3
            || first.script != last.script
            || first.after_comma != last.after_comma
            || (at + 1 == i && text.len() < 5)
        {
            i += 1;
            continue;
        }
        let from = out.letters.len() as u32;
        let head = out.text(&first).to_owned();
        out.letters.push_str(&head);
        out.letters.push_str(if first.script == Script::Latin { "uddin" } else { "الدين" });
        let to = out.letters.len() as u32;
        let piece = &mut out.pieces[at];
        piece.text = (from, to);
        piece.source.1 = last.source.1;
        piece.count += last.count;
        piece.entry = None;
        out.pieces.drain(at + 1..=i);
        i = at + 2;
    }
}

/// "Hong Kong", "New Zealand": a place named by two words is one word of a name.
fn place_of_two(words: &Words, list: &[Word]) -> usize {
    let [first, second, ..] = list else { return 1 };
    let head = words.form(first);
    if !matches!(head, "hong" | "new" | "united" | "south" | "abu" | "great" | "european")
        || second.script != Script::Latin
    {
        return 1;
    }
    let joined = format!("{head}{}", words.form(second));
    if lookup(&joined).is_some_and(|e| e.place != 0) { 2 } else { 1 }
}

/// "PrJSC", "OJSCo": a change of case inside the spelling of a legal form is not a joint.
fn cased_form(words: &Words, list: &[Word]) -> usize {
    match list {
        [first, second, ..]
            if second.joint == Joint::Case && first.letters <= 3 && second.letters <= 4 =>
        {
            let joined = format!("{}{}", words.form(first), words.form(second));
            if cuibono_text::LegalForms::get().is_form(&joined) { 2 } else { 1 }
        }
        _ => 1,
    }
}

/// "abu yusuf", the father of Yusuf, as one piece: he is not Yusuf.
fn join_fathers(out: &mut Analyser) {
    let mut i = 0;
    while i + 1 < out.pieces.len() {
        let parent = out.pieces[i].entry.is_some_and(|e| e.particle == Particle::Parent);
        let child = out.pieces[i + 1];
        let plain = child.entry.is_none_or(|e| e.particle == Particle::None) && child.count > 2;
        if parent && plain && out.pieces[i].after_comma == child.after_comma {
            let from = out.letters.len() as u32;
            let tail = out.text(&child).to_owned();
            let head = out.text(&out.pieces[i]).to_owned();
            out.letters.push_str(if head.is_ascii() && !head.starts_with('u') {
                "abu"
            } else {
                &head
            });
            out.letters.push_str(&tail);
            let to = out.letters.len() as u32;
            let piece = &mut out.pieces[i];
            piece.text = (from, to);
            piece.source.1 = child.source.1;
            piece.count += child.count;
            piece.script = child.script;
            piece.entry = None;
            piece.kunya = true;
            out.pieces.remove(i + 1);
        }
        i += 1;
    }
}

fn arabic(out: &mut Analyser, words: &Words, word: &Word, comma: bool) {
    let form = words.form(word);
    let rest = form.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3);
    if let Some(rest) = rest {
        let from = out.letters.len();
        out.letters.push_str("ال");
        push_as(out, from, word, comma, Script::Arabic, false);
        if let Some(article) = out.pieces.last_mut() {
            article.entry = lookup("al");
        }
        let from = out.letters.len();
        out.letters.push_str(rest);
        push_as(out, from, word, comma, Script::Arabic, false);
        if let Some(piece) = out.pieces.last_mut() {
            piece.joined = true;
        }
        return;
    }
    let from = out.letters.len();
    out.letters.push_str(form);
    push_as(out, from, word, comma, Script::Arabic, false);
    if let Some(piece) = out.pieces.last_mut() {
        let particle = match form {
            "بن" | "ابن" => Some("bin"),
            "بنت" => Some("bint"),
            "ابو" | "أبو" | "ابي" | "أبي" => Some("abu"),
            "عبد" => Some("abd"),
            "ال" | "آل" => Some("al"),
            "ام" | "أم" => Some("umm"),
            _ => None,
        };
        if let Some(particle) = particle {
            piece.entry = lookup(particle);
        }
    }
}

fn hangul(out: &mut Analyser, words: &Words, word: &Word, comma: bool) {
    let form = words.form(word);
    let split = form.char_indices().nth(1).map(|(at, _)| at);
    let whole = words.as_slice().iter().filter(|w| w.script == Script::Hangul).count() == 1;
    match split {
        Some(at) if whole && (2..=4).contains(&word.letters) => {
            split_family(out, form, at, word, comma, Script::Hangul);
        }
        _ => {
            let from = out.letters.len();
            out.letters.push_str(form);
            push_as(out, from, word, comma, Script::Hangul, false);
        }
    }
}

fn split_family(
    out: &mut Analyser,
    form: &str,
    at: usize,
    word: &Word,
    comma: bool,
    script: Script,
) {
    let (family, given) = form.split_at(at);
    let from = out.letters.len();
    out.letters.push_str(family);
    push_as(out, from, word, comma, script, false);
    if let Some(piece) = out.pieces.last_mut() {
        piece.source.1 = word.start + at as u32;
        piece.family_hint = true;
    }
    let from = out.letters.len();
    out.letters.push_str(given);
    push_as(out, from, word, comma, script, false);
    if let Some(piece) = out.pieces.last_mut() {
        piece.source.0 = word.start + at as u32;
        piece.given_hint = true;
    }
}

fn han_neighbours(list: &[Word]) -> usize {
    list.iter().filter(|w| matches!(w.script, Script::Han | Script::Kana)).count()
}

fn han(out: &mut Analyser, words: &Words, word: &Word, kind: Kind, comma: bool, han_words: usize) {
    let form = words.form(word);
    if kind == Kind::Person {
        let mut chars = form.chars();
        let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
        if han_words == 1 && (2..=4).contains(&word.letters) {
            let double = word.letters > 2 && is_double_surname(first, second);
            let at = first.len_utf8() + if double { second.len_utf8() } else { 0 };
            split_family(out, form, at, word, comma, Script::Han);
        } else {
            let from = out.letters.len();
            out.letters.push_str(form);
            push_as(out, from, word, comma, Script::Han, true);
        }
        return;
    }
    segment(out, form, word, comma, Script::Han);
}

/// Cuts Han text at the longest known words; what lies between is a word of its own.
fn segment(out: &mut Analyser, form: &str, word: &Word, comma: bool, script: Script) {
    let bounds: Vec<usize> =
        form.char_indices().map(|(at, _)| at).chain([form.len()]).take(64).collect();
    let last = bounds.len() - 1;
    let mut open = 0;
    let mut i = 0;
    let known = |from: usize, to: usize| {
        let text = &form[bounds[from]..bounds[to]];
        lookup(text).is_some() || is_han_legal(text)
    };
    let emit = |from: usize, to: usize, out: &mut Analyser| {
        if from < to && out.pieces.len() < MAX_PIECES {
            let at = out.letters.len();
            out.letters.push_str(&form[bounds[from]..bounds[to]]);
            push_as(out, at, word, comma, script, false);
            if let Some(piece) = out.pieces.last_mut() {
                piece.source = (word.start + bounds[from] as u32, word.start + bounds[to] as u32);
            }
        }
    };
    while i < last {
        let longest = (2..=10.min(last - i)).rev().find(|len| known(i, i + len));
        match longest {
            Some(len) => {
                emit(open, i, out);
                emit(i, i + len, out);
                i += len;
                open = i;
            }
            None => i += 1,
        }
    }
    emit(open, last, out);
}

fn is_han_legal(text: &str) -> bool {
    cuibono_text::LegalForms::get().is_form(text)
}

/// Spells diacritics the long way: ö as oe, č as ch, ş as sh.
pub(crate) fn expand_accents(source: &str, out: &mut String) {
    for c in source.chars().flat_map(char::to_lowercase) {
        let long = match c {
            'ä' | 'æ' => "ae",
            'ö' | 'ø' | 'œ' => "oe",
            'ü' => "ue",
            'å' => "aa",
            'č' | 'ç' | 'ĉ' => "ch",
            'ć' => "ch",
            'š' | 'ş' | 'ș' | 'ś' | 'ŝ' => "sh",
            'ž' | 'ż' | 'ź' => "zh",
            'đ' => "dj",
            'ñ' | 'ń' | 'ň' => "ny",
            'ğ' => "gh",
            'ł' => "w",
            'ř' => "rzh",
            'ţ' | 'ț' => "ts",
            'ß' => "ss",
            'ı' => "y",
            'ę' => "en",
            'ą' => "on",
            'ё' => "yo",
            _ => {
                cuibono_text::fold_into(c.encode_utf8(&mut [0; 4]), out);
                continue;
            }
        };
        out.push_str(long);
    }
}
