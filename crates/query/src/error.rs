//! Why a question has no answer.

use cuibono_store::StoreError;

/// A question that cannot be answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The entity is a relationship or a document, which nobody owns.
    #[error("`{id}` is a {schema}, not a party or thing that is owned; ask about one of its ends")]
    NotAThing {
        /// The id.
        id: String,
        /// Its schema.
        schema: String,
    },
    /// The register does not fit one answer.
    #[error("the register is too large for one answer: {0}")]
    TooLarge(String),
}
