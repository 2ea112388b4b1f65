package dev.muster.domain.export;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about exports. */
public enum ExportError implements ErrorCode {
    EXPORT_NOT_FOUND,
    /** One has as many exports as may wait at once, or as many files as are kept. */
    TOO_MANY_EXPORTS,
    /** There is no file yet. */
    EXPORT_NOT_READY,
    /** There never will be a file. */
    EXPORT_FAILED,
    /** There is no file any more. */
    EXPORT_EXPIRED
}
