//! Input that cannot be used, or only in part: each with its exit code, a message that names the
//! file and a remedy, and an old store that is as it was.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::common::{Folder, ask, build, current, listing, path, run, small_stream, store_of};

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn gzip_of(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("bytes");
    writer.finish().expect("a stream")
}

/// A stream long enough that damage in its middle is not in what recognition looks at.
fn long_stream() -> String {
    let mut text = small_stream().text().to_owned();
    for n in 0..4000u64 {
        // Digits that do not repeat, so that packing leaves something to damage.
        let noise = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        text.push_str(&format!(
            "{{\"id\":\"t-x-{n}\",\"schema\":\"Company\",\"properties\":{{\"name\":[\"Brackle {noise:x}\"]}}}}\n"
        ));
    }
    text
}

struct Refused {
    what: &'static str,
    /// File name and bytes.
    file: (&'static str, Vec<u8>),
    /// Put before the path, as in `DATASET=`.
    prefix: &'static str,
    /// What the message has to say beside the file's name.
    says: &'static [&'static str],
}

fn refused() -> Vec<Refused> {
    let stream = long_stream();
    let zipped = zip_of(&[("a.ftm.json", stream.as_bytes())]);
    let gzipped = gzip_of(stream.as_bytes());
    let mut bad_sum = zipped.clone();
    // The entry's CRC stands in the central directory, which the reader trusts.
    let central = bad_sum.windows(4).rposition(|w| w == b"PK\x01\x02").expect("a directory");
    bad_sum[central + 16] ^= 0xff;
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(small_stream().text().encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let mut flipped = gzipped.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x55;
    let bomb = vec![b'\n'; 17 << 20];
    let header = include_str!("../../demo/OCOD_FULL_2026_10.csv").lines().next().expect("a header");
    let mut huge_field = format!("{header}\n\"TT1\",\"Freehold\",\"").into_bytes();
    huge_field.resize(6 << 20, b'x');
    let mut long_line = small_stream().text().as_bytes().to_vec();
    long_line.extend(b"{\"id\":\"t-long\",\"schema\":\"Company\",\"properties\":{\"name\":[\"");
    long_line.resize(long_line.len() + (10 << 20), b'y');
    long_line.extend(b"\"]}}\n");
    let deep_xml = format!(
        "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01T00:00:00\"><INDIVIDUALS>{}",
        "<INDIVIDUAL>".repeat(100_000)
    );
    let comment_bomb = format!(
        "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01T00:00:00\"><INDIVIDUALS><!--{}",
        " ".repeat(9 << 20)
    );
    let case = |what, name, bytes: Vec<u8>, prefix, says| Refused {
        what,
        file: (name, bytes),
        prefix,
        says,
    };
    vec![
        case("empty file", "empty.csv", Vec::new(), "", &["is empty"]),
        case("blank file", "blank.csv", b"\n \n\n".to_vec(), "", &["cuibono sources"]),
        case("no register", "letter.txt", b"Dear all".to_vec(), "", &["cuibono sources"]),
        case("UTF-16", "wide.ftm.json", utf16, "", &["UTF-16", "UTF-8"]),
        case("truncated zip", "cut.zip", zipped[..zipped.len() / 2].to_vec(), "", &["damaged"]),
        case("checksum in zip", "sum.zip", bad_sum, "", &["a.ftm.json", "damaged", "again"]),
        case(
            "truncated gzip",
            "cut.json.gz",
            gzipped[..gzipped.len() / 2].to_vec(),
            "",
            &["damaged"],
        ),
        case("flipped gzip", "flip.json.gz", flipped, "", &["damaged", "again"]),
        case("zip bomb", "bomb.zip", zip_of(&[("b.csv", &bomb)]), "gb_hmlr_ocod=", &["b.csv"]),
        case(
            "zip bomb behind a good head",
            "late.zip",
            zip_of(&[("b.ftm.json", &[small_stream().text().as_bytes(), &bomb].concat())]),
            "",
            &["b.ftm.json", "unpacks to more"],
        ),
        case(
            "gzip bomb",
            "late.json.gz",
            gzip_of(&[small_stream().text().as_bytes(), &bomb].concat()),
            "",
            &["unpacks to more"],
        ),
        case(
            "mislabelled",
            "stream.json",
            small_stream().text().as_bytes().to_vec(),
            "gb_hmlr_ocod=",
            &["gb_hmlr_ocod", "looks like `ftm`"],
        ),
        case(
            "unknown dataset",
            "stream.json",
            small_stream().text().as_bytes().to_vec(),
            "gb_moon=",
            &["gb_moon", "cuibono sources"],
        ),
        case("unclosed quote", "OCOD_FULL_2026_10.csv", huge_field, "", &["unclosed quote"]),
        case("10 MB line", "line.ftm.json", long_line, "", &["too long", "limit"]),
        case("deep XML", "deep.xml", deep_xml.into_bytes(), "", &["nested too deeply"]),
        case("comment bomb", "comment.xml", comment_bomb.into_bytes(), "", &["too large"]),
    ]
}

#[test]
fn unusable_files_are_refused_and_change_nothing() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let digest = current(&store);
    for case in refused() {
        let file = folder.write(&format!("bad/{}", case.file.0), &case.file.1);
        let input = format!("{}{}", case.prefix, path(&file));
        let before = listing(&folder.at(""));
        let new = folder.at("new");
        for out in [&store, &new] {
            let ran = run(&["build", "--out", path(out), &input]);
            assert_eq!(ran.code, Some(1), "{}: {}", case.what, ran.err);
            let error = ran.err.lines().find(|l| l.starts_with("error: ")).unwrap_or_default();
            if !case.prefix.starts_with("gb_moon") {
                assert!(error.contains(case.file.0), "{}: {}", case.what, ran.err);
            }
            for part in case.says {
                assert!(error.contains(part), "{}: `{part}` is not in {}", case.what, ran.err);
            }
        }
        assert_eq!(listing(&folder.at("")), before, "{}: something was left behind", case.what);
        assert_eq!(current(&store), digest);
        std::fs::remove_file(file).expect("removed");
    }
    assert_eq!(ask("owners", &store, &["t-co-2"])["owners"].as_array().map(Vec::len), Some(2));
}

