//! Tests of the source.
