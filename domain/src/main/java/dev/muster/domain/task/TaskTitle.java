package dev.muster.domain.task;

import dev.muster.domain.shared.Text;

/** What a task is called: one line of 1 to 200 characters (requirement C1). */
public record TaskTitle(String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public TaskTitle {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
