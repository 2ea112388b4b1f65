package dev.muster.application.idempotency;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;

/** Removes keys that have expired, with the answers; part by part, so it may be cut off. */
public final class ForgetIdempotencyKeys {

    private static final int PART = 1000;

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final Stamps stamps;

    public ForgetIdempotencyKeys(UnitOfWork unitOfWork, IdempotencyKeys keys, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.stamps = stamps;
    }

    public void forget() {
        int removed;
        do {
            removed = unitOfWork.writeOne(Actor.SYSTEM, () -> keys.removeExpired(stamps.now(), PART));
        } while (removed == PART);
    }
}