#[test]
fn keep_going_leaves_out_the_whole_refused_file() {
    let folder = Folder::new();
    let good = folder.write("in/good.ftm.json", small_stream().text());
    // Its records parse up to the damage: none of them may count.
    let text = long_stream()
        .replace("t-co-", "u-co-")
        .replace("Quillmere", "Yarrowby")
        .replace("\"t-x-0\"", "\"t-co-1\"");
    let packed = gzip_of(text.as_bytes());
    let bad = folder.write("in/bad.ftm.json.gz", &packed[..packed.len() - 900]);
    let (alone, both) = (folder.at("alone"), folder.at("both"));
    build(&alone, &[&good]).exits(0);
    build(&both, &[&good, &bad]).exits(1).says(&["bad.ftm.json.gz"]);
    assert!(!both.exists());
    let ran = run(&["build", "--keep-going", "--out", path(&both), path(&good), path(&bad)]);
    ran.exits(4).says(&["bad.ftm.json.gz", "left out"]);
    run(&["verify", path(&both)]).exits(0);
    let counts = |store: &Path| {
        let sound = run(&["verify", path(store), "--format", "json"]).json();
        (sound["counts"].clone(), sound["issues"].clone(), sound["data_as_of"].clone())
    };
    assert_eq!(counts(&alone), counts(&both));
    run(&["show", path(&both), "u-co-1"]).exits(3);
    assert!(!run(&["show", path(&both), "t-co-1"]).exits(0).out.contains("Brackle"));
    run(&["search", path(&both), "Yarrowby"]).exits(3);
}

