package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskOrder.BEST_FIRST;
import static dev.muster.testkit.task.FilterFixture.aFilter;
import static dev.muster.testkit.task.FilterFixture.text;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} about how well tasks fit a text (requirement C2). */
public interface ScoredTasksContract extends TaskDirectoryStage {

    @Test
    default void titlesThatFitComeBeforeDescriptionsThatDo() {
        UserId owner = storedUser();
        Task part = stored(aTask(owner).title("A birdhouse, later"));
        Task words = stored(aTask(owner).title("The house of the bird"));
        Task both = stored(aTask(owner).title("The house").description("for a bird"));
        Task description = stored(aTask(owner).description("bird house bird house bird house"));

        assertThat(listed(owner, text("bird house"), BEST_FIRST))
                .startsWith(words)
                .containsOnlyOnce(both, description);
        assertThat(listed(owner, text("birdhouse"), BEST_FIRST)).containsExactly(part);
        assertThat(listed(owner, text("house"), BEST_FIRST)).hasSize(4).endsWith(description);
    }

    @Test
    default void partOfTheTitleComesBeforeItsWordsInAnotherOrder() {
        UserId owner = storedUser();
        Task part = stored(aTask(owner).title("Paint the green fence behind the old house by the river"));
        Task words = stored(aTask(owner).title("fence green"));

        assertThat(listed(owner, text("green fence"), BEST_FIRST)).containsExactly(part, words);
    }

    @Test
    default void titleWhoseWordsAreFarApartComesBeforeADescription() {
        UserId owner = storedUser();
        Task title = stored(aTask(owner).title("alpha " + "x ".repeat(60) + "omega"));
        Task description = stored(aTask(owner).title("Other").description("omega alpha omega alpha"));

        assertThat(listed(owner, text("omega alpha"), BEST_FIRST)).containsExactly(title, description);
    }

    @Test
    default void scoresDescendAndAreNoneWithoutAText() {
        UserId owner = storedUser();
        storedFences(owner, 8);
        List<Float> scores = page(owner, text("fence"), BEST_FIRST, 100, null).items().stream()
                .map(ListedTask::score)
                .toList();

        assertThat(scores)
                .hasSize(8)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(score -> score > 0);
        assertThat(page(owner, TaskFilter.LIVE, BEST_FIRST, 100, null).items())
                .hasSize(8)
                .allMatch(task -> task.score() == 0);
    }

    @Test
    default void equallyGoodTasksComeNewestFirst() {
        UserId owner = storedUser();
        Task older = stored(aTask(owner).title("Paint the fence"));
        Task newer = stored(aTask(owner).title("Paint the fence").createdAt(TestClock.START.plusSeconds(1)));
        Task same = stored(aTask(owner).title("Paint the fence"));

        assertThat(listed(owner, text("paint"), BEST_FIRST)).containsExactly(newer, same, older);
    }

    @Test
    default void pagesOfTheBestFollowOneAnother() {
        UserId owner = storedUser();
        storedFences(owner, 23);
        List<Task> whole = listed(owner, text("fence"), BEST_FIRST);

        assertThat(whole).hasSize(23);
        for (int limit : new int[] {1, 4, 22, 23}) {
            assertThat(walk(owner, text("fence"), BEST_FIRST, limit))
                    .as("pages of %s", limit)
                    .isEqualTo(whole);
        }
    }

    @Test
    default void scoreSortsWithOtherFields() {
        UserId owner = storedUser();
        storedFences(owner, 12);
        TaskOrder worstFirst = new TaskOrder(List.of(new Sort(Field.SCORE, false), new Sort(Field.CREATED_AT, false)));
        TaskOrder byPriority = new TaskOrder(List.of(new Sort(Field.PRIORITY, true), new Sort(Field.SCORE, true)));
        List<Task> best = listed(owner, text("fence"), BEST_FIRST);

        assertThat(walk(owner, text("fence"), worstFirst, 5)).isEqualTo(best.reversed());
        assertThat(walk(owner, text("fence"), byPriority, 5))
                .hasSize(12)
                .isSortedAccordingTo(
                        Comparator.comparing((Task task) -> task.details().priority())
                                .reversed());
    }

    @Test
    default void filtersChooseAmongAllThatFitATextNotAmongTheNewest() {
        UserId owner = storedUser();
        List<Task> many = new ArrayList<>(
                List.of(aTask(owner).title("Old fence").labels("old").build()));
        IntStream.rangeClosed(1, TaskDirectory.SCORED + 50)
                .forEach(number -> many.add(aTask(owner)
                        .title("Fence")
                        .createdAt(TestClock.START.plusSeconds(number))
                        .build()));
        for (int from = 0; from < many.size(); from += 100) {
            List<Task> some = many.subList(from, Math.min(from + 100, many.size()));
            writeAs(owner, () -> tasks().insertAll(some));
        }

        assertThat(listed(owner, aFilter().labels("old").containing("fence").build(), BEST_FIRST))
                .containsExactly(many.getFirst());
        assertThat(walk(owner, text("fence"), BEST_FIRST, 100))
                .hasSize(TaskDirectory.SCORED)
                .doesNotContain(many.getFirst(), many.get(50))
                .contains(many.get(51), many.getLast());
        assertThat(count(owner, text("fence"))).isEqualTo(many.size());
    }

    private void storedFences(UserId owner, int count) {
        TaskPriority[] priorities = TaskPriority.values();
        for (int number = 0; number < count; number++) {
            TaskFixture sample = aTask(owner).state(TaskStatus.PENDING, priorities[number % priorities.length]);
            stored(
                    switch (number % 4) {
                        case 0 -> sample.title("Fence");
                        case 1 -> sample.title("Fences");
                        case 2 -> sample.title("A fence " + "and more ".repeat(number % 7));
                        default -> sample.description("The fence " + "and more ".repeat(number % 5));
                    });
        }
    }
}
