package dev.muster.persistence.audit;

import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of the audit log are meant, as a condition that names only what is filtered by. */
record AuditSelection(AuditFilter filter, @Nullable AuditPosition after) {

    String condition() {
        List<String> terms = new ArrayList<>();
        add(terms, filter.actor(), "actor = ?");
        add(terms, filter.subject(), "subject = ?");
        add(terms, filter.action(), "action = ?");
        add(terms, filter.from(), "at >= ?");
        add(terms, filter.to(), "at < ?");
        // The first term says nothing new, but tells the server which partitions it need not look at.
        add(terms, after, "at <= ? and (at, id) < (?, ?)");
        return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }

    void bind(Parameters parameters) throws SQLException {
        if (filter.actor() != null) {
            parameters.uuid(filter.actor().value());
        }
        if (filter.subject() != null) {
            parameters.uuid(filter.subject().value());
        }
        if (filter.action() != null) {
            parameters.text(filter.action().code());
        }
        if (filter.from() != null) {
            parameters.time(filter.from());
        }
        if (filter.to() != null) {
            parameters.time(filter.to());
        }
        if (after != null) {
            parameters.time(after.at()).time(after.at()).uuid(after.id());
        }
    }

    private static void add(List<String> terms, @Nullable Object wanted, String term) {
        if (wanted != null) {
            terms.add(term);
        }
    }
}
