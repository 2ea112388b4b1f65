package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.List;

/** Makes, changes and deletes several tasks, all of them or none (requirement C6). */
public final class ApplyTaskBatch {

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final TaskPlaces places;
    private final Stamps stamps;

    public ApplyTaskBatch(UnitOfWork unitOfWork, Tasks tasks, TaskPlaces places, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.places = places;
        this.stamps = stamps;
    }

    /**
     * Does all operations in their order; each sees what those before it did.
     *
     * @return the task of each operation as stored in the end, in the same order
     * @throws dev.muster.domain.shared.Failure as {@link CreateTask}, {@link ChangeTask} and {@link DeleteTask} do, at a
     *     place such as {@code /operations/3} that tells the operation; nothing is stored then
     */
    public List<Task> apply(UserId owner, TaskBatch batch) {
        return Versions.changing(
                null,
                () -> unitOfWork.write(
                        owner.asActor(),
                        () -> new BatchRun(owner, new BatchDraft(owner, tasks), places, stamps)
                                .run(batch.operations())));
    }
}