#[test]
fn odd_records_are_counted_and_the_rest_is_read() {
    let folder = Folder::new();
    let long = "i".repeat(300);
    let deep = format!("{{\"id\":\"t-deep\",\"x\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    let stream = small_stream()
        .line("this is no JSON")
        .line(&deep)
        .line(r#"{"id":"t-odd-1","schema":"Spaceship","properties":{"name":["X"]}}"#)
        .line(r#"{"id":"t-odd-2","schema":"Company","properties":{"name":["Odd\u0000 \u001b[31mRed\u202e"]}}"#)
        .line(r#"{"id":"../../etc/passwd","schema":"Company","properties":{"name":["Path Co"]}}"#)
        .line(r#"{"id":"t-\u0007bell","schema":"Company","properties":{"name":["Bell Co"]}}"#)
        .line(&format!(r#"{{"id":"{long}","schema":"Company","properties":{{"name":["Long Co"]}}}}"#))
        .line(r#"{"id":"t-co-1","schema":"Vessel","properties":{"name":["Quillmere Holdings Ltd"]}}"#)
        .line(r#"{"id":"t-d","schema":"Company","properties":{"name":["Date Co"],"incorporationDate":["2026-02-30"]}}"#)
        .line(r#"{"id":"t-num","schema":"Company","properties":{"name":[1e999]}}"#)
        .owns("t-p-1", "t-co-2", "101")
        .owns("t-p-1", "t-odd-2", "-5")
        .owns("t-p-1", "t-d", "NaN")
        .owns("t-p-1", "t-p-1", "100")
        .owns("nobody", "t-d", "10");
    let store = store_of(&folder, &stream);
    run(&["verify", path(&store)]).exits(0);
    let lines = run(&["issues", path(&store), "--format", "json"]).exits(0).out;
    let kinds: Vec<(String, u64)> = lines
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).expect("JSON lines"))
        .map(|v| (v["kind"].as_str().unwrap_or("").to_owned(), v["record"].as_u64().unwrap_or(0)))
        .collect();
    for record in [6, 7, 8, 10, 11, 12, 14, 16, 17, 18] {
        assert!(kinds.iter().any(|(_, r)| *r == record), "record {record} has no issue: {kinds:?}");
    }
    // What is sound beside them still answers, and no share over a hundred was believed.
    let answer = ask("owners", &store, &["t-co-2"]);
    for owner in answer["owners"].as_array().expect("owners") {
        assert!(owner["cash_flow"]["max"].as_f64().is_some_and(|max| max <= 1.0), "{owner:#}");
    }
    // An id with anything but letters, digits and a few signs in it is refused with its record.
    run(&["show", path(&store), "../../etc/passwd"]).exits(3);
    for id in ["t-odd-2", "t-d", "t-p-1"] {
        for command in ["show", "owners", "holdings"] {
            run(&[command, path(&store), id]).exits(0);
        }
    }
    assert!(!folder.at("etc").exists());
}

#[test]
fn impossible_rows_of_a_table_are_counted() {
    let folder = Folder::new();
    let sample = include_str!("../../demo/OCOD_FULL_2026_10.csv");
    let header = sample.lines().next().expect("a header");
    let width = header.split(',').count();
    let row = |cells: &[&str]| cells.join(",");
    let mut text = format!("{header}\n");
    let mut cells = vec![""; width];
    (cells[0], cells[1], cells[9]) = ("TST100001", "Freehold", "HOLLOWAY FEN LIMITED");
    cells[width - 2] = "31-02-2020";
    text.push_str(&format!("{}\n", row(&cells)));
    text.push_str(&format!("{}\n", row(&cells[..5])));
    cells[0] = "TST100002";
    cells[width - 2] = "01-03-2020";
    text.push_str(&format!("{},surplus,cells\n", row(&cells)));
    cells[0] = "TST\u{0}100003";
    text.push_str(&format!("{}\n", row(&cells)));
    let input = folder.write("OCOD_FULL_2026_10.csv", &text);
    let store = folder.at("store");
    build(&store, &[&input]).exits(0);
    run(&["verify", path(&store)]).exits(0);
    let issues = run(&["issues", path(&store), "--format", "json"]).exits(0).out;
    for kind in ["bad_date", "ragged"] {
        assert!(issues.contains(kind), "no {kind} in {issues}");
    }
    for title in ["TST100001", "TST100003"] {
        run(&["show", path(&store), title]).exits(0);
    }
}

#[test]
fn folders_files_and_places_that_cannot_be_used() {
    let folder = Folder::new();
    let good = folder.write("in/stream.ftm.json", small_stream().text());
    let store = folder.at("store");
    // A folder that is not a store, whatever its entries are called.
    for name in ["photo.jpg", "g-photos/a.jpg", "tmp-mine/a", "LOCK.txt", "g-0123456789abcdef/mine"]
    {
        let out = folder.at("other");
        folder.write(&format!("other/{name}"), "mine");
        let before = listing(&out);
        build(&out, &[&good]).exits(1).says(&["is not a store", "other"]);
        assert_eq!(listing(&out), before);
        std::fs::remove_dir_all(&out).expect("removed");
    }
    let file = folder.write("plain", "a file");
    build(&file, &[&good]).exits(1).says(&["plain"]);
    build(&store, &[&folder.at("absent.csv")]).exits(1).says(&["absent.csv", "does not exist"]);
    build(&store, &[&folder.folder("nothing")]).exits(1).says(&["no register file"]);
    // A failed build leaves neither the store nor the folders above it, nor a lock in an empty one.
    let deep = folder.at("a/b/store");
    let cut = folder.write("cut.json.gz", &gzip_of(long_stream().as_bytes())[..8000]);
    build(&deep, &[&cut]).exits(1);
    assert!(!folder.at("a").exists());
    let empty = folder.folder("empty");
    build(&empty, &[&cut]).exits(1);
    assert!(listing(&empty).is_empty(), "{:?}", listing(&empty));
    assert!(!store.exists());
    for asked in [folder.at("absent"), folder.folder("blank"), file] {
        for command in ["verify", "issues"] {
            run(&[command, path(&asked)]).exits(1).says(&["store"]);
        }
        run(&["owners", path(&asked), "x"]).exits(1).says(&["store"]);
    }
}

#[test]
fn nested_folders_and_copies_are_read_once() {
    let folder = Folder::new();
    let text = small_stream();
    folder.write("in/a/b/c/stream.ftm.json", text.text());
    folder.write("in/d/stream.ftm.json", text.text());
    folder.write("in/.hidden/stream.ftm.json", "junk");
    folder.write("in/notes.txt", "nothing of use");
    let store = folder.at("store");
    build(&store, &[&folder.at("in")]).exits(0).says(&["same content", "notes.txt"]);
    let sound = run(&["verify", path(&store), "--format", "json"]).exits(0).json();
    assert_eq!(sound["inputs"].as_array().map(Vec::len), Some(1));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let good = folder.write("in/stream.ftm.json", small_stream().text());
    let closed = folder.write("in/closed.ftm.json", small_stream().text());
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode(&closed, 0o000);
    if std::fs::read(&closed).is_ok() {
        // The superuser reads and writes everything, so there is nothing to see.
        eprintln!("skipped: this user may read what nobody may");
        return;
    }
    let store = folder.at("store");
    build(&store, &[&closed]).exits(1).says(&["closed.ftm.json"]);
    assert!(!store.exists());
    let sealed = folder.folder("sealed");
    mode(&sealed, 0o555);
    build(&sealed.join("store"), &[&good]).exits(1).says(&["sealed"]);
    build(&sealed, &[&good]).exits(1).says(&["sealed"]);
    assert!(listing(&sealed).is_empty());
    mode(&sealed, 0o755);
}

#[cfg(unix)]
#[test]
fn special_files_and_odd_names_do_no_harm() {
    let folder = Folder::new();
    let fifo = folder.at("pipe");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    if made.is_ok_and(|status| status.success()) {
        build(&folder.at("store"), &[&fifo])
            .exits(1)
            .says(&["pipe", "neither a file nor a folder"]);
    }
    let odd = folder.write("in/\u{1b}[31mred\u{7}\r.ftm.json", small_stream().text());
    let store = folder.at("store");
    let clean = |text: &str| {
        assert!(!text.contains(['\u{1b}', '\u{7}', '\r']), "{text:?}");
    };
    let ran = build(&store, &[&odd]).exits(0);
    clean(&ran.err);
    for command in [vec!["verify"], vec!["issues"]] {
        let mut args = command;
        args.push(path(&store));
        clean(&run(&args).exits(0).out);
    }
    clean(&run(&["show", path(&store), "t-co-1"]).exits(0).out);
    let bad = folder.write("in/\u{1b}[31mbad.csv", "nothing");
    clean(&build(&store, &[&bad]).exits(1).err);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    // A stream that another process cuts: the digest is of what was there, so the build must see
    // that what it read is something else.
    let folder = Folder::new();
    let text = long_stream().repeat(40);
    let input: PathBuf = folder.write("in/stream.ftm.json", &text);
    let store = folder.at("store");
    let mut child = crate::common::cuibono()
        .args(["build", "--threads", "1", "--out", path(&store), path(&input)])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // Reading has begun when the working files stand.
    for _ in 0..2000 {
        if store.join("LOCK").exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    let file = std::fs::OpenOptions::new().write(true).open(&input).expect("the input");
    file.set_len(100_000).expect("cut");
    let code = child.wait().expect("it ends").code();
    if code == Some(0) {
        // The build was faster than the knife; then what it published is the whole file.
        let sound = run(&["verify", path(&store), "--format", "json"]).exits(0).json();
        assert_eq!(sound["inputs"][0]["records"], text.lines().count());
    } else {
        assert_eq!(code, Some(1));
        assert!(!store.exists());
    }
}
