//! Legal forms of companies in the registers' own spellings, in all scripts, and the one key of a
//! company's name under which the same words are always found.

use crate::lexicon::WordMap;
use crate::script::Script;
use crate::words::{Joint, Word, Words};
use std::sync::LazyLock;

/// Families of legal forms that translate into one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum FormClass {
    /// Says only that it is a company.
    Any,
    /// Corporation: between a private and a public company.
    Corp,
    /// Private company with limited liability.
    Llc,
    /// Company with shares.
    Jsc,
    /// Partnership.
    Partnership,
    /// A person in business.
    Sole,
    /// Co-operative.
    Cooperative,
    /// Association, non-profit body.
    Association,
    /// Foundation.
    Foundation,
    /// State enterprise.
    State,
}

impl FormClass {
    fn parse(text: &str) -> FormClass {
        match text {
            "LLC" => FormClass::Llc,
            "JSC" => FormClass::Jsc,
            "CORP" => FormClass::Corp,
            "PART" => FormClass::Partnership,
            "SOLE" => FormClass::Sole,
            "COOP" => FormClass::Cooperative,
            "ASSOC" => FormClass::Association,
            "FOUND" => FormClass::Foundation,
            "STATE" => FormClass::State,
            _ => FormClass::Any,
        }
    }

    /// Whether two companies of these classes may be one company written differently.
    #[must_use]
    pub fn compatible(self, other: FormClass) -> bool {
        self == other
            || match (self, other) {
                (FormClass::Any, _) | (_, FormClass::Any) => true,
                (FormClass::Corp, other) | (other, FormClass::Corp) => {
                    matches!(other, FormClass::Llc | FormClass::Jsc)
                }
                _ => false,
            }
    }
}

/// A legal form.
#[derive(Debug, PartialEq, Eq)]
pub struct LegalForm {
    /// Its key: the shortest Latin spelling.
    pub key: &'static str,
    /// The family it belongs to.
    pub class: FormClass,
}

struct Pattern {
    /// Words after the first.
    rest: Vec<String>,
    form: u16,
    leads: bool,
    /// A form only where the name has no other: elsewhere it is a word or a name.
    alone: bool,
}

/// All known legal forms.
pub struct LegalForms {
    forms: Vec<LegalForm>,
    by_word: WordMap<Vec<Pattern>>,
    /// Words of at least six letters that stand in the commonest legal forms.
    long: Vec<&'static str>,
}

/// A legal form found in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of its first word.
    pub at: usize,
    /// How many words it takes.
    pub len: usize,
    /// Index of the form, for [`LegalForms::form`].
    pub form: u16,
}

/// Short forms that are no other word, wherever they stand.
const SURE: [&str; 22] = [
    "ltd", "llc", "plc", "inc", "gmbh", "srl", "sarl", "llp", "pjsc", "cjsc", "ojsc", "jsc",
    "ltda", "bvba", "gmbh", "kgaa", "ооо", "тов", "зао", "оао", "пао", "прат",
];

