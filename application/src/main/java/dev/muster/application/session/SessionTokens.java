package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the tokens of a session, for all ways to get some. */
public record SessionTokens(AccessTokens accessTokens, TokenSecrets secrets, SessionPolicy policy, Stamps stamps) {

    /**
     * The tokens of a session whose refresh token is stored.
     *
     * @param secret what the stored refresh token is the hash of
     * @param now the time of its issue
     */
    SignedIn issue(User user, Session session, RefreshToken stored, String secret, Instant now) {
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expires = earlier(issued.plus(policy.accessTokenLife()), session.expiresAt());
        AccessToken token = new AccessToken(stamps.nextId(), user.id(), session.id(), user.roles(), issued, expires);
        return new SignedIn(
                accessTokens.sign(token),
                Duration.between(issued, expires),
                secret,
                Duration.between(now, stored.expiresAt()),
                session.id(),
                user);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other.truncatedTo(ChronoUnit.SECONDS);
    }
}
