package dev.muster.testkit.project;

import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.TaskNumbers;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link ProjectsContract} that says which numbers tasks get. */
public interface TaskNumbersContract extends ProjectStage {

    @Test
    default void numbersOfTasksBeginAtOneAndFollowOneAnother() {
        Project project = stored(aProject(storedUser()).key("KAN").build());
        Project other = stored(aProject(project.owner()).key("BAN").build());

        assertThat(take(project, 1)).contains(new TaskNumbers(new ProjectKey("KAN"), 1));
        assertThat(take(project, 100)).contains(new TaskNumbers(new ProjectKey("KAN"), 2));
        assertThat(take(project, 1)).contains(new TaskNumbers(new ProjectKey("KAN"), 102));
        assertThat(take(other, 1)).contains(new TaskNumbers(new ProjectKey("BAN"), 1));
    }

    @Test
    default void takingNumbersDoesNotChangeTheProject() {
        Project project = stored(aProject(storedUser()).build());

        take(project, 5);

        assertThat(find(project.owner(), project.id())).contains(project);
        Project changed = updated(project.with(project.details(), LATER));
        assertThat(find(project.owner(), project.id())).contains(changed);
        assertThat(take(changed, 1)).map(TaskNumbers::first).contains(6);
    }

    @Test
    default void unitThatFailsGivesItsNumbersBack() {
        Project project = stored(aProject(storedUser()).build());

        assertThatThrownBy(() -> writeAs(project.owner(), () -> {
                    projects().takeNumbers(project.owner(), project.id(), 7);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(take(project, 1)).map(TaskNumbers::first).contains(1);
    }

    @Test
    default void noProjectGivesNoNumbers() {
        UserId owner = storedUser();
        Project gone = stored(aProject(owner).build());
        updated(gone.deleted(LATER));

        assertThat(take(gone, 1)).isEmpty();
        assertThat(take(aProject(owner).build(), 1)).isEmpty();
    }

    @Test
    default void twentyWhoTakeNumbersAtOnceGetEachTheirOwnWithoutAGap() {
        Project project = stored(aProject(storedUser()).build());

        var taken = Race.values(Race.of(20, thread -> take(project, thread % 3 + 1)));

        int[] given = IntStream.range(0, 20)
                .flatMap(thread -> {
                    int first = taken.get(thread).orElseThrow().first();
                    return IntStream.range(first, first + thread % 3 + 1);
                })
                .sorted()
                .toArray();
        assertThat(given).containsExactly(IntStream.rangeClosed(1, given.length).toArray());
        assertThat(take(project, 1)).map(TaskNumbers::first).contains(given.length + 1);
    }

    private Optional<TaskNumbers> take(Project project, int count) {
        return unitOfWork()
                .write(project.owner().asActor(), () -> projects().takeNumbers(project.owner(), project.id(), count));
    }
}
