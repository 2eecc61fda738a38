//! The sample of every source, changed in ways that files really are: cut, doubled, re-encoded, with
//! other line ends, with senseless cells. The build refuses each or makes a sound store of it.

mod harness;

use std::path::{Path, PathBuf};

use harness::register;

fn samples() -> Vec<PathBuf> {
    let sources = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../sources/src"));
    let mut files = Vec::new();
    for source in std::fs::read_dir(sources).expect("sources") {
        let folder = source.expect("a source").path().join("sample");
        for file in std::fs::read_dir(folder).into_iter().flatten() {
            files.push(file.expect("a sample").path());
        }
    }
    files.sort();
    files
}

type Mutation = (&'static str, fn(&[u8]) -> Vec<u8>);

/// The line that stands in the middle, and what is before and behind it.
fn middle(bytes: &[u8]) -> (&[u8], &[u8], &[u8]) {
    let half = bytes.len() / 2;
    let start = bytes[..half].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let end = bytes[half..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| half + at);
    (&bytes[..start], &bytes[start..end], &bytes[end..])
}

fn with_middle(bytes: &[u8], change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (before, line, after) = middle(bytes);
    [before, &change(line), after].concat()
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    out.extend_from_slice(rest);
    out
}

const MUTATIONS: &[Mutation] = &[
    ("as it is", |b| b.to_vec()),
    ("cut in the middle", |b| b[..b.len() / 2].to_vec()),
    ("cut in the last line", |b| b[..b.len() - b.len().min(9)].to_vec()),
    ("without its beginning", |b| b[b.len() / 2..].to_vec()),
    ("twice", |b| [b, b].concat()),
    ("with a byte-order mark", |b| [b"\xef\xbb\xbf", b].concat()),
    ("as UTF-16", |b| {
        let text = String::from_utf8_lossy(b);
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }),
    ("with Windows-1252 in it", |b| replaced(b, b"a", b"\xe4")),
    ("with NUL bytes", |b| replaced(b, b"e", b"e\0")),
    ("with carriage returns only", |b| replaced(b, b"\n", b"\r")),
    ("with Windows line ends", |b| replaced(&replaced(b, b"\r\n", b"\n"), b"\n", b"\r\n")),
    ("without line ends", |b| replaced(&replaced(b, b"\r", b""), b"\n", b"")),
    ("with an open quote", |b| with_middle(b, |line| [b"\"", line].concat())),
    ("with open brackets", |b| with_middle(b, |line| [&b"{[<".repeat(50)[..], line].concat())),
    ("with a deep line", |b| {
        with_middle(b, |_| [b"{\"a\":".repeat(2000), b"[".repeat(2000)].concat())
    }),
    ("with a very long line", |b| {
        with_middle(b, |line| line.repeat(1 + (200_000 / (1 + line.len()))))
    }),
    ("with very many cells", |b| with_middle(b, |line| [line, &b",".repeat(50_000)].concat())),
    ("with a line short of cells", |b| with_middle(b, |line| line[..line.len() / 2].to_vec())),
    ("with the first line again", |b| {
        let first = b.split(|&c| c == b'\n').next().unwrap_or_default().to_vec();
        with_middle(b, |line| [&first[..], b"\n", line].concat())
    }),
    ("with blank lines", |b| replaced(b, b"\n", b"\n\n  \n")),
    ("with impossible dates", |b| replaced(&replaced(b, b"20", b"99"), b"-0", b"-3")),
    ("with other digits", |b| replaced(&replaced(b, b"1", b"\xd9\xa1"), b"0", b"O")),
    ("with large numbers", |b| replaced(b, b"5", b"99999999999999999999")),
    ("with minus signs", |b| replaced(b, b"2", b"-2")),
    ("with formulas", |b| replaced(b, b"A", b"=A")),
    ("with escapes", |b| replaced(b, b"o", b"\x1b[31mo")),
    ("with direction overrides", |b| replaced(b, b"i", "\u{202e}i".as_bytes())),
    ("with many accents", |b| {
        with_middle(b, |l| replaced(l, b"n", "n\u{301}".repeat(300).as_bytes()))
    }),
    ("with unknown keys", |b| replaced(b, b"kind", b"kynd")),
    ("with swapped quotes", |b| replaced(b, b"\"", b"'")),
    ("with a trailer of control bytes", |b| [b, b"\x1a\x00\xff\n\x1a"].concat()),
];

#[test]
fn changed_samples_are_refused_or_make_sound_stores() {
    let samples = samples();
    assert!(samples.len() >= 12, "{samples:?}");
    let (mut built, mut refused) = (0, 0);
    for sample in samples {
        let bytes = std::fs::read(&sample).expect("a sample");
        let name = sample.file_name().expect("a name").to_string_lossy().into_owned();
        for (what, change) in MUTATIONS {
            let result = std::panic::catch_unwind(|| register(&name, &change(&bytes)));
            match result.unwrap_or_else(|_| panic!("{} {what}", sample.display())) {
                Ok(_) => built += 1,
                Err(why) => {
                    refused += 1;
                    let has_remedy =
                        ["`cuibono sources`", "again", "raise", "give", "save", "unpack"];
                    assert!(has_remedy.iter().any(|r| why.contains(r)), "{name} {what}: {why}");
                }
            }
        }
    }
    // Most changes leave a register that can be read, and some leave none.
    assert!(built > refused && refused > 10, "{built} built, {refused} refused");
}
