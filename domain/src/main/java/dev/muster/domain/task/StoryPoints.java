package dev.muster.domain.task;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;

/** The estimated size of a task: 0 to 1000 (requirement C4). */
public record StoryPoints(int value) {

    public static final int MAX = 1000;

    /** @throws Invalid if out of range */
    public StoryPoints {
        if (value < 0 || value > MAX) {
            throw Invalid.value(FieldError.OUT_OF_RANGE, "must be from 0 to " + MAX);
        }
    }
}
