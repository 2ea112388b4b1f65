package dev.muster.domain.document;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about documents. */
public enum DocumentError implements ErrorCode {
    DOCUMENT_NOT_FOUND,
    DOCUMENT_VERSION_NOT_FOUND,
    /** A project has at most {@link Document#MAX_IN_PROJECT}. */
    TOO_MANY_DOCUMENTS,
    /** A document has at most {@link Document#MAX_VERSIONS}. */
    TOO_MANY_VERSIONS
}
