package dev.muster.domain.execution;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Violations;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work of an agent in a project, from the queue to its end (requirement D3). Times in microseconds, none before the
 * one that it follows, even where clocks of several machines differ.
 *
 * @param report how far it is
 * @param startedAt since when it runs or ran; null in the queue, and for what was cancelled there
 * @param endedAt set exactly when the state is a final one
 * @param version 1 at first, one more with every change
 */
public record Execution(
        ExecutionId id,
        UserId owner,
        ProjectId project,
        Assignment assignment,
        Report report,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version) {

    /** An execution asked for now, in the queue. */
    public static Execution queued(
            ExecutionId id, UserId owner, ProjectId project, Assignment assignment, Instant now) {
        return new Execution(id, owner, project, assignment, Report.QUEUED, now, null, null, 1);
    }

    /**
     * The execution after a report; the same one if the report says nothing new.
     *
     * @throws Conflict with {@link ExecutionError#EXECUTION_STATE} if it has ended, or can't go from its state to that of
     *     the report
     * @throws dev.muster.domain.shared.Invalid with {@link ExecutionError#OUTPUT_BEFORE_END} at {@code /output} or
     *     {@link ExecutionError#ERROR_WITHOUT_FAILURE} at {@code /error} if these don't go with the state of the report
     */
    public Execution reported(Report news, Instant now) {
        if (news.equals(report)) {
            return this;
        }
        requireAllowed(news.status());
        requireFitting(news);
        Instant time = latest(now);
        boolean starts = news.status() == ExecutionStatus.RUNNING;
        return new Execution(
                id,
                owner,
                project,
                assignment,
                news,
                createdAt,
                starts ? time : startedAt,
                news.status().isFinal() ? time : null,
                version + 1);
    }

    /** How long it ran; null until it has ended, and for what never ran. */
    public @Nullable Duration duration() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }

    /** Where the execution stands in a list of newest first. */
    public ExecutionPosition position() {
        return new ExecutionPosition(createdAt, id);
    }

    private void requireAllowed(ExecutionStatus next) {
        ExecutionStatus current = report.status();
        if (current.isFinal()) {
            throw new Conflict(
                    ExecutionError.EXECUTION_STATE,
                    "The execution is " + name(current) + " and has ended; nothing of it changes any more.");
        }
        if (next != current && !current.mayBecome(next)) {
            throw new Conflict(
                    ExecutionError.EXECUTION_STATE,
                    "An execution can't go from " + name(current) + " to " + name(next) + ".");
        }
    }

    private static void requireFitting(Report news) {
        var check = new Violations();
        if (news.output() != null && !news.status().isFinal()) {
            check.add("/output", ExecutionError.OUTPUT_BEFORE_END, "can be given only when the execution has ended");
        }
        if (news.error() != null && news.status() != ExecutionStatus.FAILED) {
            check.add("/error", ExecutionError.ERROR_WITHOUT_FAILURE, "can be given only with the status failed");
        }
        check.throwIfAny();
    }

    private Instant latest(Instant now) {
        Instant before = Objects.requireNonNullElse(startedAt, createdAt);
        return now.isBefore(before) ? before : now;
    }

    private static String name(ExecutionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
