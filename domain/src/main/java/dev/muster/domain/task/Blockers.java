package dev.muster.domain.task;

import java.util.List;

/**
 * The tasks that a task waits for (requirement C3).
 *
 * @param tasks all of them, in the order in which they were named, at most {@value #MAX_COUNT}
 * @param open how many of them are not done: neither completed nor cancelled nor in the trash
 */
public record Blockers(List<TaskId> tasks, int open) {

    public static final Blockers NONE = new Blockers(List.of(), 0);
    public static final int MAX_COUNT = 50;

    public Blockers {
        tasks = List.copyOf(tasks);
        if (open < 0 || open > tasks.size()) {
            throw new IllegalArgumentException("of " + tasks.size() + " blockers " + open + " can't be open");
        }
    }
}
