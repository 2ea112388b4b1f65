package dev.muster.persistence.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import dev.muster.domain.shared.LoggedFault;
import dev.muster.domain.shared.Unavailable;
import dev.muster.persistence.shared.Seldom;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what goes wrong with jobs, each on one line, in place of the library: that prints a stack trace twice a
 * second while the database is away. Messages of exceptions are left out, as they may hold SQL or what a person sent; but
 * not what the system says of its files, such as that there is no space left, and not what is made for a log.
 */
final class JobLog extends AbstractSchedulerListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);
    private static final int FRAMES = 4;
    private static final int CAUSES = 5;

    private final Seldom seldom = new Seldom();
    private volatile boolean ended;

    /** From now on it is no wonder that jobs can't be looked after. */
    void end() {
        ended = true;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        run.getCause().ifPresent(fault -> report(run.getExecution().taskInstance.getTaskName(), fault));
    }

    private static void report(String job, Throwable fault) {
        if (fault instanceof Unavailable) {
            LOG.warn("The job {} was not done, as what it needs is away; it is tried again at its time", job);
        } else {
            LOG.error("The job {} failed: {}", job, describe(fault));
        }
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        if (type == SchedulerEventType.UNEXPECTED_ERROR && !ended && seldom.mayTell()) {
            LOG.warn(
                    "The database can't be asked what jobs are due; it is tried on, and said again after {} s at the"
                            + " earliest",
                    Seldom.PAUSE.toSeconds());
        }
    }

    /** A thread has ended by what the library should have handled; the pool puts another in its place. */
    void lost(Thread thread, Throwable fault) {
        if (!ended) {
            LOG.warn(
                    "The thread {} of the scheduler ended, another takes its place: {}",
                    thread.getName(),
                    describe(fault));
        }
    }

    private static String describe(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(cause -> cause.getClass().getName() + reason(cause) + " at " + frames(cause))
                .collect(Collectors.joining(" caused by "));
    }

    private static String reason(Throwable fault) {
        @Nullable String reason = fault instanceof FileSystemException file ? file.getReason() : null;
        if (fault.getClass() == IOException.class) {
            reason = fault.getMessage();
        }
        if (fault instanceof LoggedFault logged) {
            reason = logged.reason();
        }
        return reason == null ? "" : " (" + reason + ")";
    }

    private static String frames(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
