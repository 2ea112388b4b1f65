package dev.muster.bootstrap.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.ChangeTask;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.DeleteTask;
import dev.muster.application.task.RestoreTask;
import dev.muster.application.task.TaskQueries;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class TaskFactory {

    @Singleton
    TaskQueries taskQueries(UnitOfWork unitOfWork, Tasks tasks) {
        return new TaskQueries(unitOfWork, tasks);
    }

    @Singleton
    CreateTask createTask(UnitOfWork unitOfWork, Tasks tasks, Stamps stamps) {
        return new CreateTask(unitOfWork, tasks, stamps);
    }

    @Singleton
    ChangeTask changeTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        return new ChangeTask(unitOfWork, queries, tasks, stamps);
    }

    @Singleton
    DeleteTask deleteTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        return new DeleteTask(unitOfWork, queries, tasks, stamps);
    }

    @Singleton
    RestoreTask restoreTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        return new RestoreTask(unitOfWork, queries, tasks, stamps);
    }
}
