package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends the session that a token belongs to, for whoever has the token (RFC 7009). All tokens of the session are refused from
 * then on, access tokens included.
 */
public final class RevokeToken {

    private final AccessTokens accessTokens;
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final EndSessions endSessions;
    private final Stamps stamps;

    public RevokeToken(
            AccessTokens accessTokens,
            UnitOfWork unitOfWork,
            Sessions sessions,
            EndSessions endSessions,
            Stamps stamps) {
        this.accessTokens = accessTokens;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.endSessions = endSessions;
        this.stamps = stamps;
    }

    /**
     * Ends its session. Nothing happens if it is no valid access token and no refresh token that there ever was, or if the
     * session has ended before.
     */
    public void revoke(String token) {
        Instant now = stamps.now();
        Optional<SessionId> signed = accessTokens.verify(token, now).map(AccessToken::session);
        unitOfWork
                .read(
                        Actor.SYSTEM,
                        () -> signed.or(() -> findRefreshed(token))
                                .flatMap(sessions::find)
                                .filter(session -> session.isLive(now)))
                .ifPresent(session -> endSessions.end(session.user(), session.id(), EndReason.LOGOUT, () -> {}));
    }

    /** A spent one too: it ends its session wherever it comes again. */
    private Optional<SessionId> findRefreshed(String token) {
        return sessions.findToken(TokenHash.of(token)).map(RefreshToken::session);
    }
}
