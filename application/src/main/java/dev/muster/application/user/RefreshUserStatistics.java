package dev.muster.application.user;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserDirectory;

/** Counts accounts anew (requirement A16); now and then, as that looks at every one of them. */
public final class RefreshUserStatistics {

    private final UnitOfWork unitOfWork;
    private final UserDirectory directory;

    public RefreshUserStatistics(UnitOfWork unitOfWork, UserDirectory directory) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
    }

    /** Counts them. */
    public void refresh() {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            directory.refreshStatistics();
            return true;
        });
    }
}
