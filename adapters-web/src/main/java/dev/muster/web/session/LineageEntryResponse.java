package dev.muster.web.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.web.shared.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one refresh token of a session; neither the token nor its hash.
 *
 * @param id a UUIDv7
 * @param issuedAt when it was issued
 * @param usedAt when it was exchanged for the next one, or null
 * @param expiresAt its end when it is not used
 * @param replacedBy the id of the next one, or null
 * @param revokedAt when it was ended before its time, or null
 * @param reason why it was ended, or null
 */
@Schema(name = "LineageEntry")
public record LineageEntryResponse(
        UUID id,
        Instant issuedAt,
        @Nullable Instant usedAt,
        Instant expiresAt,
        @Nullable UUID replacedBy,
        @Nullable Instant revokedAt,

        @Schema(
                nullable = true,
                example = "token_reused",
                description = "logout, token_reused, revoked, password_changed, account_deleted, account_suspended, "
                        + "ended_by_admin, too_many_sessions or replaced")
        @Nullable String reason) {

    private static final WireNames<EndReason> REASONS = new WireNames<>(EndReason.class);

    static LineageEntryResponse from(RefreshToken token) {
        Session.End end = token.end();
        return new LineageEntryResponse(
                token.id(),
                token.issuedAt(),
                token.usedAt(),
                token.expiresAt(),
                token.replacedBy(),
                end == null ? null : end.at(),
                end == null ? null : REASONS.of(end.reason()));
    }
}
