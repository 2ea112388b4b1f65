package dev.muster.bootstrap.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.ApplyTaskBatch;
import dev.muster.application.task.BlockTask;
import dev.muster.application.task.ChangeTask;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.DeleteTask;
import dev.muster.application.task.RefreshTaskStatistics;
import dev.muster.application.task.RestoreTask;
import dev.muster.application.task.TaskCensusQueries;
import dev.muster.application.task.TaskPlaces;
import dev.muster.application.task.TaskQueries;
import dev.muster.application.task.UnblockTask;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

@Factory
final class TaskFactory {

    private static final String STATISTICS = "task-statistics";

    /** Each count reads every task that there is. */
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(15);

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final Stamps stamps;

    TaskFactory(UnitOfWork unitOfWork, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    @Singleton
    TaskQueries taskQueries(TaskDirectory directory, Projects projects) {
        return new TaskQueries(unitOfWork, tasks, directory, projects, stamps);
    }

    @Singleton
    TaskPlaces taskPlaces(Projects projects, TaskGraph graph) {
        return new TaskPlaces(tasks, projects, graph);
    }

    @Singleton
    CreateTask createTask(TaskPlaces places) {
        return new CreateTask(unitOfWork, tasks, places, stamps);
    }

    @Singleton
    ChangeTask changeTask(TaskQueries queries, TaskPlaces places) {
        return new ChangeTask(unitOfWork, queries, tasks, places, stamps);
    }

    @Singleton
    DeleteTask deleteTask(TaskQueries queries) {
        return new DeleteTask(unitOfWork, queries, tasks, stamps);
    }

    @Singleton
    RestoreTask restoreTask(TaskQueries queries) {
        return new RestoreTask(unitOfWork, queries, tasks, stamps);
    }

    @Singleton
    BlockTask blockTask(TaskQueries queries, TaskGraph graph) {
        return new BlockTask(unitOfWork, queries, graph);
    }

    @Singleton
    UnblockTask unblockTask(TaskQueries queries, TaskGraph graph) {
        return new UnblockTask(unitOfWork, queries, graph);
    }

    @Singleton
    ApplyTaskBatch applyTaskBatch(TaskPlaces places) {
        return new ApplyTaskBatch(unitOfWork, tasks, places, stamps);
    }

    @Singleton
    TaskCensusQueries taskCensusQueries(TaskCensus census) {
        return new TaskCensusQueries(unitOfWork, census);
    }

    @Singleton
    RefreshTaskStatistics refreshTaskStatistics(TaskCensus census) {
        return new RefreshTaskStatistics(unitOfWork, census);
    }

    @Singleton
    @Named(STATISTICS)
    Job statistics(RefreshTaskStatistics refreshTaskStatistics) {
        return new Job(STATISTICS, new Schedule.Every(NOW_AND_THEN), refreshTaskStatistics::refresh);
    }
}
