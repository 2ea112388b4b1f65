package dev.muster.application.project;

import static dev.muster.application.project.ProjectStage.assertNotFound;
import static dev.muster.application.project.ProjectStage.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.PageRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProjectQueriesTest {

    private static final PageRequest<ProjectPosition> FIRST = new PageRequest<>(10, null);

    private final ProjectStage stage = new ProjectStage();
    private final Project first = stage.project("ONE");
    private final Project second = stage.project("TWO");

    @Test
    void projectIsFoundByIdAndByKey() {
        assertThat(stage.queries.require(stage.ann, first.id())).isEqualTo(first);
        assertThat(stage.queries.require(stage.ann, new ProjectKey("one"))).isEqualTo(first);
    }

    @Test
    void projectOfSomeoneElseIsNotFound() {
        assertNotFound(() -> stage.queries.require(stage.bob, first.id()));
        assertNotFound(() -> stage.queries.require(stage.bob, new ProjectKey("ONE")));
        assertThat(stage.queries.findPage(stage.bob, Set.of(), FIRST).items()).isEmpty();
        assertThat(stage.queries.count(stage.bob, Set.of())).isZero();
    }

    @Test
    void pagesAndCountsAreOfTheStatusesThatAreAskedFor() {
        Project archived = stage.changeProject.change(stage.ann, first.id(), null, of(ProjectStatus.ARCHIVED));

        assertThat(stage.queries.findPage(stage.ann, Set.of(), FIRST).items()).containsExactly(second, archived);
        assertThat(stage.queries
                        .findPage(stage.ann, Set.of(ProjectStatus.ARCHIVED), FIRST)
                        .items())
                .containsExactly(archived);
        assertThat(stage.queries.count(stage.ann, Set.of())).isEqualTo(2);
        assertThat(stage.queries.count(stage.ann, Set.of(ProjectStatus.ACTIVE))).isZero();
    }
}