impl LegalForms {
    /// The one instance; read on first use.
    #[must_use]
    pub fn get() -> &'static LegalForms {
        static FORMS: LazyLock<LegalForms> = LazyLock::new(LegalForms::read);
        &FORMS
    }

    /// The form at an index that [`Found`] gave.
    #[must_use]
    pub fn form(&self, index: u16) -> &LegalForm {
        &self.forms[index as usize]
    }

    fn read() -> LegalForms {
        let mut out =
            LegalForms { forms: Vec::new(), by_word: WordMap::default(), long: Vec::new() };
        let lines = include_str!("../data/legal_forms.txt").lines().map(|line| (line, true));
        let more = include_str!("../data/legal_forms_more.txt").lines().map(|line| (line, false));
        for (line, common) in lines.chain(more) {
            if line.starts_with('#') {
                continue;
            }
            let mut cells = line.splitn(3, '|');
            let (Some(key), Some(class), Some(spellings)) =
                (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let form = out.forms.iter().position(|f| f.key == key).unwrap_or(out.forms.len());
            if form == out.forms.len() {
                out.forms.push(LegalForm { key, class: FormClass::parse(class) });
            }
            let form = form as u16;
            for spelling in spellings.split(';') {
                let alone = spelling.starts_with('?');
                let leads = alone || spelling.starts_with('<');
                let words = Words::split(spelling.trim_start_matches(['<', '?']));
                let mut forms = words.as_slice().iter().map(|w| words.form(w).to_owned());
                let Some(first) = forms.next() else { continue };
                let rest: Vec<String> = forms.collect();
                let leads = leads || rest.len() > 1 || first.len() > 5;
                let first: &'static str = Box::leak(first.into_boxed_str());
                if common {
                    out.long.push(first);
                    out.long.extend(rest.iter().map(|w| &*Box::leak(w.clone().into_boxed_str())));
                }
                out.by_word.entry(first).or_default().push(Pattern { rest, form, leads, alone });
            }
        }
        out.long.retain(|word| word.len() >= 6 && word.is_ascii());
        out.long.sort_unstable();
        out.long.dedup();
        for patterns in out.by_word.values_mut() {
            patterns.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        out
    }

    /// Whether one word alone is the spelling of a legal form.
    #[must_use]
    pub fn is_form(&self, word: &str) -> bool {
        self.by_word.get(word).is_some_and(|patterns| patterns.iter().any(|p| p.rest.is_empty()))
    }

    /// Cuts a word of a script written without spaces at the legal form it begins or ends with, the
    /// longest; `None` where there is none or nothing else is left.
    #[must_use]
    pub fn cut_at_form<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let bounds = || word.char_indices().map(|(at, _)| at).skip(1);
        let ends = bounds().map(|at| word.split_at(at)).find(|(_, tail)| self.is_long_form(tail));
        ends.or_else(|| {
            bounds().map(|at| word.split_at(at)).filter(|(head, _)| self.is_long_form(head)).last()
        })
    }

    fn is_long_form(&self, word: &str) -> bool {
        word.chars().nth(2).is_some() && self.is_form(word)
    }

    /// The legal word that `word` misspells by a letter or two, or breaks off before its end; `None`
    /// when it is a legal word itself or not close to one.
    #[must_use]
    pub fn misspelt(&self, word: &str) -> Option<&'static str> {
        if word.len() < 5 || !word.is_ascii() {
            return None;
        }
        let first = word.as_bytes()[0];
        let from = self.long.partition_point(|w| w.as_bytes()[0] < first);
        let to = self.long.partition_point(|w| w.as_bytes()[0] <= first);
        let mut form = None;
        let mut best: Option<&'static str> = None;
        for &legal in &self.long[from..to] {
            if legal == word {
                return None;
            }
            if legal.len().abs_diff(word.len()) > 2 {
                continue;
            }
            let form = form.get_or_insert_with(|| crate::sound::sound(word.as_bytes()));
            let other = crate::sound::sound(legal.as_bytes());
            if legal.starts_with(word)
                || crate::distance(form.as_bytes(), other.as_bytes(), crate::Mode::Plain, 100)
                    .is_some()
            {
                let apart = |w: &str| w.len().abs_diff(word.len());
                if best.is_none_or(|b| apart(legal) < apart(b)) {
                    best = Some(legal);
                }
            }
        }
        best
    }

    /// The longest form whose spelling begins at `words[at]`.
    fn at(&self, words: &[&str], at: usize) -> Option<(&Pattern, usize)> {
        let patterns = self.by_word.get(words[at])?;
        let rest = &words[at + 1..];
        patterns
            .iter()
            .find(|p| p.rest.len() <= rest.len() && p.rest.iter().zip(rest).all(|(a, b)| a == b))
            .map(|p| (p, p.rest.len() + 1))
    }

    /// Legal forms in a list of word forms: those that end it, those that lead it where the form may
    /// lead, and long ones wherever they stand. Never all the words: a name is left over.
    pub fn find(&self, words: &[&str], out: &mut Vec<Found>) {
        out.clear();
        let n = words.len();
        let mut at = 0;
        // Which of those found count only alone, one bit each.
        let mut alone = 0u64;
        while at < n {
            let Some((pattern, len)) = self.at(words, at) else {
                at += 1;
                continue;
            };
            let word = words[at];
            let weak = len == 1 && short(word) && !SURE.contains(&word);
            let ends = at + len == n || tail_is_legal(self, words, at + len);
            let leads = at == 0 || out.last().is_some_and(|f| f.at + f.len == at && f.at == 0);
            let takes_all = len == n && at == 0;
            if !takes_all && (ends || (leads && pattern.leads) || !weak) {
                alone |= u64::from(pattern.alone) << out.len().min(63);
                out.push(Found { at, len, form: pattern.form });
                at += len;
            } else {
                at += 1;
            }
        }
        if alone != 0 && out.len() > 1 && alone.count_ones() as usize != out.len() {
            let mut index = 0;
            out.retain(|_| {
                index += 1;
                alone >> (index - 1).min(63) & 1 == 0
            });
        }
        // A name that is nothing but legal forms keeps its first as the name.
        let covered: usize = out.iter().map(|f| f.len).sum();
        if covered == n && !out.is_empty() {
            out.remove(0);
        }
    }
}

/// At most four letters.
fn short(word: &str) -> bool {
    word.len() <= 4 || word.len() <= 16 && word.chars().nth(4).is_none()
}

fn tail_is_legal(forms: &LegalForms, words: &[&str], mut at: usize) -> bool {
    while at < words.len() {
        match forms.at(words, at) {
            Some((_, len)) => at += len,
            None => return false,
        }
    }
    true
}

