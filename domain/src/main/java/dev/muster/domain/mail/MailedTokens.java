package dev.muster.domain.mail;

import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The tokens that were mailed. Works inside a unit of work only. */
public interface MailedTokens {

    /** Adds a token; earlier ones of the person for the same purpose are worth nothing from then on. */
    void insert(MailedToken token, TokenHash hash);

    /** The token with the hash for the purpose; empty in the same cases as {@link #use}. */
    Optional<MailedToken> find(TokenHash hash, MailedToken.Purpose purpose, Instant now);

    /** The person's token for a purpose that is neither used nor expired. */
    Optional<MailedToken> findLive(UserId user, MailedToken.Purpose purpose, Instant now);

    /**
     * Uses a token up.
     *
     * @return the token, to one of all who try it; empty if there is none with the hash for the purpose, or it was used,
     *     replaced or has expired
     */
    Optional<MailedToken> use(TokenHash hash, MailedToken.Purpose purpose, Instant now);

    /** Makes the person's tokens for a purpose worthless. */
    void endAll(UserId user, MailedToken.Purpose purpose, Instant now);
}
