package dev.muster.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.domain.job.Schedule;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs by db-scheduler, which keeps their times in {@code muster.scheduled_tasks}. Nodes ask the table what is due;
 * whoever is first to change a job's row has the run, and shows by heartbeats that it lives. All of it are single
 * statements on connections of the pool, so PgBouncer may stand between, in transaction mode as well.
 */
@Singleton
final class JdbcJobScheduler implements JobScheduler {

    private static final String TABLE = "muster.scheduled_tasks";

    /** How many jobs run at once on a node: few, so that they leave the pool to the requests. */
    private static final int THREADS = 3;

    /** One for heartbeats and one that looks for the dead, so that neither waits for the other. */
    private static final int HOUSEKEEPERS = 2;

    private final DataSource pool;
    private final InstantSource clock;
    private final Pace pace;
    private final JobLog log = new JobLog();
    private @Nullable Scheduler scheduler;
    private boolean closed;

    @Inject
    JdbcJobScheduler(DataSource dataSource) {
        this(dataSource, InstantSource.system(), Pace.DEFAULT);
    }

    JdbcJobScheduler(DataSource dataSource, InstantSource clock, Pace pace) {
        // What is injected asks the framework for the connection of its own transaction; there is none here.
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public synchronized void start(List<Job> jobs) {
        if (scheduler != null || closed) {
            throw new IllegalStateException("a scheduler is started once, before it is closed");
        }
        List<RecurringTask<Void>> tasks =
                jobs.stream().map(JdbcJobScheduler::task).toList();
        Scheduler made = builder().startTasks(tasks).build();
        // The library would note them as well, but go on without those that it fails to note.
        tasks.forEach(task -> made.scheduleIfNotExists(task.schedulableInstance(RecurringTask.INSTANCE)));
        made.start();
        scheduler = made;
    }

    private SchedulerBuilder builder() {
        return Scheduler.create(pool)
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(Pace.HEARTBEATS_MISSED)
                .deleteUnresolvedAfter(pace.forget())
                .shutdownMaxWait(pace.patience())
                .threads(THREADS)
                .addSchedulerListener(log)
                .executorService(Executors.newFixedThreadPool(THREADS, threads("job-")))
                .dueExecutor(Executors.newSingleThreadExecutor(threads("jobs-due-")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(HOUSEKEEPERS, threads("jobs-alive-")));
    }

    private ThreadFactory threads(String name) {
        return Thread.ofPlatform()
                .daemon()
                .name(name, 1)
                .uncaughtExceptionHandler(log::lost)
                .factory();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), when(job.schedule())).execute((instance, context) -> run(job.work()));
    }

    private static com.github.kagkarlsson.scheduler.task.schedule.Schedule when(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Every every -> Schedules.fixedDelay(every.pause());
            case Schedule.Daily daily -> Schedules.daily(ZoneOffset.UTC, daily.time());
        };
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } finally {
            // Being interrupted was about the work. The note of its end is left, for which an interrupted thread gets
            // no
            // connection, and without which other nodes would have to wait until this one counts as dead.
            Thread.interrupted();
        }
    }

    @PreDestroy
    @Override
    public void close() {
        Scheduler running = end();
        if (running != null) {
            log.end();
            running.stop();
        }
    }

    private synchronized @Nullable Scheduler end() {
        Scheduler running = scheduler;
        closed = true;
        scheduler = null;
        return running;
    }
}
