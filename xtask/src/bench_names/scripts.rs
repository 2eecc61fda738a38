//! Across scripts: the right Latin form among all forms, and published romanisation vectors.

use super::Bench;
use super::labelled::rows;
use cuibono_matching::{Kind, Name, analyse, compare};
use cuibono_text::{Scheme, transliterate};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every how manieth name is looked up, so that a run stays short; all forms are always candidates.
const EVERY: usize = 8;

/// Both measurements.
pub(super) fn all(bench: &Bench) -> Result<(), String> {
    retrieval(bench)?;
    conformance(bench)
}

fn retrieval(bench: &Bench) -> Result<(), String> {
    for script in ["russian", "hebrew", "arabic", "chinese"] {
        let path = bench.labelled.join(format!("coling-transliteration/wd_{script}_16.tsv"));
        let text =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let pairs: Vec<(String, String)> = text
            .lines()
            .filter_map(|line| {
                let mut cells = line.split('\t');
                Some((cells.next()?.to_owned(), cells.next()?.replace(' ', "")))
            })
            .collect();
        // One spelling may stand for several Latin names; any of them is right.
        let mut right: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (latin, native) in &pairs {
            right.entry(native).or_default().insert(latin);
        }
        let forms: BTreeSet<&str> = pairs.iter().map(|(latin, _)| latin.as_str()).collect();
        let forms: Vec<(&str, Name)> =
            forms.into_iter().map(|f| (f, analyse(f, Kind::Person))).collect();
        let queries: Vec<&(String, String)> = pairs.iter().step_by(EVERY).collect();
        let found: Vec<(bool, bool)> = queries
            .par_iter()
            .map(|(_, native)| {
                let query = analyse(native, Kind::Person);
                let mut scores: Vec<(f32, &str)> = forms
                    .iter()
                    .map(|(form, name)| (compare(&query, name), *form))
                    .filter(|s| s.0 > 0.0)
                    .collect();
                scores.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(y.1)));
                let right = &right[native.as_str()];
                let rank = scores.iter().position(|(_, form)| right.contains(form));
                (rank == Some(0), rank.is_some_and(|r| r < 10))
            })
            .collect();
        let share = |hits: usize| hits as f64 / found.len() as f64;
        println!(
            "{script:8} {} of {} names among {} Latin forms: recall@1 {:.3}  recall@10 {:.3}",
            found.len(),
            pairs.len(),
            forms.len(),
            share(found.iter().filter(|f| f.0).count()),
            share(found.iter().filter(|f| f.1).count())
        );
    }
    Ok(())
}

fn conformance(bench: &Bench) -> Result<(), String> {
    let table = rows(&bench.labelled.join("interscript-romanization/test_pairs.csv"))?;
    for scheme in Scheme::ALL {
        let Some(id) = scheme.conformance_id() else { continue };
        let mine: Vec<_> = table.iter().filter(|r| r["system"] == id).collect();
        // Our Greek table leaves the stress out; scripts without capitals get none from us.
        let plain = |text: &str| match scheme {
            Scheme::GreekElot743 => without_stress(text),
            Scheme::Pinyin | Scheme::KoreanRevised => text.to_lowercase(),
            _ => text.to_owned(),
        };
        let same = |r: &&&BTreeMap<String, String>| {
            plain(&transliterate(&r["source"], scheme)) == plain(&r["expected"])
        };
        let right = mine.iter().filter(same).count();
        println!("{:24} {id:34} {right} of {} exact", scheme.id(), mine.len());
        for row in mine.iter().filter(|r| !same(r)).take(3) {
            println!(
                "    {} -> {} (expected {})",
                row["source"],
                transliterate(&row["source"], scheme),
                row["expected"]
            );
        }
    }
    Ok(())
}

fn without_stress(text: &str) -> String {
    text.chars()
        .filter_map(|c| {
            let plain = match c {
                'á' => 'a',
                'é' => 'e',
                'í' => 'i',
                'ó' => 'o',
                'ú' => 'u',
                'ý' => 'y',
                'Á' => 'A',
                'É' => 'E',
                'Í' => 'I',
                'Ó' => 'O',
                'Ú' => 'U',
                'Ý' => 'Y',
                'ï' | 'ḯ' => 'i',
                'ÿ' => 'y',
                'ü' => 'u',
                'Ï' => 'I',
                '\u{300}'..='\u{36f}' => return None,
                other => other,
            };
            Some(plain)
        })
        .collect()
}
