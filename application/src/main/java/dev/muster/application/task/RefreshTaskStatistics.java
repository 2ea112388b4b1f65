package dev.muster.application.task;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskCensus;

/** Counts everybody's tasks anew; now and then, as that looks at every one of them. */
public final class RefreshTaskStatistics {

    private final UnitOfWork unitOfWork;
    private final TaskCensus census;

    public RefreshTaskStatistics(UnitOfWork unitOfWork, TaskCensus census) {
        this.unitOfWork = unitOfWork;
        this.census = census;
    }

    /** Counts them. */
    public void refresh() {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            census.refreshStatistics();
            return true;
        });
    }
}
