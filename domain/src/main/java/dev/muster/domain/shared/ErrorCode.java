package dev.muster.domain.shared;

import java.util.Locale;

/**
 * A stable name of something that can go wrong, known to clients. Implemented by one enum per feature; docs/errors.md
 * lists them all.
 */
public interface ErrorCode {

    /** The constant's name, in upper snake case. */
    String name();

    /** The code as clients see it: lower snake case, never changed once published. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
