package dev.muster.web.session;

import dev.muster.domain.session.Device;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where someone is signed in.
 *
 * @param id a UUIDv7
 * @param name what the person calls the device, or null
 * @param ip the address that the session was begun from, or null
 * @param userAgent the client's own description, or null
 * @param createdAt when it was begun
 * @param lastUsedAt when it was last begun or refreshed
 * @param expiresAt its end at the latest, whatever its use
 * @param current whether the request came by it
 */
@Schema(name = "Session")
public record SessionResponse(
        UUID id,
        @Schema(example = "Ann's laptop") @Nullable String name,
        @Nullable String ip,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SessionResponse from(Session session, SessionId current) {
        Device device = session.device();
        return new SessionResponse(
                session.id().value(),
                device.name(),
                device.ip(),
                device.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
