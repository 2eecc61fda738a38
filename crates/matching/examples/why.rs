//! Prints why two names got their score: `why SCHEMA NAME NAME`.

use cuibono_matching::{Kind, analyse, explain};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [schema, left, right] = args.as_slice() else { panic!("why SCHEMA NAME NAME") };
    let kind = Kind::of_schema(schema);
    let (a, b) = (analyse(left, kind), analyse(right, kind));
    for name in [&a, &b] {
        println!("{:?} {:?}", name.kind(), name.readings().collect::<Vec<_>>());
    }
    println!("{}", serde_json::to_string_pretty(&explain(&a, &b)).expect("serialisable"));
}
