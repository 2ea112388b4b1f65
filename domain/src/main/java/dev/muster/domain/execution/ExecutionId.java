package dev.muster.domain.execution;

import java.util.UUID;

/** Identifies an execution; a UUIDv7. */
public record ExecutionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
