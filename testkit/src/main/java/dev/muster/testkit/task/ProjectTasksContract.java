package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} about the tasks of a project: all of them, and keys that are alike. */
public interface ProjectTasksContract extends TaskDirectoryStage {

    @Test
    default void everyTaskOfAProjectIsToldByItsNumber() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task second = stored(aTask(owner).in(project, 2));
        Task tenth = stored(TaskFixture.everythingKnown(owner)
                .with(aTask(owner).in(project, 10).details(), key("KAN-10"), TestClock.START));
        Task first = stored(aTask(owner).in(project, 1));
        writeAs(owner, () -> graph().block(owner, first.id(), second.id()));
        updated(stored(aTask(owner).in(project, 3)).deleted(TestClock.START));
        stored(aTask(owner).in(storedProject(owner, "OTHER"), 4));
        stored(aTask(owner));

        assertThat(told(owner, project)).containsExactly(reread(first), second, tenth);
    }

    @Test
    default void manyTasksAreToldWhateverFitsIntoMemory() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        for (int batch = 0; batch < 12; batch++) {
            int from = batch * 100;
            List<Task> some = IntStream.range(from, from + 100)
                    .mapToObj(number -> aTask(owner).in(project, number + 1).build())
                    .toList();
            writeAs(owner, () -> tasks().insertAll(some));
        }

        assertThat(told(owner, project))
                .extracting(task -> task.key())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1200)
                        .mapToObj(number -> key("KAN-" + number))
                        .toList());
    }

    @Test
    default void tasksAreToldInsideAWriteAsItSeesThem() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task stored = stored(aTask(owner).in(project, 1));
        Task drafted = aTask(owner).in(project, 2).build();
        Task after = aTask(owner).in(project, 3).build();
        List<Task> told = new ArrayList<>();
        writeAs(owner, () -> {
            tasks().insert(drafted);
            directory().forEach(owner, project.id(), told::add);
            tasks().insert(after);
        });

        assertThat(told).containsExactly(stored, drafted);
        assertThat(told(owner, project)).containsExactly(stored, drafted, after);
    }

    @Test
    default void consumerThatFailsEndsIt() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        stored(aTask(owner).in(project, 1));

        assertThatThrownBy(() -> readAs(owner, () -> {
                    directory().forEach(owner, project.id(), task -> {
                        throw new UnsupportedOperationException("on purpose");
                    });
                    return true;
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(told(owner, project)).hasSize(1);
    }

    @Test
    default void nearestNumbersOfTheSameProjectAreSimilar() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        for (int number : new int[] {1, 14, 17, 100}) {
            stored(aTask(owner).in(project, number));
        }
        updated(stored(aTask(owner).in(project, 15)).deleted(TestClock.START));
        stored(aTask(owner).in(storedProject(owner, "OTHER"), 16));

        assertThat(similar(owner, "KAN-16", 2)).containsExactly(key("KAN-17"), key("KAN-14"));
        assertThat(similar(owner, "KAN-16", 20)).startsWith(key("KAN-17"), key("KAN-14"), key("KAN-1"), key("KAN-100"));
        assertThat(similar(owner, "KAN-16", 1)).hasSize(1);
    }

    @Test
    default void keysOfAProjectThatIsSpelledAlikeAreSimilar() {
        UserId owner = storedUser();
        stored(aTask(owner).in(storedProject(owner, "KAN"), 15));
        stored(aTask(owner).in(storedProject(owner, "XYZ"), 15));

        assertThat(similar(owner, "KAM-15", 5)).startsWith(key("KAN-15"));
        assertThat(similar(owner, "KANT-15", 1)).containsExactly(key("KAN-15"));
    }

    @Test
    default void nothingIsSimilarWhereNoKeyIs() {
        UserId owner = storedUser();
        stored(aTask(owner));
        storedProject(owner, "KAN");

        assertThat(similar(owner, "KAN-1", 5)).isEmpty();
    }

    private List<TaskKey> similar(UserId owner, String key, int limit) {
        return readAs(owner, () -> directory().similar(owner, key(key), limit));
    }

    private List<Task> told(UserId owner, Project project) {
        return readAs(owner, () -> {
            List<Task> told = new ArrayList<>();
            directory().forEach(owner, project.id(), told::add);
            return told;
        });
    }

    private static TaskKey key(String text) {
        return TaskKey.parse(text).orElseThrow();
    }
}
