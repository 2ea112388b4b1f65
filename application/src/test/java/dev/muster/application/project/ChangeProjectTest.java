package dev.muster.application.project;

import static dev.muster.application.project.ProjectStage.assertConflict;
import static dev.muster.application.project.ProjectStage.assertNotFound;
import static dev.muster.application.project.ProjectStage.assertStale;
import static dev.muster.application.project.ProjectStage.keyed;
import static dev.muster.application.project.ProjectStage.named;
import static dev.muster.application.project.ProjectStage.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.task.Task;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangeProjectTest {

    private final ProjectStage stage = new ProjectStage();
    private final Project project = stage.project("KAN");

    @Test
    void changeIsStoredAsTheNextVersion() {
        stage.ports.clock.advance(Duration.ofMinutes(1));

        Project changed = change(1L, named("Orchard"));

        assertThat(changed.details().name()).isEqualTo(new ProjectName("Orchard"));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.updatedAt()).isEqualTo(stage.stamps.now());
        assertThat(changed.createdAt()).isEqualTo(project.createdAt());
        assertThat(stored()).isEqualTo(changed);
    }

    @Test
    void changeOfNothingKeepsTheVersion() {
        stage.ports.clock.advance(Duration.ofMinutes(1));

        assertThat(change(null, UnaryOperator.identity())).isEqualTo(project);
        assertThat(stored()).isEqualTo(project);
    }

    @Test
    void everyStatusCanFollowEveryOther() {
        for (ProjectStatus from : ProjectStatus.values()) {
            for (ProjectStatus to : ProjectStatus.values()) {
                change(null, of(from));
                assertThat(change(null, of(to)).details().status()).isEqualTo(to);
            }
        }
    }

    @Test
    void otherKeyIsTheOneItIsFoundBy() {
        Project changed = change(null, keyed("NEW"));

        assertThat(stage.queries.require(stage.ann, new ProjectKey("NEW"))).isEqualTo(changed);
        assertNotFound(() -> stage.queries.require(stage.ann, new ProjectKey("KAN")));
    }

    @Test
    void otherKeyIsAChangeOfEveryTask() {
        Task task = stage.task(project);

        change(null, named("Orchard"));
        assertThat(stage.stored(task)).isEqualTo(task);

        change(null, keyed("NEW"));
        assertThat(stage.stored(task).key()).hasToString("NEW-1");
        assertThat(stage.stored(task).version()).isEqualTo(task.version() + 1);
    }

    @Test
    void keyThatIsTakenIsRefused() {
        stage.project("BAN");

        assertConflict(ProjectError.PROJECT_KEY_TAKEN, () -> change(null, keyed("BAN")));
        assertThat(stored()).isEqualTo(project);
    }

    @Test
    void staleVersionIsRefused() {
        change(1L, named("First"));

        assertStale(() -> change(1L, named("Second")));
        assertThat(stored().details().name()).isEqualTo(new ProjectName("First"));
    }

    @Test
    void projectOfSomeoneElseIsNotFoundAndNotChanged() {
        assertNotFound(() -> stage.changeProject.change(stage.bob, project.id(), null, named("Stolen")));
        assertThat(stored()).isEqualTo(project);
    }

    @Test
    void unknownProjectIsNotFound() {
        var unknown = new ProjectId(stage.stamps.nextId());

        assertNotFound(() -> stage.changeProject.change(stage.ann, unknown, null, named("Nothing")));
    }

    @Test
    void changesAtOnceWithoutExpectedVersionAllSurvive() {
        Race.values(Race.of(8, thread -> change(null, named("Name " + thread))));

        assertThat(stored().version()).isEqualTo(9);
    }

    private Project change(@Nullable Long expectedVersion, UnaryOperator<ProjectDetails> change) {
        return stage.changeProject.change(stage.ann, project.id(), expectedVersion, change);
    }

    private Project stored() {
        return stage.queries.require(stage.ann, project.id());
    }
}
