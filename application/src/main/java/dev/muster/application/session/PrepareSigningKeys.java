package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.util.List;

/**
 * Makes access tokens ready for use: loads the signing keys, or makes the first (requirement A14). Done when Muster starts,
 * and again whenever the keys may have changed.
 */
public final class PrepareSigningKeys {

    private final UnitOfWork unitOfWork;
    private final SigningKeys signingKeys;
    private final AccessTokens accessTokens;
    private final Stamps stamps;

    public PrepareSigningKeys(
            UnitOfWork unitOfWork, SigningKeys signingKeys, AccessTokens accessTokens, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.signingKeys = signingKeys;
        this.accessTokens = accessTokens;
        this.stamps = stamps;
    }

    /**
     * Of several nodes that start at once on an empty database, one makes the key and all use it. One call at a time, so
     * that what was read last is what is used.
     *
     * @throws IllegalStateException if the newest key can't be unsealed; the keys in use stay in use
     */
    public synchronized void prepare() {
        Instant now = stamps.now();
        List<SigningKey> accepted = findAccepted(now);
        if (accepted.isEmpty()) {
            SigningKey first = accessTokens.generateKey(now);
            unitOfWork.writeOne(Actor.SYSTEM, () -> signingKeys.insertFirst(first));
            accepted = findAccepted(now);
        }
        accessTokens.use(accepted);
    }

    private List<SigningKey> findAccepted(Instant now) {
        return unitOfWork.read(Actor.SYSTEM, () -> signingKeys.findAccepted(now));
    }

    /** A key that these nodes can use; not stored yet. */
    SigningKey generate(Instant notBefore) {
        return accessTokens.generateKey(notBefore);
    }
}
