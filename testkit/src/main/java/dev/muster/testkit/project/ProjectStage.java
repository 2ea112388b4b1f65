package dev.muster.testkit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the parts of the {@link ProjectsContract} begin with. */
public interface ProjectStage extends UserStage {

    /** When samples are changed. */
    Instant LATER = TestClock.START.plusSeconds(60);

    /** What is tested. */
    Projects projects();

    /** Stores a project on its owner's behalf. */
    default Project stored(Project project) {
        writeAs(project.owner(), () -> projects().insert(project));
        return project;
    }

    /** Stores a changed project on its owner's behalf. */
    default Project updated(Project project) {
        writeAs(project.owner(), () -> projects().update(project));
        return project;
    }

    /** What the owner finds. */
    default Optional<Project> find(UserId owner, ProjectId id) {
        return readAs(owner, () -> projects().find(owner, id));
    }

    /** What the owner finds by a key. */
    default Optional<Project> findKey(UserId owner, String key) {
        return readAs(owner, () -> projects().find(owner, new ProjectKey(key)));
    }

    /** Requires that a call is refused because of its key. */
    default void assertKeyTaken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, taken -> assertThat(taken.code()).isEqualTo(ProjectError.PROJECT_KEY_TAKEN));
    }

    /** Reads on a person's behalf. */
    default <T> T readAs(UserId actor, Supplier<T> work) {
        return unitOfWork().read(actor.asActor(), work);
    }

    /** Writes on a person's behalf. */
    default void writeAs(UserId actor, Runnable work) {
        unitOfWork().write(actor.asActor(), () -> {
            work.run();
            return true;
        });
    }
}
