package dev.muster.testkit.project;

import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

/**
 * What {@link Projects} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyProjectsTest implements ProjectsContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Projects projects() { return new MyProjects(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses projects of its own owners. This interface is about storing;
 * {@link ChangedProjectsContract}, {@link ProjectPagesContract}, {@link OwnedProjectsContract} and
 * {@link TaskNumbersContract} are its other parts.
 */
public interface ProjectsContract
        extends ChangedProjectsContract, ProjectPagesContract, OwnedProjectsContract, TaskNumbersContract {

    @Test
    default void insertKeepsEverythingOfAProject() {
        Project project = stored(ProjectFixture.everythingKnown(storedUser()));

        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void insertKeepsAProjectOfWhichLittleIsKnown() {
        Project project = stored(aProject(storedUser()).build());

        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void insertOfOneWriteKeepsAProject() {
        Project project = ProjectFixture.everythingKnown(storedUser());
        unitOfWork().writeOne(project.owner().asActor(), () -> {
            projects().insert(project);
            return true;
        });

        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void unknownProjectIsNotFound() {
        UserId owner = storedUser();

        assertThat(find(owner, ProjectFixture.nextId())).isEmpty();
        assertThat(findKey(owner, "NONE")).isEmpty();
    }

    @Test
    default void projectIsFoundByItsKeyInAnyCase() {
        Project project = stored(aProject(storedUser()).key("kan9").build());
        stored(aProject(project.owner()).key("KAN").build());

        assertThat(findKey(project.owner(), "KAN9")).contains(project);
        assertThat(findKey(project.owner(), "kan9")).contains(project);
    }

    @Test
    default void everyStatusIsKept() {
        UserId owner = storedUser();
        for (ProjectStatus status : ProjectStatus.values()) {
            Project project = stored(aProject(owner).status(status).build());
            assertThat(find(owner, project.id())).contains(project);
        }
    }

    @Test
    default void boundsOfTextAreKept() {
        UserId owner = storedUser();
        Project longest = stored(aProject(owner)
                .details(new ProjectDetails(
                        new ProjectKey("A234567890"),
                        new ProjectName("🚀".repeat(ProjectName.MAX_LENGTH)),
                        "🚀".repeat(ProjectDetails.MAX_DESCRIPTION),
                        "🚀".repeat(ProjectDetails.MAX_LANGUAGE),
                        ProjectStatus.ACTIVE))
                .build());
        Project shortest = stored(aProject(owner)
                .details(new ProjectDetails(new ProjectKey("A2"), new ProjectName("x"), "", "C", ProjectStatus.ACTIVE))
                .build());

        assertThat(find(owner, longest.id())).contains(longest);
        assertThat(find(owner, shortest.id())).contains(shortest);
    }

    @Test
    default void insertRefusesAKeyThatIsTaken() {
        Project project = stored(aProject(storedUser()).key("KAN").build());
        Project same = aProject(project.owner()).key("kan").build();

        assertKeyTaken(() -> stored(same));
        assertThat(find(project.owner(), same.id())).isEmpty();
        assertThat(findKey(project.owner(), "KAN")).contains(project);
    }

    @Test
    default void keyMayBeTheSameOfAnotherOwner() {
        Project one = stored(aProject(storedUser()).key("KAN").build());
        Project other = stored(aProject(storedUser()).key("KAN").build());

        assertThat(findKey(one.owner(), "KAN")).contains(one);
        assertThat(findKey(other.owner(), "KAN")).contains(other);
    }

    @Test
    default void keyIsFreeAgainAfterDeletion() {
        Project gone = stored(aProject(storedUser()).key("KAN").build());
        updated(gone.deleted(LATER));
        assertThat(findKey(gone.owner(), "KAN")).isEmpty();

        Project next = stored(aProject(gone.owner()).key("KAN").build());
        assertThat(findKey(gone.owner(), "KAN")).contains(next);
        updated(next.deleted(LATER));
        stored(aProject(gone.owner()).key("KAN").build());
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Project project = stored(aProject(storedUser()).build());
        Project same = aProject(project.owner()).id(project.id()).build();
        Project foreign = aProject(storedUser()).id(project.id()).build();

        assertThatThrownBy(() -> stored(same)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> stored(foreign)).isInstanceOf(RuntimeException.class);
        assertThat(find(project.owner(), project.id())).contains(project);
        assertThat(find(foreign.owner(), project.id())).isEmpty();
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        Project project = aProject(storedUser()).build();

        assertThatThrownBy(() -> writeAs(project.owner(), () -> {
                    projects().insert(project);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(project.owner(), project.id())).isEmpty();
    }

    @Test
    default void ofFiftyWhoTakeAKeyAtOnceOneGetsIt() {
        UserId owner = storedUser();
        var outcomes = Race.of(50, thread -> stored(aProject(owner).key("KAN").build()));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(
                        winner -> assertThat(findKey(owner, "KAN").orElse(null)).isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure())
                        .isInstanceOfSatisfying(
                                Conflict.class,
                                taken -> assertThat(taken.code()).isEqualTo(ProjectError.PROJECT_KEY_TAKEN)));
    }
}
