package dev.muster.testkit.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sample projects. Whatever is not said is usual: a draft with a key of its own, made at {@link TestClock#START}.
 * {@code ProjectFixture.aProject(owner).key("KAN").build()}
 */
public final class ProjectFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final UserId owner;
    private ProjectId id = nextId();
    private ProjectDetails details =
            new ProjectDetails(nextKey(), new ProjectName("Garden"), null, null, ProjectStatus.DRAFT);
    private Instant createdAt = TestClock.START;

    private ProjectFixture(UserId owner) {
        this.owner = owner;
    }

    public static ProjectFixture aProject(UserId owner) {
        return new ProjectFixture(owner);
    }

    /** An id that no project has; greater than those made before. */
    public static ProjectId nextId() {
        return new ProjectId(IDS.next());
    }

    /** A key that no sample has. */
    public static ProjectKey nextKey() {
        return new ProjectKey("K" + Integer.toString(KEYS.getAndIncrement(), 36).toUpperCase(Locale.ROOT));
    }

    /** A project of which everything is known that can be. */
    public static Project everythingKnown(UserId owner) {
        return aProject(owner)
                .details(new ProjectDetails(
                        nextKey(),
                        new ProjectName("Gärten 🚀 柵 e\u0301"),
                        "  first line\n\ttabbed 🚀\r\nlast line  ",
                        "Plattdüütsch",
                        ProjectStatus.ARCHIVED))
                .build();
    }

    public ProjectFixture id(ProjectId value) {
        id = value;
        return this;
    }

    public ProjectFixture key(String text) {
        return details(new ProjectDetails(
                new ProjectKey(text), details.name(), details.description(), details.language(), details.status()));
    }

    public ProjectFixture status(ProjectStatus status) {
        return details(
                new ProjectDetails(details.key(), details.name(), details.description(), details.language(), status));
    }

    public ProjectFixture details(ProjectDetails value) {
        details = value;
        return this;
    }

    public ProjectFixture createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    public Project build() {
        return Project.created(id, owner, details, createdAt);
    }
}
