package dev.muster.domain.session;

import java.util.UUID;

/** Identifies a session; a UUIDv7. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
