package dev.muster.testkit.project;

import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

/** The part of the {@link ProjectsContract} that says how projects are changed. */
public interface ChangedProjectsContract extends ProjectStage {

    @Test
    default void updateKeepsEverythingThatChanged() {
        Project project = stored(aProject(storedUser()).build());
        Project changed = updated(
                project.with(ProjectFixture.everythingKnown(project.owner()).details(), LATER));

        assertThat(find(project.owner(), project.id())).contains(changed);
    }

    @Test
    default void updateClearsWhatIsNoLongerTold() {
        Project project = stored(ProjectFixture.everythingKnown(storedUser()));
        ProjectDetails bare = new ProjectDetails(
                project.details().key(), new ProjectName("Only a name"), null, null, ProjectStatus.DRAFT);
        Project changed = updated(project.with(bare, LATER));

        assertThat(find(project.owner(), project.id())).contains(changed);
    }

    @Test
    default void updateOfOneWriteKeepsEverything() {
        Project project = stored(aProject(storedUser()).build());
        Project changed =
                project.with(ProjectFixture.everythingKnown(project.owner()).details(), LATER);
        unitOfWork().writeOne(project.owner().asActor(), () -> {
            projects().update(changed);
            return true;
        });

        assertThat(find(project.owner(), project.id())).contains(changed);
    }

    @Test
    default void changedKeyIsTheOneThatIsFound() {
        Project project = stored(aProject(storedUser()).key("OLD").build());
        Project changed = updated(project.with(keyed(project, "NEW"), LATER));

        assertThat(findKey(project.owner(), "NEW")).contains(changed);
        assertThat(findKey(project.owner(), "OLD")).isEmpty();
        stored(aProject(project.owner()).key("OLD").build());
    }

    @Test
    default void updateRefusesAKeyThatIsTaken() {
        Project project = stored(aProject(storedUser()).key("KAN").build());
        Project other = stored(aProject(project.owner()).key("BAN").build());

        assertKeyTaken(() -> updated(other.with(keyed(other, "KAN"), LATER)));
        assertThat(find(project.owner(), other.id())).contains(other);
    }

    @Test
    default void deletedProjectIsFoundByNoCall() {
        Project project = stored(aProject(storedUser()).key("KAN").build());
        updated(project.deleted(LATER));

        assertThat(find(project.owner(), project.id())).isEmpty();
        assertThat(findKey(project.owner(), "KAN")).isEmpty();
    }

    @Test
    default void deletedProjectIsNotChangedAnyMore() {
        Project project = stored(aProject(storedUser()).build());
        Project deleted = updated(project.deleted(LATER));

        assertStale(deleted.with(deleted.details(), LATER));
        assertStale(project.with(project.details(), LATER));
    }

    @Test
    default void updateLeavesOtherProjectsAlone() {
        UserId owner = storedUser();
        Project project = stored(aProject(owner).build());
        Project other = stored(aProject(owner).build());
        updated(project.deleted(LATER));

        assertThat(find(owner, other.id())).contains(other);
    }

    @Test
    default void updateRefusesStaleVersion() {
        Project project = stored(aProject(storedUser()).build());
        Project second = updated(project.with(project.details(), LATER));

        assertStale(project.deleted(LATER.plusSeconds(1)));
        assertThat(find(project.owner(), project.id())).contains(second);
    }

    @Test
    default void updateRefusesAVersionThatSkipsOne() {
        Project project = stored(aProject(storedUser()).build());

        assertStale(project.with(project.details(), LATER).deleted(LATER));
        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void updateRefusesUnknownProject() {
        Project unknown = aProject(storedUser()).build();

        assertStale(unknown.with(unknown.details(), LATER));
        assertThat(find(unknown.owner(), unknown.id())).isEmpty();
    }

    @Test
    default void updateInAUnitThatFailsChangesNothing() {
        Project project = stored(aProject(storedUser()).build());

        assertThatThrownBy(() -> writeAs(project.owner(), () -> {
                    projects().update(project.deleted(LATER));
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(project.owner(), project.id())).contains(project);
    }

    @Test
    default void oneOfManyUpdatesOfTheSameVersionWins() {
        Project project = stored(aProject(storedUser()).build());
        var outcomes = Race.of(thread -> updated(project.with(project.details(), LATER.plusSeconds(thread))));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(
                        winner -> assertThat(find(project.owner(), project.id()).orElse(null))
                                .isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure()).isInstanceOf(PreconditionFailed.class));
    }

    private static ProjectDetails keyed(Project project, String key) {
        return new ProjectDetails(
                new ProjectKey(key),
                project.details().name(),
                null,
                null,
                project.details().status());
    }

    private void assertStale(Project changed) {
        assertThatThrownBy(() -> updated(changed))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        failure -> assertThat(failure.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
