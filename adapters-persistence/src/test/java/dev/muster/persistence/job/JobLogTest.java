package dev.muster.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.muster.domain.shared.LoggedFault;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class JobLogTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(JobLog.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final JobLog log = new JobLog();

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(lines);
    }

    @Test
    void faultOfAJobIsOneLineWithoutItsMessage() {
        fail(new IllegalStateException("secret", new IllegalArgumentException("secret too")));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .startsWith("The job some-job failed: java.lang.IllegalStateException at ")
                    .contains("JobLogTest", " caused by java.lang.IllegalArgumentException at ")
                    .doesNotContain("secret");
        });
    }

    @Test
    void faultOfAFileSaysWhatTheSystemSays() {
        fail(new UncheckedIOException(new FileSystemException("secret", null, "Permission denied")));
        fail(new UncheckedIOException(new IOException("No space left on device")));
        fail(new UncheckedIOException(new CharConversionException("secret")));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        line -> assertThat(line).contains("(Permission denied)").doesNotContain("secret"),
                        line -> assertThat(line).contains("(No space left on device)"),
                        line -> assertThat(line).doesNotContain("secret"));
    }

    @Test
    void faultThatIsMadeForALogSaysWhatItIsAbout() {
        fail(new MadeForALog());

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("MadeForALog (SQLSTATE 42P01) at ");
    }

    @Test
    void threadThatIsLostIsOneLineWithoutAMessage() {
        log.lost(Thread.currentThread(), new IllegalStateException("secret"));
        log.end();
        log.lost(Thread.currentThread(), new IllegalStateException("after the end"));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .contains(Thread.currentThread().getName(), "java.lang.IllegalStateException at ")
                    .doesNotContain("secret");
        });
    }

    @Test
    void jobThatCouldNotBeDoneIsNoError() {
        fail(new Unavailable(SharedError.DATABASE_UNAVAILABLE, "away", Duration.ofSeconds(1)));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    void databaseThatIsAwayIsToldOfOnceAMinuteAtMost() {
        for (int poll = 0; poll < 100; poll++) {
            log.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
            log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
        }

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    void nothingIsToldOfWhatGoesWrongAtTheEnd() {
        log.end();
        log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);

        assertThat(lines.list).isEmpty();
    }

    private static final class MadeForALog extends LoggedFault {

        private static final long serialVersionUID = 1L;

        MadeForALog() {
            super("SQLSTATE 42P01");
        }
    }

    private void fail(Throwable fault) {
        Instant now = Instant.EPOCH;
        var execution = new Execution(now, new TaskInstance<>("some-job", "recurring"));
        log.onExecutionComplete(ExecutionComplete.failure(execution, now, now, fault));
        log.onExecutionComplete(ExecutionComplete.success(execution, now, now));
    }
}
