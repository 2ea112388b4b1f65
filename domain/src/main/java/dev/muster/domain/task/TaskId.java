package dev.muster.domain.task;

import java.util.UUID;

/** Identifies a task; a UUIDv7. */
public record TaskId(UUID value) implements TaskReference {

    @Override
    public String toString() {
        return value.toString();
    }
}
