package dev.muster.domain.export;

import java.util.UUID;

/** Identifies an export; a UUIDv7. */
public record ExportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
