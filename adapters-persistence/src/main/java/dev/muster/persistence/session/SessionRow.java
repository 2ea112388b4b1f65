package dev.muster.persistence.session;

import dev.muster.domain.session.Device;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of sessions. */
record SessionRow(
        UUID id,
        UUID userId,
        TokenHash deviceFingerprint,
        @Nullable String name,
        @Nullable String ip,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Session.@Nullable End revoked) {

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = "s.id, s.user_id, s.device_fingerprint, s.name, s.ip, s.user_agent, s.created_at,"
            + " s.last_used_at, s.expires_at, s.revoked_at, s.revoke_reason";

    static SessionRow from(Session session) {
        Device device = session.device();
        return new SessionRow(
                session.id().value(),
                session.user().value(),
                device.fingerprint(session.user()),
                device.name(),
                device.ip(),
                device.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.end());
    }

    static SessionRow read(Columns columns) throws SQLException {
        return new SessionRow(
                columns.uuid(),
                columns.uuid(),
                TokenHash.of(columns.bytes()),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.time(),
                columns.time(),
                columns.time(),
                Ends.read(columns));
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(id)
                .uuid(userId)
                .bytes(deviceFingerprint.bytes())
                .text(name)
                .text(ip)
                .text(userAgent)
                .time(createdAt)
                .time(lastUsedAt)
                .time(expiresAt);
        Ends.bind(revoked, parameters);
    }

    Session toSession() {
        return new Session(
                new SessionId(id),
                new UserId(userId),
                new Device(name, ip, userAgent),
                createdAt,
                lastUsedAt,
                expiresAt,
                revoked);
    }
}
