package dev.muster.application.task;

import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskStatistics;
import dev.muster.domain.user.Permission;

/** Reads of everybody's tasks in numbers, refused with PERMISSION_MISSING to those who may not see who there is. */
public final class TaskCensusQueries {

    private final UnitOfWork unitOfWork;
    private final TaskCensus census;

    public TaskCensusQueries(UnitOfWork unitOfWork, TaskCensus census) {
        this.unitOfWork = unitOfWork;
        this.census = census;
    }

    /** The statistics as they were last refreshed. */
    public TaskStatistics statistics(Principal principal) {
        principal.require(Permission.USERS_READ);
        return unitOfWork.read(principal.user().asActor(), census::statistics);
    }
}
