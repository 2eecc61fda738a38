//! The settings file of `cuibono build`.

use std::path::Path;

use cuibono_pipeline::BuildOptions;

use crate::failure::Failure;

/// Settings that a file may give. Unknown names are refused, so that a misspelling is seen.
#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Config {
    threads: Option<usize>,
    keep_going: Option<bool>,
    #[serde(default)]
    limits: LimitsConfig,
}

#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct LimitsConfig {
    archive_entries_max: Option<usize>,
    unpacked_bytes_max: Option<u64>,
    ratio_max: Option<u64>,
    record_bytes_max: Option<usize>,
    xml_record_bytes_max: Option<usize>,
}

/// Reads the file and changes the options.
pub(crate) fn apply(path: &Path, options: &mut BuildOptions) -> Result<(), Failure> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|source| Failure::File { path: name.clone(), source })?;
    let config: Config =
        toml::from_str(&text).map_err(|e| Failure::Usage(format!("`{name}`: {e}")))?;
    if let Some(threads) = config.threads {
        options.threads = super::build::checked_threads(threads)
            .map_err(|why| Failure::Usage(format!("`{name}`: `threads` {why}")))?;
    }
    options.keep_going = config.keep_going.unwrap_or(options.keep_going);
    let (limits, given) = (&mut options.limits, config.limits);
    limits.archive_entries_max = given.archive_entries_max.unwrap_or(limits.archive_entries_max);
    limits.unpacked_bytes_max = given.unpacked_bytes_max.unwrap_or(limits.unpacked_bytes_max);
    limits.ratio_max = given.ratio_max.unwrap_or(limits.ratio_max);
    limits.record_bytes_max = given.record_bytes_max.unwrap_or(limits.record_bytes_max);
    limits.xml_record_bytes_max = given.xml_record_bytes_max.unwrap_or(limits.xml_record_bytes_max);
    Ok(())
}
