package dev.muster.persistence.session;

import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.TokenHash;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of refresh_tokens. */
record RefreshTokenRow(
        UUID id,
        UUID sessionId,
        UUID familyId,
        TokenHash tokenHash,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable UUID replacedBy,
        Session.@Nullable End revoked) {

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = "id, session_id, family_id, token_hash, created_at, expires_at, used_at,"
            + " replaced_by, revoked_at, revoke_reason";

    static RefreshTokenRow from(RefreshToken token) {
        return new RefreshTokenRow(
                token.id(),
                token.session().value(),
                token.family(),
                token.hash(),
                token.issuedAt(),
                token.expiresAt(),
                token.usedAt(),
                token.replacedBy(),
                token.end());
    }

    static RefreshTokenRow read(Columns columns) throws SQLException {
        return new RefreshTokenRow(
                columns.uuid(),
                columns.uuid(),
                columns.uuid(),
                TokenHash.of(columns.bytes()),
                columns.time(),
                columns.time(),
                columns.timeOrNull(),
                columns.uuidOrNull(),
                Ends.read(columns));
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(id)
                .uuid(sessionId)
                .uuid(familyId)
                .bytes(tokenHash.bytes())
                .time(createdAt)
                .time(expiresAt)
                .time(usedAt)
                .uuid(replacedBy);
        Ends.bind(revoked, parameters);
    }

    RefreshToken toRefreshToken() {
        return new RefreshToken(
                id, new SessionId(sessionId), familyId, tokenHash, createdAt, expiresAt, usedAt, replacedBy, revoked);
    }
}
