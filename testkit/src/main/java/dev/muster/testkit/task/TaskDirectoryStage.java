package dev.muster.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of the {@link TaskDirectoryContract} begin with. */
public interface TaskDirectoryStage extends TaskStage {

    /** What is tested. */
    TaskDirectory directory();

    /** The graph of the same tasks. */
    TaskGraph graph();

    default Page<ListedTask> page(
            UserId owner, TaskFilter filter, TaskOrder order, int limit, @Nullable TaskPosition after) {
        return readAs(owner, () -> directory().findPage(owner, filter, order, new PageRequest<>(limit, after)));
    }

    /** The first tasks, as many as a page may hold. */
    default List<Task> listed(UserId owner, TaskFilter filter, TaskOrder order) {
        return tasks(page(owner, filter, order, PageRequest.MAX_LIMIT, null).items());
    }

    default long count(UserId owner, TaskFilter filter) {
        return readAs(owner, () -> directory().count(owner, filter));
    }

    /** All that is meant, page by page. */
    default List<Task> walk(UserId owner, TaskFilter filter, TaskOrder order, int limit) {
        List<ListedTask> walked = new ArrayList<>();
        Page<ListedTask> page = page(owner, filter, order, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            assertThat(walked).as("a walk that comes to an end").hasSizeLessThan(5000);
            page = page(owner, filter, order, limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return tasks(walked);
    }

    /** Asserts that these are meant, given oldest first, and no other. */
    default void assertMeant(UserId owner, TaskFilter filter, Task... oldestFirst) {
        assertThat(listed(owner, filter, TaskOrder.NEWEST_FIRST))
                .as("%s", filter)
                .containsExactlyElementsOf(List.of(oldestFirst).reversed());
        assertThat(count(owner, filter)).as("%s", filter).isEqualTo(oldestFirst.length);
    }

    static List<Task> tasks(List<ListedTask> listed) {
        return listed.stream().map(ListedTask::task).toList();
    }
}
