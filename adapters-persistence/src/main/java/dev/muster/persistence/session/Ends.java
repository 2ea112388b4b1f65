package dev.muster.persistence.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two columns that tell when and why something was ended: revoked_at and revoke_reason. */
final class Ends {

    private Ends() {}

    static Session.@Nullable End read(Columns columns) throws SQLException {
        Instant at = columns.timeOrNull();
        String reason = columns.textOrNull();
        return at == null || reason == null ? null : new Session.End(at, reason(reason));
    }

    /** A newer Muster beside this one may know reasons that this one does not; the end is the same. */
    static EndReason reason(String text) {
        return Arrays.stream(EndReason.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(EndReason.REVOKED);
    }

    static void bind(Session.@Nullable End end, Parameters parameters) throws SQLException {
        parameters
                .time(end == null ? null : end.at())
                .text(end == null ? null : end.reason().name().toLowerCase(Locale.ROOT));
    }
}
