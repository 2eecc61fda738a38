//! Builds that are killed, locked out, or run out of disk; and readers beside a publisher.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::common::{
    Folder, Ran, build, cuibono, current, listing, path, run, small_stream, store_of,
};

/// A stream that takes a while to build.
fn slow_stream(folder: &Folder) -> PathBuf {
    let mut text = small_stream().text().to_owned();
    for n in 0..6000 {
        text.push_str(&format!(
            "{{\"id\":\"t-s-{n}\",\"schema\":\"Company\",\"properties\":{{\"name\":[\"Slowbeck {n}\"]}}}}\n"
        ));
    }
    folder.write("slow/slow.ftm.json", text)
}

/// A pseudo-random sequence, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn a_killed_build_leaves_the_old_store_and_the_next_one_cleans_up() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let old = current(&store);
    let answer = run(&["owners", path(&store), "t-co-2", "--format", "json"]).exits(0).out;
    let slow = slow_stream(&folder);
    let args = ["build", "--threads", "2", "--out", path(&store), path(&slow)];
    let started = Instant::now();
    run(&args).exits(0);
    let whole = started.elapsed().as_micros() as u64;
    let new = current(&store);
    assert_ne!(old, new);
    let small = folder.at("in/stream.ftm.json");
    let mut draw = Draw(11);
    let mut cut_short = 0;
    for _ in 0..20 {
        build(&store, &[&small]).exits(0);
        assert_eq!(current(&store), old);
        let mut child = cuibono()
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        std::thread::sleep(Duration::from_micros(draw.below(whole)));
        child.kill().expect("killed");
        child.wait().expect("gone");
        // Exactly the old store or exactly the new one.
        let now = current(&store);
        run(&["verify", path(&store)]).exits(0);
        if now == old {
            let again = run(&["owners", path(&store), "t-co-2", "--format", "json"]).exits(0).out;
            assert_eq!(again, answer);
            cut_short += 1;
        } else {
            assert_eq!(now, new);
        }
    }
    assert!(cut_short > 0, "no build was killed before it was done");
    run(&args).exits(0);
    let names: Vec<String> = std::fs::read_dir(&store)
        .expect("the store")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let leftovers: Vec<&String> =
        names.iter().filter(|n| n.starts_with("tmp-") || n.ends_with(".next")).collect();
    assert!(leftovers.is_empty(), "{leftovers:?}");
    assert_eq!(names.iter().filter(|n| n.starts_with("g-")).count(), 1, "{names:?}");
}

#[test]
fn a_first_build_that_is_killed_can_be_repeated() {
    let folder = Folder::new();
    let slow = slow_stream(&folder);
    let store = folder.at("store");
    for wait in [5, 40, 120] {
        let mut child = cuibono()
            .args(["build", "--out", path(&store), path(&slow)])
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("killed");
        child.wait().expect("gone");
    }
    build(&store, &[&slow]).exits(0);
    run(&["verify", path(&store)]).exits(0);
}

#[test]
fn a_store_that_is_being_written_is_locked() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let held = std::fs::OpenOptions::new().write(true).open(store.join("LOCK")).expect("a lock");
    held.try_lock().expect("nobody holds it");
    let before = listing(&store);
    build(&store, &[&folder.at("in/stream.ftm.json")]).exits(1).says(&["another build", "wait"]);
    assert_eq!(listing(&store), before);
    // Reading goes on meanwhile.
    run(&["verify", path(&store)]).exits(0);
    drop(held);
    build(&store, &[&folder.at("in/stream.ftm.json")]).exits(0);
}

#[test]
fn builds_at_once_end_in_one_whole_store() {
    let folder = Folder::new();
    let slow = slow_stream(&folder);
    let store = folder.at("store");
    for _ in 0..3 {
        let children: Vec<_> = (0..4)
            .map(|_| {
                cuibono()
                    .args(["build", "--out", path(&store), path(&slow)])
                    .stdout(Stdio::null())
                    .stderr(Stdio::piped())
                    .spawn()
                    .expect("the binary runs")
            })
            .collect();
        let ran: Vec<Ran> =
            children.into_iter().map(|c| Ran::of(c.wait_with_output().expect("it ends"))).collect();
        let won = ran.iter().filter(|r| r.code == Some(0)).count();
        assert!(won >= 1, "{ran:?}");
        for lost in ran.iter().filter(|r| r.code != Some(0)) {
            assert_eq!(lost.code, Some(1));
            assert!(lost.err.contains("another build"), "{}", lost.err);
        }
        run(&["verify", path(&store)]).exits(0);
    }
}

#[test]
fn readers_never_see_a_store_in_between() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let other = folder.write("in/other.ftm.json", small_stream().company("t-z", "Zed Co").text());
    let first = folder.at("in/stream.ftm.json");
    let is_done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut asked = 0;
                    while !is_done.load(std::sync::atomic::Ordering::Relaxed) {
                        run(&["owners", path(&store), "t-co-2"]).exits(0);
                        asked += 1;
                    }
                    asked
                })
            })
            .collect();
        for _ in 0..15 {
            build(&store, &[&other]).exits(0);
            build(&store, &[&first]).exits(0);
        }
        is_done.store(true, std::sync::atomic::Ordering::Relaxed);
        for reader in readers {
            assert!(reader.join().expect("a reader") > 0);
        }
    });
}

#[test]
fn a_full_disk_is_an_error_and_the_store_stays() {
    let folder = Folder::new();
    let disk = folder.folder("disk");
    if !mount(&disk) {
        eprintln!("skipped: a small file system cannot be mounted here");
        return;
    }
    let store = disk.join("store");
    let small = folder.write("in/stream.ftm.json", small_stream().text());
    let slow = slow_stream(&folder);
    build(&store, &[&small]).exits(0);
    let before = listing(&store);
    for fill in [0usize, 200, 400, 600, 760] {
        let ballast = disk.join("ballast");
        let _ = std::fs::write(&ballast, vec![7u8; fill << 10]);
        let ran = build(&store, &[&slow]);
        if ran.code != Some(0) {
            ran.exits(1).says(&["space"]);
            assert_eq!(listing(&store), before);
        }
        std::fs::remove_file(&ballast).expect("removed");
        run(&["verify", path(&store)]).exits(0);
        build(&store, &[&small]).exits(0);
    }
    assert!(unmount(&disk), "the file system stays mounted at {}", disk.display());
}

fn mount(at: &Path) -> bool {
    let mut command = std::process::Command::new("mount");
    command.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs", path(at)]);
    command.output().is_ok_and(|output| output.status.success())
}

fn unmount(at: &Path) -> bool {
    let output = std::process::Command::new("umount").arg(at).output();
    output.is_ok_and(|output| output.status.success())
}
