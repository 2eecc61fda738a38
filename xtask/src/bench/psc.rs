//! The read stage alone, on the PSC snapshot: bytes to mapped fragments, nothing kept.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use cuibono_model::Emitter;
use cuibono_read::{Chunk, Frames, Limits, Member, discover};
use cuibono_sources::{Head, Mapper, Plan};

/// What reading came to.
pub(super) struct Read {
    pub(super) records: u64,
    pub(super) time: Duration,
}

/// Unpacks the PSC snapshot of a folder, since the peer does not read its archive.
pub(super) fn unpack(input: &Path, folder: &Path) -> Result<PathBuf, String> {
    let limits = Limits::default();
    let members = discover(input, &limits).map_err(|error| error.to_string())?;
    let is_psc = |member: &&Member| member.stem.contains("persons-with-significant-control");
    let member = members.iter().find(is_psc).ok_or("the folder has no PSC snapshot")?;
    let path = folder.join("psc.txt");
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut bytes = member.open(&limits).map_err(|error| error.to_string())?;
    let mut file = std::fs::File::create(&path).map_err(told)?;
    std::io::copy(&mut bytes, &mut file).map_err(told)?;
    file.sync_all().map_err(told)?;
    Ok(path)
}

/// Reads and maps the file on all cores.
pub(super) fn read(path: &Path) -> Result<Read, String> {
    let limits = Limits::default();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let started = Instant::now();
    let members = discover(path, &limits).map_err(|error| error.to_string())?;
    let member = members.first().ok_or("the file is gone")?;
    let bytes = member.head(Head::BYTES, &limits).map_err(|error| error.to_string())?;
    let head = Head { name: member.stem.clone(), bytes };
    let Some((_, Plan::Records { framing, skip, mapper, .. })) = cuibono_sources::recognise(&head)
    else {
        return Err(format!("{} is not recognised", path.display()));
    };
    let (send, receive) = sync_channel::<Chunk>(threads * 2);
    let receive = Mutex::new(receive);
    let records = std::thread::scope(|scope| -> Result<u64, String> {
        let workers: Vec<_> =
            (0..threads).map(|_| scope.spawn(|| map(&receive, mapper.as_ref()))).collect();
        let mut frames =
            Frames::new(member, framing, skip, &limits).map_err(|error| error.to_string())?;
        while let Some(chunk) = frames.next_chunk().map_err(|error| error.to_string())? {
            send.send(chunk).map_err(|error| error.to_string())?;
        }
        drop(send);
        Ok(workers.into_iter().map(|worker| worker.join().unwrap_or(0)).sum())
    })?;
    Ok(Read { records, time: started.elapsed() })
}

fn map(receive: &Mutex<Receiver<Chunk>>, mapper: &dyn Mapper) -> u64 {
    let mut records = 0;
    loop {
        let next = receive.lock().map(|receive| receive.recv());
        let Ok(Ok(chunk)) = next else { return records };
        let mut out = Emitter::new();
        mapper.map(&chunk, &mut out);
        records += out.records();
        std::hint::black_box(out.bytes());
    }
}
