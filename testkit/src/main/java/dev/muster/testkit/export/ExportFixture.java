package dev.muster.testkit.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;

/** Exports for tests. */
public final class ExportFixture {

    private static final MonotonicIds IDS = new MonotonicIds(new TestClock());
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private ExportFixture() {}

    /** Greater than those before. */
    public static ExportId nextId() {
        return new ExportId(IDS.next());
    }

    public static Export queued(UserId owner, ProjectId project) {
        return queued(owner, project, TestClock.START);
    }

    public static Export queued(UserId owner, ProjectId project, Instant at) {
        return Export.queued(nextId(), owner, project, ExportFormat.ZIP, at);
    }

    /** Some file of an export that is under way. */
    public static ExportedFile file(Export export) {
        return new ExportedFile(
                new ManifestEntry(export.fileName().value(), 5_000_000_000L, SHA256),
                List.of(
                        new ManifestEntry("tasks.csv", 0, SHA256),
                        new ManifestEntry("documents/1-Grüße 🚀.md", 6_000_000_000L, SHA256)));
    }
}
