package dev.muster.domain.project;

import java.util.UUID;

/** Identifies a project; a UUIDv7. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
