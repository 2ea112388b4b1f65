package dev.muster.domain.task;

import dev.muster.domain.shared.Text;

/** What a task is about: any text of at most 20 000 characters. */
public record TaskDescription(String value) {

    public static final int MAX_LENGTH = 20_000;

    /** @throws dev.muster.domain.shared.Invalid if it is too long or can't be stored */
    public TaskDescription {
        value = Text.block(value, MAX_LENGTH);
    }
}
