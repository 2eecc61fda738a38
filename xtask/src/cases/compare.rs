//! Whether what came out is what was expected: numbers as fractions, sets as sets.

use cuibono_ownership::Rat;
use serde_json::{Map, Value};

use super::case::rat;

/// Equal, with fractions equal by value: `"1/2"`, `"2/4"`, `0.5`.
pub(crate) fn agree(expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| agree(v, w)))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(v, w)| agree(v, w))
        }
        _ if expected == got => true,
        _ => match (rat(expected), rat(got)) {
            (Ok(a), Ok(b)) => a == b || is_near(expected, got, &a, &b),
            _ => false,
        },
    }
}

/// Floating-point expectations are met within 1e-12.
fn is_near(expected: &Value, got: &Value, a: &Rat, b: &Rat) -> bool {
    let is_float = |v: &Value| v.is_f64();
    let gap = if a > b { a - b } else { b - a };
    (is_float(expected) || is_float(got)) && gap.to_f64_up() <= 1e-12
}

/// Brings what is a set into one order, and leaves out what says nothing.
pub(crate) fn normal(op: &str, value: &Value) -> Value {
    let mut value = value.clone();
    match op {
        "opaque" => drop_zeros(&mut value),
        "timeline" => normal_segments(&mut value),
        "topk" | "tighten" | "psc_band" | "power" | "relative_control" | "bitemporal"
        | "active" | "active_censored" | "common_owners" => return value,
        _ => {}
    }
    sort_sets(&mut value, op != "timeline");
    value
}

fn is_zero(value: &Value) -> bool {
    rat(value).is_ok_and(|r| r.is_zero())
}

fn drop_zeros(value: &mut Value) {
    if let Value::Object(map) = value {
        map.retain(|_, v| !is_zero(v));
    }
}

/// Stretches without any owner say nothing.
fn normal_segments(value: &mut Value) {
    let Some(Value::Array(segments)) = value.get_mut("segments") else { return };
    for segment in segments.iter_mut() {
        if let Some(shares) = segment.get_mut(2) {
            drop_zeros(shares);
        }
    }
    segments.retain(|s| s[2].as_object().is_none_or(|m: &Map<String, Value>| !m.is_empty()));
}

/// Sorts lists of names, and lists of lists of names.
fn sort_sets(value: &mut Value, sort: bool) {
    match value {
        Value::Object(map) => map.values_mut().for_each(|v| sort_sets(v, sort)),
        Value::Array(list) => {
            list.iter_mut().for_each(|v| sort_sets(v, sort));
            let is_set = list.iter().all(|v| v.is_string() || v.is_array());
            if sort && is_set {
                list.sort_by_key(Value::to_string);
            }
        }
        _ => {}
    }
}
