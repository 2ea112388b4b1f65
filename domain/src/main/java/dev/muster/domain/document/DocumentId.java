package dev.muster.domain.document;

import java.util.UUID;

/** Identifies a document; a UUIDv7. */
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
