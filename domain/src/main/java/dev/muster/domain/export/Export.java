package dev.muster.domain.export;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project as a file, asked for by its owner (requirement D4).
 *
 * @param progress 0 to 100 percent; 100 exactly when it succeeded or has expired
 * @param attempts how often it was begun
 * @param file what it has become; set exactly when it succeeded or has expired
 * @param fault why it was given up; set exactly when it failed
 * @param version 1 at first, one more with every change, those of its progress too
 */
public record Export(
        ExportId id,
        UserId owner,
        ProjectId project,
        ExportFormat format,
        ExportStatus status,
        int progress,
        int attempts,
        @Nullable ExportedFile file,
        @Nullable ExportFault fault,
        ExportTimes times,
        long version) {

    private static final int DONE = 100;

    /** An export asked for now. */
    public static Export queued(ExportId id, UserId owner, ProjectId project, ExportFormat format, Instant now) {
        var times = new ExportTimes(now, null, null, now, null);
        return new Export(id, owner, project, format, ExportStatus.QUEUED, 0, 0, null, null, times, 1);
    }

    /** Whether it waits or is being made. */
    public boolean isOpen() {
        return status == ExportStatus.QUEUED || status == ExportStatus.RUNNING;
    }

    /** Whether it can be downloaded. */
    public boolean isReady(Instant now) {
        Instant expires = times.expiresAt();
        return status == ExportStatus.SUCCEEDED && expires != null && now.isBefore(expires);
    }

    /** Whether its last attempt, which is under way, is one too many: those before were all cut off. */
    public boolean isWornOut(ExportPolicy policy) {
        return attempts > policy.maxAttempts();
    }

    /** What the file is called that the attempt under way makes. */
    public ExportFileName fileName() {
        return new ExportFileName(id, attempts, format);
    }

    /** The export while it is being made. @param percent 0 to 99 */
    public Export progressed(int percent, Instant leaseEnd) {
        return changed(ExportStatus.RUNNING, percent, attempts, times.due(leaseEnd));
    }

    /** The export, made. */
    public Export succeeded(ExportedFile made, Instant now, ExportPolicy policy) {
        ExportTimes ended = times.ended(now, now.plus(policy.kept()));
        return new Export(
                id, owner, project, format, ExportStatus.SUCCEEDED, DONE, attempts, made, null, ended, version + 1);
    }

    /** The export after a failed attempt: queued again, or given up if it was the last. */
    public Export failed(Instant now, ExportPolicy policy) {
        return attempts < policy.maxAttempts()
                ? changed(ExportStatus.QUEUED, 0, attempts, times.due(now.plus(policy.pause())))
                : givenUp(ExportFault.NOT_MADE, now);
    }

    /** The export, laid aside in the midst of an attempt through no fault of its own; the attempt doesn't count. */
    public Export released(Instant now) {
        return changed(ExportStatus.QUEUED, 0, attempts - 1, times.due(now));
    }

    /** The export, which will never be made. */
    public Export givenUp(ExportFault reason, Instant now) {
        return new Export(
                id,
                owner,
                project,
                format,
                ExportStatus.FAILED,
                progress,
                attempts,
                null,
                reason,
                times.ended(now, null),
                version + 1);
    }

    /** The export, whose file is gone. */
    public Export expired() {
        return new Export(
                id, owner, project, format, ExportStatus.EXPIRED, DONE, attempts, file, null, times, version + 1);
    }

    /** Where the export stands in a list of newest first. */
    public ExportPosition position() {
        return new ExportPosition(times.createdAt(), id);
    }

    private Export changed(ExportStatus next, int percent, int begun, ExportTimes when) {
        return new Export(id, owner, project, format, next, percent, begun, null, null, when, version + 1);
    }
}