/// A company name as a key: folded, `&` read as "and", dotted letters joined, each legal form in one
/// spelling and last. Two names with the same key are the same words; nothing fuzzy.
#[must_use]
pub fn org_key(name: &str) -> String {
    thread_local! {
        static WORDS: std::cell::RefCell<(Words, Vec<Found>)> = const { std::cell::RefCell::new((Words::new(), Vec::new())) };
    }
    WORDS.with_borrow_mut(|(words, found)| {
        words.read(name);
        let list = words.as_slice();
        let mut joined = String::new();
        let mut forms: [&str; crate::words::MAX_WORDS] = [""; crate::words::MAX_WORDS];
        let mut count = 0;
        let runs = dotted_runs(list, &mut joined, words);
        let mut i = 0;
        let mut run = runs.iter().peekable();
        while i < list.len() {
            if let Some(&&(start, len, from, to)) = run.peek()
                && start == i
            {
                forms[count] = &joined[from..to];
                count += 1;
                i += len;
                run.next();
                continue;
            }
            let form = words.form(&list[i]);
            let together = matches!(list[i].script, Script::Han | Script::Hangul | Script::Kana);
            i += 1;
            if together
                && count + 1 < forms.len()
                && let Some((head, tail)) = LegalForms::get().cut_at_form(form)
            {
                (forms[count], forms[count + 1]) = (head, tail);
                count += 2;
            } else if form != "the" {
                forms[count] = form;
                count += 1;
            }
        }
        let forms = &forms[..count];
        let legal = LegalForms::get();
        legal.find(forms, found);
        let mut key = String::with_capacity(name.len() + 4);
        let mut next = found.iter().peekable();
        let mut i = 0;
        while i < forms.len() {
            if next.peek().is_some_and(|f| f.at == i) {
                i += next.next().map_or(1, |f| f.len);
                continue;
            }
            push_word(&mut key, if forms[i] == "saint" { "st" } else { forms[i] });
            i += 1;
        }
        let mut keys: Vec<&str> = found.iter().map(|f| legal.form(f.form).key).collect();
        keys.sort_unstable();
        keys.dedup();
        for form in keys {
            push_word(&mut key, form);
        }
        key
    })
}

fn push_word(key: &mut String, word: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    key.push_str(word);
}

/// Runs of single letters joined by full stops, as one word each: index of the first, how many, and
/// the joined letters' range.
fn dotted_runs(
    list: &[Word],
    joined: &mut String,
    words: &Words,
) -> Vec<(usize, usize, usize, usize)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < list.len() {
        let mut end = i + 1;
        while end < list.len()
            && list[end].joint == Joint::Dot
            && list[end].letters == 1
            && list[i].letters == 1
        {
            end += 1;
        }
        if end - i > 1 {
            let from = joined.len();
            for word in &list[i..end] {
                joined.push_str(words.form(word));
            }
            out.push((i, end - i, from, joined.len()));
        }
        i = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_the_same_words() {
        for (name, key) in [
            ("The Saint & Company Limited", "st and co ltd"),
            ("SAINT AND CO. LTD.", "st and co ltd"),
            ("Hollow Oak Estates Limited", "hollow oak estates ltd"),
            ("Zorin G.m.b.H.", "zorin gmbh"),
            ("ТОВ «Зоря»", "зоря tov"),
            ("Товариство з обмеженою відповідальністю \"Зоря\"", "зоря tov"),
            ("Зоря, ТОВ", "зоря tov"),
            ("Zorin S.à r.l.", "zorin sarl"),
            ("Zorin Sp. z o.o.", "zorin spzoo"),
            ("A.B.C. Trade Inc", "abc trade inc"),
            ("AB Zorin", "ab zorin"),
            // What is a form in one register is a word in another.
            ("Vat Parent Limited", "vat parent ltd"),
            ("Pat Zorin Bakery", "pat zorin bakery"),
            ("Tov Zorin Ltd", "tov zorin ltd"),
            ("TOV Zoria", "zoria tov"),
            ("ВАТ «Зоря»", "зоря oao"),
            ("AO Zorin", "zorin ao"),
            ("Зорин ЕООД", "зорин eood"),
            ("Zorin S. en C. por A.", "zorin sca"),
            ("Zorin GmbH & Co. KGaA", "zorin kgaa"),
            ("Zorin SA de CV", "zorin sadecv"),
            ("CÔNG TY TNHH Zorin", "zorin vn-llc"),
            ("北方有限责任公司", "北方 cn-ltd"),
            ("株式会社ゾリン", "ゾリン kk"),
            ("주식회사 조린", "조린 kr-jsc"),
            ("شركة زورين ذ.م.م", "زورين ar-co wll"),
            ("זורין בע״מ", "זורין il-ltd"),
            ("შპს ზორინი", "ზორინი ge-llc"),
            ("«Զորին» ՍՊԸ", "զորին am-llc"),
            ("Ζορίν Α.Ε.", "ζοριν ae-gr"),
            ("Limited", "limited"),
            ("", ""),
        ] {
            assert_eq!(org_key(name), key, "{name}");
        }
    }

    #[test]
    fn classes() {
        assert!(
            FormClass::Any.compatible(FormClass::Jsc) && FormClass::Corp.compatible(FormClass::Llc)
        );
        assert!(
            !FormClass::Llc.compatible(FormClass::Jsc)
                && !FormClass::Association.compatible(FormClass::Llc)
        );
    }
}
