package dev.muster.persistence.shared;

import dev.muster.domain.shared.LoggedFault;
import org.jspecify.annotations.Nullable;

/**
 * The database refused a statement for a reason that is a mistake of ours. Names the SQLSTATE and the constraint and
 * nothing of the row: what the server says of it holds personal data, and this ends up in a log.
 */
final class DatabaseFault extends LoggedFault {

    private static final long serialVersionUID = 1L;

    DatabaseFault(@Nullable String sqlState, @Nullable String constraint) {
        super("the database refused a statement: SQLSTATE " + sqlState
                + (constraint == null ? "" : ", constraint " + constraint));
    }
}
