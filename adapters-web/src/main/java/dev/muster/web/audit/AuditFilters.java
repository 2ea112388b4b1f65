package dev.muster.web.audit;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.Timestamps;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.WireNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from a query which entries are meant. */
final class AuditFilters {

    static final WireNames<AuditAction> ACTIONS = new WireNames<>(AuditAction.class);

    private AuditFilters() {}

    /** @throws Refusal if a parameter has a value that it can't have */
    static AuditFilter of(Map<String, List<String>> query) {
        return new AuditFilter(
                value(query, "actor", text -> user("actor", text)),
                value(query, "subject", text -> user("subject", text)),
                value(query, "action", ACTIONS::parse),
                value(query, "from", Timestamps::parse),
                value(query, "to", Timestamps::parse));
    }

    private static <T> @Nullable T value(Map<String, List<String>> query, String name, Function<String, T> parse) {
        List<String> values = query.get(name);
        if (values == null) {
            return null;
        }
        try {
            return parse.apply(values.getFirst());
        } catch (Invalid invalid) {
            String message = invalid.violations().getFirst().message();
            throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, message);
        }
    }

    private static UserId user(String name, String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, "must be the id of a user");
        }
        return new UserId(id);
    }
}
