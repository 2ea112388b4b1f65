package dev.muster.testkit.project;

import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The part of the {@link ProjectsContract} that says who sees what: a project belongs to one person, and whoever else
 * acts sees and changes nothing of it, even when the call names the owner (requirements D1, E4).
 */
public interface OwnedProjectsContract extends ProjectStage {

    @Test
    default void projectIsInvisibleToAnotherPerson() {
        Project project = stored(aProject(storedUser()).build());
        UserId other = storedUser();

        assertInvisible(project, other, other.asActor());
    }

    @Test
    default void projectIsInvisibleToAnotherActorWhoNamesTheOwner() {
        Project project = stored(aProject(storedUser()).build());

        assertInvisible(project, project.owner(), storedUser().asActor());
        assertInvisible(project, project.owner(), Actor.SYSTEM);
    }

    @Test
    default void projectIsInvisibleUnderAnotherOwnersName() {
        Project project = stored(aProject(storedUser()).build());

        assertInvisible(project, storedUser(), project.owner().asActor());
    }

    @Test
    default void anotherActorChangesNoProject() {
        Project project = stored(aProject(storedUser()).build());
        Project changed = project.deleted(LATER);

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> update(changed)))
                    .isInstanceOf(PreconditionFailed.class);
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> update(changed)))
                    .isInstanceOf(PreconditionFailed.class);
        }
        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void anotherActorAddsNoProject() {
        Project project = aProject(storedUser()).build();

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> insert(project)))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(find(project.owner(), project.id())).isEmpty();
    }

    @Test
    default void projectCannotBeGivenToSomeoneElse() {
        Project project = stored(aProject(storedUser()).build());
        UserId other = storedUser();
        Project given = new Project(project.id(), other, project.details(), project.createdAt(), LATER, null, 2);

        assertThatThrownBy(() -> writeAs(project.owner(), () -> update(given))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> writeAs(other, () -> update(given))).isInstanceOf(RuntimeException.class);
        assertThat(find(project.owner(), project.id())).contains(project);
        assertThat(find(other, project.id())).isEmpty();
    }

    private void assertInvisible(Project project, UserId named, Actor actor) {
        var page = new PageRequest<ProjectPosition>(10, null);

        assertThat(unitOfWork().read(actor, () -> projects().find(named, project.id())))
                .isEmpty();
        assertThat(unitOfWork()
                        .read(
                                actor,
                                () -> projects().find(named, project.details().key())))
                .isEmpty();
        assertThat(unitOfWork()
                        .read(actor, () -> projects().findPage(named, Set.of(), page))
                        .items())
                .isEmpty();
        assertThat(unitOfWork().<Long>read(actor, () -> projects().count(named, Set.of())))
                .isZero();
        assertThat(unitOfWork().write(actor, () -> projects().takeNumbers(named, project.id(), 1)))
                .isEmpty();
    }

    private boolean insert(Project project) {
        projects().insert(project);
        return true;
    }

    private boolean update(Project project) {
        projects().update(project);
        return true;
    }
}
