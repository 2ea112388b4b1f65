package dev.muster.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of the {@link ExportsContract} begin with: exports that are asked for, taken and made. */
public interface ExportStage extends UserStage {

    /** When exports are taken. */
    Instant NOW = TestClock.START.plusSeconds(60);

    ExportPolicy POLICY = ExportPolicy.DEFAULT;

    /** Enough for every test that isn't about it. */
    int MANY = 1000;

    /** What is tested. */
    Exports exports();

    /** Projects, as exports refer to them. */
    Projects projects();

    /** Empties the store, in whatever way. */
    void removeAllExports();

    @BeforeEach
    default void beginWithoutExports() {
        removeAllExports();
    }

    /** Stores a project. */
    default ProjectId storedProject(UserId owner) {
        Project project = ProjectFixture.aProject(owner).build();
        unitOfWork().write(owner.asActor(), () -> {
            projects().insert(project);
            return project;
        });
        return project.id();
    }

    /** Deletes a project. */
    default void deleteProject(UserId owner, ProjectId id) {
        unitOfWork().write(owner.asActor(), () -> {
            Project deleted = projects().find(owner, id).orElseThrow().deleted(NOW);
            projects().update(deleted);
            return deleted;
        });
    }

    /** Stores an export on its owner's behalf. */
    default Export stored(Export export) {
        assertThat(insert(export, MANY)).isTrue();
        return export;
    }

    default boolean insert(Export export, int maxOpen) {
        return insert(export, maxOpen, MANY);
    }

    default boolean insert(Export export, int maxOpen, int maxKept) {
        return unitOfWork().writeOne(export.owner().asActor(), () -> exports().insert(export, maxOpen, maxKept));
    }

    /** An export of someone new, waiting since the start. */
    default Export storedQueued() {
        return storedQueued(TestClock.START);
    }

    default Export storedQueued(Instant at) {
        UserId owner = storedUser();
        return stored(ExportFixture.queued(owner, storedProject(owner), at));
    }

    /** Takes one as Muster itself. */
    default Optional<Export> take(Instant now) {
        return byMuster(() -> exports().take(now, now.plus(POLICY.lease())));
    }

    /** An export that is being made. */
    default Export storedRunning() {
        storedQueued();
        return take(NOW).orElseThrow();
    }

    /** An export that was made. */
    default Export storedSucceeded(Instant at) {
        Export running = storedRunning();
        return updated(running.succeeded(ExportFixture.file(running), at, POLICY));
    }

    /** Stores a changed one as Muster itself. */
    default Export updated(Export export) {
        byMuster(() -> {
            exports().update(export);
            return export;
        });
        return export;
    }

    /** What the owner finds. */
    default Optional<Export> find(UserId owner, ExportId id) {
        return readAs(owner, () -> exports().find(owner, id));
    }

    /** What its owner finds of it. */
    default Export found(Export export) {
        return find(export.owner(), export.id()).orElseThrow();
    }

    /** Reads on a person's behalf. */
    default <T> T readAs(UserId actor, Supplier<T> work) {
        return unitOfWork().read(actor.asActor(), work);
    }

    /** One writing call at most, of Muster itself. */
    default <T> T byMuster(Supplier<T> work) {
        return unitOfWork().writeOne(Actor.SYSTEM, work);
    }
}
