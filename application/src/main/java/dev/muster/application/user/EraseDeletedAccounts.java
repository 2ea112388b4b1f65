package dev.muster.application.user;

import dev.muster.application.audit.Audit;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.List;

/** Removes the accounts whose grace period is over, for good (requirement A11); each by itself, so it may be cut off. */
public final class EraseDeletedAccounts {

    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Audit audit;
    private final Stamps stamps;

    public EraseDeletedAccounts(UnitOfWork unitOfWork, Users users, Audit audit, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.audit = audit;
        this.stamps = stamps;
    }

    /**
     * Removes them.
     *
     * @return how many there were
     */
    public int erase() {
        Instant deletedBefore = stamps.now().minus(RecoverAccount.GRACE);
        int erased = 0;
        List<UserId> batch;
        do {
            batch = unitOfWork.read(Actor.SYSTEM, () -> users.findErasable(deletedBefore, BATCH));
            for (UserId id : batch) {
                erased += erase(id) ? 1 : 0;
            }
        } while (batch.size() == BATCH);
        return erased;
    }

    private boolean erase(UserId id) {
        return unitOfWork.write(Actor.SYSTEM, () -> {
            boolean there = users.erase(id);
            if (there) {
                audit.record(AuditAction.USER_ERASED, null, null);
            }
            return there;
        });
    }
}
