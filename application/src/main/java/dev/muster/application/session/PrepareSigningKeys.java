package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.util.List;

/** Makes access tokens ready for use when Muster starts: loads the signing keys, or makes the first (requirement A14). */
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

    /** Of several nodes that start at once on an empty database, one makes the key and all use it. */
    public void prepare() {
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
}
