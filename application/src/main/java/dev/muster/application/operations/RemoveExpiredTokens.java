package dev.muster.application.operations;

import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;

/** Removes sessions and tokens that ended long ago; part by part, so it may be cut off. */
public final class RemoveExpiredTokens {

    private final UnitOfWork unitOfWork;
    private final ExpiredTokens expiredTokens;

    public RemoveExpiredTokens(UnitOfWork unitOfWork, ExpiredTokens expiredTokens) {
        this.unitOfWork = unitOfWork;
        this.expiredTokens = expiredTokens;
    }

    /**
     * Removes them.
     *
     * @return how many there were
     */
    public long remove() {
        long removed = 0;
        long part;
        do {
            part = unitOfWork.write(Actor.SYSTEM, expiredTokens::remove);
            removed += part;
        } while (part > 0);
        return removed;
    }
}
