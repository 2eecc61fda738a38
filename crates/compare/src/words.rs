//! Explanations in words, English and Ukrainian. Every phrase says what was seen; none says what
//! anyone did. Names are quoted in the spelling of their source and never inflected.

use cuibono_matching::{
    Effect, Evidence, Explanation, Field, FieldEvidence, How, RecordExplanation, Remark, State,
};
use std::fmt::Write;

/// Language of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Ukrainian.
    Uk,
}

impl Lang {
    fn pick(self, en: &'static str, uk: &'static str) -> &'static str {
        match self {
            Lang::En => en,
            Lang::Uk => uk,
        }
    }
}

/// One line on why two names got their score.
#[must_use]
pub fn sentence(explanation: &Explanation, lang: Lang) -> String {
    let mut out = String::new();
    for evidence in &explanation.evidence {
        if out.len() > 4_000 {
            separate(&mut out);
            out.push('…');
            break;
        }
        separate(&mut out);
        name_evidence(evidence, lang, &mut out);
    }
    for &remark in &explanation.remarks {
        separate(&mut out);
        out.push_str(remark_words(remark, lang));
    }
    if out.is_empty() {
        out.push_str(lang.pick("no word in common", "жодного спільного слова"));
    }
    out
}

/// One line on why two records got their score.
#[must_use]
pub fn record_sentence(explanation: &RecordExplanation, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(field) = explanation.decided_by {
        out.push_str(lang.pick("decided by ", "вирішальне: "));
        out.push_str(field_words(field, lang));
    }
    for field in &explanation.fields {
        separate(&mut out);
        field_evidence(field, lang, &mut out);
    }
    if let Some(names) = &explanation.names {
        separate(&mut out);
        out.push_str(lang.pick("names: ", "імена: "));
        out.push_str(&sentence(names, lang));
    } else if explanation.decided_by.is_none() {
        separate(&mut out);
        out.push_str(lang.pick("no names to compare", "немає імен для порівняння"));
    }
    out
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push_str("; ");
    }
}

fn quote(out: &mut String, text: &str, lang: Lang) {
    let (open, close) = match lang {
        Lang::En => ('“', '”'),
        Lang::Uk => ('«', '»'),
    };
    out.push(open);
    out.push_str(text);
    out.push(close);
}

fn name_evidence(evidence: &Evidence, lang: Lang, out: &mut String) {
    match (&evidence.left, &evidence.right) {
        (Some(left), Some(right)) => {
            quote(out, left, lang);
            out.push_str(match evidence.effect {
                Effect::Against => " ≠ ",
                _ if evidence.similarity >= 0.99 => " = ",
                _ => " ≈ ",
            });
            quote(out, right, lang);
            if let Some(how) = evidence.how {
                let _ = write!(out, " ({}", how_words(how, lang));
                for reading in
                    [&evidence.left_reading, &evidence.right_reading].into_iter().flatten()
                {
                    let _ = write!(out, ", {}: {}", reading.scheme, reading.text);
                }
                out.push(')');
            }
        }
        (Some(word), None) | (None, Some(word)) => {
            quote(out, word, lang);
            let side = if evidence.left.is_some() {
                lang.pick("only in the first", "лише в першому")
            } else {
                lang.pick("only in the second", "лише в другому")
            };
            let effect = match evidence.effect {
                Effect::Against => lang.pick("another stands in its place", "на його місці інше"),
                _ => lang.pick("left out in the other", "у другому пропущено"),
            };
            let _ = write!(out, " {side} ({}, {effect})", role_words(evidence.role, lang));
        }
        (None, None) => {}
    }
}

fn how_words(how: How, lang: Lang) -> &'static str {
    match how {
        How::Exact => lang.pick("same", "те саме"),
        How::Transliteration => lang.pick("transliteration", "транслітерація"),
        How::Sound => lang.pick("same sound", "однакове звучання"),
        How::Variant => lang.pick("form of the same name", "форма того самого імені"),
        How::GenderedEnding => {
            lang.pick("man's and woman's ending", "чоловіче й жіноче закінчення")
        }
        How::Nickname => lang.pick("short form", "коротка форма"),
        How::Initial => lang.pick("initial", "ініціал"),
        How::Typo => lang.pick("likely slip", "імовірна описка"),
        How::Consonants => lang.pick("same consonants", "ті самі приголосні"),
        How::Shuffled => {
            lang.pick("same letters in another order", "ті самі літери в іншому порядку")
        }
        How::Joined => lang.pick("written together and apart", "разом і окремо"),
        How::Acronym => lang.pick("first letters", "перші літери"),
        How::Meaning => lang.pick("same meaning", "те саме значення"),
        How::Number => lang.pick("same number", "те саме число"),
        How::Abbreviation => lang.pick("abbreviation", "скорочення"),
        How::Alike => lang.pick("alike, not the same", "схоже, але не те саме"),
    }
}

