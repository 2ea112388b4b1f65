package dev.muster.domain.audit;

import dev.muster.domain.shared.Text;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry (requirement B1).
 *
 * @param id a UUIDv7
 * @param actor who did it, or null for Muster itself and for people unknown
 * @param subject to whom, or null
 * @param details short values of the action's own, up to 20 of up to 500 characters; never a secret, never an address or a
 *     name of a person
 * @param at in microseconds
 */
public record AuditEvent(
        UUID id,
        AuditAction action,
        @Nullable UserId actor,
        @Nullable UserId subject,
        Map<String, String> details,
        Origin origin,
        Instant at) {

    public static final int MAX_DETAILS = 20;
    public static final int MAX_DETAIL_LENGTH = 500;

    private static final Pattern DETAIL = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /**
     * @throws IllegalArgumentException if there are too many details, or one has a name that is not in lower snake case
     * @throws dev.muster.domain.shared.Invalid if a detail is too long, or has a character that can't be stored
     */
    public AuditEvent {
        details = Map.copyOf(details);
        if (details.size() > MAX_DETAILS) {
            throw new IllegalArgumentException("an entry has at most " + MAX_DETAILS + " details");
        }
        details.forEach(AuditEvent::requireSound);
    }

    public AuditPosition position() {
        return new AuditPosition(at, id);
    }

    private static void requireSound(String name, String value) {
        if (!DETAIL.matcher(name).matches()) {
            throw new IllegalArgumentException("a detail of an entry is called " + name);
        }
        Text.block(value, MAX_DETAIL_LENGTH);
    }
}
