package dev.muster.application.project;

import static dev.muster.application.project.ProjectStage.assertConflict;
import static dev.muster.application.project.ProjectStage.details;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

final class CreateProjectTest {

    private final ProjectStage stage = new ProjectStage();

    @Test
    void projectIsStoredAsItWasMade() {
        Project project = stage.project("KAN");

        assertThat(project.details()).isEqualTo(details("KAN"));
        assertThat(project.createdAt()).isEqualTo(stage.stamps.now()).isEqualTo(project.updatedAt());
        assertThat(project.version()).isEqualTo(1);
        assertThat(stage.queries.require(stage.ann, project.id())).isEqualTo(project);
    }

    @Test
    void keyThatIsTakenIsRefused() {
        stage.project("KAN");

        assertConflict(ProjectError.PROJECT_KEY_TAKEN, () -> stage.project("kan"));
        stage.createProject.create(stage.bob, details("KAN"));
    }

    @Test
    void ofManyWhoTakeAKeyAtOnceOneGetsIt() {
        var outcomes = Race.of(thread -> stage.project("KAN"));

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
    }
}