fn role_words(role: &str, lang: Lang) -> &'static str {
    match role {
        "given-name" => lang.pick("given name", "особове ім’я"),
        "family-name" => lang.pick("family name", "прізвище"),
        "initial" => lang.pick("initial", "ініціал"),
        "patronymic" => lang.pick("patronymic", "по батькові"),
        "particle" => lang.pick("particle", "частка"),
        "title" => lang.pick("title", "титул"),
        "suffix" => lang.pick("suffix", "суфікс"),
        "number" => lang.pick("number", "число"),
        "little-word" => lang.pick("little word", "службове слово"),
        "generic-word" => lang.pick("generic word", "загальне слово"),
        "trade-word" => lang.pick("trade or kind of body", "галузь або вид установи"),
        "place" => lang.pick("place", "місце"),
        "repeat" => lang.pick("repeated word", "повторене слово"),
        "legal-form" => lang.pick("legal form", "організаційно-правова форма"),
        _ => lang.pick("word", "слово"),
    }
}

fn remark_words(remark: Remark, lang: Lang) -> &'static str {
    match remark {
        Remark::Identical => lang.pick("letter for letter the same", "збігається до літери"),
        Remark::NumbersDiffer => lang.pick("the numbers differ", "числа різні"),
        Remark::NumberMissing => lang.pick("only one has a number", "число є лише в одному"),
        Remark::LegalFormsDiffer => {
            lang.pick("the legal forms differ", "організаційно-правові форми різні")
        }
        Remark::OrderReversed => {
            lang.pick("the names stand the other way round", "імена стоять у зворотному порядку")
        }
        Remark::GendersDiffer => lang.pick("a man's name and a woman's", "чоловіче й жіноче ім’я"),
        Remark::GenerationsDiffer => lang.pick("different generations", "різні покоління"),
        Remark::OnlyGenericShared => {
            lang.pick("only generic words in common", "спільні лише загальні слова")
        }
        Remark::SingleWord => lang.pick("only one word to compare", "порівняно лише одне слово"),
        Remark::Cut => {
            lang.pick("too long, the end was not compared", "задовге, кінець не порівняно")
        }
        Remark::Empty => {
            lang.pick("nothing to compare in one of them", "в одному немає чого порівнювати")
        }
        Remark::KindsDiffer => lang.pick("a person and an organisation", "особа та організація"),
        Remark::OnlyInitials => {
            lang.pick("initials stand for given names", "замість імен стоять ініціали")
        }
    }
}

fn field_words(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Schema => lang.pick("kind of record", "вид запису"),
        Field::BirthDate => lang.pick("date of birth", "дата народження"),
        Field::IncorporationDate => lang.pick("date of incorporation", "дата реєстрації"),
        Field::Country => lang.pick("country", "країна"),
        Field::Identifier => lang.pick("identifier", "ідентифікатор"),
        Field::Address => lang.pick("address", "адреса"),
        Field::Gender => lang.pick("gender", "стать"),
        Field::Position => lang.pick("position", "посада"),
        Field::Contact => lang.pick("contact", "контакт"),
        Field::BirthPlace => lang.pick("place of birth", "місце народження"),
    }
}

fn field_evidence(evidence: &FieldEvidence, lang: Lang, out: &mut String) {
    out.push_str(field_words(evidence.field, lang));
    if let Some(detail) = &evidence.detail {
        let _ = write!(out, " ({detail})");
    }
    out.push_str(": ");
    out.push_str(match evidence.state {
        State::Agree => lang.pick("agrees", "збігається"),
        State::Close => lang.pick("is close", "близько"),
        State::Disagree => lang.pick("differs", "відрізняється"),
        State::AbsentLeft => lang.pick("the first does not say", "у першому не вказано"),
        State::AbsentRight => lang.pick("the second does not say", "у другому не вказано"),
    });
    match (&evidence.left, &evidence.right) {
        (Some(left), Some(right)) if left == right => {
            let _ = write!(out, " ({left})");
        }
        (Some(left), Some(right)) => {
            let _ = write!(out, " ({left} / {right})");
        }
        (Some(one), None) | (None, Some(one)) => {
            let _ = write!(out, " ({one})");
        }
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare_pair;

    #[test]
    fn both_languages_say_the_same_things() {
        let explanation = compare_pair("Person", "Zorin Ivan Petrovich", "Іван Зорін");
        assert_eq!(
            sentence(&explanation, Lang::En),
            "“Zorin” = “Зорін” (transliteration, uk-kmu55-2010: zorin); \
             “Ivan” = “Іван” (transliteration, uk-kmu55-2010: ivan); \
             “Petrovich” only in the first (patronymic, left out in the other)"
        );
        assert_eq!(
            sentence(&explanation, Lang::Uk),
            "«Zorin» = «Зорін» (транслітерація, uk-kmu55-2010: zorin); \
             «Ivan» = «Іван» (транслітерація, uk-kmu55-2010: ivan); \
             «Petrovich» лише в першому (по батькові, у другому пропущено)"
        );
    }

    #[test]
    fn nothing_in_common_is_said() {
        let explanation = compare_pair("Person", "…", "Іван Зорін");
        assert!(sentence(&explanation, Lang::En).contains("nothing to compare"));
    }
}
