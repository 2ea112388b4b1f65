package dev.muster.web.testing;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.ApplyTaskBatch;
import dev.muster.application.task.BlockTask;
import dev.muster.application.task.ChangeTask;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.DeleteTask;
import dev.muster.application.task.RestoreTask;
import dev.muster.application.task.TaskCensusQueries;
import dev.muster.application.task.TaskPlaces;
import dev.muster.application.task.TaskQueries;
import dev.muster.application.task.UnblockTask;
import dev.muster.testkit.InMemoryMuster;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of tasks, over stores in memory. */
@Factory
final class InMemoryTaskWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;

    InMemoryTaskWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
    }

    @Singleton
    TaskQueries taskQueries() {
        return new TaskQueries(memory.unitOfWork, memory.tasks, memory.taskDirectory, memory.projects, stamps);
    }

    @Singleton
    TaskCensusQueries taskCensusQueries() {
        return new TaskCensusQueries(memory.unitOfWork, memory.taskCensus);
    }

    @Singleton
    TaskPlaces taskPlaces() {
        return new TaskPlaces(memory.tasks, memory.projects, memory.taskGraph);
    }

    @Singleton
    CreateTask createTask(TaskPlaces places) {
        return new CreateTask(memory.unitOfWork, memory.tasks, places, stamps);
    }

    @Singleton
    ChangeTask changeTask(TaskQueries queries, TaskPlaces places) {
        return new ChangeTask(memory.unitOfWork, queries, memory.tasks, places, stamps);
    }

    @Singleton
    DeleteTask deleteTask(TaskQueries queries) {
        return new DeleteTask(memory.unitOfWork, queries, memory.tasks, stamps);
    }

    @Singleton
    RestoreTask restoreTask(TaskQueries queries) {
        return new RestoreTask(memory.unitOfWork, queries, memory.tasks, stamps);
    }

    @Singleton
    BlockTask blockTask(TaskQueries queries) {
        return new BlockTask(memory.unitOfWork, queries, memory.taskGraph);
    }

    @Singleton
    UnblockTask unblockTask(TaskQueries queries) {
        return new UnblockTask(memory.unitOfWork, queries, memory.taskGraph);
    }

    @Singleton
    ApplyTaskBatch applyTaskBatch(TaskPlaces places) {
        return new ApplyTaskBatch(memory.unitOfWork, memory.tasks, places, stamps);
    }
}
